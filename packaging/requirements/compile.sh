#!/usr/bin/env bash
# Makes the hashed requirement files anew from pyproject.toml. They name no host.
set -eu
cd "$(dirname "$0")/../.."
uv="${UV:-.venv/bin/uv}"
common=(--universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
        --python-version 3.11 --overrides packaging/requirements/overrides.txt)
"$uv" pip compile "${common[@]}" "$@" pyproject.toml -o packaging/requirements/requirements.txt
"$uv" pip compile "${common[@]}" "$@" pyproject.toml --group dev -o packaging/requirements/requirements-dev.txt
