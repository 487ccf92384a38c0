"""`python -m tools.write_accuracy [KIND SET HOME [OPTION…]]`: write docs/accuracy.md again from docs/accuracy/*.json.

With words, `ipgraph evaluate KIND OPTION… --home HOME --json` is run first and what it prints becomes
docs/accuracy/KIND.SET.json.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.accuracy import SECTIONS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "accuracy"
HEAD = """# Accuracy

Written by `make accuracy` from the results in docs/accuracy/, each of them what `ipgraph evaluate` printed with
`--json` for one data set; do not edit. `make accuracy ARGS="KIND SET HOME"` evaluates the workspace in HOME again and
keeps the result under the name SET. The same commands give these figures for your own data.

Intervals are of 95 % by bootstrap over queries. What was tuned on which set is said in each part.
"""


def page(folder: Path = FOLDER) -> str:
    """The page from the results kept in the folder; a kind without results has no section."""
    parts = [HEAD]
    for kind, section in SECTIONS.items():
        found = results(kind, folder)
        if found:
            parts.append(section(found).strip() + "\n")
    return "\n".join(parts)


def results(kind: str, folder: Path) -> dict[str, Any]:
    """Results of a kind by data set, in the order of names."""
    files = sorted(folder.glob(f"{kind}.*.json"))
    return {file.name.split(".")[1]: json.loads(file.read_text("utf-8")) for file in files}


def evaluate(kind: str, name: str, home: str, options: list[str]) -> None:
    """Run an evaluation and keep its result."""
    program = Path(sys.executable).with_name("ipgraph")
    words = [program, "evaluate", kind, *options, "--home", home, "--json"]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE)
    document = json.dumps(json.loads(done.stdout), ensure_ascii=False, indent=1)
    (FOLDER / f"{kind}.{name}.json").write_text(document + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        evaluate(*sys.argv[1:4], sys.argv[4:])
    (ROOT / "docs" / "accuracy.md").write_text(page(), "utf-8")
