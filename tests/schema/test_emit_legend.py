from __future__ import annotations

import json

from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.legend import legend


def test_the_legend_names_and_colours_every_kind() -> None:
    found = legend()
    assert {label: (kind["zh"], kind["color"]) for label, kind in found["nodes"].items()} == {
        label: (kind.zh, kind.color) for label, kind in NODES.items()
    }
    assert list(found["edges"]) == list(EDGES)
    assert found["edges"]["FEEDS"]["ends"] == [["Segment", "Segment"]]


def test_properties_carry_type_and_unit() -> None:
    assert legend()["edges"]["SERVES"]["properties"]["score"] == {
        "zh": "匹配度", "en": "Score", "type": "number", "unit": "0–1"
    }


def test_the_legend_is_json() -> None:
    assert json.loads(json.dumps(legend())) == legend()
