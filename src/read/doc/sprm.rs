//! Lists of changes to how something looks: a number that says what, then its operand. Source: [MS-DOC] 2.2.5, Sprm.

use super::super::bytes::{size_at, slice_at, u8_at, u16_at};

/// Deleted, and not yet accepted.
pub const C_DELETED: u16 = 0x0800;
/// Inserted, and not yet accepted.
pub const C_INSERTED: u16 = 0x0801;
/// Hidden.
pub const C_HIDDEN: u16 = 0x083c;
/// A character of a font of symbols.
pub const C_SYMBOL: u16 = 0x6a09;
/// The font of plain letters.
pub const C_FONT: u16 = 0x4a4f;
/// The paragraph stands in a table.
pub const P_IN_TABLE: u16 = 0x2416;
/// The paragraph ends a row.
pub const P_ROW_END: u16 = 0x2417;
/// How deep in tables the paragraph stands.
pub const P_DEPTH: u16 = 0x6649;
/// By how much deeper it stands.
pub const P_DEEPER: u16 = 0x664a;
/// The paragraph ends a cell of an inner table.
pub const P_INNER_CELL: u16 = 0x244b;
/// The paragraph ends a row of an inner table.
pub const P_INNER_ROW_END: u16 = 0x244c;
/// The level in its list.
pub const P_LEVEL: u16 = 0x260a;
/// Its list.
pub const P_LIST: u16 = 0x460b;
/// The changes stand elsewhere, in the stream `Data`.
pub const P_ELSEWHERE: [u16; 2] = [0x6645, 0x6646];
/// The columns of a row.
pub const T_DEFINE: u16 = 0xd608;
/// Columns put in.
pub const T_INSERT: u16 = 0x7621;
/// Columns taken out.
pub const T_DELETE: u16 = 0x5622;
/// Columns made one.
pub const T_MERGE: u16 = 0x5624;
/// Columns made several again.
pub const T_SPLIT: u16 = 0x5625;
/// The width of columns.
pub const T_WIDTH: u16 = 0x7623;
/// A cell merged with those above or below.
pub const T_VERTICAL: u16 = 0xd62b;

/// A change.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// What changes.
    pub what: u16,
    /// To what; without the length, where it states one.
    pub operand: &'a [u8],
}

impl Change<'_> {
    /// Whether a yes-or-no property is set. 0x80 and 0x81 mean the style's, or its opposite.
    pub fn is_on(&self) -> bool {
        matches!(self.operand.first(), Some(1 | 0x81))
    }
}

/// The changes of a list, up to where it is cut.
pub fn changes(list: &[u8]) -> impl Iterator<Item = Change<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let what = u16_at(list, at)?;
        at += 2;
        let (skip, length) = match what >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            // The length of columns takes two bytes, and counts one too many.
            _ if what == T_DEFINE => (2, usize::from(u16_at(list, at)?).saturating_sub(1)),
            // Tabs may be more than a byte can count.
            _ if what == 0xc615 && u8_at(list, at) == Some(255) => {
                let taken = usize::from(u8_at(list, at + 1)?) * 4 + 1;
                let added = usize::from(u8_at(list, at + 1 + taken)?) * 3 + 1;
                (1, taken + added)
            }
            _ => (1, usize::from(u8_at(list, at)?)),
        };
        let operand = slice_at(list, at + skip, length)?;
        at += skip + length;
        Some(Change { what, operand })
    })
}

/// The list that a paragraph's own list stands for: itself, or one in the stream `Data` ([MS-DOC] 2.6.2, `sprmPHugePapx`).
pub fn resolved<'a>(list: &'a [u8], extra: &'a [u8]) -> &'a [u8] {
    let elsewhere = changes(list).find(|change| P_ELSEWHERE.contains(&change.what));
    elsewhere
        .and_then(|change| size_at(change.operand, 0))
        .and_then(|at| slice_at(extra, at.checked_add(2)?, usize::from(u16_at(extra, at)?)))
        .unwrap_or(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_have_the_length_of_their_kind() {
        let list = [0x16, 0x24, 1, 0x0b, 0x46, 3, 0, 0x49, 0x66, 1, 0, 0, 0, 0x08, 0xd6, 3, 0, 9, 9, 0x0a, 0x26, 2];
        let read: Vec<(u16, usize)> = changes(&list).map(|change| (change.what, change.operand.len())).collect();
        assert_eq!(read, [(P_IN_TABLE, 1), (P_LIST, 2), (P_DEPTH, 4), (T_DEFINE, 2), (P_LEVEL, 1)]);
    }

    #[test]
    fn a_cut_list_ends() {
        let list = [0x16, 0x24, 1, 0x08, 0xd6, 0xff, 0xff, 0];
        for length in 0..list.len() {
            assert!(changes(&list[..length]).count() <= 1);
        }
        assert_eq!(changes(&[0x15, 0xc6, 255, 1, 0, 0, 0, 0, 0, 0x16, 0x24, 1]).count(), 2, "tabs");
    }

    #[test]
    fn a_list_elsewhere_is_found() {
        let extra = [0, 0, 3, 0, 0x16, 0x24, 1];
        assert_eq!(resolved(&[0x46, 0x66, 2, 0, 0, 0], &extra), [0x16, 0x24, 1]);
        assert_eq!(resolved(&[0x46, 0x66, 9, 0, 0, 0], &extra), [0x46, 0x66, 9, 0, 0, 0]);
    }
}
