//! Text with marks: XML, HTML, RTF, letters, and plain text, whose marks are too deep, too many, cut, or say absurd numbers.

use nianbao::read::Input;

use super::super::written::{docx, xlsx, zipped};
use super::{Hostile, survives};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn odt(body: &str) -> Vec<u8> {
    open_document("application/vnd.oasis.opendocument.text", &format!("<office:text>{body}</office:text>"))
}

fn ods(rows: &str) -> Vec<u8> {
    let body = format!("<office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet>");
    open_document("application/vnd.oasis.opendocument.spreadsheet", &body)
}

fn open_document(kind: &str, body: &str) -> Vec<u8> {
    const NAMES: &str = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{NAMES}:office:1.0\" xmlns:text=\"{NAMES}:text:1.0\" xmlns:table=\"{NAMES}:table:1.0\">\
         <office:body>{body}</office:body></office:document-content>"
    );
    zipped(&[("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())])
}

/// Numbers that a file may say of a span, a count, or a place.
const ABSURD: [&str; 9] =
    ["1000000", "65536", "4294967295", "4294967296", "18446744073709551616", "-1", "0", "1e9", "年"];

#[test]
fn spans_and_counts_that_lie() {
    let mut all = Vec::new();
    for number in ABSURD {
        let cell =
            |properties: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>");
        let row = format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"{number}\"/><w:gridAfter w:val=\"{number}\"/></w:trPr>{}{}</w:tr>",
            cell(&format!("<w:gridSpan w:val=\"{number}\"/><w:vMerge w:val=\"restart\"/>")),
            cell("<w:vMerge/>")
        );
        let list = format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{number}\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"{number}\"/></w:pPr>\
             <w:r><w:t>说明</w:t></w:r></w:p>"
        );
        let numbering = format!(
            "<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{number}\"/>\
             <w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1%2%9、\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
        );
        let body = format!("<w:tbl>{}</w:tbl>{}", row.repeat(50), list.repeat(50));
        all.push(Hostile::file(format!("docx {number}"), docx(&body, &[("word/numbering.xml", &numbering)])));
        let rows = format!(
            "<row r=\"{number}\"><c r=\"XFD1048576\"><v>1</v></c><c r=\"A{number}\" s=\"{number}\"><v>{number}</v></c>\
             <c r=\"ZZZZZZ1\" t=\"s\"><v>{number}</v></c></row><row r=\"1\"><c r=\"A1\"><v>{number}</v></c></row>"
        );
        all.push(Hostile::file(format!("xlsx {number}"), xlsx(&rows)));
        let merged = format!(
            "{rows}</sheetData><mergeCells count=\"{number}\"><mergeCell ref=\"A1:XFD1048576\"/>\
            <mergeCell ref=\"B2:A{number}\"/></mergeCells><sheetData>"
        );
        all.push(Hostile::file(format!("xlsx merged {number}"), xlsx(&merged)));
        let cells = format!(
            "<table:table-row table:number-rows-repeated=\"{number}\"><table:table-cell table:number-columns-repeated=\"{number}\" \
             table:number-rows-spanned=\"{number}\" table:number-columns-spanned=\"{number}\" office:value-type=\"float\" \
             office:value=\"{number}\"><text:p>1<text:s text:c=\"{number}\"/>2</text:p></table:table-cell></table:table-row>"
        );
        all.push(Hostile::file(format!("ods {number}"), ods(&cells.repeat(3))));
        all.push(Hostile::file(format!("odt {number}"), odt(&format!("<table:table>{cells}</table:table>"))));
        let list = format!(
            "<text:list><text:list-item text:start-value=\"{number}\"><text:p>1</text:p></text:list-item></text:list>\
             <text:h text:outline-level=\"{number}\">说明</text:h>"
        );
        all.push(Hostile::file(format!("odt list {number}"), odt(&list)));
        let cell =
            format!("<td colspan={number} rowspan='{number}' style='width:{number}px;mso-ignore:colspan'>1</td>");
        let table = format!(
            "<html><table>{}</table><ol start={number} type=I><li value={number}>1</ol>",
            format!("<tr>{cell}{cell}").repeat(40)
        );
        all.push(Hostile::file(format!("html {number}"), table));
        let row = format!(
            "\\trowd\\cellx{number}\\clmgf\\clvmgf\\cellx-{number}\\clmrg\\clvmrg\\cellx9\\intbl 1\\cell 2\\cell\\row\\itap{number}\
             \\uc{number}\\u{number}?\\bin{number} \\ls{number}\\ilvl{number}\\deff{number}\\f{number}"
        );
        all.push(Hostile::file(
            format!("rtf {number}"),
            format!("{{\\rtf1\\ansicpg{number}{}年报\\par}}", row.repeat(30)),
        ));
    }
    let answered = survives(all);
    assert_eq!(answered, 0, "none is a report");
}

#[test]
fn marks_without_end() {
    const DEEP: usize = 50_000;
    let nested = |open: &str, close: &str| format!("{}1{}", open.repeat(DEEP), close.repeat(DEEP));
    let cell = ("<w:tbl><w:tr><w:tc><w:p/>", "</w:tc></w:tr></w:tbl>");
    let mut all = vec![
        Hostile::file("docx deep", docx(&nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), &[])),
        Hostile::file("docx tables deep", docx(&nested(cell.0, cell.1), &[])),
        Hostile::file("docx never closed", docx(&"<w:p><w:r>".repeat(DEEP), &[])),
        Hostile::file("odt deep", odt(&nested("<text:section>", "</text:section>"))),
        Hostile::file("odt lists deep", odt(&nested("<text:list><text:list-item>", "</text:list-item></text:list>"))),
        Hostile::file("ods groups deep", ods(&nested("<table:table-row-group>", "</table:table-row-group>"))),
        Hostile::file("rtf deep", format!("{{\\rtf1 {}", nested("{\\b ", "}"))),
        Hostile::file(
            "rtf tables deep",
            format!("{{\\rtf1 {}", "\\trowd\\cellx9\\intbl\\itap99{\\nestcell}".repeat(DEEP)),
        ),
        Hostile::file("rtf closed too often", format!("{{\\rtf1 a{}", "}".repeat(DEEP))),
        Hostile::file("json deep", nested("{\"a\":[", "]}")),
    ];
    for tag in ["div", "table", "table><tr><td", "ul><li", "b", "font", "select", "svg", "script", "template", "title"]
    {
        let name = format!("html {tag} deep");
        all.push(Hostile::file(name, format!("<html><body>{}年报", format!("<{tag}>").repeat(DEEP))));
    }
    for piece in
        ["<", "<!--", "<td x", "&", "&#", "&#x110000;", "&amp", "<![CDATA[", "<?", "<a b=\"", "</td>", "\0", "<p\n"]
    {
        all.push(Hostile::file(format!("html {piece:?}"), format!("<html>{}", piece.repeat(DEEP))));
        all.push(Hostile::file(format!("docx {piece:?}"), docx(&piece.repeat(DEEP), &[])));
    }
    let attributes: String = (0..DEEP).map(|n| format!(" a{n}=\"1\"")).collect();
    for attributes in
        [&attributes, &attributes.replace('"', "'"), &attributes.replace('"', ""), &attributes.replace("=\"1\"", "")]
    {
        all.push(Hostile::file("html attributes", format!("<html><p{attributes}>年报")));
    }
    all.push(Hostile::file("docx attributes", docx(&format!("<w:p{attributes}/>"), &[])));
    for piece in ["\\", "{", "\\'", "\\u", "\\*", "{\\*\\", "\\bin", "{\\pict ", "{\\object\\objdata 01", "\\'e5"] {
        all.push(Hostile::file(format!("rtf {piece}"), format!("{{\\rtf1\\ansi {}", piece.repeat(DEEP))));
    }
    // JSON may be a draft, which is read elsewhere.
    assert_eq!(survives(all), 1);
}

#[test]
fn marks_that_stand_for_more_than_they_are() {
    let entities: String =
        (1..12).map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10))).collect();
    let laughs = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"年报年报\">{entities}]><w:document {W}>&e11;</w:document>"
    );
    let outside = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t>\
         </w:r></w:p></w:body></w:document>"
    );
    let part =
        |xml: &str| zipped(&[("[Content_Types].xml", b"<a/>".as_slice()), ("word/document.xml", xml.as_bytes())]);
    let styles = format!(
        "<w:styles {W}><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>"
    );
    let of_style = "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>年报</w:t></w:r></w:p>";
    let all = [
        Hostile::file("entities", part(&laughs)),
        Hostile::file("an entity outside", part(&outside)),
        Hostile::file("entities as one file", laughs),
        Hostile::file("styles that rest on each other", docx(of_style, &[("word/styles.xml", &styles)])),
    ];
    assert_eq!(survives(all), 0);
}

#[test]
fn letters_within_letters() {
    let inner = |n: usize| format!("Content-Type: multipart/related; boundary=b{n}\r\n\r\n--b{n}\r\n");
    let deep: String = (0..3_000).map(inner).collect();
    let part = "--a\r\nContent-Type: text/html\r\n\r\n<p>年报</p>\r\n";
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n";
    let all = [
        Hostile::file("letters deep", format!("MIME-Version: 1.0\r\n{deep}")),
        Hostile::file("letters of many parts", format!("{head}\r\n{}--a--", part.repeat(30_000))),
        Hostile::file("letters with long heads", format!("{head}{}\r\n{part}", "X: a\r\n ".repeat(100_000))),
        Hostile::file(
            "letters that end nothing",
            "Content-Type: multipart/related; boundary=\"\"\r\n\r\n--\r\n--\r\n--",
        ),
        Hostile::file(
            "letters in a bad code",
            format!(
                "{head}\r\n--a\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
                "=-~".repeat(90_000)
            ),
        ),
    ];
    assert_eq!(survives(all), 0);
}

#[test]
fn text_without_end() {
    let mut all = Vec::new();
    let pieces = [
        "一、总体情况",
        "（七）总计21710000218",
        "0",
        "1\t",
        "1|",
        "│1",
        "行政许可 | 0 |\n",
        "第二十条第（一）项",
        "二、",
        "\n\n",
        "\"",
        "年",
        "2023年政府信息公开工作年度报告\n",
        "３",
        "⼀",
        "\u{200b}",
        "-",
        "1.属于国家秘密0000000",
        "予以公开",
        "（",
        "３.１4万元",
    ];
    for piece in pieces {
        for (input, length) in [(Input::File, 200_000), (Input::Text, 50_000)] {
            let name = format!("text of {piece:?}, {length}");
            all.push(Hostile { name, input, bytes: piece.repeat(length / piece.len()).into_bytes() });
        }
    }
    for table in ["<td>1", "<tr><td>一、本年新收政府信息公开申请数量<td>1", "<p>", "<br>", "<td rowspan=1000>"]
    {
        let bytes = format!("<table>{}", table.repeat(20_000)).into_bytes();
        all.push(Hostile { name: format!("pasted {table}"), input: Input::Html, bytes });
    }
    survives(all);
}

#[test]
fn bytes_that_are_no_letters() {
    let report = "某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n收到申请3件。\n二、主动公开政府信息情况\n";
    let mut all = Vec::new();
    for broken in [
        &b"\xff"[..],
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe5\xb9",
        b"\x80\x80\x80",
        b"\0",
        b"\x81\x30",
    ] {
        let bytes: Vec<u8> = report.lines().flat_map(|line| [line.as_bytes(), broken, b"\n"].concat()).collect();
        all.push(Hostile::file(format!("UTF-8 with {broken:x?}"), bytes.clone()));
        all.push(Hostile::file(format!("HTML with {broken:x?}"), [b"<html><body>".as_slice(), &bytes].concat()));
        for input in [Input::Text, Input::Html] {
            all.push(Hostile { name: format!("pasted with {broken:x?}"), input, bytes: bytes.clone() });
        }
    }
    for lone in [0xd800_u16, 0xdfff, 0xffff, 0] {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let units = std::iter::once(0xfeff).chain(report.encode_utf16().flat_map(|unit| [unit, lone]));
            all.push(Hostile::file(format!("UTF-16 with {lone:x}"), units.flat_map(order).collect::<Vec<u8>>()));
        }
    }
    let gb = encoding_rs::GB18030.encode(report).0;
    for cut in 1..4 {
        all.push(Hostile::file(format!("GB18030 from {cut}"), &gb[cut..gb.len() - cut]));
    }
    survives(all);
}
