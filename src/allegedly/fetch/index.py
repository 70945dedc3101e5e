"""What a web archive holds, a line for each capture beside it: what was asked before is known without reading the archive.

The lines are CDXJ, the format that replay tools index archives with: a sortable form of the address, when, and the rest as JSON;
`etag`, `modified` and `location` are our own. The index is made from the archive and is made anew where it is missing.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

REMEMBERED = 50
"""How many whole captures of one address are known by the index."""

_HOPS = 12


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer in an archive, at `offset`, of `length` bytes.

    `when`: ISO 8601. `status`: of the answer; of a revisit, that of the capture it repeats. `revisit`: the answer said, or was
    found to be, the same as the last one. `location`: where it redirects to.
    """

    url: str
    when: str
    status: int
    media_type: str
    digest: str
    offset: int
    length: int
    revisit: bool = False
    etag: str | None = None
    modified: str | None = None
    location: str | None = None

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.offset + self.length


@dataclass(slots=True)
class Known:
    """What is known of one address: its last capture, its whole ones of late, the oldest first, and how many failed since."""

    last: Capture
    wholes: deque[Capture] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    failures: int = 0

    @property
    def whole(self) -> Capture | None:
        """The last whole capture."""
        return self.wholes[-1] if self.wholes else None


class Index:
    """The captures of an archive by address; `end`: the offset up to which it is indexed."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self.end = 0

    def add(self, capture: Capture) -> None:
        """One more capture, behind all others."""
        self.end = max(self.end, capture.end)
        known = self._known.setdefault(capture.url, Known(capture))
        known.last = capture
        if capture.status == 200:
            known.failures = 0
            if not capture.revisit:
                known.wholes.append(capture)
        elif capture.location is None:
            known.failures += 1

    def known(self, url: str) -> Known | None:
        """What is known of this very address."""
        return self._known.get(url)

    def reached(self, url: str) -> Known | None:
        """What is known of where the address last led, redirects followed; `None` where one of them was never asked."""
        known = self._known.get(url)
        for _ in range(_HOPS):
            if known is None or known.last.location is None:
                return known
            known = self._known.get(known.last.location)
        return None

    def __len__(self) -> int:
        return len(self._known)


def read_index(path: Path) -> tuple[list[Capture], int]:
    """The captures in the index at `path`, none where it is missing, and how many bytes of it are sound.

    A line that was cut off, and all behind it, is left out.
    """
    captures: list[Capture] = []
    sound = 0
    try:
        with path.open("rb") as stream:
            for line in stream:
                capture = _parsed(line)
                if capture is None:
                    break
                captures.append(capture)
                sound += len(line)
    except FileNotFoundError:
        pass
    return captures, sound


def line_of(capture: Capture, archive: str) -> bytes:
    """The line of a capture in the archive of this name."""
    values = {name: value for name, value in asdict(capture).items() if value not in (None, False)}
    when, offset, length = values.pop("when"), values.pop("offset"), values.pop("length")
    fields = {**values, "length": str(length), "offset": str(offset), "filename": archive, "status": str(capture.status)}
    fields["mime"] = "warc/revisit" if capture.revisit else fields.pop("media_type")
    stamp = "".join(each for each in when if each.isdigit())[:14]
    return f"{sortable(capture.url)} {stamp} {json.dumps(fields, ensure_ascii=True, sort_keys=True)}\n".encode("ascii")


def sortable(url: str) -> str:
    """The address with its host turned round, as indexes sort by it.

    >>> sortable("https://www.courier.example/News?page=2")
    'example,courier)/news?page=2'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    turned = host if ":" in host else ",".join(reversed(host.split(".")))
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{turned}{port}){parts.path or '/'}{query}".lower().replace(" ", "%20")


def _parsed(line: bytes) -> Capture | None:
    try:
        if not line.endswith(b"\n"):
            return None
        _, stamp, fields = line.decode("ascii").split(" ", 2)
        values = json.loads(fields)
        revisit = values["mime"] == "warc/revisit"
        return Capture(
            url=str(values["url"]),
            when=f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}Z",
            status=int(values["status"]),
            media_type=str(values.get("media_type", "") if revisit else values["mime"]),
            digest=str(values["digest"]),
            offset=int(values["offset"]),
            length=int(values["length"]),
            revisit=revisit,
            etag=values.get("etag"),
            modified=values.get("modified"),
            location=values.get("location"),
        )
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        return None
