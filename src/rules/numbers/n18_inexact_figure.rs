//! N18: a main figure is given as 余, 约 or 多.

use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use crate::draft::Place;
use crate::facts::{Case, Claim, Facts, Passage, Said, Standing};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::has_any;

pub(super) static RULE: Rule = Rule {
    id: "N18",
    title: "主要数字不准确",
    why: "主动公开、收到申请、答复、复议、诉讼等主要数字应当准确，不用“余”“约”“多”“近”“左右”。",
    example: "主动公开政府信息5500余条。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let claims = facts.claims();
    for (passage, words) in inexact_information(facts) {
        found.push(
            Finding::new(RULE.id, Severity::Warning, passage.place, "主要数字不准确")
                .saying("公开的信息、收到的申请应写准确的数。")
                .quoting(passage, words),
        );
    }
    for claim in claims.iter().filter(|claim| is_inexact(claim)) {
        let Said::Number { unit, .. } = claim.said else { continue };
        let Some(passage) = prose.paragraph(claim.place) else { continue };
        let finding = Finding::new(RULE.id, Severity::Warning, claim.place, "主要数字不准确")
            .saying(format!("{}应写准确的数。", claim.subject.label()))
            .quoting(passage, claim.words.clone());
        found.push(match exact(case, passage, claim, unit) {
            Some((label, change)) => finding.mended_by(label, change),
            None => finding,
        });
    }
}

/// The words of inexact numbers of information made public and of applications that are no figures of the tables: 发布各类政府信息
/// 近5000条. How many read it or took part in it is nobody's figure.
pub(super) fn inexact_information<'a, 'b>(
    facts: &'a Facts<'b>,
) -> impl Iterator<Item = (&'a Passage<'b>, Range<usize>)> + use<'a, 'b> {
    const DONE: [&str; 7] = ["公开", "发布", "推送", "公布", "上传", "收到", "受理"];
    const WHAT: [&str; 8] = ["信息", "动态", "公开申请", "文件", "政策", "内容", "事项", "要闻"];
    const OTHER: [&str; 12] =
        ["阅读", "浏览", "点击", "访问", "留言", "来信", "咨询", "热线", "诉求", "宣传", "资料", "转发"];
    let main = facts.claims().iter().filter(|claim| claim.subject.is_main());
    let claimed: HashSet<(Place, usize)> = main.map(|claim| (claim.place, claim.digits.start)).collect();
    let claimed = Rc::new(claimed);
    let paragraphs = facts.prose().paragraphs();
    paragraphs.flat_map(move |passage| {
        let reading = &passage.reading;
        let vague = reading.numbers.iter().filter(|n| n.vague && n.is_count() && ["条", "件", "篇"].contains(&n.unit));
        let claimed = Rc::clone(&claimed);
        let own = vague.filter(move |number| {
            let (lead, clause) = (reading.lead(number), reading.clause_before(number.span.start));
            let lead = lead.trim_end_matches(['约', '近', '超', '过', '逾', '大', '将', '共', '计']);
            // 主动公开本部门政府信息，合计400多篇: the clause before says what is summed up.
            let earlier = reading.recent(reading.sentence(number.span.start).start, number.span.start);
            let earlier = earlier.trim_end_matches(lead).trim_end_matches(['，', ',', '合', '总', '共', '计']);
            let is_bare = lead.trim_matches(|c: char| !c.is_alphanumeric()).trim_matches(['合', '总']).is_empty();
            let lead = if is_bare { earlier.rsplit(['，', ',']).next().unwrap_or_default() } else { lead };
            // 等信息共计公开660余条: what was done may stand behind what it was done to.
            let lead = DONE.iter().find_map(|done| lead.strip_suffix(done)).unwrap_or(lead);
            let lead = lead.trim_end_matches(['共', '计', '累']);
            has_any(clause, &DONE)
                && WHAT.iter().any(|what| lead.ends_with(what))
                && !has_any(clause, &OTHER)
                && !claimed.contains(&(passage.place, number.digits.start))
        });
        own.map(move |number| {
            let lead = reading.lead(number).trim_start_matches(|c: char| !c.is_alphanumeric());
            (passage, number.span.start - lead.len()..number.span.end)
        })
    })
}

/// Whether a claim states a main figure inexactly. One that the table contradicts as well is N13's.
pub(super) fn is_inexact(claim: &Claim) -> bool {
    let differs = claim.firm && matches!(claim.standing, Standing::Differs(_));
    matches!(claim.said, Said::Number { vague: true, .. }) && claim.subject.is_main() && !differs
}

/// The mend that writes the one figure of the cells that the claim may mean.
fn exact(case: &Case, passage: &Passage, claim: &Claim, unit: &str) -> Option<(String, Change)> {
    let counts = claim.subject.counts(case.draft);
    let [count] = counts.as_slice() else { return None };
    let words = format!("{}{unit}", count.value.normalize());
    let before = passage.reading.recent(0, claim.digits.start);
    let about = ["大约", "约", "将近", "近", "超过", "逾"].iter().find(|word| before.ends_with(**word));
    let from = claim.digits.start - about.map_or(0, |word| word.len());
    let change = Change::words(passage, from..claim.words.end, words);
    Some((format!("改为 {} {unit}", count.value.normalize()), change))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    fn report(text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {{"disclosed.total": 88}},
            "narrative": [{{"body": ["{text}"]}}]}}"#
        )
    }

    #[test]
    fn main_figures_are_exact() {
        let json = report("主动公开政府信息80余条。");
        finds("N18", &json, &["N18:narrative.0.body.0#主动公开政府信息80余条"]);
        let mended = mends("N18:narrative.0.body.0#主动公开政府信息80余条", &json);
        assert!(mended.to_json().contains("主动公开政府信息88条。"));
        finds(
            "N18",
            &report("约收到政府信息公开申请3件，收到政府信息公开申请约30件。"),
            &["N18:narrative.0.body.0#收到政府信息公开申请约30件"],
        );
        for text in ["主动公开政府信息88条。", "阅读量3万余次。", "培训干部200余人次。", "近年来公开88条。"]
        {
            finds("N18", &report(text), &[]);
        }
    }
}
