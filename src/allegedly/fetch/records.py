"""Answers as records of a web archive, in bytes."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Protocol

from allegedly.fetch.answer import Answer, Headers
from allegedly.fetch.index import Capture
from allegedly.fetch.settings import Settings
from allegedly.version import VERSION

WARC_VERSION = "WARC/1.1"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class _Fields(Protocol):
    def get_header(self, name: str) -> str | None: ...

    def replace_header(self, name: str, value: str) -> str | None: ...


class _Record(Protocol):
    rec_headers: _Fields


class _Writer(Protocol):
    """What is used of warcio's writer."""

    def create_warcinfo_record(self, filename: str, info: dict[str, str]) -> _Record: ...

    def create_warc_record(
        self, uri: str, record_type: str, *, payload: BytesIO, warc_headers_dict: dict[str, str], http_headers: object
    ) -> _Record: ...

    def create_revisit_record(
        self,
        uri: str,
        digest: str,
        refers_to_uri: str,
        refers_to_date: str,
        *,
        http_headers: object,
        warc_headers_dict: dict[str, str],
    ) -> _Record: ...

    def write_record(self, record: _Record) -> None: ...


def first_record(name: str, settings: Settings) -> bytes:
    """The record that says how the archive of this name was made."""
    out = BytesIO()
    writer = _writer(out)
    info = {
        "software": f"allegedly/{VERSION}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obey",
        "http-header-user-agent": settings.user_agent,
    }
    writer.write_record(writer.create_warcinfo_record(name, info))
    return out.getvalue()


def digest_of(answer: Answer) -> str:
    """The digest of the payload, as archives write it: SHA-1 in base 32."""
    digester = import_module("warcio.utils").Digester("sha1")
    digester.update(answer.body)
    return str(digester)


def records_of(answer: Answer, same_as: Capture | None) -> tuple[bytes, int]:
    """The request's record and behind it the answer's, each compressed, and where the second begins.

    With `same_as` the answer is kept as a revisit of that capture: its headers alone.
    """
    out = BytesIO()
    writer = _writer(out)
    headers = {"WARC-Date": answer.when}
    if answer.peer:
        headers["WARC-IP-Address"] = answer.peer
    http = _http(answer.said, _as_kept(answer.headers), answer.version)
    if same_as is None:
        response = writer.create_warc_record(
            answer.url, "response", payload=BytesIO(answer.body), warc_headers_dict=headers, http_headers=http
        )
    else:
        response = writer.create_revisit_record(
            answer.url, same_as.digest, same_as.url, same_as.when, http_headers=http, warc_headers_dict=headers
        )
        if answer.status == 304:
            response.rec_headers.replace_header("WARC-Profile", _NOT_MODIFIED)
    asked = _http(answer.request, answer.request_headers, "", request=True)
    identity = response.rec_headers.get_header("WARC-Record-ID") or ""
    request = writer.create_warc_record(
        answer.url,
        "request",
        payload=BytesIO(),
        warc_headers_dict={"WARC-Date": answer.when, "WARC-Concurrent-To": identity},
        http_headers=asked,
    )
    writer.write_record(request)
    second = out.tell()
    writer.write_record(response)
    return out.getvalue(), second


def _writer(out: BytesIO) -> _Writer:
    made: _Writer = import_module("warcio.warcwriter").WARCWriter(out, gzip=True, warc_version=WARC_VERSION)
    return made


def _http(line: str, headers: Headers, protocol: str, *, request: bool = False) -> object:
    made: object = import_module("warcio.statusandheaders").StatusAndHeaders(
        line, [(name, value) for name, value in headers], protocol=protocol, is_http_request=request
    )
    return made


def _as_kept(headers: Headers) -> Headers:
    """The headers as they came, but that the body, which came in chunks, is kept in one piece."""
    return tuple((f"X-Archive-Orig-{name}" if name.lower() == "transfer-encoding" else name, value) for name, value in headers)
