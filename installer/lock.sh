#!/usr/bin/env bash
# For developers: renew installer/requirements*.txt from pyproject.toml. Needs nothing but a Python; what makes
# the lock comes from the lock before it, by its hash.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
cd "$root"
# An index of this computer does not end up in the lock: each file is known by its hash alone.
unset UV_DEFAULT_INDEX UV_INDEX_URL UV_INDEX UV_EXTRA_INDEX_URL

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
found=$(find_or_install_python)
"$found" -m venv "$tools"
sed --quiet '/^uv==/,/[^\\]$/p' installer/requirements-dev.txt >"$tools/uv.txt"
"$tools/bin/python" -m pip install --quiet --no-deps --require-hashes --only-binary=:all: --requirement "$tools/uv.txt"

lock() {
    # For every system and Python from 3.12 on; what is there already stays, unless --upgrade is given.
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.12 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file "$@"
}
lock installer/requirements.txt pyproject.toml "$@"
lock installer/requirements-dev.txt pyproject.toml --group dev --constraint installer/requirements.txt "$@"
lock installer/requirements-build.txt --group build --constraint installer/requirements.txt "$@"
