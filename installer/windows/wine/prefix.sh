# Sourced by try.sh: a Windows of wine in $place, in which Qt starts as well, with a screen of its own.

here="$root/installer/windows"
wine_needs="
/usr/bin/wine                   wine
/usr/lib/wine/wine64            wine64
/usr/bin/x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
/usr/bin/Xvfb                   xvfb
/usr/bin/xdotool                xdotool
/usr/bin/unzip                  unzip
"

# Nothing of here goes along into it: at some of it wine 10 breaks off.
in_windows() {
    env --ignore-environment LC_ALL=C.UTF-8 PATH="$PATH" HOME="$place" XDG_RUNTIME_DIR="$place" WINEPREFIX="$WINEPREFIX" WINEDEBUG=-all \
        WINEDLLOVERRIDES="mscoree,mshtml=;mscms=n" ${DISPLAY:+DISPLAY="$DISPLAY"} INTAKE_PASSPHRASE="paard batterij nietje raam" "$@"
}
wine() { in_windows wine "$@"; }
wineserver() { in_windows wineserver "$@"; }

make_windows() {
    WINEPREFIX="$place/wine"
    unset DISPLAY
    quiet wine wineboot --init || stop "wine begint niet: $(tail -n 5 "$place/log")"
    # Of wine 10 two libraries are missing or incomplete; nothing but this Windows gets ours.
    for lacking in icuuc mscms; do
        x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Werror -shared -s -nostdlib -Wl,--entry=0 "$here/wine/$lacking.c" \
            -o "$WINEPREFIX/drive_c/windows/system32/$lacking.dll"
    done
    # A part of wine that started before the screen was there keeps on without it.
    wineserver --kill || true
    coproc screen { exec Xvfb -screen 0 1366x768x24 -displayfd 3 -nolisten tcp 3>&1 2>>"$place/log"; }
    read -r DISPLAY <&"${screen[0]}"
    export DISPLAY=":$DISPLAY" # xdotool looks there
}
break_windows() { wineserver --kill 2>/dev/null || true; [ -z "${screen_PID:-}" ] || kill "$screen_PID"; }

# window NAME: waits until a window of this name is there; of one that never comes it says so.
window() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        xdotool search --onlyvisible --name "$1" >>"$place/log" 2>&1 && return
        sleep 1
    done
    return 1
}
