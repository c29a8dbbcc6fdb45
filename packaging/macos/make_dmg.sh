#!/usr/bin/env bash
# usage: packaging/macos/make_dmg.sh      (on macOS, after pyinstaller has made dist/Voice2Machine.app)
# Signs the app and everything in it, and puts it into a disk image. IDENTITY names a Developer ID; without one the
# signature is ad hoc, and each user has to allow the app in the system settings. NOTARY names a keychain profile of
# notarytool; with it the image is notarized.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "make_dmg: this needs macOS" >&2; exit 2; }
app=dist/Voice2Machine.app
[ -d "$app" ] || { echo "make_dmg: there is no $app: pyinstaller packaging/pyinstaller/v2m.spec" >&2; exit 1; }
version=$(/usr/libexec/PlistBuddy -c 'Print CFBundleShortVersionString' "$app/Contents/Info.plist")
image=dist/voice2machine-$version-macos-$(uname -m).dmg
identity=${IDENTITY:--}

# The programs one by one, for each needs the entitlements; then the whole.
for program in "$app/Contents/MacOS/"*; do
    codesign --force --options runtime --entitlements packaging/macos/entitlements.plist --sign "$identity" "$program"
done
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/v2m" --self-test

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Voice2Machine -srcfolder "$folder" -format UDZO "$image"
if [ -n "${NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY" --wait
    xcrun stapler staple "$image"
fi
echo "made $image"
