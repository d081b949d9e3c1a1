//! N18: a main figure is given as 余, 约 or 多.

use crate::facts::{Case, Claim, Facts, Passage, Said, Standing};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};

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
