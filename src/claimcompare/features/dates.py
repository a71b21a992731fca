"""Shape → dates: words that name a day or a stretch of time, as days where the report's own date allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.features.datepatterns import date_matches
from claimcompare.features.datepoints import POINTS
from claimcompare.features.datestretches import STRETCHES

if TYPE_CHECKING:
    import datetime

    from claimcompare.features.shapes import Shape
    from claimcompare.records import DateMention

_READERS = POINTS | STRETCHES


def dates_of(shape: Shape, published: datetime.date | None) -> tuple[DateMention, ...]:
    """The dates and durations of a sentence, resolved with the day on which its report was published."""
    if shape.plain:
        return ()
    found = (_READERS[str(match.lastgroup)](shape, match, published) for match in date_matches(shape))
    return tuple(one for one in found if one)
