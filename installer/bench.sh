#!/usr/bin/env bash
# Measure how fast and how much, beside the bare engine in the same run: bench.sh [SIZES...] [--again]. Makes vaults
# of so many dossiers in a folder of its own, where it goes on when it was stopped.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
prepare -dev "$window_needs"
cd "$root"
exec "$python" -m tests.benchmarks.table "$@"
