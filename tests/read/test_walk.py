"""Files, folders and standard input: what is given, what is skipped and why."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from allegedly.errors import ReadError
from allegedly.model import Article, Skipped
from allegedly.read import PassedOver, Source, read_file, read_sources, sources

TEXT = b"The mayor said no."


def names(found: list[Source | Skipped], top: Path) -> list[str]:
    return [str(item.origin.name).removeprefix(f"{top}/") for item in found if isinstance(item, Source)]


def reasons(found: list[Source | Skipped]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Skipped)]


def write(path: Path, data: bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_gives_its_files_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/c.json", "c.md"):
        write(tmp_path / name)
    assert names(list(sources([str(tmp_path)])), tmp_path) == ["a/c.json", "a/z.html", "b.txt", "c.md"]


def test_hidden_files_are_left_alone_and_other_kinds_counted(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden.txt", ".git/b.txt", "x.png", "y.PNG", "Makefile"):
        write(tmp_path / name)
    found = list(sources([str(tmp_path)]))
    assert names(found, tmp_path) == ["a.txt"]
    assert reasons(found) == [
        "3 files of other kinds were passed over (2 .png, 1 no extension); name a file itself to have it read"
    ]
    assert isinstance(found[-1], PassedOver)


def test_a_named_file_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = write(tmp_path / ".notes.xyz")
    assert read_file(path).text == TEXT.decode()


def test_a_directory_loop_ends(tmp_path: Path) -> None:
    write(tmp_path / "a" / "one.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    found = list(sources([str(tmp_path)]))
    assert names(found, tmp_path) == ["a/one.txt"]
    assert len(reasons(found)) == 2
    assert all("which is read already" in reason for reason in reasons(found))


def test_a_missing_file_and_a_dangling_link_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(sources([str(tmp_path / "no.txt"), str(tmp_path)]))
    assert reasons(found) == ["no such file or folder, or it vanished before it was read"] * 2


def test_a_file_that_vanishes_while_the_folder_is_walked_is_skipped(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    walk = sources([str(tmp_path)])
    assert isinstance(next(walk), Source)
    (tmp_path / "b.txt").unlink()
    assert reasons(list(walk)) == ["no such file or folder, or it vanished before it was read"]


def test_what_may_not_be_opened_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "closed" / "a.txt")
    write(tmp_path / "open.txt")
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = list(sources([str(tmp_path)]))
    assert reasons(found) == ["may not be opened: permission denied"]
    assert names(found, tmp_path) == ["open.txt"]


def test_a_large_file_is_skipped_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert reasons(list(sources([str(path)]))) == ["too large: 50.0 MB, at most 20.0 MB are read"]
    assert reasons(list(sources([str(write(tmp_path / "b.txt"))], size_limit=10))) == [
        "too large: 0.0 MB, at most 0.0 MB are read"
    ]


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    found = list(read_sources(["-", str(write(tmp_path / "a.txt"))], standard_input=io.BytesIO(b"She said yes.")))
    assert [item.text for item in found if isinstance(item, Article)] == ["She said yes.", "The mayor said no."]
    assert found[0].origin.name == "-"
    assert isinstance(next(read_sources(["-"])), Skipped)
    assert isinstance(next(read_sources(["-"], size_limit=5, standard_input=io.BytesIO(b"123456"))), Skipped)


def test_one_bad_file_loses_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", b"\x89PNG\r\n\x1a\n")
    write(tmp_path / "c.json", b'{"size": 3}')
    write(tmp_path / "d.txt")
    assert [type(item) for item in read_sources([str(tmp_path)])] == [Article, Skipped, Skipped, Article]


def test_an_error_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: an empty file"):
        read_file(write(tmp_path / "a.txt", b""))
    with pytest.raises(ReadError, match=r"b\.txt: no such file"):
        read_file(tmp_path / "b.txt")


def test_a_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_bytes(TEXT)
    except OSError:
        pytest.skip("this file system has no such names")
    (found,) = read_sources([str(tmp_path)])
    assert found.origin.name is not None
    assert found.origin.name.encode().endswith("caf\ufffd.txt".encode())
