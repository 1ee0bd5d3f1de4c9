# Sourced by the scripts beside it: a Python, the system libraries, and a virtual environment in the project folder.
# Everything said here goes to stderr; stdout belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv="$root/.venv"
python="$venv/bin/python"

# Nothing of another Python leaks in.
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV
export PYTHONNOUSERSITE=1
[ -n "${HOME:-}" ] || HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
export HOME="${HOME:-/}"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

# One line each: what must be there, and the Debian package that brings it.
window_needs="
libEGL.so.1             libegl1
libGL.so.1              libgl1
libX11-xcb.so.1         libx11-xcb1
libatomic.so.1          libatomic1
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
/etc/fonts/fonts.conf   fontconfig-config
/usr/bin/fc-list        fontconfig
libglib-2.0.so.0        libglib2.0-0
libgssapi_krb5.so.2     libgssapi-krb5-2
libwayland-cursor.so.0  libwayland-cursor0
libwayland-egl.so.1     libwayland-egl1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-sync.so.1        libxcb-sync1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon.so.0       libxkbcommon0
libxkbcommon-x11.so.0   libxkbcommon-x11-0
"
# The tests look at our Word file with LibreOffice and at our PDF with poppler, and have a bus of their own
# tell that the computer goes to sleep. A screen of its own, with windows that are managed, is worked at as a person
# would, with a real mouse and real keys. What is installed on Windows is packed, and looked into. Windows and
# vaults come and go by the thousand: another allocator than that of C does that in less time.
test_needs="
/usr/bin/soffice        libreoffice-writer-nogui
/usr/bin/pdftotext      poppler-utils
/usr/bin/dbus-daemon    dbus-daemon
/usr/bin/Xvfb           xvfb
/usr/bin/openbox        openbox
/usr/bin/xdotool        xdotool
libjemalloc.so.2        libjemalloc2
/usr/bin/zip            zip
/usr/bin/makensis       nsis
/usr/bin/wixl           wixl
/usr/bin/msiinfo        msitools
/usr/bin/osslsigncode   osslsigncode
"

missing_packages() {
    local known what package
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    while read -r what package; do
        case "$what" in
            "") ;;
            /*) [ -e "$what" ] || printf '%s ' "$package" ;;
            *) case "$known" in *"$what "*) ;; *) printf '%s ' "$package" ;; esac ;;
        esac
    done <<<"$1"
}

# Installs Debian packages, or says who can.
install_packages() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            stop "Dit ontbreekt op deze computer: $*" \
                $'\nU bent geen beheerder, en sudo kan hier niet worden gebruikt. Er is niets veranderd.' \
                $'\nVraag uw beheerder om dit uit te voeren, en start daarna opnieuw:' \
                $'\n    apt-get install --no-install-recommends '"$*"
        fi
    fi
    command -v apt-get >/dev/null || stop "Dit ontbreekt op deze computer: $*" \
        $'\nDit systeem heeft geen apt-get. Installeer deze onderdelen zelf, en start daarna opnieuw.'
    say "Eenmalig: systeemonderdelen installeren met apt-get, als beheerder van deze computer: $*"
    local first install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
        apt-get install --yes --quiet --no-install-recommends "$@")
    # On a bare system the list of packages is empty, on an old one out of date: fetch it and try again. What
    # went wrong the first time is only of interest when that does not help.
    first=$("${install[@]}" 3>&2 2>&1 >&3) || { "${as_root[@]}" apt-get update --quiet >&2 && "${install[@]}" >&2; } ||
        stop "$first" $'\nHet installeren van systeemonderdelen is niet gelukt. Hierboven staat waarom. Is er internet?'
}

find_python() {
    local candidate
    for candidate in python3 python3.14 python3.13 python3.12 /usr/bin/python3; do
        # ensurepip is what a Debian without python3-venv lacks; the locked wheels go up to 3.14.
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(not (3, 12) <= sys.version_info[:2] <= (3, 14))' \
            2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    return 1
}

# Says which Python; installs the one of the system when there is none that is new enough.
find_or_install_python() {
    find_python && return
    install_packages python3 python3-venv
    find_python || stop "Er is geen Python van 3.12 tot en met 3.14 te vinden of te installeren."
}

# The stamp says which lock was installed with which Python; it is written last, so half an environment has none.
stamp_of() { { cat "$1" && "$python" --version; } 2>/dev/null | sha256sum; }

is_ready() { [ -x "$python" ] && [ "$(cat "$2" 2>/dev/null)" = "$(stamp_of "$1")" ]; }

make_environment() {
    local lock=$1 stamp=$2 found compile=--compile
    # test.sh has what it imports compiled in a place of its own, and nothing reads what pip would compile.
    case "$lock" in *-dev.txt) compile=--no-compile ;; esac
    found=$(find_or_install_python) || exit 1
    say "Eenmalig: de omgeving klaarzetten in $venv. Dit duurt ongeveer een minuut."
    rm -rf "$venv" 2>/dev/null || stop "De map $venv kan niet worden vernieuwd. Is de map van u?"
    "$found" -m venv "$venv" >&2 || stop "In $root kan geen omgeving worden gemaakt. Mag u daar schrijven? Is er ruimte?"
    "$python" -m pip --disable-pip-version-check install --quiet --no-input --progress-bar off --no-deps \
        "$compile" --require-hashes --only-binary=:all: --requirement "$lock" >&2 ||
        stop "Het ophalen van de onderdelen is niet gelukt. Hierboven staat waarom. Start later opnieuw."
    # So that a script of tests/stress finds the package when it is started as a file.
    "$python" -c 'import pathlib, sys, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "intake-assistant.pth").write_text(sys.argv[1] + "\n")' "$root"
    stamp_of "$lock" >"$stamp"
}

# prepare NAME NEEDS: after this, $python runs with everything of requirements$NAME.txt.
prepare() {
    local lock="$root/installer/requirements$1.txt" stamp="$venv/stamp$1" lacking
    lacking=$(missing_packages "$2")
    # shellcheck disable=SC2086  # a list of packages
    [ -z "$lacking" ] || install_packages $lacking
    is_ready "$lock" "$stamp" && return
    [ -w "$root" ] || stop "In de map $root mag u niet schrijven. Zet het programma in een map van uzelf."
    (
        # Two starts at once: the second waits for the first, then finds all ready.
        flock 9
        is_ready "$lock" "$stamp" || make_environment "$lock" "$stamp"
    ) 9>"$root/.venv-lock" || exit 1
}
