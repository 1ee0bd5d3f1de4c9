#!/usr/bin/env bash
# Try a package where nothing of this computer helps it: a clean Debian without Python. As root.
#   try.sh PACKAGE.deb [PACKAGE-BEFORE.deb]
# First the version before; when none is given, the same under an older number, with a file that the new one lacks.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../prepare.sh"
package=$(readlink --canonicalize "${1:?PACKAGE.deb}")
lacking=$(missing_packages "/usr/sbin/debootstrap debootstrap")
# shellcheck disable=SC2086  # a list of packages
[ -z "$lacking" ] || install_packages $lacking

place=$(mktemp -d "${TMPDIR:-/tmp}/intake-kaal.XXXXXX")
clean="$place/root"
mounted=""
end() {
    [ -z "$mounted" ] || umount --lazy "$clean/proc"
    rm -rf "$place"
}
trap end EXIT
release=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $release" | head -n 1)
debootstrap --variant=minbase "$release" "$clean" "$mirror" >&2
mount -t proc proc "$clean/proc" && mounted=yes
inside() { chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv QT_QPA_PLATFORM=offscreen DEBIAN_FRONTEND=noninteractive "$@"; }
if [ -n "${2:-}" ]; then
    before=$(readlink --canonicalize "$2")
else
    before="$place/intake-assistant_0.0.1.deb" old=usr/lib/intake-assistant/lib/van-de-vorige-versie
    dpkg-deb --raw-extract "$package" "$place/ervoor"
    sed --in-place 's/^Version: .*/Version: 0.0.1/' "$place/ervoor/DEBIAN/control"
    echo oud >"$place/ervoor/$old"
    dpkg-deb --root-owner-group -Znone --build "$place/ervoor" "$before" >&2
    rm -rf "$place/ervoor"
fi
for file in "$before" "$package"; do cp "$file" "$clean/tmp/"; done
inside sh -c '! command -v python3' || stop "Deze kale omgeving heeft een Python: zij bewijst niets."
inside apt-get update --quiet >&2
vault() { inside sh -c "INTAKE_PASSPHRASE='een lange wachtzin' intake-assistant $1"; }
policy=/etc/intake-assistent/beleid.toml
inside sh -c "mkdir -p ${policy%/*} && printf 'beheerder = \"ICT\"\n[gevoelig]\nopnieuw_vragen = true\n' >$policy"
inside apt-get install --yes --quiet --no-install-recommends "/tmp/${before##*/}" >&2
vault "vault create /srv/proef.intake --naam Proef --gemeente Proefdorp --rol regievoerder"
inside apt-get install --yes --quiet --no-install-recommends "/tmp/${package##*/}" >&2
[ -z "${old:-}" ] || inside sh -c "! test -e /$old"
inside intake-assistant --self-test
inside intake-assistant policy check
vault "vault check /srv/proef.intake"
inside intake-assistant demo --snel --out /srv/proefstuk >&2
inside sh -c 'ls /srv/proefstuk/*.pdf' >&2
inside apt-get remove --yes --quiet intake-assistant >&2
inside sh -c '! command -v intake-assistant && ! ls /usr/lib/intake-assistant /usr/share/doc/intake-assistant 2>/dev/null'
inside ls -d /srv/proef.intake "$policy"
say "in orde: ${package##*/}"
