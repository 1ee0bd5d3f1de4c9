# Sourced by installer/build.sh: the program in a folder with its own Python, as a Debian package.

here="$root/installer/linux"
build_needs="
/usr/bin/objdump        binutils
"
lacking=$(missing_packages "$build_needs")
# shellcheck disable=SC2086  # a list of packages
[ -z "$lacking" ] || install_packages $lacking

PYINSTALLER_CONFIG_DIR="$build/pyinstaller" with_tools PyInstaller --log-level ERROR --noconfirm --clean --distpath "$build/linux" --workpath "$build/werk" \
    "$root/installer/intake-assistant.spec" >&2

package="$build/deb" made="$build/linux/intake-assistant"
rm -rf "$package"
install -d "$package/DEBIAN" "$package/usr/bin" "$package/usr/lib"
mv "$made" "$package/usr/lib/intake-assistant"
ln -s ../lib/intake-assistant/intake-assistant "$package/usr/bin/intake-assistant"
put() { install -D --mode=644 "$1" "$package/usr/share/$2"; }
put "$here/intake-assistant.desktop" applications/intake-assistant.desktop
put "$here/intake-assistant.mime.xml" mime/packages/intake-assistant.xml
put "$root/intake_assistant/ui/kit/beelden/programma.svg" icons/hicolor/scalable/apps/intake-assistant.svg
put "$root/CHANGELOG.md" doc/intake-assistant/CHANGELOG.md
sed --expression "s/@VERSIE@/$version/" --expression "s/@DAG@/$(date --utc --date "@$SOURCE_DATE_EPOCH" +%F)/" \
    "$here/intake-assistant.metainfo.xml" >"$build/metainfo.xml"
put "$build/metainfo.xml" metainfo/intake-assistant.metainfo.xml
write_sbom "$build"
put "$build/intake-assistant.cdx.json" doc/intake-assistant/intake-assistant.cdx.json
put "$build/licenties-van-anderen.txt" doc/intake-assistant/licenties-van-anderen.txt
{
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: intake-assistant\n\n'
    printf 'Files: *\nCopyright: the authors of the intake assistant\nLicense: EUPL-1.2\n'
    printf ' The text of the licence is in /usr/lib/intake-assistant/lib/LICENSE; the licences of the libraries\n'
    printf ' that go along are in licenties-van-anderen.txt beside this file.\n'
} >"$build/copyright"
put "$build/copyright" doc/intake-assistant/copyright

# Which packages bring the libraries that were left to the system is read off what was built; and how new the C library
# must be, on which all of it stands.
mapfile -d '' -t elves < <(find "$package/usr/lib" -type f \( -name '*.so*' -o -name intake-assistant \) -print0 | sort -z)
needed=$(objdump --private-headers "${elves[@]}" | awk '$1 == "NEEDED" { print $2 }' | sort --unique |
    grep --invert-match --line-regexp --fixed-strings --file <(printf '%s\n' "${elves[@]##*/}"))
depends=$(for name in $needed; do
    path=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | awk -v name="$name" '$1 == name { print $NF; exit }')
    [ -n "$path" ] || stop "Deze bibliotheek staat niet op deze computer: $name"
    dpkg-query --search "$(readlink --canonicalize "$path")" | cut --delimiter=: --fields=1
done | sort --unique | grep --invert-match --line-regexp libc6 | paste --serial --delimiters=, | sed 's/,/, /g')
libc=$(objdump --dynamic-syms "${elves[@]}" | grep --only-matching 'GLIBC_2[.0-9]*' | sort --version-sort --unique | tail -n 1)

cat >"$package/DEBIAN/control" <<CONTROL
Package: intake-assistant
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Intake-assistent <beheer@intake-assistant.invalid>
Installed-Size: $(size_in_kb "$package/usr")
Depends: libc6 (>= ${libc#GLIBC_}), $depends, fontconfig-config
Section: misc
Priority: optional
Description: intake for the Dutch Civic Integration Act 2021
 From the first conversation to the PIP: asks well, loses nothing, shows the other side their own language, keeps
 everything encrypted on this computer and writes the decision and the plan in Word and PDF. Nothing is sent.
CONTROL
(cd "$package" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$package/DEBIAN/md5sums"
settle_files "$package"
file="$dist/intake-assistant_${version}_$(dpkg --print-architecture).deb"
# On one core: what is pressed on more of them comes out otherwise.
dpkg-deb --root-owner-group --threads-max=1 -Zzstd -z"${DEB_DRUK:-9}" --build "$package" "$file" >&2
say "$file" "$(du --human-readable --apparent-size "$file" | cut --fields=1)"
