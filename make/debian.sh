#!/usr/bin/env bash
# Installs Debian packages where that is allowed: as root, or by sudo without a password. Fails where it is not.
# usage: make/debian.sh PACKAGE[|ALTERNATIVE] …; of alternatives the first that this release has.
set -euo pipefail

command -v apt-get >/dev/null || exit 1
as_root=()
if [ "$(id -u)" != 0 ]; then
  sudo -n true 2>/dev/null || exit 1
  as_root=(sudo -n)
fi

"${as_root[@]}" apt-get update -qq
packages=()
for choice in "$@"; do
  for package in ${choice//|/ }; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      packages+=("$package")
      break
    fi
  done
done
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
