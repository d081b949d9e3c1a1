//! Documents of other programs, documents made by hand, and damaged ones.

mod looks;
mod made;

use super::super::document::tests::plain;
use super::super::mutants::damaged;
use super::super::ole::tests::contained;
use super::*;
use crate::read::Left;
use made::{Made, row};

const FORM: &[u8] = include_bytes!("../../../../tests/files/readers/form.doc");
const EXTRA: &[u8] = include_bytes!("../../../../tests/files/readers/extra.doc");

#[test]
fn a_report_has_its_numbers_and_its_merged_table() {
    let document = read_doc(FORM).expect("a document");
    let blocks = plain(&document);
    assert_eq!(
        blocks[..6],
        [
            "某某局2023年政府信息公开工作年度报告",
            "一、总体情况",
            "（一）主动公开",
            "2023年公开12件。",
            "（二）依申请公开",
            "二、主动公开政府信息情况"
        ]
    );
    assert_eq!(blocks[6], "[信息内容|本年制发件数|现行有效件数][规章|0|12]");
    let rows: Vec<&str> = blocks[8].split("][").collect();
    assert_eq!(rows.len(), 28);
    assert!(rows[0].ends_with("↓3→3|申请人情况→7"), "{}", rows[0]);
    assert_eq!(rows[1], "自然人↓2|法人或其他组织→5|总计↓2");
    assert_eq!(rows[5], "三、本年度办理结果↓22|（一）予以公开→2|14|15|16|17|18|19|20");
    assert_eq!(rows[7], "（三）不予公开↓8|1.属于国家秘密|28|29|30|31|32|33|34");
    assert_eq!(rows[27], "四、结转下年度继续办理→3|168|169|170|171|172|173|174]");
    // Numbers go on after a table, and are not put before what somebody typed.
    assert_eq!(blocks[7], "三、收到和处理政府信息公开申请情况");
    assert_eq!(blocks[9], "四、行政复议、行政诉讼情况");
    assert_eq!(blocks[10], "本年收到21件。", "deleted words are left out");
    assert!(blocks[11].starts_with("链接") && !blocks[11].contains("DATE"), "{}", blocks[11]);
    assert_eq!(blocks[12..], ["一行", "二行", "显示的字", "六、 typed"]);
    assert_eq!(document.notes, [REVISED, HIDDEN]);
    let left = |kind, text: &str| Left { kind, text: text.to_owned() };
    assert_eq!(document.left, [left(LeftKind::Header, "某某市人民政府办公室"), left(LeftKind::PageNumber, "— 3 —")]);
}

#[test]
fn notes_boxes_and_inner_tables_are_read() {
    let document = read_doc(EXTRA).expect("a document");
    assert_eq!(
        plain(&document),
        [
            "正文甲，正文乙。",
            "前后",
            "框外",
            "[外甲|外乙\n内一\t内二\n内三\t内四\n外丙][外丁\n两段|]",
            "一行",
            "二行\t制表",
            "圆点",
            "文本框的话"
        ]
    );
    let left = |text: &str| Left { kind: LeftKind::Comment, text: text.to_owned() };
    assert_eq!(document.left, [left("脚注的话"), left("批注的话")]);
    assert!(document.notes.contains(&FOOTNOTES.to_owned()), "{:?}", document.notes);
}

const IN_TABLE: &[u8] = &[0x16, 0x24, 1];

/// A document with this text, and for each mark the changes to it.
fn made(text: &str, marks: &[&[u8]]) -> Vec<u8> {
    Made { text, marks, ..Made::default() }.bytes()
}

fn read(text: &str, marks: &[&[u8]]) -> Vec<String> {
    plain(&read_doc(&made(text, marks)).expect("a document"))
}

#[test]
fn columns_are_those_of_all_rows() {
    let (above, below) = (row(&[0, 1000, 3000], &[0, 0]), row(&[5, 1010, 2000, 2990], &[0, 0, 0]));
    let c = IN_TABLE;
    let blocks = read("甲\u{7}乙\u{7}\u{7}丙\u{7}丁\u{7}戊\u{7}\u{7}后\r", &[c, c, &above, c, c, c, &below]);
    assert_eq!(blocks, ["[甲|乙→2][丙|丁|戊]", "后"]);
}

#[test]
fn a_row_that_begins_further_in_has_a_gap_before_it() {
    let (above, below) = (row(&[0, 1000, 2000], &[0, 0]), row(&[1000, 2000], &[0]));
    let c = IN_TABLE;
    assert_eq!(read("甲\u{7}乙\u{7}\u{7}丙\u{7}\u{7}", &[c, c, &above, c, &below]), ["[甲|乙][|丙]"]);
}

#[test]
fn cells_are_merged_across_and_down() {
    let c = IN_TABLE;
    let edges = &[0, 1000, 2000, 3000];
    let text = "甲\u{7}\u{7}乙\u{7}\u{7}丙\u{7}丁\u{7}戊\u{7}\u{7}";
    // Both ways in which programs mark the first of a set that is merged across.
    for (first, other) in [(1, 2), (2, 1)] {
        let (above, below) = (row(edges, &[first, other, 0x60]), row(edges, &[0, 0, 0x20]));
        let blocks = read(text, &[c, c, c, &above, c, c, c, &below]);
        assert_eq!(blocks, ["[甲→2|乙↓2][丙|丁]"]);
    }
    // What goes on from nothing is a cell of its own.
    let lost = row(edges, &[0x20, 0, 0]);
    assert_eq!(read("甲\u{7}乙\u{7}丙\u{7}\u{7}", &[c, c, c, &lost]), ["[甲|乙|丙]"]);
}

#[test]
fn changes_to_a_row_follow_its_definition() {
    let c = IN_TABLE;
    let with = |change: &[u8]| [row(&[0, 1000, 2000], &[0, 0]), change.to_vec()].concat();
    for (change, cells, blocks) in [
        ([0x21, 0x76, 1, 1, 0xe8, 3].as_slice(), "甲\u{7}乙\u{7}丙\u{7}\u{7}", "[甲|乙|丙]"),
        (&[0x22, 0x56, 0, 1], "甲\u{7}\u{7}", "[甲]"),
        (&[0x24, 0x56, 0, 2], "甲\u{7}\u{7}\u{7}", "[甲]"),
        (&[0x23, 0x76, 0, 1, 0xff, 0x7f], "甲\u{7}乙\u{7}\u{7}", "[甲|乙]"),
        (&[0x2b, 0xd6, 2, 0, 1], "甲\u{7}乙\u{7}\u{7}", "[甲|乙]"),
        // Columns that are not there change nothing.
        (&[0x22, 0x56, 9, 12], "甲\u{7}乙\u{7}\u{7}", "[甲|乙]"),
    ] {
        let end = with(change);
        let marks: Vec<&[u8]> = (0..cells.matches('\u{7}').count() - 1).map(|_| c).chain([end.as_slice()]).collect();
        assert_eq!(read(cells, &marks)[0].replace("→2", ""), blocks, "{change:x?}");
    }
}

#[test]
fn a_table_without_columns_or_without_an_end_is_read_cell_by_cell() {
    let c = IN_TABLE;
    assert_eq!(read("甲\u{7}乙\u{7}\u{7}后\r", &[c, c, &[0x16, 0x24, 1, 0x17, 0x24, 1]]), ["[甲|乙]", "后"]);
    assert_eq!(read("甲\u{7}乙\u{7}", &[]), ["[甲|乙]"]);
}

#[test]
fn pages_and_lines_part_paragraphs() {
    assert_eq!(read("甲\u{c}乙\u{b}丙\r\r丁", &[]), ["甲", "乙", "丙", "丁"]);
}

#[test]
fn what_cannot_be_read_is_refused_in_words() {
    let refused = |bytes: &[u8]| read_doc(bytes).expect_err("a refusal").0;
    let set = |at: usize, value: u16| {
        let mut stream = vec![0; 600];
        stream[0..2].copy_from_slice(&0xa5ec_u16.to_le_bytes());
        stream[2..4].copy_from_slice(&0xc1_u16.to_le_bytes());
        stream[at..at + 2].copy_from_slice(&value.to_le_bytes());
        contained(&[("/WordDocument", &stream)])
    };
    assert!(refused(&set(10, 0x0100)).contains("密码"));
    assert!(refused(&set(2, 101)).contains("版本太旧"));
    assert!(refused(&set(0, 0xa5dc)).contains("版本太旧"));
    assert!(refused(&set(0, 7)).contains("不完整"));
    assert!(refused(&contained(&[("/MatOST", b"")])).contains("Works"));
    assert!(refused(&contained(&[("/EncryptedPackage", b"")])).contains("密码"));
    assert!(refused(&made("\u{1}\r", &[])).contains("没有可读的文字"));
    assert!(refused(b"").contains("不完整"));
    // The text of an embedded document is not that of the file.
    let mut file = cfb::CompoundFile::open(std::io::Cursor::new(made("\u{1}\r", &[]))).expect("a container");
    file.create_storage("/ObjectPool").expect("a storage");
    file.flush().expect("written");
    assert!(refused(&file.into_inner().into_inner()).contains("只有嵌入的文件"));
}

#[test]
fn damaged_documents_end() {
    for bytes in [FORM, EXTRA, &made("甲\u{7}乙\u{7}\u{7}", &[IN_TABLE, IN_TABLE, &row(&[0, 9, 99], &[0x60, 3])])] {
        damaged(bytes, 150, |bytes| {
            let _ = read_doc(bytes);
        });
    }
}

#[test]
fn damaged_streams_in_a_whole_container_end() {
    let mut container = Container::open(FORM).expect("a container");
    let streams = ["WordDocument", "0Table", "1Table", "Data"]
        .map(|name| (format!("/{name}"), container.stream(name).expect("whole").unwrap_or_default()));
    for changed in 0..streams.len() {
        if streams[changed].1.is_empty() {
            continue;
        }
        damaged(&streams[changed].1, 100, |bytes| {
            let parts: Vec<(&str, &[u8])> = streams
                .iter()
                .enumerate()
                .map(|(index, (name, stream))| {
                    (name.as_str(), if index == changed { bytes } else { stream.as_slice() })
                })
                .collect();
            let _ = read_doc(&contained(&parts));
        });
    }
}
