#!/usr/bin/env bash
# Makes .venv with the project (editable) and its tools in it, at the versions of constraints.txt.
set -euo pipefail
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "ipgraph needs Python 3.11 or later: install it, or name one with 'make PYTHON=/path/to/python3.11 …'." >&2
  exit 2
fi
# Debian ships venv without pip in it until python3-venv is there.
if ! "$python" -c 'import ensurepip' 2>/dev/null && ! make/debian.sh python3-venv >&2; then
  echo "ipgraph needs Python's venv module: install the package python3-venv." >&2
  exit 2
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
