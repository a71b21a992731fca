"""Whether a stop ends its sentence: small rules in order, and Punkt for what they leave open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.lexicons.measures import words_with
from claimcompare.sentences.punkt import is_end_to_punkt
from claimcompare.text.datelines import DASH

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcompare.sentences.stops import Stop

_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]+")
_BULLET_NUMBER = re.compile(r"[•⁃▪◦‣●○·*–-]\s*\d{1,3}[.)]+")
_NAME_IN_SMALL = re.compile(r"[a-z]+-?[A-Z]|https?:|www\b")
_CAPITAL_WORD = re.compile(r"[A-Z][a-z]|[AI](?!\w|\.\w)")
_PLAIN_WORD = re.compile(r"[a-z]{3,}")
_PLAIN_END = re.compile(r"(?:[a-z]{2}|\d{2}|[)\]\"”’])$")
_ADDRESS = re.compile(r"[/@:\\]|www\.|\.\w+\.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[A-Z]")
_ROMAN = re.compile(r"[IVXLC]+\.?")
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]*\s+|the\s+|an?\s+){1,4}(?P<verb>[a-z]+)\b")
_CITATION = re.compile(r"\((?:[A-Z][^()]{0,40}\s)?\d+[^()\s]{0,10}\)")
_DAY_AT_END = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8}\.?)\s\d{1,2}$")
_DATELINE_END = re.compile(rf"(?:\s?\([^()]{{2,40}}\))?{DASH}")
_TWO_WORDS = re.compile(r"[\w’']+\s(?P<second>[a-z]+)\s")
_CLOSED_INSIDE = re.compile(r"[^()]{1,300}\),?\s[a-z]")
_ELLIPSIS = 3
_FULL_ELLIPSIS = 4  # three for what is left out, one for the end
_LIMITS = lexicons.parameters("sentences")
_LONGEST_NUMBER: int = _LIMITS["longest_number"]
_LONGEST_WORD: int = _LIMITS["longest_word"]
_SPEAKER_WITHIN: int = _LIMITS["speaker_within"]
_BRACKET_WITHIN: int = _LIMITS["bracket_within"]
_DATE_WITHIN: int = _LIMITS["date_within"]
_SIGNATURE_WITHIN: int = _LIMITS["signature_within"]
_SHORTEST_START: int = _LIMITS["shortest_start"]


def numbers_an_item(stop: Stop) -> bool | None:
    """The number at the head of a list item is no sentence: "1. First"."""
    if stop.end - stop.start > _LONGEST_NUMBER:
        return None
    head = stop.text[stop.start : stop.end].strip()
    return False if _LIST_NUMBER.fullmatch(head) or _BULLET_NUMBER.fullmatch(head) else None


def lacks_a_space(stop: Stop) -> bool | None:
    """Two sentences in "end.The", one in "example.Com", "U.S.Senate" and "Sen.Warner"."""
    if stop.gap:
        return None
    before = stop.text[max(stop.start, stop.end - _LONGEST_WORD) : stop.end].rsplit(None, 1)[-1]
    after = stop.text[stop.end : stop.end + _LONGEST_WORD].split(None, 1)[0]
    if stop.kind or not _CAPITAL_WORD.match(stop.following):
        return False
    if (
        _ADDRESS.search(before)
        or "@" in after
        or "/" in after
        or stop.following.rstrip(".") in lexicons.words("domain_endings")
    ):
        return False
    return bool(_PLAIN_END.search(stop.word + stop.closing))


def goes_on_in_small_letters(stop: Stop) -> bool | None:
    """A small letter goes on with the sentence, unless it is a name such as eBay."""
    if not stop.following[0].islower():
        return None
    is_name = _NAME_IN_SMALL.match(stop.text, stop.resume + len(stop.opening))
    return None if is_name else False


def is_followed_by_its_speaker(stop: Stop) -> bool | None:
    """The sentence goes on after the quotation in ‘"Why?" Mr. Smith asked’."""
    if stop.mark == "." or not stop.closing or stop.opening:
        return None
    speaker = _SPEAKER.match(stop.text[stop.resume : stop.resume + _SPEAKER_WITHIN])
    return False if speaker and speaker["verb"] in lexicons.words("speaker_verbs") else None


def is_followed_by_a_citation(stop: Stop) -> bool | None:
    """A citation in brackets belongs to the sentence before it: "… [...]" (Marsh 12)."""
    if not stop.opening.startswith("("):
        return None
    return False if _CITATION.match(stop.text, stop.resume) else None


def is_in_brackets(stop: Stop) -> bool | None:
    """Sentences in brackets inside another one do not end it: "The mill (it is old. It burned.) is for sale"."""
    before = stop.text[max(stop.start, stop.end - _BRACKET_WITHIN) : stop.end]
    if before.rfind("(") <= max(before.rfind(")"), 0):
        return None
    return False if _CLOSED_INSIDE.match(stop.text, stop.end) else None


def follows_a_plain_word(stop: Stop) -> bool | None:
    """Most stops: after a word in small letters that is no abbreviation, and before a capital."""
    if stop.mark != "." or stop.opening or not stop.following[0].isupper() or not _PLAIN_WORD.fullmatch(stop.word):
        return None
    return None if stop.word in lexicons.rows("abbreviations") else True


def belongs_to_a_name(stop: Stop) -> bool | None:
    """Titles and ranks come before a name."""
    return False if stop.kind == "title" else None


def introduces_a_number(stop: Stop) -> bool | None:
    """No. 5, p. 12 and Vol. II go on; "No." before a word is a sentence of its own."""
    if stop.kind not in ("number", "word"):
        return None
    if stop.following[0].isdigit() or _ROMAN.fullmatch(stop.following):
        return False
    return True if stop.kind == "word" else None


def is_a_word_in_small_letters(stop: Stop) -> bool | None:
    """Ill. is a state, and "ill." the end of a sentence."""
    return True if stop.kind == "capital" and stop.word.islower() else None


def is_an_initial(stop: Stop) -> bool | None:
    """J. and J.K. come before a name, unless the next word is one that starts sentences."""
    if stop.mark != "." or stop.closing or stop.kind or not _INITIALS.fullmatch(stop.word):
        return None
    return bool(stop.opening) or stop.following.lower() in lexicons.words("sentence_starters")


def closes_an_enumeration(stop: Stop) -> bool | None:
    """After "etc." a capital starts the next sentence."""
    return True if stop.kind == "list" else None


def tells_the_time(stop: Stop) -> bool | None:
    """Two sentences in "We left at 6 p.m. Mr. Hay did not", one in "at 6 p.m. Monday" and "At 5 a.m. Mr. Hay rose"."""
    if stop.kind != "clock":
        return None
    if stop.following.rstrip(".").lower() in lexicons.words("days_and_zones"):
        return False
    return len(stop.text[stop.start : min(stop.end, stop.start + _LONGEST_WORD)].split()) >= _SHORTEST_START


def leaves_words_out(stop: Stop) -> bool | None:
    """Four dots end a sentence, and three in brackets; three at a word do where the next word starts a sentence."""
    dots = stop.mark.count(".") + _ELLIPSIS * stop.mark.count("…")
    if dots < _ELLIPSIS:
        return None
    if dots >= _FULL_ELLIPSIS or "]" in stop.closing:
        return True
    stands_apart = not stop.word or " " in stop.mark
    return not stands_apart and stop.starts_anew and stop.following != "I"


def is_in_a_dateline(stop: Stop) -> bool | None:
    """A state before a dash goes on: "CEDAR FALLS, Ohio. -" is a dateline, and so is one with an agency in brackets."""
    if stop.kind not in ("state", "capital"):
        return None
    return False if _DATELINE_END.match(stop.text, stop.end) else None


def is_in_a_state(stop: Stop) -> bool | None:
    """Within a sentence a comma would follow the state, as in "in Hartford, Conn., officials said"."""
    if stop.kind != "state" and not (stop.kind == "capital" and stop.word[0].isupper()):
        return None
    at = stop.end - len(stop.word) - 1
    return True if stop.text[max(stop.start, at - 2) : at].rstrip().endswith(",") else None


def is_over_before_another_name(stop: Stop) -> bool | None:
    """After "Acme Co." the sentence is over before "Mr. Smith", and before a word that starts sentences."""
    if stop.kind not in ("either", "state", "capital"):
        return None
    return True if stop.starts_anew or stop.following in lexicons.words("courtesy_titles") else None


def is_part_of_a_name(stop: Stop) -> bool | None:
    """Yahoo! and the like."""
    if stop.mark not in "!?" or stop.closing or stop.starts_anew or stop.opening:
        return None
    return False if stop.word.lower() in lexicons.words("names_with_stops") else None


def is_signed(stop: Stop) -> bool | None:
    """A dash and a name after a quotation at a paragraph's end say whose it is."""
    if not stop.opening.startswith(("-", "–", "—")) or stop.starts_anew:
        return None
    return False if len(stop.text) - stop.resume < _SIGNATURE_WITHIN else None


def dates_a_noun(stop: Stop) -> bool | None:
    """The day goes with the noun in "the Aug. 31. Deadline for a deal": rewriting tools put stops after figures."""
    if stop.mark != "." or stop.opening or stop.following.lower() not in lexicons.words("dated_nouns"):
        return None
    day = _DAY_AT_END.search(stop.text[max(stop.start, stop.end - _DATE_WITHIN) : stop.end - len(stop.mark)])
    if not day or day["month"].rstrip(".").lower() not in words_with("M"):
        return None
    noun = _TWO_WORDS.match(stop.text, stop.resume)
    return False if noun and noun["second"] in lexicons.words("prepositions_after_nouns") else None


def is_the_end_to_punkt(stop: Stop) -> bool | None:
    """Punkt's opinion (Kiss and Strunk 2006), from the word before, the mark and the word after."""
    return is_end_to_punkt(f"{stop.word}{stop.mark} {stop.following}")


RULES: tuple[Callable[[Stop], bool | None], ...] = (
    numbers_an_item,
    lacks_a_space,
    goes_on_in_small_letters,
    is_followed_by_its_speaker,
    is_followed_by_a_citation,
    is_in_brackets,
    follows_a_plain_word,
    belongs_to_a_name,
    introduces_a_number,
    is_a_word_in_small_letters,
    is_an_initial,
    closes_an_enumeration,
    tells_the_time,
    is_in_a_dateline,
    is_in_a_state,
    is_over_before_another_name,
    leaves_words_out,
    is_part_of_a_name,
    is_signed,
    dates_a_noun,
    is_the_end_to_punkt,
)


def ends_a_sentence(stop: Stop) -> bool:
    """Whether the sentence is over; the first rule that has an opinion decides."""
    for rule in RULES:
        if (opinion := rule(stop)) is not None:
            return opinion
    return False
