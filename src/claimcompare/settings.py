"""What a user can set; every value is checked when it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from claimcompare.errors import SettingsError, is_whole

if TYPE_CHECKING:
    from attrs import Attribute


Check = Callable[[Any, "Attribute[Any]", Any], None]


def _is_number(value: object) -> bool:
    return is_whole(value) or isinstance(value, float)


def _in_unit_interval(_: object, attribute: Attribute[Any], value: Any) -> None:
    if not (_is_number(value) and 0.0 <= value <= 1.0):
        raise SettingsError(f"{attribute.name} is {value!r}, but has to lie between 0 and 1")


def _at_least_two(_: object, attribute: Attribute[Any], value: Any) -> None:
    if not (is_whole(value) and value >= 2):  # noqa: PLR2004 - a comparison takes two
        raise SettingsError(f"{attribute.name} is {value!r}, but a claim is shared by 2 reports or more")


def _positive(_: object, attribute: Attribute[Any], value: Any) -> None:
    if not (_is_number(value) and value >= 1):
        raise SettingsError(f"{attribute.name} is {value!r}, but has to be 1 or more")


def _whole(_: object, attribute: Attribute[Any], value: Any) -> None:
    _positive(_, attribute, value)
    if not is_whole(value):
        raise SettingsError(f"{attribute.name} is {value!r}, but has to be a whole number")


def _or_none(check: Check) -> Check:
    def checked(record: object, attribute: Attribute[Any], value: Any) -> None:
        if value is not None:
            check(record, attribute, value)

    return checked


@frozen(kw_only=True)
class Settings:
    """How reports are compared.

    Attributes:
        min_score: 0..1; pairs that score at least this are put into clusters.
        keep_score: 0..1; pairs that score at least this are listed in ``Comparison.matches``. None: the same as
            ``min_score``; 0: every candidate pair.
        min_reports: clusters of fewer reports are left out.
        max_differences: the most differences that a cluster lists, weightiest first; None for all of them.
        story_days: sorting a corpus into stories, two reports are half as near with every so many days between them;
            None: it does not matter when they were published.
    """

    min_score: float = field(default=0.3, validator=_in_unit_interval)
    keep_score: float | None = field(default=None, validator=_or_none(_in_unit_interval))
    min_reports: int = field(default=2, validator=_at_least_two)
    max_differences: int | None = field(default=8, validator=_or_none(_whole))
    story_days: float | None = field(default=7.0, validator=_or_none(_positive))

    @property
    def kept_score(self) -> float:
        """The score from which a pair is listed."""
        return self.min_score if self.keep_score is None else self.keep_score
