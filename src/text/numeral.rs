//! Chinese numerals: 三十二, 一百零五, 两, 二〇一七.

/// The longest numeral that is read, in characters: 九千九百九十九亿九千九百九十九万九千九百九十九.
const LONGEST: usize = 24;

fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Whether a numeral is written with this character.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿') || digit(c).is_some()
}

/// The value of a Chinese numeral: 三十二, 一百零五, 十七, 二〇一七; nothing when the text is none.
pub fn chinese_number(text: &str) -> Option<u64> {
    let length = text.chars().take(LONGEST + 1).count();
    if length == 0 || length > LONGEST {
        return None;
    }
    if length > 1 && text.chars().all(|c| digit(c).is_some()) {
        return text.chars().try_fold(0_u64, |n, c| n.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut total, mut section, mut ones) = (0_u64, 0_u64, None);
    for c in text.chars() {
        if let Some(value) = digit(c) {
            // 一二三: two digits side by side make a number only where every sign is one.
            if ones.is_some_and(|before| before != 0) {
                return None;
            }
            ones = Some(value);
            continue;
        }
        let unit: u64 = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' | '亿' => {
                let group = section.checked_add(ones.take().unwrap_or(0))?;
                total = if c == '万' {
                    total.checked_add(Some(group).filter(|n| *n > 0)?.checked_mul(10_000)?)?
                } else {
                    Some(total.checked_add(group)?).filter(|n| *n > 0)?.checked_mul(100_000_000)?
                };
                section = 0;
                continue;
            }
            _ => return None,
        };
        section = section.checked_add(ones.take().unwrap_or(1).checked_mul(unit)?)?;
    }
    total.checked_add(section)?.checked_add(ones.unwrap_or(0))
}

/// 1 to 99 in Chinese numerals.
pub(crate) fn chinese_ordinal(ordinal: u64) -> Option<String> {
    let sign = |d: u64| usize::try_from(d).ok().and_then(|d| "〇一二三四五六七八九".chars().nth(d));
    let (tens, ones) = (ordinal / 10, ordinal % 10);
    let mut written = String::new();
    match tens {
        0 => {}
        1 => written.push('十'),
        2..=9 => {
            written.push(sign(tens)?);
            written.push('十');
        }
        _ => return None,
    }
    if ones > 0 {
        written.push(sign(ones)?);
    }
    (ordinal > 0).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        for (text, value) in [
            ("三十二", 32),
            ("一百零五", 105),
            ("两", 2),
            ("二〇一七", 2017),
            ("二○一○", 2010),
            ("十", 10),
            ("一万二千", 12000),
            ("两万", 20000),
            ("一亿零三万", 100_030_000),
            ("二十", 20),
            ("〇", 0),
        ] {
            assert_eq!(chinese_number(text), Some(value), "{text}");
        }
        for text in ["甲", "", "万", "十二三", "一".repeat(30).as_str()] {
            assert_eq!(chinese_number(text), None, "{text}");
        }
    }
}
