"""What texts do to each other: drift between versions, denials and disputes, the same claim, stories. Pure."""

from allegedly.link.disputes import find_disputes
from allegedly.link.drift import find_drift

__all__ = ["find_disputes", "find_drift"]
