//! What kind of file the bytes are, whatever its name says, and which files can never be read.

mod containers;
mod foreign;
#[cfg(test)]
mod tests;
mod text;

use infer::MatcherType;

use super::Refusal;
use super::ole::SIGNATURE;

pub use containers::other_ole;
pub use foreign::foreign_kind;

/// What can be read, each by a reader of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// JSON, which may be a draft of ours.
    Draft,
    /// A Word document since 2007.
    Docx,
    /// A Word document up to 2003, or one of Kingsoft Writer.
    Doc,
    /// A Word document that is one XML file.
    WordXml,
    /// Rich text.
    Rtf,
    /// A workbook of any kind in a container: XLSX, XLSB, XLS, ET, ODS.
    Workbook,
    /// A workbook in the XML of Excel 2003.
    SpreadsheetXml,
    /// A text document of LibreOffice.
    Odt,
    /// A text document of LibreOffice that is one XML file.
    OdtXml,
    /// A web page.
    Html,
    /// A web page with all its parts in one file.
    Mht,
    /// PDF.
    Pdf,
    /// OFD.
    Ofd,
    /// Columns parted by commas, tabs or semicolons.
    Separated,
    /// Plain text.
    Text,
}

/// Tells the kind of a file by its bytes. A container is told by what is in it.
///
/// # Errors
/// Where files of this kind can never be read, or the file is empty, cut, or needs a password: a sentence that names what it is
/// and what to do.
pub fn sniff(bytes: &[u8]) -> Result<FileKind, Refusal> {
    if bytes.trim_ascii().is_empty() {
        return Err(Refusal::new("文件是空的，没有读入。请检查是不是选错了文件，或重新取得这个文件。"));
    }
    if bytes.starts_with(SIGNATURE) {
        return containers::ole(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return containers::zip(bytes);
    }
    if let Some(kind) = text::marked(bytes) {
        return kind;
    }
    if is_old_workbook(bytes) {
        return Err(refused(
            "这是 Excel 4 或更早版本的表格，版本太旧",
            "请用 Excel 或 WPS 打开后另存为 .xlsx 格式，再试",
        ));
    }
    if let Some(found) = infer::get(bytes) {
        never(found.matcher_type(), found.mime_type())?;
    }
    text::unmarked(bytes)
}

/// Refuses what infer knows to be no text.
fn never(kind: MatcherType, name: &str) -> Result<(), Refusal> {
    let (what, advice) = match kind {
        MatcherType::Image => (
            "这是图片，多半是扫描件或照片，里面没有文字可读",
            "请找原来的 Word 文档，或先用文字识别（OCR）软件转成 Word 文档，再试",
        ),
        MatcherType::Audio | MatcherType::Video => ("这是音频或视频", "请选择年度报告的文档"),
        MatcherType::Archive => ("这是压缩包", "请先解压，再选择里面的文档"),
        MatcherType::App => ("这是程序", "请选择年度报告的文档"),
        MatcherType::Font => ("这是字体文件", "请选择年度报告的文档"),
        MatcherType::Book => ("这是电子书", "请找原来的 Word 文档，再试"),
        MatcherType::Doc => ("这种文档不能识别", "请用办公软件打开后另存为 .docx 格式，再试"),
        MatcherType::Text | MatcherType::Custom => return Ok(()),
    };
    // A program in words is text.
    if name == "text/x-shellscript" { Ok(()) } else { Err(refused(what, advice)) }
}

/// Workbooks before Excel 5 are records without a container: the first begins one, and says of which version ([MS-XLS] 2.4.21,
/// BOF, and what came before it).
fn is_old_workbook(bytes: &[u8]) -> bool {
    matches!(*bytes, [0x09, 0x00 | 0x02 | 0x04 | 0x08, length, 0, _, _, 0x10 | 0x20 | 0x40 | 0x05, 0, ..] if (4..=16).contains(&length))
}

/// A refusal: what the file is, and what to do.
fn refused(what: &str, advice: &str) -> Refusal {
    Refusal::new(format!("{what}，没有读入。{advice}。"))
}
