from __future__ import annotations

import pyarrow as pa
import pytest

from ipgraph.errors import NotFound, UsageError
from ipgraph.schema import Type
from ipgraph.store.queries import ENGINES, Field, catalogue, parse, query, root

TEXT = """\
// Patents per segment of one chain,
// so thin segments stand out.
// params:  chain  text  id of the chain
//          since  date  count filings on or after this day
// returns: id, segment text,
//          days date[], patents integer
MATCH (s:Segment {chain: $chain})
WHERE s.filed_on >= $since
RETURN s.id AS id;
"""


def test_a_header_says_purpose_parameters_and_columns() -> None:
    found = parse("explore/example", TEXT)
    assert found.doc == "Patents per segment of one chain, so thin segments stand out."
    assert found.params == (
        Field("chain", Type.TEXT, doc="id of the chain"),
        Field("since", Type.DATE, doc="count filings on or after this day"),
    )
    assert found.schema == pa.schema([
        ("id", pa.string()), ("segment", pa.string()), ("days", pa.list_(pa.date32())), ("patents", pa.int64()),
    ])
    assert found.text == "MATCH (s:Segment {chain: $chain})\nWHERE s.filed_on >= $since\nRETURN s.id AS id"


@pytest.mark.parametrize(("before", "after", "message"), [
    ("segment text", "segment", "explore/example: segment needs a type"),
    ("segment text", "segment words", "segment needs a type, one of text, texts, date"),
    ("$chain", "$chains", "disagree about the parameters chain, chains"),
    ("// returns: id, segment text,\n//          days date[], patents integer\n", "", "needs a purpose and `returns:`"),
])
def test_a_wrong_header_is_refused(before: str, after: str, message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("[", r"\[")):
        parse("explore/example", TEXT.replace(before, after))


def test_both_engines_have_every_statement() -> None:
    embedded, neo4j = (catalogue(engine) for engine in ENGINES)
    assert list(embedded) == list(neo4j)
    assert {n: (q.doc, q.params, q.returns) for n, q in embedded.items()} == {
        n: (q.doc, q.params, q.returns) for n, q in neo4j.items()
    }


def test_a_variant_belongs_to_its_engine() -> None:
    assert "type(e)" in query("audit/count_edges", "neo4j").text
    assert "label(e)" in query("audit/count_edges", "embedded").text


def test_every_statement_is_ordered() -> None:
    loose = [name for name, found in catalogue("neo4j").items() if "ORDER BY" not in found.text]
    assert loose == []


def test_generated_writes_are_no_part_of_the_catalogue() -> None:
    assert (root() / "schema" / "merge.neo4j.cypher").is_file()
    with pytest.raises(NotFound):
        query("schema/nothing", "neo4j")
