"""What is kept here names no machine, and no place from which packages come."""

from __future__ import annotations

import subprocess

from tests.docs.documents import ROOT

HERE = ("/" + "work/", "/" + "root/", "pypi" + ".org", "python" + "hosted", "/" + "home/")
TEXTUAL = {".py", ".md", ".toml", ".json", ".txt", ".html", ".css", ".yml", ".cfg", ""}


def test_no_file_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    found = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in TEXTUAL and path.is_file() and path.stat().st_size < 2_000_000:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{name}: {each}" for each in HERE if each in text]
    assert not found
