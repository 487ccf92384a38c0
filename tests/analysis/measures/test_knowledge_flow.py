import numpy as np

from ipgraph.analysis.measures.cooccurrence import association
from ipgraph.analysis.measures.knowledge_flow import citation_flow, flow_intensity, knowledge_trade


def test_citations_are_counted_by_pair() -> None:
    flow = citation_flow([0, 0, 2, 2], [1, 1, 0, 2], 3, [1, .5, 1, 1])
    assert flow.tolist() == [[0, 1.5, 0], [0, 0, 0], [1, 0, 1]]


def test_no_citation_at_all() -> None:
    flow = citation_flow([], [], 2)
    assert flow.tolist() == [[0, 0], [0, 0]]
    assert flow_intensity(flow).tolist() == [[0, 0], [0, 0]]
    assert np.isnan(knowledge_trade(flow)).all()


def test_intensity_has_the_form_of_association() -> None:
    flow = [[0, 4, 2], [4, 0, 6], [2, 6, 0]]
    np.testing.assert_allclose(flow_intensity(flow), association(flow))


def test_what_is_only_cited_gives_and_what_only_cites_takes() -> None:
    assert knowledge_trade([[7, 3], [0, 9]]).tolist() == [-1, 1]
