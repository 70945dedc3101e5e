"""The one schema, in SQLAlchemy Core, for SQLite and PostgreSQL alike.

Columns of their own hold what is searched, JSON columns the rest. Full text, and the order in which a schema came about, are
each database's own: `sqlite_migrations.py`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

_JSON = JSON(none_as_null=True)

ARTICLE = Table(
    "article",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("origin_key", Text),
    Column("version", Integer, nullable=False),
    Column("replaces", String(16), ForeignKey("article.id", ondelete="SET NULL"), unique=True),
    Column("outlet", Text),
    Column("outlet_folded", Text),
    Column("url", Text),
    Column("title", Text),
    Column("authors", _JSON, nullable=False),
    Column("published", Text),
    Column("modified", Text),
    Column("name", Text),
    Column("day", String(10)),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("bytes_sha256", String(64), nullable=False),
    Column("reader", Text, nullable=False),
    Column("captured", Text),
    Column("encoding", Text),
    Column("media_type", Text),
    Column("notes", _JSON, nullable=False),
    Column("page_map", Text),
    Column("blocks", _JSON, nullable=False),
    Column("recipe_version", Text, nullable=False),
    Column("recipe_language", Text, nullable=False),
    Column("tagger", Text, nullable=False),
    Column("tagger_digest", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    UniqueConstraint("origin_key", "version"),
    CheckConstraint("version >= 1"),
    Index("article_day", "day", "id"),
    Index("article_url", "url"),
    Index("article_name", "name"),
    Index("article_bytes", "bytes_sha256"),
)

STATEMENT = Table(
    "statement",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("article", String(16), ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("title", Text),
    Column("source", Text, nullable=False),
    Column("spans", _JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("roles", _JSON),
    Column("speaker_name", Text),
    Column("speaker_kind", Text),
    Column("speaker_folded", Text, nullable=False),
    Column("speaker", _JSON),
    Column("manner", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("judgements", _JSON, nullable=False),
    Column("figures", _JSON, nullable=False),
    Column("events", _JSON, nullable=False),
    Column("parent", String(16)),
    UniqueConstraint("article", "position"),
    Index("statement_speaker", "speaker_name"),
)

SKIPPED = Table(
    "skipped",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("origin_key", Text),
    Column("origin", _JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Index("skipped_key", "origin_key"),
)

SPEAKER_EVENT = Table(
    "speaker_event",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("what", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("value", _JSON, nullable=False),
)

LINK_EVENT = Table(
    "link_event",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("what", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("value", _JSON, nullable=False),
)

CORRECTION = Table(
    "correction",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("article", String(16), nullable=False),
    Column("field", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("value", _JSON, nullable=False),
    Index("correction_article", "article"),
)

OUTLINE = Table(
    "outline",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("article", String(16), ForeignKey("article.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("day", Integer, nullable=False),
    Column("made", Text, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("runs", LargeBinary, nullable=False),
    Column("said", Text, nullable=False),
    Column("crowd", String(16)),
    Index("outline_crowd", "crowd", "article"),
)

OUTLINE_KEY = Table(
    "outline_key",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("outline", Integer, ForeignKey("outline.number", ondelete="CASCADE"), primary_key=True),
    Index("outline_key_outline", "outline"),
    sqlite_with_rowid=False,
)

LIKENESS = Table(
    "likeness",
    METADATA,
    Column("first", String(16), ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("second", String(16), ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("alike", Float, nullable=False),
    Column("copied", Float, nullable=False),
    Index("likeness_second", "second"),
)

LINK = Table(
    "link",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("first_article", String(16), ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("second_article", String(16), ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("score", Float, nullable=False),
    Column("value", _JSON, nullable=False),
    Index("link_first", "first_article"),
    Index("link_second", "second_article"),
)

CAPTURED = Table(
    "captured",
    METADATA,
    Column("bytes_sha256", String(64), primary_key=True),
    Column("length", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""The pages that articles were read from, deflated; those alone from whose articles a map leads back."""

OBSERVED = Table(
    "observed",
    METADATA,
    Column("article", String(16), ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("findings", Text, nullable=False),
)
"""What a tagger found in articles that people corrected; `STATEMENT` has it as corrected."""
