//! Workbooks of other programs, workbooks made by hand, and damaged ones.

mod others;

use self::others::xlsb;
use super::super::document::tests::plain;
use super::super::limits::too_large;
use super::super::mutants::damaged;
use super::super::ole::tests::contained;
use super::super::package::tests::zipped;
use super::*;
use crate::block::Block;

const XLSX: &[u8] = include_bytes!("../../../../tests/files/readers/form.xlsx");
const UNCOMPUTED: &[u8] = include_bytes!("../../../../tests/files/readers/uncomputed.xlsx");
const XLS: &[u8] = include_bytes!("../../../../tests/files/readers/form.xls");
const ODS: &[u8] = include_bytes!("../../../../tests/files/readers/form.ods");

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const R: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The parts of a workbook with this sheet.
fn parts(sheet: &str, strings: &str) -> Vec<(&'static str, Vec<u8>)> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"a\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"b\" Type=\"{kind}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"
    );
    let book =
        format!("<workbook {MAIN} {R}><sheets><sheet name=\"表三\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
    let sheet = format!("<worksheet {MAIN}>{sheet}</worksheet>");
    vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
        ("xl/sharedStrings.xml", format!("<sst {MAIN}{strings}</sst>").into_bytes()),
    ]
}

fn zip_of(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    zipped(&parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>())
}

fn xlsx(sheet: &str) -> Result<Document, Refusal> {
    let strings = " count=\"4294967295\" uniqueCount=\"4294967295\"><si><t>甲</t></si><si><r><t>行</t></r><r><t>政</t></r>\
                   <rPh sb=\"0\" eb=\"1\"><t>xing</t></rPh></si>";
    read_workbook(&zip_of(&parts(sheet, strings)))
}

fn rows(sheet: &str) -> Vec<String> {
    plain(&xlsx(&format!("<sheetData>{sheet}</sheetData>")).expect("a workbook"))
}

#[test]
fn every_format_gives_the_same_report() {
    let documents: Vec<Document> =
        [XLSX, XLS, ODS, UNCOMPUTED].iter().map(|bytes| read_workbook(bytes).expect("a workbook")).collect();
    for document in &documents {
        let blocks = plain(document);
        assert_eq!(blocks[0], "某某局2023年收到和处理政府信息公开申请情况");
        let rows: Vec<&str> = blocks[1].split("][").collect();
        assert_eq!(rows.len(), 28);
        assert!(rows[0].ends_with("↓3→3|申请人情况→7"), "{}", rows[0]);
        assert_eq!(rows[2], "商业企业|科研机构|社会公益组织|法律服务机构|其他");
        assert_eq!(rows[5], "三、本年度办理结果↓22|（一）予以公开→2|14|15|16|17|18|19|20");
        assert_eq!(rows[27], "四、结转下年度继续办理→3|168|169|170|171|172|173|174]");
        let first = "2024年1月5日|95.6%|1234567.89|00012|";
        assert!(blocks[2].split("][").nth(1).is_some_and(|row| row.starts_with(first)), "{}", blocks[2]);
        let last = "|0.0000001|100000000000000000000|0件|";
        assert!(blocks[2].contains("|33.33%|976.81|2021-30|") && blocks[2].contains(last), "{}", blocks[2]);
        assert!(blocks[2].contains("|商业\n企业|"), "{}", blocks[2]);
        let captions: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table.caption.as_str()) } else { None })
            .collect();
        assert_eq!(captions, ["表三", "数"]);
        let hidden = ["工作表“数”有隐藏的行或列，也读入了。", "隐藏的工作表“藏”没有读入。"];
        assert!(document.notes.ends_with(&hidden.map(str::to_owned)), "{:?}", document.notes);
    }
    // With values, and with an error named; without them, blank and named.
    for document in &documents[..3] {
        assert!(plain(document)[2].contains("|2|]") && plain(document)[2].contains("|1235544.7|0.956x]"));
        assert_eq!(document.notes[0], "工作表“数”J2 是错误值（#DIV/0!），留空；请在原表里改正。");
    }
    assert!(plain(&documents[3])[2].ends_with("|0件||]"));
    assert_eq!(
        documents[3].notes[0],
        "工作表“数”I2 等 4 格是没有算出的公式，留空；请在 Excel 或 WPS 里打开再保存一次。"
    );
}

#[test]
fn a_sum_without_a_value_is_blank_and_one_with_a_stale_value_keeps_it() {
    let document = xlsx(
        "<sheetData><row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"H5\"><f>SUM(A5:G5)</f></c></row>\
         <row r=\"6\"><c r=\"A6\"><v>2</v></c><c r=\"H6\"><f>SUM(A6:G6)</f><v></v></c></row>\
         <row r=\"7\"><c r=\"A7\"><v>3</v></c><c r=\"H7\"><f>SUM(A7:G7)</f><v>99</v></c></row>\
         <row r=\"8\"><c r=\"A8\"><v>4</v></c><c r=\"H8\" t=\"str\"><f>IF(A8&gt;9,\"大\",\"\")</f><v></v></c></row></sheetData>",
    )
    .expect("a workbook");
    assert_eq!(plain(&document), ["[1|||||||][2|||||||][3|||||||99][4|||||||]"]);
    assert_eq!(document.notes, ["工作表“表三”H5 等 2 格是没有算出的公式，留空；请在 Excel 或 WPS 里打开再保存一次。"]);
}

#[test]
fn cells_of_every_kind_are_read() {
    assert_eq!(
        rows(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c><c t=\"b\"><v>1</v></c></row>\
             <row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 乙 </t></is></c><c t=\"d\"><v>2024-01-05T00:00:00</v></c>\
             <c t=\"str\"><f>1</f><v>丙_x000D_\n丁</v></c><c><v>12.50</v></c></row>"
        ),
        ["[甲|行政||TRUE][乙|2024年1月5日|丙_x000D_\n丁|12.5]"]
    );
}

#[test]
fn a_title_and_sentences_are_no_rows() {
    let cell = |name: &str, text: &str| format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &[(&str, &str)]| {
        format!("<row>{}</row>", cells.iter().map(|(name, text)| cell(name, text)).collect::<String>())
    };
    let sheet = [
        row(&[("B2", "2023年年度报告")]),
        row(&[("B4", "信息内容"), ("C4", "数量")]),
        row(&[("B5", "规章"), ("C5", "3件")]),
        // A label whose figures are blank.
        row(&[("B6", "行政规范性文件")]),
        row(&[("B7", "第二十条第（五）项")]),
        row(&[("B8", "行政许可"), ("C8", "0件")]),
        row(&[("B9", "二、全年没有收到申请")]),
        row(&[("B10", "甲"), ("C10", "乙")]),
        row(&[("B11", "注：数量按件计")]),
    ]
    .concat();
    let merges = "<mergeCells><mergeCell ref=\"B7:C7\"/><mergeCell ref=\"B9:C9\"/></mergeCells>";
    let document = xlsx(&format!("<sheetData>{sheet}</sheetData>{merges}")).expect("a workbook");
    assert_eq!(
        plain(&document),
        [
            "2023年年度报告",
            "[信息内容|数量][规章|3件][行政规范性文件|][第二十条第（五）项→2][行政许可|0件]",
            "二、全年没有收到申请",
            "[甲|乙]",
            "注：数量按件计"
        ]
    );
}

#[test]
fn covered_words_are_not_read_and_nothing_moves() {
    let sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>\
                 <row><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row></sheetData>";
    let merged = |merges: &str| plain(&xlsx(&format!("{sheet}<mergeCells>{merges}</mergeCells>")).expect("a workbook"));
    assert_eq!(merged("<mergeCell ref=\"A1:B1\"/>"), ["[1→2|3][4|5|6]"]);
    assert_eq!(merged("<mergeCell ref=\"B1:B2\"/>"), ["[1|2↓2|3][4|6]"]);
    // Beyond the table, over each other, backwards, and of no cells.
    assert_eq!(merged("<mergeCell ref=\"B2:XFD1048576\"/>").len(), 1);
    assert_eq!(merged("<mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B1:C2\"/>"), ["[1↓2→2|3][6]"]);
    assert_eq!(merged("<mergeCell ref=\"B2:A1\"/><mergeCell ref=\"甲:乙\"/><mergeCell/>"), ["[1|2|3][4|5|6]"]);
}

#[test]
fn a_cell_far_away_takes_no_room() {
    let far = "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row>";
    assert_eq!(rows(far), ["[1|2]", "[3]"]);
    let wide = "<row><c><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>";
    assert_eq!(xlsx(&format!("<sheetData>{wide}</sheetData>")).err(), Some(too_large()));
    // Names that overflow, and a row that is none, stand nowhere.
    let strange = "<row r=\"0\"><c r=\"A0\"><v>1</v></c><c r=\"ZZZZZZZZZZZ99999999999999999999\"><v>2</v></c></row>\
                   <row r=\"99999999999999999999\"><c r=\"AAAA1\"><v>3</v></c><c r=\"A1\"><v>4</v></c></row>";
    assert_eq!(rows(strange), ["[4]"]);
}

#[test]
fn what_many_cells_name_is_counted_for_each() {
    let strings = format!("><si><t>{}</t></si>", "甲".repeat(500_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(100);
    let bytes = zip_of(&parts(&format!("<sheetData><row>{cells}</row></sheetData>"), &strings));
    assert_eq!(read_workbook(&bytes).err(), Some(too_large()));
}

#[test]
fn passwords_are_named() {
    let refused = |bytes: &[u8]| read_workbook(bytes).expect_err("a refusal").0;
    assert!(refused(&contained(&[("/EncryptedPackage", b"")])).contains("密码"));
    let stream = [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2f, 0, 2, 0, 1, 0];
    assert!(refused(&contained(&[("/Workbook", &stream)])).contains("密码"));
    let manifest = "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry>\
                    <m:encryption-data/></m:file-entry></m:manifest>";
    assert!(refused(&zipped(&[("META-INF/manifest.xml", manifest.as_bytes()), ("content.xml", b"")])).contains("密码"));
    assert!(refused(&contained(&[("/WordDocument", b"")])).contains("没有表格"));
    assert!(refused(b"").contains("不完整"));
}

#[test]
fn damaged_workbooks_end() {
    for bytes in [XLSX, XLS, ODS] {
        damaged(bytes, 150, |bytes| {
            let _ = read_workbook(bytes);
        });
    }
    let mut container = Container::open(XLS).expect("a container");
    let stream = container.stream("Workbook").expect("whole").expect("a stream");
    damaged(&stream, 300, |bytes| {
        let _ = read_workbook(&contained(&[("/Workbook", bytes)]));
    });
}

#[test]
fn damaged_parts_in_a_whole_zip_end() {
    let sheet = "<cols><col hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>\
                 <c r=\"B1\"><f>1</f><v>1E5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>";
    for parts in [parts(sheet, "><si><t>甲</t></si>"), xlsb()] {
        for changed in 0..parts.len() {
            damaged(&parts[changed].1, 100, |bytes| {
                let mut parts = parts.clone();
                parts[changed].1 = bytes.to_vec();
                let _ = read_workbook(&zip_of(&parts));
            });
        }
    }
}
