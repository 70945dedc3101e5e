"""How a language points at what it denies: `denials.toml`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.link.words import load_wording, stem


@dataclass(frozen=True, slots=True)
class Pointing:
    """Words by which a denial points; `cases`: stem to what it is a case of; `countries`: stem to ISO 3166-1 code.

    `long_countries`: countries whose names are of two words, by the stems of both.
    """

    pointers: frozenset[str]
    figures: frozenset[str]
    reproaches: frozenset[str]
    remarks: frozenset[str]
    vague: frozenset[str]
    taking_part: frozenset[str]
    pronouns: frozenset[str]
    standing: frozenset[str]
    false: frozenset[str]
    side_verbs: frozenset[str]
    contrast: frozenset[str]
    obligations: frozenset[str]
    claim_nouns: frozenset[str]
    false_words: frozenset[str]
    untrue_words: frozenset[str]
    judging: frozenset[str]
    false_before: frozenset[str]
    judged_nouns: frozenset[str]
    calling: frozenset[str]
    denying: frozenset[str]
    against: frozenset[str]
    believing: frozenset[str]
    unwilling: frozenset[str]
    withheld: frozenset[str]
    supposing: frozenset[str]
    days: frozenset[str]
    causes: frozenset[str]
    claiming: frozenset[str]
    reporting: frozenset[str]
    plans: frozenset[str]
    legal: frozenset[str]
    printed: frozenset[str]
    misdeeds: frozenset[str]
    accusing: frozenset[str]
    telling_verbs: frozenset[str]
    owned_nouns: frozenset[str]
    echoes: Mapping[str, frozenset[str]]
    cases: Mapping[str, str]
    counted: Mapping[str, frozenset[str]]
    countries: Mapping[str, str]
    long_countries: Mapping[tuple[str, str], str]


@cache
def load_pointing(language: Language) -> Pointing:
    """What `denials.toml` and `countries.toml` say. Raises `LanguageError` where they are malformed."""
    wording, data = load_wording(language), language.table("denials")
    cases, counted, echoes = data.get("cases"), data.get("counted"), data.get("echoes")
    if not isinstance(cases, dict) or not isinstance(counted, dict) or not isinstance(echoes, dict):
        raise LanguageError(f"languages/{language.code}/denials.toml: expected the tables cases, counted and echoes")
    stems = {
        name: frozenset(stem(word, wording) for word in language.words("denials", name))
        for name in (
            "pointers",
            "figures",
            "reproaches",
            "remarks",
            "vague",
            "taking_part",
            "pronouns",
            "claiming",
            "reporting",
            "plans",
            "legal",
            "printed",
            "misdeeds",
            "accusing",
        )
    }
    return Pointing(
        **stems,
        false=language.words("denials", "false"),
        side_verbs=language.words("denials", "side_verbs"),
        standing=language.words("denials", "pronouns"),
        contrast=language.words("denials", "contrast"),
        obligations=language.words("denials", "obligations"),
        claim_nouns=language.words("denials", "claim_nouns"),
        false_words=language.words("denials", "false_words"),
        judging=language.words("denials", "judging"),
        untrue_words=language.words("denials", "untrue_words"),
        false_before=language.words("denials", "false_before"),
        judged_nouns=language.words("denials", "judged_nouns"),
        calling=language.words("denials", "calling"),
        denying=language.words("denials", "denying"),
        against=language.words("denials", "against"),
        believing=language.words("denials", "believing"),
        unwilling=language.words("denials", "unwilling"),
        withheld=language.words("denials", "withheld"),
        days=frozenset(stem(word, wording) for word in language.words("links", "no_names")),
        supposing=language.words("denials", "supposing"),
        causes=language.words("denials", "causes"),
        telling_verbs=language.words("denials", "telling_verbs"),
        owned_nouns=language.words("denials", "owned_nouns"),
        echoes={stem(noun, wording): _stems(words, language) for noun, words in echoes.items()},
        cases={stem(word, wording): str(case) for word, case in cases.items()},
        counted={kind: _stems(words, language) for kind, words in counted.items()},
        countries=_countries(language),
        long_countries=_long_countries(language),
    )


def _stems(words: object, language: Language) -> frozenset[str]:
    return frozenset(stem(str(word), load_wording(language)) for word in words) if isinstance(words, list) else frozenset()


def _countries(language: Language) -> dict[str, str]:
    wording = load_wording(language)
    found: dict[str, str] = {}
    for code, entry in language.table("countries").items():
        for key in ("names", "people", "capitals"):
            words = entry.get(key) if isinstance(entry, dict) else None
            for word in words if isinstance(words, list) else []:
                if isinstance(word, str) and " " not in word:
                    found[stem(word.rstrip("."), wording)] = code
    return found


def _long_countries(language: Language) -> dict[tuple[str, str], str]:
    wording = load_wording(language)
    found: dict[tuple[str, str], str] = {}
    for code, entry in language.table("countries").items():
        names = entry.get("names") if isinstance(entry, dict) else None
        for name in names if isinstance(names, list) else []:
            words = str(name).split()
            if len(words) == 2:
                found[stem(words[0], wording), stem(words[1], wording)] = code
    return found
