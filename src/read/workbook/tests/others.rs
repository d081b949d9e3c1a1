//! ODS, XLSB and the XML of Excel 2003, made by hand.

use super::*;

#[test]
fn repeated_cells_of_ods_are_counted() {
    let ods = |rows: &str| {
        let spaces = ["office", "table", "text"]
            .map(|name| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
            .join(" ");
        let content = format!(
            "<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name=\"一\">{rows}\
             </table:table></office:spreadsheet></office:body></office:document-content>"
        );
        read_workbook(&zipped(&[("content.xml", content.as_bytes())]))
    };
    let row = |times: usize, cell: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cell}</table:table-row>")
    };
    let cell = "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"3\"/>";
    let blank = "<table:table-cell table:number-columns-repeated=\"99999999999\"/>";
    let empty = "<table:table-cell table:number-columns-repeated=\"99999999999\"><text:p/></table:table-cell>";
    let all = row(2, cell) + &row(99_999_999_999, blank) + &row(99_999_999_999, empty);
    assert_eq!(plain(&ods(&all).expect("a workbook")), ["[3|3][3|3]"]);
    assert_eq!(ods(&row(1_000_000, cell)).err(), Some(too_large()));
    // Those beyond the last row and column are not there, and take no time.
    let beyond = cell.replace("\"2\"", "\"99999999999\"");
    let all = row(2, cell) + &row(99_999_999_999, &(blank.to_owned() + &beyond)) + &row(99_999_999_999, &beyond);
    assert_eq!(plain(&ods(&all).expect("a workbook")), ["[3|3][3|3]"]);
}

#[test]
fn xml_of_excel_2003_has_its_places() {
    let sheet = |name: &str, rows: &str, options: &str| {
        format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table>{options}</Worksheet>")
    };
    let number = |text: &str| format!("<Data ss:Type=\"Number\">{text}</Data>");
    let rows = format!(
        "<Row ss:Index=\"3\"><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">甲</Data></Cell><Cell ss:MergeAcross=\"1\">{}</Cell>\
         <Cell ss:StyleID=\"p\">{}</Cell></Row>\
         <Row><Cell ss:Index=\"2\"><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>乙</B>丙</ss:Data></Cell>\
         <Cell><Data ss:Type=\"DateTime\">2024-01-05T00:00:00.000</Data></Cell><Cell ss:Formula=\"=1\"/></Row>",
        number("12.0"),
        number("0.956")
    );
    let hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>";
    let text = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/>\
         </Style></Styles>{}{}</Workbook>",
        sheet("一", &rows, ""),
        sheet("二", &rows, hidden)
    );
    let document = read_spreadsheet_xml(&text).expect("a workbook");
    assert_eq!(plain(&document), ["[甲↓2|12→2|95.6%][乙丙|2024年1月5日|]"]);
    assert_eq!(
        document.notes,
        ["工作表“一”D4 是没有算出的公式，留空；请在 Excel 或 WPS 里打开再保存一次。", "隐藏的工作表“二”没有读入。"]
    );
    assert!(read_spreadsheet_xml("<a/>").is_err() && read_spreadsheet_xml("").is_err());
    damaged(text.as_bytes(), 300, |bytes| {
        let _ = read_spreadsheet_xml(&String::from_utf8_lossy(bytes));
    });
}

/// The parts of an XLSB with one sheet.
pub fn xlsb() -> Vec<(&'static str, Vec<u8>)> {
    let record = |kind: u16, bytes: &[u8]| {
        let mut record =
            if kind < 128 { vec![u8::try_from(kind).expect("small")] } else { kind.to_le_bytes().to_vec() };
        record.push(u8::try_from(bytes.len()).expect("short"));
        record.extend(bytes);
        record
    };
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [u32::try_from(units.len() / 2).expect("short").to_le_bytes().as_slice(), &units].concat()
    };
    let at =
        |column: u32, look: u32, value: &[u8]| [column.to_le_bytes().as_slice(), &look.to_le_bytes(), value].concat();
    let book = record(0x019c, &[vec![0; 8], wide("a"), wide("表")].concat());
    // Kinds above 127 take two bytes, of which the first says that there is another.
    let book = [&[0x9c, 0x01], &book[2..]].concat();
    let styles = [
        record(0x2c, &[200_u16.to_le_bytes().to_vec(), wide("0.0%")].concat()),
        vec![0xe9, 0x04, 0],
        record(0x2f, &[0, 0, 0, 0]),
        record(0x2f, &[0, 0, 200, 0]),
        vec![0xea, 0x04, 0],
    ]
    .concat();
    let strings = record(0x13, &[vec![0], wide("甲")].concat());
    let sheet = [
        record(0x00, &[0; 17]),
        record(0x07, &at(0, 0, &0_u32.to_le_bytes())),
        record(0x05, &at(1, 1, &0.956_f64.to_le_bytes())),
        record(0x02, &at(2, 0, &((1234_u32 << 2) | 3).to_le_bytes())),
        record(0x00, &[[1, 0, 0, 0].as_slice(), &[0; 13]].concat()),
        record(0x06, &at(0, 0, &wide("乙"))),
        record(0x0a, &at(1, 0, &[1])),
        record(0x0b, &at(2, 0, &[0x17])),
        vec![0xb0, 0x01, 16],
        [0_u32, 0, 0, 0].iter().flat_map(|edge| edge.to_le_bytes()).collect(),
    ]
    .concat();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, name: &str, part: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{kind}/{name}\" Target=\"{part}\"/>")
    };
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}{}</Relationships>",
        relation("a", "worksheet", "worksheets/sheet1.bin"),
        relation("b", "styles", "styles.bin"),
        relation("c", "sharedStrings", "sharedStrings.bin")
    );
    vec![
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", relations.into_bytes()),
        ("xl/styles.bin", styles),
        ("xl/sharedStrings.bin", strings),
        ("xl/worksheets/sheet1.bin", sheet),
    ]
}

#[test]
fn xlsb_is_read_from_its_records() {
    let document = read_workbook(&zip_of(&xlsb())).expect("a workbook");
    assert_eq!(plain(&document), ["[甲|95.6%|12.34][乙|TRUE|]"]);
    assert_eq!(document.notes, ["工作表“表”C2 是错误值（#REF!），留空；请在原表里改正。"]);
}
