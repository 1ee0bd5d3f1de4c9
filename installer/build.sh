#!/usr/bin/env bash
# Make what is installed elsewhere; the result stands in dist/. The same commit gives the same bytes.
#   build.sh deb       the Debian package
#   build.sh windows   MSI, setup program and portable zip (installer/windows/README.md)
#   build.sh macos     the program for macOS, on macOS only
#   build.sh sbom      what it is made of: CycloneDX, and the licences of others
#   build.sh reproduce deb|windows|sbom   twice, in two places, and whether the same bytes came out
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
cd "$root"

kinds="deb windows macos sbom reproduce"
kind=${1:-}
case " $kinds " in *" $kind "*) ;; *) stop "Gebruik: build.sh ${kinds// /|}" ;; esac
shift
if [ "$kind" = reproduce ]; then
    source installer/parts/reproduce.sh
    exit
fi

# What is built knows the day of the commit, not of the build; and no order that chance gave.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1 LC_ALL=C.UTF-8 TZ=UTC
umask 022
# Another version of the same, to try an upgrade with: VERSIE=0.0.1.
version=${VERSIE:-$(sed --quiet 's/^version = "\(.*\)"/\1/p' pyproject.toml)}
build="$root/build" dist="$root/dist"
mkdir -p "$build" "$dist"

# The program by itself, as it goes along; and what builds, which does not.
venv="$build/omgeving" && python="$venv/bin/python" && prepare "" "$window_needs"
program=$python
venv="$build/gereedschap" && python="$venv/bin/python" && prepare -build ""
tools=$python
with_tools() { PYTHONPATH=$("$tools" -c 'import sysconfig; print(sysconfig.get_path("purelib"))') "$program" -m "$@"; }

source installer/parts/files.sh
source installer/sbom/build.sh
case "$kind" in
    sbom) write_sbom "$dist" ;;
    deb) source installer/linux/build.sh ;;
    windows) source installer/windows/build.sh ;;
    macos) source installer/macos/build.sh ;;
esac
