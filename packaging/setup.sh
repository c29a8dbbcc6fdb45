#!/usr/bin/env bash
# usage: packaging/setup.sh [app] [desktop] [package]
# Makes this folder ready: the apt packages of the named groups, uv in .tools, the locked environment in .venv
# with the v2m command. What is there already is left alone, so a second call takes a moment.
# Ends with 2 and one sentence where it may not install something.
set -eu
cd "$(dirname "$0")/.."

export LC_ALL=C.UTF-8 UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1 PIP_DISABLE_PIP_VERSION_CHECK=1
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH CONDA_PREFIX
REQUIREMENTS=packaging/requirements/requirements-dev.txt
PACKAGES=packaging/apt-packages.txt

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 2; }

packages_of() {  # GROUP...: the packages of these groups, one a line
    awk -v wanted=" $* " '
        /^#/ || NF == 0 { next }
        /^\[/ { group = substr($1, 2, length($1) - 2); next }
        index(wanted, " " group " ") { print $1 }' "$PACKAGES"
}

missing_of() {  # GROUP...: those of them that are not installed
    packages_of "$@" | while read -r package; do
        status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s ' "$package"
    done
}

install_groups() {  # GROUP...
    if ! command -v dpkg-query >/dev/null; then
        say "no apt here; these must be installed already: $(packages_of "$@" | tr '\n' ' ')"
        return
    fi
    local missing command as_root=()
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    command="apt-get install -y --no-install-recommends $missing"
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || stop "some packages are missing, and installing them needs an administrator. Run this, then make again:
sudo $command"
        as_root=(sudo -n)
    fi
    say "installing packages: $missing"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq)
    "${apt[@]}" update || say "the package lists could not be refreshed; trying with those there are"
    # shellcheck disable=SC2086  # a list of names
    "${apt[@]}" install -y --no-install-recommends $missing >/dev/null || stop "apt could not install the packages. See its message above, mend that, or run:
sudo $command"
}

usable() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {  # prints the first Python that will do
    local candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
        if usable "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    return 1
}

ensure_python() {  # sets python
    python=$(find_python) && return
    install_groups python
    python=$(find_python) || stop "Voice2Machine needs Python 3.11 or newer; $(python3 --version 2>/dev/null || echo none) is too old. Install a newer one, then: make setup PYTHON=/path/to/python3.12"
}

ensure_uv() {
    local key
    key=$(cat packaging/requirements/uv.txt <(pwd) | sha256sum)
    [ "$(cat .tools/key 2>/dev/null)" != "$key" ] || return 0
    say "getting uv"
    rm -rf .tools
    "$python" -m venv .tools
    .tools/bin/python -m pip install -q --require-hashes --only-binary :all: -r packaging/requirements/uv.txt
    printf '%s\n' "$key" >.tools/key
}

ensure_environment() {
    local key
    # A folder that was moved holds scripts that point to its old place: the place is part of the key.
    key=$(cat "$REQUIREMENTS" pyproject.toml <(pwd; echo "${PYTHON:-}") | sha256sum)
    if [ "$(cat .venv/key 2>/dev/null)" = "$key" ] && .venv/bin/python -c '' 2>/dev/null; then
        return
    fi
    ensure_python
    ensure_uv
    say "making .venv with $("$python" --version)"
    rm -f .venv/key
    .tools/bin/uv venv -q --allow-existing --python "$python" .venv
    .tools/bin/uv pip sync -q --python .venv/bin/python --require-hashes "$REQUIREMENTS"
    .tools/bin/uv pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
    printf '%s\n' "$key" >.venv/key
}

one_at_a_time() {
    command -v flock >/dev/null || return 0
    exec 9>.setup.lock
    flock 9
}

one_at_a_time
if [ $# -gt 0 ]; then
    find_python >/dev/null || set -- python "$@"
    install_groups "$@"
fi
ensure_environment
