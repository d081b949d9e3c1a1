//! What a clerk calls a file that is no draft. The page asks this of the first bytes of a file that may be large, before what reads
//! containers is there; so that it looks for names in them as they are.

use infer::MatcherType;

/// So many bytes of a file say what kind it is, where it is no archive.
const HEAD: usize = 4096;

/// What a clerk calls the kind of a file that is no draft; nothing where the bytes may be a draft.
pub fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    let has = |words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    // The names of what an archive holds stand in it as they are.
    if bytes.starts_with(b"PK\x03\x04") {
        let inside = [
            ("word/document.xml", "Word文档（DOCX）"),
            ("xl/workbook.xml", "Excel工作簿（XLSX）"),
            ("ppt/presentation.xml", "PowerPoint演示文稿（PPTX）"),
            ("OFD.xml", "OFD版式文档"),
            ("application/vnd.oasis.opendocument.text", "ODT文档"),
            ("application/vnd.oasis.opendocument.spreadsheet", "ODS表格"),
        ];
        return Some(inside.iter().find(|(name, _)| has(name)).map_or("ZIP压缩包", |(_, words)| words));
    }
    let has_wide = |words: &str| {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    // The container of the older formats, with the names of its streams in UTF-16.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let inside = [
            ("EncryptedPackage", "加了密码的Office文档"),
            ("WordDocument", "Word或WPS文档（DOC、WPS）"),
            ("Workbook", "Excel或WPS表格（XLS、ET）"),
            ("PowerPoint Document", "PowerPoint演示文稿（PPT）"),
        ];
        return Some(inside.iter().find(|(name, _)| has_wide(name)).map_or("旧版Office文档", |(_, words)| words));
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if text.starts_with(b"{\\rtf") {
        return Some("RTF文档");
    }
    let found = infer::get(text)?;
    match (found.matcher_type(), found.mime_type()) {
        (_, "application/pdf") => Some("PDF文件"),
        (_, "text/html") => Some("网页（HTML）"),
        (_, "text/xml") => Some("XML文件"),
        (MatcherType::Image, _) => Some("图片"),
        (MatcherType::Audio | MatcherType::Video, _) => Some("音频或视频"),
        (MatcherType::Archive, _) => Some("压缩包"),
        (MatcherType::App, _) => Some("程序"),
        (MatcherType::Font, _) => Some("字体"),
        (MatcherType::Book | MatcherType::Doc | MatcherType::Text | MatcherType::Custom, _) => Some("其他文档"),
    }
}

#[cfg(test)]
mod tests {
    use super::foreign_kind;

    fn wide(words: &str) -> Vec<u8> {
        words.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn a_file_is_told_by_its_bytes() {
        let zip = |name: &str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes(), b"..."].concat();
        let ole = |stream: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &wide(stream)].concat();
        for (bytes, kind) in [
            (zip("word/document.xml"), "Word文档（DOCX）"),
            (zip("xl/workbook.xml"), "Excel工作簿（XLSX）"),
            (zip("OFD.xml"), "OFD版式文档"),
            (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "ODT文档"),
            (zip("年报.pdf"), "ZIP压缩包"),
            (ole("WordDocument"), "Word或WPS文档（DOC、WPS）"),
            (ole("Workbook"), "Excel或WPS表格（XLS、ET）"),
            (ole("EncryptedPackage"), "加了密码的Office文档"),
            (ole("Something"), "旧版Office文档"),
            (b"%PDF-1.7\n".to_vec(), "PDF文件"),
            (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>".to_vec(), "网页（HTML）"),
            (b"<html xmlns:o=\"urn\">".to_vec(), "网页（HTML）"),
            (b"{\\rtf1\\ansi".to_vec(), "RTF文档"),
            (b"\x89PNG\r\n\x1a\n".to_vec(), "图片"),
            (b"Rar!\x1a\x07\x00".to_vec(), "压缩包"),
        ] {
            assert_eq!(foreign_kind(&bytes), Some(kind), "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_may_be_a_draft_is_not_foreign() {
        for text in
            ["", "{\"nianbao\": 1}", "\u{feff}{\"nianbao\": 1}", "[]", "政府信息公开", "{\n  \"a\": \"<html>\"}"]
        {
            assert_eq!(foreign_kind(text.as_bytes()), None, "{text}");
        }
        assert_eq!(foreign_kind(&[0xc4, 0xb3, 0xbe, 0xd6]), None, "GB18030");
    }
}
