#!/bin/sh
# usage: requirements/browser.sh
# See that the browser tests have a Chromium: the machine's own, else Playwright's, else Debian's.
# Never fails: tests that find none are skipped with the reason, or fail under REQUIRE_BROWSER=1.
set -u
cd "$(dirname "$0")/.."

debian() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "setup: installing $* from Debian's packages" >&2
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

# Playwright drives the browser with a program of its own, which needs a library that small
# installations of Debian lack.
.venv/bin/python -m playwright --version >/dev/null 2>&1 || debian libatomic1

for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
.venv/bin/python - <<'PY' && exit 0
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    sys.exit(not Path(playwright.chromium.executable_path).exists())
PY
echo "setup: no Chromium here; trying to install Playwright's" >&2
# What the browser itself needs of the system can only be installed by root.
with=""
[ "$(id -u)" = 0 ] && with="--with-deps"
timeout 300 .venv/bin/python -m playwright install $with chromium >/dev/null 2>&1 && exit 0
debian chromium && exit 0
echo "setup: browser tests will be skipped; install Chromium (Debian: sudo apt-get install chromium) to run them" >&2
exit 0
