from __future__ import annotations

import socket
from pathlib import Path

import numpy as np
import pytest
from text.endpoint import endpoint

from ipgraph.errors import OutsideError, UsageError
from ipgraph.text.plugged import Endpoint, Plugged, RemoteEncoder, checked, plugged_from_environment


def test_nothing_is_plugged_in_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IPGRAPH_ENCODER", "IPGRAPH_MODEL"):
        monkeypatch.delenv(name, raising=False)
    assert plugged_from_environment() == Plugged()


def test_the_environment_names_address_model_and_key(monkeypatch: pytest.MonkeyPatch) -> None:
    with endpoint(task="好") as spoken:
        for name, value in (("ENCODER", spoken.address), ("MODEL", spoken.address), ("MODEL_NAME", "m"),
                            ("MODEL_KEY", "k")):
            monkeypatch.setenv(f"IPGRAPH_{name}", value)
        plugged = plugged_from_environment()
        assert plugged.model
        assert plugged.encoder
        assert plugged.model.say("a task", "text") == "好"
        assert len(plugged.encoder.encode(["a"])) == 1
    assert [(path, body["model"], key) for path, body, key in spoken.asked] == [
        ("/v1/chat/completions", "m", "Bearer k"), ("/v1/embeddings", "default", None)]


def test_vectors_stand_in_the_order_of_the_texts_and_have_length_one() -> None:
    texts = [f"隔膜{n}" for n in range(150)]  # three requests
    with endpoint() as spoken:
        found = RemoteEncoder(Endpoint(spoken.address, "m")).encode(texts)
        one = RemoteEncoder(Endpoint(spoken.address, "m")).encode(texts[100:101])
    assert np.allclose(np.linalg.norm(found, axis=1), 1)
    assert np.array_equal(found[100], one[0])


@pytest.mark.parametrize("vectors", [[[float("nan"), 1.0]], [[float("inf")]], [1.0, 2.0], [[]]])
def test_what_is_no_vector_of_numbers_is_told(vectors: list) -> None:
    with pytest.raises(ValueError, match="vectors"):
        checked(np.array(vectors, dtype=np.float64))


def test_who_is_not_there_is_told() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        with pytest.raises(OutsideError, match="did not answer"):
            Endpoint(address, "m").say("task", "text")


@pytest.mark.parametrize("value", ["ftp://x", "file:///etc"])
def test_other_addresses_are_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("IPGRAPH_MODEL", value)
    with pytest.raises(UsageError, match="no http address"):
        plugged_from_environment()


def test_an_encoder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IPGRAPH_ENCODER", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="no folder of an encoder"):
        plugged_from_environment()
