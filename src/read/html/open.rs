//! The elements that are open while a page is read.

use html5gum::HtmlString;

use super::style::Style;
use crate::read::LeftKind;

/// An element that is open.
#[derive(Debug)]
pub struct Open {
    /// Its name; empty for a table that the page never began.
    pub name: HtmlString,
    /// What it is to the text.
    pub role: Role,
    /// What it hands down.
    pub state: State,
}

/// What an element is to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of a line.
    Inline,
    /// Begins and ends a paragraph.
    Block,
    /// A list, with the number of its next item.
    List(usize, Numbers),
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// The line above a table.
    Caption,
    /// Rows of a table.
    Group,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// What is no part of the text.
    Apart(LeftKind),
    /// A field that shows one of its options.
    Select,
    /// An option.
    Choice,
}

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// It does not.
    None,
    /// 1. 2. 3.
    Digits,
    /// a. b. c.
    Small,
    /// A. B. C.
    Capital,
    /// 一、二、三、
    Chinese,
}

/// What an element hands down to those in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct State {
    /// Nothing of it shows.
    pub is_hidden: bool,
    /// It was struck out by somebody who revised the text.
    pub is_deleted: bool,
    /// White space stands as it is.
    pub is_pre: bool,
    /// Word's number of a list.
    pub is_list_number: bool,
    /// Letters stand for symbols.
    pub is_symbol: bool,
}

impl State {
    /// The state in an element of this style.
    pub fn inside(self, style: Style, is_hidden: bool, is_deleted: bool, is_pre: bool) -> Self {
        let (is_list_number, is_symbol) =
            (self.is_list_number || style.is_list_number, self.is_symbol || style.is_symbol);
        Self {
            // A bullet is a letter of a font of symbols.
            is_hidden: self.is_hidden || style.is_hidden || is_hidden || (is_list_number && is_symbol),
            is_deleted: self.is_deleted || is_deleted,
            is_pre: self.is_pre || style.is_pre || is_pre,
            is_list_number,
            is_symbol,
        }
    }
}

impl Role {
    /// Whether an end tag of something else does not reach beyond it.
    pub fn is_wall(self) -> bool {
        match self {
            Self::Table | Self::Cell | Self::Caption => true,
            Self::Inline
            | Self::Block
            | Self::List(..)
            | Self::Item
            | Self::Group
            | Self::Row
            | Self::Apart(_)
            | Self::Select
            | Self::Choice => false,
        }
    }
}

impl Numbers {
    /// The number before an item; nothing where the list has none.
    pub fn before(self, item: usize) -> String {
        let letter = |first: u8| match u8::try_from(item.saturating_sub(1)) {
            Ok(index @ 0..26) => char::from(first + index).to_string(),
            Ok(_) | Err(_) => item.to_string(),
        };
        match self {
            Self::None => String::new(),
            Self::Digits => format!("{item}."),
            Self::Small => format!("{}.", letter(b'a')),
            Self::Capital => format!("{}.", letter(b'A')),
            Self::Chinese => format!("{}、", chinese(item)),
        }
    }
}

/// A number from 1 to 99 in Chinese; others in digits.
fn chinese(number: usize) -> String {
    let digit =
        |digit: usize| "一二三四五六七八九".chars().nth(digit.wrapping_sub(1)).map(String::from).unwrap_or_default();
    match number {
        1..10 => digit(number),
        10..20 => format!("十{}", digit(number % 10)),
        20..100 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}
