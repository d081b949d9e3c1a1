//! What stands in paragraphs, and the forms in which a text document comes.

use super::super::{no_text, read_odt_xml};
use super::*;
use crate::read::package::{encrypted, incomplete};
use crate::read::told::{FOOTNOTES, HIDDEN, REVISED};

#[test]
fn white_space_is_one_blank_and_elements_stand_for_more() {
    let text = "<text:p>\n  甲 \t<text:span> 乙</text:span><text:s text:c=\"2\"/>丙<text:tab/><text:a>丁</text:a>\
                <text:line-break/>戊&amp;</text:p><text:h text:outline-level=\"1\">己</text:h>";
    assert_eq!(blocks(text), ["甲 乙  丙\t丁", "戊&", "己"]);
    assert_eq!(blocks("<text:p>1<text:s text:c=\"1000000000\"/>2</text:p>")[0].len(), 102);
}

#[test]
fn the_text_of_frames_comes_after_their_paragraph() {
    let text = "<text:p>前<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>\
                <draw:custom-shape><text:p>形</text:p></draw:custom-shape><draw:frame><draw:image/><x>不读</x></draw:frame>后</text:p>\
                <text:section><text:p>节</text:p></text:section>\
                <text:p><text:ruby><text:ruby-base>注</text:ruby-base><text:ruby-text>zhù</text:ruby-text></text:ruby></text:p>";
    assert_eq!(blocks(text), ["前后", "框", "形", "节", "注"]);
}

#[test]
fn changes_are_read_as_accepted() {
    let region = |id: &str, kind: &str, inside: &str| {
        format!("<text:changed-region text:id=\"{id}\"><text:{kind}>{inside}</text:{kind}></text:changed-region>")
    };
    let text = format!(
        "<text:tracked-changes>{}{}{}</text:tracked-changes>\
         <text:p>甲<text:change text:change-id=\"a\"/><text:change-start text:change-id=\"b\"/>新<text:change-end text:change-id=\"b\"/></text:p>\
         <text:p>前半<text:change-start text:change-id=\"c\"/>旧<text:tab/></text:p><text:p>旧</text:p>\
         <text:p>旧<text:change-end text:change-id=\"c\"/>后半</text:p><text:p>末</text:p>",
        region("a", "deletion", &paragraph("删")),
        region("b", "insertion", ""),
        region("c", "deletion", ""),
    );
    let document = read(&text, "");
    assert_eq!(
        (plain(&document), document.notes),
        (vec!["甲新".into(), "前半后半".into(), "末".into()], vec![REVISED.to_owned()])
    );
    assert!(read("<text:tracked-changes/><text:p>甲</text:p>", "").notes.is_empty());
}

#[test]
fn hidden_text_is_left_out_and_said() {
    let style = |family: &str, display: &str| {
        format!(
            "<style:style style:family=\"{family}\" style:name=\"{family}{display}\">\
             <style:text-properties text:display=\"{display}\"/></style:style>"
        )
    };
    let styles = style("text", "none") + &style("paragraph", "none") + &style("text", "true");
    let text = "<text:p>甲<text:span text:style-name=\"textnone\">乙<text:s/></text:span>丙</text:p>\
                <text:p text:style-name=\"paragraphnone\">丁<text:span text:style-name=\"texttrue\">戊</text:span></text:p>\
                <text:section text:display=\"none\"><text:p>己</text:p></text:section>";
    let document = read(text, &styles);
    assert_eq!((plain(&document), document.notes), (vec!["甲丙".into(), "戊".into()], vec![HIDDEN.to_owned()]));
}

#[test]
fn what_is_not_running_text_is_left() {
    let text = "<text:p>甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>\
                <office:annotation><text:p>批</text:p></office:annotation></text:p>";
    let pages = "<style:master-page><style:header><text:p>眉</text:p></style:header>\
                 <style:footer><text:p>- <text:page-number>3</text:page-number> -</text:p><text:p>脚</text:p></style:footer>\
                 <style:footer-left style:display=\"false\"><text:p>不用</text:p></style:footer-left></style:master-page>";
    let document = read_odt(&odt(text, "", pages)).expect("a document");
    assert_eq!(plain(&document), ["甲"]);
    let left: Vec<_> = document.left.iter().map(|left| (left.kind, left.text.as_str())).collect();
    assert_eq!(
        left,
        [
            (LeftKind::Comment, "注"),
            (LeftKind::Comment, "批"),
            (LeftKind::Header, "眉"),
            (LeftKind::PageNumber, "- 3 -"),
            (LeftKind::Footer, "脚")
        ]
    );
    assert_eq!(document.notes, [FOOTNOTES]);
}

#[test]
fn one_file_is_read_and_what_is_locked_or_other_is_refused() {
    let flat = part("document", "<office:body><office:text><text:p>甲</text:p></office:text></office:body>");
    assert_eq!(read_odt_xml(&flat).map(|document| plain(&document)), Ok(vec!["甲".to_owned()]));
    let list = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(read_odt(&zipped(&[("META-INF/manifest.xml", list), ("content.xml", b"\x01")])), Err(encrypted()));
    assert_eq!(read_odt("24 bytes of plain text..".as_bytes()), Err(no_text()));
    assert_eq!(read_odt(&zipped(&[("word/document.xml", b"<a/>")])), Err(no_text()));
    let sheet = part("document-content", "<office:body><office:spreadsheet/></office:body>");
    assert_eq!(read_odt(&zipped(&[("content.xml", sheet.as_bytes())])), Err(no_text()));
    assert_eq!(read_odt(b"PK\x03\x04"), Err(incomplete()));
}
