# Sourced. The build tools: those of the right version that are on PATH, else installed into the checkout (target/tools/bin and
# node_modules), and nowhere else.

trunk_version=0.22.1
split_version=0.2.4 # reads what the wasm_split_helpers of Cargo.lock wrote into the program
geckodriver_version=0.37.1
tools=$PWD/target/tools
export PATH="$tools/bin:$PWD/node_modules/.bin:$PATH"

# The command line tool must be of the very version of the crate, so Cargo.lock decides.
wasm_bindgen_version() { sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock; }

# has_tool BINARY VERSION CRATE
has_tool() {
    case $1 in
        # It has no --version: cargo has noted what it installed.
        wasm-split-cli)
            have "$1" && grep -qs "\"$3 $2 " "$tools/.crates.toml" "${CARGO_HOME:-$HOME/.cargo}/.crates.toml"
            ;;
        *) case $("$1" --version 2>/dev/null | sed -n 1p) in "$1 $2" | "$1 $2 ("*) ;; *) return 1 ;; esac ;;
    esac
}

# Fetched ready-made where cargo-binstall is installed and finds it; else compiled without the costly optimisations, which take longer
# than they ever save here. --ignore-rust-version: the tools ask for a compiler some weeks newer than they need.
# install_tool BINARY VERSION CRATE ARGUMENT…
install_tool() {
    binary=$1 version=$2 crate=$3
    shift 3
    wasm_toolchain
    if cargo binstall -V; then
        cargo binstall --no-confirm --force --disable-strategies compile --root "$tools" "$crate@$version" || :
        if has_tool "$binary" "$version" "$crate"; then return; fi
    fi
    export CARGO_TARGET_DIR="$tools/build" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=false
    cargo install "$crate" --version "$version" "$@" --ignore-rust-version --force --root "$tools"
}

# need_tool WHAT-IT-DOES BINARY VERSION CRATE ARGUMENT…: a step, unless it is there.
need_tool() {
    tool_work=$1
    shift
    has_tool "$1" "$2" "$3" || step "$1 $2 ($tool_work)" install_tool "$@"
}

has_rust_tools() {
    has_tool wasm-bindgen "$(wasm_bindgen_version)" wasm-bindgen-cli && has_tool trunk "$trunk_version" trunk &&
        has_tool wasm-split-cli "$split_version" wasm_split_cli_support
}

# One after the other, in one folder, so that what they share is compiled once. Left out is what they need to fetch things by
# themselves, where it can be left out: they never do so here.
install_rust_tools() {
    # Not --locked: the lock file that comes with it can name crate versions that were withdrawn.
    need_tool "writes the JavaScript side of the program" wasm-bindgen "$(wasm_bindgen_version)" wasm-bindgen-cli --no-default-features
    need_tool "cuts the program into its pieces" wasm-split-cli "$split_version" wasm_split_cli_support --features build-binary
    need_tool "makes dist/" trunk "$trunk_version" trunk --no-default-features --features rustls --locked
    if wants_geckodriver; then
        attempt "geckodriver $geckodriver_version (drives Firefox in the tests)" \
            install_tool geckodriver "$geckodriver_version" geckodriver --locked
    fi
    rm -rf "$tools/build"
}

has_npm() { cmp -s package-lock.json node_modules/.nianbao-lock; }

# esbuild, ECharts, wasm-opt (binaryen) and axe-core, and what script/bench takes, as package-lock.json has them.
install_npm() {
    npm ci --no-audit --no-fund
    cp package-lock.json node_modules/.nianbao-lock
}

# Trunk builds without network, so that it never fetches a tool by itself: the crates must be there: those of the
# program, and those of its macros and build scripts, which run on this machine. Costs nothing if they are.
fetch_crates() {
    (
        wasm_environment
        cargo fetch --target $wasm_target --target "$(rustc -vV | sed -n 's/^host: //p')"
    )
}

# The program as Trunk asks cargo for it, which then finds it made.
compile_program() {
    wasm_environment
    export CARGO_TARGET_DIR=target/wasm
    for binary in $(sed -n 's/.*data-trunk rel="rust".* data-bin="\([^"]*\)".*/\1/p' index.html); do
        cargo build --target $wasm_target --profile page --bin "$binary" --offline
    done
}
