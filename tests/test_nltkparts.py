"""What is used of nltk is loaded without the rest of it, and nobody else notices."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from claimcompare.text import nltkparts

SAMPLE = ("It cost 5 million. That was too much.", "Mr. Smith left.")


def printed(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_comparing_leaves_no_module_of_nltk_and_does_not_import_scipy() -> None:
    code = "import sys, claimcompare; claimcompare.compare_claims('He ran.', 'She ran.'); print(*sorted(sys.modules))"
    modules = set(printed(code).split())
    assert "claimcompare.text.nltkparts" in modules
    assert not {name for name in modules if name.partition(".")[0] in {"nltk", "scipy", "sklearn"}}


def test_who_imports_nltk_afterwards_gets_all_of_it() -> None:
    code = (
        "import claimcompare; claimcompare.compare_claims('He ran.', 'She ran.')\n"
        "import nltk, nltk.corpus\n"
        "print(nltk.wordpunct_tokenize('a b.'), nltk.FreqDist('aab').most_common(1), nltk.pathsec.__name__,"
        " type(nltk.corpus.stopwords).__name__)"
    )
    assert printed(code) == "['a', 'b', '.'] [('a', 2)] nltk.pathsec LazyCorpusLoader"


def test_where_nltk_is_loaded_already_its_own_modules_are_used() -> None:
    code = (
        "import nltk\n"
        "from claimcompare.text.nltkparts import parts_of_nltk\n"
        "print(parts_of_nltk()['nltk.stem.snowball'] is nltk.stem.snowball)"
    )
    assert printed(code) == "True"


def test_an_nltk_that_needs_what_is_left_out_is_loaded_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(nltkparts, "_NOT_RUN", ("nltk",))
    monkeypatch.setattr(nltkparts, "_NEVER_CALLED", ())
    parts = nltkparts.parts_of_nltk.__wrapped__()
    assert parts["nltk.stem.snowball"].EnglishStemmer().stem("running") == "run"
    assert "nltk.corpus.reader" in sys.modules


def test_the_parts_do_what_they_do_in_the_whole() -> None:
    parts = nltkparts.parts_of_nltk()
    whole = {name: import_module(name) for name in parts}
    for text in SAMPLE:
        tokenizers = [modules["nltk.tokenize.punkt"].PunktSentenceTokenizer() for modules in (parts, whole)]
        first, second = (tokenizer.tokenize(text) for tokenizer in tokenizers)
        assert first == second
        stemmers = [modules["nltk.stem.snowball"].EnglishStemmer() for modules in (parts, whole)]
        assert [stemmers[0].stem(word) for word in text.split()] == [stemmers[1].stem(word) for word in text.split()]
