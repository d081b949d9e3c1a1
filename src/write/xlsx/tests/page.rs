//! The grid on its sheet, and the sheet on paper.

use super::*;

fn over(cell: TableCell, row_span: u16, column_span: u16) -> TableCell {
    TableCell { row_span, column_span, ..cell }
}

#[test]
fn heads_over_many_cells_are_merged() {
    let rows = vec![
        vec![over(head("申请人", Role::ColumnHead), 1, 2), over(head("总计", Role::ColumnHead), 2, 1)],
        vec![head("自然人", Role::ColumnHead), head("法人", Role::ColumnHead)],
        vec![count("1"), count("2"), count("3")],
    ];
    let table = Table { head_rows: 2, widths: vec![1, 1, 1], ..table(rows) };
    let sheet = part(table.clone(), SHEET);
    has(&sheet, "<mergeCells count=\"4\">");
    for area in ["A1:C1", "A2:C2", "A3:B3", "C3:C4"] {
        has(&sheet, &format!("<mergeCell ref=\"{area}\"/>"));
    }
    // Title and unit above, then the heads: they stay in sight, and stand on every page.
    has(&sheet, "<pane ySplit=\"4\" topLeftCell=\"A5\"");
    let workbook = part(table.clone(), WORKBOOK);
    has(&workbook, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">情况!$3:$4</definedName>");
    let styles = part(table, STYLES);
    has(&styles, "<name val=\"黑体\"/>");
    has(&styles, "wrapText=\"1\"");
    has(&styles, "<left style=\"thin\">");
}

#[test]
fn every_place_of_the_grid_has_borders() {
    // The second row is too short, the merged head covers four places.
    let rows = vec![vec![over(count("1"), 1, 2), count("2")], vec![count("3")]];
    let sheet = part(Table { widths: vec![1, 1, 1], ..table(rows) }, SHEET);
    for name in ["A3", "B3", "C3", "A4", "B4", "C4"] {
        cell(&sheet, name);
    }
    assert!(!sheet.contains("s=\"0\""), "{sheet}");
}

#[test]
fn a_tall_head_is_written_upright() {
    let rows = |many: usize| {
        let mut rows = vec![vec![count("1")]; many];
        let span = u16::try_from(many).expect("few rows");
        rows[0].insert(0, over(head("三、本年度办理结果", Role::RowHead), span, 1));
        Table { widths: vec![1, 5], ..table(rows) }
    };
    has(&part(rows(11), STYLES), "textRotation=\"255\"");
    assert!(!part(rows(10), STYLES).contains("textRotation"));
}

#[test]
fn a_sheet_is_printed_on_a4_with_page_and_code() {
    let sheet = part(table(vec![vec![count("1"), count("2")]]), SHEET);
    has(&sheet, "<pageSetUpPr fitToPage=\"1\"/>");
    has(&sheet, "<printOptions horizontalCentered=\"1\"/>");
    has(&sheet, "<pageSetup paperSize=\"9\" orientation=\"portrait\" ");
    has(&sheet, "<oddFooter>&amp;C— &amp;P —&amp;R校验码 3F7A-91C2</oddFooter>");
    let wide = table(vec![vec![count("123456"); 20]; 70]);
    has(&part(wide, SHEET), "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\" ");
}

#[test]
fn a_table_of_one_cell_has_nothing_to_merge() {
    let one = Table { head_rows: 5, ..table(vec![vec![over(head("甲", Role::ColumnHead), 3, 4)]]) };
    let sheet = part(one, SHEET);
    assert!(!sheet.contains("mergeCell"), "{sheet}");
    assert!(!sheet.contains("<pane"), "{sheet}");
}
