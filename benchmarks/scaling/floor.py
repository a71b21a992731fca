"""The bare floor: what any comparison of a corpus has to do at the least, done as fast as is known.

Splitting with Punkt (nltk, without training), Snowball stems weighted by rarity, and the ten nearest of each sentence
by a sparse product on two threads, in which the commonest stems have no part: with them it is a product of everything
with everything, and takes 25 times as long. Nothing is aligned, told or written. Run by itself it prints the seconds:

    python -m scaling.floor CORPUS.jsonl
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NEAREST, THREADS = 10, 2
COMMON = 0.02  # share of the sentences; stems of more of them have no part in the product
_WORD = re.compile(r"\w+")


def texts_of(corpus: Path) -> Iterator[str]:
    """The texts of a corpus of JSON Lines."""
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def split(texts: list[str]) -> list[str]:
    """The sentences, paragraph by paragraph, as Punkt splits them."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer  # noqa: PLC0415 - its import is no part of any other stage

    tokenize = PunktSentenceTokenizer().tokenize
    return [sentence for text in texts for paragraph in text.split("\n\n") for sentence in tokenize(paragraph)]


def weighted(sentences: list[str]) -> Any:
    """The stems of each sentence but the common ones, weighted by rarity, as rows of length one in a sparse matrix."""
    import numpy as np  # noqa: PLC0415 - as above
    from nltk.stem.snowball import EnglishStemmer  # noqa: PLC0415
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    stem = EnglishStemmer().stem
    number_of_word: dict[str, int] = {}
    number_of_stem: dict[str, int] = {}
    columns, ends = array("i"), array("q", [0])
    for sentence in sentences:
        for word in _WORD.findall(sentence.lower()):
            number = number_of_word.get(word)
            if number is None:
                number = number_of_word[word] = number_of_stem.setdefault(stem(word), len(number_of_stem))
            columns.append(number)
        ends.append(len(columns))
    shape = (len(sentences), len(number_of_stem))
    matrix = csr_matrix((np.ones(len(columns), np.float32), np.asarray(columns), np.asarray(ends)), shape=shape)
    matrix.sum_duplicates()
    found_in = np.bincount(matrix.indices, minlength=shape[1])
    matrix.data *= np.log(shape[0] / found_in).astype(np.float32)[matrix.indices]
    matrix = matrix[:, np.flatnonzero(found_in <= max(COMMON * shape[0], 1))].tocsr()
    sizes = np.diff(matrix.indptr)
    squares = np.bincount(np.repeat(np.arange(shape[0]), sizes), matrix.data**2, minlength=shape[0])
    matrix.data /= np.repeat(np.sqrt(np.where(squares > 0, squares, 1)), sizes).astype(np.float32)
    return matrix


def nearest(matrix: Any) -> Any:
    """The ten most similar sentences of each, itself among them."""
    from sparse_dot_topn import sp_matmul_topn  # noqa: PLC0415 - as above

    return sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=NEAREST, n_threads=THREADS)


def measured(corpus: Path) -> dict[str, float]:
    """Seconds of each step, and how many sentences there are; reading and imports are not counted."""
    for module in ("nltk.stem.snowball", "nltk.tokenize.punkt", "scipy.sparse", "sparse_dot_topn"):
        importlib.import_module(module)  # before the clock starts
    texts = list(texts_of(corpus))
    times = [time.perf_counter()]
    sentences = split(texts)
    times.append(time.perf_counter())
    matrix = weighted(sentences)
    times.append(time.perf_counter())
    nearest(matrix)
    times.append(time.perf_counter())
    steps = ("punkt", "stems and weights", "sparse product")
    seconds = {step: times[at + 1] - times[at] for at, step in enumerate(steps)}
    return {**seconds, "seconds": times[-1] - times[0], "sentences": len(sentences), "reports": len(texts)}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
