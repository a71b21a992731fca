"""Whether a paragraph opens with the title of its report, or with a sentence that starts with the same words."""

from __future__ import annotations

import re

from claimcompare import lexicons
from claimcompare.records import Span
from claimcompare.text.datelines import dateline_of
from claimcompare.text.pagelines import bounds, ends_like_a_sentence, word_count

_GAP = re.compile(r"\s+")
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[\"'“‘(\[]?(?P<word>\w[\w'’-]*)")
_STOP = re.compile(r"[.?!…]")


def gap_after_title(text: str, paragraph: Span, title: str) -> Span | None:
    """The white space between the title that ``paragraph`` opens with and its text; None where there is no such cut."""
    end = paragraph.start + len(title)
    if not title or not text.startswith(title, paragraph.start):
        return None
    gap = _GAP.match(text, end, paragraph.end)
    if gap is None or gap.end() >= paragraph.end:
        return None
    rest = Span(gap.end(), paragraph.end)
    on_its_own = _LINE_END.search(gap.group()) is not None
    return Span(end, rest.start) if _begins_anew(text, rest, title, on_its_own=on_its_own) else None


def _begins_anew(text: str, rest: Span, title: str, *, on_its_own: bool) -> bool:
    """Whether the words after a title are no part of its sentence; a small letter always goes on."""
    following = _WORD.match(text, rest.start, rest.end)
    if following is None or following["word"][0].islower():
        return False
    if on_its_own or ends_like_a_sentence(title):
        return True
    if not _STOP.search(text, rest.start, rest.end):  # a longer title ("Storm In Norvik Leaves Five Dead")
        return False
    return (
        _opens_a_sentence(following["word"])
        or _follows_a_dateline(text, rest)
        or (_is_long(title) and (_starts_alike(following["word"], title) or _cannot_go_on(following["word"], title)))
    )


def _opens_a_sentence(word: str) -> bool:
    """Whether a capital makes of it the first word of a sentence and hardly a name, as it does of "The"."""
    lowered = word.lower()
    return lowered in lexicons.words("sentence_starters") and lowered not in lexicons.words("starters_in_names")


def _follows_a_dateline(text: str, rest: Span) -> bool:
    """Whether the rest opens with a dateline; what goes on in small letters after a dash is put in between."""
    dateline = dateline_of(text, rest)
    return dateline is not None and not text[dateline.end : dateline.end + 1].islower()


def _is_long(title: str) -> bool:
    return word_count(title) >= bounds()["shortest_title_in_text"]


def _starts_alike(word: str, title: str) -> bool:
    """Whether the text takes up the title: "Mayor Holt of Norvik resigns after vote Mayor Holt of Norvik …"."""
    return title.split(maxsplit=1)[0] == word


def _cannot_go_on(word: str, title: str) -> bool:
    """Whether a common word with a capital comes after a small letter, or after a title with capitals throughout."""
    others = title.split()[1:]
    return bool(others) and _is_common(word) and (others[-1][0].islower() or any(map(_is_common, others)))


def _is_common(word: str) -> bool:
    """Whether a word has a capital and is seldom written with one."""
    return word[0].isupper() and word.lower() in lexicons.words("common_words")
