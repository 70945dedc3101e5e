"""What goes wrong, in words for the person who has to mend it."""


class AllegedlyError(Exception):
    """The base of every error of this package. The message says what was found, what was expected, what to do."""


class ReadError(AllegedlyError):
    """A text cannot be read as an article; in bulk work it becomes a `Skipped`."""


class FetchError(AllegedlyError):
    """A page cannot be fetched, or an archive not be written; in bulk work a page's becomes a `Skipped`."""


class LedgerError(AllegedlyError):
    """A file is no ledger, is of a newer schema, cannot be written, or breaks the slice guarantee."""


class ModelError(AllegedlyError):
    """The tagger's weights are missing, cut or not those that the digest names."""


class LanguageError(AllegedlyError):
    """There is no data for a language, or its data is malformed."""


class GoldError(AllegedlyError):
    """A folder of gold annotations cannot be read."""
