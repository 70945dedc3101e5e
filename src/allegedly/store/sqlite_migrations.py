"""How a SQLite ledger came to its present schema, step by step; a step that was released is never edited.

`PRAGMA application_id` marks the file as a ledger, `PRAGMA user_version` is the number of the last step taken.
"""

from __future__ import annotations

APPLICATION_ID = 0x616C6467
"""The bytes "aldg" at offset 68 of the file."""

_ARTICLE = """
CREATE TABLE article (
    id VARCHAR(16) NOT NULL PRIMARY KEY,
    origin_key TEXT,
    version INTEGER NOT NULL CHECK (version >= 1),
    replaces VARCHAR(16),
    outlet TEXT,
    outlet_folded TEXT,
    url TEXT,
    title TEXT,
    authors JSON NOT NULL,
    published TEXT,
    modified TEXT,
    name TEXT,
    day VARCHAR(10),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 VARCHAR(64) NOT NULL,
    bytes_sha256 VARCHAR(64) NOT NULL,
    reader TEXT NOT NULL,
    captured TEXT,
    encoding TEXT,
    media_type TEXT,
    notes JSON NOT NULL,
    page_map TEXT,
    blocks JSON NOT NULL,
    recipe_version TEXT NOT NULL,
    recipe_language TEXT NOT NULL,
    tagger TEXT NOT NULL,
    tagger_digest TEXT NOT NULL,
    statements INTEGER NOT NULL,
    UNIQUE (origin_key, version),
    UNIQUE (replaces),
    FOREIGN KEY (replaces) REFERENCES article (id) ON DELETE SET NULL
)
"""

_STATEMENT = """
CREATE TABLE statement (
    number INTEGER NOT NULL PRIMARY KEY,
    id VARCHAR(16) NOT NULL,
    article VARCHAR(16) NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    title TEXT,
    source TEXT NOT NULL,
    spans JSON NOT NULL,
    confidence FLOAT NOT NULL,
    roles JSON,
    speaker_name TEXT,
    speaker_kind TEXT,
    speaker_folded TEXT NOT NULL,
    speaker JSON,
    manner TEXT NOT NULL,
    kind TEXT NOT NULL,
    certainty TEXT NOT NULL,
    judgements JSON NOT NULL,
    figures JSON NOT NULL,
    events JSON NOT NULL,
    parent VARCHAR(16),
    UNIQUE (id),
    UNIQUE (article, position),
    FOREIGN KEY (article) REFERENCES article (id) ON DELETE CASCADE
)
"""

_SKIPPED = """
CREATE TABLE skipped (
    id VARCHAR(16) NOT NULL PRIMARY KEY,
    origin_key TEXT,
    origin JSON NOT NULL,
    reason TEXT NOT NULL
)
"""

_SPEAKER_EVENT = """
CREATE TABLE speaker_event (
    number INTEGER NOT NULL PRIMARY KEY,
    id VARCHAR(16) NOT NULL,
    what TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    value JSON NOT NULL,
    UNIQUE (id)
)
"""

_LINK_EVENT = _SPEAKER_EVENT.replace("speaker_event", "link_event")

_CORRECTION = """
CREATE TABLE correction (
    number INTEGER NOT NULL PRIMARY KEY,
    id VARCHAR(16) NOT NULL,
    article VARCHAR(16) NOT NULL,
    field TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    value JSON NOT NULL,
    UNIQUE (id)
)
"""

_OUTLINE = """
CREATE TABLE outline (
    number INTEGER NOT NULL PRIMARY KEY,
    article VARCHAR(16) NOT NULL,
    day INTEGER NOT NULL,
    made TEXT NOT NULL,
    words BLOB NOT NULL,
    runs BLOB NOT NULL,
    said TEXT NOT NULL,
    UNIQUE (article),
    FOREIGN KEY (article) REFERENCES article (id) ON DELETE CASCADE
)
"""

_OUTLINE_KEY = """
CREATE TABLE outline_key (
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    outline INTEGER NOT NULL,
    PRIMARY KEY (key, day, outline),
    FOREIGN KEY (outline) REFERENCES outline (number) ON DELETE CASCADE
) WITHOUT ROWID
"""

_LIKENESS = """
CREATE TABLE likeness (
    first VARCHAR(16) NOT NULL,
    second VARCHAR(16) NOT NULL,
    alike FLOAT NOT NULL,
    copied FLOAT NOT NULL,
    PRIMARY KEY (first, second),
    FOREIGN KEY (first) REFERENCES article (id) ON DELETE CASCADE,
    FOREIGN KEY (second) REFERENCES article (id) ON DELETE CASCADE
)
"""

_LINK = """
CREATE TABLE link (
    number INTEGER NOT NULL PRIMARY KEY,
    id VARCHAR(16) NOT NULL,
    kind TEXT NOT NULL,
    first_article VARCHAR(16) NOT NULL,
    second_article VARCHAR(16) NOT NULL,
    score FLOAT NOT NULL,
    value JSON NOT NULL,
    UNIQUE (id),
    FOREIGN KEY (first_article) REFERENCES article (id) ON DELETE CASCADE,
    FOREIGN KEY (second_article) REFERENCES article (id) ON DELETE CASCADE
)
"""

_OBSERVED = """
CREATE TABLE observed (
    article VARCHAR(16) NOT NULL PRIMARY KEY,
    findings TEXT NOT NULL,
    FOREIGN KEY (article) REFERENCES article (id) ON DELETE CASCADE
)
"""

_CAPTURED = """
CREATE TABLE captured (
    bytes_sha256 VARCHAR(64) NOT NULL PRIMARY KEY,
    length INTEGER NOT NULL,
    data BLOB NOT NULL
)
"""

_FULL_TEXT = (
    """
    CREATE VIRTUAL TABLE statement_text USING fts5 (
        words, speaker_name, title,
        content = 'statement', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO statement_text (statement_text, rank) VALUES ('rank', 'bm25(1.0, 2.0, 0.25)')",
    """
    CREATE TRIGGER statement_inserted AFTER INSERT ON statement BEGIN
        INSERT INTO statement_text (rowid, words, speaker_name, title)
        VALUES (new.number, new.words, new.speaker_name, new.title);
    END
    """,
    """
    CREATE TRIGGER statement_deleted AFTER DELETE ON statement BEGIN
        INSERT INTO statement_text (statement_text, rowid, words, speaker_name, title)
        VALUES ('delete', old.number, old.words, old.speaker_name, old.title);
    END
    """,
    """
    CREATE TRIGGER statement_updated AFTER UPDATE ON statement BEGIN
        INSERT INTO statement_text (statement_text, rowid, words, speaker_name, title)
        VALUES ('delete', old.number, old.words, old.speaker_name, old.title);
        INSERT INTO statement_text (rowid, words, speaker_name, title)
        VALUES (new.number, new.words, new.speaker_name, new.title);
    END
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        _ARTICLE,
        "CREATE INDEX article_day ON article (day, id)",
        "CREATE INDEX article_url ON article (url)",
        "CREATE INDEX article_name ON article (name)",
        _STATEMENT,
        "CREATE INDEX statement_speaker ON statement (speaker_name)",
        _SKIPPED,
        "CREATE INDEX skipped_key ON skipped (origin_key)",
        *_FULL_TEXT,
    ),
    (_SPEAKER_EVENT,),
    (_LINK_EVENT, _CORRECTION, "CREATE INDEX correction_article ON correction (article)"),
    (
        _OUTLINE,
        _OUTLINE_KEY,
        "CREATE INDEX outline_key_outline ON outline_key (outline)",
        _LIKENESS,
        "CREATE INDEX likeness_second ON likeness (second)",
        _LINK,
        "CREATE INDEX link_first ON link (first_article)",
        "CREATE INDEX link_second ON link (second_article)",
    ),
    (_OBSERVED,),
    (
        "ALTER TABLE outline ADD COLUMN crowd VARCHAR(16)",
        "CREATE INDEX outline_crowd ON outline (crowd, article) WHERE crowd IS NOT NULL",
    ),
    (_CAPTURED, "CREATE INDEX article_bytes ON article (bytes_sha256)"),
)
"""Step N (from 1) is `MIGRATIONS[N - 1]`: the statements that bring schema N - 1 to schema N."""
