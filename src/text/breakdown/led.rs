//! Lists that a word begins: 其中, 包括, 按类别分.

use std::ops::Range;

use super::super::number::Number;
use super::super::reading::Reading;
use super::super::{has_any, near};
use super::other::{beside, is_change, is_no_list, is_no_part, leaves_much, up_to_the_whole};
use super::plain::are_both;
use super::{AMONG, BESIDE, Breakdown, CHANNELS, NEAR, Names, OPEN, Of, REACH, SEVERAL, depth, total};
use crate::value::Decimal;

/// What is done with all of them, where nothing else stands before a number.
const DONE: [&str; 8] = ["公开", "主动公开", "已公开", "已主动公开", "办结", "已办结", "答复", "已答复"];
/// Words of what is no piece of what was made public, but begins something else behind a semicolon.
const OTHER_MATTERS: [&str; 16] = [
    "收到", "受理", "办理", "答复", "召开", "举办", "开展", "发布", "回应", "复议", "诉讼", "申请", "推送", "印发",
    "文件", "解读",
];

/// What may be done with one kind of several: it is then no part of the others. 其中动态39条，推送文章20篇.
const ACTS: [&str; 8] = ["发布", "推送", "公开", "转发", "办理", "回复", "编发", "上传"];

/// A list that a word begins, with the places around it.
struct Led<'r, 't> {
    reading: &'r Reading<'t>,
    /// The word, and where it stands.
    word: &'r str,
    at: usize,
    sentence: Range<usize>,
    /// Where its whole can stand.
    before: Range<usize>,
    /// Where its parts can stand.
    after: Range<usize>,
    /// How many brackets are open at the word.
    depth: usize,
    /// Where the next list of the text begins.
    next: usize,
}

/// The parts of a list as far as they were read.
struct Parts {
    list: Vec<Number>,
    /// How many stand before the first semicolon; nothing where there is none, or it parts one list.
    certain: Option<usize>,
    /// The measure word.
    unit: &'static str,
    /// Whether some have another measure word.
    is_mixed: bool,
    /// Whether 等 follows the last.
    is_open: bool,
    /// How many are told of channels, of which one item can go several ways.
    channels: usize,
}

/// The list that begins with a word at a position; nothing where it is none.
pub(super) fn led(reading: &Reading, at: usize, word: &str, next: usize) -> Option<Breakdown> {
    let sentence = reading.sentence(at);
    // 主动公开的信息包括甲11条、乙12条: the whole stands in the sentence before.
    let begins = !reading.numbers_in(&(sentence.start..at)).iter().any(Number::is_count);
    let before = if begins { reading.sentence_before(at).start..sentence.start } else { sentence.start..at };
    let after = at + word.len()..sentence.end;
    // A list in brackets is one of a part: 法定主动公开35条（其中政策文件6条）.
    let next = if next < sentence.end && self::depth(reading, next) > depth(reading, at) { usize::MAX } else { next };
    Led { reading, word, at, before, after, depth: depth(reading, at), next, sentence }.breakdown()
}

/// Whether a measure word counts pieces of information.
fn is_of_pieces(unit: &str) -> bool {
    matches!(unit, "条" | "件" | "篇")
}

impl Led<'_, '_> {
    fn breakdown(self) -> Option<Breakdown> {
        let reading = self.reading;
        let mut parts = self.parts();
        self.keep_own(&mut parts);
        if self.goes_through_semicolons(&parts) {
            parts.certain = None;
        }
        if self.is_nested() {
            // What stands after a semicolon is then the whole of the next list.
            parts.list.truncate(parts.certain.unwrap_or(parts.list.len()));
        }
        let wholes = self.wholes(parts.unit);
        let nearest = wholes.last()?;
        // 包括媒体解读、专家解读在内的解读156条 is one count; 涉及动态、法规等，在公众号发布956条 goes on with another.
        let until = reading.recent(self.after.start, parts.list.first()?.span.start);
        if until.contains("在内") || (self.word == "涉及" && until.contains(['，', ','])) {
            return None;
        }
        let words = self.sentence.start..parts.list.last()?.span.end.max(self.after.start);
        if is_no_list(reading, words, &parts.list, nearest) {
            return None;
        }
        // 从公开渠道看，……: of what was told before, only what the parts nearly make is their whole.
        let sum = total(&parts.list);
        let is_near =
            |whole: &Number| sum.saturating_sub(whole.value).abs().saturating_mul(Decimal::from(5)) <= whole.value;
        if self.word.ends_with("看，") && !wholes.iter().any(is_near) {
            return None;
        }
        let reached = up_to_the_whole(reading, &parts.list, &wholes);
        parts.list.truncate(reached.unwrap_or(parts.list.len()));
        let sum = total(&parts.list);
        if beside(reading, nearest, parts.unit).is_some_and(|both| sum <= both && sum > nearest.value) {
            return None;
        }
        // However they are parted: what makes the whole is all of it.
        let certain = parts.certain.filter(|_| wholes.iter().all(|whole| whole.value != sum));
        let certain = certain.map_or(parts.list.len(), |certain| certain.min(parts.list.len()));
        let through = reading.words(self.after.clone()).trim_start().starts_with(['：', ':']);
        let many = parts.list.len();
        let last = parts.list.last()?.span.end;
        if !through && certain > 1 {
            parts.list.truncate(certain);
        }
        // With one part before the semicolon, what stands after it may belong to the list or begin something else.
        let unsure = !through && certain == 1 && many > 1;
        let names = self.names(&parts, &wholes, last, unsure);
        Some(Breakdown {
            certain: if through { parts.list.len() } else { certain },
            names,
            overlapping: parts.channels > 1,
            of: self.of(&wholes),
            span: nearest.span.start..last,
            parts: parts.list,
            wholes,
        })
    }

    /// Whether another list begins within its sentence.
    fn is_nested(&self) -> bool {
        self.next < self.sentence.end
    }

    /// The numbers that can be its parts, up to what stands beside the list.
    fn parts(&self) -> Parts {
        let reading = self.reading;
        let mut parts =
            Parts { list: Vec::new(), certain: None, unit: "", is_mixed: false, is_open: false, channels: 0 };
        let mut cursor = self.after.start;
        for number in reading.numbers_in(&self.after) {
            let between = reading.recent(cursor, number.span.start);
            let lead = reading.lead(number);
            let label = lead.trim_start_matches(|c: char| !c.is_alphanumeric());
            if BESIDE.iter().any(|word| label.starts_with(word)) || has_any(between, &["此外", "另外", "同时"]) {
                break;
            }
            if between.contains(['；', ';']) && !parts.list.is_empty() {
                parts.certain = parts.certain.or(Some(parts.list.len()));
            }
            // 其中县政府15件、办公室13件，公开26件: what was done with all of them is no part.
            if !parts.list.is_empty() && DONE.contains(&label.trim_end()) {
                break;
            }
            // The end of brackets that were open at the lead word ends the list.
            if depth(reading, number.span.start) < self.depth || number.span.start > self.next {
                break;
            }
            cursor = number.span.end;
            // 信息79306条，其中会议信息220条，政策文件3302件: pieces of information by whatever measure word.
            let is_other = number.unit != parts.unit && is_of_pieces(parts.unit) && is_of_pieces(number.unit);
            let is_alike = parts.unit.is_empty() || number.unit == parts.unit || is_other;
            let counts = number.is_count() && !number.unit.is_empty() && is_alike;
            // 二次会议 is the name of a meeting.
            let is_name = number.chinese && reading.trail(number).starts_with('会');
            if !counts || is_name || depth(reading, number.span.start) > self.depth || is_no_part(reading, number) {
                continue;
            }
            parts.is_mixed |= is_other;
            parts.unit = if parts.unit.is_empty() { number.unit } else { parts.unit };
            // Of accounts each is one: 新媒体33个，其中微信公众号21个.
            parts.channels += usize::from(has_any(lead, &CHANNELS) && number.unit != "个");
            if parts.certain.is_none() {
                parts.is_open = reading.trail(number).trim_start().starts_with('等');
            }
            parts.list.push(number.clone());
        }
        parts
    }

    /// Whether a part is all that the others leave.
    fn is_rest(&self, part: &Number) -> bool {
        let lead = self.reading.lead(part);
        // 其他处理 and 其他结果 are kinds of their own.
        has_any(lead, &["其他", "其它", "其余"]) && !has_any(lead, &["其他处理", "其他结果"])
    }

    /// The measure word of the whole of pieces of information, and of what has another one only what is no thing of its own.
    fn keep_own(&self, parts: &mut Parts) {
        let pieces = |n: &&Number| n.is_count() && is_of_pieces(n.unit);
        let whole = self.reading.numbers_in(&self.before).iter().rev().find(pieces);
        let unit = whole.map(|whole| whole.unit).filter(|_| is_of_pieces(parts.unit)).unwrap_or(parts.unit);
        parts.unit = unit;
        let is_own = |part: &Number| part.unit == unit || !has_any(self.reading.lead(part), &ACTS);
        let names_rest = parts.list.iter().any(|part| self.is_rest(part));
        if parts.is_mixed && !names_rest && !parts.list.iter().all(is_own) {
            let count = |certain| parts.list.iter().take(certain).filter(|part| part.unit == unit).count();
            parts.certain = parts.certain.map(count);
            parts.list.retain(|part| part.unit == unit);
        }
    }

    /// Whether semicolons part what is one list: the last part is the rest, or all are pieces of the whole (概况类1105条；动态类2896条；其他2004条).
    fn goes_through_semicolons(&self, parts: &Parts) -> bool {
        let reading = self.reading;
        let list = &parts.list;
        let parted = |pair: &[Number]| matches!(pair, [one, next] if reading.words(one.span.end..next.span.start).contains(['；', ';']));
        let is_whole = |n: &&Number| n.is_count() && n.unit == parts.unit;
        let whole = reading.numbers_in(&self.before).iter().rev().find(is_whole).map_or(Decimal::ZERO, |n| n.value);
        let is_piece = |part: &Number| part.value <= whole && !has_any(reading.lead(part), &OTHER_MATTERS);
        let are_pieces = list.len() >= SEVERAL && list.iter().all(is_piece);
        list.windows(2).all(parted) && (are_pieces || list.last().is_some_and(|part| self.is_rest(part)))
    }

    /// The numbers before the list that can be its whole.
    fn wholes(&self, unit: &str) -> Vec<Number> {
        let reading = self.reading;
        let in_list = |n: &&Number| n.is_count() && n.unit == unit && depth(reading, n.span.start) <= self.depth;
        let near = reading.numbers_in(&self.before).iter().rev().take(NEAR);
        let mut wholes: Vec<Number> = near.filter(in_list).cloned().collect();
        wholes.reverse();
        // In brackets right behind a number the list is of that one: 公告48条，公示76条（其中甲46条，乙32条）.
        let bracket = reading.recent(self.sentence.start, self.at).trim_end();
        let is_behind = wholes.last().is_some_and(|whole| {
            bracket.ends_with(['（', '(']) && reading.words(whole.span.end..self.at).trim().chars().count() == 1
        });
        if is_behind {
            wholes.drain(..wholes.len() - 1);
        }
        wholes
    }

    /// Of which of the wholes it is a list.
    fn of(&self, wholes: &[Number]) -> Of {
        let reading = self.reading;
        let together = wholes.windows(2).any(|pair| {
            let between =
                pair.first().zip(pair.last()).map(|(one, other)| reading.words(one.span.end..other.span.start));
            between.is_some_and(|words| words.contains(['、', '和']) && !words.contains(['，', '。', '；', '（']))
        });
        let is_adjacent = wholes.last().is_some_and(|nearest| {
            let between = reading.words(nearest.span.end..self.at);
            between.chars().all(|c| matches!(c, '，' | ',' | '：' | ':')) && !is_change(reading.lead(nearest))
        });
        match (together, is_adjacent) {
            (true, _) => Of::Together,
            (false, true) => Of::Nearest,
            (false, false) => Of::Any,
        }
    }

    /// How many of its parts it names.
    fn names(&self, parts: &Parts, wholes: &[Number], last: usize, unsure: bool) -> Names {
        let reading = self.reading;
        let names_rest = parts.list.iter().any(|part| self.is_rest(part));
        let partial = OPEN.iter().any(|words| reading.recent(self.sentence.start, self.after.start).ends_with(words));
        // No further than a list of parts goes on.
        let after = |end: usize| reading.words(near(reading.text, &(last..end.max(last)), last, REACH));
        // 3120批次，其中不合格52批次，涉及甲21批次、乙31批次: the later ones are parts of the first.
        let is_parted_anew = parts.list.split_first().is_some_and(|(first, rest)| {
            let begins_anew = rest.first().is_some_and(|n| has_any(reading.lead(n), &["涉及", "包括", "分别"]));
            begins_anew && first.value == total(rest)
        });
        if are_both(reading, &parts.list) {
            return Names::All;
        }
        let says_so = unsure
            || is_parted_anew
            || parts.is_open
            || after(reading.clause(last).end).contains('等')
            || has_any(after(self.sentence.end), &["其余", "其他的", "另外"])
            || parts.list.len() < 2
            || self.is_nested()
            || (partial && !names_rest)
            || wholes.iter().any(|n| n.vague || reading.words(n.digits.clone()).contains('万'));
        if says_so {
            return Names::Some;
        }
        // 其中 names some: only where little is left over are all of them meant, or where the others are named too.
        let may_be_some = matches!(self.word, "其中" | "涵盖" | "涉及" | "结果维持")
            || AMONG.contains(&self.word)
            || self.word.ends_with("看，");
        match may_be_some && !names_rest && leaves_much(&parts.list, wholes) {
            false => Names::All,
            true if parts.list.len() >= SEVERAL => Names::Several,
            true => Names::Some,
        }
    }
}
