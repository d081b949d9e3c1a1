//! The forms in which a Word document comes.

use super::super::{no_word, read_word_xml};
use super::*;
use crate::read::package::incomplete;
use crate::read::told::REVISED;

#[test]
fn the_text_is_found_by_its_relation_and_in_the_strict_form() {
    let top = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" \
               Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/text/主.xml\"/></Relationships>";
    let main = "<a:document xmlns:a=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><a:body><a:p><a:r><a:t>甲</a:t></a:r></a:p>\
                </a:body></a:document>";
    let bytes = zipped(&[("_rels/.rels", top.as_bytes()), ("text/主.xml", main.as_bytes())]);
    assert_eq!(read_docx(&bytes).map(|document| plain(&document)), Ok(vec!["甲".to_owned()]));
}

#[test]
fn what_is_no_word_document_is_refused() {
    assert_eq!(read_docx("年报".as_bytes()), Err(no_word()));
    assert_eq!(read_docx(&zipped(&[("xl/workbook.xml", b"<a/>")])), Err(no_word()));
    assert_eq!(read_docx(&zipped(&[("word/document.xml", b"<a/>")])), Err(no_word()));
    assert_eq!(read_docx(&zipped(&[("word/document.xml", b"<a>")])), Err(incomplete()));
    assert_eq!(read_word_xml("<a/>"), Err(no_word()));
}

#[test]
fn a_document_in_one_file_is_read() {
    let part = |name: &str, inside: &str| {
        format!("<pkg:part pkg:name=\"/{name}\"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>")
    };
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>\
                 <w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let body = paragraph("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "甲");
    let plain_part =
        |root: &str, inside: &str| super::part(root, inside).split_once("?>").expect("a head").1.to_owned();
    let text = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\
         <pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">{}{}{}{}</pkg:package>",
        part("_rels/.rels", &relations(&[("officeDocument", "word/document.xml")])),
        part("word/_rels/document.xml.rels", &relations(&[("numbering", "numbering.xml")])),
        part("word/document.xml", &plain_part("document", &format!("<w:body>{body}</w:body>"))),
        part("word/numbering.xml", &plain_part("numbering", lists)),
    );
    assert_eq!(read_word_xml(&text).map(|document| plain(&document)), Ok(vec!["一、甲".to_owned()]));
}

#[test]
fn word_2003_is_read() {
    let text = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\
        <w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" \
        xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\">\
        <w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:nfc w:val=\"37\"/><w:lvlText w:val=\"（%1）\"/></w:lvl>\
        </w:listDef><w:list w:ilfo=\"1\"><w:ilst w:val=\"0\"/></w:list></w:lists>\
        <w:body><wx:sect><wx:sub-section><w:p><w:pPr><w:listPr><w:ilfo w:val=\"9\"/><wx:t wx:val=\"一、\"/></w:listPr></w:pPr>\
        <w:r><w:t>甲</w:t></w:r></w:p></wx:sub-section>\
        <w:p><w:pPr><w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr></w:pPr><w:r><w:rPr><w:vanish w:val=\"off\"/></w:rPr><w:t>乙</w:t></w:r>\
        <aml:annotation w:type=\"Word.Insertion\"><aml:content><w:r><w:t>新</w:t></w:r></aml:content></aml:annotation>\
        <aml:annotation w:type=\"Word.Deletion\"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation>\
        <aml:annotation w:type=\"Word.Comment\"><aml:content><w:p><w:r><w:t>批</w:t></w:r></w:p></aml:content></aml:annotation></w:p>\
        <w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>合</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>\
        <w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:sectPr><w:hdr><w:p><w:r><w:t>眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>";
    let document = read_word_xml(text).expect("a document");
    assert_eq!(plain(&document), ["一、甲", "（一）乙新", "[合↓2|][1]"]);
    assert_eq!(left(&document), [(LeftKind::Comment, "批"), (LeftKind::Header, "眉")]);
    assert_eq!(document.notes, [REVISED]);
}
