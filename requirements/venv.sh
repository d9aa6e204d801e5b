#!/bin/sh
# usage: requirements/venv.sh site|dev
# Make .venv and install the locked, hashed requirements of that name, and the package itself.
set -eu
cd "$(dirname "$0")/.."
kind="$1"

installed() { [ -f ".venv/.installed-$1" ] && cmp -s ".venv/.installed-$1" "requirements/$1.txt"; }

# The development lock holds the run-time lock, so either serves `site`.
installed "$kind" && exit 0
[ "$kind" = site ] && installed dev && exit 0

python=""
for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
  [ -n "$candidate" ] || continue
  if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python="$candidate"
    break
  fi
done
if [ -z "$python" ]; then
  echo "setup: no Python 3.11 or newer was found; install one (Debian, Ubuntu: apt-get install python3) or set PYTHON=/path/to/python3" >&2
  exit 1
fi

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  echo "setup: making .venv with $("$python" --version)" >&2
  rm -rf .venv
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    # Debian and Ubuntu ship venv apart from Python.
    rm -rf .venv
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "setup: installing python3-venv from Debian's packages" >&2
      apt-get update -qq >/dev/null && apt-get install -y -qq "python$version-venv" >/dev/null 2>&1 || apt-get install -y -qq python3-venv >/dev/null
      "$python" -m venv .venv
    else
      echo "setup: Python's venv module is missing; run: sudo apt-get install python$version-venv" >&2
      exit 1
    fi
  fi
fi

echo "setup: installing the locked requirements ($kind)" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "requirements/$kind.txt"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
cp "requirements/$kind.txt" ".venv/.installed-$kind"
