#!/usr/bin/env bash
# Check everything: style, types, import direction, tests. Arguments go to pytest. Ends with pytest's closing line.
#   test.sh packages    builds what is installed elsewhere and tries it, in a clean Debian and under wine; as root
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
if [ "${1:-}" = packages ]; then
    # Smaller is for who hands it out: here it is to be there soon.
    export NSIS_DRUK=${NSIS_DRUK:-zlib} DEB_DRUK=${DEB_DRUK:-1}
    "$root/installer/build.sh" deb
    "$root/installer/linux/try.sh" "$(find "$root/dist" -name '*.deb' | sort --version-sort | tail -n 1)"
    "$root/installer/build.sh" windows
    "$root/installer/windows/try.sh"
    exit
fi
prepare -dev "$window_needs$test_needs"
cd "$root"
# No screen is needed, and none is used.
export QT_QPA_PLATFORM=offscreen
# Compiled once, beside the libraries: else both cores rewrite every test anew, and each process that a test starts
# compiles the program.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX="$venv/pycache"

# What is wrong with it the run below tells; three at once would each compile all of it.
"$python" -m pytest --quiet --collect-only >/dev/null 2>&1 &
compiling=$!

failed=""
check() {
    local name=$1
    shift
    say "== $name"
    "$@" >&2 || failed="$failed $name"
}
check "ruff check" "$python" -m ruff check .
check "ruff format" "$python" -m ruff format --check .
check "mypy" "$python" -m mypy
check "lint-imports" "$python" -c 'import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())'
[ -z "$failed" ] || say "== niet goed:$failed"

# Vaults flush what they write, thousands of times: in memory none of that waits for a disk. Not where there is little
# of it, nor where nothing in it can be started.
gigabytes_free() {
    df -Pk "$1" | awk 'NR == 2 { print int($4 / 1e6) }'
    awk '/^MemAvailable/ { print int($2 / 1e6) }' /proc/meminfo
}
in_memory=$(mktemp -d /dev/shm/intake-test.XXXXXX 2>/dev/null || true)
trap 'rm -rf "$in_memory"' EXIT
if [ -z "${TMPDIR:-}" ] && [ -n "$in_memory" ] && [ "$(gigabytes_free "$in_memory" | sort -n | head -n 1)" -ge 8 ]; then
    cp "$(type -P true)" "$in_memory/true"
    if "$in_memory/true" 2>/dev/null; then export TMPDIR="$in_memory"; fi
fi

say "== pytest"
wait "$compiling" || true
status=0
# Three for two cores: many tests wait for a process, a disk or a clock. The tests of one file stay together, so that
# what a file prepares is prepared once; the slow files begin first (tests/conftest.py). A process that ends in the
# middle of a test ends the run, by the name of that test: another would be given the same test again.
# A window that goes leaves its memory to the next one, in pages of 2 MB: C gives it back, in pages of 4 kB, and on a
# virtual computer looking up where each of those is takes up to a sixth of all time. Python asks for its memory there
# too, and so do the programs that tests start.
export LD_PRELOAD=libjemalloc.so.2 PYTHONMALLOC=malloc
export MALLOC_CONF=thp:always,metadata_thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,narenas:1,lg_tcache_max:18
# SQLCipher asks that nothing of what it reads goes to the swap, thousands of times a second, and each time splits one of
# those large pages: a twelfth of all time. What may not be locked is used all the same, and is wiped as ever, so the
# tests go where nobody may; the one that looks at it asks for it (tests/storage/keys/test_geheim.py).
ulimit -S -l 0 2>/dev/null || true
bound="setpriv --bounding-set=-ipc_lock"
$bound true 2>/dev/null || bound=""
# shellcheck disable=SC2086  # a command and what it takes
$bound "$python" -m pytest --quiet \
    -n 3 --dist loadfile --no-loadscope-reorder --max-worker-restart 0 "$@" || status=$?
[ -z "$failed" ] || status=1
exit "$status"
