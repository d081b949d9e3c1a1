//! What paragraphs have from their styles: their list. Source: [MS-DOC] 2.9.271, STSH; 2.9.258, STD.

use super::super::bytes::{slice_at, u8_at, u16_at};
use super::sprm::{P_LEVEL, P_LIST, changes};

/// The style of no style.
const NONE: u16 = 0xfff;
/// A style rests on others, but not on more than so many.
const DEEPEST: usize = 12;

/// The list of a paragraph, as far as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InList {
    /// The number of its list, counted from 1; 0 for none.
    pub list: Option<u16>,
    /// Its level, counted from 0.
    pub level: Option<u8>,
}

impl InList {
    /// What these changes say of it.
    pub fn read(list: &[u8]) -> Self {
        let mut found = Self::default();
        for change in changes(list) {
            match change.what {
                P_LIST => found.list = u16_at(change.operand, 0),
                P_LEVEL => found.level = u8_at(change.operand, 0),
                _ => {}
            }
        }
        found
    }

    /// What it says, and where it says nothing, what the other does.
    pub fn or(self, other: Self) -> Self {
        Self { list: self.list.or(other.list), level: self.level.or(other.level) }
    }
}

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    /// By number: on which it rests, and what it says of lists.
    styles: Vec<(u16, InList)>,
}

impl Styles {
    /// Reads the styles, up to where they are cut.
    pub fn read(part: &[u8]) -> Self {
        Self { styles: read(part).unwrap_or_default() }
    }

    /// The list of a style, its own or that of the one on which it rests.
    pub fn in_list(&self, style: u16) -> InList {
        let (mut style, mut found) = (style, InList::default());
        for _ in 0..DEEPEST {
            let Some((base, own)) = self.styles.get(usize::from(style)) else { break };
            found = found.or(*own);
            style = *base;
        }
        found
    }
}

fn read(part: &[u8]) -> Option<Vec<(u16, InList)>> {
    let head = usize::from(u16_at(part, 0)?);
    let count = u16_at(part, 2)?;
    let base_length = usize::from(u16_at(part, 4)?);
    let mut styles = Vec::new();
    let mut at = 2 + head;
    for _ in 0..count {
        let Some(length) = u16_at(part, at).map(usize::from) else { break };
        let Some(style) = slice_at(part, at + 2, length) else { break };
        styles.push(one(style, base_length).unwrap_or((NONE, InList::default())));
        at += 2 + length + length % 2;
    }
    Some(styles)
}

/// A style: fixed numbers, its name, then what it changes, of which paragraphs come first.
fn one(style: &[u8], base_length: usize) -> Option<(u16, InList)> {
    let kind = u16_at(style, 2)?;
    let base = kind >> 4;
    if kind & 0xf != 1 {
        return Some((base, InList::default()));
    }
    let name = usize::from(u16_at(style, base_length)?);
    let at = base_length + 2 + name * 2 + 2;
    let at = at + at % 2;
    let length = usize::from(u16_at(style, at)?);
    let list = slice_at(style, at + 2, length).and_then(|bytes| bytes.get(2..)).unwrap_or_default();
    Some((base, InList::read(list)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(kind: u16, list: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 10];
        bytes[2..4].copy_from_slice(&kind.to_le_bytes());
        bytes.extend([1, 0, b'a', 0, 0, 0]);
        bytes.extend(u16::try_from(list.len() + 2).expect("short").to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(list);
        let length = u16::try_from(bytes.len()).expect("short");
        let mut whole = length.to_le_bytes().to_vec();
        whole.extend(&bytes);
        whole.extend(vec![0; bytes.len() % 2]);
        whole
    }

    #[test]
    fn a_style_has_the_list_of_the_one_it_rests_on() {
        let mut part = vec![4, 0, 3, 0, 10, 0];
        part.extend(style(0xfff1, &[0x0b, 0x46, 7, 0]));
        part.extend(style(0x0001, &[0x0a, 0x26, 2]));
        // On itself: it must end.
        part.extend(style(0x0021, &[]));
        let styles = Styles::read(&part);
        assert_eq!(styles.in_list(1), InList { list: Some(7), level: Some(2) });
        assert_eq!((styles.in_list(2), styles.in_list(9)), (InList::default(), InList::default()));
        for length in 0..part.len() {
            let _ = Styles::read(&part[..length]);
        }
    }
}
