"""Small operations on sparse rows that all of learning shares."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["Floats", "Matrix", "flags", "inverse", "portions", "shared", "unit_rows"]

Matrix: TypeAlias = sparse.csr_array
Floats = NDArray[np.floating[Any]]


def flags(matrix: sparse.sparray) -> Matrix:
    """1 where a matrix is not 0."""
    rows = Matrix(matrix, dtype=np.float32, copy=True)
    rows.data[:] = 1
    return rows


def inverse(values: NDArray[np.floating]) -> Floats:
    """1 over each value, 0 for 0."""
    out: Floats = np.zeros(len(values), dtype=np.float32)
    np.divide(1, values, out=out, where=values > 0, casting="unsafe")
    return out


def portions(matrix: sparse.sparray) -> Matrix:
    """Each row divided by its sum."""
    rows = Matrix(matrix)
    return Matrix(sparse.diags_array(inverse(np.asarray(rows.sum(axis=1)).ravel())) @ rows)


def shared(matrix: Matrix) -> Matrix:
    """Without columns that one row alone has: they add nothing to a product of rows."""
    return Matrix(matrix[:, np.bincount(matrix.indices, minlength=matrix.shape[1]) > 1])


def unit_rows(matrix: sparse.sparray) -> Matrix:
    """Each row divided by its length."""
    rows = Matrix(matrix)
    return Matrix(sparse.diags_array(inverse(np.sqrt(np.asarray(rows.power(2).sum(axis=1)).ravel()))) @ rows)
