//! Bytes that want to break the reader.

use super::super::read_word_xml;
use super::*;
use crate::block::Block;
use crate::read::limits::too_large;
use crate::read::mutants::{garbled, random};

/// A document with something of everything.
fn varied() -> (String, Vec<u8>) {
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/>\
                 <w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let body = paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "甲&#x4e59;")
        + "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr>\
           <w:p><w:r><w:t>1</w:t><w:tab/><w:br/></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>\
           <w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    (part("document", &format!("<w:body>{body}</w:body>")), docx(&body, &[("numbering", "numbering", lists)]))
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    let (_, bytes) = varied();
    for length in 0..bytes.len() {
        assert!(read_docx(&bytes[..length]).is_err(), "{length}");
    }
    assert!(read_docx(&bytes).is_ok());
}

#[test]
fn damaged_bytes_come_to_an_end() {
    let (text, bytes) = varied();
    let mut random = random();
    for _ in 0..1000 {
        let mut damaged = bytes.clone();
        for _ in 0..=random(3) {
            let at = random(damaged.len());
            damaged[at] ^= 1 << random(8);
        }
        let _ = read_docx(&damaged);
        // The same without a checksum before it.
        if let Some(damaged) = garbled(&text, &mut random) {
            let _ = read_docx(&zipped(&[("word/document.xml", damaged.as_bytes())]));
            let _ = read_word_xml(&damaged);
        }
    }
}

#[test]
fn what_a_file_says_of_spans_is_not_believed() {
    let cell = |properties: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", "1"));
    let wide = cell("<w:gridSpan w:val=\"1000000\"/>");
    let document = read(&format!("<w:tbl><w:tr>{wide}</w:tr><w:tr>{wide}</w:tr></w:tbl>"), &[]);
    let [Block::Table(table)] = document.blocks.as_slice() else { panic!("one table") };
    assert_eq!(table.widths.len(), 1);
    let refused = [
        format!("<w:tbl><w:tr>{wide}{wide}</w:tr></w:tbl>"),
        format!("<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1000000\"/></w:trPr>{wide}</w:tr></w:tbl>"),
        format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{}</w:tr>", cell("")).repeat(200_001)),
        paragraph("", "甲").repeat(100_001),
        "<w:p/>".repeat(300_001),
        "<w:sdt><w:sdtContent>".repeat(40) + &"</w:sdtContent></w:sdt>".repeat(40),
    ];
    for body in refused {
        let text = part("wordDocument", &format!("<w:body>{body}</w:body>"));
        assert_eq!(read_word_xml(&text), Err(too_large()), "{}", &body[..50]);
    }
}

#[test]
fn numbers_of_lists_stay_short() {
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"甲\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"4000000000\"/>\
         <w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"{}\"/></w:lvl><w:lvl w:ilvl=\"99\"/></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        "%1".repeat(100_000)
    );
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"甲\"><w:basedOn w:val=\"乙\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"乙\"><w:basedOn w:val=\"甲\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let document = read(&"<w:p/>".repeat(1000), &[("numbering", "numbering", &lists), ("styles", "styles", styles)]);
    assert_eq!(document.blocks.len(), 1000);
    assert!(plain(&document).iter().all(|text| text.len() < 400));
}
