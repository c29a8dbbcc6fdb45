#!/usr/bin/env bash
# usage: packaging/run_tests.sh sample|full
# Everything that must hold: lint, then the tests without a display, then those on the private desktop.
set -eu
cd "$(dirname "$0")/.."
export V2M_CAMPAIGN="$1"
patience=()
[ "$1" != full ] || patience=(-o timeout=1500 -o faulthandler_timeout=1400)  # one test may be a whole campaign
packaging/lint.sh
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q "${patience[@]}" -m "not desktop"
exec tests/desktop/stage.sh .venv/bin/python -m pytest -q "${patience[@]}" -m desktop
