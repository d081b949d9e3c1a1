//! What refers to what is kept in the page's program, so that it can be cut in two (`script/lib/cut.mjs`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo:rustc-link-arg-bin=nianbao=--emit-relocs");
    }
}
