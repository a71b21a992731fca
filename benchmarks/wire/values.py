"""What stands in the slots: drawn once a story (or a fact), and put into words anew by every report."""

from __future__ import annotations

import datetime
import math
import random
from collections.abc import Callable

from attrs import define, field, frozen

from wire import names
from wire.grammar import Kind, Slot, kinds

COMMON = kinds("common.txt")[0]
MISCOUNTED, MISDATED, MISSPELT = 0.08, 0.05, 0.04  # how often a report has another figure, day or spelling
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = tuple(item[0] for item in COMMON.lists["month"])
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEARS, _THOUSAND, _WEEK = range(1000, 2101), 1000, 7


@frozen
class Person:
    """Someone: the names, and the words for the post, if any."""

    first: str
    last: str
    posts: tuple[str, ...]


@frozen
class Firm:
    """A company by its long name, which begins with the short one."""

    name: str
    form: str


Value = tuple[str, ...] | Person | Firm | float


@frozen
class Style:
    """The habits of one desk."""

    digits: bool
    percent: str
    money: str
    months: tuple[str, ...]
    weekdays: bool

    @classmethod
    def drawn(cls, chance: random.Random) -> Style:
        """Habits at random."""
        return cls(
            digits=chance.random() < 0.3,  # noqa: PLR2004 - most write small numbers as words
            percent=chance.choice((" percent", " per cent", " pct", "%")),
            money=chance.choice(("{} million dollars", "${} million", "{} mln dlrs")),
            months=chance.choice((_MONTHS, _SHORT)),
            weekdays=chance.random() < 0.6,  # noqa: PLR2004 - and the others the day of the month
        )


@define
class Voice:
    """One report's way of putting a story: its style, whom it has introduced, and what it got differently."""

    chance: random.Random
    style: Style
    met: set[str] = field(factory=set)
    changed: dict[str, Value] = field(factory=dict)


def value_of(slot: Slot, kind: Kind, chance: random.Random) -> Value:
    """What a slot holds, drawn at random."""
    if slot.sign:
        return _figure(slot, chance)
    prefix, _, rest = slot.key.partition(".")
    if prefix == "person":
        return _person(kind, rest, chance)
    if prefix == "firm":
        return Firm(names.drawn(chance, "firm"), chance.choice(_items(kind, slot.key))[0])
    return (_NAMED[prefix](chance),) if prefix in _NAMED else chance.choice(_items(kind, slot.key))


_NAMED: dict[str, Callable[[random.Random], str]] = {
    "city": lambda chance: names.drawn(chance, "city"),
    "term": lambda chance: names.drawn(chance, "term").lower(),
    "country": lambda chance: chance.choice(names.words("country")),
    "region": lambda chance: f"{chance.choice(names.words('region'))} {chance.choice(names.words('country'))}",
}


def _items(kind: Kind, key: str) -> tuple[tuple[str, ...], ...]:
    return kind.lists.get(key) or COMMON.lists[key]


def _person(kind: Kind, key: str, chance: random.Random) -> Person:
    titles = kind.lists.get(f"title.{key}") or COMMON.lists.get(f"title.{key}")
    posts = chance.choice(titles) if titles else ()
    return Person(chance.choice(names.words("first")), names.drawn(chance, "surname"), posts)


def _figure(slot: Slot, chance: random.Random) -> float:
    """Small figures are more frequent than large ones, which are rounded; years and days are evenly spread."""
    low, high = slot.low, slot.high
    if slot.sign in "@=" or (low in _YEARS and high in _YEARS):
        return chance.randint(low, high)
    drawn = math.exp(chance.uniform(math.log(low), math.log(high + 1)))
    if slot.sign == "%" and chance.random() < 0.5:  # noqa: PLR2004 - half of the percentages have a decimal
        return round(drawn, 1)
    digits = chance.choice((1, 2, 2, 3)) - 1 - int(math.log10(drawn))
    return min(high, max(low, round(drawn, digits) if drawn >= _THOUSAND else round(drawn)))


def other_figure(figure: float, chance: random.Random) -> float:
    """The same figure as somebody else has it."""
    if figure == int(figure) and int(figure) in _YEARS:
        return figure + chance.choice((-2, -1, 1, 2))
    step = max(1, round(figure * chance.uniform(0.05, 0.5)))
    return figure + step if figure <= step or chance.random() < 0.5 else figure - step  # noqa: PLR2004 - up or down


def in_words(slot: Slot, value: Value, voice: Voice, day: datetime.date) -> str:
    """A value as this report puts it."""
    if isinstance(value, Person):
        return _called(value, voice)
    if isinstance(value, Firm):
        return _named(value, voice)
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 or voice.chance.random() < 0.6 else value[-1]  # noqa: PLR2004 - the usual word
    return _put(slot, value, voice, day)


def _put(slot: Slot, figure: float, voice: Voice, day: datetime.date) -> str:
    style = voice.style
    if slot.sign == "@":
        return date_in_words(day + datetime.timedelta(days=int(figure)), style, near=figure < _WEEK)
    if slot.sign == "%":
        return f"{figure:g}{style.percent}"
    if slot.sign == "$":
        return _money(figure, style)
    if slot.sign == "#" and figure < len(_SMALL) and not style.digits:
        return _SMALL[int(figure)]
    return f"{int(figure)}" if slot.sign == "=" or (slot.low in _YEARS and slot.high in _YEARS) else f"{int(figure):,}"


def _money(figure: float, style: Style) -> str:
    if figure < _THOUSAND:
        return style.money.format(f"{figure:g}")
    return style.money.replace("million", "billion").replace("mln", "billion").format(f"{figure / _THOUSAND:.3g}")


def date_in_words(day: datetime.date, style: Style, *, near: bool) -> str:
    """A day with its preposition."""
    if near and style.weekdays:
        return f"on {_DAYS[day.weekday()]}"
    return f"on {style.months[day.month - 1]} {day.day}"


def _called(person: Person, voice: Voice) -> str:
    """With both names and the post at first, by the last name or the post from then on."""
    if person.last in voice.met:
        by_post = person.posts and voice.chance.random() < 0.2  # noqa: PLR2004 - the post once in a while
        return f"the {voice.chance.choice(person.posts)}" if by_post else person.last
    voice.met.add(person.last)
    whole = f"{person.first} {person.last}"
    if not person.posts:
        return whole
    post = voice.chance.choice(person.posts)
    return f"{whole}, the {post}," if " of " in post else f"{post} {whole}"


def _named(firm: Firm, voice: Voice) -> str:
    if firm.name in voice.met:
        return firm.name
    voice.met.add(firm.name)
    return f"{firm.name} {firm.form}"
