"""The same function over many articles, in many processes."""

from allegedly.batch.processes import Workers, cores

__all__ = ["Workers", "cores"]
