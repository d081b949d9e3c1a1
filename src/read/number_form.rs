//! Numbers as office programs write them before a paragraph: 一, ①, iv …

/// How a number is written. Sources: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat); ODF 1.3 part 3, 19.500 (style:num-format).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberForm {
    /// 1 2 3; also what is not known.
    Decimal,
    /// 01 02 03, with at least so many digits.
    Padded(usize),
    /// １ ２ ３.
    FullWidth,
    /// - 1 -.
    Dashed,
    /// 一 十 十一 一百零一.
    Chinese,
    /// 一 一〇 一一, digit by digit.
    ChineseDigits,
    /// 一 十 百 百一.
    Japanese,
    /// 壹 贰 叁 拾.
    Legal,
    /// 壹 貳 參 拾.
    LegalTraditional,
    /// 甲 乙 丙.
    Stems,
    /// 子 丑 寅.
    Branches,
    /// ① ② to ㊿.
    Circled,
    /// ⒈ ⒉ to ⒛.
    Stopped,
    /// ⑴ ⑵ to ⒇.
    Bracketed,
    /// ㊀ ㊁ to ㊉.
    ChineseCircled,
    /// a b … z aa bb.
    Lower,
    /// A B … Z AA BB.
    Upper,
    /// i ii iii.
    LowerRoman,
    /// I II III.
    UpperRoman,
    /// Nothing.
    None,
}

impl NumberForm {
    /// The form that a code of Word's older formats means ([MS-OSHARED] 2.2.1.3, MSONFC); nothing for a bullet.
    pub fn of_code(code: usize) -> Option<Self> {
        Some(match code {
            1 => Self::UpperRoman,
            2 => Self::LowerRoman,
            3 => Self::Upper,
            4 => Self::Lower,
            10 => Self::ChineseDigits,
            11 => Self::Japanese,
            14 | 19 => Self::FullWidth,
            18 | 28 => Self::Circled,
            22 => Self::Padded(2),
            23 => return None,
            26 => Self::Stopped,
            27 => Self::Bracketed,
            29 => Self::ChineseCircled,
            30 => Self::Stems,
            31 => Self::Branches,
            33 | 35 | 37 | 39 => Self::Chinese,
            34 => Self::LegalTraditional,
            38 => Self::Legal,
            57 => Self::Dashed,
            255 => Self::None,
            _ => Self::Decimal,
        })
    }

    /// The number as it is written; as decimal digits where the kind has no sign for it.
    pub fn write(self, number: u32) -> String {
        let sign = |first: char, last: u32| {
            let place = number.checked_sub(1).filter(|_| number <= last)?;
            char::from_u32(u32::from(first) + place).map(String::from)
        };
        let written = match self {
            Self::Decimal => None,
            Self::Padded(digits) => Some(format!("{number:0width$}", width = digits.min(9))),
            Self::FullWidth => Some(digits(number, "０１２３４５６７８９")),
            Self::Dashed => Some(format!("- {number} -")),
            Self::Chinese => counted(number, "零一二三四五六七八九", "十百千", false),
            Self::ChineseDigits => Some(digits(number, "〇一二三四五六七八九")),
            Self::Japanese => counted(number, "〇一二三四五六七八九", "十百千", true),
            Self::Legal => counted(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false),
            Self::LegalTraditional => counted(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false),
            Self::Stems => listed(number, "甲乙丙丁戊己庚辛壬癸"),
            Self::Branches => listed(number, "子丑寅卯辰巳午未申酉戌亥"),
            Self::Circled if number > 35 => {
                char::from_u32(0x32b1 + number.min(51) - 36).filter(|_| number <= 50).map(String::from)
            }
            Self::Circled if number > 20 => char::from_u32(0x3251 + number - 21).map(String::from),
            Self::Circled => sign('①', 20),
            Self::Stopped => sign('⒈', 20),
            Self::Bracketed => sign('⑴', 20),
            Self::ChineseCircled => sign('㊀', 10),
            Self::Lower => letters(number, b'a'),
            Self::Upper => letters(number, b'A'),
            Self::LowerRoman => roman(number).map(|roman| roman.to_ascii_lowercase()),
            Self::UpperRoman => roman(number),
            Self::None => Some(String::new()),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

fn nth(signs: &str, place: u32) -> Option<char> {
    signs.chars().nth(usize::try_from(place).ok()?)
}

fn listed(number: u32, signs: &str) -> Option<String> {
    nth(signs, number.checked_sub(1)?).map(String::from)
}

/// Digit by digit, in these ten signs.
fn digits(number: u32, signs: &str) -> String {
    number.to_string().chars().filter_map(|c| nth(signs, c.to_digit(10)?)).collect()
}

/// As it is counted, up to 9999; with a one before a hundred or a thousand, unless it is short.
fn counted(number: u32, signs: &str, units: &str, is_short: bool) -> Option<String> {
    if number == 0 || number > 9999 {
        return None;
    }
    let (mut written, mut is_gap) = (String::new(), false);
    for (power, value) in [(3, number / 1000), (2, number / 100 % 10), (1, number / 10 % 10), (0, number % 10)] {
        if value == 0 {
            is_gap = !written.is_empty();
            continue;
        }
        if is_gap && !is_short {
            written.extend(nth(signs, 0));
        }
        is_gap = false;
        // 十一 and not 一十一; but 一百一十一.
        if value > 1 || power == 0 || !(is_short || power == 1 && written.is_empty()) {
            written.extend(nth(signs, value));
        }
        if power > 0 {
            written.extend(nth(units, power - 1));
        }
    }
    Some(written)
}

/// a … z, aa bb … zz, aaa …, as long as office programs go on (780).
fn letters(number: u32, first: u8) -> Option<String> {
    let place = number.checked_sub(1).filter(|place| *place < 780)?;
    let letter = char::from(first + u8::try_from(place % 26).ok()?);
    Some((0..=place / 26).map(|_| letter).collect())
}

fn roman(number: u32) -> Option<String> {
    if number == 0 || number > 3999 {
        return None;
    }
    let (mut rest, mut written) = (number, String::new());
    for (value, signs) in [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while rest >= value {
            written.push_str(signs);
            rest -= value;
        }
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::NumberForm::{self, *};

    #[test]
    fn numbers_are_written_as_office_programs_do() {
        let cases: &[(NumberForm, u32, &str)] = &[
            (Decimal, 12, "12"),
            (Padded(2), 7, "07"),
            (FullWidth, 12, "１２"),
            (Dashed, 3, "- 3 -"),
            (Chinese, 1, "一"),
            (Chinese, 10, "十"),
            (Chinese, 11, "十一"),
            (Chinese, 20, "二十"),
            (Chinese, 101, "一百零一"),
            (Chinese, 110, "一百一十"),
            (Chinese, 1001, "一千零一"),
            (Chinese, 0, "0"),
            (ChineseDigits, 10, "一〇"),
            (Japanese, 110, "百十"),
            (Japanese, 21, "二十一"),
            (Legal, 12, "拾贰"),
            (LegalTraditional, 3, "參"),
            (Stems, 3, "丙"),
            (Stems, 11, "11"),
            (Branches, 12, "亥"),
            (Circled, 1, "①"),
            (Circled, 20, "⑳"),
            (Circled, 21, "㉑"),
            (Circled, 36, "㊱"),
            (Circled, 50, "㊿"),
            (Circled, 51, "51"),
            (Stopped, 20, "⒛"),
            (Bracketed, 1, "⑴"),
            (ChineseCircled, 10, "㊉"),
            (Lower, 26, "z"),
            (Lower, 28, "bb"),
            (Upper, 3, "C"),
            (LowerRoman, 14, "xiv"),
            (UpperRoman, 1999, "MCMXCIX"),
            (None, 5, ""),
        ];
        for (form, number, written) in cases {
            assert_eq!(form.write(*number), *written, "{form:?} {number}");
        }
    }

    #[test]
    fn codes_of_word_mean_forms() {
        for (code, form) in [
            (0, Some(Decimal)),
            (1, Some(UpperRoman)),
            (14, Some(FullWidth)),
            (18, Some(Circled)),
            (22, Some(Padded(2))),
            (23, Option::None),
            (29, Some(ChineseCircled)),
            (37, Some(Chinese)),
            (255, Some(None)),
            (999, Some(Decimal)),
        ] {
            assert_eq!(NumberForm::of_code(code), form, "{code}");
        }
    }

    #[test]
    fn large_numbers_stay_short() {
        for form in [Lower, Upper, LowerRoman, UpperRoman, Chinese, Japanese, Circled, Padded(usize::MAX)] {
            assert!(form.write(u32::MAX).len() <= 12, "{form:?}");
        }
    }
}
