#!/usr/bin/env bash
# Try a package where nothing of this computer helps it: a clean Debian without Python. As root.
#   try.sh PACKAGE.deb [PACKAGE-BEFORE.deb]     installs the one before first, when it is given
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../prepare.sh"
package=$(readlink --canonicalize "${1:?PACKAGE.deb}")
before=${2:+$(readlink --canonicalize "$2")}
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
for file in ${before:+"$before"} "$package"; do cp "$file" "$clean/tmp/"; done
inside sh -c '! command -v python3' || stop "Deze kale omgeving heeft een Python: zij bewijst niets."
inside apt-get update --quiet >&2
vault() { inside sh -c "INTAKE_PASSPHRASE='een lange wachtzin' intake-assistant $1"; }
if [ -n "$before" ]; then
    inside apt-get install --yes --quiet --no-install-recommends "/tmp/${before##*/}" >&2
    vault "vault create /srv/proef.intake --naam Proef --gemeente Proefdorp --rol regievoerder"
fi
inside apt-get install --yes --quiet --no-install-recommends "/tmp/${package##*/}" >&2
inside intake-assistant --self-test
[ -z "$before" ] || vault "vault check /srv/proef.intake"
inside intake-assistant demo --snel --out /srv/proefstuk >&2
inside sh -c 'ls /srv/proefstuk/*.pdf' >&2
inside apt-get remove --yes --quiet intake-assistant >&2
inside sh -c '! command -v intake-assistant && ! ls /usr/lib/intake-assistant /usr/share/doc/intake-assistant 2>/dev/null'
[ -z "$before" ] || inside ls -d /srv/proef.intake
say "in orde: ${package##*/}"
