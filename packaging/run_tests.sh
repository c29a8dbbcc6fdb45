#!/usr/bin/env bash
# usage: packaging/run_tests.sh sample|full
# Everything that must hold: lint, then the tests without a display, then those on the private desktop.
set -eu
cd "$(dirname "$0")/.."
export V2M_CAMPAIGN="$1"
patience=()
[ "$1" != full ] || patience=(-o timeout=1500 -o faulthandler_timeout=2900)  # one test may be a whole campaign
offscreen() { QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q "${patience[@]}" -m "not desktop" "$@"; }
desktop() { tests/desktop/stage.sh .venv/bin/python -m pytest -q "${patience[@]}" -m desktop "$@"; }
settle() {  # PID LOG: what ran in the background, and what it said
    wait "$1" || failed=1
    cat "$2"
    [ "$failed" = 0 ] || exit 1
}

packaging/lint.sh
# Parts at a time: they wait more than they compute. What is sent to the background ignores Control-C, which some
# tests of the commands press; so those stay in front.
mkdir -p build
failed=0
offscreen tests/unit tests/architecture >build/unit-tests.log 2>&1 & unit_pid=$!
offscreen tests/gui >build/gui-tests.log 2>&1 & gui_pid=$!
offscreen tests/contracts tests/integration || failed=1
settle "$gui_pid" build/gui-tests.log
settle "$unit_pid" build/unit-tests.log

front=(tests/desktop/test_[a-c]*.py tests/desktop/test_de[fm]*.py)
middle=(tests/desktop/test_delivery*.py tests/desktop/test_[e-o]*.py)
others=("${front[@]/#/--ignore=}" "${middle[@]/#/--ignore=}")
desktop "${middle[@]}" >build/desktop-middle.log 2>&1 & middle_pid=$!
desktop tests "${others[@]}" >build/desktop-others.log 2>&1 & others_pid=$!
desktop "${front[@]}" || failed=1
settle "$middle_pid" build/desktop-middle.log
settle "$others_pid" build/desktop-others.log
