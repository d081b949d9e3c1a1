# Sourced. What the browser tests need: Chromium or Chrome, its driver of the same version, a Chinese font, pdftotext. Where Firefox
# can be had, the main job is tried in it too; without it the tests say so and go on.
# Exports CHROME, CHROMEDRIVER, PDFTOTEXT, FIREFOX and GECKODRIVER; what is set already is kept.

first_of() {
    for candidate; do
        if have "$candidate"; then command -v "$candidate"; return; fi
    done
}

# No driver can start a snap with a profile of ours. What a snap puts on PATH is a link, or a script that names it.
is_snap() { readlink -f "$1" | grep -q '/snap' || head -c 1000 "$1" | grep -aq '/snap/'; }

find_browser() {
    CHROME=${CHROME:-$(first_of chromium google-chrome google-chrome-stable chromium-browser \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium)}
    CHROMEDRIVER=${CHROMEDRIVER:-$(first_of chromedriver /usr/lib/chromium-browser/chromedriver)}
    PDFTOTEXT=${PDFTOTEXT:-$(first_of pdftotext)}
    FIREFOX=${FIREFOX:-$(first_of firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox)}
    if [ -n "$FIREFOX" ] && is_snap "$FIREFOX"; then FIREFOX=; fi
    GECKODRIVER=${GECKODRIVER:-$(first_of geckodriver)}
    # An older one cannot let the tests read Firefox's console.
    if [ -n "$GECKODRIVER" ] && ! "$GECKODRIVER" --help 2>/dev/null | grep -q allow-system-access; then GECKODRIVER=; fi
    export CHROME CHROMEDRIVER PDFTOTEXT FIREFOX GECKODRIVER
}

has_firefox() { [ -n "$FIREFOX" ] && [ -n "$GECKODRIVER" ]; }

# Comes before the tools, of which one drives it. Ubuntu's package is a snap.
install_firefox() {
    find_browser
    if [ -z "$FIREFOX" ] && is_debian && ! is_ubuntu; then attempt "firefox-esr" install_packages firefox-esr; fi
    find_browser
}

wants_geckodriver() { [ -n "${FIREFOX:-}" ] && [ -z "${GECKODRIVER:-}" ]; }

major() { "$1" --version 2>/dev/null | sed -n 's/^[^0-9]*\([0-9][0-9]*\)\..*/\1/p'; }

install_browser() {
    if is_debian; then
        need_packages "fonts and poppler-utils" fonts-noto-cjk poppler-utils
        find_browser
        # Ubuntu's package "chromium" is a snap that no driver can start with a profile of ours.
        if [ -z "$CHROME" ] || [ -z "$CHROMEDRIVER" ]; then
            is_ubuntu || { need_packages "chromium and its driver" chromium chromium-driver; }
        fi
    fi
    find_browser
    if [ -z "$CHROME" ] || [ -z "$CHROMEDRIVER" ]; then
        stop "The browser tests need Chrome or Chromium and the chromedriver of the same version on PATH: please install both (or set CHROME and CHROMEDRIVER)."
    elif [ "$(major "$CHROME")" != "$(major "$CHROMEDRIVER")" ]; then
        stop "$CHROME is version $(major "$CHROME"), $CHROMEDRIVER is version $(major "$CHROMEDRIVER"): please install a driver of the browser's version."
    elif [ -z "$PDFTOTEXT" ]; then
        stop "The browser tests read printed pages with pdftotext: please install poppler (macOS: brew install poppler)."
    fi
}
