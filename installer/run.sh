#!/usr/bin/env bash
# Start the intake assistant; on the first start, put ready what it needs. All arguments go to the program.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

# An environment of the developers holds all that the program needs.
kind=""
is_ready "$root/installer/requirements-dev.txt" "$venv/stamp-dev" && kind="-dev"
prepare "$kind" "$window_needs"
exec "$python" "$root/main.py" "$@"
