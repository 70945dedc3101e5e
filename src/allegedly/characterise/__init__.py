"""What sort of saying a statement is."""

from allegedly.characterise.characterise import characterise

__all__ = ["characterise"]
