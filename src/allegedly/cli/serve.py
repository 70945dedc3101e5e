"""`allegedly serve`: a ledger as pages and over HTTP."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import say
from allegedly.errors import AllegedlyError
from allegedly.reading import TAGGERS

_NEEDED = ("fastapi", "jinja2", "uvicorn")


@click.command()
@click.argument("ledger")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where; any other needs a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=8420, show_default=True, metavar="N", help="0: any that is free.")
@click.option("--token-file", metavar="FILE", help="A file whose first line callers have to show.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A further name under which the server is reached.")
@click.option("--read-only", is_flag=True, help="Show alone: nothing is added, nothing corrected.")
@click.option("--tagger", type=click.Choice(TAGGERS), default="auto", show_default=True, help="For texts that are posted.")
def serve(
    ledger: str, host: str, port: int, token_file: str | None, allow_host: tuple[str, ...], read_only: bool, tagger: str
) -> Exit:
    """Serve a ledger as pages, and over HTTP under /api/v1.

    On this machine alone, unless --host says otherwise; then --token-file is needed. Needs the extra "serve".

    \b
    allegedly serve ledger.db
    allegedly serve ledger.db --host 0.0.0.0 --token-file token.txt
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise AllegedlyError(f"serving needs {', '.join(missing)}; install it with: pip install 'allegedly[serve]'")
    from allegedly.cli.ledgers import open_ledger
    from allegedly.serve.running import listen, run
    from allegedly.serve.settings import Settings, read_token

    token = None if token_file is None else read_token(token_file)
    settings = Settings(ledger, host, port, token, read_only, allow_host, tagger)
    # Serving makes no ledger; one of an older schema is brought up where it may be written.
    with open_ledger(ledger, write=Path(ledger).exists() and not read_only):
        pass
    listening = listen(settings)
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    say(f"{ledger} is served on http://{shown}:{listening.getsockname()[1]}/ until interrupted")
    run(settings, listening)
    return Exit.DONE
