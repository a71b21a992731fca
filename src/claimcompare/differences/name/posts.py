"""Who has a post of a body: "union president Ann Doe" and "Peter Marsh, the president of the union".

Posts that one person at a time has stand in ``sole_posts.txt``. The body has to be told by both in the same
word, beside the post; somebody may have two names in one report, and another body another president.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.name.apart import are_two
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.differences.shared.who.nameforms import FULL, name_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Name

_REACH: int = lexicons.parameters("differences")["posts"]["reach"]
_ARTICLES = frozenset({("a",), ("the",)})


@frozen
class _Post:
    """A person, the post beside the name, and the word for the body that it is of, as token indexes."""

    name: Name
    place: range
    post: str
    body: int


def other_holders_of_posts(pair: Pair) -> Iterator[Point]:
    """The points at which another one has the same post of the same body."""
    for left, right in product(_posts(pair.versions[0]), _posts(pair.versions[1])):
        one_post = left.post == right.post and _is_one_body(pair, left, right)
        if one_post and are_two(pair, name_words(left.name), name_words(right.name)):
            marks = (pair.mark(0, left.name.span), pair.mark(1, right.name.span))
            yield point("name", "conflict", marks)
            return


@lru_cache(maxsize=KEPT)
def _posts(version: Version) -> tuple[_Post, ...]:
    """The full names with a post and a body; a post that a version gives to two is none."""
    names = ((name, version.indexes(name.span)) for name in version.features.names if len(name.words) >= FULL)
    found = [post for name, place in names if place for post in _posts_of(version, name, place)]
    posts = [one.post for one in found]
    return tuple(one for one in found if posts.count(one.post) == 1)


@cache
def _sole_posts() -> tuple[tuple[str, ...], ...]:
    """The words of each, the longest first."""
    return tuple(sorted((tuple(line.split()) for line in lexicons.ordered("sole_posts")), key=len, reverse=True))


def _posts_of(version: Version, name: Name, place: range) -> Iterator[_Post]:
    """The post beside a name: "Tarn mayor Ann Doe", "Ann Doe, mayor of Tarn", "the mayor of Tarn, Ann Doe"."""
    forms, gaps = version.forms, version.gaps
    behind = place.stop + (forms[place.stop : place.stop + 1] in _ARTICLES)
    of = next((at for at in range(place.start - 2, max(0, place.start - 1 - _REACH), -1) if forms[at] == "of"), 0)
    for words in _sole_posts():
        start = place.start - len(words)
        if start > 0 and forms[start : place.start] == words and gaps[place.start] in ("", ","):
            yield from _with_body(version, name, place, range(start, place.start))
        elif forms[behind : behind + len(words)] == words and gaps[place.stop] == ",":
            yield from _with_body(version, name, place, range(behind, behind + len(words)))
        elif of >= len(words) and forms[of - len(words) : of] == words and gaps[place.start] == ",":
            yield from _with_body(version, name, place, range(of - len(words), of))
        else:
            continue
        return


def _with_body(version: Version, name: Name, place: range, post: range) -> Iterator[_Post]:
    """The post with the name of what it is of, before it or behind its "of"; none of what is over or not yet."""
    phrase = " ".join(version.forms[post.start : post.stop])
    body = post.start - 1
    if version.forms[post.stop : post.stop + 1] == ("of",):
        last = min(len(version.forms), post.stop + 1 + _REACH)
        body = next((at for at in range(post.stop + 1, last) if version.content[at]), -1)
    elif body in place or version.gaps[post.start]:
        return
    before = version.forms[max(0, min(body, post.start) - 1) : post.start]
    named = body >= 0 and version.content[body] and version.features.tokens[body].form[0].isupper()
    if named and lexicons.words("former_words").isdisjoint(before):
        yield _Post(name, place, phrase, body)


def _is_one_body(pair: Pair, left: _Post, right: _Post) -> bool:
    """Whether the body is called by the same word."""
    forms = (pair.versions[side].forms[one.body] for side, one in zip(SIDES, (left, right), strict=True))
    return len({form.removesuffix("'s") for form in forms}) == 1
