//! The page: starts the application, and is where it is cut in two.

/// Starts the page in its element.
fn main() {
    std::panic::set_hook(Box::new(nianbao::browser::show_rescue));
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    app.set_text_content(None);
    let read: nianbao::ui::Fetch<_> = || Box::pin(async { cut::read().await.ok() });
    nianbao::ui::start(app, read, || Box::pin(async { cut::open().await.ok() }));
}

/// The cuts: what only one of these functions leads to becomes a file of its own (`script/lib/cut.mjs`).
///
/// It stands in this binary, since every binary that has it is cut. The attribute writes the call across the cut, which is
/// foreign to Rust and so can only be written as unsafe code; nowhere else is there any.
#[allow(unsafe_code)]
#[allow(clippy::unnecessary_wraps, reason = "the attribute returns the failure to fetch in their place")]
mod cut {
    use nianbao::storage::{CODEC, Codec};
    use nianbao::ui::{DOOR, Door};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// Fetches what reads drafts.
    #[wasm_split(reading, fallible)]
    pub fn read() -> Result<&'static Codec, SplitLoaderError> {
        Ok(&CODEC)
    }

    /// Fetches what is behind the door and opens it. After a failure it can be tried again.
    #[wasm_split(later, fallible)]
    pub fn open() -> Result<&'static Door, SplitLoaderError> {
        Ok(&DOOR)
    }
}
