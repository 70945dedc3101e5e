"""Bytes into articles: the only place that changes text."""

from allegedly.read.html_page import page_text
from allegedly.read.read import read, read_all, read_source
from allegedly.read.source import PassedOver, Source
from allegedly.read.walk import SIZE_LIMIT, read_file, read_sources, sources

__all__ = [
    "SIZE_LIMIT",
    "PassedOver",
    "Source",
    "page_text",
    "read",
    "read_all",
    "read_file",
    "read_source",
    "read_sources",
    "sources",
]
