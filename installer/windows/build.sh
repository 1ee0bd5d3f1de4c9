# Sourced by installer/build.sh: MSI, setup program and portable zip for Windows, made here. Python itself cannot be
# made here: give the official python-3.1x-embed-amd64.zip with PYTHON_ZIP, by the hash in python.sha256. Without it
# all is built but Python, and named so.

here="$root/installer/windows"
source "$here/pack.sh"
build_needs="
/usr/bin/x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
"
lacking=$(missing_packages "$build_needs$pack_needs")
# shellcheck disable=SC2086  # a list of packages
[ -z "$lacking" ] || install_packages $lacking

# The libraries and Python are of one version: what is compiled here is read there.
series=$("$program" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
suffix="" python_zip=()
if [ -n "${PYTHON_ZIP:-}" ]; then
    (cd "$(dirname "$PYTHON_ZIP")" && grep "python-$series\." "$here/python.sha256" | sha256sum --check --quiet --ignore-missing - &&
        grep --quiet "$(basename "$PYTHON_ZIP")\$" "$here/python.sha256") >&2 ||
        stop "$PYTHON_ZIP staat niet in $here/python.sha256, of is een ander bestand."
    python_zip=("$PYTHON_ZIP")
else
    suffix="-zonder-python"
    say "PYTHON_ZIP is niet gegeven: alles behalve Python wordt gemaakt ($here/README.md)."
fi

wheels="$build/windows/wheels" payload="$build/windows/Intake-assistent"
commas="${version//./,},0" work="$build/windows"
lay_out() {
    rm -rf "$payload" "$wheels"
    mkdir -p "$wheels" "$payload"
    "$program" -m pip --disable-pip-version-check download --quiet --no-deps --require-hashes --only-binary=:all: --platform win_amd64 \
        --python-version "$series" --requirement "$root/installer/requirements.txt" --dest "$wheels" >&2
    "$program" "$here/payload.py" "$payload" "$wheels" "${python_zip[@]}"

    "$program" "$here/icon.py" "$root/intake_assistant/ui/kit/beelden/programma.svg" "$payload/programma.ico"
    x86_64-w64-mingw32-windres --include-dir "$here" --include-dir "$payload" "-DVERSION_COMMAS=$commas" \
        "-DVERSION_TEXT=\\\"$version\\\"" --input "$here/launcher.rc" --output-format coff --output "$work/launcher.o"
    compile() {
        x86_64-w64-mingw32-gcc -std=c11 -Wall -Wextra -Werror -O2 -municode -s -Wl,--no-insert-timestamp -Wl,--dynamicbase -Wl,--nxcompat \
            "-DPYTHON_DLL=L\"python${series/./}.dll\"" "${@:2}" "$here/launcher.c" "$work/launcher.o" -o "$payload/$1"
    }
    compile intake-assistant.exe -mwindows -DWITH_WINDOW
    compile intake-assistant.com -mconsole
    write_sbom "$payload"
}
# What was signed on Windows is packed as it came back.
[ -n "${ONDERTEKEND:-}" ] || lay_out
pack_windows "intake-assistant-$version-windows$suffix"
