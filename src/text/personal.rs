//! Personal data in a text: numbers of identity cards, mobile phones, names beside 申请人.

use std::ops::Range;

use super::letters::Letters;
use super::names::applicants;
use super::people::people;
use crate::value::Date;

/// Whose or what data it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonalKind {
    /// The number of an identity card.
    Identity,
    /// A mobile phone that is not given as an office's.
    Mobile,
    /// The name of an applicant.
    Applicant,
}

/// Personal data in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    /// What it is.
    pub kind: PersonalKind,
    /// Its bytes.
    pub span: Range<usize>,
    /// The same with what tells of the person masked.
    pub masked: String,
}

/// Words that make a phone beside them an office's.
const OFFICE: [&str; 10] = ["电话", "热线", "传真", "联系方式", "联系人", "咨询", "监督", "举报", "值班", "经办人"];

/// Words that make a phone a person's, an office's words beside it or not.
const PERSON: [&str; 8] = ["申请人", "当事人", "投诉人", "举报人", "身份证", "来访人", "信访人", "原告"];

/// Words before a long number that name it something else than an identity card.
const OTHER_NUMBERS: [&str; 13] =
    ["账号", "帐号", "代码", "编号", "文号", "案号", "单号", "备案", "许可证", "流水", "条码", "卡号", "序列号"];

/// The personal data of a text from left to right.
pub fn personal(text: &str) -> Vec<Personal> {
    let letters = Letters::of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !letters.at(at).is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = letters.run(at, |c| c.is_ascii_digit());
        // Most numbers are too short for either.
        if end - at < 11 && !(end - at == 3 && matches!(letters.at(end), '-' | ' ')) {
            at = end;
            continue;
        }
        let (number, until) = phone_end(&letters, at, end);
        found.extend(identity(&letters, at, end).or_else(|| mobile(&letters, at..until, &number)));
        at = until.max(end);
    }
    found.extend(applicants(text));
    found.extend(people(text));
    found.sort_by_key(|personal| personal.span.start);
    found.dedup_by(|other, before| other.span.start < before.span.end);
    found
}

/// The digits of a phone that may be written in groups of three, four and four, and where they end.
fn phone_end(letters: &Letters, start: usize, end: usize) -> (String, usize) {
    let group = |from: usize| letters.run(from, |c| c.is_ascii_digit());
    let parted = |at: usize| matches!(letters.at(at), '-' | ' ');
    if end - start == 3 && parted(end) && group(end + 1) == end + 5 && parted(end + 5) && group(end + 6) == end + 10 {
        let digits = letters.words(start..end + 10);
        return (digits.chars().filter(char::is_ascii_digit).collect(), end + 10);
    }
    (letters.words(start..end), end)
}

/// Whether letters of a code, a mail or a web address stand on one of the sides of a number.
fn is_in_a_code(letters: &Letters, range: &Range<usize>) -> bool {
    let is_of_a_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '@' | '=' | '.' | '-');
    let before = range.start.checked_sub(1).map_or('\0', |index| letters.at(index));
    // A point or a dash after a number may end a sentence.
    is_of_a_code(before) || letters.at(range.end) == '@' || letters.at(range.end).is_ascii_alphanumeric()
}

/// The words of a clause before a position, no more than this many letters of them.
fn words_before(letters: &Letters, at: usize, most: usize) -> String {
    letters.words(at.saturating_sub(most)..at)
}

/// The number of an identity card: 18 digits whose last one checks, or the older 15.
fn identity(letters: &Letters, start: usize, end: usize) -> Option<Personal> {
    let check_is_letter = end - start == 17 && matches!(letters.at(end), 'X' | 'x' | 'Ｘ');
    let until = if check_is_letter { end + 1 } else { end };
    let range = start..until;
    let before = words_before(letters, start, 10);
    if is_in_a_code(letters, &range) || OTHER_NUMBERS.iter().any(|word| before.contains(word)) {
        return None;
    }
    let digits: Vec<char> = letters.words(range.clone()).to_ascii_uppercase().chars().collect();
    let masked = match digits.len() {
        // One that is called so is one, be its last digit right or not.
        18 if is_region(&digits) && is_birth(&digits, 6, 4) && (checks(&digits) || before.contains("身份证")) => {
            6..14
        }
        15 if is_region(&digits) && is_birth(&digits, 6, 2) => 6..12,
        _ => return None,
    };
    let masked = digits.iter().enumerate().map(|(k, c)| if masked.contains(&k) { '*' } else { *c }).collect();
    Some(Personal { kind: PersonalKind::Identity, span: letters.bytes(range), masked })
}

/// Whether the first two digits are a province's.
fn is_region(digits: &[char]) -> bool {
    matches!(digits.first().zip(digits.get(1)), Some((first, second)) if match first {
        '1' | '4' => ('1'..='6').contains(second),
        '2' | '8' => ('1'..='3').contains(second),
        '3' => ('1'..='7').contains(second),
        '5' => ('0'..='4').contains(second),
        '6' => ('1'..='5').contains(second),
        '7' => *second == '1',
        _ => false,
    })
}

/// Whether a day of birth stands at a position, its year in so many digits.
fn is_birth(digits: &[char], at: usize, year_digits: usize) -> bool {
    let number = |from: usize, length: usize| -> Option<u32> {
        digits.get(from..from + length)?.iter().collect::<String>().parse().ok()
    };
    let Some(year) = number(at, year_digits) else { return false };
    let year = if year_digits == 2 { year + 1900 } else { year };
    let (month, day) = (number(at + year_digits, 2), number(at + year_digits + 2, 2));
    (1900..=2100).contains(&year)
        && month
            .zip(day)
            .zip(u16::try_from(year).ok())
            .is_some_and(|((month, day), year)| format!("{year:04}-{month:02}-{day:02}").parse::<Date>().is_ok())
}

/// Whether the last digit of eighteen is the one that the others ask for (GB 11643).
fn checks(digits: &[char]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let expected = "10X98765432".chars().nth(usize::try_from(sum % 11).unwrap_or(0));
    digits.get(17).copied() == expected
}

/// Whether the words before a phone tell of a person whose it is, not of one who may call it.
fn is_of_a_person(near: &str) -> bool {
    // 马某（电话：……）
    if ["某（", "某(", "某某，电话"].iter().any(|named| near.contains(named)) {
        return true;
    }
    let Some(after) = PERSON.iter().filter_map(|word| near.rsplit_once(word)).map(|(_, after)| after).next() else {
        return false;
    };
    !["可", "拨", "请", "致电", "向", "与"].iter().any(|word| after.contains(word))
}

/// A mobile phone that nothing beside it makes an office's.
fn mobile(letters: &Letters, range: Range<usize>, number: &str) -> Option<Personal> {
    let abroad = number.len() == 13 && number.starts_with("86") && letters.ends_with(range.start, "+");
    let (range, number) = if abroad { (range.start + 2..range.end, number.get(2..)?) } else { (range, number) };
    let is_mobile =
        number.len() == 11 && number.starts_with('1') && matches!(number.as_bytes().get(1), Some(b'3'..=b'9'));
    let counted = "元万亿次条件人篇个份户家吨".contains(letters.at(range.end)) && letters.at(range.end) != '\0';
    if !is_mobile || counted || (!abroad && is_in_a_code(letters, &range)) {
        return None;
    }
    let near = words_before(letters, range.start, 24);
    let near = near.rsplit(['。', '；', ';', '\n']).next().unwrap_or_default();
    // 手机 is somebody's own, unless it is a line that is always answered.
    let is_own =
        near.contains("手机") && !["热线", "值班", "监督", "举报", "政务"].iter().any(|word| near.contains(word));
    if !is_own && !is_of_a_person(near) && OFFICE.iter().any(|word| near.contains(word)) {
        return None;
    }
    let span = letters.bytes(range);
    let masked = format!("{}****{}", number.get(..3)?, number.get(7..)?);
    Some(Personal { kind: PersonalKind::Mobile, span, masked })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[(&str, &str)]) {
        let found = personal(text);
        let found: Vec<(&str, &str)> = found.iter().map(|p| (&text[p.span.clone()], p.masked.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn identity_cards() {
        reads("身份证号11010519491231002X）", &[("11010519491231002X", "110105********002X")]);
        reads("证件440308199901101512。", &[("440308199901101512", "440308********1512")]);
        reads("身份证号：110105194912310021，", &[("110105194912310021", "110105********0021")]);
        reads("流水110105194912310021", &[]);
        reads("身份证130503670401001，", &[("130503670401001", "130503******001")]);
        // The check digit, the day of birth and the province are wrong; codes and accounts are none.
        reads("440308199901101513，440308199913101512，990308199901101512", &[]);
        reads("统一社会信用代码11220681MB1234567X，账号440308199901101512", &[]);
    }

    #[test]
    fn mobile_phones() {
        reads("可拨打13812345678反映。", &[("13812345678", "138****5678")]);
        reads("手机：138 1234 5678。", &[("138 1234 5678", "138****5678")]);
        reads("申请人张三（联系电话：13812345678）来电", &[("张三", "张某"), ("13812345678", "138****5678")]);
        for office in [
            "联系电话：13812345678。",
            "咨询电话：0591-23163598、13812345678。",
            "设立监督举报热线13812345678，",
            "联系人：李明，13812345678",
            "申请人可拨打咨询电话13812345678，",
            "邮箱13812345678@163.com，浏览13812345678次，",
            "主动公开政府信息138条，投资13812345678元，12345678901",
        ] {
            reads(office, &[]);
        }
    }

    #[test]
    fn applicants_names() {
        reads("申请人张三提出申请，申请人：李小明。", &[("张三", "张某"), ("李小明", "李某")]);
        reads("申请人王明申请公开，申请人李四向我局", &[("王明", "王某"), ("李四", "李某")]);
        reads("申请人李明于2023年", &[("李明", "李某")]);
        for nobody in [
            "申请人李某某提出，申请人张某不服，申请人王先生、申请人刘女士来电",
            "申请人向本机关提出，申请人对答复不满，申请人应当补正，申请人无正当理由逾期不补正",
            "申请人陈述，申请人高度评价，申请人何时收到，申请人严格按要求，申请人许可，申请人尚未缴费，",
            "被申请人王庄镇，申请人情况，申请人申请公开，申请人和第三人，申请人任何时候，申请人姓名或者名称",
            "申请人孟津县，申请人王庄镇，申请人马家村，申请人莫名，申请人余额，",
            "申请人金额较大，申请人程序，申请人周边的，申请人张×，申请人",
        ] {
            reads(nobody, &[]);
        }
    }
}
