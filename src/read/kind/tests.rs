//! What each kind of file is taken for.

use super::super::ole::tests::contained;
use super::super::package::tests::zipped;
use super::*;

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn why(bytes: &[u8]) -> String {
    sniff(bytes).expect_err("a refusal").0
}

#[test]
fn what_can_be_read_is_told_by_its_bytes() {
    let ods = b"application/vnd.oasis.opendocument.spreadsheet";
    let odt = b"application/vnd.oasis.opendocument.text-template";
    let strange =
        "<Types><Override ContentType=\"application/vnd.x.wordprocessingml.document.main+xml\"/></Types>".as_bytes();
    for (bytes, kind) in [
        (zipped(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]), FileKind::Docx),
        (zipped(&[("[Content_Types].xml", strange), ("main.xml", b"")]), FileKind::Docx),
        (zipped(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), FileKind::Workbook),
        (zipped(&[("mimetype", ods), ("content.xml", b"")]), FileKind::Workbook),
        (zipped(&[("mimetype", odt), ("content.xml", b"")]), FileKind::Odt),
        (zipped(&[("content.xml", b"<a><office:text/></a>")]), FileKind::Odt),
        (zipped(&[("OFD.xml", b"")]), FileKind::Ofd),
        (contained(&[("/WordDocument", b"")]), FileKind::Doc),
        (contained(&[("/Workbook", b"")]), FileKind::Workbook),
        (contained(&[("/Book", b"")]), FileKind::Workbook),
        (b"{\\rtf1\\ansi".to_vec(), FileKind::Rtf),
        (b"junk\n%PDF-1.7\n\x00\x01".to_vec(), FileKind::Pdf),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>".to_vec(), FileKind::Html),
        (b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>".to_vec(), FileKind::Html),
        (b"<table border=1><tr><td>1".to_vec(), FileKind::Html),
        (wide("\u{feff}<html><body>甲"), FileKind::Html),
        (wide("<html>"), FileKind::Html),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook".to_vec(),
            FileKind::SpreadsheetXml,
        ),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument".to_vec(),
            FileKind::WordXml,
        ),
        (
            b"<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">".to_vec(),
            FileKind::WordXml,
        ),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;".to_vec(), FileKind::Mht),
        (b"{\"nianbao\": 1}".to_vec(), FileKind::Draft),
        ("\u{feff}一、总体情况\n内容。".as_bytes().to_vec(), FileKind::Text),
        (wide("\u{feff}一、总体情况"), FileKind::Text),
        (wide("一、总体情况 2023年\r\n"), FileKind::Text),
        (wide("“公开”“答复”。“不予”“公开”"), FileKind::Text),
        (vec![0xd2, 0xbb, 0xa1, 0xa2, b'\n'], FileKind::Text),
        ("名称,数\r\n规章,3\r\n".as_bytes().to_vec(), FileKind::Separated),
        (wide("\u{feff}名称\t数\r\n规章\t3\r\n"), FileKind::Separated),
        ("行政许可 | 0 | 3\n行政处罚 | 1 | 2\n".as_bytes().to_vec(), FileKind::Text),
        ("总体情况,说明\n第一段。\n第二段。\n第三段。\n".as_bytes().to_vec(), FileKind::Text),
    ] {
        assert_eq!(sniff(&bytes), Ok(kind), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn what_cannot_be_read_is_named_with_what_to_do() {
    for (bytes, words) in [
        (Vec::new(), "空的"),
        (b" \r\n".to_vec(), "空的"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "图片"),
        (b"Rar!\x1a\x07\x00".to_vec(), "先解压"),
        (b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), "先解压"),
        (b"MZ\x90\0\x03\0\0\0".to_vec(), "程序"),
        (b"ID3\x03\0\0\0\0\0\0".to_vec(), "音频"),
        (vec![1, 2, 3, 0, 5, 6], "不能识别"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00".to_vec(), "版本太旧"),
        (b"<?xml version=\"1.0\"?><a/>".to_vec(), "XML"),
        (b"<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\">".to_vec(), "标文通"),
        (zipped(&[("\u{5e74}.docx", b"")]), "先解压"),
        (zipped(&[("[Content_Types].xml", b""), ("ppt/presentation.xml", b"")]), "演示文稿"),
        (zipped(&[("mimetype", b"application/epub+zip")]), "电子书"),
        (
            zipped(&[
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("META-INF/manifest.xml", b"<m:encryption-data/>"),
            ]),
            "密码",
        ),
        (contained(&[("/EncryptedPackage", b""), ("/EncryptionInfo", b"")]), "密码"),
        (contained(&[("/PowerPoint Document", b"")]), "演示文稿"),
        (contained(&[("/MatOST", b""), ("/MM", b"")]), "Works"),
        // What is embedded does not count.
        (contained(&[("/ObjectPool/_1/WordDocument", b"")]), "不能识别"),
        (b"PK\x03\x04\x14\0".to_vec(), "不完整"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "不完整"),
    ] {
        let why = why(&bytes);
        assert!(why.contains(words) && why.contains("没有读入") && why.ends_with('。'), "{why}");
    }
}

#[test]
fn any_start_of_any_file_is_of_some_kind_or_refused() {
    let files = [
        zipped(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]),
        contained(&[("/WordDocument", b"x")]),
        wide("\u{feff}<html><body>甲"),
        b"MIME-Version: 1.0\nContent-Type: multipart/related;".to_vec(),
    ];
    for bytes in files {
        for length in 0..bytes.len() {
            let _ = sniff(&bytes[..length]);
        }
    }
}
