//! The text of a file's bytes, whatever its encoding: UTF-8, UTF-16, GB18030 with GBK and GB 2312 in it, or Big5.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

use super::Refusal;
use super::limits::{LARGEST_FILE, too_large};

/// So many bytes show whether a text without a mark is UTF-16.
const SAMPLE: usize = 4096;

/// The text of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the mark of its encoding. U+FFFD stands where a byte meant nothing.
    pub text: String,
    /// A sentence for the clerk where bytes meant nothing.
    pub notes: Vec<String>,
}

/// Finds the encoding of bytes and decodes them. What a file declares is believed only where the bytes fit it: pages that are
/// GB18030 and say otherwise, or the other way round, are common.
///
/// # Errors
/// Where the bytes are no text, or too many.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large());
    }
    if let Some((encoding, mark)) = marked(bytes) {
        return decoded(encoding, bytes.get(mark..).unwrap_or_default());
    }
    decoded(unmarked(bytes, declared), bytes)
}

/// The encoding that the first bytes name, and how many these are.
fn marked(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    // The mark U+FEFF in GB18030, which the Encoding Standard does not look for.
    if bytes.starts_with(&[0x84, 0x31, 0x95, 0x33]) { Some((GB18030, 4)) } else { Encoding::for_bom(bytes) }
}

/// The encoding of bytes that begin with no mark.
fn unmarked(bytes: &[u8], declared: Option<&str>) -> &'static Encoding {
    let declared = declared
        .and_then(|label| Encoding::for_label(label.trim().as_bytes()))
        .filter(|encoding| *encoding != X_USER_DEFINED && encoding.is_ascii_compatible());
    let pairs = Pairs::of(bytes);
    let utf8 = str::from_utf8(bytes);
    // Where a text was cut, its last character may be.
    if let Err(error) = utf8
        && error.error_len().is_none()
        && error.valid_up_to() > 0
        && !pairs.are_gb()
    {
        return UTF_8;
    }
    if let Ok(text) = utf8 {
        // A few characters of GB18030 may happen to be UTF-8 too; then they are letters that no report has.
        let is_chance = !text.is_ascii()
            && text.chars().all(|c| c.is_ascii() || ('\u{80}'..'\u{800}').contains(&c))
            && pairs.are_gb();
        if !is_chance && !text.contains('\0') {
            return UTF_8;
        }
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    let faults = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        (text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count(), text.chars().count())
    };
    let fits = |encoding: &'static Encoding| {
        let (faults, characters) = faults(encoding);
        faults * 50 <= characters
    };
    match declared {
        // These fit any bytes, so that they say nothing where the bytes are plainly Chinese.
        Some(encoding) if encoding.is_single_byte() && !pairs.are_gb() && !pairs.are_big5() => return encoding,
        Some(encoding) if !encoding.is_single_byte() && encoding != UTF_8 && fits(encoding) => return encoding,
        Some(_) | None => {}
    }
    // UTF-8 with some bytes lost, as where a file was cut.
    let (in_utf8, whole) = faults(UTF_8);
    if in_utf8 * 20 <= whole && in_utf8 <= faults(GB18030).0.saturating_add(1) {
        return UTF_8;
    }
    if pairs.are_big5() && faults(BIG5).0 <= faults(GB18030).0 { BIG5 } else { GB18030 }
}

/// UTF-16: by its mark; or, without one, in the order of bytes in which nearly all are characters that a Chinese text has, and some
/// have a byte that no other encoding has there: blanks, line ends, digits, letters, the commas and stops of Chinese.
pub fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let (pairs, _) = bytes.get(..SAMPLE).unwrap_or(bytes).as_chunks::<2>();
    let known = |of: fn([u8; 2]) -> u16| {
        let units = || pairs.iter().map(|pair| of(*pair));
        let plain = units()
            .filter(|unit| matches!(unit, 9 | 10 | 13 | 0x20..=0x7e | 0x3001 | 0x3002 | 0xff00..=0xff5e))
            .count();
        // Punctuation, numbers in circles, lines and boxes, ideographs.
        let others = |unit: &u16| matches!(unit, 0x2010..=0x206f | 0x2460..=0x249b | 0x2500..=0x25ff | 0x3000 | 0x3003..=0x303f | 0x4e00..=0x9fff);
        if plain == 0 { 0 } else { plain + units().filter(others).count() }
    };
    let (little, big) = (known(u16::from_le_bytes), known(u16::from_be_bytes));
    let is_plain = |known: usize| pairs.len() >= 2 && known * 10 >= pairs.len() * 9;
    if little > big && is_plain(little) {
        Some(UTF_16LE)
    } else if big > little && is_plain(big) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// How many pairs of bytes are frequent characters of the two Chinese encodings.
struct Pairs {
    gb: usize,
    gb_frequent: usize,
    big5: usize,
    big5_frequent: usize,
}

impl Pairs {
    fn of(bytes: &[u8]) -> Self {
        let count = |is_frequent: fn(u8, u8) -> bool| {
            let (mut all, mut frequent, mut rest) = (0, 0, bytes);
            while let [lead, after @ ..] = rest {
                rest = after;
                if let (0x80.., [trail, after @ ..]) = (*lead, after) {
                    all += 1;
                    frequent += usize::from(is_frequent(*lead, *trail));
                    rest = after;
                }
            }
            (all, frequent)
        };
        // The marks and the first level of each: GB 2312 rows 1, 3 and 16–55, Big5 rows A1–A3 and A4–C6.
        let (gb, gb_frequent) = count(|lead, trail| matches!(lead, 0xa1 | 0xa3 | 0xb0..=0xd7) && trail >= 0xa1);
        let (big5, big5_frequent) =
            count(|lead, trail| matches!(lead, 0xa1..=0xc6) && matches!(trail, 0x40..=0x7e | 0xa1..=0xfe));
        Self { gb, gb_frequent, big5, big5_frequent }
    }

    fn are_gb(&self) -> bool {
        self.gb > 0 && self.gb_frequent * 10 >= self.gb * 9
    }

    /// Plainly Big5: nearly all are frequent there, and many are not in GB 2312.
    fn are_big5(&self) -> bool {
        self.big5 > 1 && self.big5_frequent * 20 >= self.big5 * 19 && self.gb_frequent * 4 < self.gb * 3
    }
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, Refusal> {
    let (text, had_faults) = encoding.decode_without_bom_handling(bytes);
    let (mut bad, mut lost, mut all) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        lost += usize::from(c == char::REPLACEMENT_CHARACTER);
        bad += usize::from(
            c == char::REPLACEMENT_CHARACTER
                || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')),
        );
    }
    if bad * 10 > all {
        return Err(Refusal::new(
            "这个文件里不是文字，或者已经损坏，没有读入。请在原来的程序里打开它，另存为DOCX后再试。",
        ));
    }
    let notes = if had_faults && lost > 0 {
        vec![format!("文件里有{lost}处字节认不出是什么字，读成了“\u{fffd}”，请对照原文。")]
    } else {
        Vec::new()
    };
    Ok(Decoded { text: text.into_owned(), notes })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "本年新收政府信息公开申请数量：120件，其中自然人98件。";
    const MIRROR: &str = "本年新收政府資訊公開申請數量：120件，其中自然人98件。行政機關依照規定辦理，結果維持。";

    fn text(bytes: &[u8], declared: Option<&str>) -> String {
        let decoded = decode(bytes, declared).expect("text");
        assert_eq!(decoded.notes, [""; 0], "{}", decoded.text);
        decoded.text
    }

    fn in_pairs(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn marks_are_believed_and_left_out() {
        let gb = GB18030.encode(REPORT).0.into_owned();
        for bytes in [
            [b"\xef\xbb\xbf", REPORT.as_bytes()].concat(),
            [b"\xff\xfe", in_pairs(REPORT, u16::to_le_bytes).as_slice()].concat(),
            [b"\xfe\xff", in_pairs(REPORT, u16::to_be_bytes).as_slice()].concat(),
            [b"\x84\x31\x95\x33", gb.as_slice()].concat(),
        ] {
            assert_eq!(text(&bytes, Some("big5")), REPORT);
        }
    }

    #[test]
    fn without_a_mark_the_bytes_decide() {
        assert_eq!(text(REPORT.as_bytes(), Some("gb2312")), REPORT);
        assert_eq!(text(&in_pairs(REPORT, u16::to_le_bytes), None), REPORT);
        assert_eq!(text(&in_pairs(REPORT, u16::to_be_bytes), None), REPORT);
        let quoted = "“公开”“答复”。“不予”“公开”";
        assert_eq!(text(&in_pairs(quoted, u16::to_le_bytes), None), quoted);
        assert_eq!(text(&in_pairs("<html>title</html>", u16::to_le_bytes), Some("utf-8")), "<html>title</html>");
        let gb = GB18030.encode(REPORT).0;
        for declared in [None, Some("gb2312"), Some("utf-8"), Some("iso-8859-1"), Some("x-user-defined"), Some("?")] {
            assert_eq!(text(&gb, declared), REPORT, "{declared:?}");
        }
        for words in ["行政许可", "联通", "序号\t件数", "㐀䶮𠀀这些字"] {
            assert_eq!(text(&GB18030.encode(words).0, None), words);
        }
        assert_eq!(text("café à 3 €".as_bytes(), None), "café à 3 €");
        assert_eq!(text(b"caf\xe9 \xe0 la carte", Some("windows-1252")), "café à la carte");
        assert_eq!(text(b"", None), "");
    }

    #[test]
    fn big5_is_found_where_it_is_declared_or_plain() {
        let big5 = BIG5.encode(MIRROR).0;
        assert_eq!(text(&big5, Some("big5")), MIRROR);
        assert_eq!(text(&big5, None), MIRROR);
        assert_eq!(text(&BIG5.encode("資訊").0, Some("Big5")), "資訊");
    }

    #[test]
    fn bytes_that_mean_nothing_are_told_of() {
        let mut cut = REPORT.repeat(3).into_bytes();
        cut.truncate(cut.len() - 2);
        let decoded = decode(&cut, None).expect("text");
        assert!(decoded.text.starts_with(REPORT) && decoded.notes.len() == 1, "{decoded:?}");
        let mut gb = GB18030.encode(&REPORT.repeat(3)).0.into_owned();
        gb.push(0xff);
        let decoded = decode(&gb, Some("gbk")).expect("text");
        assert!(decoded.text.starts_with(REPORT), "{decoded:?}");
        assert_eq!(decoded.notes, ["文件里有1处字节认不出是什么字，读成了“\u{fffd}”，请对照原文。"]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let mut seed = 7_u32;
        let rubbish: Vec<u8> = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed.to_be_bytes()[0]
        })
        .take(5000)
        .collect();
        assert!(decode(&rubbish, None).is_err());
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01", None).is_err());
        assert!(decode(&vec![b'a'; LARGEST_FILE + 1], None).is_err());
    }
}
