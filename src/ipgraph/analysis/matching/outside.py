"""What a plugged-in encoder and language model add to a match, and which texts they may see.

A record is released where its `published_on` is known and not in the future; no other record leaves the process. A need
that a person types is not a record: who plugs a model in wants it read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.projection import Projection
from ipgraph.text.plugged import Encoder, Endpoint

__all__ = ["explained", "nearness", "released", "words_of"]

Floats = NDArray[np.float64]
#: Words of a language model that are looked for besides, and letters of a patent that it is shown.
WORDS, SHOWN = 12, 1500
ANALYSE = ("Name the technical things, materials, processes and effects that a patent answering this need would "
           "mention, in the language of the need. Answer with a JSON array of at most 12 short terms, nothing else.")
EXPLAIN = ("Say in one sentence each how the patent may answer the need; claim nothing that is not in its text. "
           'Answer with JSON {"zh": "...", "en": "..."} and nothing else.')


def released(graph: Projection, label: str, at: np.ndarray, today: date) -> NDArray[np.bool_]:
    """True for each node (positions in the frame of `label`) that is published and not only to be."""
    days = pd.to_datetime(graph.nodes[label]["published_on"].iloc[at])
    return (days.notna() & (days <= pd.Timestamp(today))).to_numpy(dtype=bool)


def nearness(encoder: Encoder, need: str, texts: Sequence[str], may: NDArray[np.bool_], spread: float) -> Floats:
    """What the encoder adds to utilities: cosine to the need, standardised and times their spread; 0 for texts that it
    may not see. Raises OutsideError."""
    seen = np.ones(len(texts), dtype=bool) if not encoder.outside else may
    added = np.zeros(len(texts))
    if seen.sum() > 1:
        vectors = encoder.encode([need, *(text for text, shown in zip(texts, seen, strict=True) if shown)])
        near = vectors[1:] @ vectors[0]
        added[seen] = np.round((near - near.mean()) / max(near.std(), 1e-9) * spread, 6)
    return added


def words_of(model: Endpoint, need: str) -> list[str]:
    """Terms that the language model would look for. Raises OutsideError."""
    said = parsed(model, ANALYSE, need)
    return [str(word) for word in said if isinstance(word, str)][:WORDS] if isinstance(said, list) else []


def explained(model: Endpoint, need: str, text: str) -> list[dict[str, Any]]:
    """A reason in the words of the language model, marked as such; none where it says nothing. Raises OutsideError."""
    said = parsed(model, EXPLAIN, f"{need}\n\n{text[:SHOWN]}")
    if not isinstance(said, dict) or not all(isinstance(said.get(language), str) for language in ("zh", "en")):
        return []
    return [{"kind": "model", "zh": f"语言模型：{said['zh']}", "en": f"language model: {said['en']}"}]


def parsed(model: Endpoint, task: str, text: str) -> Any:
    """JSON of an answer, fenced or not."""
    said = model.say(task, text).strip().removeprefix("```json").strip("`").strip()
    try:
        return json.loads(said)
    except ValueError as fault:
        raise model.fault(fault) from fault
