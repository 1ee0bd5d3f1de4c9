# Sourced by installer/build.sh: what the program is made of, for who has to know.

# write_sbom FOLDER: CycloneDX with versions, licences and hashes; and the full text of each licence.
write_sbom() {
    "$tools" -m cyclonedx_py environment --output-reproducible --of JSON --pyproject "$root/pyproject.toml" \
        --output-file "$1/intake-assistant.cdx.json" "$program" >&2
    # It cuts the places where it looks at their spaces: it is led there by a path without one.
    local around
    around=$(mktemp -d /tmp/intake-licenties.XXXXXX)
    ln -s "${program%/bin/python}" "$around/omgeving"
    "$tools" -m piplicenses --python "$around/omgeving/bin/python" --from=mixed --format=plain-vertical --with-license-file \
        --no-license-path --with-notice-file --ignore-packages pip setuptools >"$1/licenties-van-anderen.txt"
    rm -r "$around"
    grep --quiet '^PySide6' "$1/licenties-van-anderen.txt" || stop "Er zijn geen licenties van anderen gevonden."
}
