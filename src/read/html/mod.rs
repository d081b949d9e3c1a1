//! Web pages, files that Word, Excel and WPS save as such, and what programs put on the clipboard as HTML.
//!
//! The tokens are those of the HTML Standard (section 13.2.5). The tree is built only as far as text and tables need it, in one
//! pass over a bounded stack, so that no page can make it slow or deep: which elements end which is section 13.2.6 in short.

mod element;
mod flow;
mod open;
mod reader;
mod role;
mod style;
mod table;
mod taken;
#[cfg(test)]
mod tests;

use super::encoding::decode;
use super::limits::{LARGEST_FILE, too_large};
use super::{Document, Refusal};
use reader::Reader;

/// A page says how it is encoded within so many bytes.
const HEAD: usize = 8192;

/// Reads the bytes of a web page.
///
/// # Errors
/// Where there is no text, or the page is larger than is read.
pub fn read_html(bytes: &[u8]) -> Result<Document, Refusal> {
    read_declared(bytes, None)
}

/// Reads the bytes of a web page whose encoding something outside it has named.
pub(super) fn read_declared(bytes: &[u8], charset: Option<&str>) -> Result<Document, Refusal> {
    let own = declared(bytes);
    let decoded = decode(bytes, charset.filter(|name| !name.is_empty()).or(own.as_deref()))?;
    let mut document = read_html_text(&decoded.text)?;
    decoded.notes.into_iter().for_each(|note| document.note(note));
    Ok(document)
}

/// Reads HTML that is text already, such as the clipboard's.
///
/// # Errors
/// Where there is no text, or more than is read.
pub fn read_html_text(text: &str) -> Result<Document, Refusal> {
    if text.len() > LARGEST_FILE.saturating_mul(2) {
        return Err(too_large());
    }
    let document = Reader::new().read(without_offsets(text))?;
    if document.is_empty() {
        return Err(Refusal::new(
            "这个网页里没有文字，它的内容可能要联网才出现。请在浏览器里打开原网页，选中年报全文复制，再粘贴进来。",
        ));
    }
    Ok(document)
}

/// The clipboard of Windows has lines with offsets above the HTML (HTML Clipboard Format).
fn without_offsets(text: &str) -> &str {
    let is_clipboard = text.starts_with("Version:") && text.get(..200).unwrap_or(text).contains("StartHTML:");
    text.find('<').filter(|_| is_clipboard).and_then(|start| text.get(start..)).unwrap_or(text)
}

/// The encoding that a page names in a `meta` or in its XML declaration.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|word| {
        head.windows(word.len()).enumerate().filter(|(_, window)| *window == word.as_bytes()).find_map(|(at, _)| {
            let after = head.get(at + word.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
            let name = after.strip_prefix(b"\"").or_else(|| after.strip_prefix(b"'")).unwrap_or(after);
            let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
            let name: Vec<u8> = name.iter().take_while(is_name).take(40).copied().collect();
            String::from_utf8(name).ok().filter(|name| !name.is_empty())
        })
    })
}
