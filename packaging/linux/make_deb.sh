#!/usr/bin/env bash
# usage: packaging/linux/make_deb.sh FOLDER VERSION: a .deb beside FOLDER that puts the bundle into /opt
set -eu
cd "$(dirname "$0")/../.."
bundle=$1 version=$2
root=build/package/deb
architecture=$(dpkg --print-architecture)
package=dist/voice2machine_${version}_$architecture.deb
# The oldest C library it runs with is the one of this machine.
libc=$(dpkg-query -W -f='${Version}' libc6 | sed 's/[^0-9.].*//')

rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" \
    "$root/usr/share/doc/voice2machine" "$root/usr/share/icons/hicolor/scalable/apps"
cp -al "$bundle" "$root/opt/voice2machine"
ln -s /opt/voice2machine/v2m "$root/usr/bin/v2m"
install -m 644 packaging/linux/voice2machine.desktop "$root/usr/share/applications/"
install -m 644 resources/icons/voice2machine.svg "$root/usr/share/icons/hicolor/scalable/apps/"
{
    printf 'Voice2Machine\n\n'
    cat LICENSE
    printf '\nThe licenses of the parts it is passed on with: /opt/voice2machine/_internal/resources/licenses\n'
} >"$root/usr/share/doc/voice2machine/copyright"
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@LIBC@/$libc/" \
    -e "s/@SIZE@/$(du -sk --apparent-size "$bundle" | cut -f1)/" packaging/linux/control >"$root/DEBIAN/control"
chmod -R u=rwX,go=rX "$root/DEBIAN" "$root/usr"
! command -v desktop-file-validate >/dev/null || desktop-file-validate "$root/usr/share/applications/voice2machine.desktop"
nice dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$package" >/dev/null
rm -rf "$root"
printf 'package: %s: %s MB\n' "$package" "$(($(stat -c %s "$package") / 1000000))"
