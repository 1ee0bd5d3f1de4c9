#!/usr/bin/env bash
# Try the installers under wine: install, upgrade, over it again, one over the other, uninstall; files, registry, Start
# menu, vault and policy file after each.
#   try.sh [FOLDER]     where build.sh put them; dist/ of the project
# The version before is packed here, from what build.sh laid out in build/windows, with a file that the new one lacks.
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
uninstall='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall'
type='HKLM\Software\Classes\IntakeAssistent.Bestand\shell\open\command'
vault="$WINEPREFIX/drive_c/users/Public/Documents/Selam.intake"
policy="$WINEPREFIX/drive_c/ProgramData/Intake-assistent/beleid.toml"
mkdir -p "$vault" "${policy%/*}" && echo dossier >"$vault/dossiers.db" && echo '[slot]' >"$policy"

is() { say "   $1" && shift && "$@" || stop "NIET GOED: $*"; }
no() { ! "$@"; }
in_registry() { wine reg query "$1" /ve >>"$place/log" 2>&1 || wine reg query "$1" >>"$place/log" 2>&1; }
shortcut() { find "$WINEPREFIX/drive_c" -name 'Intake-assistent.lnk' | grep --quiet .; }
files() { (cd "$program" && find . -type f -not -name uninstall.exe | sort | xargs -d '\n' sha256sum | sha256sum); }
# What Windows lists as installed, by whom it is removed and in which version: one line each.
listed() {
    wine reg query "$uninstall" /s 2>>"$place/log" | tr -d '\r' | awk '
        /^HKEY/ { key = $0 } $1 == "DisplayName" && /Intake-assistent/ { name[key] = 1 }
        $1 == "DisplayVersion" { version[key] = $3 } $1 == "WindowsInstaller" { msi[key] = 1 }
        END { for (key in name) print (msi[key] ? "msi" : "setup"), version[key] }'
}
listed_is() { [ "$(listed)" = "$1" ] || { say "$(listed)" && return 1; }; }
code() { local status=0; quiet "$@" || status=$?; echo "$status"; }
untouched() { [ "$(cat "$vault/dossiers.db")" = dossier ] && [ "$(cat "$policy")" = '[slot]' ]; }
installed() {
    is "het programma staat in Program Files" test -f "$program/intake-assistant.exe"
    is "met vragen en talen" test -f "$program/forms/startposities/06_taalniveau.toml" -a -f "$program/translations/ti/taal.toml"
    is "en een startmenu" shortcut
    is "een bestand van een collega gaat ermee open" in_registry "$type"
    is "het staat één keer bij de programma's: $1" listed_is "$1"
    is "kluis en beleidsbestand zijn wat ze waren" untouched
}
gone() {
    is "er blijft niets van over" no test -e "$program"
    is "ook niet in het startmenu" no shortcut
    is "en niet in het register" no in_registry "$type"
    is "noch bij de programma's" listed_is ""
    is "kluis en beleidsbestand staan er nog" untouched
}

say "== de versie ervoor wordt gemaakt"
payload="$root/build/windows/Intake-assistent" old="$payload/lib/van de vorige versie.py"
version=$(sed --quiet 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml")
[ -d "$payload" ] || stop "$payload ontbreekt: eerst build.sh windows."
echo oud >"$old"
trap 'wineserver --kill 2>/dev/null || true; rm -rf "$place" "$old" "$root"/dist/intake-assistant-0.0.1-*' EXIT
VERSIE=0.0.1 ONDERTEKEND=1 NSIS_DRUK=zlib "$root/installer/build.sh" windows 2>>"$place/log" || stop "$(tail "$place/log")"
rm "$old"
before=$(find "$root/dist" -name 'intake-assistant-0.0.1-windows*.exe')
before_msi=${before%.exe}.msi

say "== setup van de versie ervoor"
quiet wine "$before" /S
installed "setup 0.0.1"
is "met een bestand dat er nu niet meer is" test -e "$program/lib/${old##*/}"
echo van iemand >"$program/eigen.txt"
say "== bijwerken met de setup van nu"
quiet wine "$setup" /S
installed "setup $version"
is "wat iemand er zelf neerzette, staat er nog" test "$(cat "$program/eigen.txt")" = "van iemand"
rm "$program/eigen.txt"
is "niets van de vorige versie blijft ertussen staan" no test -e "$program/lib/${old##*/}"
first=$(files)
say "== nog eens, eroverheen"
quiet wine "$setup" /S
installed "setup $version"
is "met dezelfde bestanden" test "$first" = "$(files)"
say "== zonder Python zegt het programma wat er is"
if [ ! -d "$program/python" ]; then
    is "in een zin" grep --quiet "Installeer het programma opnieuw" <(wine "$program/intake-assistant.com" --self-test 2>&1)
fi
say "== de MSI over de setup: geweigerd"
is "met een foutcode" no quiet wine msiexec /i "$msi" /qn
installed "setup $version"
is "er is niets veranderd" test "$first" = "$(files)"
say "== setup verwijderen"
quiet wine "$program/uninstall.exe" /S
# It works from a copy of itself, which is waited for.
wineserver --wait
gone
say "== MSI van de versie ervoor"
quiet wine msiexec /i "$before_msi" /qn
installed "msi 0.0.1"
is "met een bestand dat er nu niet meer is" test -e "$program/lib/${old##*/}"
say "== bijwerken met de MSI van nu"
quiet wine msiexec /i "$msi" /qn
installed "msi $version"
is "niets van de vorige versie blijft ertussen staan" no test -e "$program/lib/${old##*/}"
is "en het zijn de bestanden van de setup" test "$first" = "$(files)"
say "== een oudere MSI over een nieuwere: geweigerd"
is "met een foutcode" no quiet wine msiexec /i "$before_msi" /qn
installed "msi $version"
say "== de setup over de MSI: geweigerd"
is "met code 6" test "$(code wine "$setup" /S)" = 6
installed "msi $version"
is "er is niets veranderd" test "$first" = "$(files)"
say "== MSI verwijderen"
quiet wine msiexec /x "$msi" /qn
gone
say "in orde: ${setup##*/} ${msi##*/}"
