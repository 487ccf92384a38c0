"""Headers on every answer: nothing from elsewhere is loaded, framed or guessed. And no request is longer than it may
be."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ipgraph.service.problems import answer

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
#: Bytes of the longest body of a request: a need of 50,000 letters, each written as an escape of twelve, fits.
LONGEST = 1 << 20


class BodyLimit:
    """Answers 413 to a body longer than LONGEST, as soon as its header says so or that many bytes have come."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        told = dict(scope["headers"]).get(b"content-length", b"0")
        parts: list[Message] = []
        promised, size, more = int(told) if told.isdigit() else 0, 0, True
        while more and max(promised, size) <= LONGEST:
            parts.append(await receive())
            size += len(parts[-1].get("body", b""))
            more = parts[-1].get("more_body", False)
        if max(promised, size) > LONGEST:
            refused = answer(413, "request too long", f"the body of a request has at most {LONGEST} bytes",
                             f"请求体至多 {LONGEST} 字节")
            return await refused(scope, receive, send)
        kept = iter(parts)

        async def again() -> Message:
            return next(kept, None) or await receive()

        await self.app(scope, again, send)


class SecurityHeaders:
    """Adds HEADERS, and `no-cache` where a route says nothing about caching."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        await self.app(scope, receive, guarded)
