//! Rich Text Format, as Word, WPS, WordPad and LibreOffice write it (specification 1.9.1).

mod charset;
mod group;
mod reader;
mod row;
mod story;
#[cfg(test)]
mod tests;
mod token;
mod word;

use super::limits::{LARGEST_FILE, too_large};
use super::{Document, Refusal};
use reader::Reader;

/// Reads an RTF document.
///
/// # Errors
/// Where the bytes are no RTF, have no text, or are more than is read.
pub fn read_rtf(bytes: &[u8]) -> Result<Document, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if !bytes.starts_with(b"{\\rtf") {
        return Err(Refusal::new(
            "这个文件不是RTF文档，或者已经损坏，没有读入。请在原来的程序里打开它，另存为DOCX后再试。",
        ));
    }
    let document = Reader::new().read(bytes)?;
    if document.is_empty() {
        return Err(Refusal::new("这个RTF文档里没有文字，没有读入。如果里面是图片，请改用有文字的版本。"));
    }
    Ok(document)
}
