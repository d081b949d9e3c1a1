//! What sentences count beside the figures of the tables: who or where, does what, how many of what (财政信息栏目 发布 信息 20 条).
//!
//! A sentence is read from its build, not from a list of things: its verb parts who does it from what is counted. The lists in
//! `words` hold verbs, words of time and of scope, and nothing that is counted.

mod again;
mod words;

use std::ops::Range;

use super::claims::Claim;
use super::prose::{Passage, Prose};
use crate::draft::{Draft, OfficeField, Place};
use crate::text::{Number, Reading, Sense, compact, has_any};
use crate::value::Decimal;
use words::{ADDED, AFTER_NAME, BEFORE_NAME, EMPTY, GENERAL, SCOPES, TAILS, UNITS, VERBS};

/// Something counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Where it stands.
    pub place: Place,
    /// The bytes of the words that count it.
    pub words: Range<usize>,
    /// How many.
    pub value: Decimal,
    /// The measure word.
    pub unit: &'static str,
    /// Who or where, and what, in the plainest words: 财政信息栏目、信息.
    pub thing: Box<str>,
}

/// The shortest name of a thing by itself, and the longest that stands after its number, in characters.
const SHORTEST: usize = 4;
const LONGEST: usize = 12;

/// What the text counts beside the claims of the tables' figures, in its order.
pub(super) fn counted(draft: &Draft, prose: &Prose, claims: &[Claim]) -> Vec<Counted> {
    let office = compact(draft.office(OfficeField::Name));
    let mut found = Vec::new();
    for passage in prose.paragraphs() {
        let from = claims.partition_point(|claim| claim.place < passage.place);
        let own = claims.get(from..).unwrap_or_default().iter().take_while(|claim| claim.place == passage.place);
        let claimed: Vec<usize> = own.map(|claim| claim.digits.start).collect();
        let reader = Reader { passage, office: &office, year: draft.year() };
        let numbers = passage.reading.numbers.iter();
        let numbers = numbers.filter(|number| claimed.binary_search(&number.digits.start).is_err());
        for number in numbers {
            found.extend(reader.told_again(number, &found).or_else(|| reader.counted(number)));
        }
    }
    found
}

struct Reader<'a, 'b> {
    passage: &'a Passage<'b>,
    office: &'a str,
    year: u16,
}

impl Reader<'_, '_> {
    fn counted(&self, number: &Number) -> Option<Counted> {
        if !number.is_count() || number.vague || !UNITS.contains(&number.unit) {
            return None;
        }
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let recent = reading.recent(sentence.start, number.span.start);
        // 其中“乡村振兴”栏目 is that column by itself.
        // 全年累计 is of the year.
        let plain = recent.replace("全年累计", "全年");
        let recent = plain.as_str();
        let named = recent.rfind("其中“").map_or(recent, |at| recent.get(at + "其中".len()..).unwrap_or_default());
        let before = recent.get(..recent.len() - named.len()).unwrap_or_default().trim_end_matches("其中");
        if has_any(before, &SCOPES) || has_any(named, &SCOPES) || self.is_of_another_year(number) {
            return None;
        }
        let (lead, after) = beside(reading, number);
        let after = compact(after);
        let thing = self.thing(&compact(lead), &after, recent)?;
        let start =
            number.span.start - lead.trim_start_matches(|c: char| !c.is_alphanumeric() && !"《“".contains(c)).len();
        Some(Counted {
            place: self.passage.place,
            words: start..number.span.end,
            value: number.value,
            unit: number.unit,
            thing: thing.into(),
        })
    }

    /// Whether the sentence names another year before the number than the report's.
    fn is_of_another_year(&self, number: &Number) -> bool {
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let before = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        before.filter(|n| n.sense == Sense::Year).any(|n| n.value != Decimal::from(self.year))
    }

    /// Who or where, and what: before the number, after it (举办3场政务公开培训), or before the verb (政务公开培训举办3场).
    fn thing(&self, lead: &str, after: &str, recent: &str) -> Option<String> {
        // A name in 《》 or “” is the thing, or where it is, by itself.
        if let Some(title) = between(lead, '《', '》') {
            return Some(title.to_owned());
        }
        let (who, what) = parted(lead)?;
        let (mut what, who) = (plain_what(what), self.plain_who(who, recent));
        let place = match between(recent, '“', '”') {
            Some(name) if what.chars().count() >= 2 => name.to_owned(),
            _ if what.is_empty() && who.is_empty() => {
                let own =
                    after.trim_start_matches('的').split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                what = if own.chars().count() <= LONGEST { plain_what(own) } else { String::new() };
                who
            }
            _ if what.is_empty() => {
                what = who;
                String::new()
            }
            _ => who,
        };
        let is_general = what.chars().count() < SHORTEST || GENERAL.contains(&what.as_str());
        let is_whose = place.chars().count() >= SHORTEST;
        (!what.is_empty() && (!is_general || is_whose)).then(|| [place.as_str(), "、", &what].concat())
    }

    /// Who does it, or where, in the plainest words; what a clause before it says by 通过 or 在 belongs to it.
    fn plain_who(&self, who: &str, recent: &str) -> String {
        const BY: [&str; 7] = ["通过", "借助", "依托", "利用", "经由", "在", "经"];
        let mut who = who.replace(self.office_or_nothing(), "");
        if who.is_empty() {
            let clauses: Vec<&str> = recent.split(['，', ',']).collect();
            let before = clauses.len().checked_sub(2).and_then(|at| clauses.get(at)).map(|clause| compact(clause));
            who = before.filter(|clause| BY.iter().any(|by| clause.starts_with(by))).unwrap_or_default();
        }
        if let Some((_, by)) = BY.iter().find_map(|by| who.split_once(by)) {
            who = by.to_owned();
        }
        let mut who = without_year(&who);
        for word in EMPTY {
            who = who.replace(word, "");
        }
        who = who.replace("专栏", "栏目").replace("门户", "").replace("人民政府", "政府");
        let who = who.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let bare = who.trim_start_matches(['我', '本', '县', '市', '区', '镇', '乡', '省', '州']);
        if bare.starts_with("政府") { bare.to_owned() } else { who }
    }

    /// The office's name, or a word that is in no text where it has none.
    fn office_or_nothing(&self) -> &str {
        if self.office.is_empty() { "\0" } else { self.office }
    }
}

/// The words right before a number and right after it, up to other numbers that count; a hotline's is part of a name.
fn beside<'t>(reading: &Reading<'t>, number: &Number) -> (&'t str, &'t str) {
    let clause = reading.clause(number.span.start);
    let index = reading.index(number);
    let is_name = |n: &&Number| n.sense != Sense::Name;
    let before = reading.numbers.get(..index).unwrap_or_default().iter().rev().take(8).find(is_name);
    let after = reading.numbers.get(index + 1..).unwrap_or_default().iter().take(8).find(is_name);
    let start = clause.start.max(before.map_or(0, |n| n.span.end)).min(number.span.start);
    let end = clause.end.min(after.map_or(clause.end, |n| n.span.start)).max(number.span.end);
    let tail =
        reading.words(number.span.end..end).trim_end_matches(|c: char| !c.is_alphanumeric() && c != '”' && c != '》');
    (reading.words(start..number.span.start), tail)
}

/// The words between the last of two marks.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    let from = text.rfind(open)? + open.len_utf8();
    let inner = text.get(from..)?.split(close).next()?;
    (inner.len() + from < text.len() && inner.chars().count() >= 2).then_some(inner)
}

/// A lead parted at its first verb, names that have one within left whole; nothing where what was added is told.
fn parted(lead: &str) -> Option<(&str, &str)> {
    if has_any(lead, &ADDED) {
        return None;
    }
    let is_name = |at: usize, verb: &str| {
        let (before, after) = (lead.get(..at).unwrap_or_default(), lead.get(at + verb.len()..).unwrap_or_default());
        verb == "公开"
            && (BEFORE_NAME.iter().any(|word| before.ends_with(word))
                || AFTER_NAME.iter().any(|word| after.starts_with(word)))
    };
    let verbs = VERBS.iter().flat_map(|verb| lead.match_indices(verb)).filter(|(at, verb)| !is_name(*at, verb));
    let first = verbs.min_by_key(|(at, verb)| (*at, usize::MAX - verb.len()));
    if let Some((at, verb)) = first {
        return Some((lead.get(..at)?, lead.get(at + verb.len()..)?));
    }
    // 网站总访问量46万人次: a quantity is counted by itself.
    if lead.ends_with("访问量") || lead.ends_with("浏览量") || lead.ends_with("阅读量") || lead.ends_with("点击量")
    {
        return Some((lead, ""));
    }
    // 政务新媒体共5个: what there is stands before its sum.
    let there = ["共有", "共计", "共", "总计", "达到", "达", "调整为"].iter().find_map(|sum| lead.strip_suffix(sum));
    // 设政务公开专区1处、社区公开栏12处: the verb before goes on.
    let goes_on = || lead.strip_prefix('、').filter(|what| what.chars().count() >= SHORTEST);
    match there {
        Some(there) => (!there.starts_with('、')).then(|| ("", there.trim_start_matches('将'))),
        None => goes_on().map(|what| ("", what)),
    }
}

/// What is counted, in the plainest words.
fn plain_what(what: &str) -> String {
    let mut what = what.trim_start_matches(['了', '的', '各', '类', '有', '：', ':']);
    loop {
        what = what.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some(tail) = TAILS.iter().find(|tail| what.ends_with(**tail) && what.len() > tail.len()) else { break };
        what = what.get(..what.len() - tail.len()).unwrap_or_default();
    }
    what.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Words without their year: 2023年, 2023年度.
fn without_year(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('年') {
        let (before, after) =
            (rest.get(..at).unwrap_or_default(), rest.get(at + '年'.len_utf8()..).unwrap_or_default());
        let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
        plain.push_str(bare);
        if bare.len() == before.len() {
            plain.push('年');
        }
        rest = if bare.len() == before.len() { after } else { after.trim_start_matches('度') };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::facts::{Case, Facts};
    use crate::rules::tests::prose;

    #[track_caller]
    fn things(text: &str, expected: &[&str]) {
        let draft = Draft::from_json(&prose(text)).expect("a draft").draft;
        let facts = Facts::new(Case::new(&draft, "2024-01-20".parse().expect("a day")));
        let found: Vec<String> = facts
            .counted()
            .iter()
            .map(|counted| format!("{}{}{}", counted.thing, counted.value, counted.unit))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn who_does_what_to_how_many_of_what() {
        things("财政信息栏目全年发布信息20条。", &["财政信息栏目、信息20条"]);
        things("平台建设方面，财政信息专栏公开信息16条。", &["财政信息栏目、信息16条"]);
        things("开展政务公开业务培训2次。", &["、政务公开业务培训2次"]);
        things("通过县电视台播发政务信息78条。", &["县电视台、政务信息78条"]);
        things("全年编辑《临江公报》12期。", &["临江公报12期"]);
        things("全年共举办3场政务公开业务培训。", &["、政务公开业务培训3场"]);
        things("政务公开业务培训全年举办3场。", &["、政务公开业务培训3场"]);
        things("政务新媒体共5个。", &["、政务新媒体5个"]);
        things("全年网站总访问量463人次。", &["、网站总访问量463人次"]);
        things("维护各栏目，其中“乡村振兴”栏目发布信息34条。", &["乡村振兴、信息34条"]);
        things("借助“兴隆之声”微信公众号，全年推送文章520篇。", &["兴隆之声、文章520篇"]);
    }

    #[test]
    fn what_a_sentence_comes_back_to() {
        let first = "全年发布政策解读材料27篇。";
        things(&format!("{first}已发布的29篇政策解读材料汇编成册。"), &["、政策解读材料27篇", "、政策解读材料29篇"]);
        things(&format!("{first}29篇政策解读材料均已上网。"), &["、政策解读材料27篇", "、政策解读材料29篇"]);
        things(
            "街道网页发布信息265条。街道网页发布的256条信息更受欢迎。",
            &["街道网页、信息265条", "街道网页、信息256条"],
        );
        for other in ["其中12篇政策解读材料为图解。", "另有3篇政策解读材料在审核。"] {
            things(&format!("{first}{other}"), &["、政策解读材料27篇"]);
        }
    }

    #[test]
    fn what_is_no_thing_of_the_year_as_a_whole() {
        for text in [
            "召开会议3次。",
            "其中举办业务培训班2期。",
            "上半年召开政务公开专题会议3次。",
            "新增政务公开专区1处。",
            "较上年增加政策解读材料3篇。",
            "累计发布政策解读材料300篇。",
        ] {
            things(text, &[]);
        }
    }
}
