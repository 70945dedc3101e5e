"""The way into the command line, and out of it."""

from __future__ import annotations

import io
import logging
import os
import signal
import sys
from collections.abc import Sequence

import click

from allegedly.cli.commands import allegedly
from allegedly.cli.exits import Exit
from allegedly.errors import AllegedlyError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Nothing here multiplies matrices in numpy, and making its threads costs 0.2 CPU seconds at import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What goes wrong is said in our own words; without a handler, Python prints what libraries log.
    logging.getLogger().addHandler(logging.NullHandler())
    code = run(arguments)
    # The work is done and said: an interrupt that comes while Python tidies up must not make another end of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command that `arguments` (by default the process's own) name; says in one line what stopped it."""
    try:
        code = allegedly.main(args=arguments, prog_name="allegedly", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _stopped("interrupted", Exit.INTERRUPTED)
    except BrokenPipeError:
        return _left()
    except ImportError as error:
        # Compiled modules turn an interrupt that meets them while they are loaded into an error of their own.
        if not isinstance(error.__cause__ or error.__context__, KeyboardInterrupt):
            raise
        return _stopped("interrupted", Exit.INTERRUPTED)
    except AllegedlyError as error:
        return _stopped(str(error), Exit.STOPPED)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _stopped(f"{where}{error.strerror or error}", Exit.STOPPED)
    return int(code or Exit.DONE)


def _stopped(message: str, code: Exit) -> int:
    click.echo(f"allegedly: {' '.join(message.split())}", err=True)
    return code


def _left() -> int:
    """The reader of the pipe has gone: nothing more can be written, not even what Python flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.DONE
