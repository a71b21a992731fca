"""A year of the service: stories begin, their reports come in over some days, and everything else in between."""

from __future__ import annotations

import datetime
import heapq
import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from attrs import evolve, frozen

from wire import names
from wire.grammar import kinds
from wire.telling import Fact, Story, Teller, Told
from wire.values import COMMON

Given = TypeVar("Given")

START = datetime.datetime(2023, 1, 1)
MEAN_LOG, SPREAD_LOG, SHORTEST, LONGEST = 1.71, 0.6, 2, 45  # of the sentences in a report: about 7, often 4, seldom 30
WEIGHTS = (34, 24, 15, 10, 8, 5, 4)  # of stories that 2, 3, ... 8 reports tell
SHARED = 0.62  # of a report's sentences, as far as there is something to share
ASIDES, QUOTED, BARE, JOINED = 0.35, 0.2, 0.25, 0.27
DATELINE, PARAGRAPH = 0.35, 0.55
HOURS_LATER, LATEST = 15.0, datetime.timedelta(days=3)
MINUTES_A_DAY = 24 * 60


@frozen
class Planted:
    """A sentence of a report: its place in the text, and the facts that it tells."""

    start: int
    end: int
    facts: tuple[str, ...]


@frozen
class Written:
    """A report as it goes out, and what is known of its sentences."""

    id: str
    title: str
    text: str
    published: datetime.datetime
    source: str
    sentences: tuple[Planted, ...]

    @property
    def record(self) -> dict[str, Any]:
        """The report as a record that can be read."""
        return {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "published": self.published.isoformat(timespec="minutes"),
            "source": self.source,
        }


@frozen
class Service:
    """How the service is: reports a day, and how many of them belong to a story with others."""

    seed: int = 1
    per_day: float = 400.0
    in_stories: float = 0.5


def reports(service: Service, sentences: int) -> Iterator[Written]:
    """Reports in the order of their time, until they have so many sentences; what is held is some days' reports."""
    chance = random.Random(service.seed)
    told = 0
    for number, written in enumerate(_in_order(service, chance), 1):
        yield evolve(written, id=f"w{number:07d}")
        told += len(written.sentences)
        if told >= sentences:
            return


def _in_order(service: Service, chance: random.Random) -> Iterator[Written]:
    """All reports, without an end, by the time at which they go out."""
    waiting: list[tuple[datetime.datetime, int, Written]] = []
    mean = sum(weight * count for count, weight in enumerate(WEIGHTS, 2)) / sum(WEIGHTS)
    shared = service.in_stories / mean / (service.in_stories / mean + 1 - service.in_stories)
    gap = MINUTES_A_DAY / service.per_day * (shared * mean + 1 - shared)
    now, made = START, 0
    for number in itertools.count(1):
        now += datetime.timedelta(minutes=chance.expovariate(1 / gap))
        while waiting and waiting[0][0] <= now:
            yield heapq.heappop(waiting)[-1]
        count = chance.choices(range(2, 9), WEIGHTS)[0] if chance.random() < shared else 1
        for written in _reports_of(now, number, count, chance):
            made += 1
            heapq.heappush(waiting, (written.published, made, written))


def _reports_of(now: datetime.datetime, number: int, count: int, chance: random.Random) -> Iterator[Written]:
    """The reports of one story that begins now."""
    every = kinds("stories.txt")
    story = Story(number, every[int(len(every) * chance.random())], now.date())
    known = list(_facts(story, chance))
    for at, source in enumerate(chance.sample(names.words("source"), count)):
        later = datetime.timedelta(hours=chance.expovariate(1 / HOURS_LATER) if at else 0.0)
        teller = Teller(story, chance)
        text, sentences = _laid_out(teller, _told(teller, known, chance), now.date(), chance)
        yield Written(
            id="",
            title=teller.headline(),
            text=text,
            published=now + min(later, LATEST),
            source=source,
            sentences=sentences,
        )


def _facts(story: Story, chance: random.Random) -> Iterator[Fact]:
    """What there is to tell of a story, the weightiest first."""
    lead, *rest = story.kind.patterns["fact"]
    yield story.fact(lead, chance)
    for pattern in chance.sample(rest, len(rest)):
        yield story.fact(pattern, chance)
        if chance.random() < ASIDES:
            yield _aside(story, chance)


def _aside(story: Story, chance: random.Random) -> Fact:
    """Something that any story can have; no story has the same twice, as long as there is anything else."""
    if chance.random() < QUOTED:
        return story.fact(_unused(story, COMMON.quotes, chance), chance, quoted=True)
    bare = chance.random() < BARE
    return story.fact(_unused(story, COMMON.patterns["told" if bare else "fact"], chance), chance, bare=bare)


def _unused(story: Story, patterns: Sequence[Given], chance: random.Random) -> Given:
    left = [one for one in patterns if id(one) not in story.used] or patterns
    chosen = left[int(chance.random() * len(left))]
    story.used.add(id(chosen))
    return chosen


def _told(teller: Teller, known: Sequence[Fact], chance: random.Random) -> list[Told]:
    """The sentences of a report: the lead, some of what the others have as well, and what it alone has."""
    length = min(LONGEST, max(SHORTEST, round(chance.lognormvariate(MEAN_LOG, SPREAD_LOG))))
    common = min(len(known), max(1, sum(chance.random() < SHARED for _ in range(length))))
    weights = [chance.random() ** (1 + at / len(known)) for at in range(len(known))]
    chosen = {0, *sorted(range(1, len(known)), key=weights.__getitem__)[len(known) - common :]}
    facts = [known[at] for at in sorted(chosen)]
    for _ in range(round(length / (1 - JOINED)) - len(facts)):
        facts.insert(chance.randint(1, len(facts)), _aside(teller.story, chance))
    return list(_sentences(teller, facts, chance))


def _sentences(teller: Teller, facts: Sequence[Fact], chance: random.Random) -> Iterator[Told]:
    """The facts in sentences, some of which tell two of them."""
    waiting: Fact | None = None
    for fact in facts:
        if waiting is None:
            waiting = fact
        elif not fact.quoted and not waiting.quoted and chance.random() < JOINED / (1 - QUOTED) ** 2:
            yield teller.sentence(waiting, fact)
            waiting = None
        else:
            yield teller.sentence(waiting)
            waiting = fact
    if waiting is not None:
        yield teller.sentence(waiting)


def _laid_out(
    teller: Teller, told: Sequence[Told], day: datetime.date, chance: random.Random
) -> tuple[str, tuple[Planted, ...]]:
    """The text in its paragraphs, and where each sentence stands in it."""
    parts = [teller.dateline(day)] if chance.random() < DATELINE else [""]
    length, sentences = len(parts[0]), []
    for at, one in enumerate(told):
        gap = "" if not at else "\n\n" if chance.random() < PARAGRAPH else " "
        start = length + len(gap)
        length = start + len(one.text)
        parts.extend((gap, one.text))
        sentences.append(Planted(start, length, tuple(f"{teller.story.number}.{fact}" for fact in one.facts)))
    return "".join(parts), tuple(sentences)
