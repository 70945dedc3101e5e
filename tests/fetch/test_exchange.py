"""Whatever bytes a server sends: an answer that an archive can keep, or an error that says what is wrong."""

from __future__ import annotations

import gzip
import re
from io import BytesIO

import httpcore
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.errors import FetchError
from allegedly.fetch.answer import Answer
from allegedly.fetch.budget import Budget
from allegedly.fetch.exchange import HttpExchange
from allegedly.fetch.location import location_of
from allegedly.fetch.members import Member, capture_in, members
from allegedly.fetch.records import digest_of, records_of
from allegedly.fetch.settings import Settings

PLACE = location_of("http://courier.test/a")
MADE = Settings(size_limit=5000)


def asked(data: bytes) -> Answer:
    """The answer where the server sends `data`."""
    exchange = HttpExchange(MADE, lambda host, port: ["93.184.215.14"], httpcore.MockBackend([data[:7], data[7:]]))
    return exchange(PLACE, {}, Budget(5, 10_000))


def outcome(data: bytes) -> Answer | str:
    """The answer, or what is said of why there is none."""
    try:
        return asked(data)
    except FetchError as error:
        return str(error)


names = st.sampled_from(
    ["Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Location", "ETag", "X", "", "é", "A b"]
)
values = st.one_of(
    st.sampled_from(
        ["text/html", "5", "-1", "99999999999", "gzip", "br", "chunked", "/b", "http://[", "\r\n folded", "“né”", "a\x00b"]
    ),
    st.text(max_size=12),
)
lines = st.sampled_from(
    ["HTTP/1.1 200 OK", "HTTP/1.0 302 Found", "HTTP/1.1 304", "HTTP/1.1 999 ?", "HTTP/2 200", "ICY 200 OK", "HTTP/1.1 20", ""]
)
bodies = st.one_of(
    st.binary(max_size=60),
    st.binary(max_size=60).map(gzip.compress),
    st.integers(1, 30000).map(lambda size: gzip.compress(bytes(size))),
    st.just(b"5\r\nhello\r\n0\r\n\r\n"),
    st.just(b"ffffffffff\r\nhello"),
)


@settings(max_examples=150, deadline=None)
@given(lines, st.lists(st.tuples(names, values), max_size=5), bodies)
def test_any_answer_is_kept_or_refused(line: str, headers: list[tuple[str, str]], body: bytes) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in headers)
    answer = outcome(f"{line}\r\n{head}\r\n".encode("utf-8", "replace") + body)
    if isinstance(answer, str):
        assert answer.isprintable()
        assert re.search("expected|more than|more was sent|at most", answer)
        return
    data, second = records_of(answer, None)
    found = [member for member in members(BytesIO(data), 0) if isinstance(member, Member)]
    assert [member.offset for member in found] == [0, second]
    assert capture_in(found[0]) is None
    capture = capture_in(found[1])
    assert capture is not None
    assert (capture.url, capture.status, capture.digest) == (PLACE.url, answer.status, digest_of(answer))
    assert capture.media_type == " ".join(answer.media_type.split()) or not answer.media_type.isascii()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_an_error(data: bytes) -> None:
    found = outcome(data)
    assert isinstance(found, Answer) or found.isprintable()


def test_a_member_after_another_of_a_gzip_body_is_counted_too() -> None:
    bomb = gzip.compress(bytes(3000)) * 2
    with pytest.raises(FetchError, match=r"more than 0\.005 MB unpacked from"):
        asked(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s" % (len(bomb), bomb))
