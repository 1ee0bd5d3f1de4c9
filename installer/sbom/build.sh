# Sourced by installer/build.sh: what the program is made of, for who has to know.

# write_sbom FOLDER: CycloneDX with versions, licences and hashes; and the full text of each licence.
write_sbom() {
    "$tools" -m cyclonedx_py environment --output-reproducible --of JSON --pyproject "$root/pyproject.toml" \
        --output-file "$1/intake-assistant.cdx.json" "$program" >&2
    "$tools" -m piplicenses --python "$program" --from=mixed --format=plain-vertical --with-license-file \
        --no-license-path --with-notice-file --ignore-packages pip setuptools >"$1/licenties-van-anderen.txt"
}
