"""The clause around a word, told by closed classes of words alone: its verb group, its subject, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.characterise.clause_rules import ClauseRules

_STOPS = frozenset((";", ":", "—", "–", "--", ".", "?", "!"))
_COMMAS = frozenset((",", "(", ")", *_STOPS))
_ABOUT = frozenset(
    (("at", "least"), ("up", "to"), ("more", "than"), ("at", "most"), ("less", "than"), ("fewer", "than"), ("as", "many"))
)
"""Words before a number."""
_LOOSE_ENDS = frozenset(("and", "on", "last", "of", "a", "an", "the", "or", "this"))
_QUOTES = frozenset(("“", "”", '"', "``", "''", "‘", "{", "}"))


class Clause:
    """The words of a sentence, in small letters (`lower`) and as written (`words`), and what each of them may be."""

    def __init__(self, words: Sequence[str], rules: ClauseRules) -> None:
        self.words = words
        self.lower = [word.lower() for word in words]
        self._rules = rules

    def adverbial(self, at: int) -> bool:
        """Whether the word is an adverb, or a quotation mark."""
        word = self.lower[at]
        if word in self._rules.adverb or word in _QUOTES:
            return True
        return word.endswith("ly") and word not in self._rules.not_adverb and self.words[at] == word

    def timely(self, at: int) -> bool:
        """Whether the word names a day, a month or another time."""
        return self.lower[at] in self._rules.time

    def verb_like(self, at: int) -> bool:
        """Whether the word is taken for a verb in a finite clause, or the head of one cut short ("seized by")."""
        word = self.lower[at]
        if at and self.lower[at - 1] == "-":
            return False
        if word in self._rules.auxiliary or word in self._rules.finite:
            return True
        if not word.endswith("ed") or self.words[at] != word or len(word) < 5:
            return False
        before = self.lower[at - 1] if at else ""
        return not (before in self._rules.determiner or before == "-" or before in ("'s", "’s"))

    def group_start(self, at: int, start: int) -> int:
        """Where the verb group that ends at `at` begins: auxiliaries, adverbs and times in front of the verb."""
        begin = look = at
        while look > start:
            word = self.lower[look - 1]
            if word in self._rules.auxiliary or word == "to":
                begin = look = look - 1
            elif self.adverbial(look - 1):
                look -= 1
                if self.lower[look] not in _QUOTES:
                    begin = look
            elif self.timely(look - 1):
                look -= 1
                if look > start and self.lower[look - 1] in ("on", "late", "early", "last", "this", "next"):
                    look -= 1
                begin = look
            elif self.lower[look - 1] in ("again", "once"):
                look -= 1
            else:
                break
        return begin

    def group(self, begin: int, at: int) -> list[str]:
        """The words of a verb group but for the verb."""
        return self.lower[begin:at]

    def subject(self, begin: int, start: int) -> tuple[int, int] | None:
        """The subject of the verb group that begins at `begin`, as places of words, searched from `start` on."""
        rules = self._rules
        if begin > start and self.lower[begin - 1] in rules.relative and self.lower[begin - 1] != "that":
            return self._before_relative(begin - 1, start)
        if begin > start + 1 and self.lower[begin - 1] == "that" and self.lower[begin - 2] not in rules.auxiliary:
            return self._before_relative(begin - 1, start)
        bound = start
        for at in range(begin - 1, start - 1, -1):
            word = self.lower[at]
            if (
                word in _STOPS
                or (word in rules.subordinator and not self._prepositional(at, begin))
                or word in ("that", "saying")
            ):
                bound = at + 1
                break
            if word == "but" and self.skip(at + 1, begin) < begin:
                bound = at + 1
                break
        verbs = [at for at in range(bound, begin) if self.verb_like(at)]
        if verbs:
            bound, begin = self._between(verbs, bound, begin)
        return self._first_phrase(bound, begin)

    def _prepositional(self, at: int, begin: int) -> bool:
        """Whether a word that may open a clause leads a phrase before that of the verb at `begin`: "after the vote, "."""
        if self.lower[at] not in ("after", "before", "since", "until"):
            return False
        comma = next((look for look in range(at + 1, begin) if self.lower[look] == ","), None)
        return comma is not None and not any(self.verb_like(look) for look in range(at + 1, comma))

    def _between(self, verbs: list[int], bound: int, begin: int) -> tuple[int, int]:
        """Where the subject stands if other verbs lie between the clause's start and this verb."""
        last = verbs[-1]
        joins = [at for at in range(last + 1, begin) if self.lower[at] in ("and", "or", "but", "then")]
        if joins:
            rest = [at for at in range(joins[-1] + 1, begin) if not self.adverbial(at) and self.lower[at] != ","]
            if rest:
                return joins[-1] + 1, begin
            return bound, self.group_start(verbs[0], bound)
        commas = [at for at in range(last + 1, begin) if self.lower[at] == ","]
        if commas and commas[-1] + 1 < begin and self.group_start(verbs[0], bound) <= bound:
            return commas[-1] + 1, begin
        after = self.skip(last + 1, begin)
        if self.lower[last] in self._rules.telling and after < begin and self.lower[after] not in (",", "to"):
            return after, begin
        cut = self.group_start(verbs[0], bound)
        if commas and cut > bound and self.lower[cut - 1] in self._rules.relative:
            cut -= 1
        return (bound, cut) if cut > bound else (last + 1, begin)

    def _before_relative(self, at: int, start: int) -> tuple[int, int] | None:
        """The noun phrase that a relative clause says more of: the last one before it."""
        stop = at
        while stop > start and self.lower[stop - 1] in (",", "(", ")"):
            stop -= 1
        begin = stop
        while begin > start and not self._edge(begin - 1):
            begin -= 1
        return (begin, stop) if begin < stop else None

    def _edge(self, at: int) -> bool:
        word, rules = self.lower[at], self._rules
        if word in _COMMAS or word in rules.relative or word in rules.subordinator or word in ("and", "or"):
            return True
        return (word in rules.preposition and word != "of") or self.verb_like(at)

    def _first_phrase(self, bound: int, begin: int) -> tuple[int, int] | None:
        rules = self._rules
        bound = self.skip(bound, begin) if tuple(self.lower[bound : bound + 2]) in _ABOUT else bound
        while bound < begin and (self.adverbial(bound) or self.lower[bound] in (",", "and", "but", "or", "meanwhile", "(", ")")):
            bound += 1
        if bound < begin and (self.lower[bound] in rules.preposition or self.lower[bound] in rules.subordinator):
            comma = next((at for at in range(bound, begin) if self.lower[at] == ","), None)
            if comma is None or comma + 1 >= begin:
                later = self._past_time(bound + 1, begin)
                return self._first_phrase(later, begin) if comma is None and later > bound + 1 else None
            return self._first_phrase(comma + 1, begin)
        stop = self.phrase_end(bound, begin, whole=True)
        return (bound, stop) if bound < stop else None

    def _past_time(self, at: int, stop: int) -> int:
        """The first word that is no part of a time: "1991", "last Monday", "the same day"."""
        while at < stop and (self.timely(at) or self.lower[at] in self._rules.time_opener or self.lower[at].isdigit()):
            at += 1
        return at

    def phrase_end(self, at: int, stop: int, *, whole: bool = False) -> int:
        """Where the noun phrase that begins at `at` ends; `whole`: commas end it too."""
        rules, begin = self._rules, at
        while at < stop:
            word = self.lower[at]
            if word in _COMMAS or word in rules.relative or word in rules.subordinator:
                break
            if word in rules.preposition and word != "of" and at > begin:
                break
            if word == "of" and at + 1 < stop and self.lower[at + 1].endswith("ing"):
                break
            if word in rules.auxiliary or (at > begin and self.verb_like(at)) or word == "to":
                break
            if word in rules.conjunction and not self._joins_nouns(at, stop):
                break
            at += 1
        while at > begin and (self.timely(at - 1) or self.adverbial(at - 1) or self.lower[at - 1] in _LOOSE_ENDS):
            at -= 1
        return at

    def _joins_nouns(self, at: int, stop: int) -> bool:
        """Whether a conjunction joins nouns: what follows is no verb, adverb or pronoun."""
        if self.lower[at] not in ("and", "or", "&") or at + 1 >= stop:
            return False
        after = self.lower[at + 1]
        rules = self._rules
        if after.endswith("ing"):
            return False
        return not (self.verb_like(at + 1) or after in rules.nominative or after in rules.preposition or self.adverbial(at + 1))

    def skip(self, at: int, stop: int) -> int:
        """The next word that is no adverb, time or quotation mark."""
        while at < stop:
            if tuple(self.lower[at : at + 2]) in _ABOUT:
                at += 2
            elif self.adverbial(at) or self.timely(at):
                at += 1
            elif self.lower[at] in ("on", "late", "early", "last", "this") and at + 1 < stop and self.timely(at + 1):
                at += 2
            else:
                break
        return at

    def opens_phrase(self, at: int, stop: int) -> bool:
        """Whether a noun phrase may begin here: at a determiner, a capital, a number or any word of no closed class."""
        if at >= stop:
            return False
        word, rules = self.lower[at], self._rules
        if word in rules.determiner or self.words[at][0].isupper() or word[0].isdigit():
            return True
        closed = (rules.preposition, rules.auxiliary, rules.subordinator, rules.relative, rules.conjunction)
        return word[0].isalpha() and not any(word in each for each in closed) and not self.adverbial(at)

    def end(self, at: int, stop: int, *, through: bool = False) -> int:
        """Where the clause that holds `at` ends; `through`: it runs on into what depends on it ("that", "to", "if")."""
        rules = self._rules
        for place in range(at, stop):
            word = self.lower[place]
            if word in _STOPS:
                return place
            if not through and (word in rules.subordinator or word in ("that", "who", "which", "but")):
                return place
            if word in ("and", "but") and place + 2 < stop and any(self.verb_like(look) for look in range(place + 1, place + 3)):
                return place
        return stop

    def scope(self, at: int, stop: int) -> int:
        """Where what depends on the verb before `at` ends: at a clause that stands beside it or says when and why."""
        rules = self._rules
        for place in range(at, stop):
            word = self.lower[place]
            if word in _STOPS or (word in rules.subordinator and word not in ("if", "unless", "whether")):
                return place
            if (
                word == ","
                and place + 1 < stop
                and (self.lower[place + 1].endswith("ing") or self.lower[place + 1] in ("but", "and"))
            ):
                return place
            if word in ("and", "but") and place + 1 < stop and self.verb_like(place + 1):
                return place
        return stop

    def auxiliary(self, word: str) -> bool:
        """Whether a word is an auxiliary verb."""
        return word in self._rules.auxiliary

    def starts_noun(self, at: int) -> bool:
        """Whether a noun phrase surely begins here: at a determiner, a capital or a number."""
        word = self.words[at]
        return word.lower() in self._rules.determiner or word[0].isupper() or word[0].isdigit()

    def passing(self, at: int) -> bool:
        """Whether the word may stand between those of a pattern: an adverb or a time."""
        return self.adverbial(at) or self.timely(at)

    def preposition(self, at: int) -> bool:
        """Whether the word is a preposition."""
        return self.lower[at] in self._rules.preposition

    def determined(self, at: int) -> bool:
        """Whether a determiner or possessive stands right in front of the word, adjectives aside."""
        return at > 0 and (self.lower[at - 1] in self._rules.determiner or self.lower[at - 1] in ("'s", "’s", "'", "’"))
