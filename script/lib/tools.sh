# Sourced. The build tools that are installed into the checkout (target/tools/bin and node_modules), and nowhere else.

trunk_version=0.22.1
split_version=0.2.4 # reads what the wasm_split_helpers of Cargo.lock wrote into the program
tools=$PWD/target/tools
export PATH="$tools/bin:$PWD/node_modules/.bin:$PATH"

# The command line tool must be of the very version of the crate, so Cargo.lock decides.
wasm_bindgen_version() { sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock; }

has_tool() { [ "$("$tools/bin/$1" --version 2>/dev/null)" = "$1 $2" ]; }

# cargo_tool BINARY VERSION ARGUMENT…: compiled without the costly optimisations, which take longer than they ever save here.
# --ignore-rust-version: the tools ask for a compiler some weeks newer than they need.
cargo_tool() {
    (
        wasm_toolchain
        export CARGO_TARGET_DIR="$tools/build" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
            CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=false
        shift 2
        cargo install "$@" --ignore-rust-version --force --root "$tools"
    )
}

install_wasm_bindgen() {
    version=$(wasm_bindgen_version)
    [ -n "$version" ] || stop "Cargo.lock names no version of wasm-bindgen."
    has_tool wasm-bindgen "$version" ||
        # Not --locked: the lock file that comes with it can name crate versions that were withdrawn.
        step "wasm-bindgen $version" cargo_tool wasm-bindgen "$version" wasm-bindgen-cli --version "$version"
}

install_trunk() {
    has_tool trunk "$trunk_version" ||
        step "trunk $trunk_version" cargo_tool trunk "$trunk_version" trunk --version "$trunk_version" --locked
}

# It has no --version: cargo has noted what it installed.
install_wasm_split() {
    grep -qs "\"wasm_split_cli_support $split_version " "$tools/.crates.toml" && [ -x "$tools/bin/wasm-split-cli" ] ||
        step "wasm-split $split_version" cargo_tool wasm-split-cli "$split_version" wasm_split_cli_support \
            --version "$split_version" --features build-binary
}

# esbuild, ECharts, wasm-opt (binaryen) and axe-core, as package-lock.json has them.
install_npm() {
    if ! cmp -s package-lock.json node_modules/.nianbao-lock; then
        step "npm packages" npm ci --no-audit --no-fund
        cp package-lock.json node_modules/.nianbao-lock
    fi
}

# Trunk builds without network, so that it never fetches a tool by itself: the crates must be there. Costs nothing if they are.
fetch_crates() { ( wasm_environment; cargo fetch --target $wasm_target ); }
