"""What may be plugged in beside the corpus's own ranker: an encoder of texts and a language model. Both are off unless
the environment names them, and nothing is sent anywhere before."""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError

import numpy as np
from numpy.typing import NDArray

from ipgraph.errors import OutsideError, UsageError

__all__ = ["Encoder", "Endpoint", "LocalEncoder", "Plugged", "RemoteEncoder", "plugged_from_environment"]

Floats = NDArray[np.float64]
#: Seconds that an endpoint has for an answer, and texts sent at a time.
PATIENCE, BATCH = 30, 64


class Encoder(Protocol):
    """Texts to vectors of length 1, a row a text. `outside`: whether texts leave this machine's process for it."""

    outside: bool

    def encode(self, texts: Sequence[str]) -> Floats: ...


class Endpoint:
    """An address that speaks the OpenAI protocol, such as http://127.0.0.1:8001/v1, and the model asked there."""

    def __init__(self, address: str, model: str, key: str | None = None) -> None:
        self.address, self.model, self.key = address.rstrip("/"), model, key

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """The JSON answered. Raises OutsideError where there is none."""
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        data = json.dumps({"model": self.model, **body}).encode()
        asked = urllib.request.Request(f"{self.address}/{path}", data, headers)
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return json.load(answer)
        except (OSError, ValueError, HTTPException) as fault:
            raise self.fault(fault) from fault

    def say(self, task: str, text: str) -> str:
        """What the language model answers to a task and a text."""
        messages = [{"role": "system", "content": task}, {"role": "user", "content": text}]
        answer = self.post("chat/completions", {"messages": messages, "temperature": 0})
        try:
            return str(answer["choices"][0]["message"]["content"])
        except (KeyError, IndexError, TypeError) as fault:
            raise self.fault(fault) from fault

    def fault(self, why: Exception) -> OutsideError:
        """Whoever asks need not know where the model lives, so neither the address nor what was said there is told."""
        told = f"HTTP {why.code}" if isinstance(why, HTTPError) else type(why).__name__
        return OutsideError(f"the plugged-in model {self.model} did not answer as a model does ({told})",
                            f"接入的模型 {self.model} 未按接口应答（{told}）")


class RemoteEncoder:
    """Embeddings of an endpoint."""

    outside = True

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    def encode(self, texts: Sequence[str]) -> Floats:
        vectors: list[Floats] = []
        for start in range(0, len(texts), BATCH):
            part = list(texts[start:start + BATCH])
            answer = self.endpoint.post("embeddings", {"input": part})
            try:
                found = sorted(answer["data"], key=lambda row: row["index"])
                if len(found) != len(part):
                    raise ValueError(f"{len(found)} vectors for {len(part)} texts")
                vectors.append(checked(np.array([row["embedding"] for row in found], dtype=np.float64)))
                if vectors[-1].shape[1] != vectors[0].shape[1]:
                    raise ValueError("vectors of another length than before")
            except (KeyError, TypeError, ValueError) as fault:
                raise self.endpoint.fault(fault) from fault
        return unit(np.concatenate(vectors))


def checked(vectors: Floats) -> Floats:
    """The vectors, where they are of one length and all numbers. ValueError otherwise."""
    if vectors.ndim != 2 or not vectors.shape[1] or not np.isfinite(vectors).all():
        raise ValueError("no vectors of numbers")
    return vectors


class LocalEncoder:
    """A sentence-transformers model in a folder of this machine; nothing is fetched."""

    outside = False

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UsageError(f"no folder of an encoder: {folder}", f"编码模型目录不存在：{folder}")
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as missing:
            raise UsageError("an encoder in a folder needs `pip install sentence-transformers`",
                             "本地编码模型需要先安装：pip install sentence-transformers") from missing
        self.model = SentenceTransformer(str(folder), local_files_only=True)

    def encode(self, texts: Sequence[str]) -> Floats:
        return unit(np.asarray(self.model.encode(list(texts)), dtype=np.float64))


@dataclass(frozen=True)
class Plugged:
    """What is plugged in; None for what is not."""

    encoder: Encoder | None = None
    model: Endpoint | None = None


def plugged_from_environment() -> Plugged:
    """IPGRAPH_ENCODER (a folder, or the address of an endpoint) and IPGRAPH_MODEL (an address); of each the name of the
    model as …_NAME and a key as …_KEY. Nothing is plugged in where they are not set."""
    encoder, model = os.environ.get("IPGRAPH_ENCODER"), os.environ.get("IPGRAPH_MODEL")
    return Plugged(
        None if not encoder else (RemoteEncoder(endpoint("ENCODER", encoder)) if "://" in encoder
                                  else LocalEncoder(Path(encoder))),
        endpoint("MODEL", model) if model else None)


def endpoint(which: str, address: str) -> Endpoint:
    if not address.startswith(("http://", "https://")):
        raise UsageError(f"IPGRAPH_{which} is no http address: {address}", f"IPGRAPH_{which} 不是 http 地址：{address}")
    return Endpoint(address, os.environ.get(f"IPGRAPH_{which}_NAME", "default"), os.environ.get(f"IPGRAPH_{which}_KEY"))


def unit(rows: Floats) -> Floats:
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)
    return found
