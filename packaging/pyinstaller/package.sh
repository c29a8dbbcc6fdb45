#!/usr/bin/env bash
# Makes dist/voice2machine, and a .tar.gz and (where dpkg-deb is) a .deb of it. Linux; see packaging/README.md for
# the others. A bundle runs where the C library is at least as new as that of the machine that made it.
set -eu
cd "$(dirname "$0")/../.."
here=packaging/pyinstaller
python=.venv/bin/python
bundle=dist/voice2machine
version=$("$python" -c 'import v2m_desktop; print(v2m_desktop.__version__)')
architecture=$(uname -m)

say() { printf 'package: %s\n' "$*"; }

licenses_of_system() {  # PyInstaller's libraries that belong to packages of this system: their notices
    local target=$bundle/_internal/resources/licenses/system library package
    command -v dpkg-query >/dev/null || return 0
    mkdir -p "$target"
    find "$bundle/_internal" -maxdepth 1 -type f -name 'lib*.so*' -printf '*/%f\n' | while read -r library; do
        dpkg-query -S "$library" 2>/dev/null | cut -d: -f1
    done | sort -u | while read -r package; do
        [ ! -r "/usr/share/doc/$package/copyright" ] || cp -L "/usr/share/doc/$package/copyright" "$target/$package.txt"
    done
    grep -ohE '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' -r "$target" | sort -u | while read -r library; do
        [ ! -r "$library" ] || cp -L "$library" "$target/$(basename "$library").txt"
    done
    chmod -R u=rwX,go=rX "$target"
    say "notices of $(find "$target" -type f | wc -l) packages of the system"
}

"$python" packaging/licenses/collect.py
say "freezing with $("$python" --version)"
rm -rf "$bundle"
# Without a display its look at pynput ends in a warning, with one it would find more: the same everywhere.
env -u DISPLAY -u WAYLAND_DISPLAY nice "$python" -m PyInstaller --noconfirm --clean --log-level ERROR \
    --workpath build/pyinstaller --distpath dist $here/v2m.spec
if grep 'v2m_desktop\.' build/pyinstaller/v2m/warn-v2m.txt; then  # PyInstaller goes on without them
    echo "package: these modules of ours are imported and not there" >&2
    exit 1
fi
nice "$python" $here/strip.py "$bundle"
licenses_of_system
chmod -R u=rwX,go=rX "$bundle"
"$python" $here/sizes.py "$bundle"

archive=dist/voice2machine-$version-linux-$architecture.tar.gz
nice tar -C dist --sort=name --owner=0 --group=0 --numeric-owner -czf "$archive" voice2machine
say "$archive: $(($(stat -c %s "$archive") / 1000000)) MB"
if command -v dpkg-deb >/dev/null; then
    packaging/linux/make_deb.sh "$bundle" "$version"
fi
