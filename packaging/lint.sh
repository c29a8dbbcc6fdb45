#!/usr/bin/env bash
# Style, types, import rules, and the scripts' syntax. All of them run, so that one call names every finding.
set -u
cd "$(dirname "$0")/.."
failed=0
check() { echo "lint: $*"; "$@" || failed=1; }
check .venv/bin/ruff check --quiet .
check .venv/bin/ruff format --check --quiet .
check .venv/bin/mypy --no-error-summary
check .venv/bin/lint-imports --no-logo
while IFS= read -r -d '' script; do
    bash -n "$script" || failed=1
done < <(find packaging tests .ci -name '*.sh' -print0; printf '.ci/run\0')
exit $failed
