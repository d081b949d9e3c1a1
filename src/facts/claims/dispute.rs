//! Which reviews and suits a sentence speaks of: the office's own over open government information, or others.

use std::ops::Range;

use super::reader::{ClaimReader, HEADING};
use super::whose::{another_acts, is_another_dispute, is_set_apart};
use crate::draft::OfficeField;
use crate::text::{Number, compact, has_any, near};

impl ClaimReader<'_, '_> {
    /// Whether the results before a number are those of cases that a body of review hears: 全年审理行政复议案件1426件，其中维持842件.
    pub(super) fn is_of_a_body_of_review(recent: &str) -> bool {
        let court = ["复议", "诉讼", "应诉"].iter().filter_map(|court| recent.find(court)).min();
        let first = recent.get(..court.unwrap_or(0)).unwrap_or_default();
        has_any(first, &["审理", "审结"]) && !has_any(first, &["信息公开", "依申请"])
    }

    /// Whether the reviews or suits that a number counts are those of somebody else, or over something else than information.
    pub(super) fn is_anothers_dispute(&self, number: &Number, before: &str, recent: &str) -> bool {
        const COURTS: [&str; 4] = ["复议", "诉讼", "应诉", "起诉"];
        const OTHER_CASES: [&str; 7] = ["案件", "纠纷", "争议", "处罚", "许可", "执法", "投诉"];
        const REACH: usize = 600;
        let office = self.draft.office(OfficeField::Name);
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        // What follows ； is another matter.
        let after = reading.words(near(
            reading.text,
            &(number.span.end..sentence.end.max(number.span.end)),
            number.span.end,
            REACH,
        ));
        let after = after.split(['；', ';']).next().unwrap_or_default();
        let piece = recent.rsplit(['；', ';']).next().unwrap_or_default();
        if is_set_apart(after) || is_set_apart(piece) || matches!(number.unit, "人次" | "人") {
            return true;
        }
        // What stands before the court says whose they are: in the number's clause, or where the sentence first names one.
        let court = COURTS.iter().filter_map(|court| before.rfind(court)).max();
        let whose = if let Some(before) = court.and_then(|at| before.get(..at)) {
            before.to_owned()
        } else {
            let first = COURTS.iter().filter_map(|court| recent.find(court)).min();
            let before = first.and_then(|at| recent.get(..at)).unwrap_or_default();
            compact(before.rsplit(['，', ',', '；', '：', ':']).next().unwrap_or_default())
        };
        // 执法案件1542件，引起复议11件: they are over these.
        let earlier = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        let of_others = earlier.filter(|n| n.counts("件")).map(|n| reading.lead(n)).any(|lead| {
            has_any(lead, &OTHER_CASES) && !has_any(lead, &COURTS) && !has_any(lead, &["申请", "公开", "答复"])
        });
        (of_others && !whose.contains("信息公开")) || is_another_dispute(&whose, office) || another_acts(piece, office)
    }

    /// Whether the court named last before a number has no case: 行政诉讼0件，结果维持2件.
    pub(super) fn is_behind_none(&self, number: &Number) -> bool {
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let mut before = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        let court = before.find(|n| has_any(reading.lead(n), &["复议", "诉讼", "应诉"]));
        court.is_some_and(|court| court.value.is_zero())
    }

    /// Whether the reviews and suits of a sentence are those over open government information: the sentence, the one
    /// before it or the part's heading says so.
    pub(super) fn is_about_disputes(&self, number: &Number) -> bool {
        let reading = &self.passage.reading;
        self.speaks_of_information(reading.sentence(number.span.start))
            || self.speaks_of_information(reading.sentence_before(number.span.start))
    }

    pub(super) fn speaks_of_information(&self, sentence: Range<usize>) -> bool {
        const WORDS: [&str; 3] = ["信息公开", "依申请", "政务公开"];
        has_any(self.passage.reading.recent(sentence.start, sentence.end), &WORDS)
            || has_any(self.heading, &["复议", "诉讼"])
            || {
                let title: String = self.passage.text().chars().take(HEADING).collect();
                has_any(&title, &["依申请公开", "复议", "诉讼"])
            }
    }
}
