"""The values each statement with parameters is tried with on both engines: name → sets of parameters.

Take ids of `factory.small_bundle`, and add a set for each special case: nothing found, an empty list, no limit.
"""

from __future__ import annotations

from typing import Any

PARAMETERS: dict[str, list[dict[str, Any]]] = {}
