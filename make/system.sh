#!/usr/bin/env bash
# Sees to what the tests need besides Python and Node: Java 17 or later, Maven, Chromium and a Chinese font.
set -euo pipefail

has_java() { [ "$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')" -ge 17 ] 2>/dev/null; }
has_maven() { command -v mvn >/dev/null; }
has_chromium() { command -v chromium >/dev/null; }
has_font() { [ -n "$(fc-list :lang=zh 2>/dev/null)" ]; }

packages=()
has_java || packages+=('openjdk-17-jre-headless|openjdk-21-jre-headless')
has_maven || packages+=(maven)
has_chromium || packages+=(chromium)
has_font || packages+=(fontconfig fonts-noto-cjk)
[ ${#packages[@]} = 0 ] || make/debian.sh "${packages[@]}" >&2 || true

lacking=()
has_java || lacking+=('Java 17 or later')
has_maven || lacking+=('Maven (mvn)')
has_chromium || lacking+=('Chromium (chromium)')
has_font || lacking+=('a Chinese font such as Noto Sans CJK')
if [ ${#lacking[@]} != 0 ]; then
  list=$(printf '%s, ' "${lacking[@]}")
  echo "The tests need ${list%, }: install what is missing and run again." >&2
  exit 2
fi
