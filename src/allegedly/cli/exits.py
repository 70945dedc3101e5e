"""What the exit codes mean; `docs/cli.md` says the same."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended. A pipe that the reader closes early is no fault: `DONE`."""

    DONE = 0
    STOPPED = 1
    USAGE = 2
    SKIPPED = 3
    BROKEN = 4
    INTERRUPTED = 130
