"""What a language knows: one folder of data for each, one loader."""

from allegedly.languages.loader import Language, Table, known_languages, load_language

__all__ = ["Language", "Table", "known_languages", "load_language"]
