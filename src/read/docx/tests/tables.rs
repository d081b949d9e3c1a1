//! Tables, with their merged cells.

use super::*;
use crate::block::Block;
use crate::read::told::REVISED;

/// A cell with these properties and this text.
fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", text))
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", rows.join("</w:tr><w:tr>"))
}

#[test]
fn a_cell_merged_over_rows_is_one() {
    let start = "<w:vMerge w:val=\"restart\"/>";
    let mut rows = vec![cell("<w:gridSpan w:val=\"2\"/>", "头") + &cell("", "总计")];
    rows.push(cell(start, "三、本年度办理结果") + &cell("", "予以公开") + &cell("", "1"));
    for row in 1..22 {
        rows.push(cell("<w:vMerge/>", "") + &cell("", &format!("第{row}行")) + &cell("", &row.to_string()));
    }
    rows.push("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned() + &cell("", "四") + &cell("", "9"));
    rows.push(cell("<w:vMerge w:val=\"continue\"/>", "从无") + &cell("", "五") + &cell("", ""));
    let document = read(&table(&rows), &[]);
    let [Block::Table(table)] = document.blocks.as_slice() else { panic!("one table") };
    assert_eq!((table.rows.len(), table.widths.len()), (25, 3));
    let words = plain(&document).concat();
    assert!(words.starts_with("[头→2|总计][三、本年度办理结果↓22|予以公开|1][第1行|1][第2行|2]"), "{words}");
    assert!(words.ends_with("[第21行|21][|四|9][从无|五|]"), "{words}");
}

#[test]
fn a_merge_ends_where_its_column_or_width_ends() {
    let rows = [
        cell("<w:vMerge w:val=\"restart\"/><w:gridSpan w:val=\"2\"/>", "甲")
            + &cell("<w:vMerge w:val=\"restart\"/>", "乙"),
        cell("<w:vMerge/>", "") + &cell("", "丙") + &cell("<w:vMerge/>", ""),
        cell("", "丁") + &cell("", "戊") + &cell("", "己"),
        cell("", "庚") + &cell("", "辛") + &cell("<w:vMerge/>", "壬"),
    ];
    assert_eq!(blocks(&table(&rows)), ["[甲→2|乙↓2][|丙][丁|戊|己][庚|辛|壬]"]);
}

#[test]
fn columns_that_no_cell_begins_at_are_not_there() {
    let wide = |text: &str| cell("<w:gridSpan w:val=\"3\"/>", text);
    let rows = [
        "<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>".to_owned() + &wide("甲") + &cell("", "乙"),
        "<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>".to_owned() + &wide("丙") + &cell("", "丁"),
    ];
    assert_eq!(blocks(&table(&rows)), ["[甲|乙][丙|丁]"]);
    let rows = [
        cell("<w:hMerge w:val=\"restart\"/>", "甲") + &cell("<w:hMerge/>", "") + &cell("", "乙"),
        cell("", "1") + &cell("", "2") + &cell("", "3"),
    ];
    assert_eq!(blocks(&table(&rows)), ["[甲→2|乙][1|2|3]"]);
}

#[test]
fn what_was_deleted_from_a_table_is_not_there() {
    let changed = "<w:tc><w:p><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>21</w:t></w:r></w:ins></w:p></w:tc>";
    let rows = [
        cell("<w:vMerge w:val=\"restart\"/>", "合") + changed,
        "<w:trPr><w:del/></w:trPr>".to_owned() + &cell("<w:vMerge/>", "") + &cell("", "旧行"),
        "<w:trPr><w:ins/></w:trPr>".to_owned()
            + &cell("<w:vMerge/>", "")
            + &cell("<w:cellDel/>", "旧格")
            + &cell("", "新"),
    ];
    let document = read(&table(&rows), &[]);
    assert_eq!((plain(&document), document.notes), (vec!["[合↓2|21][新]".to_owned()], vec![REVISED.to_owned()]));
}

#[test]
fn a_table_in_a_cell_is_text_unless_its_table_only_places_it() {
    let inner = |rows: usize| {
        let rows: Vec<String> = (0..rows).map(|row| cell("", &format!("内{row}")) + &cell("", "1")).collect();
        table(&rows)
    };
    let outer =
        |inside: &str| table(&[format!("<w:tc>{}{inside}<w:p/></w:tc>", paragraph("", "甲")) + &cell("", "乙")]);
    assert_eq!(blocks(&outer(&inner(2))), ["[甲\n内0\t1\n内1\t1|乙]"]);
    assert_eq!(blocks(&outer(&inner(3))), ["甲", "[内0|1][内1|1][内2|1]", "乙"]);
    let one = table(&[format!("<w:tc>{}{}</w:tc>", paragraph("", "甲"), inner(2))]);
    assert_eq!(blocks(&one), ["甲", "[内0|1][内1|1]"]);
}

#[test]
fn lines_of_a_cell_stay_in_it() {
    let rows =
        [format!("<w:tc>{}<w:p/><w:p><w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p></w:tc>", paragraph("", "甲"))
            + &cell("", "1")];
    assert_eq!(blocks(&table(&rows)), ["[甲\n乙\n丙|1]"]);
}
