//! Where the words of a head break in a narrow column. Word breaks between any two characters: 商业企 and 业 below. Room is taken from the
//! sides, so that it breaks as a clerk would, and the words stay as they are.

use super::properties::Stand;
use crate::block::{Role, TableCell};

/// How the words of a cell stand in a column of this inner width, with characters of this size (both in twentieths of a point).
pub(super) fn stand(cell: &TableCell, text: &str, width: u32, size: u32) -> Stand {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let holds = width / size.max(1);
    if text.contains(|c: char| c.is_ascii() || c.is_whitespace()) || length <= holds {
        return Stand::default();
    }
    match cell.role {
        Role::ColumnHead => side(length, holds, width, size),
        Role::RowHead if cell.row_span > 1 => first(text, length, holds, width, size),
        Role::RowHead | Role::Value => Stand::default(),
    }
}

/// Lines of one length, of an even number of characters, as most words have two: 商业 企业, 法律 服务 机构.
fn side(length: u32, holds: u32, width: u32, size: u32) -> Stand {
    if holds < 2 {
        return Stand::default();
    }
    let equal = length.div_ceil(length.div_ceil(holds));
    let line = if equal.is_multiple_of(2) {
        equal
    } else if equal < holds {
        equal + 1
    } else {
        equal.saturating_sub(1).max(2)
    };
    // Half a character more, for typefaces that are a little wider.
    let indent = Some(width.saturating_sub(line * size + size / 2) / 2).filter(|indent| *indent > 0);
    Stand { left: indent, right: indent, ..Stand::default() }
}

/// A number in brackets by itself, and what follows it below: （三） 不予公开.
fn first(text: &str, length: u32, holds: u32, width: u32, size: u32) -> Stand {
    let number = text.chars().position(|c| c == '）').and_then(|at| u32::try_from(at + 1).ok());
    match number.filter(|_| text.starts_with('（')) {
        Some(number) if number < holds && length - number <= holds => {
            let room = number * size + size * 2 / 5;
            Stand { first: Some(width.saturating_sub(room)), align: Some("center"), ..Stand::default() }
        }
        _ => Stand::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Content;

    /// How many characters the first line and the others hold.
    fn holds(role: Role, text: &str, width: u32) -> (u32, u32) {
        let cell = TableCell { row_span: 3, ..TableCell::single(Content::text(text), role) };
        let stand = stand(&cell, text, width, 190);
        let inner = width - stand.left.unwrap_or(0) - stand.right.unwrap_or(0);
        ((inner - stand.first.unwrap_or(0)) / 190, inner / 190)
    }

    #[test]
    fn heads_break_between_words() {
        assert_eq!(holds(Role::ColumnHead, "商业企业", 634).1, 2);
        assert_eq!(holds(Role::ColumnHead, "法律服务机构", 634).1, 2);
        assert_eq!(holds(Role::ColumnHead, "自然人", 634).1, 3);
        assert_eq!(holds(Role::ColumnHead, "未经复议直接起诉", 1000).1, 4);
        assert_eq!(holds(Role::ColumnHead, "结果维持", 580).1, 2);
        assert_eq!(holds(Role::ColumnHead, "2017年数量", 580).1, 3);
        assert_eq!(holds(Role::ColumnHead, "结果维持", 150).1, 0);
    }

    #[test]
    fn a_number_stands_by_itself() {
        assert_eq!(holds(Role::RowHead, "（三）不予公开", 778), (3, 4));
        assert_eq!(holds(Role::RowHead, "不予公开其他", 778), (4, 4));
        assert_eq!(holds(Role::RowHead, "（三）不予公开的信息", 778), (4, 4));
        assert_eq!(holds(Role::Value, "（三）不予公开", 778), (4, 4));
    }
}
