"""Our measures of specialisation beside py-ecomplexity (Growth Lab), on random counts."""

import numpy as np
import pandas as pd
import pytest
from ecomplexity import ecomplexity, proximity

from ipgraph.analysis.measures import relatedness, specialisation

COLUMNS = {"time": "year", "loc": "actor", "prod": "field", "val": "patents"}


def counts(seed: int, actors: int = 14, fields: int = 9) -> np.ndarray:
    """Skewed, and 1 or more everywhere, since the reference drops fields of nobody."""
    draw = np.random.default_rng(seed)
    return 1 + draw.poisson(draw.gamma(1, 4, (actors, 1)) * draw.gamma(1, 3, (1, fields)))


def long(x: np.ndarray) -> pd.DataFrame:
    actor, field = np.indices(x.shape)
    return pd.DataFrame({"year": 0, "actor": actor.ravel(), "field": field.ravel(), "patents": x.ravel()})


@pytest.mark.parametrize("seed", range(6))
def test_against_ecomplexity(seed: int) -> None:
    x = counts(seed)
    theirs = ecomplexity(long(x), COLUMNS, check_logsupermodularity=False, verbose=False)
    theirs = theirs.sort_values(["actor", "field"])
    r = specialisation.rta(x)
    m = specialisation.presence(r)
    np.testing.assert_allclose(theirs["rca"].to_numpy().reshape(x.shape), r)
    np.testing.assert_array_equal(theirs["mcp"].to_numpy().reshape(x.shape), m)
    np.testing.assert_array_equal(theirs.groupby("actor")["diversity"].first(), specialisation.diversity(m))
    np.testing.assert_array_equal(theirs.groupby("field")["ubiquity"].first(), specialisation.ubiquity(m))
    phi = relatedness.proximity(m)
    np.testing.assert_allclose(theirs["density"].to_numpy().reshape(x.shape), relatedness.density(m, phi))
    pairs = proximity(long(x), COLUMNS)
    np.testing.assert_allclose(pairs["proximity"], phi[pairs["field_1"], pairs["field_2"]])
    found = specialisation.complexity(m)
    assert found is not None
    # The sign follows diversity in both, but the reference keeps it where the two hardly go together.
    eci = theirs.groupby("actor")["eci"].first().to_numpy()
    pci = theirs.groupby("field")["pci"].first().to_numpy()
    sign = np.sign(np.corrcoef(eci, found[0])[0, 1])
    np.testing.assert_allclose(eci * sign, found[0], atol=1e-6)
    np.testing.assert_allclose(pci * sign, found[1], atol=1e-6)
