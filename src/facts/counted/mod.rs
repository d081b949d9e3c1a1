//! What sentences count beside the figures of the tables: who or where, does what, how many of what (财政信息栏目 发布 信息 20 条).
//!
//! A sentence is read from its build, not from a list of things: its verb parts who does it from what is counted. The lists in
//! `words` hold verbs, words of time and of scope, and nothing that is counted.

mod again;
mod plain;
mod thing;
mod words;

use std::ops::Range;

use super::claims::{Claim, Standing, Subject};
use super::prose::{Passage, Prose};
use crate::draft::{Draft, OfficeField, Place};
use crate::text::{Number, Reading, Sense, compact, has_any};
use crate::value::Decimal;
use words::{SCOPES, UNITS};

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
    /// Who or where, in the plainest words: 财政信息栏目; empty where it is the office, everywhere.
    pub who: Box<str>,
    /// What is counted, in the plainest words: 信息.
    pub what: Box<str>,
    /// What is done with it, as the kind of its verb; empty where what there is is told.
    pub act: &'static str,
    /// The clause up to the number, white space left out.
    pub said: Box<str>,
    /// Whether it may be a part of what is counted, or of another time.
    pub is_part: bool,
    /// Whether it can be counted of anything.
    pub is_general: bool,
    /// Whether the sentence comes back to what another one counted.
    pub is_again: bool,
}

impl Counted {
    /// Whether two numbers of it say nothing by being two.
    pub fn is_loose(&self) -> bool {
        self.is_part || self.is_general
    }
}

/// The shortest name of a thing by itself, and the longest that stands after its number, in characters.
const SHORTEST: usize = 4;
const LONGEST: usize = 12;
/// The shortest name of a thing that is no general one, in characters: 查阅点.
const NAMED: usize = 3;

/// What the text counts beside the claims of the tables' figures, in its order.
pub(super) fn counted(draft: &Draft, prose: &Prose, claims: &[Claim]) -> Vec<Counted> {
    // What is planned was not counted yet; a plan may come back to what was.
    const PLANS: [&str; 5] = ["问题", "改进", "计划", "安排", "打算"];
    let office = compact(draft.office(OfficeField::Name));
    let mut found = Vec::new();
    let opening = prose.opening.iter().map(|passage| (passage, false));
    let parts = prose.parts.iter().flat_map(|part| {
        let is_plan = has_any(part.heading.text(), &PLANS);
        part.body.iter().map(move |passage| (passage, is_plan))
    });
    for (passage, is_plan) in opening.chain(parts) {
        let from = claims.partition_point(|claim| claim.place < passage.place);
        let own = claims.get(from..).unwrap_or_default().iter().take_while(|claim| claim.place == passage.place);
        // What no table decides is counted here as well: a text tells it in many ways.
        let told = own
            .filter(|claim| claim.subject != Subject::Disclosed && (claim.firm || claim.standing != Standing::Unknown));
        let claimed: Vec<usize> = told.map(|claim| claim.digits.start).collect();
        // Two numbers of all that was made public are told apart as claims; here they are looked at for turned digits.
        let disclosed = claims.get(from..).unwrap_or_default().iter();
        let disclosed = disclosed.take_while(|claim| claim.place == passage.place);
        let disclosed = disclosed.filter(|claim| claim.subject == Subject::Disclosed && claim.firm);
        let disclosed: Vec<usize> = disclosed.map(|claim| claim.digits.start).collect();
        let reader = Reader { passage, office: &office, year: draft.year() };
        for number in &passage.reading.numbers {
            if claimed.binary_search(&number.digits.start).is_ok() {
                continue;
            }
            let new = || {
                let is_claimed = disclosed.binary_search(&number.digits.start).is_ok();
                let counted = reader.counted(number)?;
                // Among problems and plans what was done may be told again.
                let sentence = passage.reading.sentence(number.span.start);
                let is_ahead = is_plan
                    && has_any(
                        passage.reading.recent(sentence.start, sentence.end),
                        &["将", "计划", "拟", "下一步", "年底前"],
                    );
                (!is_ahead).then_some(Counted { is_part: counted.is_part || is_claimed || is_plan, ..counted })
            };
            found.extend(reader.told_again(number, &found).or_else(new));
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
        let plain = self.without_what_only_seems_to_narrow(reading.recent(sentence.start, number.span.start));
        let recent = plain.as_str();
        // 其中“乡村振兴”栏目 is that column by itself.
        let named = recent.rfind("其中“").map_or(recent, |at| recent.get(at + "其中".len()..).unwrap_or_default());
        let before = recent.get(..recent.len() - named.len()).unwrap_or_default().trim_end_matches("其中");
        let is_elsewhen = self.is_of_another_time(number, recent);
        let is_narrowed = has_any(before, &SCOPES) || has_any(named, &SCOPES) || is_elsewhen;
        let (lead, after) = beside(reading, number);
        let thing = self.thing(&compact(lead), &compact(after), recent, number)?;
        let start =
            number.span.start - lead.trim_start_matches(|c: char| !c.is_alphanumeric() && !"《“".contains(c)).len();
        // 其中微信公众号公开821条: a channel has its own number, whatever it is a part of.
        let is_of_a_channel = thing.names_a_channel() && !is_elsewhen && !has_any(&recent.replace("其中", ""), &SCOPES);
        Some(Counted {
            place: self.passage.place,
            words: start..number.span.end,
            value: number.value,
            unit: number.unit,
            said: compact(reading.clause_before(number.span.start)).into(),
            is_part: is_narrowed && !is_of_a_channel,
            is_general: thing.is_general,
            who: thing.who.into(),
            what: thing.what.into(),
            act: thing.act,
            is_again: false,
        })
    }

    /// The words before a number without those that only seem to make it that of a part or of a longer time.
    fn without_what_only_seems_to_narrow(&self, recent: &str) -> String {
        let mut plain = recent.replace("全年累计", "全年").replace("较好", "好");
        // 2024年，……累计131条 is of the year.
        let is_of_the_year = plain.contains(&format!("{}年", self.year)) || plain.contains("本年");
        if is_of_the_year && !has_any(&plain, &["以来", "历年", "截至", "截止"]) {
            plain = plain.replace("累计", "");
        }
        // 将成员单位调整为38家 is no plan.
        if plain.ends_with("调整为") {
            plain = plain.replace('将', "");
        }
        // 按照上级要求，举办培训4次: what was asked for is not what is counted.
        match plain.split_once(['，', ',']) {
            Some((asked, rest)) if asked.starts_with("按照") || asked.starts_with("根据") => rest.to_owned(),
            _ => plain,
        }
    }

    /// Whether the sentence names another year before the number than the report's.
    fn is_of_another_year(&self, number: &Number) -> bool {
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let before = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        before.filter(|n| n.sense == Sense::Year).any(|n| n.value != Decimal::from(self.year))
    }

    /// Whether the sentence names another year, or a month or a day of this one, before the number.
    fn is_of_another_time(&self, number: &Number, recent: &str) -> bool {
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let mut before = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        let is_dated = before.any(|n| n.sense == Sense::Time && matches!(n.unit, "月" | "日"));
        (is_dated && !has_any(recent, &["截至", "截止", "1月1日"])) || self.is_of_another_year(number)
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
            .filter(|counted| !counted.is_loose())
            .map(|counted| format!("{}、{}{}{}", counted.who, counted.what, counted.value, counted.unit))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn who_does_what_to_how_many_of_what() {
        things("财政信息栏目全年发布信息20条。", &["财政信息、信息20条"]);
        things("平台建设方面，财政信息专栏公开信息16条。", &["财政信息、信息16条"]);
        things("开展政务公开业务培训2次。", &["、政务公开业务培训2次"]);
        things("通过县电视台播发政务信息78条。", &["县电视台、信息78条"]);
        things("全年编辑《临江公报》12期。", &["、临江公报12期"]);
        things("全年共举办3场政务公开业务培训。", &["、政务公开业务培训3场"]);
        things("政务公开业务培训全年举办3场。", &["、政务公开业务培训3场"]);
        things("政务新媒体共5个。", &["、政务新媒体5个"]);
        things("全年网站总访问量463人次。", &["网站、访问量463人次"]);
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
