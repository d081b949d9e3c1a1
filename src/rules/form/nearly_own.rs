//! Names that are nearly the office's own: one letter is wrong.

use std::ops::Range;

use super::office_name::{Class, class};
use crate::text::compact;

/// Letters that end the name of a level: 省, 市, 县.
fn is_level(letters: &[char], at: usize) -> bool {
    let next = letters.get(at + 1).copied().unwrap_or_default();
    let of_word = matches!(next, '场' | '容' | '域') || (next == '政' && letters.get(at + 2) != Some(&'府'));
    at > 1 && !of_word && letters.get(at).is_some_and(|c| "省市县区州盟旗".contains(*c))
}

/// Last letters of offices, and letters for which they are mistaken.
const ALIKE: [(char, &str); 6] = [
    ('局', "居句剧菊矩屈"),
    ('府', "俯腑符付府"),
    ('处', "外亊出初"),
    ('会', "汇合全"),
    ('厅', "斤听"),
    ('室', "事屋"),
];

/// The office's own name prepared for finding it with one wrong letter.
pub(super) struct Nearly {
    letters: Vec<char>,
    /// For each letter whether another in its place makes no other office's name.
    telling: Vec<bool>,
}

impl Nearly {
    /// Prepares a name; nothing when it is too short to be told from others.
    pub fn of(own: &str) -> Option<Self> {
        let own = compact(own);
        let letters: Vec<char> = own.chars().collect();
        let length = letters.len();
        let levels: Vec<usize> = (0..length).filter(|at| is_level(&letters, *at)).collect();
        // The levels above the office's own: of two names that differ there only, one is a slip.
        let below = match levels.as_slice() {
            [.., above, _] => above + 1,
            [one] if !matches!(class(&own)?, Class::Department(_) | Class::Government(_)) => one + 1,
            _ => 0,
        };
        let tails = ["人民政府", "街道办事处", "管理委员会", "监督管理局"];
        let tail = tails.iter().find(|tail| own.ends_with(**tail)).map_or(0, |tail| tail.chars().count());
        // 市场监督管理局 by itself is long enough: no other office's name is one letter from it.
        let distinct = length - levels.last().map_or(0, |at| at + 1);
        let long = matches!(class(&own)?, Class::Department(_)) && distinct >= 5;
        let from = if long { length - distinct } else { length - tail };
        let telling = (0..length).map(|at| at < below || at >= from).collect();
        (length >= 6).then_some(Self { letters, telling })
    }

    /// Where a text has the name with one wrong letter.
    pub fn occurrences(&self, text: &str) -> Vec<Range<usize>> {
        let there: Vec<(usize, char)> = text.char_indices().collect();
        let windows = there.windows(self.letters.len());
        let found = windows.filter_map(|window| {
            // 乡镇人民政府 are all of them.
            if window.iter().map(|(_, c)| *c).take(2).eq(['乡', '镇']) {
                return None;
            }
            let (start, end) = (window.first()?.0, window.last().map(|(at, c)| at + c.len_utf8())?);
            if self.is_turned(window) {
                return Some(start..end);
            }
            if let Some(short) = window.get(..window.len() - 1).filter(|short| self.lacks_a_letter(short)) {
                return Some(start..short.last().map(|(at, c)| at + c.len_utf8())?);
            }
            let wrong = self.wrong_letter(window)?;
            let (start, end) = (window.first()?.0, window.last().map(|(at, c)| at + c.len_utf8())?);
            // 2022年，某县财正局: who is told of after the year is the office itself.
            let before = text.get(..start).unwrap_or_default().trim_end();
            let opens = || ["年", "年，", "年,", "年度，"].iter().any(|year| before.ends_with(year));
            let tells = self.telling.get(wrong).copied().unwrap_or(false);
            (tells || opens()).then_some(start..end)
        });
        found.collect()
    }

    /// Whether a window is the name with two letters that have changed places: 临江兴市隆街道办事处.
    fn is_turned(&self, window: &[(usize, char)]) -> bool {
        let pairs = window.iter().map(|(_, c)| *c).zip(self.letters.iter().copied()).enumerate();
        let differing: Vec<(usize, (char, char))> = pairs.filter(|(_, (there, own))| there != own).collect();
        matches!(differing.as_slice(), [(one, (a, b)), (other, (c, d))] if one + 1 == *other && a == d && b == c)
    }

    /// Whether a window is a long name without one letter of its own part, whole before it and behind: 人力资源和社会保局. Without a 和
    /// it is a short form.
    fn lacks_a_letter(&self, window: &[(usize, char)]) -> bool {
        const LONG: usize = 8;
        // 国家税务局广州市白云区税务局: so long a name is meant whole.
        const WHOLE: usize = 14;
        if self.letters.len() < LONG {
            return false;
        }
        let there = || window.iter().map(|(_, c)| *c);
        let same = there().zip(&self.letters).take_while(|(there, own)| there == *own).count();
        let behind = self.letters.get(same + 1..).unwrap_or_default();
        let lacking = self.letters.get(same).copied().unwrap_or_default();
        let below = (0..self.letters.len()).rfind(|at| is_level(&self.letters, *at)).map_or(0, |at| at + 1);
        let is_whole = self.letters.len() >= WHOLE && same > 0;
        !"和与及市".contains(lacking)
            && (same > below || is_whole)
            && same < window.len()
            && there().skip(same).eq(behind.iter().copied())
    }

    /// The one letter in which a window differs from the name.
    fn wrong_letter(&self, window: &[(usize, char)]) -> Option<usize> {
        let pairs = window.iter().zip(&self.letters).enumerate();
        let mut wrong = pairs.filter(|(_, ((_, there), own))| there != *own).map(|(index, ((_, c), _))| (index, *c));
        let (index, c) = wrong.next()?;
        let is_han = ('\u{4e00}'..='\u{9fff}').contains(&c);
        // 某市市场监督管理工作, 某街道办事大厅: the name's last letter is another word's, unless it looks or sounds alike.
        let is_last = index + 1 == self.letters.len();
        let alike = |own: &char| ALIKE.iter().any(|(right, wrong)| right == own && wrong.contains(c));
        let slips = !is_last || self.letters.last().is_some_and(alike);
        (is_han && slips && wrong.next().is_none()).then_some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_where_it_tells() {
        let near = |own: &str, text: &str| Nearly::of(own).map_or(0, |nearly| nearly.occurrences(text).len());
        assert_eq!(near("临江市市场监督管理局", "由临江市市场监督管埋局编制"), 1);
        assert_eq!(near("青山县柳河镇人民政府", "青山县柳河镇人民政俯"), 1);
        assert_eq!(near("青山县柳河镇人民政府", "青川县柳河镇人民政府"), 1);
        assert_eq!(near("平潭县财政局", "2022年，平谭县财政局公开3条，平潭县财政局"), 1);
        for (own, text) in [
            ("临江市市场监督管理局", "临江市市场监督管理局"),
            ("福州市市场监督管理局", "泉州市市场监督管理局"),
            ("平潭县财政局", "平潭县民政局"),
            ("青山县柳河镇人民政府", "青山县柳树镇人民政府"),
            ("青山县人民政府", "青川县人民政府"),
            ("临江市市场监督管理局", "临江市市场监督管理领域，临江市市场监督管理工作，临江市市场监督管理所"),
            ("临江市兴隆街道办事处", "在临江市兴隆街道办事大厅"),
            ("临江市财政局", "2022年，临江市财政系统公开3条"),
        ] {
            assert_eq!(near(own, text), 0, "{text}");
        }
    }
}
