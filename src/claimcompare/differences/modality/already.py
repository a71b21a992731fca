"""What is done already here and still to come there: "has already applied for it", "plans to apply for it next year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.shared.apart import verbs_apart
from claimcompare.differences.shared.clauses import is_conditional, objects_of, same_object, same_subject
from claimcompare.differences.shared.modals import FACT, TO_COME
from claimcompare.differences.shared.negators import negated
from claimcompare.differences.shared.phrases import chain_start
from claimcompare.lexicons.relations import base

if TYPE_CHECKING:
    from claimcompare.differences.shared.modals import Group
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_ALREADY = "already"


def is_done_already(pair: Pair, left: Group, right: Group) -> bool:
    """Whether one version says that an act is done already which the other foresees, on reports of one day."""
    done = [_is_done(version, one) for version, one in zip(pair.read, (left, right), strict=True)]
    to_come = [one.kind in TO_COME for one in (left, right)]
    if not any(done) or done != to_come[::-1] or any(map(negated, pair.read, (left.verb, right.verb))):
        return False
    return _is_one_act(pair, left.verb, right.verb) and not _are_of_two_days(pair)


def _is_done(version: Version, group: Group) -> bool:
    chain = version.forms[chain_start(version, group.verb) : group.verb]
    return group.kind == FACT and _ALREADY in chain and not is_conditional(version, group.verb)


def _is_one_act(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs are one, with the same object and no other subject, and not told of two places or parts."""
    bases = [base(pair.tokens(side)[at].stem) for side, at in ((0, left), (1, right))]
    if bases[0] != bases[1] or not all(objects_of(version, at) for version, at in zip(pair.read, (left, right), strict=True)):
        return False
    if same_subject(pair, left, right) is False or not same_object(pair, left, right):
        return False
    return not verbs_apart(pair, left, right)


def _are_of_two_days(pair: Pair) -> bool:
    """Whether the reports are of two days: what was planned may have been done since."""
    return None not in pair.published and pair.published[0] != pair.published[1]
