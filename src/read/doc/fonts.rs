//! The names of fonts. Source: [MS-DOC] 2.9.286 (SttbfFfn) and 2.9.81 (FFN).

use super::super::bytes::{slice_at, u8_at, u16_at, utf16};

/// Where the name of a font begins, after what is said of its looks.
const NAME_AT: usize = 39;

/// The fonts of a document.
#[derive(Debug, Default)]
pub struct Fonts {
    names: Vec<String>,
}

impl Fonts {
    /// Reads the fonts, up to where they are cut.
    pub fn read(part: &[u8]) -> Self {
        let mut names = Vec::new();
        let mut at = 4;
        for _ in 0..u16_at(part, 0).unwrap_or(0) {
            let Some(font) = u8_at(part, at).and_then(|length| slice_at(part, at + 1, usize::from(length))) else {
                break;
            };
            at += 1 + font.len();
            // Another name may stand behind the first.
            let name = utf16(font.get(NAME_AT..).unwrap_or_default());
            names.push(name.split('\0').next().unwrap_or_default().to_owned());
        }
        Self { names }
    }

    /// The name of a font, by its number.
    pub fn name(&self, number: u16) -> Option<&str> {
        self.names.get(usize::from(number)).map(String::as_str)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The part of the fonts, of these names.
    pub(in crate::read::doc) fn fonts(names: &[&str]) -> Vec<u8> {
        let mut part = [u16::try_from(names.len()).expect("few").to_le_bytes(), [0, 0]].concat();
        for name in names {
            let mut font = vec![0; NAME_AT];
            font.extend(name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
            part.push(u8::try_from(font.len()).expect("short"));
            part.extend(font);
        }
        part
    }

    #[test]
    fn names_are_read_up_to_where_they_are_cut() {
        let part = fonts(&["宋体", "Wingdings\0Other"]);
        let read = Fonts::read(&part);
        assert_eq!((read.name(0), read.name(1), read.name(2)), (Some("宋体"), Some("Wingdings"), None));
        for length in 0..part.len() {
            assert!(Fonts::read(&part[..length]).names.len() <= 1, "{length}");
        }
    }
}
