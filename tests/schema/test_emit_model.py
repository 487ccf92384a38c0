from __future__ import annotations

import json

import pytest
from factory import small_nodes
from pydantic import ValidationError

from ipgraph.schema import NODES
from ipgraph.schema.emit.arrow import node_schema
from ipgraph.schema.emit.model import models


@pytest.mark.parametrize("label", sorted(NODES))
def test_a_model_takes_a_row_of_the_bundle_and_gives_it_back(label: str) -> None:
    row = dict.fromkeys(node_schema(NODES[label]).names) | {"source": ["s"], "as_of": "2024-06-30"}
    row |= json.loads(json.dumps(small_nodes()[label][0], default=str))
    assert json.loads(models()[label](**row).model_dump_json()) == row


def test_what_is_required_may_not_be_null() -> None:
    with pytest.raises(ValidationError, match="name"):
        models()["Pool"](id="p", name=None, source=["s"], as_of="2024-06-30")


def test_fields_are_described_in_both_languages() -> None:
    field = models()["Patent"].model_json_schema()["properties"]["family_size"]
    assert (field["title"], field["description"]) == (
        "Simple family size", "简单同族数 · Simple family size (publications)"
    )
