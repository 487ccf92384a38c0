from __future__ import annotations

import socket

import pytest

from ipgraph.commands.serve import free
from ipgraph.errors import UsageError


def test_a_port_that_is_taken_is_told_before_anyone_opens_it() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port}") as told:
            free("127.0.0.1", port)
    assert "--port" in told.value.zh
    free("127.0.0.1", port)


def test_a_host_that_is_not_here_is_told_too() -> None:
    with pytest.raises(UsageError, match="--host"):
        free("192.0.2.1", 8000)
