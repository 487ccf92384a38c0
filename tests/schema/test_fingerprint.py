from dataclasses import replace

from ipgraph.schema import Property, Type
from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.fingerprint import FINGERPRINT, fingerprint
from ipgraph.schema.nodes import NODE_KINDS, POOL

OTHERS = tuple(kind for kind in NODE_KINDS if kind is not POOL)


def test_a_column_more_is_another_schema() -> None:
    wider = replace(POOL, own=(*POOL.own, Property("extra", Type.TEXT, "其他", "Extra")))
    other = replace(POOL, own=(*POOL.own, Property("extra", Type.DATE, "其他", "Extra")))
    marks = {FINGERPRINT, fingerprint((*OTHERS, wider), EDGE_KINDS), fingerprint((*OTHERS, other), EDGE_KINDS),
             fingerprint(OTHERS, EDGE_KINDS), fingerprint(NODE_KINDS, EDGE_KINDS[1:])}
    assert len(marks) == 5


def test_words_and_the_order_of_kinds_make_no_other_schema() -> None:
    reworded = replace(POOL, zh="池", doc="Else.")
    assert fingerprint((*OTHERS, reworded), EDGE_KINDS[::-1]) == FINGERPRINT
    assert len(FINGERPRINT) == 4
