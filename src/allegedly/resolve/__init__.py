"""Whose words: from a source's spans to a speaker."""

from allegedly.resolve.resolve import resolve

__all__ = ["resolve"]
