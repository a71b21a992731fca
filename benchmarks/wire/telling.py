"""Stories and the reports that tell them: what each of their sentences says is known, since it was planted."""

from __future__ import annotations

import datetime
import random
import re

from attrs import define, evolve, field, frozen

from wire.grammar import Choice, Kind, Pattern, Quote, Slot
from wire.names import misspelt
from wire.values import (
    COMMON,
    MISCOUNTED,
    MISDATED,
    MISSPELT,
    Person,
    Style,
    Value,
    Voice,
    date_in_words,
    in_words,
    other_figure,
    value_of,
)

ASCRIBED, UNASCRIBED, NAMED_SPEAKER = 0.42, 0.2, 0.5  # facts that have a source, reports that leave it out
COPIED, ADDED, DATED, DIRECT = 0.25, 0.4, 0.5, 0.6
_JOINTS = (", and ", ", while ", "; ", ", but ")
_NAMES = {"city", "country", "region", "person", "firm"}
_PLACES: tuple[Pattern, ...] = (
    (" in ", Slot("city")),
    (" in ", Slot("region")),
    (" in ", Slot("city.second")),
    (" near ", Slot("city.third")),
    (" in the town of ", Slot("city", own=True)),
)
_SEAMS = re.compile(r",\s*,\s*|\s{2,}|,(?=;)")
_TWICE = re.compile(r"\b(until|from|by|for|between|and) on (?=[A-Z])")


@define
class Fact:
    """One thing that can be told.

    Attributes:
        pattern: the clause; of a quotation, the words in quotation marks and the reported ones.
        speaker: whom reports ascribe it to; None where it is told as known.
        dated: whether reports may put the story's day to it.
        own: what stands in the slots of this fact alone.
        told: the last sentence that told it, which another report may copy.
    """

    number: int
    pattern: Pattern | Quote
    quoted: bool
    speaker: str | None
    dated: bool
    own: dict[str, Value] = field(factory=dict)
    told: str = ""


@define
class Story:
    """What happened: its kind, its day, what stands in its slots, and which patterns that fit any story it has used."""

    number: int
    kind: Kind
    day: datetime.date
    values: dict[str, Value] = field(factory=dict)
    used: set[int] = field(factory=set)
    facts: int = 0

    def fact(
        self, pattern: Pattern | Quote, chance: random.Random, *, quoted: bool = False, bare: bool = False
    ) -> Fact:
        """One more fact of this story; a bare one is neither ascribed nor dated."""
        self.facts += 1
        ascribed = quoted or (not bare and chance.random() < ASCRIBED)
        speaker = _speaker(self.kind, chance) if ascribed else None
        place = () if quoted or _names_something(pattern) else chance.choice(_PLACES)
        return Fact(self.facts, (*pattern, *place), quoted, speaker, dated=self.facts == 1)


@frozen
class Told:
    """A sentence of a report, and the facts that it tells."""

    text: str
    facts: tuple[int, ...]


def _names_something(part: object) -> bool:
    """Whether a pattern has a name in it, by which the fact can be told from the same fact of another story."""
    if isinstance(part, Slot):
        return part.key.partition(".")[0] in _NAMES
    inner = part.ways if isinstance(part, Choice) else part
    return isinstance(inner, tuple) and any(_names_something(one) for one in inner)


def _speaker(kind: Kind, chance: random.Random) -> str:
    return f"person.{chance.choice(kind.titles)}" if chance.random() < NAMED_SPEAKER else "other"


class Teller:
    """A report in the making: puts the facts of one story into sentences."""

    def __init__(self, story: Story, chance: random.Random) -> None:
        self.story, self.chance = story, chance
        self.voice = Voice(chance, Style.drawn(chance))
        self._fact: Fact | None = None
        self._given: dict[str, str] = {}

    def headline(self) -> str:
        """A headline of the story."""
        met = set(self.voice.met)
        text = self._put(self.chance.choice(self.story.kind.patterns["head"]))
        self.voice.met = met
        return _tidy(text)[:-1]

    def dateline(self, day: datetime.date) -> str:
        """Place and day, as they stand before the first sentence."""
        city = self._filled(Slot("city")).upper()
        return f"{city}, {date_in_words(day, evolve(self.voice.style, weekdays=False), near=False)[3:]} — "

    def sentence(self, fact: Fact, other: Fact | None = None) -> Told:
        """The fact in this report's words, or in those of the report before it; together with another one, if given."""
        if other is not None:
            joint = self.chance.choice(_JOINTS)
            return Told(_tidy(self._statement(fact) + joint + self._statement(other)), (fact.number, other.number))
        if not fact.told or self.chance.random() >= COPIED:
            fact.told = _tidy(self._quotation(fact) if fact.quoted else self._statement(fact))
        return Told(fact.told, (fact.number,))

    def _statement(self, fact: Fact) -> str:
        self._fact = fact
        clause = self._put(fact.pattern)  # type: ignore[arg-type]  # a quotation goes the other way
        ascribed = fact.speaker is not None and self.chance.random() >= UNASCRIBED
        day = date_in_words(self.story.day, self.voice.style, near=True)
        if fact.dated and not ascribed and self.chance.random() < DATED:
            clause = f"{day}, {clause}" if self.chance.random() < DIRECT else f"{clause} {day}"
        if self.chance.random() < ADDED:
            tail = self._put(self.chance.choice(COMMON.patterns["tail"]))
            clause += tail if tail.startswith(",") else f" {tail}"
        return self._ascribed(clause, fact.speaker) if ascribed and fact.speaker else clause

    def _ascribed(self, clause: str, speaker: str) -> str:
        self._given = {"clause": clause, "who": self._filled(Slot(speaker))}
        return self._put(self.chance.choice(COMMON.patterns["say"]))

    def _quotation(self, fact: Fact) -> str:
        self._fact = fact
        direct, reported = fact.pattern
        who = self._filled(Slot(fact.speaker or "other"))
        if self.chance.random() >= DIRECT:
            return f"{who} {self.chance.choice(('said', 'added', 'told reporters'))} that {self._put(reported)}"  # type: ignore[arg-type]  # as above
        words = self._put(direct)  # type: ignore[arg-type]  # as above
        words = words[0].upper() + words[1:]
        return f"“{words},” {who} said" if self.chance.random() < DIRECT else f"{who} said: “{words}.”"

    def _put(self, pattern: Pattern) -> str:
        out: list[str] = []
        self._append(pattern, out)
        return "".join(out)

    def _append(self, pattern: Pattern, out: list[str]) -> None:
        for part in pattern:
            if isinstance(part, str):
                out.append(part)
            elif isinstance(part, Slot):
                out.append(self._filled(part))
            else:
                ways = part.ways
                self._append(ways[int(self.chance.random() * len(ways))], out)

    def _filled(self, slot: Slot) -> str:
        if slot.key in {"who", "clause"}:
            return self._given[slot.key]
        if slot.key == "day":
            return date_in_words(self.story.day, self.voice.style, near=True)
        fact = self._fact
        values = fact.own if slot.own and fact is not None else self.story.values
        value = values.get(slot.key)
        if value is None:
            value = values[slot.key] = value_of(slot, self.story.kind, self.chance)
        text = in_words(slot, self._as_known(slot, value), self.voice, self.story.day)
        if slot.article:
            text = f"{'an' if text[0] in 'aeiouAEIO' else 'a'} {text}"
        return text[0].upper() + text[1:] if slot.capital else text

    def _as_known(self, slot: Slot, value: Value) -> Value:
        """The value as this report has it, which may differ from what the others have."""
        key = slot.key if not slot.own else f"{self._fact.number}.{slot.key}" if self._fact else slot.key
        if key in self.voice.changed:
            return self.voice.changed[key]
        chance = self.chance.random()
        if isinstance(value, float | int) and chance < (MISDATED if slot.sign == "@" else MISCOUNTED):
            value = other_figure(value, self.chance)
        elif isinstance(value, Person) and chance < MISSPELT:
            value = Person(value.first, misspelt(value.last), value.posts)
        self.voice.changed[key] = value
        return value


def _tidy(text: str) -> str:
    """The sentence with its capital and its stop, and without the seams of its parts."""
    text = _SEAMS.sub(lambda found: found[0].strip()[-1:] + " " if found[0].strip() else " ", text).strip(" ,")
    text = _TWICE.sub(r"\1 ", text[0].upper() + text[1:])
    return text if text[-1] in ".”" else f"{text}."
