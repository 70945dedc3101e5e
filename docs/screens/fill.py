"""Writes README.md from README.in: a line `@@ command` becomes what the command prints.

.venv/bin/python docs/screens/fill.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
MARK = "@@ "


def main() -> None:
    """Runs the commands in an empty folder that holds the bundled coverage, in the order of the page."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:
        run = lambda command: subprocess.run(  # noqa: E731
            command, shell=True, check=True, cwd=folder, env=environment, capture_output=True, text=True
        ).stdout.rstrip()
        run("allegedly demo --texts coverage")
        lines = (HERE / "README.in").read_text(encoding="utf-8").splitlines()
        filled = [run(line.removeprefix(MARK)) if line.startswith(MARK) else line for line in lines]
    (HERE.parents[1] / "README.md").write_text("\n".join(filled) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
