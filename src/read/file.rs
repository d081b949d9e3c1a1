//! A file of whatever kind, read.

use super::kind::{FileKind, sniff};
use super::limits::{LARGEST_FILE, MOST_TEXT, too_large};
use super::{
    Document, Refusal, decode, normalize, read_doc, read_docx, read_html, read_mht, read_odt, read_odt_xml, read_ofd,
    read_plain, read_rtf, read_separated, read_spreadsheet_xml, read_word_xml, read_workbook,
};

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A document, read.
    Document(Document),
    /// JSON, perhaps a draft: its text.
    Draft(String),
    /// PDF, which is taken apart elsewhere.
    Pdf,
}

/// Reads a file by what is in it.
///
/// # Errors
/// Where it is of a kind that can never be read, or damaged, or there is no text in it: a sentence for the clerk.
pub fn read_file(bytes: &[u8]) -> Result<Opened, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large());
    }
    let text = |read: fn(&str) -> Result<Document, Refusal>| {
        let decoded = decode(bytes, None)?;
        let mut document = read(&decoded.text)?;
        document.notes.extend(decoded.notes);
        Ok(document)
    };
    let document = match sniff(bytes)? {
        FileKind::Draft => return Ok(Opened::Draft(decode(bytes, None)?.text)),
        FileKind::Pdf => return Ok(Opened::Pdf),
        FileKind::Docx => read_docx(bytes)?,
        FileKind::Doc => read_doc(bytes)?,
        FileKind::WordXml => text(read_word_xml)?,
        FileKind::Rtf => read_rtf(bytes)?,
        FileKind::Workbook => read_workbook(bytes)?,
        FileKind::SpreadsheetXml => text(read_spreadsheet_xml)?,
        FileKind::Odt => read_odt(bytes)?,
        FileKind::OdtXml => text(read_odt_xml)?,
        FileKind::Html => read_html(bytes)?,
        FileKind::Mht => read_mht(bytes)?,
        FileKind::Ofd => read_ofd(bytes)?,
        FileKind::Separated => text(read_separated)?,
        FileKind::Text => text(|text| Ok(read_plain(text)))?,
    };
    finished(document).map(Opened::Document)
}

/// A document whose characters are the ordinary ones; one without any text is refused.
///
/// # Errors
/// Where there is no text, or more than is read.
pub fn finished(mut document: Document) -> Result<Document, Refusal> {
    if document.length() > MOST_TEXT {
        return Err(too_large());
    }
    normalize(&mut document);
    if document.is_empty() {
        return Err(Refusal::new(
            "文件里没有可读的文字，没有读入。如果是扫描件或图片，请用原来的 Word 文件，或先识别成文字再试。",
        ));
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_text_than_is_read_is_refused() {
        let of = |length: usize| {
            let mut document = Document::default();
            document.paragraph(&"a".repeat(length));
            finished(document)
        };
        assert!(of(MOST_TEXT).is_ok());
        assert_eq!(of(MOST_TEXT + 1), Err(too_large()));
        assert!(of(0).is_err());
    }
}
