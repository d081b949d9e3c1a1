//! Lists that break a number down: 主动公开471条，其中公示公告109条，动态45条.

mod led;
mod other;
mod plain;

use std::ops::Range;

use super::has_any;
use super::number::Number;
use super::reading::Reading;
use crate::value::Decimal;
use led::led;
use plain::{added_up, after_colon, in_brackets};

/// A number with the parts into which a list breaks it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The numbers that may be the whole, the nearest last.
    pub wholes: Vec<Number>,
    /// The parts, in their order.
    pub parts: Vec<Number>,
    /// How many parts are parts for certain; those after a semicolon may belong to something else.
    pub certain: usize,
    /// Whether it names all of its parts.
    pub names: Names,
    /// Whether the parts may count one thing twice, as channels of publication do.
    pub overlapping: bool,
    /// Of which of the wholes it is a list.
    pub of: Of,
    /// The bytes from the nearest whole to the last part.
    pub span: Range<usize>,
}

/// How many of its parts a list names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// All of them.
    All,
    /// Several: nothing but 其中 says that there may be others.
    Several,
    /// It does not say that it names all: one part alone, 等 after the last, 主要包括.
    Some,
}

/// Of which whole a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of the nearest, right behind which it begins: 共804条，其中动态449条，包括…….
    Nearest,
    /// Of any of them.
    Any,
    /// Of some of them together, which stand side by side: 22家部门、11个街道.
    Together,
}

impl Breakdown {
    /// The sums of its parts that may be meant: of those that are parts for certain, and of all.
    pub fn sums(&self) -> (Decimal, Decimal) {
        (total(self.parts.get(..self.certain).unwrap_or_default()), total(&self.parts))
    }

    /// Whether the parts are several lists of the same whole, one behind the other: 自然人10件，法人2件，予以公开8件，部分公开4件 of 12.
    fn is_parted_twice(&self) -> bool {
        let Some(whole) = self.wholes.last().map(|whole| whole.value).filter(|whole| !whole.is_zero()) else {
            return false;
        };
        let (mut sum, mut lists) = (Decimal::ZERO, 0);
        for part in &self.parts {
            sum = sum.saturating_add(part.value);
            if sum == whole {
                (sum, lists) = (Decimal::ZERO, lists + 1);
            }
        }
        sum.is_zero() && lists > 1
    }

    /// Whether its parts make one of the wholes.
    pub fn adds_up(&self) -> bool {
        let (certain, all) = self.sums();
        // 新收317件，上年结转3件。其中：……: the parts of both together.
        let both = self.wholes.windows(2).map(total);
        self.wholes.iter().map(|whole| whole.value).chain(both).any(|whole| whole == certain || whole == all)
            || self.is_parted_twice()
    }
}

/// What numbers make together.
fn total(numbers: &[Number]) -> Decimal {
    numbers.iter().fold(Decimal::ZERO, |sum, number| sum.saturating_add(number.value))
}

/// Words that begin a list; after those of the second kind not all parts need be named.
const CLOSED: [&str; 9] = ["其中", "包括", "按类别分", "分别为", "分别是", "具体为", "涵盖", "划分，", "划分："];
/// Words with which a sentence after the whole begins its parts: 在主动公开的信息中，甲4条，乙6条.
const AMONG: [&str; 5] = ["信息当中", "信息中，", "信息中,", "申请中，", "答复中，"];
const OPEN: [&str; 5] = ["主要包括", "主要类别：", "主要类别有", "主要有", "主要是"];
/// Words with which something beside the list begins.
const BESIDE: [&str; 12] =
    ["另", "此外", "同时", "还", "比上年", "较上年", "同比", "与上年", "比去年", "较去年", "全年", "累计"];
/// Ways of publication, several of which one item can go.
const CHANNELS: [&str; 9] = ["网站", "微信", "微博", "公报", "公众号", "客户端", "平台", "渠道", "方式"];

/// The lists of a text.
pub fn breakdowns(reading: &Reading) -> Vec<Breakdown> {
    let mut found = Vec::new();
    let mut leads: Vec<(usize, &str)> = CLOSED.iter().flat_map(|word| reading.text.match_indices(word)).collect();
    leads.extend(OPEN[1..].iter().flat_map(|word| reading.text.match_indices(word)));
    leads.extend(by_kind(reading.text));
    leads.extend(into_kinds(reading.text));
    leads.extend(looked_at(reading.text));
    leads.extend(BARE.iter().flat_map(|word| behind_a_number(reading.text, word)));
    leads.extend(AMONG.iter().flat_map(|word| reading.text.match_indices(word)));
    leads.sort_unstable();
    for (index, (at, word)) in leads.iter().enumerate() {
        let next = leads.get(index + 1).map_or(usize::MAX, |(next, _)| *next);
        found.extend(led(reading, *at, word, next));
    }
    for number in reading.numbers.iter().filter(|number| number.is_count() && !number.unit.is_empty()) {
        found.extend(after_colon(reading, number).or_else(|| in_brackets(reading, number)));
        found.extend(added_up(reading, number));
    }
    found
}

/// Words that say by what a whole is parted: 按申请人类别分，; 按来源分：.
fn by_kind(text: &str) -> Vec<(usize, &str)> {
    const LONGEST: usize = 10;
    let kinds = text.match_indices('按').filter_map(|(at, _)| {
        // No further than the longest words: a text may have thousands of 按 and no 分.
        let rest = text.get(at..)?;
        let rest = rest.char_indices().nth(LONGEST + 2).map_or(rest, |(end, _)| rest.get(..end).unwrap_or_default());
        let end =
            ["分，", "分：", "分,", "分:"].iter().filter_map(|end| Some(rest.find(end)? + '分'.len_utf8())).min()?;
        let words = rest.get(..end)?;
        let is_short = words.chars().count() <= LONGEST && words.chars().all(char::is_alphanumeric);
        (is_short && words != "按类别分" && !words.ends_with("划分")).then_some((at, words))
    });
    kinds.collect()
}

/// Words by which a whole is looked at: 从信息内容分类看，机关职能7条，…….
fn looked_at(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const FAR: usize = 36;
    text.match_indices('从').filter_map(|(at, _)| {
        let rest = text.get(at..text.floor_char_boundary(at + FAR))?;
        let end = rest.find("看，")? + "看，".len();
        let words = rest.get(..end)?;
        has_any(words, &["分类", "类别", "类型", "来源", "渠道", "方式", "内容", "形式"]).then_some((at, words))
    })
}

/// Words that begin a list right behind its whole: 发布信息39条，涉及项目4条、……; 诉讼202件，结果维持26件，…….
const BARE: [&str; 2] = ["涉及", "结果维持"];

/// Where a word stands behind a measure word and a comma.
fn behind_a_number<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices(word).filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let whole = before
            .strip_suffix(['，', ','])
            .and_then(|before| before.strip_suffix(['条', '件', '起', '宗', '次', '篇']));
        whole.is_some_and(|whole| whole.ends_with(|c: char| c.is_ascii_digit()))
    })
}

/// Words that part a whole into kinds that are told one by one: 分为五类：一是……20件；二是…….
fn into_kinds(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const FAR: usize = 18;
    text.match_indices("分为").filter_map(|(at, word)| {
        let rest = text.get(at + word.len()..text.floor_char_boundary(at + word.len() + FAR))?;
        let end = ["类：", "类，", "种：", "个方面："]
            .iter()
            .filter_map(|end| Some(rest.find(end)? + end.len() - '：'.len_utf8()))
            .min()?;
        Some((at, text.get(at..at + word.len() + end)?))
    })
}

/// A list of parts of one whole.
fn listed(whole: &Number, parts: Vec<Number>, names: Names) -> Breakdown {
    let span = whole.span.start..parts.last().map_or(whole.span.end, |part| part.span.end);
    let wholes = vec![whole.clone()];
    Breakdown { wholes, certain: parts.len(), parts, names, overlapping: false, of: Of::Nearest, span }
}

/// From so many parts on a list looks as if it named all.
const SEVERAL: usize = 3;

/// So far around a list it is asked what else stands there, in bytes.
const REACH: usize = 600;

/// So many numbers before a list can be its whole.
const NEAR: usize = 12;

/// How many brackets are open at a position, counted from the start of its clauses nearby.
fn depth(reading: &Reading, position: usize) -> usize {
    let sentence = reading.sentence(position);
    reading.recent(sentence.start, position).chars().fold(0, |depth, c| match c {
        '（' | '(' => depth + 1,
        '）' | ')' => depth.saturating_sub(1),
        _ => depth,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole, the parts and whether the list is open: `471 = 109+45 open`.
    #[track_caller]
    fn lists(text: &str, expected: &[&str]) {
        let shown: Vec<String> = breakdowns(&Reading::of(text))
            .iter()
            .map(|list| {
                let parts: Vec<String> = list.parts.iter().map(|n| n.value.to_string()).collect();
                let whole = list.wholes.last().map(|n| n.value.to_string()).unwrap_or_default();
                format!("{whole} = {}{}", parts.join("+"), if list.names == Names::All { "" } else { " open" })
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn closed_lists() {
        lists("主动公开471条，其中公示公告栏409条，文章栏45条，其他6条。", &["471 = 409+45+6"]);
        lists("共81条。其中，工作动态50条，公告29条。另有108条在微信。", &["81 = 50+29"]);
        lists("共收到17件，按类别分：社会事业方面6件，城建8件。办结率100％。", &["17 = 6+8"]);
        lists(
            "复议351件，其中维持72件，其他结果178件；诉讼46件，其中维持25件，纠正5件。",
            &["351 = 72+178 open", "46 = 25+5 open"],
        );
    }

    #[test]
    fn open_lists() {
        lists("办理三十二件，其中建议17件。", &["32 = 17 open"]);
        lists("公开20件，主要包括甲3件、乙4件等。", &["20 = 3+4 open"]);
        lists("公开20件，主要包括甲3件、乙4件、其他13件。", &["20 = 3+4+13"]);
        lists("公开5500余条，其中甲3条、乙4条。", &["5500 = 3+4 open"]);
    }

    #[test]
    fn beside_and_within() {
        lists("公开10件，其中甲3件（含子3件）、乙7件，比上年增加2件。", &["10 = 3+7"]);
        lists("制发28件，其中县政府15件、办公室13件，公开26件。", &["28 = 15+13"]);
        lists("公告48条，公示76条（其中甲46条，乙32条），人事2条。", &["76 = 46+32"]);
        lists("规章13件（含新制定5件、修改4件、废止6件）。", &["13 = 5+4+6 open"]);
        lists("答复5件（含上年结转3件、本年4件）。", &[]);
        lists("申请8件。按申请人类别分，自然人6件、企业1件。", &["8 = 6+1"]);
        lists("共公开21件。", &[]);
        lists("其中甲3件。", &[]);
    }
}
