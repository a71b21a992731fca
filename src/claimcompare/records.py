"""Every type that flows, in the order of the flow: read this file first.

All of them are frozen and slotted. Offsets are code points into ``Report.text`` as decoded from the file; nothing
normalises the text underneath them.
"""

from __future__ import annotations

import datetime
import reprlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from attrs import field, frozen

from claimcompare.errors import RecordError
from claimcompare.settings import Settings

if TYPE_CHECKING:
    import pandas as pd
    from attrs import Attribute

Kind = Literal[
    "number", "date", "name", "negation", "modality", "attribution", "quotation", "label", "detail", "wording"
]
Severity = Literal["conflict", "shift", "style"]
Role = Literal["body", "headline", "furniture"]
Relation = Literal["same", "stem", "spelling", "number", "abbreviation", "related", "antonym", "phrase", "context"]

KINDS: tuple[Kind, ...] = get_args(Kind)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


# ---------------------------------------------------------------- reading


@frozen(order=True)
class Span:
    """A half-open range of code points: ``text[start:end]``."""

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        try:
            runs = 0 <= self.start <= self.end
        except TypeError:
            runs = False
        if not (runs and isinstance(self.start, int) and isinstance(self.end, int)):
            raise RecordError(
                f"a span runs from 0 or later to its end, in whole numbers, not from {self.start!r} to {self.end!r}"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points both spans have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@frozen(kw_only=True)
class Provenance:
    """Where something that a report says of itself was found.

    Attributes:
        field: the attribute of Report that was filled in, such as ``title``.
        where: in words, such as ``dateline`` or ``html meta og:title``.
        span: the place in the report's text, where it is there.
    """

    field: str
    where: str
    span: Span | None = None


def _date(value: datetime.date | str | None) -> datetime.date | None:
    if value != value:  # noqa: PLR0124 - what pandas has for no time, which is a datetime as well
        raise RecordError(f"published is {value!r}, but has to be a date such as 2021-08-10, or None")
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.datetime.fromisoformat(value).date()
    except (TypeError, ValueError):
        raise RecordError(f"published is {value!r}, but has to be a date such as 2021-08-10") from None


def _is_text(_: object, attribute: Attribute[str], value: Any) -> None:
    if not isinstance(value, str):
        raise RecordError(f"{attribute.name} is {value!r}, but has to be a string")


def _is_text_or_none(_: object, attribute: Attribute[str | None], value: Any) -> None:
    if not (value is None or isinstance(value, str)):
        raise RecordError(f"{attribute.name} is {value!r}, but has to be a string or None")


def _is_provenance(_: object, attribute: Attribute[tuple[Provenance, ...]], value: Any) -> None:
    if not (isinstance(value, tuple) and all(isinstance(found, Provenance) for found in value)):
        raise RecordError(f"{attribute.name} is {reprlib.repr(value)}, but has to be a tuple of Provenance")


@frozen(kw_only=True)
class Report:
    """One source document.

    Attributes:
        id: unique among the reports that are compared.
        text: as decoded; every offset points into it.
        published: a date, or an ISO 8601 string of one.
        agency: the wire service that the report credits, such as ``AP``.
        provenance: for each of the others that was found and not given, where.
    """

    id: str = field(validator=_is_text)
    text: str = field(repr=False, validator=_is_text)
    title: str | None = field(default=None, validator=_is_text_or_none)
    source: str | None = field(default=None, validator=_is_text_or_none)
    published: datetime.date | None = field(default=None, converter=_date)
    url: str | None = field(default=None, validator=_is_text_or_none)
    path: str | None = field(default=None, validator=_is_text_or_none)
    author: str | None = field(default=None, validator=_is_text_or_none)
    place: str | None = field(default=None, validator=_is_text_or_none)
    agency: str | None = field(default=None, validator=_is_text_or_none)
    provenance: tuple[Provenance, ...] = field(default=(), validator=_is_provenance)


@frozen(kw_only=True)
class Problem:
    """Some input that could not be read: one line that names the file, the place and the remedy."""

    path: str
    message: str

    @property
    def line(self) -> str:
        """What is said of it, behind the file that it is of, where it is of one."""
        return f"{self.path}: {self.message}" if self.path else self.message


@frozen(kw_only=True)
class ReadResult:
    """What was read, what could not be, and what was noticed (such as a report given twice)."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


@frozen(kw_only=True)
class Story:
    """Reports that are compared with each other.

    Attributes:
        name: what the ids of its claims and clusters start with; empty where it is the only one.
        reports: in the order of their ids.
    """

    name: str
    reports: tuple[Report, ...]


# ---------------------------------------------------------------- cleaning, sentences, claims


@frozen(kw_only=True)
class Block:
    """A stretch of a report's text (a line or paragraph) and what it is.

    Attributes:
        reason: for furniture, why it is taken for that, in words.
    """

    report: str
    span: Span
    role: Role
    reason: str | None = None


@frozen(kw_only=True)
class Sentence:
    """A sentence of a report, as a reader would split it. ``index`` counts within the report."""

    report: str
    span: Span
    index: int
    headline: bool = False


@frozen(kw_only=True)
class Claim:
    """What is compared: a span of one report that states one thing, a sentence or a clause of one.

    Attributes:
        id: ``c1``, ``c2`` ... in the order of the reports and of their text; of a corpus, story by story.
        text: the report's text at ``span``.
        sentence: the sentence that the claim is in; the same as ``span`` for a whole sentence.
        position: which sentence of its report it is in.
    """

    id: str
    report: str
    span: Span
    text: str
    sentence: Span
    position: int = 0
    headline: bool = False

    def __attrs_post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise RecordError(f"claim {self.id} has {len(self.text)} characters, but its span has {len(self.span)}")
        if not self.sentence.covers(self.span):
            raise RecordError(f"claim {self.id} at {self.span} lies outside its sentence at {self.sentence}")

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole sentence and not a clause of one."""
        return self.span == self.sentence


# ---------------------------------------------------------------- features


@frozen
class Token:
    """One word or number of a report.

    Attributes:
        start: offset into the report's text; ``end`` likewise.
        form: the word as a reader takes it (quotes straight, soft hyphens and line-end hyphens gone), in its case.
        stem: lower case, stemmed.
    """

    start: int
    end: int
    form: str
    stem: str

    @property
    def span(self) -> Span:
        """Where it is in the report."""
        return Span(self.start, self.end)


@frozen(kw_only=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        low: the smallest value that the words allow; ``high`` the largest. "about 40" is 40..40 with an approximator.
        approximator: ``more than``, ``about``, ``nearly``..., normalised, or None.
        unit: ``%``, ``USD``, ``year`` ... where the words name one.
        per: of a rate, what each of it is for: ``month`` of "$500 a month", ``hour`` of "50 mph".
        counted: stems of the words that say what is counted.
        ordinal: "sixth" and not "six".
    """

    span: Span
    low: float
    high: float
    approximator: str | None = None
    unit: str | None = None
    per: str | None = None
    counted: tuple[str, ...] = ()
    ordinal: bool = False


@frozen(kw_only=True)
class DateMention:
    """Words that name a day or a stretch of time.

    Attributes:
        earliest: the first day that the words allow, None where they do not say (no year, no date of the report).
        latest: the last.
        key: a normal form that is equal for different spellings of the same date, such as ``--08-31`` or ``weekday-2``.
        duration: "for two weeks", "in four days": a length of time, in days, not a point in time.
        approximator: of a length of time, as that of a quantity: ``<`` of "in less than a week".
    """

    span: Span
    key: str
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    duration: float | None = None
    approximator: str | None = None


@frozen(kw_only=True)
class Name:
    """A person, place or organisation as named at one spot; ``words`` without titles, in their case."""

    span: Span
    words: tuple[str, ...]
    title: str | None = None


@frozen(kw_only=True)
class Quotation:
    """Words in quotation marks, the marks left out. ``closed`` is false where the text lost one of the marks."""

    span: Span
    closed: bool = True


@frozen(kw_only=True)
class Attribution:
    """Who says it, and with what verb.

    Attributes:
        span: source and cue together.
        source: the speaker as written, such as "a Pentagon spokesman, John Kirby"; empty where only the cue is there.
        cue: the reporting words: "said", "according to", "reportedly".
        verb: its base form, such as "say" or "according to".
        content: what is said, as far as it is in the same sentence.
        speaker: the words at ``source``, which may lie outside the claim.
        age: of the speaker, where it stands within these words or right behind them.
    """

    span: Span
    source: Span
    cue: Span
    verb: str
    content: Span
    speaker: str = ""
    age: int | None = None


@frozen(kw_only=True, cache_hash=True)  # versions are looked up by them again and again
class Features:
    """What is known of one claim before it is compared.

    The tokens are those of the claim alone; ``attributions`` and ``quotations`` also name those of its sentence that
    reach into it, since who says a clause often stands outside it; ``told_beside`` is who says a sentence that is a
    quotation and names nobody, or a pronoun alone, where the sentence before or behind tells. ``terms`` are the tokens
    as they are counted when sentences are compared: "£55m" and "55 million pounds" have the same three.
    """

    claim: Claim
    tokens: tuple[Token, ...]
    terms: tuple[Token, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    told_beside: Attribution | None = None


# ---------------------------------------------------------------- candidates, alignment, scoring


class Candidate(NamedTuple):
    """Two claims of different reports that are worth a look, as indexes, left before right; ``cosine`` is 0..1."""

    left: int
    right: int
    cosine: float


@frozen(kw_only=True)
class Link:
    """Words of one claim that correspond to words of the other.

    Attributes:
        left: indexes into the left claim's ``Features.tokens``, ascending; ``right`` likewise.
        relation: why they correspond.
        similarity: 0..1.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: Relation
    similarity: float = 1.0


@frozen(kw_only=True)
class Evidence:
    """One thing that spoke for or against a match.

    Attributes:
        name: of the feature.
        value: what was measured.
        weight: what it added to the score's log-odds; negative where it spoke against.
        words: the same for a reader, such as ``11 words in the same order``.
    """

    name: str
    value: float
    weight: float
    words: str


@frozen(kw_only=True)
class Mention:
    """One place that has a reading; an empty span at the claim's start says that the claim lacks it."""

    claim: str
    span: Span

    @property
    def is_told(self) -> bool:
        """Whether it has words."""
        return len(self.span) > 0


@frozen(kw_only=True)
class Reading:
    """One version of a point: its normal value, and every mention that has it."""

    value: str
    mentions: tuple[Mention, ...]

    @property
    def is_told(self) -> bool:
        """Whether it has words, and does not stand for what its claims lack."""
        return any(mention.is_told for mention in self.mentions)


@frozen(kw_only=True)
class Difference:
    """One point on which versions of a claim differ.

    Attributes:
        readings: at least two, in the order of the reports.
        note: a hint for the reader, such as that the reports are of different days.
        contradictions: of a conflict, which readings cannot both be true, as pairs of their indexes in ``readings``.
    """

    kind: Kind
    severity: Severity
    readings: tuple[Reading, ...]
    note: str | None = None
    contradictions: tuple[tuple[int, int], ...] = ()

    @property
    def severities(self) -> tuple[Severity, ...]:
        """That of each reading: in a conflict, a reading that contradicts no other is a shift."""
        contradicting = {index for pair in self.contradictions for index in pair}
        if not contradicting:
            return (self.severity,) * len(self.readings)
        return tuple("conflict" if index in contradicting else "shift" for index in range(len(self.readings)))


@frozen(kw_only=True)
class Match:
    """Two claims of different reports that state the same thing.

    Attributes:
        score: 0..1, calibrated: of the pairs that score 0.8, four in five are the same claim.
        alignment: one pair of spans per aligned word or phrase, each an offset into its own report's text. Empty for
            pairs below ``Settings.min_score``, which are not aligned.
    """

    left: Claim
    right: Claim
    score: float
    evidence: tuple[Evidence, ...] = ()
    alignment: tuple[tuple[Span, Span], ...] = ()
    differences: tuple[Difference, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from claimcompare.rendering.notebook import match_html  # noqa: PLC0415 - see Comparison

        return match_html(self)


# ---------------------------------------------------------------- clusters, the whole


@frozen(kw_only=True)
class Cluster:
    """Claims of two or more reports that all state the same thing.

    Attributes:
        claims: in the order of the reports and of their text.
        representative: the id of the version that is closest to the others and complete.
        origins: how many independent sources stand behind it.
    """

    id: str
    claims: tuple[Claim, ...]
    representative: str
    origins: int
    differences: tuple[Difference, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of its reports, each once, in order."""
        return tuple(dict.fromkeys(claim.report for claim in self.claims))

    @property
    def heading(self) -> Claim:
        """The representative claim."""
        return next(claim for claim in self.claims if claim.id == self.representative)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from claimcompare.rendering.notebook import cluster_html  # noqa: PLC0415 - see Comparison

        return cluster_html(self)


@frozen(kw_only=True)
class Origin:
    """Reports that are copies or rewrites of one text and so count as one source.

    Attributes:
        reports: their ids; a report of its own is an origin of one.
        evidence: why they are taken together, in words.
    """

    id: str
    reports: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@frozen(kw_only=True)
class Overlap:
    """How much two reports have in common.

    Attributes:
        left: the id of the report that comes first; ``right`` of the other.
        claims: 0..1, the share of their sentences that share a cluster, whole or with a clause, with the other.
        verbatim: 0..1, the share of the shorter one's words that are in the other in runs of the same words.
    """

    left: str
    right: str
    claims: float
    verbatim: float


@frozen(kw_only=True)
class Comparison:
    """Everything that came of comparing reports.

    Attributes:
        blocks: the lines of every report with their role; furniture says why it was left out.
        claims: every claim, also one that matched nothing; of a corpus, story by story, as the clusters are.
    """

    settings: Settings
    reports: tuple[Report, ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)
    matches: tuple[Match, ...] = field(repr=False)
    clusters: tuple[Cluster, ...] = field(repr=False)
    origins: tuple[Origin, ...] = field(default=(), repr=False)

    def furniture(self) -> tuple[Block, ...]:
        """What was left out of the comparison, with the reason."""
        return tuple(block for block in self.blocks if block.role == "furniture")

    # What can be asked of a comparison stands apart from the types and builds on them: imported when asked for.
    def unique(self) -> tuple[Claim, ...]:
        """The sentences that only one report has: neither they nor a clause of them are in a cluster.

        Claims of fewer than ``settings.min_reports`` reports are in none.
        """
        from claimcompare.overview import unique  # noqa: PLC0415

        return unique(self)

    def matrix(self) -> dict[str, dict[str, tuple[Claim, ...]]]:
        """Which report makes which claim: for each cluster's id, for each report's id, its versions, none if empty."""
        from claimcompare.overview import matrix  # noqa: PLC0415

        return matrix(self)

    def all_but_one(self) -> tuple[tuple[Cluster, str], ...]:
        """The clusters that all reports but one share, each with the id of that one; empty below three reports."""
        from claimcompare.overview import all_but_one  # noqa: PLC0415

        return all_but_one(self)

    def overlap(self) -> tuple[Overlap, ...]:
        """For each pair of reports that share a claim, how much they have in common."""
        from claimcompare.overview import overlap  # noqa: PLC0415

        return overlap(self)

    @cached_property
    def known_features(self) -> tuple[Features, ...]:
        """What is known of each claim by its own report: worked out once, for all claims that are sought."""
        from claimcompare.preparation import known_features  # noqa: PLC0415

        return known_features(self.reports, self.claims)

    def find(self, text: str, limit: int = 10) -> tuple[Match, ...]:
        """Where the claim ``text`` is made, the surest first, and how it differs; ``left`` is always what is sought.

        Raises:
            ArgumentError: the text is not a string, or the limit not a whole number from 0 on.
        """
        from claimcompare.finding import find  # noqa: PLC0415

        return find(self, text, limit)

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Data frames: reports, claims, matches, members (of clusters), differences, mentions, overlap.

        Raises:
            ClaimCompareError: the extra ``pandas`` is not installed.
        """
        from claimcompare.rendering.frames import frames_of  # noqa: PLC0415

        return frames_of(self)

    def to_tables(self) -> dict[str, list[dict[str, Any]]]:
        """The same as plain rows, without pandas: for each table a list of dictionaries by the names of the columns."""
        from claimcompare.rendering.tables import tables_of  # noqa: PLC0415

        return tables_of(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from claimcompare.rendering.notebook import comparison_html  # noqa: PLC0415

        return comparison_html(self)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain lists and dictionaries; ``docs/json.md`` describes it field by field."""
        # Serialisation stands apart from the types and builds on them, so it is imported when asked for.
        from claimcompare.rendering.json import comparison_as_dict  # noqa: PLC0415

        return comparison_as_dict(self)
