# Sourced by installer/build.sh: the program for macOS. NOT YET TRIED: nobody of us had a Mac (README.md beside it).

[ "$(uname)" = Darwin ] || stop "De versie voor macOS is alleen op macOS te maken."
here="$root/installer/macos"
PYINSTALLER_CONFIG_DIR="$build/pyinstaller" with_tools PyInstaller --log-level ERROR --noconfirm --clean --distpath "$build/macos" --workpath "$build/werk" \
    "$root/installer/intake-assistant.spec" >&2
app="$build/macos/Intake-assistent.app" file="$dist/intake-assistant-$version-macos.dmg"
write_sbom "$app/Contents/Resources"
if [ -n "${ONDERTEKENAAR:-}" ]; then
    # What is notarised has to be signed with the hardened runtime, from the inside out.
    find "$app" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$ONDERTEKENAAR"
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" --sign "$ONDERTEKENAAR" "$app"
fi
rm -f "$file"
hdiutil create -quiet -volname Intake-assistent -srcfolder "$app" -format UDZO "$file"
if [ -n "${NOTARIS_PROFIEL:-}" ]; then
    xcrun notarytool submit "$file" --keychain-profile "$NOTARIS_PROFIEL" --wait
    xcrun stapler staple "$file"
fi
say "$file"
