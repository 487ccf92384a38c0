"""A workspace and a graph that an ipgraph with another schema has left."""

import json
from pathlib import Path
from shutil import copytree

from commands.run import Done, ipgraph

from ipgraph.schema import FINGERPRINT

OTHER = "0" * len(FINGERPRINT)


def aged(home: Path) -> None:
    """Make bundle and graph those of another schema, as far as a reader can tell."""
    pointer = home / "bundle" / "CURRENT"
    version = pointer.read_text()
    former = OTHER + version.removeprefix(FINGERPRINT)
    folder = (home / "bundle" / version).rename(home / "bundle" / former)
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "schema": OTHER, "version": former}))
    pointer.write_text(former)
    for path in [*(home / "graph").iterdir()]:
        if path.is_file() and version in path.read_text("utf-8", errors="ignore")[:100]:
            path.write_text(path.read_text().replace(version, former))
        if version in path.name:
            path.rename(path.with_name(path.name.replace(version, former)))


def test_a_graph_of_another_version_is_said_to_be_one_and_published_anew(
    demo: Done, demo_home: Path, tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    copytree(demo_home, home)
    aged(home)
    for words in (("chains",), ("audit",)):
        told = ipgraph(*words, "--lang", "en", home=home)
        assert (told.code, "another version of ipgraph" in told.err) == (2, True)
    assert ipgraph("publish", home=home).code == 0
    rows = ipgraph("gaps", demo.json["gaps"][0]["chain"], "--json", home=home).json
    assert rows == [row for row in demo.json["gaps"] if row["chain"] == rows[0]["chain"]]
