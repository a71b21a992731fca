"""What a version counts: its quantities, ages and lengths of time, in units that can be compared.

A length of time is a quantity whichever way it is put: "a twenty-year war", "after two decades". Only one that says by
when something is done ("in four days") is a date.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare import lexicons
from claimcompare.differences.number.read.ages import age_owner
from claimcompare.differences.number.read.numberof import counted_before
from claimcompare.differences.shared.pairing import MOST_COMPARED
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.time.routines import routines
from claimcompare.differences.shared.versions import KEPT
from claimcompare.lexicons.measures import days_of, measures
from claimcompare.records import Quantity, Span
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import DateMention

SCORE, AGE, DAY, TIMES, ROUTINE = "score", "age", "day", "times", "routine"
_LATE = "late-"
_SETTINGS = lexicons.parameters("differences")["counts"]
_WINDOW: int = _SETTINGS["window"]
_OLDEST: int = _SETTINGS["oldest"]
_MOST_CHILDREN: int = _SETTINGS["most_children"]
_WHOLE: float = _SETTINGS["whole"]


@frozen(kw_only=True)
class Count:
    """A quantity and its words in a version.

    Attributes:
        quantity: in days where it is a length of time.
        words: its tokens.
        counted: those that name what it counts, or whose age it is.
        stems: the stems of these.
        unit_days: of a length of time, the days of the unit that it is told in.
        measured: the noun before an "of" that says what it is: "a loan of $500".
    """

    quantity: Quantity
    words: range
    counted: tuple[int, ...] = ()
    stems: frozenset[str] = frozenset()
    unit_days: float = 0.0
    measured: tuple[int, ...] = ()

    @property
    def span(self) -> Span:
        """Where it is in the report."""
        return self.quantity.span


@lru_cache(maxsize=KEPT)
def counts_of(version: Version) -> tuple[Count, ...]:
    """The counts of a version in the order of its words; of more than a sentence has, as in a table, the first."""
    told = [*_numbers(version), *_lengths(version), *_times(version), *_singles(version)]
    often = list(_routines(version))
    taken = {at for one in often for at in one.words}
    found = [*(one for one in told if taken.isdisjoint(one.words)), *often]
    return tuple(sorted(found, key=lambda one: one.span.start)[:MOST_COMPARED])


def is_deadline(date: DateMention) -> bool:
    """Whether a length of time says by when: "in four days"."""
    return date.key.partition("-")[0] in lexicons.words("deadline_prepositions")


def value_of(count: Count) -> str:
    """The quantity in normal form, such as ``>4000`` or ``5-10 %`` or ``#6`` or ``52-48``."""
    quantity = count.quantity
    if quantity.unit == SCORE:
        return f"{quantity.high:g}-{quantity.low:g}"
    if quantity.unit == ROUTINE:
        return _routine_shown(quantity.low)
    scale = _unit_shown(quantity.low) if count.unit_days else 1.0
    low, high = (_shown(value / scale, rounded=bool(count.unit_days)) for value in (quantity.low, quantity.high))
    value = low if low == high else f"{low}-{high}" if math.isfinite(quantity.high) else f"{low} or more"
    unit = _units()[scale] if count.unit_days else quantity.unit
    unit = f"{unit or ''}/{quantity.per}" if quantity.per else unit
    return f"{quantity.approximator or ''}{'#' if quantity.ordinal else ''}{value}{f' {unit}' if unit else ''}"


def _shown(value: float, *, rounded: bool) -> str:
    """A number as it is shown; a length of time is whole where it is as good as that: 4.25 years are 51 months."""
    whole = rounded and math.isfinite(value) and _is_whole(value)
    return f"{round(value) if whole else round(value, 4):.12g}"


# ---------------------------------------------------------------- quantities and ages


def _numbers(version: Version) -> Iterator[Count]:
    for one in version.features.quantities:
        words = version.indexes(one.span)
        if words and not _one_of(version, one, words):
            yield _children(version, one, words) or _age(version, one, words) or _count(version, one, words)


def _singles(version: Version) -> Iterator[Count]:
    """The one thing that a version counts by an adjective: "a single shot", but not "not a single shot"."""
    for at in range(1, len(version.forms) - 1):
        if version.forms[at] not in lexicons.words("single_words") or any(version.gaps[at : at + 2]):
            continue
        opener, thing = version.features.tokens[at - 1], version.features.tokens[at + 1]
        denied = at > 1 and version.forms[at - 2] in lexicons.words("none_words")
        if version.form(at - 1) in lexicons.words("articles") and version.content[at + 1] and not denied:
            span = Span(opener.start, version.features.tokens[at].end)
            unit = _unit_named(thing.form)
            counted = () if unit else (at + 1,)
            stems = frozenset({thing.stem} if counted else ())
            quantity = Quantity(span=span, low=1.0, high=1.0, unit=unit, counted=tuple(sorted(stems)))
            yield Count(quantity=quantity, words=range(at - 1, at + 1), counted=counted, stems=stems)


def _unit_named(noun: str) -> str | None:
    """The unit that a noun in the singular is one of: "a single vote"."""
    code, value = measures().get(f"{noun.lower()}s", ("", ""))
    return value if code == "x" and value.isalpha() else None


def _one_of(version: Version, quantity: Quantity, words: range) -> bool:
    """Whether it only picks one out of others: "one of several members", and not "1% of", "$1 of"."""
    single = quantity.low == quantity.high == 1.0 and quantity.unit is None and not quantity.ordinal
    return single and version.forms[words.stop : words.stop + 1] == ("of",)


def _count(version: Version, quantity: Quantity, words: range) -> Count:
    stems = frozenset(quantity.counted)
    tokens = enumerate(version.features.tokens[words.stop : words.stop + _WINDOW], words.stop)
    counted = tuple(at for at, token in tokens if token.stem in stems)
    named = quantity.unit is None and counted and not is_verb(version, words.stop)
    measured = () if named else _measured_before(version, words)
    led = () if quantity.unit or quantity.ordinal or measured else counted_before(version, words)
    if led:
        counted, stems = led, frozenset(version.stems[at] for at in led)
    days = 0.0 if quantity.ordinal else _days().get(quantity.unit or "", 0.0)
    if days:
        quantity = evolve(quantity, low=quantity.low * days, high=quantity.high * days, unit=DAY)
    return Count(quantity=quantity, words=words, counted=counted, stems=stems, unit_days=days, measured=measured)


def _measured_before(version: Version, words: range) -> tuple[int, ...]:
    """The noun before the "of" that a number stands behind: "a loan of $500", "a speed of just 47 mph"; or nothing."""
    at, forms = words.start - 1, version.forms
    while at > 0 and forms[at] in lexicons.words("length_fillers"):
        at -= 1
    if at < 1 or forms[at] != "of" or any(version.gaps[at : words.start]):
        return ()
    named = version.features.tokens[at - 1].form.islower() and forms[at - 1] not in lexicons.words("round_words")
    return (at - 1,) if version.content[at - 1] and named else ()


def _children(version: Version, quantity: Quantity, words: range) -> Count | None:
    """How many children somebody has: "a mother of three", where no word behind says whom the number counts."""
    start, stop = words.start, words.stop
    few = quantity.unit is None and not quantity.ordinal and quantity.high <= _MOST_CHILDREN
    bare = few and start > 1 and version.form(start - 1) == "of"
    stems = _offspring().get(version.forms[start - 2]) if bare else None
    if stems is None or any(version.gaps[start - 1 : start + 1]) or _names_more(version, stop):
        return None
    return Count(quantity=quantity, words=words, stems=stems, measured=(start - 2,))


def _names_more(version: Version, at: int) -> bool:
    """Whether a word that is neither a name nor a verb goes on behind a number: "a mother of three boys"."""
    goes_on = at < len(version.forms) and not version.gaps[at] and version.content[at]
    return goes_on and version.features.tokens[at].form.islower() and not is_verb(version, at)


@cache
def _offspring() -> dict[str, frozenset[str]]:
    """The stems of the words for whom each parent has."""
    return {parent: frozenset(map(stem, words.split(", "))) for parent, words in lexicons.table("offspring")}


def _age(version: Version, quantity: Quantity, words: range) -> Count | None:
    """The age that a quantity is: "a 34-year-old driver", "aged 34", "Ann Doe, 34, ..."."""
    may_be_age = quantity.unit is not None or quantity.high < _OLDEST
    owner = age_owner(version, quantity, words) if may_be_age else None
    if owner is None:
        return None
    stems = frozenset(version.stems[at] for at in owner)
    return Count(quantity=evolve(quantity, unit=AGE, ordinal=False), words=words, counted=owner, stems=stems)


# ---------------------------------------------------------------- how often


def _times(version: Version) -> Iterator[Count]:
    """How often a thing was done, in one word: "was vaccinated twice", and not "twice the price"."""
    if _adverbs().keys().isdisjoint(version.forms):
        return
    for at, form in enumerate(version.forms):
        if form in _adverbs() and not _compares(version, at + 1):
            value = _adverbs()[form]
            quantity = Quantity(span=version.features.tokens[at].span, low=value, high=value, unit=TIMES)
            yield Count(quantity=quantity, words=range(at, at + 1))


def _routines(version: Version) -> Iterator[Count]:
    """How often a thing is done, in times a day: "once a week", "daily"."""
    for one in routines(version):
        span = Span(version.features.tokens[one.words[0]].start, version.features.tokens[one.words[-1]].end)
        quantity = Quantity(span=span, low=one.low, high=one.high, unit=ROUTINE)
        yield Count(quantity=quantity, words=one.words)


def _compares(version: Version, at: int) -> bool:
    """Whether a word behind "twice" makes it so many times as much as another: "twice the", "twice as"."""
    return not lexicons.words("determiners", "definite_words", "times_objects").isdisjoint(version.forms[at : at + 1])


@cache
def _adverbs() -> dict[str, float]:
    return {word: float(value) for word, value in lexicons.table("times_adverbs")}


# ---------------------------------------------------------------- lengths of time


def _lengths(version: Version) -> Iterator[Count]:
    """The lengths of time that features took for dates."""
    for date in version.dates:
        words = version.indexes(date.span)
        if date.key.startswith(_LATE) and words:
            yield _lateness(date, words)
        if date.duration is None or is_deadline(date) or not words:
            continue
        high = math.inf if date.key.endswith("?") else date.duration
        quantity = Quantity(span=date.span, low=date.duration, high=high, approximator=date.approximator, unit=DAY)
        units = [days for at in words if (days := _days().get(version.forms[at].rstrip("s")))]
        yield Count(quantity=quantity, words=words, unit_days=min(units, default=1.0))


def _lateness(date: DateMention, words: range) -> Count:
    """The length of time before a "late": "took off six hours late"."""
    days = float(date.key.removeprefix(_LATE))
    quantity = Quantity(span=date.span, low=days, high=days, approximator=date.approximator, unit=DAY)
    return Count(quantity=quantity, words=words[:-1], counted=(words[-1],), unit_days=days_of("hour"))


def _routine_shown(times: float) -> str:
    """So many times a day as a whole number of times by a unit, or as one by several days: "2/week"."""
    found = next((unit for unit in sorted(_units()) if (told := unit * times) > _WHOLE and _is_whole(told)), None)
    return f"every {1 / times:.4g} days" if found is None else f"{round(found * times)}/{_units()[found]}"


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < _WHOLE and round(value) > 0


@cache
def _days() -> dict[str, float]:
    """The days of each unit of time."""
    return {word.rstrip("s"): float(value) for word, (code, value) in measures().items() if code == "U"}


@cache
def _units() -> dict[float, str]:
    """The name of each unit in which a length of time is shown, by its days."""
    return {_days()[unit]: unit for unit in lexicons.words("length_units")}


def _unit_shown(days: float) -> float:
    """The longest unit that makes a whole number, or else the longest that fits."""
    fitting = [unit for unit in _units() if unit <= days] or [min(_units())]
    whole = [unit for unit in fitting if abs(days / unit - round(days / unit)) < _WHOLE]
    return max(whole or fitting)
