"""Somebody with name and role in one version and by the role alone in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.view import OTHER, Point, left_first
from claimcompare.differences.shared.who.nameforms import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Severity

_BESIDE: int = lexicons.parameters("differences")["names"]["beside"]


def by_role_alone(pair: Pair, side: Side) -> Iterator[Point]:
    """Whom ``side`` gives name and role and the other version the role: "spokeswoman Ann Doe", "a spokeswoman".

    "The spokeswoman" may be named elsewhere in her report, so that is but another form.
    """
    other = OTHER[side]
    for name in pair.features[side].names:
        own = pair.indexes(side, name.span) if len(name.words) >= FULL else range(0)
        roles = _roles_beside(pair, side, own) if own and not pair.reached(side, own) else []
        there = next(
            (at for role in roles for at in pair.partner(side, role) if _is_that_role(pair, side, role, at)), None
        )
        if there is None or any(_of_role(pair.versions[other], one, there) for one in _placed(pair, other)):
            continue
        article = _article_before(pair.versions[other], there)
        if article is None:
            continue
        named = [min(roles[0], own.start), max(roles[0], own.stop - 1)]
        unknown = pair.versions[other].forms[article] in lexicons.words("indefinite_words")
        severity: Severity = "shift" if unknown else "style"
        yield point("name", severity, pair.marks(*left_first(side, named, [article, there])), "unnamed")
        return


def _is_that_role(pair: Pair, side: Side, role: int, there: int) -> bool:
    """Whether a role corresponds to that of the other version: no "health minister" is the interior minister."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    fields = role > 0 and version.content[role - 1] and there > 0 and other.content[there - 1]
    of_one_field = not fields or corresponds(pair, *left_first(side, role - 1, there - 1))
    return of_one_field and corresponds(pair, *left_first(side, role, there))


def _placed(pair: Pair, side: Side) -> Iterator[range]:
    """Where the names of a version are."""
    return (place for one in pair.features[side].names if (place := pair.indexes(side, one.span)))


def _of_role(version: Version, name: range, role: int) -> bool:
    """Whether a name belongs to the role beside it: that of a firm before "spokesman" is not his."""
    behind = name.stop <= role <= name.stop + _BESIDE and version.gaps[name.stop] == ","
    return behind or name.start == role + 1


def _article_before(version: Version, role: int) -> int | None:
    """Where the "a" of "a Pentagon spokesman" is, or the "the" or "his": somebody who is not named."""
    places = range(role - 1, max(-1, role - 2 - _BESIDE), -1)
    openers = lexicons.words("indefinite_words", "definite_words")
    return next((at for at in places if version.forms[at] in openers), None)


def _roles_beside(pair: Pair, side: Side, name: range) -> list[int]:
    """The words right before a name, or after the name and a comma, that say what somebody is: "spokeswoman"."""
    version = pair.versions[side]
    behind = version.gaps[name.stop : name.stop + 1] == (",",)
    stops = (at for at in range(name.stop, len(version.forms)) if version.forms[at] in lexicons.words("phrase_stops"))
    end = min(name.stop + _BESIDE + 1, next(stops, len(version.forms)))  # "of the University of Tarn, as director"
    places = [name.start - 1, *(range(name.stop, end) if behind else ())]
    roles = lexicons.words("titles", "roles")
    return [at for at in places if 0 <= at < len(version.forms) and version.forms[at] in roles and version.content[at]]
