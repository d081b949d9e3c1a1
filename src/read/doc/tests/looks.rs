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
