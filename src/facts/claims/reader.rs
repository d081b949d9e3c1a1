//! Finds the claims of a report, paragraph by paragraph.

use super::scope::{OTHER_APPLICATIONS, is_by_all_channels, is_of_other_bodies, without_its_basis};
use super::settle::settle;
use super::subject::{Court, Outcome, Results, Stage, Subject};
use super::topic::Topic;
use super::words::{
    LISTING, MEASURES, RESULTS, application, carries_out, court, decisions, disclosed, document, object, outcome,
    stage, stage_alone, statistic, statistic_by_its_own_words,
};
use super::zero::zeros;
use super::{Claim, Said, Standing};
use crate::draft::Draft;
use crate::facts::{Passage, Prose};
use crate::form::{Document, TableId};
use crate::text::{Number, Sense, compact, has_any};

/// The claims of a report, in the order of its text.
pub fn claims(draft: &Draft, prose: &Prose) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut read = |passages: &mut dyn Iterator<Item = &Passage>, heading: &str| {
        let mut topic = Topic::default();
        topic.turn(heading);
        for passage in passages {
            let reader = ClaimReader { draft, passage, year: draft.year(), heading };
            // A paragraph that is only a heading names the topic of those after it.
            topic = reader.read(topic, &mut found);
        }
    };
    read(&mut prose.opening.iter(), "");
    for part in &prose.parts {
        read(&mut part.body.iter(), part.heading.text());
    }
    found.sort_by_key(|claim| (claim.place, claim.words.start));
    settle(draft, prose, &mut found);
    found
}

pub(super) struct ClaimReader<'a, 'b> {
    pub draft: &'a Draft,
    pub passage: &'a Passage<'b>,
    pub year: u16,
    pub heading: &'a str,
}

/// The longest paragraph that is but a heading, in characters.
pub(super) const HEADING: usize = 30;

impl ClaimReader<'_, '_> {
    /// Reads a paragraph under a topic, and returns the topic for the next one.
    fn read(&self, before: Topic, found: &mut Vec<Claim>) -> Topic {
        let reading = &self.passage.reading;
        let is_heading = reading.text.chars().count() <= HEADING && !reading.text.contains('。');
        let is_marked = crate::text::mark(reading.text).is_some();
        let mut topic = if is_marked { Topic::default() } else { before };
        let mut read_to = 0;
        for number in &reading.numbers {
            topic.turn(reading.words(read_to..number.span.start));
            read_to = number.span.start;
            let results = reading.sentence(number.span.start);
            let results = reading.recent(results.start, results.end);
            let is_of_results = RESULTS.iter().filter(|result| results.contains(**result)).count() > 1;
            let own = Topic { applications: topic.applications || is_of_results, ..topic };
            found.extend(self.claim(number, own));
        }
        zeros(self, topic, found);
        if is_marked && !is_heading {
            return Topic::default();
        }
        topic.turn(reading.words(read_to..reading.text.len()));
        topic
    }

    /// The claim that a number makes.
    fn claim(&self, number: &Number, topic: Topic) -> Option<Claim> {
        if number.sense != Sense::Count || !MEASURES.contains(&number.unit) || (number.chinese && number.unit == "个")
        {
            return None;
        }
        let reading = &self.passage.reading;
        let start = self.lead_start(number);
        let lead = compact(reading.recent(start, number.span.start));
        let clause = reading.clause(number.span.start);
        let after = compact(reading.words(number.span.end..clause.end.min(self.end_after(number))));
        let says_all = |object: &str| object.contains("决定") || object.contains("无法提供");
        let after_says_all = object(&after).is_some_and(says_all);
        // 18件予以公开、5件部分公开: the words between belong to the number before.
        if lead.ends_with('、') && !after_says_all {
            return None;
        }
        // Nothing before it says what it counts; only what is carried over can be named after a number.
        if lead.is_empty() && !carries_out(&after, self.year) {
            return None;
        }
        // What stands after the number says what it counts, where the words before it say only what was done.
        let is_act = |lead: &str| {
            const ACTS: [&str; 9] = ["收到", "受理", "接到", "办结", "答复", "办理", "共有", "发生", "有"];
            ACTS.iter().any(|act| lead.ends_with(act) || lead.trim_end_matches(['共', '了']).ends_with(act))
        };
        let names = |object: &&str| (is_act(&lead) && !matches!(lead.as_str(), "有" | "其中有")) || says_all(object);
        let lead = match object(&after).filter(names) {
            Some(object) => [&lead, object].concat(),
            None => lead,
        };
        let before = compact(reading.recent(clause.start, number.span.start));
        let recent = reading.recent(reading.sentence(number.span.start).start, number.span.start);
        if self.is_of_another_time(number, [&lead, &before, recent]) || has_any(&before, &["每", "平均"]) {
            return None;
        }
        // 引发行政复议1件的，通报批评 is a condition.
        if after.starts_with('的') || (number.unit == "部" && after.starts_with('分')) {
            return None;
        }
        let lately = recent.rsplit('；').next().unwrap_or(recent).replace("涉及政府信息公开的", "");
        // 施行以来累计受理156件，其中2024年受理9件: the part of the report year is all of its own.
        let is_of_the_year = lead.contains(&format!("{}年", self.year)) && has_any(&lately, &["以来", "历年"]);
        // 共受理18件，其中新收17件，结转1件，办结15件: what was closed is no part of what came in.
        let is_behind = lately.rsplit_once("其中").is_some_and(|(_, parts)| has_any(parts, &["新收", "上年"]))
            && has_any(&lead, &["办结", "答复"]);
        let listed = has_any(&lately, &LISTING) && !is_of_the_year && !is_behind;
        let subject = self.subject(number, [&lead, &before, &after, recent], topic, listed);
        let (subject, firm) = match subject {
            // The form's own words for a cell name it, where nothing else is known of it.
            None | Some((Subject::Results(Results::Row(_)), _) | (_, false)) if self.has_statistics() => {
                // 延期办结9件, among applications: the cell by nothing but its words.
                let own = statistic_by_its_own_words(&lead)
                    .map(|(figure, is_alone)| (Subject::Statistic(figure), is_alone && topic.applications && !listed));
                own.or(subject)?
            }
            subject => subject?,
        };
        let from = start.max(self.words_start(&lead, number));
        let marks = reading.words(from..number.span.start);
        let marks = marks.len() - marks.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let words = from + marks..number.span.end;
        let said = Said::Number { unit: number.unit, vague: number.vague };
        let place = self.passage.place;
        let standing = Standing::Unknown;
        Some(Claim { place, words, digits: number.digits.clone(), value: number.value, subject, said, firm, standing })
    }

    /// Where the words that belong to a number begin: after the last number that counts, or with the clause.
    fn lead_start(&self, number: &Number) -> usize {
        let reading = &self.passage.reading;
        let before = reading.numbers.get(..reading.index(number)).unwrap_or_default();
        let counting = before.iter().rev().take(4).find(|n| matches!(n.sense, Sense::Count | Sense::Percent));
        reading.clause(number.span.start).start.max(counting.map_or(0, |n| n.span.end))
    }

    /// Where the words after a number end that can belong to it.
    pub(super) fn end_after(&self, number: &Number) -> usize {
        const REACH: usize = 40;
        let after = self.passage.text().get(number.span.end..).unwrap_or_default();
        after.char_indices().nth(REACH).map_or(self.passage.text().len(), |(at, _)| number.span.end + at)
    }

    /// Where the words to quote begin: at most these characters before the number, never inside one.
    fn words_start(&self, lead: &str, number: &Number) -> usize {
        const QUOTED: usize = 16;
        let before = self.passage.reading.recent(0, number.span.start);
        let from = number.span.start - before.len();
        let letters = lead.chars().count().min(QUOTED);
        before
            .char_indices()
            .rev()
            .filter(|(_, c)| !c.is_whitespace())
            .take(letters)
            .last()
            .map_or(from, |(at, _)| from + at)
    }

    fn has_statistics(&self) -> bool {
        self.draft.form().is_some_and(|form| form.table(TableId::Statistics).is_some())
    }

    fn subject(
        &self,
        number: &Number,
        [lead, before, after, recent]: [&str; 4],
        topic: Topic,
        listed: bool,
    ) -> Option<(Subject, bool)> {
        let scoped = is_of_other_bodies(self.draft, recent);
        if number.unit == "万元" {
            // 减免行政事业性收费12万元 was not taken.
            let bare = lead.trim_end_matches(['共', '计', '合', '为', '达', '总', '额', '金']);
            let is_fee = bare.strip_suffix("收入").unwrap_or(bare).ends_with("行政事业性收费");
            let is_taken = !has_any(before, &["减免", "免征", "停征", "退还", "取消", "减轻"]);
            return (is_fee && is_taken).then_some((Subject::Fees, !scoped && !listed));
        }
        if let Some(row) = document(lead) {
            let stage = stage(before, recent)?;
            return Some((Subject::Document(row, stage), stage != Stage::Any && !scoped && !listed));
        }
        // 制发规范性文件3件，废止1件，现行有效26件: the later numbers count what the first one names.
        if let Some(stage) = stage_alone(lead).filter(|_| recent.contains("规范性文件")) {
            let scoped = scoped || has_any(recent, &["省级", "上级", "国家级", "国务院"]);
            return Some((Subject::Document(Document::Normative, stage), !scoped && !listed));
        }
        if self.has_statistics()
            && let Some((name, firm)) = statistic(lead)
        {
            return Some((Subject::Statistic(name), firm && !scoped));
        }
        let decided = decisions(lead, recent).filter(|_| matches!(number.unit, "件" | "起" | "宗" | "例" | "份"));
        if let Some((row, firm)) = decided {
            return Some((Subject::Decisions(row), firm && !scoped && !listed));
        }
        if disclosed(lead) {
            return Some((Subject::Disclosed, !scoped && !listed && is_by_all_channels(before)));
        }
        if let Some(end) = outcome(lead).filter(|_| self.is_about_disputes(number)) {
            if self.is_anothers_dispute(number, before, recent) || Self::is_of_a_body_of_review(recent) {
                return None;
            }
            // 复议10件，诉讼0件，维持2件: of none there is no result.
            if self.is_behind_none(number) && !recent.contains("其中") {
                return None;
            }
            return Some((Subject::Disputes(topic.court?, end), topic.court != Some(Court::Both) && !scoped));
        }
        if let Some(court) =
            court(lead).filter(|_| self.is_about_disputes(number) && !self.is_of_every_kind(number, before, recent))
        {
            if has_any(before, &["无关", "其他类型"]) || self.is_anothers_dispute(number, before, recent) {
                return None;
            }
            // 行政复议、行政诉讼各1件: each of them, not both together.
            if court == Court::Both && lead.ends_with('各') {
                return None;
            }
            // 其中涉及政府信息公开的行政复议2件 names all of them.
            let is_all = lead.contains("信息公开");
            return Some((Subject::Disputes(court, Outcome::Total), !scoped && (!listed || is_all)));
        }
        // 办结320件、结转下一年度27件: what stands behind 、 belongs to the next number.
        let is_its_own = !after.starts_with('、');
        if is_its_own && (topic.applications || after.starts_with("申请")) && carries_out(after, self.year) {
            return Some((Subject::CarriedOut, !scoped));
        }
        let application =
            application(lead, self.year).filter(|a| a.named || topic.applications || after.starts_with("新收申请"))?;
        // 不予公开信息数95条 counts information, not applications.
        if !application.named && number.unit != "件" && !self.goes_on_in_its_unit(number) {
            return None;
        }
        // 上年结转2封 counts letters.
        if number.unit == "封" && !lead.contains("申请") {
            return None;
        }
        // 工伤认定收到申请640件 counts applications for something else.
        if !application.named && has_any(before, &OTHER_APPLICATIONS) {
            return None;
        }
        let general =
            matches!(application.subject, Subject::Received | Subject::New | Subject::Closed | Subject::Handled);
        let of_information = ["关于政府信息公开", "关于信息公开", "有关政府信息公开", "有关信息公开", "各类"];
        let narrowed = of_information.iter().fold(without_its_basis(before), |words, of| words.replace(of, ""));
        // 共受理354件。其中新收345件: the new ones are told whole.
        let listed = listed && application.subject != Subject::New;
        if general && (listed || has_any(&narrowed, &["关于", "有关", "涉及", "要求", "类"])) {
            return None;
        }
        // 制发公文312件，其中主动公开108件，依申请公开95件，不予公开109件: so documents are classed, not applications.
        let kind = recent.replace("已主动公开", "");
        let classes = !application.named
            && kind.contains("主动公开")
            && !has_any(&kind, &["收到", "受理", "答复", "办结", "公开申请", "办理"]);
        // What was withdrawn is closed to some and not to others.
        let withdrawn = application.subject == Subject::Closed && has_any(recent, &["撤回", "撤销", "撤件"]);
        if classes {
            return None;
        }
        let rows = matches!(application.subject, Subject::Results(Results::Row(_)) | Subject::Applicant(_));
        let loose = scoped || withdrawn || (rows && listed && number.chinese);
        Some((application.subject, application.firm && !loose))
    }
}
