"""What this workspace published last to an address, so that the next publish can tell what changed.

`<home>/published/<digest of the address>/<version>/` holds the files of that bundle under second names (hard links):
they take no space while the workspace holds them too, and outlive its switch to the next bundle.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from ipgraph.bundle import Bundle
from ipgraph.errors import WorkspaceError

DRAFT = ".draft"


class Kept:
    """The bundles kept for one address."""

    def __init__(self, home: Path, address: str) -> None:
        place = address.partition("://")[2] or address
        self.folder = home / "published" / hashlib.sha256(place.encode()).hexdigest()[:16]

    def find(self, version: str | None) -> Bundle | None:
        """The bundle of that version, None where it is not here."""
        try:
            return Bundle.open(self.folder / version) if version else None
        except WorkspaceError:
            return None

    def keep(self, bundle: Bundle) -> None:
        """Hold a bundle, all of it or nothing."""
        if self.find(bundle.version):
            return
        draft = self.folder / DRAFT
        shutil.rmtree(draft, ignore_errors=True)
        draft.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(bundle.path, draft, copy_function=linked)
        os.replace(draft, self.folder / bundle.version)

    def forget_all_but(self, version: str) -> None:
        for path in self.folder.iterdir() if self.folder.exists() else ():
            if path.name != version:
                shutil.rmtree(path, ignore_errors=True)


def linked(source: str, target: str) -> str:
    """A second name for a file, or a copy where the file system has no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
    return target
