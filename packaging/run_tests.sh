#!/usr/bin/env bash
# usage: packaging/run_tests.sh sample|full
# Everything that must hold: lint, then the tests without a display, then those on the private desktop.
set -eu
cd "$(dirname "$0")/.."
export V2M_CAMPAIGN="$1"
packaging/lint.sh
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -m "not desktop"
exec tests/desktop/stage.sh .venv/bin/python -m pytest -q -m desktop
