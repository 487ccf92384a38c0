"""The API's models as TypeScript interfaces, from the components of the OpenAPI document."""

from __future__ import annotations

from typing import Any

SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
HEAD = "// Written from the OpenAPI document by tests/service/generate.py, and as long as that is. Do not edit.\n"


def interfaces(openapi: dict[str, Any]) -> str:
    """One exported interface a component; a component that is no object is left out."""
    parts = [HEAD]
    for name, schema in sorted(openapi["components"]["schemas"].items()):
        if schema.get("type") == "object":
            parts.append(interface(name, schema))
    return "\n".join(parts)


def interface(name: str, schema: dict[str, Any]) -> str:
    lines = [f"export interface {name} {{"]
    lines += [f"  {field}: {type_of(inner)};" for field, inner in schema.get("properties", {}).items()]
    if schema.get("additionalProperties") is True:
        lines.append("  [key: string]: unknown;")
    return "\n".join([*lines, "}\n"])


def type_of(schema: dict[str, Any]) -> str:
    """TypeScript type of one property."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(f'"{one}"' for one in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(type_of(one) for one in schema["anyOf"]))
    if schema.get("type") == "array":
        inner = type_of(schema["items"])
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if schema.get("type") == "object":
        values = schema.get("additionalProperties")
        return f"Record<string, {type_of(values)}>" if isinstance(values, dict) else "Record<string, unknown>"
    return SIMPLE.get(schema.get("type", ""), "unknown")
