//! What stands in paragraphs.

use super::*;
use crate::read::told::{FOOTNOTES, HIDDEN, INNER_FILE, REVISED};

#[test]
fn runs_are_joined_and_signs_between_them_kept() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t xml:space=\"preserve\"> 乙&amp;</w:t></w:r>\
                <w:hyperlink><w:smartTag><w:r><w:t>丙</w:t></w:r></w:smartTag></w:hyperlink>\
                <w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:br/><w:t>丁</w:t></w:r></w:p>";
    assert_eq!(blocks(body), ["甲\t 乙&丙-☑", "丁"]);
    let body = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r></w:rubyBase></w:ruby></w:r>\
                <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>";
    assert_eq!(blocks(body), ["注1/2"]);
}

#[test]
fn signs_of_symbol_fonts_are_read_in_their_font() {
    let run =
        |font: &str, text: &str| format!("<w:r><w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Webdings\" w:char=\"F041\"/></w:r>{}{}{}</w:p>",
        run("Wingdings", "&#xf0fd;甲"),
        run("宋体", "&#xf0fd;"),
        "<w:r><w:t>&#xf0fd;</w:t></w:r>"
    );
    assert_eq!(blocks(&body), ["≥□☒甲\u{f0fd}\u{f0fd}"]);
}

#[test]
fn content_controls_are_read_wherever_they_are() {
    let control = |inside: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let run = control("<w:r><w:t>乙</w:t></w:r>");
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("", text));
    let row = control(&format!("<w:tr>{}{}</w:tr>", cell("丙"), control(&cell("丁"))));
    let body =
        control(&paragraph("", "甲")) + &format!("<w:p>{run}</w:p>") + &control(&format!("<w:tbl>{row}</w:tbl>"));
    assert_eq!(blocks(&body), ["甲", "乙", "[丙|丁]"]);
}

#[test]
fn a_text_box_is_read_once_and_after_its_paragraph() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", "框"));
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><x>{inside}</x></w:drawing>\
         </mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t>后</w:t></w:r></w:p>"
    );
    assert_eq!(blocks(&body), ["前后", "框"]);
    let old = format!("<w:p><w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r></w:p>");
    assert_eq!(blocks(&old), ["框"]);
    let empty = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(blocks(&empty), ["框"]);
}

#[test]
fn the_result_of_a_field_is_read_and_not_its_instruction() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let field = mark("begin")
        + "<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>不读</w:t></w:r>"
        + &mark("separate")
        + "<w:r><w:t>2024年</w:t></w:r>"
        + &mark("end");
    let body = format!("<w:p>{field}<w:fldSimple w:instr=\"REF x\"><w:r><w:t>甲</w:t></w:r></w:fldSimple></w:p>");
    assert_eq!(blocks(&body), ["2024年甲"]);
    let open = format!("<w:p>{}<w:r><w:t>不读</w:t></w:r></w:p>{}", mark("begin"), paragraph("", "乙"));
    assert_eq!(blocks(&open), ["乙"]);
}

#[test]
fn changes_are_read_as_accepted() {
    let body = "<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>\
                <w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>";
    let document = read(&(body.to_owned() + &paragraph("", "后半")), &[]);
    assert_eq!(plain(&document), ["新移来", "前半后半"]);
    assert_eq!(document.notes, [REVISED]);
    assert!(read(&paragraph("", "甲"), &[]).notes.is_empty());
    assert_eq!(blocks("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>末</w:t></w:r></w:p>"), ["末"]);
}

#[test]
fn hidden_text_is_left_out_and_said() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"暗\"><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"底\"><w:basedOn w:val=\"底\"/><w:rPr><w:vanish/></w:rPr></w:style>";
    let run = |look: &str, text: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p><w:p><w:pPr><w:pStyle w:val=\"底\"/></w:pPr>{}{}</w:p>",
        run("", "甲"),
        run("<w:vanish/>", "乙"),
        run("<w:vanish w:val=\"0\"/>", "丙"),
        run("<w:rStyle w:val=\"暗\"/>", "丁"),
        run("", "戊"),
        run("<w:vanish w:val=\"false\"/>", "己"),
    );
    let document = read(&body, &[("styles", "styles", styles)]);
    assert_eq!((plain(&document), document.notes), (vec!["甲丙".to_owned(), "己".to_owned()], vec![HIDDEN.to_owned()]));
}

#[test]
fn what_is_not_running_text_is_left() {
    let note =
        format!("<w:footnote w:type=\"separator\">{0}</w:footnote><w:footnote>{0}</w:footnote>", paragraph("", "注"));
    let remark = format!("<w:comment>{}</w:comment>", paragraph("", "批"));
    let page =
        "<w:p><w:r><w:t>- </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>";
    let body = paragraph("", "甲") + "<w:altChunk/>";
    let document = read(
        &body,
        &[
            ("footnotes", "footnotes", &note),
            ("comments", "comments", &remark),
            ("header", "hdr", &paragraph("", "眉")),
            ("footer", "ftr", &(page.to_owned() + &paragraph("", "脚"))),
        ],
    );
    assert_eq!(plain(&document), ["甲"]);
    assert_eq!(
        left(&document),
        [
            (LeftKind::Comment, "注"),
            (LeftKind::Comment, "批"),
            (LeftKind::Header, "眉"),
            (LeftKind::PageNumber, "- 3"),
            (LeftKind::Footer, "脚")
        ]
    );
    assert_eq!(document.notes, [INNER_FILE, FOOTNOTES]);
}
