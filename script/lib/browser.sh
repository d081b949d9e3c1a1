# Sourced. What the browser tests need: Chromium or Chrome, its driver of the same version, a Chinese font, pdftotext.
# Exports CHROME, CHROMEDRIVER and PDFTOTEXT; what is set already is kept.

first_of() {
    for candidate; do
        if have "$candidate"; then command -v "$candidate"; return; fi
    done
}

find_browser() {
    CHROME=${CHROME:-$(first_of chromium google-chrome google-chrome-stable chromium-browser \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium)}
    CHROMEDRIVER=${CHROMEDRIVER:-$(first_of chromedriver /usr/lib/chromium-browser/chromedriver)}
    PDFTOTEXT=${PDFTOTEXT:-$(first_of pdftotext)}
    export CHROME CHROMEDRIVER PDFTOTEXT
}

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
