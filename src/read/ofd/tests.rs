//! Whole files.

use super::super::document::tests::lines;
use super::*;
use crate::read::limits::too_large;
use crate::read::package::tests::zipped;

const ENTRY: &str = "<o:OFD xmlns:o=\"http://www.ofdspec.org/2016\"><o:DocBody><o:DocRoot>/Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>";
const DOCUMENT: &str = "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org\"><ofd:CommonData>\
    <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes>\
    <ofd:TemplatePage ID=\"9\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData>\
    <ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/../Pages/Page_0/Content.xml\"/></ofd:Pages>\
    <ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>";

/// A text object of letters of 5 mm.
fn text(x: u32, y: u32, words: &str) -> String {
    format!(
        "<TextObject Boundary=\"{x} {y} 90 5\" Size=\"5\"><TextCode X=\"0\" Y=\"4\" DeltaX=\"g 99 5\">{words}</TextCode></TextObject>"
    )
}

/// A file with a page of these objects, and these parts besides or in place of the usual ones.
fn file(objects: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let content = format!("<p:Page xmlns:p=\"any\"><p:Content><p:Layer>{objects}</p:Layer></p:Content></p:Page>");
    let template = "<Page><Content/></Page>";
    let mut all = vec![
        ("OFD.xml", ENTRY),
        ("Doc_0/Document.xml", DOCUMENT),
        ("Doc_0/Pages/Page_0/Content.xml", content.as_str()),
        ("Doc_0/Tpls/Tpl_0/Content.xml", template),
    ];
    all.retain(|(name, _)| parts.iter().all(|(other, _)| other != name));
    all.extend_from_slice(parts);
    zipped(&all.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

fn read(objects: &str, parts: &[(&str, &str)]) -> Vec<String> {
    lines(&read_ofd(&file(objects, parts)).expect("a document"))
}

#[test]
fn text_is_read_from_layers_blocks_and_templates() {
    let page = format!(
        "<Page><Template TemplateID=\"9\"/><Content><Layer><PageBlock><PageBlock>{}</PageBlock></PageBlock></Layer></Content></Page>",
        text(30, 50, "你好&amp;再见")
    );
    let template = format!("<Page><Content><Layer>{}</Layer></Content></Page>", text(30, 100, "红头"));
    assert_eq!(
        read("", &[("Doc_0/Pages/Page_0/Content.xml", &page), ("Doc_0/Tpls/Tpl_0/Content.xml", &template)]),
        ["你好&再见", "红头"]
    );
}

#[test]
fn letters_far_from_each_other_are_words_apart() {
    let object = "<TextObject Boundary=\"30 50 90 5\" Size=\"5\"><TextCode X=\"0\" Y=\"4\" DeltaX=\"5 40 5\">姓名单位</TextCode></TextObject>";
    assert_eq!(read(object, &[]), ["姓名 单位"]);
    let down = "<TextObject Boundary=\"30 50 9 90\" Size=\"5\"><TextCode X=\"0\" Y=\"4\" DeltaY=\"g 2 5.5\">办理后</TextCode></TextObject>";
    assert_eq!(read(down, &[]).concat(), "办理后");
}

#[test]
fn rules_of_paths_make_tables_whatever_their_matrix() {
    let rule = |path: &str| {
        format!(
            "<PathObject Boundary=\"0 0 210 297\" CTM=\"10 0 0 10 0 0\" LineWidth=\"0.03\"><AbbreviatedData>{path}</AbbreviatedData></PathObject>"
        )
    };
    let thin = "<PathObject Boundary=\"20 60 120 0.4\" Stroke=\"false\" Fill=\"true\"><AbbreviatedData>M 0 0 L 120 0 L 120 0.4 L 0 0.4 C</AbbreviatedData></PathObject>";
    let objects = [
        rule("M 2 4 L 14 4 M 2 5 L 14 5"),
        thin.to_owned(),
        rule("M 2 4 L 2 6"),
        rule("M 10 4 L 10 6 M 14 4 L 14 6"),
        text(25, 43, "规章"),
        text(105, 43, "3"),
        text(25, 53, "规范性文件"),
        text(105, 53, "12"),
    ];
    assert_eq!(read(&objects.concat(), &[]), ["[规章|3]", "[规范性文件|12]"]);
}

#[test]
fn composite_objects_are_drawn_where_they_stand_and_none_draws_itself_for_ever() {
    let unit = format!(
        "<Res><CompositeGraphicUnits><CompositeGraphicUnit ID=\"7\"><Content>{}<CompositeObject ResourceID=\"7\" Boundary=\"0 0 1 1\"/>\
         </Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>",
        text(0, 0, "组合")
    );
    let objects = "<CompositeObject ResourceID=\"7\" Boundary=\"30 50 90 90\" CTM=\"1 0 0 1 0 0\"/>";
    assert_eq!(read(objects, &[("Doc_0/Res.xml", &unit)]), ["组合"]);
    // Two that each draw the other twice would be drawn for ever.
    let twice = |id: u32| format!("<CompositeObject ResourceID=\"{id}\"/><CompositeObject ResourceID=\"{id}\"/>");
    let units = format!(
        "<Res><CompositeGraphicUnits><CompositeGraphicUnit ID=\"7\">{}</CompositeGraphicUnit><CompositeGraphicUnit ID=\"8\">{}\
         </CompositeGraphicUnit></CompositeGraphicUnits></Res>",
        twice(8),
        twice(7)
    );
    assert_eq!(read_ofd(&file(objects, &[("Doc_0/Res.xml", &units)])), Err(too_large()));
}

#[test]
fn elements_and_letters_are_counted() {
    let many = "<a/>".repeat(crate::read::xml::MOST_NODES);
    assert_eq!(read_ofd(&file(&many, &[])), Err(too_large()));
    // Few objects that draw a long text again and again.
    let unit = format!(
        "<Res><CompositeGraphicUnits><CompositeGraphicUnit ID=\"7\">{}</CompositeGraphicUnit></CompositeGraphicUnits></Res>",
        text(0, 0, &"年".repeat(10_000))
    );
    let objects = "<CompositeObject ResourceID=\"7\"/>".repeat(2000);
    assert_eq!(read_ofd(&file(&objects, &[("Doc_0/Res.xml", &unit)])), Err(too_large()));
}

#[test]
fn annotations_are_remarks() {
    let list = "<Annotations><Page PageID=\"1\"><FileLoc>Page_0/Annotation.xml</FileLoc></Page></Annotations>";
    let annotation = format!(
        "<PageAnnot><Annot Type=\"Stamp\"><Remark>批注</Remark><Appearance Boundary=\"9 9 9 9\">{}</Appearance></Annot>\
         <Annot><Remark>第二条</Remark></Annot></PageAnnot>",
        text(0, 0, "已阅")
    );
    let parts = [("Doc_0/Annots/Annotations.xml", list), ("Doc_0/Annots/Page_0/Annotation.xml", annotation.as_str())];
    let document = read_ofd(&file(&text(30, 50, "正文"), &parts)).expect("a document");
    assert_eq!(lines(&document), ["正文"]);
    let left: Vec<(LeftKind, &str)> = document.left.iter().map(|left| (left.kind, left.text.as_str())).collect();
    assert_eq!(left, [(LeftKind::Comment, "已阅\n第二条")]);
}

#[test]
fn what_is_hidden_is_not_read() {
    let hidden = text(30, 70, "看不见").replace("Size", "Visible=\"false\" Size");
    assert_eq!(read(&(text(30, 50, "看得见") + &hidden), &[]), ["看得见"]);
}

#[test]
fn the_first_of_several_documents_is_read() {
    let entry = ENTRY.replace("</o:OFD>", "<o:DocBody><o:DocRoot>Doc_1/Document.xml</o:DocRoot></o:DocBody></o:OFD>");
    let document = read_ofd(&file(&text(30, 50, "正文"), &[("OFD.xml", &entry)])).expect("a document");
    assert_eq!((lines(&document), document.notes.len()), (vec!["正文".to_owned()], 1));
}

#[test]
fn what_cannot_be_read_is_said() {
    let refused = |bytes: &[u8]| read_ofd(bytes).expect_err("nothing to read");
    assert_eq!(refused(&file("", &[("Encryptions.xml", "<a/>")])), encrypted());
    assert!(refused(&file("<PathObject Boundary=\"0 0 9 9\"/>", &[])).0.starts_with("文件有1页，只有图形，没有文字"));
    assert_eq!(refused(&file("<TextObject>", &[])), incomplete());
    assert_eq!(refused(&zipped(&[("OFD.xml", ENTRY.as_bytes())])), incomplete());
    assert_eq!(refused(b"PK"), incomplete());
}

#[test]
fn numbers_of_any_size_do_no_harm() {
    let objects = "<TextObject CTM=\"1e99 -1e99 1e99 1e99 1e99 1e99\" Boundary=\"-1e99 1e99 0 0\" Size=\"1e99\" HScale=\"1e99\">\
        <TextCode X=\"1e99\" Y=\"-1e99\" DeltaX=\"g 99999999999 1e99\" DeltaY=\"g x\">年报年报</TextCode></TextObject>\
        <PathObject CTM=\"1e99 0 0 1e99 0 0\" Boundary=\"\"><AbbreviatedData>M 1e99 -1e99 L -1e99 1e99 B 1 Q A C C L 1</AbbreviatedData></PathObject>";
    assert!(read_ofd(&file(objects, &[])).is_ok());
}
