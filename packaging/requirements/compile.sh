#!/usr/bin/env bash
# Makes the hashed requirement files anew from pyproject.toml: `make lock`, or `make lock UPGRADE=--upgrade`.
# They name no host.
set -eu
cd "$(dirname "$0")/../.."
uv="${UV:-.tools/bin/uv}"
folder=packaging/requirements
common=(--quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
        --python-version 3.11 --overrides "$folder/overrides.txt")
"$uv" pip compile "${common[@]}" "$@" pyproject.toml -o "$folder/requirements.txt"
"$uv" pip compile "${common[@]}" "$@" pyproject.toml --group dev -o "$folder/requirements-dev.txt"
# uv itself, so that every machine resolves and installs with the same one
"$uv" pip compile "${common[@]}" "$@" "$folder/uv.in" -o "$folder/uv.txt"
