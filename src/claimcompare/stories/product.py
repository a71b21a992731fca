"""Vectors → near pairs by the sparse product with themselves; needs the extra ``scale`` (scipy, sparse-dot-topn)."""

from __future__ import annotations

import os
from array import array
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_array, csr_matrix
from sparse_dot_topn import sp_matmul_topn

from claimcompare.stories.nearest import BILLION, Pairs, nearest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.stories.vectors import Vectors

_SLACK = 1e-6  # the threshold is put to whole billionths afterwards
_SPARE = 2  # more than are asked for: the report itself, and one that shows whether the last has equals


def multiplied_pairs(vectors: Vectors, least_cosine: float, nearest: int) -> Pairs:
    """The near pairs, as ``nearest.indexed_pairs`` gives them."""
    matrix = _matrix(vectors)
    across = matrix.T.tocsr()
    near = sp_matmul_topn(
        matrix,
        across,
        top_n=nearest + _SPARE,
        threshold=least_cosine - _SLACK,
        sort=True,
        n_threads=os.cpu_count() or 1,
    )
    found, undecided = _nearest(_others(near, round(least_cosine * BILLION)), len(vectors), nearest)
    whole = [
        (row, other, cosine)
        for row in undecided.tolist()
        for other, cosine in nearest_of(_whole_row(matrix, across, row), row, least_cosine, nearest)
    ]
    return _pairs(np.hstack((found, np.array(whole, dtype=np.int64).reshape(-1, 3).T)), len(vectors))


def _others(near: Any, least: int) -> Any:
    """The entries of the product as columns (row, other, billionths), without those of a report and itself."""
    rows = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr))
    billionths = np.rint(near.data * BILLION).astype(np.int64)
    wanted = (rows != near.indices) & (billionths >= least)
    return np.stack((rows[wanted], near.indices[wanted], billionths[wanted]))


def _nearest(found: Any, rows: int, nearest: int) -> tuple[Any, Any]:
    """The first ``nearest`` of each row; apart from them the rows in which the next equals the last of these.

    Of equals the product gives any, so such a row has to be looked at as a whole.
    """
    starts = np.searchsorted(found[0], np.arange(rows + 1))
    longer = np.flatnonzero(np.diff(starts) > nearest)
    last = starts[longer] + nearest - 1
    undecided = longer[found[2][last] == found[2][last + 1]]
    within = np.arange(found.shape[1]) - starts[found[0]] < nearest
    return found[:, within & ~np.isin(found[0], undecided)], undecided


def _whole_row(matrix: Any, across: Any, row: int) -> Iterator[tuple[int, float]]:
    whole = csr_array(matrix[[row]] @ across)
    return zip(whole.indices.tolist(), whole.data.tolist(), strict=True)


def _pairs(found: Any, rows: int) -> Pairs:
    """Each pair once, whichever of its rows it was found in, as columns."""
    ones, others = found[:2].min(axis=0), found[:2].max(axis=0)
    _, first = np.unique(ones * rows + others, return_index=True)
    columns = (ones[first].astype(np.intc), others[first].astype(np.intc), found[2][first])
    ones, others, billionths = (array(code, column.tobytes()) for code, column in zip("iiq", columns, strict=True))
    return Pairs(ones=ones, others=others, billionths=billionths)


def _matrix(vectors: Vectors) -> Any:
    """The vectors as a sparse matrix, a row a report."""
    weights = np.frombuffer(vectors.weights) if vectors.weights else np.zeros(0)
    stems = np.frombuffer(vectors.stems, dtype=np.intc) if vectors.stems else np.zeros(0, dtype=np.intc)
    starts = np.frombuffer(vectors.starts, dtype=np.int64).astype(np.intc)
    return csr_matrix((weights, stems, starts), shape=(len(vectors), max(1, vectors.width)))
