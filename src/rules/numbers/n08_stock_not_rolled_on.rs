//! N08: what is in force is not last year's stock with what was issued and less what was repealed.

use super::last;
use super::relation::set;
use crate::draft::Place;
use crate::facts::Facts;
use crate::form::Law;
use crate::rules::{Finding, Line, Rule, Severity, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N08",
    title: "现行有效件数与上年接不上",
    why: "现行有效件数一般等于上年现行有效件数加本年制发件数、减本年废止件数。口径调整、集中清理等原因造成不一致的，写明原因后确认。\
          有上年年报（2021年格式）或历年数据中有上年的现行有效件数时才比较。",
    example: "上年现行有效665件，本年制发88件、废止55件，现行有效写作689件，应为698件。",
    when: When::EveryEdit,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let relations = case.draft.form().map(|form| form.relations.as_slice()).unwrap_or_default();
    for relation in relations.iter().filter(|relation| relation.rule == RULE.id) {
        let Law::Rolled { stock, more, less } = &relation.law else { continue };
        let value = |key| last::value(case.draft, key);
        let (Some(this), Some(added), Some(taken)) = (value(stock.key), value(more.key), value(less.key)) else {
            continue;
        };
        let Some((before, basis)) = last::figure(case, stock.key) else { continue };
        let expected = before.saturating_add(added).saturating_sub(taken);
        if this == expected {
            continue;
        }
        let title = format!("{}现行有效 {this} 件，与上年接不上", relation.title);
        let places = [stock, more, less].map(|term| Place::Cell(term.key)).into_iter().chain(basis);
        let finding = Finding::new(RULE.id, Severity::Warning, Place::Cell(stock.key), title)
            .saying("制发、废止和两年的现行有效件数中有一个可能不准，请核对；口径有调整的，请说明。")
            .resting_on(case.draft, places);
        let year = last::year(case);
        let mut line = Line::of("＋", [(format!("{year}年现行有效"), before), (more.label.to_owned(), added)]);
        line.terms.extend(Line::of("", [(less.label.to_owned(), taken)]).terms);
        if let Some(term) = line.terms.last_mut() {
            term.sign = "−";
        }
        let mut finding = last::compared(finding, stock.label, this, line.makes(expected.to_string()));
        let label = format!("{}·现行有效改为 {expected}（原 {this}）", relation.title);
        finding.mend = set(case, label, stock.key, expected);
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{figures, finds, found, found_beside, mends_after};

    fn normative(issued: u32, repealed: u32, in_force: u32) -> String {
        figures(&format!(
            r#""proactive.normative.issued": {issued}, "proactive.normative.repealed": {repealed},
            "proactive.normative.in_force": {in_force}"#
        ))
    }

    fn last(in_force: u32) -> String {
        normative(1, 0, in_force).replace("2023", "2022")
    }

    #[test]
    fn the_stock_goes_on_from_last_year() {
        assert!(found_beside("N08", &normative(88, 55, 698), &last(665)).is_empty());
        let json = normative(88, 55, 689);
        let found = found_beside("N08", &json, &last(665));
        let sums: Vec<_> = found.iter().flat_map(|f| f.arithmetic.iter().flat_map(|a| &a.lines)).collect();
        assert_eq!(sums.iter().filter_map(|line| line.result.as_deref()).collect::<Vec<_>>(), ["689", "698"]);
        let mended = mends_after("N08:proactive.normative.in_force", &json, &last(665));
        assert!(mended.to_json().contains("\"proactive.normative.in_force\": 698"));
    }

    #[test]
    fn no_mend_below_zero_and_nothing_without_last_year() {
        assert!(found_beside("N08", &normative(0, 9, 3), &last(2)).iter().all(|f| f.mend.is_none()));
        finds("N08", &normative(88, 55, 689), &[]);
        let blank = figures(r#""proactive.normative.in_force": 698"#);
        assert!(found_beside("N08", &blank, &last(665)).is_empty());
        let old =
            r#"{"nianbao": 1, "form": "national-2019", "year": 2022, "figures": {"proactive.normative.open": 9}}"#;
        assert!(found_beside("N08", &normative(88, 55, 689), old).is_empty());
    }

    #[test]
    fn the_drafts_own_history_serves_as_well() {
        let json = normative(88, 55, 689)
            .replace(r#""figures""#, r#""history": {"proactive.normative.in_force": {"2022": 665}}, "figures""#);
        assert_eq!(found("N08", &json).len(), 1);
    }
}
