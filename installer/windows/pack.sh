# Sourced by build.sh beside it, and by the tests: what was laid out in $payload becomes a zip, a setup program and an
# MSI in $dist, of $version; $program is a Python, $work may be written in, SOURCE_DATE_EPOCH says when.

here="$root/installer/windows"
source "$root/installer/parts/files.sh"
pack_needs="
/usr/bin/makensis               nsis
/usr/bin/wixl                   wixl
/usr/bin/zip                    zip
"

# pack_windows NAME
pack_windows() {
    rm -f "$dist/$1".*
    settle_files "$payload"
    pack_zip "$dist/$1.zip"
    pack_setup "$dist/$1.exe"
    pack_msi "$dist/$1.msi"
    say "$(du --human-readable --apparent-size "$dist/$1".*)"
}

pack_zip() {
    # What a user unpacks keeps its settings beside it; what is installed keeps them where Windows wants them.
    : >"$payload/portable"
    touch --date "@$SOURCE_DATE_EPOCH" "$payload/portable"
    (cd "$payload/.." && find "${payload##*/}" -type f | sort | zip -9 --quiet -X "$1" -@)
    rm "$payload/portable"
}

pack_setup() {
    makensis -V2 -WX -INPUTCHARSET UTF8 -X"Target amd64-unicode" -DVERSION="$version" -DOUT="$1" -DICON="$payload/programma.ico" \
        -DPAYLOAD="$payload" -DCOMPRESSOR="${NSIS_DRUK:-/SOLID lzma}" -DSIZE_KB="$(size_in_kb "$payload")" "$here/setup.nsi" >&2
}

pack_msi() {
    local product
    product=$("$program" "$here/settle.py" product "$version")
    find "$payload" -type f | sort | wixl-heat --prefix "$payload/" --component-group Inhoud --var var.Bron --directory-ref INSTALLDIR \
        --win64 >"$work/inhoud.wxs"
    "$program" "$here/settle.py" folders "$work/inhoud.wxs"
    wixl --arch x64 -D Win64=yes -D "Versie=$version" -D "ProductCode=$product" -D "Icoon=$payload/programma.ico" -D "Bron=$payload" \
        --output "$1" "$here/product.wxs" "$work/inhoud.wxs" >&2
    "$program" "$here/settle.py" summary "$1" "$SOURCE_DATE_EPOCH"
}
