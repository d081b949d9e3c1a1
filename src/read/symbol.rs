//! Signs of fonts that have signs in the place of letters. Files name the font and a code, from 0x20 to 0xFF or the same in the
//! private area, from U+F020 to U+F0FF.

/// What the font Symbol shows from 0x20 on (Adobe, Symbol encoding; what is no sign by itself is blank).
const SYMBOL_LOW: &str =
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// The same from 0xA0 on.
const SYMBOL_HIGH: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊";

/// Shown for a sign that is not known: that there is one must be seen.
const UNKNOWN: char = '□';

/// Whether a font has signs in the place of letters.
pub fn is_font(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    let fonts = [
        "symbol",
        "symbolmt",
        "wingdings",
        "wingdings 2",
        "wingdings 3",
        "webdings",
        "marlett",
        "zapfdingbats",
        "mt extra",
    ];
    fonts.contains(&name.as_str())
}

/// The character of a code in a font: the sign, □ for one that is not known, the code's own character in a plain font.
pub fn sign(font: Option<&str>, code: u32) -> char {
    let is_private = (0xf000..=0xf0ff).contains(&code);
    let letter = if is_private { code & 0xff } else { code };
    let name = font.unwrap_or_default().trim().to_ascii_lowercase();
    if letter == 0x20 {
        return ' ';
    }
    let found = match name.as_str() {
        _ if letter > 0xff => char::from_u32(code),
        "wingdings" => wingdings(letter),
        "wingdings 2" => match letter {
            0x4f => Some('✗'),
            0x50 => Some('✓'),
            0x51 | 0x53 | 0x54 => Some('☒'),
            0x52 => Some('☑'),
            0x69..=0x72 => nth('⓪', '①', letter - 0x69),
            0x97 | 0x98 => Some('●'),
            0x95 | 0x96 => Some('•'),
            _ => None,
        },
        "symbol" | "symbolmt" => {
            let (signs, first) = if letter < 0xa0 { (SYMBOL_LOW, 0x20) } else { (SYMBOL_HIGH, 0xa0) };
            let place = letter.checked_sub(first).and_then(|place| usize::try_from(place).ok());
            place.and_then(|place| signs.chars().nth(place))
        }
        _ if is_private || is_font(&name) => None,
        _ => char::from_u32(code),
    };
    found.filter(|c| !c.is_control()).unwrap_or(UNKNOWN)
}

/// The sign of zero, or the one that many after that of one.
fn nth(zero: char, one: char, number: u32) -> Option<char> {
    number.checked_sub(1).map_or(Some(zero), |after| char::from_u32(u32::from(one) + after))
}

fn wingdings(letter: u32) -> Option<char> {
    Some(match letter {
        0x6c => '●',
        0x6e | 0xa7 => '■',
        0x75 => '◆',
        0x76 => '❖',
        0x80..=0x8a => return nth('⓪', '①', letter - 0x80),
        0x8b..=0x95 => return nth('⓿', '❶', letter - 0x8b),
        0x9e => '·',
        0x9f => '•',
        0xa1 => '○',
        0xab => '★',
        0xd8 => '➢',
        0xdf => '←',
        0xe0 | 0xe8 | 0xf0 => '→',
        0xe1 => '↑',
        0xe2 => '↓',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_those_of_their_font() {
        for (font, code, expected) in [
            ("Symbol", 0xf0b3, '≥'),
            ("Symbol", 0xb3, '≥'),
            ("Symbol", 0xf0b4, '×'),
            ("Symbol", 0xf0b1, '±'),
            ("Symbol", 0xf0a3, '≤'),
            ("Symbol", 0xf0b0, '°'),
            ("Symbol", 0xf0b7, '•'),
            ("Symbol", 0xf0b8, '÷'),
            ("Symbol", 0x32, '2'),
            ("Symbol", 0x61, 'α'),
            ("Symbol", 0x7a, 'ζ'),
            ("Symbol", 0x7e, '∼'),
            ("Symbol", 0xe0, '◊'),
            ("Symbol", 0xff, '□'),
            ("Wingdings", 0xf0fd, '☒'),
            ("wingdings", 0xfe, '☑'),
            ("Wingdings", 0xf081, '①'),
            ("Wingdings", 0xf08a, '⑩'),
            ("Wingdings", 0xf0a8, '□'),
            ("Wingdings", 0xf041, '□'),
            ("Wingdings 2", 0xf052, '☑'),
            ("Webdings", 0x20, ' '),
            ("宋体", 0x2265, '≥'),
            ("宋体", 0x41, 'A'),
            ("宋体", 0xf041, '□'),
            ("宋体", 0x07, '□'),
            ("宋体", 0xd800, '□'),
        ] {
            assert_eq!(sign(Some(font), code), expected, "{font} {code:x}");
        }
        assert_eq!((sign(None, 0xf0fe), sign(None, 0x41)), ('□', 'A'));
    }
}
