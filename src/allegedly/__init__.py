"""Reads news and keeps the ledger: who said what, in which exact words, how surely, and who denies it."""

from allegedly.version import VERSION as __version__  # noqa: N811

__all__ = ["__version__"]
