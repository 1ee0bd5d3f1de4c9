#!/usr/bin/env bash
# Try the installers under wine: install, over it again, uninstall; files, registry and Start menu after each.
#   try.sh [FOLDER]     where build.sh put them; dist/ of the project
# Qt does not start under wine (it lacks a part of Windows 10): starting is tried on Windows (README.md).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../prepare.sh"
lacking=$(missing_packages "/usr/bin/wine wine
/usr/lib/wine/wine64 wine64")
# shellcheck disable=SC2086  # a list of packages
[ -z "$lacking" ] || install_packages $lacking
from=$(readlink --canonicalize "${1:-$root/dist}")
setup=$(find "$from" -name 'intake-assistant-*-windows*.exe' | sort | tail -n 1)
msi=${setup%.exe}.msi

place=$(mktemp -d "${TMPDIR:-/tmp}/intake-wine.XXXXXX")
export WINEPREFIX="$place/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" HOME="$place"
trap 'wineserver --kill 2>/dev/null || true; rm -rf "$place"' EXIT
unset DISPLAY
quiet() { "$@" >>"$place/log" 2>&1; }
quiet wine wineboot --init || stop "wine begint niet: $(tail -n 5 "$place/log")"
program="$WINEPREFIX/drive_c/Program Files/Intake-assistent"
key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\IntakeAssistent'
type='HKLM\Software\Classes\IntakeAssistent.Bestand\shell\open\command'
vault="$WINEPREFIX/drive_c/users/Public/Documents/Selam.intake"
mkdir -p "$vault" && echo dossier >"$vault/dossiers.db"

is() { say "   $1" && shift && "$@" || stop "NIET GOED: $*"; }
no() { ! "$@"; }
in_registry() { wine reg query "$1" /ve >>"$place/log" 2>&1 || wine reg query "$1" >>"$place/log" 2>&1; }
value() { wine reg query "$1" ${2:+/v "$2"} ${2:-/ve} 2>>"$place/log" | tr -d '\r' | grep --only-matching 'REG_.*' | sed 's/REG_[A-Z]* *//'; }
shortcut() { find "$WINEPREFIX/drive_c" -name 'Intake-assistent.lnk' | grep --quiet .; }
files() { (cd "$program" && find . -type f | sort | sha256sum); }
installed() {
    is "het programma staat in Program Files" test -f "$program/intake-assistant.exe"
    is "met vragen en talen" test -f "$program/forms/startposities/06_taalniveau.toml" -a -f "$program/translations/ti/taal.toml"
    is "en een startmenu" shortcut
    is "een bestand van een collega gaat ermee open" in_registry "$type"
    is "wat een andere map heeft, blijft" test -f "$vault/dossiers.db"
}
gone() {
    is "er blijft niets van over" no test -e "$program"
    is "ook niet in het startmenu" no shortcut
    is "en niet in het register" no in_registry "$type"
    is "de kluis staat er nog" test -f "$vault/dossiers.db"
}

say "== setup"
quiet wine "$setup" /S
installed
is "het staat bij de programma's" in_registry "$key"
first=$(files)
echo oud >"$program/lib/van de vorige versie.py"
echo van iemand >"$program/eigen.txt"
say "== nog eens, eroverheen"
quiet wine "$setup" /S
installed
rm "$program/eigen.txt"
is "niets van de vorige versie blijft ertussen staan" test "$first" = "$(files)"
say "== zonder Python zegt het programma wat er is"
if [ ! -d "$program/python" ]; then
    is "in een zin" grep --quiet "Installeer het programma opnieuw" <(wine "$program/intake-assistant.com" --self-test 2>&1)
fi
say "== verwijderen"
quiet wine "$program/uninstall.exe" /S
# It works from a copy of itself, which is waited for.
wineserver --wait
gone
say "== MSI"
quiet wine msiexec /i "$msi" /qn
installed
say "== MSI verwijderen"
quiet wine msiexec /x "$msi" /qn
gone
say "in orde: ${setup##*/} ${msi##*/}"
