"""The command line: one file for each command."""

from allegedly.cli.run import main

__all__ = ["main"]
