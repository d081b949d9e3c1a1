//! Bindings to `page.js`, with the errors as values.

use std::pin::Pin;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, File};

mod js {
    use super::{Array, File, JsValue, wasm_bindgen};

    #[wasm_bindgen(module = "/src/browser/page.js")]
    extern "C" {
        #[wasm_bindgen(js_name = newId)]
        pub fn new_id() -> String;
        pub fn download(name: &str, mime: &str, text: &str);
        #[wasm_bindgen(js_name = download)]
        pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]);
        #[wasm_bindgen(js_name = readBytes)]
        pub fn read_bytes(file: &File, most: u32) -> js_sys::Promise;
        #[wasm_bindgen(js_name = textOfBytes, catch)]
        pub fn decode_text(bytes: &[u8]) -> Result<String, JsValue>;
        pub fn late(name: &str, given: &Array) -> js_sys::Promise;
        pub fn wait(milliseconds: u32) -> js_sys::Promise;
    }
}

/// Calls a function of `web/late.js`, which is loaded with the first call.
pub(super) fn call_late(name: &str, given: &[JsValue]) -> js_sys::Promise {
    js::late(name, &given.iter().collect())
}

/// The same, to be waited for.
fn late(name: &str, given: &[JsValue]) -> JsFuture {
    JsFuture::from(call_late(name, given))
}

/// A new random id.
pub fn new_id() -> String {
    js::new_id()
}

/// Offers a text as a file to be saved.
pub fn download(name: &str, mime: &str, text: &str) {
    js::download(name, mime, text);
}

/// Offers bytes as a file to be saved.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) {
    js::download_bytes(name, mime, bytes);
}

/// The bytes of a file, or so many of its first ones where it has more; nothing when it cannot be read.
pub async fn read_bytes(file: &File, most: u32) -> Option<Vec<u8>> {
    let bytes = JsFuture::from(js::read_bytes(file, most)).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// The text of bytes, or nothing when they are neither UTF-8 nor GB18030.
pub fn decode_text(bytes: &[u8]) -> Option<String> {
    js::decode_text(bytes).ok()
}

/// Draws the option of a chart into an element; false when the drawing could not be loaded.
pub async fn draw(element: &Element, option: &str, label: &str) -> bool {
    late("draw", &[element.into(), option.into(), label.into()]).await.is_ok()
}

/// The option of a chart as the text of an SVG of so many pixels of CSS; nothing when the drawing could not be loaded.
pub async fn draw_svg(option: &str, width: u32, height: u32) -> Option<String> {
    late("drawSvg", &[option.into(), width.into(), height.into()]).await.ok()?.as_string()
}

/// An SVG as a PNG of so many times its size; nothing when the browser makes none.
pub async fn png_of(svg: &str, times: u32) -> Option<Vec<u8>> {
    let bytes = late("pngOf", &[svg.into(), times.into()]).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Puts a drawing into an element, in place of what stands there.
pub async fn put_svg(into: &Element, svg: &str) {
    // Where it could not be fetched, nothing stands there.
    let _ = late("putSvg", &[into.into(), svg.into()]).await;
}

/// Puts HTML and plain text on the clipboard, or the text alone where there is no HTML; false when the browser does not let it.
pub async fn copy(html: &str, text: &str) -> bool {
    late("copy", &[html.into(), text.into()]).await.is_ok()
}

/// A cell of a table that was copied: how many rows and columns it covers, and its words.
pub type CopiedCell = (usize, usize, String);

/// The tables of copied HTML.
#[derive(Debug, Default)]
pub struct CopiedTables {
    /// What the program that copied says of itself; empty where it says nothing.
    pub program: String,
    /// How many letters stand outside the tables.
    pub outside: usize,
    /// The tables, row by row.
    pub tables: Vec<Vec<Vec<CopiedCell>>>,
}

/// Takes the tables out of copied HTML; none where the browser cannot.
pub async fn copied_tables(html: &str) -> CopiedTables {
    let Ok(found) = late("tablesOf", &[html.into()]).await else { return CopiedTables::default() };
    let list = |value: &JsValue| Array::from(value).to_vec();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths that a browser tells")]
    let number = |value: &JsValue| value.as_f64().unwrap_or_default() as usize;
    let cell = |cell: &JsValue| match list(cell).as_slice() {
        [rows, columns, words] => Some((number(rows), number(columns), words.as_string().unwrap_or_default())),
        _ => None,
    };
    let row = |row: &JsValue| list(row).iter().filter_map(cell).collect();
    match list(&found).as_slice() {
        [program, outside, tables] => CopiedTables {
            program: program.as_string().unwrap_or_default(),
            outside: number(outside),
            tables: list(tables).iter().map(|table| list(table).iter().map(row).collect()).collect(),
        },
        _ => CopiedTables::default(),
    }
}

/// Lets go of the chart in an element that is taken away.
pub fn dispose(element: &Element) {
    // Nobody waits for it.
    let _ = call_late("dispose", &[element.into()]);
}

/// Waits until an element first comes into view.
pub async fn seen(element: &Element) {
    // It never fails: a browser without the observer shows the chart late, not never.
    let _ = late("seen", &[element.into()]).await;
}

/// Shows a popover at the words of a finding among the lines of a text, by its number: in the line at these pixels of the window, or in
/// the last one. It follows them when something scrolls.
pub fn show_at(popover: &Element, lines: &Element, number: &str, at: Option<(i32, i32)>) {
    let at = at.map_or([JsValue::NULL, JsValue::NULL], |(x, y)| [x.into(), y.into()]);
    let [x, y] = at;
    // Nobody waits for it; where the functions could not be fetched, the card says the same.
    let _ = call_late("showAt", &[popover.into(), lines.into(), number.into(), x, y]);
}

/// Takes a popover away.
pub fn hide_at(popover: &Element) {
    let _ = call_late("hideAt", &[popover.into()]);
}

/// The numbers of the findings whose words stand at these pixels of the window, among the lines of a text.
pub async fn words_at(lines: &Element, (x, y): (i32, i32)) -> Vec<u64> {
    let numbers = late("wordsAt", &[lines.into(), x.into(), y.into()]).await.ok().and_then(|words| words.as_string());
    numbers.unwrap_or_default().split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// Lets work go on by itself. Boxed, so that there is one kind of it.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Waits so many milliseconds.
pub async fn wait(milliseconds: u32) {
    let _ = JsFuture::from(js::wait(milliseconds)).await;
}

/// Waits until no typeface is being loaded.
pub async fn fonts_loaded() {
    let _ = late("fontsLoaded", &[]).await;
}

/// Waits until the charts of the report are drawn and the paper is laid out.
pub async fn charts_drawn() {
    let _ = late("chartsDrawn", &[]).await;
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print says so itself.
        let _ = window.print();
    }
}

/// Sets the title of the window, which is also the name a printed file is given.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Shows the sentence and the buttons that wait in index.html: after a panic no code of this program is to be trusted,
/// so that boot.js does the rest.
pub fn show_rescue(panic: &std::panic::PanicHookInfo) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(message) = document.get_element_by_id("rescue-message") {
        message.set_text_content(Some(&panic.to_string()));
    }
    if let Some(rescue) = document.get_element_by_id("rescue") {
        // An element that cannot be shown leaves the message in the console.
        let _ = rescue.remove_attribute("hidden");
    }
}
