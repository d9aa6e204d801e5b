#!/bin/sh
# usage: .github/one-kind.sh BASE
# Refuse a change of content/ that also changes the program, its settings or its workflows: what
# builds a stranger's content is then the program as it was reviewed.
set -eu
base=$(git merge-base "$1" HEAD)
content=$(git diff --name-only --no-renames "$base" HEAD -- content)
# What tells of a change may come with it.
others=$(git diff --name-only --no-renames "$base" HEAD -- . ':!content' ':!CHANGELOG.md')

if [ -n "$content" ] && [ -n "$others" ]; then
  echo "::error::this change touches content/ and the program; propose them apart, the program first"
  echo "$others" | head -20
  exit 1
fi
