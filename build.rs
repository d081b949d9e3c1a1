//! What refers to what is kept in the page's program, so that it can be cut in two (`script/lib/cut.mjs`). What reads foreign files
//! may take 256 MB and no more: a file that asks for more ends the worker, and nothing else.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo:rustc-link-arg-bin=nianbao=--emit-relocs");
        println!("cargo:rustc-link-arg-bin=reader=--max-memory=268435456");
    }
}
