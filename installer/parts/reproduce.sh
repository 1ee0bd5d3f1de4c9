# Sourced by installer/build.sh: the commit is built twice, from nothing, in two places that differ in what may not
# matter: the folder, who may read it, the zone of the clock, the hour. Says whether the same bytes came out.

what=${1:-}
case "$what" in deb | windows | sbom) ;; *) stop "Gebruik: build.sh reproduce deb|windows|sbom" ;; esac
[ -z "$(git status --porcelain)" ] || say "Let op: wat niet is vastgelegd, gaat niet mee."
place=$(mktemp -d "${TMPDIR:-/tmp}/intake-tweemaal.XXXXXX")
one="$place/een" two="$place/een heel andere map"

build_in() {
    git clone --quiet "$root" "$1" && git -C "$1" checkout --quiet "$(git rev-parse HEAD)"
    "$1/installer/build.sh" "$what"
}
say "== de eerste keer" && (umask 022 && build_in "$one")
say "== de tweede keer" && (umask 077 && TZ=Asia/Kathmandu build_in "$two")

# Which bytes, and of which file in it: for who has to mend it.
tell_difference() {
    local name=${1##*/} side
    say "ANDERS: $name: $(cmp --verbose "$1" "$2" 2>/dev/null | wc -l) bytes, de eerste op $(cmp "$1" "$2" 2>&1 | grep --only-matching 'byte [0-9]*')"
    for side in "$one" "$two"; do
        mkdir -p "$side/uitgepakt"
        case "$name" in
            *.deb) dpkg-deb --raw-extract "$side/dist/$name" "$side/uitgepakt" ;;
            *.zip) unzip -qo "$side/dist/$name" -d "$side/uitgepakt" ;;
            *.msi) msiextract --directory "$side/uitgepakt" "$side/dist/$name" >/dev/null ;;
        esac
    done
    diff --brief --recursive --no-dereference "$one/uitgepakt" "$two/uitgepakt" >&2 || true
}
differs=""
for made in "$one"/dist/*; do
    cmp --silent "$made" "$two/dist/${made##*/}" || { differs=yes && tell_difference "$made" "$two/dist/${made##*/}"; }
done
(cd "$one/dist" && sha256sum -- *)
[ -z "$differs" ] || stop "Niet dezelfde bytes. Beide staan nog in $place."
rm -rf "$place"
say "Tweemaal gemaakt van $(git rev-parse --short HEAD), dezelfde bytes."
