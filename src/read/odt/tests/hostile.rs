//! Bytes that want to break the reader.

use super::super::read_odt_xml;
use super::*;
use crate::read::limits::too_large;
use crate::read::mutants::{garbled, random};

fn varied() -> (String, Vec<u8>) {
    let styles = "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" \
                  text:display-levels=\"1\"/></text:list-style>";
    let text = "<text:list text:style-name=\"L1\" xml:id=\"a\"><text:list-item text:start-value=\"2\"><text:p>甲<text:s text:c=\"2\"/></text:p>\
                </text:list-item></text:list><table:table><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
                table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"><text:p>1</text:p></table:table-cell>\
                <table:covered-table-cell table:number-columns-repeated=\"2\"/></table:table-row></table:table>";
    let flat = format!(
        "<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
    );
    (part("document", &flat), odt(text, styles, ""))
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    let (_, bytes) = varied();
    for length in 0..bytes.len() {
        assert!(read_odt(&bytes[..length]).is_err(), "{length}");
    }
    assert!(read_odt(&bytes).is_ok());
}

#[test]
fn damaged_bytes_come_to_an_end() {
    let (text, bytes) = varied();
    let mut random = random();
    for _ in 0..1000 {
        let mut damaged = bytes.clone();
        let at = random(damaged.len());
        damaged[at] ^= 1 << random(8);
        let _ = read_odt(&damaged);
        // The same without a checksum before it.
        if let Some(damaged) = garbled(&text, &mut random) {
            let _ = read_odt_xml(&damaged);
        }
    }
}

#[test]
fn much_of_anything_is_refused() {
    for text in [
        paragraph("甲").repeat(100_001),
        paragraph("").repeat(300_001),
        "<text:section>".repeat(64) + &"</text:section>".repeat(64),
    ] {
        let flat = format!("<office:body><office:text>{text}</office:text></office:body>");
        assert_eq!(read_odt_xml(&part("document", &flat)), Err(too_large()), "{}", &text[..15]);
    }
}
