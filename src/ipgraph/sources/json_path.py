"""What stands at a path of a cell that holds JSON, as table expressions."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def text_at(document: ir.StringValue, path: str) -> ir.StringValue:
    """The text or number at a path, null where there is none."""
    return one(document, path)


def texts_at(document: ir.StringValue, path: str) -> ir.ArrayValue:
    """All texts at a path with `[*]` in it; null where there are none. Members that lack the last step are left out."""
    return several(document, path).nullif(ibis.literal([], "array<string>"))


def json_texts(text: ir.StringValue) -> ir.ArrayValue:
    """The members of a JSON list of texts."""
    return several(text, "$[*]")


def in_language(document: ir.StringValue, text: str, language: str, *wanted: str) -> ir.StringValue:
    """Of a list of texts in several languages the one in the first language wanted that is there."""
    texts, languages = several(document, f"$[*].{text}"), several(document, f"$[*].{language}")
    return ibis.coalesce(*(
        list_extract(texts, list_position(languages, code)) for name in wanted for code in (name, name.upper())
    ))


@ibis.udf.scalar.builtin(name="json_extract_string")  # type: ignore[untyped-decorator]
def one(document: str, path: str) -> str:
    """DuckDB's own function: the text at a path."""
    raise NotImplementedError


@ibis.udf.scalar.builtin(name="json_extract_string")  # type: ignore[untyped-decorator]
def several(document: str, path: str) -> list[str]:
    """DuckDB's own function: the texts at a path with `[*]`."""
    raise NotImplementedError


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def list_extract(members: list[str], place: int) -> str:
    """DuckDB's own function: the member at a place counted from 1, null at 0."""
    raise NotImplementedError


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def list_position(members: list[str], member: str) -> int:
    """DuckDB's own function: the place of a member, 0 or null where it is not there."""
    raise NotImplementedError


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def json_valid(document: str) -> bool:
    """DuckDB's own function: whether a text is JSON."""
    raise NotImplementedError
