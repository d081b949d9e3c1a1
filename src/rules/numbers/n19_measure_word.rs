//! N19: a measure word that does not go with what is counted, or stands without its number.

mod missing;
mod things;

use std::collections::HashSet;

use crate::draft::Place;
use crate::facts::{Claim, Facts, Passage, Said, Stage, Subject};
use crate::form::{Document, FormId, TableId};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{Number, has_any};
use missing::missing;
use things::{THINGS, Thing};

pub(super) static RULE: Rule = Rule {
    id: "N19",
    title: "量词不当或前面缺数",
    why: "信息用“条”或“件”，规范性文件、申请、复议、诉讼、文件用“件”（2019年度前规范性文件也用“条”，规章也用“部”），会议、培训用“次”或“期”。\
          量词前面没有数的，多是漏填。",
    example: "主动公开政府信息148份。收到政府信息公开申请件。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let claims = facts.claims();
    // What states a figure of the tables is judged once.
    let mut judged: HashSet<(Place, usize)> = HashSet::new();
    for claim in claims {
        let Some((unit, allowed)) = unfit_claim(claim, case.draft.year()) else { continue };
        let Some(passage) = prose.paragraph(claim.place) else { continue };
        if is_piece_of_information(passage, claim) {
            continue;
        }
        judged.insert((claim.place, claim.digits.start));
        let what = claim.subject.label().trim_end_matches('数');
        found.push(unfit(passage, claim.words.clone(), unit, allowed, what));
    }
    for passage in prose.paragraphs() {
        let left = |number: &&Number| !judged.contains(&(passage.place, number.digits.start));
        for number in passage.reading.numbers.iter().filter(left) {
            if let Some((what, allowed)) = other_measures(passage, number) {
                found.push(unfit(passage, number.span.clone(), number.unit, allowed, what));
            }
        }
        missing(case, passage, found);
    }
}

/// Whether a claim counts the pieces of information that documents are: 公开信息1,234条，其中规范性文件3条.
fn is_piece_of_information(passage: &Passage, claim: &Claim) -> bool {
    let Said::Number { unit, .. } = claim.said else { return false };
    let sentence = passage.reading.sentence(claim.words.start);
    let before = passage.reading.recent(sentence.start, claim.digits.start);
    let is_listed = has_any(before, &["其中", "包括", "包含", "涵盖", "涉及", "：", ":", "（"]);
    matches!(claim.subject, Subject::Document(_, Stage::Any)) && matches!(unit, "条" | "篇") && is_listed
}

/// The measure word of a claim, with those that its subject takes, where it is none of them.
pub(super) fn unfit_claim(claim: &Claim, year: u16) -> Option<(&'static str, &'static [&'static str])> {
    let Said::Number { unit, .. } = claim.said else { return None };
    let allowed = measures(claim.subject, year);
    (!allowed.is_empty() && !allowed.contains(&unit)).then_some((unit, allowed))
}

/// The measure words that go with a subject; empty where none is prescribed.
fn measures(subject: Subject, year: u16) -> &'static [&'static str] {
    match subject {
        Subject::Disclosed => &["条", "件"],
        Subject::Document(Document::Rules, _) => &["件", "部"],
        // The statistic form counts them as information, too.
        Subject::Document(..) if FormId::of_year(year).form().table(TableId::Statistics).is_some() => &["件", "条"],
        Subject::Document(..)
        | Subject::Received
        | Subject::New
        | Subject::CarriedIn
        | Subject::CarriedOut
        | Subject::Closed
        | Subject::Handled
        | Subject::Disputes(..) => &["件"],
        Subject::Results(_)
        | Subject::Applicant(_)
        | Subject::Organisations
        | Subject::Decisions(_)
        | Subject::Fees
        | Subject::Statistic(_) => &[],
    }
}

/// What a number outside the tables counts, and the measure words for it, where its own does not fit.
pub(super) fn other_measures(passage: &Passage, number: &Number) -> Option<(&'static str, &'static [&'static str])> {
    const FAR: usize = 20;
    let unfit = |wrong: &[&str]| wrong.contains(&number.unit);
    if !number.is_count() || number.unit.is_empty() {
        return None;
    }
    // 条次 counts how often, 条 how many.
    let said = passage.reading.recent(passage.reading.sentence(number.span.start).start, number.span.start);
    let counts_times = has_any(said, &["推送", "来电", "来访", "转发", "浏览", "办件", "业务"]);
    if unfit(&["条次", "件次"]) && !counts_times {
        return Some(("信息、材料", if number.unit == "条次" { &["条", "篇"] } else { &["件"] }));
    }
    let lead = passage.reading.lead(number);
    let lead = without_sums(lead);
    let clause = passage.reading.words(passage.reading.clause(number.span.start));
    // 12项依申请公开申请: what is counted may stand behind its number.
    let behind = passage.reading.trail(number);
    let behind = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_behind = behind.chars().count() <= FAR && !behind.contains(['未', '收', '受', '无']);
    // 信息81条，其中建议提案2768条 counts pieces of information by what they are about.
    let sentence = passage.reading.sentence(number.span.start);
    let start = passage.reading.sentence_before(number.span.start).start.min(sentence.start);
    let is_of_members = has_any(lead, &["人大", "政协", "代表", "委员"]);
    let of_information = !is_of_members && has_any(passage.reading.recent(start, number.span.start), &["信息", "栏目"]);
    // Advice that somebody gives is counted in 条: 提出意见建议23条.
    let is_advice = has_any(clause, &["提出", "采纳", "征集", "意见"]) && number.unit == "条";
    // 推送1261篇，其中网站390篇、微信公众号871篇 counts what they spread.
    let earlier = passage.reading.numbers_in(&(sentence.start..number.span.start)).iter();
    let is_of_these = earlier.rev().take(8).any(|n| n.is_count() && n.unit == number.unit);
    // 3宗行政诉讼案件与信息公开有关; 两次依申请公开业务培训 are trainings.
    let names = |behind: &str, word: &str| {
        let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(['与', '均', '已', '全', '都']);
        behind.ends_with(word) || behind.strip_prefix(word).is_some_and(goes_on)
    };
    // 政策解读三项制度 counts no interpretations.
    let fits = |thing: &&Thing| {
        if (number.chinese && number.unit == "项") || (thing.label == "政务新媒体" && is_of_these) {
            return false;
        }
        if is_advice && !thing.beside.is_empty() {
            return false;
        }
        // An application says by itself what it is, whatever information it asks for.
        let is_asked = matches!(thing.label, "申请" | "复议、诉讼");
        let of_other = of_information && !is_asked;
        let beside = thing.beside.is_empty() || (has_any(clause, thing.beside) && !of_other);
        let is_named = thing.ends.iter().any(|word| lead.ends_with(word))
            || (is_asked && is_behind && thing.ends.iter().any(|word| names(behind, word)))
            || (thing.label == "申请" && is_behind && behind.ends_with("申请"));
        // 依申请公开182条 can count information: what was received is an application.
        let is_named = is_named
            && (!lead.ends_with("依申请公开") || has_any(clause, &["收到", "接到", "接受", "受理", "办结", "答复"]));
        // 讲解行政诉讼案件12个 are told as examples.
        let is_taught = thing.label == "复议、诉讼" && has_any(clause, &["讲解", "旁听", "案例", "学习"]);
        beside
            && !is_taught
            && (is_named || (thing.label == "信息" && is_information(lead)))
            && !(of_other && number.unit == "条")
    };
    if let Some(thing) = THINGS.iter().find(fits).filter(|thing| unfit(thing.unfit)) {
        // What a channel spread is counted by pieces: 公众号推送 ends with its verb, 公众号 with its name.
        return Some((thing.label, thing.fit));
    }
    let issued = has_any(lead, &["印发", "制发", "出台"]) && lead.ends_with("文件") && !lead.ends_with("规范性文件");
    let shown = has_any(lead, &["公开", "公示", "公布"]) && lead.ends_with("文件") && !lead.ends_with("规范性文件");
    ((issued && unfit(&["条", "篇", "部", "次"])) || (shown && unfit(&["个", "次"]))).then_some(("文件", &["件"]))
}

/// Words without those of a sum that end them: 发布信息合计.
fn without_sums(lead: &str) -> &str {
    const SUMS: [&str; 11] = ["合计", "总计", "累计", "总共", "共计", "总数", "总量", "共", "计", "达", "了"];
    let mut lead = lead.trim_end_matches(|c: char| c.is_whitespace() || c == '”');
    while let Some(rest) = SUMS.iter().find_map(|sum| lead.strip_suffix(sum)) {
        lead = rest.trim_end();
    }
    lead
}

/// Whether words end with information that was made public, of whatever kind: 发布政务动态信息.
fn is_information(lead: &str) -> bool {
    const KINDS: [&str; 6] = ["各类", "政府", "政务", "动态", "工作", "重点领域"];
    let Some(mut rest) = lead.strip_suffix("信息") else { return false };
    while let Some(shorter) = KINDS.iter().find_map(|kind| rest.strip_suffix(kind)) {
        rest = shorter;
    }
    rest.ends_with("公开") || rest.ends_with("发布")
}

fn unfit(passage: &Passage, quote: std::ops::Range<usize>, unit: &str, allowed: &[&str], what: &str) -> Finding {
    let right = allowed.first().copied().unwrap_or_default();
    let span = quote.end - unit.len()..quote.end;
    Finding::new(RULE.id, Severity::Warning, passage.place, format!("量词“{unit}”不当"))
        .saying(format!("{what}的量词用“{}”。", allowed.iter().take(2).copied().collect::<Vec<_>>().join("”或“")))
        .quoting(passage, quote)
        .mended_by(format!("改为“{right}”"), Change::words(passage, span, right))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found, mends};

    fn report(text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "figures": {{"applications.new.total": 3}},
            "narrative": [{{"heading": "一、总体情况", "body": ["{text}"]}}]}}"#
        )
    }

    const PLACE: &str = "N19:narrative.0.body.0";

    #[test]
    fn measure_words_that_do_not_fit() {
        let json = report("主动公开政府信息148份。");
        finds("N19", &json, &[&format!("{PLACE}#主动公开政府信息148份")]);
        let mended = mends(&format!("{PLACE}#主动公开政府信息148份"), &json);
        assert!(mended.to_json().contains("主动公开政府信息148条"));
        finds("N19", &report("收到政府信息公开申请3条。"), &[&format!("{PLACE}#收到政府信息公开申请3条")]);
        finds("N19", &report("召开工作会议3件。"), &[&format!("{PLACE}#3件")]);
        finds("N19", &report("规范性文件3条。"), &[]);
    }

    #[test]
    fn a_measure_word_without_its_number() {
        let json = report("收到政府信息公开申请件，均已答复。");
        finds("N19", &json, &[&format!("{PLACE}#申请件")]);
        let gap = found("N19", &json)[0].quote.as_ref().and_then(|quote| quote.gap);
        assert_eq!(gap, Some("收到政府信息公开申请".len()));
        assert!(mends(&format!("{PLACE}#申请件"), &json).to_json().contains("收到政府信息公开申请3件，均已答复"));
    }

    #[test]
    fn what_fits() {
        for text in [
            "主动公开政府信息148条，公开规范性文件2件，规章1件。",
            "收到政府信息公开申请3件，办理依申请公开件件有回音。",
            "召开会议3次，举办培训班2期，开展培训5场，发布解读稿件20篇，新媒体3个。",
            "对每个申请件认真登记。",
            "没有发生行政诉讼案件。",
            "印发通知10份，发放宣传册200册。",
        ] {
            finds("N19", &report(text), &[]);
        }
    }
}
