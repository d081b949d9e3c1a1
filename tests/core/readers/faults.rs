//! Faults that like programs are known for, each in a whole file: what is read here must be right all the same.

use encoding_rs::GB18030;
use nianbao::block::{Block, Table};
use nianbao::draft::{Draft, Place};
use nianbao::facts::Case;
use nianbao::form::TableId;
use nianbao::read::take::cells;
use nianbao::read::understand::Understood;
use nianbao::report::build;
use nianbao::roll::likeness;
use nianbao::rules::{Finding, check_all};

use super::written::{self, docx, word, xlsx};
use super::{figures, opened, pasted, pasted_html, today, understood};
use crate::drafts::open;

const REPORT: &str = include_str!("../../files/national-2021.nianbao.json");

/// The report that all these files hold.
fn report() -> Draft {
    open(REPORT)
}

fn blocks() -> Vec<Block> {
    build(&Case::new(&report(), today()))
}

/// Whether a figure is a total.
fn is_total(place: &Place) -> bool {
    place.to_string().rsplit('.').next() == Some("total")
}

/// Table three of the report, as it is printed.
fn table_three() -> Table {
    let tables =
        blocks().into_iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.into_iter().find(|table| table.id == TableId::Applications.name()).expect("table three")
}

/// The figures of table three, as text.
fn applications(draft: &Draft) -> Vec<(Place, String)> {
    cells(draft, TableId::Applications).into_iter().map(|(place, value)| (place, value.text())).collect()
}

fn found(read: &Understood, rule: &str) -> Vec<Finding> {
    let found = check_all(&Case::new(&read.draft, today()));
    found.into_iter().filter(|finding| finding.rule == rule).collect()
}

fn place(name: &str) -> Place {
    name.parse().expect("a place")
}

/// Rows of table three for a workbook: `total` writes the cell of the sum of a row by its number.
fn sheet(total: impl Fn(usize, &str) -> String) -> Vec<u8> {
    let rows = written::squares(&table_three()).into_iter().enumerate().map(|(n, row)| {
        let last = row.len() - 1;
        let cell = |(m, text): (usize, Option<String>)| match text {
            Some(text) if m == last && text.parse::<u32>().is_ok() => total(n, &text),
            Some(text) if text.parse::<u32>().is_ok() => format!("<c><v>{text}</v></c>"),
            Some(text) => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            None => "<c/>".to_owned(),
        };
        format!("<row>{}</row>", row.into_iter().enumerate().map(cell).collect::<String>())
    });
    xlsx(&rows.collect::<String>())
}

/// Excel puts a long text that runs over its blank neighbours into the clipboard as a cell that covers them.
#[test]
fn a_text_that_runs_over_blank_cells_covers_none() {
    let html = |over: &str| {
        format!(
            "<table><tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td></tr>\
             <tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>\
             <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>\
             <tr><td colspan=3>一、本年新收政府信息公开申请数量</td><td>3</td><td>2</td><td>0</td><td>0</td><td>1</td><td>0</td><td>6</td></tr>\
             <tr><td {over}>二、上年结转政府信息公开申请数量</td><td>2</td><td>0</td><td>0</td><td>1</td><td>0</td><td>3</td></tr></table>"
        )
    };
    let read = pasted_html(&html("colspan=4 style='height:14pt;mso-ignore:colspan'"));
    let text = |name: &str| read.draft.entry(place(&format!("applications.{name}"))).text();
    assert_eq!(text("carried_in.natural"), "");
    assert_eq!(
        ["business", "research", "welfare", "legal", "other", "total"]
            .map(|column| text(&format!("carried_in.{column}"))),
        ["2", "0", "0", "1", "0", "3"]
    );
    assert_eq!([text("new.natural"), text("new.total")], ["3", "6"], "a true head over three columns");
    assert_eq!(
        read.blanks.iter().map(|(place, _)| *place).collect::<Vec<_>>(),
        [place("applications.carried_in.natural")]
    );
    // The same region as text.
    let plain = pasted(
        "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\r\n\
         一、本年新收政府信息公开申请数量\t\t\t3\t2\t0\t0\t1\t0\t6\r\n二、上年结转政府信息公开申请数量\t\t\t\t2\t0\t0\t1\t0\t3\r\n",
    );
    assert_eq!(figures(&plain.draft), figures(&read.draft));
}

#[test]
fn a_cell_of_several_lines_is_one_cell() {
    let text = written::text(&blocks(), "\t", true);
    let typed = text
        .replace("商业企业", "\"商业\n企业\"")
        .replace("1.属于国家秘密", "\"1.属于\n国家\"\"秘密\"\"\"")
        .replace("（一）予以公开", "\"（一）予以\r\n公开\"");
    assert_ne!(text, typed);
    let read = pasted(&typed);
    assert_eq!(applications(&read.draft), applications(&report()));
    let all = read.draft.to_json();
    assert!(!all.contains("\\\""), "quotation marks of the clipboard are none of the text");
}

/// Cells that go on as `<w:vMerge/>` without a value, and rows that begin behind columns that they leave out.
#[test]
fn merged_cells_shift_no_figure() {
    let table = table_three();
    assert_eq!(table.rows.len(), 28, "three rows of heads, twenty-five of figures");
    for skipped in [vec![], vec![6], vec![7, 9], (4..28).collect()] {
        let body = word::paragraph("三、收到和处理政府信息公开申请情况", "") + &word::table(&table, &skipped);
        let read = understood(&opened(&docx(&body, &[])));
        assert_eq!(read.figures.len(), 175, "{skipped:?}");
        assert_eq!(applications(&read.draft), applications(&report()), "{skipped:?}");
    }
}

#[test]
fn headings_numbered_by_word_have_their_numbers() {
    let numbering = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
        <w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/>\
        <w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";
    for is_typed in [false, true] {
        let mut body = String::new();
        for block in blocks() {
            match &block {
                Block::Heading(heading) => {
                    let bare = heading.split_once('、').map_or(heading.as_str(), |(_, bare)| bare);
                    let text = if is_typed { heading } else { bare };
                    body += &word::paragraph(text, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>");
                }
                Block::Table(table) => body += &word::table(table, &[]),
                Block::Title(_) | Block::Paragraph(_) | Block::Picture(_) | Block::Signature { .. } => {
                    body.extend(written::lines(&block).iter().map(|line| word::paragraph(line, "")));
                }
            }
        }
        let read = understood(&opened(&docx(&body, &[("word/numbering.xml", numbering)])));
        let headings: Vec<&str> = read.draft.narrative().iter().map(|part| part.heading.as_str()).collect();
        let report = report();
        let expected: Vec<&str> = report.narrative().iter().map(|part| part.heading.as_str()).collect();
        assert_eq!(headings, expected, "typed {is_typed}");
        assert_eq!(found(&read, "F06"), [], "typed {is_typed}");
        assert_eq!(found(&read, "Q04"), [], "typed {is_typed}");
    }
}

#[test]
fn changes_that_nobody_accepted_are_read_as_changed() {
    let body = word::table(&table_three(), &[]);
    let plain = "<w:r><w:t xml:space=\"preserve\">32</w:t></w:r>";
    let changed = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>21</w:t></w:r></w:ins>";
    let cell = |text: &str, columns: usize| {
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{columns}\"/></w:tcPr>{}</w:tc>", word::paragraph(text, ""))
    };
    let deleted = format!(
        "<w:tr><w:trPr><w:del/></w:trPr>{}{}</w:tr>",
        cell("一、本年新收政府信息公开申请数量", 3),
        cell("8", 1).repeat(7)
    );
    let (heads, rows) = body.split_at(body.match_indices("</w:tr>").nth(2).expect("rows of heads").0 + "</w:tr>".len());
    let body = format!("{heads}{deleted}{}", rows.replacen(plain, changed, 1));
    let read = understood(&opened(&docx(&body, &[])));
    for (place, value) in applications(&read.draft) {
        let own = report().entry(place).text();
        assert_eq!(value, if place.to_string() == "applications.new.natural" { "21" } else { own.as_str() }, "{place}");
    }
    assert_eq!(read.notes.iter().filter(|note| note.contains("修订")).count(), 1, "{:?}", read.notes);
}

#[test]
fn sums_that_were_never_calculated_are_blank_and_named() {
    for cell in
        ["<c><f>SUM(D1:I1)</f></c>", "<c><f>SUM(D1:I1)</f><v></v></c>", "<c t=\"str\"><f>SUM(D1:I1)</f><v/></c>"]
    {
        let read = understood(&opened(&sheet(|_, _| cell.to_owned())));
        for (place, value) in applications(&read.draft) {
            let expected = report().entry(place).text();
            let is_sum = is_total(&place);
            assert_eq!(value, if is_sum { String::new() } else { expected }, "{place} with {cell}");
        }
        let named = read.blanks.iter().filter(|(place, _)| is_total(place)).count();
        assert_eq!(named, 25, "{cell}");
        // A formula of text may well have given none.
        let is_told = read.notes.iter().any(|note| note.contains("没有算出的公式"));
        assert!(is_told || cell.contains("\"str\""), "{:?}", read.notes);
    }
}

#[test]
fn a_sum_that_is_out_of_date_is_kept_and_found() {
    let stale = |n: usize, text: &str| {
        let value = if n == 3 { "40" } else { text };
        format!("<c><f>SUM(D1:I1)</f><v>{value}</v></c>")
    };
    let read = understood(&opened(&sheet(stale)));
    assert_eq!(read.draft.entry(place("applications.new.total")).text(), "40");
    assert_eq!(read.draft.entry(place("applications.carried_in.total")).text(), "2");
    assert!(!found(&read, "N03").is_empty());
}

/// Files named .xls that are something else are read by what is in them.
#[test]
fn a_workbook_that_is_a_web_page_is_read() {
    let page = format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body>{}</body></html>",
        written::table_html(&table_three())
    );
    let rows: String = written::squares(&table_three())
        .iter()
        .map(|row| {
            let cell = |text: &Option<String>| match text {
                Some(text) if text.parse::<u32>().is_ok() => {
                    format!("<ss:Cell><ss:Data ss:Type=\"Number\">{text}</ss:Data></ss:Cell>")
                }
                text => format!(
                    "<ss:Cell><ss:Data ss:Type=\"String\">{}</ss:Data></ss:Cell>",
                    text.as_deref().unwrap_or_default()
                ),
            };
            format!("<ss:Row>{}</ss:Row>", row.iter().map(cell).collect::<String>())
        })
        .collect();
    let xml = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <ss:Worksheet ss:Name=\"表三\"><ss:Table>{rows}</ss:Table></ss:Worksheet></ss:Workbook>"
    );
    for bytes in [page, xml] {
        assert_eq!(applications(&understood(&opened(bytes.as_bytes())).draft), applications(&report()));
    }
}

/// A table saved as CSV by Excel: with its mark in UTF-8, or in GBK without one.
#[test]
fn columns_parted_by_commas_keep_what_looks_like_a_number() {
    let mut text = String::from("文号,2021-30,00012\r\n");
    for row in written::squares(&table_three()) {
        let cells: Vec<String> = row.into_iter().map(|text| format!("\"{}\"", text.unwrap_or_default())).collect();
        text += &format!("{}\r\n", cells.join(","));
    }
    for bytes in
        [format!("\u{feff}{text}").into_bytes(), GB18030.encode(&text).0.into_owned(), text.clone().into_bytes()]
    {
        let document = opened(&bytes);
        let Some(Block::Table(table)) = document.blocks.first() else { panic!("a table") };
        let first: Vec<String> = table.rows[0].iter().map(|cell| cell.content.to_string()).collect();
        assert_eq!(&first[..3], ["文号", "2021-30", "00012"]);
        assert_eq!(applications(&understood(&document).draft), applications(&report()));
    }
}

/// Radicals that look like letters, as they are copied out of a PDF.
#[test]
fn radicals_are_read_as_the_letters_they_look_like() {
    let radicals = [
        ('一', '⼀'),
        ('二', '⼆'),
        ('自', '⾃'),
        ('人', '⼈'),
        ('方', '⽅'),
        ('行', '⾏'),
        ('立', '⽴'),
        ('高', '⾼'),
        ('子', '⼦'),
        ('大', '⼤'),
        ('小', '⼩'),
        ('生', '⽣'),
        ('用', '⽤'),
        ('目', '⽬'),
        ('见', '⻅'),
        ('长', '⻓'),
        ('民', '⺠'),
    ];
    let plain = written::text(&blocks(), " ", false);
    let copied: String =
        plain.chars().map(|c| radicals.iter().find(|(own, _)| *own == c).map_or(c, |(_, other)| *other)).collect();
    assert!(copied.contains("⼀、总体情况") && copied.contains("⾃然⼈") && copied.contains("⾏政复议"));
    let (read, clean) = (pasted(&copied), pasted(&plain));
    assert_eq!(figures(&read.draft), figures(&report()));
    assert_eq!(read.draft.to_json(), clean.draft.to_json());
    let alike = likeness(&read.draft, Some(&report())).expect("text enough").jaccard;
    assert_eq!(alike.part, alike.whole, "the text is the same, letter for letter");
    assert_eq!(found(&Understood { draft: clean.draft.clone(), ..read.clone() }, "Q01"), found(&read, "Q01"));
    let notes = |read: &Understood| read.notes.iter().filter(|note| note.contains("康熙部首")).count();
    assert_eq!((notes(&read), notes(&clean)), (1, 0), "{:?}", read.notes);
}
