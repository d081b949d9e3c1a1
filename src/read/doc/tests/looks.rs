//! What numbers, looks and other stories make of a text.

use super::super::fib;
use super::*;

/// A list with one level: 1. 2. 3. The paragraphs name it by its number, 1.
fn list() -> [(usize, Vec<u8>, Vec<u8>); 2] {
    let mut lists = vec![1, 0, 5, 0, 0, 0];
    lists.resize(2 + 26, 0);
    lists.extend([1, 0]);
    let mut level = vec![1, 0, 0, 0];
    level.resize(28, 0);
    level.extend([2, 0, 0, 0, b'.', 0]);
    let mut named = vec![1, 0, 0, 0, 5, 0, 0, 0];
    named.resize(4 + 16 + 4, 0);
    [(fib::PLF_LST, lists, level), (fib::PLF_LFO, named, Vec::new())]
}

const IN_LIST: &[u8] = &[0x0b, 0x46, 1, 0];

#[test]
fn a_number_that_is_typed_too_is_not_doubled() {
    let marks = &[IN_LIST; 3];
    let made = Made { text: "属于甲\r2．属于乙\r三条意见\r", marks, parts: &list(), ..Made::default() };
    assert_eq!(plain(&read_doc(&made.bytes()).expect("a document")), ["1. 属于甲", "2．属于乙", "3. 三条意见"]);
}

#[test]
fn signs_of_symbol_fonts_are_read_in_their_font() {
    let symbol = |font: u8, code: u8| [0x09, 0x6a, font, 0, code, 0xf0];
    let (at_least, crossed, unknown) = (symbol(1, 0xb3), symbol(2, 0xfd), symbol(2, 0x41));
    let looks: &[(u32, &[u8])] = &[
        (1, &[]),
        (1, &at_least),
        (1, &crossed),
        (1, &unknown),
        // A letter in the private area, in the font of its run.
        (1, &[0x4f, 0x4a, 2, 0]),
        (1, &[0x4f, 0x4a, 0, 0]),
    ];
    let parts = [(fib::STTBF_FFN, super::super::fonts::tests::fonts(&["宋体", "Symbol", "Wingdings"]), Vec::new())];
    let made = Made { text: "甲(((\u{f081}\u{f081}\r", looks, parts: &parts, ..Made::default() };
    assert_eq!(plain(&read_doc(&made.bytes()).expect("a document")), ["甲≥☒□①\u{f081}"]);
}

#[test]
fn hidden_words_are_left_out_and_said() {
    let hidden: &[u8] = &[0x3c, 0x08, 1];
    let read = |text: &str| {
        let made = Made { text, looks: &[(1, &[]), (2, hidden), (1, &[])], ..Made::default() };
        let document = read_doc(&made.bytes()).expect("a document");
        (plain(&document), document.notes)
    };
    assert_eq!(read("甲乙丙丁\r"), (vec!["甲丁".to_owned()], vec![HIDDEN.to_owned()]));
    assert_eq!(read("甲 \t丁\r"), (vec!["甲丁".to_owned()], Vec::new()), "blanks are not missed");
}

#[test]
fn notes_are_left_and_said() {
    let made = Made { text: "甲\r脚注\r尾注\r", stories: &[(1, 3), (5, 3)], ..Made::default() };
    let document = read_doc(&made.bytes()).expect("a document");
    let left = |text: &str| Left { kind: LeftKind::Comment, text: text.to_owned() };
    assert_eq!((plain(&document), document.left), (vec!["甲".to_owned()], vec![left("脚注"), left("尾注")]));
    assert_eq!(document.notes, [FOOTNOTES]);
}
