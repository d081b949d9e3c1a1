# Sourced. The compiler for wasm32-unknown-unknown, from the first place that has it:
#   1. the standard library for that target is installed;
#   2. rustup can fetch it;
#   3. Debian, whose rustc for the web browsers it builds can compile that library from source.
# The third exists because not every machine that builds Nianbao can reach Rust's own servers, while it can reach a Debian
# mirror; and Debian's ordinary rustc is older than Rust's edition 2024. Native builds and tests use none of this.

wasm_target=wasm32-unknown-unknown
debian_rust="rustc-web cargo-web rust-web-src rust-web-llvm"

has_wasm_target() { have rustc && [ -d "$(rustc --print target-libdir --target $wasm_target 2>/dev/null)" ]; }

# Debian's compiler, under the name "system" where rustup would hide it.
has_debian_rust() {
    is_debian && has_packages $debian_rust && [ -e /usr/bin/rust-lld ] || return 1
    ! have rustup || rustup toolchain list | grep -q '^system\b'
}

install_debian_rust() {
    install_packages $debian_rust
    # rust-lld is a link to the linker of one LLVM version, which the packages above only recommend.
    [ -e /usr/bin/rust-lld ] || install_packages "$(basename "$(readlink /usr/bin/rust-lld)")"
    if have rustup; then rustup toolchain link system /usr; fi
}

fetch_wasm_target() {
    if have rustup && rustup target add $wasm_target && has_wasm_target; then return; fi
    is_debian || stop "Rust cannot build for $wasm_target here: please install Rust with rustup (https://rustup.rs), then run: rustup target add $wasm_target"
    install_debian_rust
}

install_wasm_target() { has_wasm_target || has_debian_rust || step "Rust for $wasm_target" fetch_wasm_target; }

# For cargo install: the same compiler, for this machine.
wasm_toolchain() {
    if ! has_wasm_target && have rustup; then export RUSTUP_TOOLCHAIN=system; fi
}

# For building wasm: the compiler, and where it brings no standard library for wasm, its source.
wasm_environment() {
    wasm_toolchain
    if ! has_wasm_target; then
        export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
        # Where the library is compiled anyway, its small variants of sorting and formatting are had for nothing.
        export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    fi
}
