//! The kinds of files that are text: told by the marks with which they begin, or by nothing.

use encoding_rs::UTF_16LE;

use super::super::Refusal;
use super::super::encoding::wide;
use super::super::separated::columns;
use super::{FileKind, refused};

/// So many bytes of a text say what kind it is.
const HEAD: usize = 4096;

/// The kind of a file that says itself what it is; nothing where it does not.
pub fn marked(bytes: &[u8]) -> Option<Result<FileKind, Refusal>> {
    let head = head(bytes);
    let text = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if text.starts_with("{\\rtf") {
        return Some(Ok(FileKind::Rtf));
    }
    // What comes before is read over (ISO 32000-1, annex H.3.4.1).
    let first = bytes.get(..1024).unwrap_or(bytes);
    if first.windows(5).any(|window| window == b"%PDF-") && !text.starts_with('<') {
        return Some(Ok(FileKind::Pdf));
    }
    let small = text.to_ascii_lowercase();
    if let Some(rest) = small.strip_prefix('<') {
        return Some(tagged(&small, rest));
    }
    let is_mail =
        small.starts_with("mime-version:") || small.starts_with("from:") || small.starts_with("content-type:");
    if is_mail && small.contains("content-type:") {
        return Some(
            if small.contains("multipart/related")
                || small.contains("multipart/alternative")
                || small.contains("text/html")
            {
                Ok(FileKind::Mht)
            } else {
                Err(refused("这是电子邮件", "请打开邮件，保存其中的附件，再选择附件"))
            },
        );
    }
    text.starts_with('{').then_some(Ok(FileKind::Draft))
}

/// The kind of a file that begins with `<`; the text is in small letters.
fn tagged(text: &str, rest: &str) -> Result<FileKind, Refusal> {
    let has = |words: &str| text.contains(words);
    if ["<html", "<!doctype html", "<head", "<body"].iter().any(|tag| has(tag)) {
        return Ok(FileKind::Html);
    }
    if has("urn:schemas-microsoft-com:office:spreadsheet") || has("progid=\"excel.sheet\"") {
        return Ok(FileKind::SpreadsheetXml);
    }
    if has("schemas.microsoft.com/office/word/2003/wordml")
        || has("progid=\"word.document\"")
        || has("schemas.microsoft.com/office/2006/xmlpackage")
    {
        return Ok(FileKind::WordXml);
    }
    if has("urn:oasis:names:tc:opendocument:xmlns:office") {
        return if has("opendocument.text") || has("<office:text") {
            Ok(FileKind::OdtXml)
        } else {
            Err(refused("这是 LibreOffice 的单个 XML 文件", "请用 LibreOffice 或 WPS 打开后另存为 .xlsx 格式，再试"))
        };
    }
    if has("schemas.uof.org") || has("<uof:") || has("<uof") {
        return Err(refused("这是标文通（UOF）文档", "请用 WPS 打开后另存为 .docx 格式，再试"));
    }
    if rest.starts_with("?xml") {
        return Err(refused("这是 XML 文件，不是文档", "请用办公软件打开后另存为 .docx 格式，再试"));
    }
    let is_tag = ["table", "meta", "div", "p>", "p ", "span", "!--", "style", "title", "tr", "h1", "h2"];
    Ok(if is_tag.iter().any(|tag| rest.starts_with(tag)) { FileKind::Html } else { FileKind::Text })
}

/// The kind of a file that does not say what it is.
///
/// # Errors
/// Where it is no text.
pub fn unmarked(bytes: &[u8]) -> Result<FileKind, Refusal> {
    let is_wide = wide(bytes).is_some();
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let is_control = |byte: &&u8| matches!(**byte, 0x01..=0x08 | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f);
    let controls = head.iter().filter(is_control).count();
    if !is_wide && (head.contains(&0) || controls * 32 > head.len()) {
        return Err(refused("这种文件不能识别", "请用原来的程序打开后另存为 .docx 或 .xlsx 格式，再试"));
    }
    let is_columns = if is_wide { columns(self::head(bytes).as_bytes()) } else { columns(bytes) };
    Ok(if is_columns { FileKind::Separated } else { FileKind::Text })
}

/// The first characters, of which those beyond ASCII may be anything.
fn head(bytes: &[u8]) -> String {
    let from_pairs = |unit: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.get(..2 * HEAD).unwrap_or(bytes).as_chunks::<2>();
        String::from_utf16_lossy(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<_>>())
    };
    match wide(bytes) {
        Some(encoding) if encoding == UTF_16LE => from_pairs(u16::from_le_bytes),
        Some(_) => from_pairs(u16::from_be_bytes),
        None => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let head = bytes.get(..HEAD).unwrap_or(bytes);
            head.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' }).collect()
        }
    }
}
