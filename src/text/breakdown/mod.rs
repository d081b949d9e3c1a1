//! Lists that break a number down: 主动公开471条，其中公示公告109条，动态45条.

mod other;
mod plain;

use std::ops::Range;

use super::has_any;
use super::number::Number;
use super::reading::Reading;
use crate::value::Decimal;
use other::{beside, is_no_list, is_no_part, leaves_much, up_to_the_whole};
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
    /// Whether it does not say that it names all parts: one part alone, 等 after the last, 主要包括.
    pub open: bool,
    /// Whether the parts may count one thing twice, as channels of publication do.
    pub overlapping: bool,
    /// Whether the wholes stand side by side, so that the parts may be those of all of them: 22家部门、11个街道.
    pub together: bool,
    /// The bytes from the nearest whole to the last part.
    pub span: Range<usize>,
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
const AMONG: [&str; 4] = ["信息中，", "信息中,", "申请中，", "答复中，"];
const OPEN: [&str; 4] = ["主要包括", "主要类别有", "主要有", "主要是"];
/// Words with which something beside the list begins.
const BESIDE: [&str; 12] =
    ["另", "此外", "同时", "还", "比上年", "较上年", "同比", "与上年", "比去年", "较去年", "全年", "累计"];
/// What is done with all of them, where nothing else stands before a number.
const DONE: [&str; 8] = ["公开", "主动公开", "已公开", "已主动公开", "办结", "已办结", "答复", "已答复"];
/// Ways of publication, several of which one item can go.
const CHANNELS: [&str; 9] = ["网站", "微信", "微博", "公报", "公众号", "客户端", "平台", "渠道", "方式"];

/// The lists of a text.
pub fn breakdowns(reading: &Reading) -> Vec<Breakdown> {
    let mut found = Vec::new();
    let mut leads: Vec<(usize, &str)> = CLOSED.iter().flat_map(|word| reading.text.match_indices(word)).collect();
    leads.extend(OPEN[1..].iter().flat_map(|word| reading.text.match_indices(word)));
    leads.extend(by_kind(reading.text));
    leads.extend(AMONG.iter().flat_map(|word| reading.text.match_indices(word)));
    leads.sort_unstable();
    for (index, (at, word)) in leads.iter().enumerate() {
        let next = leads.get(index + 1).map_or(usize::MAX, |(next, _)| *next);
        found.extend(breakdown(reading, *at, word, next));
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

/// A list of parts of one whole.
fn listed(whole: &Number, parts: Vec<Number>, open: bool) -> Breakdown {
    let span = whole.span.start..parts.last().map_or(whole.span.end, |part| part.span.end);
    Breakdown {
        wholes: vec![whole.clone()],
        certain: parts.len(),
        parts,
        open,
        overlapping: false,
        together: false,
        span,
    }
}

/// So far around a list it is asked what else stands there, in bytes.
const REACH: usize = 600;

/// So many numbers before a list can be its whole.
const NEAR: usize = 12;

fn breakdown(reading: &Reading, at: usize, word: &str, next: usize) -> Option<Breakdown> {
    let sentence = reading.sentence(at);
    // 主动公开的信息包括甲11条、乙12条: the whole stands in the sentence before.
    let begins = !reading.numbers_in(&(sentence.start..at)).iter().any(Number::is_count);
    let before = if begins { reading.sentence_before(at).start..sentence.start } else { sentence.start..at };
    let depth = depth(reading, at);
    let after = at + word.len()..sentence.end;
    let mut parts: Vec<Number> = Vec::new();
    let (mut certain, mut open, mut overlapping) = (None, false, false);
    let mut unit = "";
    let mut cursor = after.start;
    let nested = next < sentence.end;
    for number in reading.numbers_in(&after) {
        let between = reading.recent(cursor, number.span.start);
        let lead = reading.lead(number);
        let label = lead.trim_start_matches(|c: char| !c.is_alphanumeric());
        if BESIDE.iter().any(|word| label.starts_with(word)) || has_any(between, &["此外", "另外", "同时"]) {
            break;
        }
        if between.contains(['；', ';']) && !parts.is_empty() {
            certain = certain.or(Some(parts.len()));
        }
        // 其中县政府15件、办公室13件，公开26件: what was done with all of them is no part.
        if !parts.is_empty() && DONE.contains(&label.trim_end()) {
            break;
        }
        // The end of brackets that were open at the lead word ends the list.
        if self::depth(reading, number.span.start) < depth || number.span.start > next {
            break;
        }
        cursor = number.span.end;
        let counts = number.is_count() && !number.unit.is_empty() && (unit.is_empty() || number.unit == unit);
        if !counts || self::depth(reading, number.span.start) > depth || is_no_part(reading, number) {
            continue;
        }
        unit = number.unit;
        // Of accounts each is one: 新媒体33个，其中微信公众号21个.
        overlapping |= has_any(lead, &CHANNELS) && number.unit != "个";
        open = reading.trail(number).trim_start().starts_with('等');
        parts.push(number.clone());
    }
    if nested {
        // What stands after a semicolon is then the whole of the next list.
        parts.truncate(certain.unwrap_or(parts.len()));
    }
    let in_list = |n: &&Number| n.is_count() && n.unit == unit && self::depth(reading, n.span.start) <= depth;
    let mut wholes: Vec<Number> =
        reading.numbers_in(&before).iter().rev().take(NEAR).filter(in_list).cloned().collect();
    wholes.reverse();
    // In brackets right behind a number the list is of that one: 公告48条，公示76条（其中甲46条，乙32条）.
    let bracket = reading.recent(sentence.start, at).trim_end();
    let is_behind = wholes.last().is_some_and(|whole| {
        bracket.ends_with(['（', '(']) && reading.words(whole.span.end..at).trim().chars().count() == 1
    });
    if is_behind {
        wholes.drain(..wholes.len() - 1);
    }
    if is_no_list(reading, sentence.start..parts.last()?.span.end.max(after.start), &parts, wholes.last()?) {
        return None;
    }
    let reached = up_to_the_whole(reading, &parts, &wholes);
    parts.truncate(reached.unwrap_or(parts.len()));
    let certain = certain.map(|certain| certain.min(parts.len()));
    let sum = total(&parts);
    if beside(reading, wholes.last()?, unit)
        .is_some_and(|both| sum <= both && sum > wholes.last().map_or(both, |n| n.value))
    {
        return None;
    }
    let (first, last) = (wholes.last()?.span.start, parts.last()?.span.end);
    let together = wholes.windows(2).any(|pair| {
        let between = pair.first().zip(pair.last()).map(|(one, other)| reading.words(one.span.end..other.span.start));
        between.is_some_and(|words| words.contains(['、', '和']) && !words.contains(['，', '。', '；', '（']))
    });
    let partial = OPEN.iter().any(|words| reading.recent(sentence.start, after.start).ends_with(words));
    let last_is_rest = parts.last().is_some_and(|part| has_any(reading.lead(part), &["其他", "其它", "其余"]));
    let certain = certain.unwrap_or(parts.len());
    let through = reading.words(after.clone()).trim_start().starts_with(['：', ':']);
    if !through && certain > 1 {
        parts.truncate(certain);
    }
    // With one part before the semicolon, what stands after it may belong to the list or begin something else.
    let unsure = !through && certain == 1 && parts.len() > 1;
    // No further than a list of parts goes on.
    let after = |end: usize| reading.words(super::near(reading.text, &(last..end.max(last)), last, REACH));
    // 其中 names some: only where little is left over are all of them meant.
    let some = matches!(word, "其中" | "涵盖") && leaves_much(&parts, &wholes);
    let open = some
        || unsure
        || open
        || after(reading.clause(last).end).contains('等')
        || has_any(after(sentence.end), &["其余", "其他的", "另外"])
        || parts.len() < 2
        || nested
        || (partial && !last_is_rest)
        || wholes.iter().any(|n| n.vague || reading.words(n.digits.clone()).contains('万'));
    Some(Breakdown {
        certain: if through { parts.len() } else { certain },
        wholes,
        parts,
        open,
        overlapping,
        together,
        span: first..last,
    })
}

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
                format!("{whole} = {}{}", parts.join("+"), if list.open { " open" } else { "" })
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
