"""Vectors → the rows of their sparse product with themselves; needs the extra ``scale`` (scipy, sparse-dot-topn)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_array, csr_matrix
from sparse_dot_topn import sp_matmul_topn

if TYPE_CHECKING:
    from claimcompare.stories.vectors import Vectors

_SLACK = 1e-6  # the threshold is put to rounded cosines afterwards
_SPARE = 2  # times as many as are asked for: the report itself is one, and the product cuts equals at will


def near_rows(vectors: Vectors, least_cosine: float, nearest: int) -> Iterator[Iterable[tuple[int, float]]]:
    """For each report its highest cosines, at least the ``nearest`` of them and every one that equals the last."""
    matrix = _matrix(vectors)
    across = matrix.T.tocsr()
    kept = _SPARE * nearest + 1
    near = sp_matmul_topn(
        matrix, across, top_n=kept, threshold=least_cosine - _SLACK, sort=True, n_threads=os.cpu_count() or 1
    )
    for number in range(len(vectors)):
        places = slice(near.indptr[number], near.indptr[number + 1])
        cosines = near.data[places]
        if len(cosines) == kept and cosines[nearest] - cosines[-1] < _SLACK:
            whole = csr_array(matrix[[number]] @ across)
            yield zip(whole.indices.tolist(), whole.data.tolist(), strict=True)
        else:
            yield zip(near.indices[places].tolist(), cosines.tolist(), strict=True)


def _matrix(vectors: Vectors) -> Any:
    """The vectors as a sparse matrix, a row a report."""
    weights = np.frombuffer(vectors.weights) if vectors.weights else np.zeros(0)
    stems = np.frombuffer(vectors.stems, dtype=np.intc) if vectors.stems else np.zeros(0, dtype=np.intc)
    starts = np.frombuffer(vectors.starts, dtype=np.int64).astype(np.intc)
    return csr_matrix((weights, stems, starts), shape=(len(vectors), max(1, vectors.width)))
