#!/usr/bin/env bash
# Try the installers under wine: install, upgrade, over it again, one over the other, uninstall; files, registry, Start
# menu, vault and policy file after each. And start what was installed: its tests, a vault, its window.
#   try.sh [FOLDER]     where build.sh put them; dist/ of the project
# The version before is packed here, from what build.sh laid out in build/windows, with a file that the new one lacks.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../prepare.sh"
source "$(dirname "${BASH_SOURCE[0]}")/wine/prefix.sh"
lacking=$(missing_packages "$wine_needs")
# shellcheck disable=SC2086  # a list of packages
[ -z "$lacking" ] || install_packages $lacking
from=$(readlink --canonicalize "${1:-$root/dist}")
setup=$(find "$from" -name 'intake-assistant-*-windows*.exe' | sort | tail -n 1)
msi=${setup%.exe}.msi

place=$(mktemp -d "${TMPDIR:-/tmp}/intake-wine.XXXXXX")
trap 'break_windows; rm -rf "$place"' EXIT
quiet() { "$@" >>"$place/log" 2>&1; }
make_windows
program="$WINEPREFIX/drive_c/Program Files/Intake-assistent"
uninstall='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall'
type='HKLM\Software\Classes\IntakeAssistent.Bestand\shell\open\command'
vault="$WINEPREFIX/drive_c/users/Public/Documents/Selam.intake"
policy="$WINEPREFIX/drive_c/ProgramData/Intake-assistent/beleid.toml"
mkdir -p "$vault" "${policy%/*}" && echo dossier >"$vault/dossiers.db" && echo '[slot]' >"$policy"
own='C:\users\Public\Documents\Voor Zoë.intake'
case='C:\Program Files\Intake-assistent\intake_assistant\demo\casus.toml'

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
# wine has no administrators: the policy file, which is theirs, would shut all there is to shut.
shut_away() { mv "$policy" "$place/beleid.toml" && "$@" && mv "$place/beleid.toml" "$policy"; }
tested() { test "$(wine "$1/intake-assistant.com" --self-test 2>>"$place/log" | grep --count '^ok')" = 7; }
starts() { is "zeven keer ok" shut_away tested "$1"; }
made() {
    quiet wine "$program/intake-assistant.com" vault create "$own" --gemeente Delfzijl &&
        quiet wine "$program/intake-assistant.com" play "$case" --vault "$own"
}
digest() { wine "$1/intake-assistant.com" digest --vault "$own" 2>>"$place/log" | tr -d '\r'; }
# The command that Windows has for a kind of file.
opened_with() { wine reg query "$1" /ve 2>>"$place/log" | tr -d '\r' | sed --quiet 's/.*REG_SZ *//p'; }
opens() {
    local file="$WINEPREFIX/drive_c/Van Bo.intake.age"
    echo "dit is geen bestand van een collega" >"$file"
    is "wie een bestand opent, krijgt het programma" test "$2" = '"C:\Program Files\Intake-assistent\intake-assistant.exe" "%1"'
    quiet wine "$1/intake-assistant.exe" 'C:\Van Bo.intake.age' &
    is "met een venster" window Intake-assistent
    wineserver --kill || true
}

say "== de versie ervoor wordt gemaakt"
payload="$root/build/windows/Intake-assistent" old="$payload/lib/van de vorige versie.py"
version=$(sed --quiet 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml")
[ -d "$payload" ] || stop "$payload ontbreekt: eerst build.sh windows."
echo oud >"$old"
trap 'break_windows; rm -rf "$place" "$old" "$root"/dist/intake-assistant-0.0.1-*' EXIT
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
say "== starten wat er is geïnstalleerd"
starts "$program"
is "een kluis met een dossier" shut_away made
said=$(digest "$program")
is "met een som" test -n "$said"
opens "$program" "$(opened_with "$type")"
say "== zonder Python zegt het programma wat er is"
mv "$program/python" "$place/python"
is "in een zin" grep --quiet "Installeer het programma opnieuw" <(wine "$program/intake-assistant.com" --self-test 2>&1)
mv "$place/python" "$program/python"
say "== de zip, uitgepakt in een map met een lange naam, spaties en accenten, waarin niets mag worden geschreven"
portable="$WINEPREFIX/drive_c/Mijn programma's/Één map met een naam die nergens toe dient dan lang te zijn/en nog een $(printf 'ë%.0s' {1..60})"
mkdir -p "$portable" && (cd "$portable" && unzip -q "${setup%.exe}.zip") && chmod --recursive a-w "$portable"
starts "$portable/Intake-assistent"
is "met dezelfde kluis" test "$said" = "$(digest "$portable/Intake-assistent")"
say "== de MSI over de setup: geweigerd"
is "met een foutcode" no quiet wine msiexec /i "$msi" /qn
installed "setup $version"
is "er is niets veranderd" test "$first" = "$(files)"
say "== setup verwijderen"
quiet wine "$program/uninstall.exe" /S
# It works from a copy of itself, which is waited for.
wineserver --wait
gone
is "en die van het programma zegt nog hetzelfde" test "$said" = "$(digest "$portable/Intake-assistent")"
say "== MSI van de versie ervoor"
quiet wine msiexec /i "$before_msi" /qn
installed "msi 0.0.1"
is "met een bestand dat er nu niet meer is" test -e "$program/lib/${old##*/}"
say "== bijwerken met de MSI van nu"
quiet wine msiexec /i "$msi" /qn
installed "msi $version"
is "niets van de vorige versie blijft ertussen staan" no test -e "$program/lib/${old##*/}"
is "en het zijn de bestanden van de setup" test "$first" = "$(files)"
starts "$program"
is "met dezelfde kluis" test "$said" = "$(digest "$program")"
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
