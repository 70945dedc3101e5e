"""Cuts an article into paragraphs, sentences, tokens and quotations, without a model."""

from allegedly.segment.segment import segment

__all__ = ["segment"]
