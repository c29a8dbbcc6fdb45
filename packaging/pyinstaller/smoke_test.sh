#!/usr/bin/env bash
# usage: packaging/pyinstaller/smoke_test.sh [FOLDER]      (default: dist/voice2machine)
# Does a bundle work where nothing is as it was when it was made? Copies it to a read-only folder whose path has
# spaces and accents, and runs it there with an empty environment, without a home, as a user who owns nothing, and
# without network; then on the private desktop: icon in the tray, and a real dictation.
# A line on standard error that expected_output.txt does not name is a failure.
set -eu
cd "$(dirname "$0")/../.."
folder=$(realpath "${1:-dist/voice2machine}")
here=packaging/pyinstaller
python=$PWD/.venv/bin/python
words=$(cat resources/demo/speech.txt)

say() { printf 'smoke test: %s\n' "$*"; }
fail() { printf 'smoke test: %s\n' "$*" >&2; exit 1; }

[ -x "$folder/v2m" ] || fail "there is no bundle in $folder: make package"
nice "$python" $here/outside.py "$folder"

work=$(mktemp -d "${TMPDIR:-/tmp}/v2m-smoke.XXXXXX")
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
chmod 755 "$work"
place="$work/Añejo café/Voice to Machine"
mkdir -p "$place"
cp -a "$folder/." "$place"
cp resources/demo/speech.wav "$work/Añejo café/dicción.wav"
chmod -R a+rX,a-w "$place"

alone=()
if [ "$(id -u)" = 0 ] && unshare -n true 2>/dev/null; then
    alone=(unshare -n setpriv --reuid=65534 --regid=65534 --clear-groups)
    say "as user 65534, in a network namespace without a network"
elif unshare -rn true 2>/dev/null; then
    alone=(unshare -rn)
    say "as $(id -un), in a network namespace without a network"
else
    alone=(env http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 all_proxy=http://127.0.0.1:9)
    say "as $(id -un); no network namespace can be had here: proxies that lead nowhere instead"
fi

check() {  # WHAT COMMAND...: must succeed and complain about nothing; its output is in $output
    local what=$1 status=0
    shift
    output=$(cd / && env -i "${alone[@]}" "$@" 2>"$work/complaints") || status=$?
    if [ $status != 0 ]; then
        printf '%s\n' "$output" >&2
        cat "$work/complaints" >&2
        fail "$what ended with $status"
    fi
    if grep -vEf $here/expected_output.txt "$work/complaints" >"$work/unexpected"; then
        cat "$work/unexpected" >&2
        fail "$what: unexpected on standard error (above)"
    fi
    say "$what: fine"
}

check "--version" "$place/v2m" --version
[ "$output" = "Voice2Machine $("$python" -c 'import v2m_desktop; print(v2m_desktop.__version__)')" ] ||
    fail "this is another version: $output"

check "--self-test" "$place/v2m" --self-test
printf '%s\n' "$output" | sed 's/^/    /'

check "transcribe" "$place/v2m" transcribe --language en "$work/Añejo café/dicción.wav"
[ "$(printf '%s' "$output" | xargs)" = "$(printf '%s' "$words" | xargs)" ] || fail "transcribe heard: $output"

ln -s "$place/v2m" "$work/v2m"
check "--self-test through a link" "$work/v2m" --self-test

if [ "$(id -u)" = 0 ]; then  # for root nothing is read-only: what was written shows in the times
    written=$(find "$place" -newer "$work/complaints" -print -quit)
    [ -z "$written" ] || fail "the bundle wrote into its own folder: $written"
fi

tests/desktop/stage.sh env V2M_COMMAND="$place/v2m" "$python" -m tests.desktop.bundle_probe ||
    fail "no dictation on the private desktop"
say "passed"
