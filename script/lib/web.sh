#!/bin/sh
# Makes the web parts that cargo does not make, in target/web: echarts.js, pdf.js with its character maps, late.js, boot.js, style.css and
# late.css. Trunk runs it before each build.
set -eu
cd "$(dirname "$0")/../.."

# The oldest browsers that obey 'wasm-unsafe-eval' in a Content-Security-Policy; older ones cannot start the page anyway.
oldest=chrome97,firefox102,safari16

for job in "web/echarts.js --format=esm --outfile=target/web/echarts.js" "web/pdf.js --format=esm --outfile=target/web/pdf.js" \
    "web/late.js --format=esm --outfile=target/web/late.js" \
    "style/index.css --outfile=target/web/style.css" \
    "style/late.css --outfile=target/web/late.css" \
    "boot.js --format=iife --outfile=target/web/boot.js"; do
    # shellcheck disable=SC2086 # a job is a list of words
    node_modules/.bin/esbuild $job --bundle --minify --charset=utf8 --legal-comments=none --target=$oldest --log-level=warning
done

# pdf.js asks for the character maps that a font names, one by one, and never for the others.
mkdir -p target/web/cmaps
cp node_modules/pdfjs-dist/cmaps/* target/web/cmaps/
