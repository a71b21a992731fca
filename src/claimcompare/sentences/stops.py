"""A stop in a text that could end a sentence, with what is around it."""

from __future__ import annotations

from attrs import frozen

from claimcompare import lexicons


@frozen
class Stop:
    """A stop that could end a sentence.

    Attributes:
        text: the paragraph.
        start: of the sentence so far.
        word: the characters before the mark, from the last white space on, without opening marks.
        mark: the stop itself; ``closing`` the marks that close with it; ``opening`` those before the next word.
        gap: the white space after it, which may be lacking.
        following: the next word.
        end: where the sentence would end; ``resume`` where the next one would start.
    """

    text: str
    start: int
    word: str
    mark: str
    closing: str
    gap: str
    opening: str
    following: str
    end: int
    resume: int

    @property
    def kind(self) -> str | None:
        """The kind of abbreviation that the word before the stop is; None for any other word."""
        if self.mark != "." or self.closing:
            return None
        return lexicons.rows("abbreviations").get(self.word.lower())

    @property
    def starts_anew(self) -> bool:
        """Whether the next word starts sentences where it has a capital, since it is no part of names."""
        word = self.following.lower()
        return word in lexicons.words("sentence_starters") or word in lexicons.words("words_in_small_letters")
