"""A server on this machine that speaks the OpenAI protocol: vectors by letters, answers as told; it keeps
what it read."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Spoken:
    """Address of the server, what it answers to a task that has a word in it, and the requests it was sent."""

    address: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any], str | None]] = field(default_factory=list)

    @property
    def read(self) -> str:
        """Everything that was sent, as one text."""
        return json.dumps([body for _, body, _ in self.asked], ensure_ascii=False)


@contextmanager
def endpoint(**answers: str) -> Iterator[Spoken]:
    """The server, until the end of the block."""
    spoken = Spoken(answers=answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            spoken.asked.append((self.path, body, self.headers.get("Authorization")))
            told = json.dumps(reply(self.path, body, spoken.answers)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    spoken.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield spoken
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reply(path: str, body: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    if path.endswith("/embeddings"):
        # In any order, as the protocol allows: the index says which text a vector is of.
        rows = [{"index": n, "embedding": vector(text)} for n, text in enumerate(body["input"])]
        return {"data": rows[::-1]}
    task = body["messages"][0]["content"]
    said = next((answer for word, answer in answers.items() if word in task.lower()), "[]")
    return {"choices": [{"message": {"role": "assistant", "content": said}}]}


def vector(text: str) -> list[float]:
    """How often each of 64 groups of letters stands in the text."""
    counts = [0.0] * 64
    for letter in text:
        counts[ord(letter) % 64] += 1
    return counts
