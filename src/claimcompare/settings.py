"""What a user can set; every value is checked when it is made."""

from __future__ import annotations

import reprlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from claimcompare.errors import SettingsError, is_number, is_whole

if TYPE_CHECKING:
    from attrs import Attribute

FEWEST_REPORTS = 2  # that make a comparison, and that share a claim
FEWEST_FOR_ALL_BUT_ONE = 3  # of two reports each is all but one, which says nothing


def wanted(
    words: str, holds: Callable[[Any], bool], *, or_none: bool = False
) -> Callable[[object, Attribute[Any], Any], None]:
    """A validator of attrs that raises SettingsError, in one line, for a value that is not what ``words`` say."""

    def check(_: object, attribute: Attribute[Any], value: Any) -> None:
        if not (holds(value) or (or_none and value is None)):
            raise SettingsError(
                f"{attribute.name} is {reprlib.repr(value)}, but has to be {words}{', or None' * or_none}"
            )

    return check


@frozen(kw_only=True)
class Settings:
    """How reports are compared.

    Attributes:
        min_score: 0..1; pairs that score at least this are put into clusters.
        keep_score: 0..1; pairs that score at least this are listed in ``Comparison.matches``. None: the same as
            ``min_score``; 0: every candidate pair.
        min_reports: clusters of fewer reports are left out.
        max_differences: the most differences that a cluster lists, weightiest first; None for all of them.
        stories_from: so many reports or more are a corpus, which is sorted into stories; fewer are one story.
        story_days: sorting a corpus into stories, two reports are half as near with every so many days between them;
            None: it does not matter when they were published.
    """

    min_score: float = field(default=0.27, validator=wanted("a number from 0 to 1", partial(is_number, most=1.0)))
    keep_score: float | None = field(
        default=None, validator=wanted("a number from 0 to 1", partial(is_number, most=1.0), or_none=True)
    )
    min_reports: int = field(
        default=FEWEST_REPORTS, validator=wanted("a whole number from 2 on", partial(is_whole, least=FEWEST_REPORTS))
    )
    max_differences: int | None = field(
        default=8, validator=wanted("a whole number from 1 on", partial(is_whole, least=1), or_none=True)
    )
    stories_from: int = field(default=51, validator=wanted("a whole number from 2 on", partial(is_whole, least=2)))
    story_days: float | None = field(
        default=7.0, validator=wanted("a number from 1 on", partial(is_number, least=1.0), or_none=True)
    )

    @property
    def kept_score(self) -> float:
        """The score from which a pair is listed."""
        return self.min_score if self.keep_score is None else self.keep_score
