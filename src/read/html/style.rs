//! What the style of an element says of what is read: whether it shows, whether it is a block, what Office added.

use std::collections::BTreeMap;

use html5gum::{HtmlString, Spanned};

/// The attributes of an element as they were read.
pub type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

/// The words of an attribute, in UTF-8.
pub fn attribute<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    attributes.get(name.as_bytes()).and_then(|value| str::from_utf8(&value.value).ok())
}

/// A number that an attribute begins with.
pub fn number(attributes: &Attributes, name: &str) -> Option<usize> {
    let digits: String = attribute(attributes, name)?.trim().chars().take_while(char::is_ascii_digit).take(9).collect();
    digits.parse().ok()
}

/// What is taken from the attribute `style` and from what says the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Style {
    /// Not shown.
    pub is_hidden: bool,
    /// Shown as a block, though its name says otherwise.
    pub is_block: bool,
    /// White space stands as it is.
    pub is_pre: bool,
    /// The number of a list that Word wrote into the text (`mso-list:Ignore`).
    pub is_list_number: bool,
    /// A text that runs over the blank cells at its right, and covers none of them (`mso-ignore:colspan`).
    pub overflows: bool,
    /// In a font whose letters are symbols.
    pub is_symbol: bool,
    /// A list without numbers.
    pub is_bare: bool,
    /// A list with Chinese numbers.
    pub is_chinese: bool,
    /// What Word keeps outside the text.
    pub outside: Option<Outside>,
}

/// What Word keeps outside the text (`mso-element`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// The head of the pages.
    Header,
    /// The foot of the pages.
    Footer,
    /// The comments.
    Comments,
}

impl Style {
    /// The style of an element with these attributes.
    pub fn of(attributes: &Attributes) -> Self {
        let mut style = Self { is_hidden: attributes.contains_key(b"hidden".as_slice()), ..Self::default() };
        for declaration in attribute(attributes, "style").unwrap_or_default().split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let value = value.trim().to_ascii_lowercase();
            let value = value.trim_end_matches("!important").trim_end();
            match name.trim().to_ascii_lowercase().as_str() {
                "display" => {
                    style.is_hidden |= value == "none";
                    style.is_block = matches!(value, "block" | "flex" | "list-item");
                }
                "visibility" => style.is_hidden |= matches!(value, "hidden" | "collapse"),
                "mso-hide" => style.is_hidden |= value == "all",
                "white-space" => style.is_pre = value.starts_with("pre") || value == "break-spaces",
                "font-family" => {
                    style.is_symbol = ["wingdings", "symbol", "webdings"].iter().any(|font| value.contains(font));
                }
                "mso-list" => style.is_list_number = value == "ignore",
                "mso-ignore" => style.overflows = value.starts_with("colspan"),
                "list-style" | "list-style-type" => {
                    style.is_bare = value.split_ascii_whitespace().any(|word| word == "none");
                    style.is_chinese =
                        ["cjk-ideographic", "chinese", "trad-chinese"].iter().any(|word| value.contains(word));
                }
                "mso-element" => {
                    style.outside = match value {
                        "header" => Some(Outside::Header),
                        "footer" => Some(Outside::Footer),
                        "comment-list" => Some(Outside::Comments),
                        _ => None,
                    };
                }
                _ => {}
            }
        }
        style
    }
}
