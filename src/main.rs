//! The page: starts the application, and is where it is cut into pieces.

/// Starts the page in its element.
fn main() {
    std::panic::set_hook(Box::new(nianbao::browser::show_rescue));
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    app.set_text_content(None);
    nianbao::ui::start(app, || Box::pin(async { cut::reading().await.ok() }), fetches());
}

/// A piece is what only its table leads to: it becomes a file of its own (`script/lib/cut.mjs`). A new piece is a line here,
/// beside its table in `ui/page/pieces.rs`.
macro_rules! pieces {
    ($($name:ident: $Table:ty = $table:path,)+) => {
        /// The cuts. They stand in this binary, since every binary that has them is cut. The attribute writes the call across
        /// the cut, which is foreign to Rust and so can only be written as unsafe code; nowhere else is there any.
        #[allow(unsafe_code)]
        #[allow(clippy::unnecessary_wraps, reason = "the attribute returns the failure to fetch in their place")]
        mod cut {
            use wasm_split_helpers::{SplitLoaderError, wasm_split};

            $(
                /// Fetches a piece. After a failure it can be tried again.
                #[wasm_split($name, fallible)]
                pub fn $name() -> Result<&'static $Table, SplitLoaderError> {
                    Ok(&$table)
                }
            )+
        }
    };
}

pieces! {
    reading: nianbao::storage::Codec = nianbao::storage::CODEC,
    cells: nianbao::ui::Cells = nianbao::ui::CELLS,
    checks: nianbao::ui::Checks = nianbao::ui::CHECKS,
    editors: nianbao::ui::Editors = nianbao::ui::EDITORS,
    shelf: nianbao::ui::Shelf = nianbao::ui::SHELF,
    charts: nianbao::ui::Charts = nianbao::ui::CHARTS,
    paper: nianbao::ui::Paper = nianbao::ui::PAPER,
    import: nianbao::ui::Imports = nianbao::ui::IMPORT,
}

/// How the pieces are fetched that views are in.
fn fetches() -> nianbao::ui::Fetches {
    use nianbao::ui::{FetchPiece, Table};
    macro_rules! fetches {
        ($($name:ident),+) => {
            nianbao::ui::Fetches { $($name: {
                let fetch: FetchPiece = |late| Box::pin(async move {
                    cut::$name().await.map(|table| table.store(late)).is_ok()
                });
                fetch
            }),+ }
        };
    }
    fetches!(cells, checks, editors, shelf, charts, paper, import)
}
