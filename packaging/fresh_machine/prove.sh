#!/usr/bin/env bash
# usage: packaging/fresh_machine/prove.sh [COMMAND...]      (default: "make demo" "make test"; wants root)
# Proves that a machine with nothing on it can do what the README says: an empty Debian of this machine's
# release (debootstrap, minimal), no display, sound card or GPU in /dev, a fresh home, a fresh clone of HEAD in a
# folder with spaces, and git and make as the only programs installed by hand. Ends with the status of the first
# COMMAND that fails. What lies in build/ afterwards is copied to build/fresh_machine/.
#   SUITE=bookworm      another release         FOLDER=/var/tmp/fresh   where the root goes (kept on failure)
set -eu
[ "$(id -u)" = 0 ] || { echo "fresh machine: this needs root: sudo $0" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "fresh machine: apt-get install debootstrap" >&2; exit 2; }
cd "$(dirname "$0")/../.."
repository=$PWD
[ $# -gt 0 ] || set -- "make demo" "make test"
suite=${SUITE:-$(. /etc/os-release; echo "$VERSION_CODENAME")}
folder=${FOLDER:-$(mktemp -d /var/tmp/v2m-fresh.XXXXXX)}
root=$folder/root
mkdir -p "$root"

# The mirror, keys, certificates and proxies are those this machine uses itself.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' | awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')
[ -n "$mirror" ] || { echo "fresh machine: apt knows no mirror of $suite here" >&2; exit 2; }
[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$folder/debootstrap.log" || {
    tail "$folder/debootstrap.log" >&2
    exit 1
}
rm -f "$root/etc/apt/sources.list"  # debootstrap's line stands in the copied ones too
cp -a /etc/apt/. "$root/etc/apt/"
mkdir -p "$root/usr/share/keyrings" "$root/source" "$root/usr/local/share"
cp -a /usr/share/keyrings/. "$root/usr/share/keyrings/"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
[ ! -d /usr/local/share/ca-certificates ] || cp -a /usr/local/share/ca-certificates "$root/usr/local/share/"
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"

passed=()
while IFS= read -r -d '' line; do
    case "${line%%=*}" in
        PIP_* | UV_* | SSL_* | REQUESTS_* | http_proxy | https_proxy | no_proxy | HTTP_PROXY | HTTPS_PROXY | NO_PROXY) passed+=("$line") ;;
    esac
done < <(env -0)

cat >"$root/inside.sh" <<'INSIDE'
set -eu
mount -t proc proc /proc
mount -t tmpfs -o mode=755 tmpfs /dev
for device in "null 1 3" "zero 1 5" "full 1 7" "random 1 8" "urandom 1 9" "tty 5 0"; do
    set -- $device "$@"; mknod -m 666 "/dev/$1" c "$2" "$3"; shift 3
done
mkdir /dev/pts /dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts /dev/pts
ln -s pts/ptmx /dev/ptmx; ln -s /proc/self/fd /dev/fd
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends git make ca-certificates >/dev/null
[ ! -e /certificates.crt ] || cp /certificates.crt /etc/ssl/certs/ca-certificates.crt
rm -rf /root/home; mkdir -p "/root/home/my projects"
export HOME=/root/home
cd "$HOME/my projects"
git -c safe.directory='*' clone -q /source voice2machine
cd voice2machine
for command in "$@"; do
    echo "fresh machine: $command"
    bash -c "$command"
done
INSIDE
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/certificates.crt"

status=0
ROOT=$root REPOSITORY=$repository unshare --mount --pid --fork --kill-child --propagation private bash -eu -c '
    mount --bind "$REPOSITORY" "$ROOT/source"
    mount -o remount,ro,bind "$ROOT/source"
    exec "$@"' bash \
    chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb "${passed[@]}" \
    bash /inside.sh "$@" || status=$?
clone="$root/root/home/my projects/voice2machine"
if [ -d "$clone/build" ]; then
    mkdir -p build/fresh_machine
    cp -a "$clone/build/." build/fresh_machine/
fi
if [ $status = 0 ]; then
    [ -n "${FOLDER:-}" ] || rm -rf --one-file-system "$folder"
else
    echo "fresh machine: failed with $status; the root is kept in $folder" >&2
fi
exit $status
