"""Errors that a user sees: one sentence in each language, with the exit code of the CLI and the status of the API."""

from __future__ import annotations

import errno


class IpgraphError(Exception):
    """Base of all errors that are told to the user in one sentence, without a traceback.

    The English sentence is `str(error)`, the Chinese one `error.zh`.
    """

    exit_code = 2
    status = 500
    title = "ipgraph error"

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en, zh)
        self.zh = zh

    def __str__(self) -> str:
        return str(self.args[0])

    def told(self, language: str) -> str:
        """The sentence in the language, "zh" or "en"."""
        return self.zh if language == "zh" else str(self)


class SchemaError(IpgraphError):
    """A contradiction in the declared schema; raised at import."""

    title = "schema contradiction"


class UsageError(IpgraphError):
    """The command or request cannot be understood as given."""

    status = 422
    title = "unusable request"


class NotFound(IpgraphError):
    """A named chain, node, pool or file does not exist."""

    status = 404
    title = "not found"


class LayoutError(IpgraphError):
    """A file fits no known layout, or lacks required columns of the layout asked for."""

    status = 422
    title = "unknown layout"


class UnreadableFile(IpgraphError):
    """A file is empty, truncated, or in an encoding that does not decode."""

    status = 422
    title = "unreadable file"


class StoreError(IpgraphError):
    """The graph store is down, refuses the password, is locked or holds nothing yet."""

    status = 503
    title = "graph store unavailable"


class Refused(StoreError):
    """The server is there and does not let this user in."""


class BetweenVersions(StoreError):
    """The graph is partly the old one and partly the new: a publish is under way, or was cut short."""


class OutsideError(IpgraphError):
    """A plugged-in model or encoder does not answer, or not as agreed."""

    status = 502
    title = "model unavailable"


class WorkspaceError(IpgraphError):
    """The workspace is empty, locked by another command, or not readable."""

    status = 503
    title = "workspace unavailable"


class OtherSchema(WorkspaceError):
    """The bundle was written under another schema, by an earlier or later ipgraph; what was loaded is still there."""


#: What the system and the engines say of a disk, or of a quota or limit, that is full.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SAID_OF_FULL = ("No space left on device", "Disk quota exceeded", "File too large")


def disk_full(fault: BaseException | None) -> bool:
    """Whether it came to this because a disk is full: the error itself says so, or one that it was raised from."""
    while fault is not None:
        if (isinstance(fault, OSError) and fault.errno in FULL) or any(said in str(fault) for said in SAID_OF_FULL):
            return True
        fault = fault.__cause__ or fault.__context__
    return False
