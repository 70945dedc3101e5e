"""The reader of pages itself."""

from pathlib import Path

from tests.docs.documents import blocks, commands, links, matches

PAGE = """See [the plan](architecture.md#rooms), [a site](https://example.org), [below](#below).

```console
$ echo one \\
    two
one two

$ echo three
```

<!-- not run: it would take an hour -->
```console
$ sleep 3600
```

```json
{}
```
"""


def test_blocks_commands_and_links_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    found = list(blocks(page))
    assert [(block.language, block.line) for block in found] == [("console", 4), ("json", 17)]
    assert [(command.line, command.output) for command in commands(found[0])] == [
        ("echo one     two", ("one two", "")),
        ("echo three", ()),
    ]
    assert list(links(page)) == ["architecture.md"]


def test_dots_stand_for_anything_and_all_else_for_itself() -> None:
    assert matches(("a ... c", "", "..."), "a b c\n\nwhatever\nelse\n")
    assert matches(("(a) [b]",), "(a) [b]   \n")
    assert not matches(("a ... c",), "a b d")
    assert not matches(("a",), "a\nb")
