//! The encodings of RTF: the document's code page, and the character set of each font.

use std::collections::BTreeMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

use crate::read::symbol::sign;

/// The longest name of a font, in bytes.
const LONGEST_NAME: usize = 64;
/// So many fonts are kept.
const MOST_FONTS: usize = 10_000;

/// The encodings of a document.
#[derive(Debug, Default)]
pub struct Charsets {
    /// The code page of the document (`\ansicpg`).
    pub page: Option<i32>,
    fonts: BTreeMap<i32, Font>,
}

#[derive(Clone, Debug, Default)]
struct Font {
    charset: i32,
    page: Option<i32>,
    name: String,
}

impl Charsets {
    /// Notes the character set of a font (`\fcharset`).
    pub fn charset(&mut self, font: i32, charset: i32) {
        if self.fonts.len() < MOST_FONTS {
            self.fonts.entry(font).or_default().charset = charset;
        }
    }

    /// Notes the code page of a font (`\cpg`).
    pub fn font_page(&mut self, font: i32, page: i32) {
        if self.fonts.len() < MOST_FONTS {
            self.fonts.entry(font).or_default().page = Some(page);
        }
    }

    /// Notes the name of a font, which comes in pieces and ends with a semicolon.
    pub fn font_name(&mut self, font: i32, words: &str) {
        if self.fonts.len() < MOST_FONTS {
            let name = &mut self.fonts.entry(font).or_default().name;
            let has_room = name.len() + words.len() <= LONGEST_NAME && !name.ends_with(';');
            name.push_str(if has_room { words } else { "" });
        }
    }

    /// Whether the letters of a font stand for symbols.
    pub fn is_symbol(&self, font: i32) -> bool {
        self.fonts.get(&font).is_some_and(|font| font.charset == 2)
    }

    /// The sign that a letter of a font of symbols stands for.
    pub fn sign(&self, font: i32, letter: u32) -> char {
        let name = self.fonts.get(&font).map(|font| font.name.trim_end_matches(';'));
        // Such a font is one whatever its name.
        sign(name, if letter <= 0xff { letter | 0xf000 } else { letter })
    }

    /// The text of bytes in a font.
    pub fn text(&self, font: i32, bytes: &[u8]) -> String {
        if self.is_symbol(font) {
            return bytes.iter().map(|byte| self.sign(font, u32::from(*byte))).collect();
        }
        if bytes.is_ascii() {
            return bytes.iter().copied().map(char::from).collect();
        }
        let font = self.fonts.get(&font);
        let page = font.and_then(|font| font.page).and_then(by_page);
        let encoding = page.or_else(|| by_charset(font.map_or(0, |font| font.charset)));
        let encoding = encoding.or_else(|| self.page.and_then(by_page)).unwrap_or(WINDOWS_1252);
        // Where a font names no Chinese set, but the bytes are of none other: writers take it for the system's.
        let (text, had_faults) = encoding.decode_without_bom_handling(bytes);
        if had_faults {
            let others = [GB18030, WINDOWS_1252];
            let other =
                others.iter().find_map(|other| other.decode_without_bom_handling_and_without_replacement(bytes));
            return other.unwrap_or(text).into_owned();
        }
        text.into_owned()
    }
}

/// The encoding of a code page of Windows.
fn by_page(page: i32) -> Option<&'static Encoding> {
    match page {
        936 | 54936 | 20936 => Some(GB18030),
        950 => Some(BIG5),
        932 => Some(SHIFT_JIS),
        949 => Some(EUC_KR),
        65001 => Some(UTF_8),
        874 | 1250..=1258 => Encoding::for_label(format!("windows-{page}").as_bytes()),
        _ => None,
    }
}

/// The encoding of a font's character set (`\fcharset`); nothing for those that are the document's.
fn by_charset(charset: i32) -> Option<&'static Encoding> {
    let page = match charset {
        128 => 932,
        129 | 130 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    by_page(page)
}
