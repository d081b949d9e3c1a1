//! What is missing is said, once: a draft of tables alone, or with a part left empty, is never without findings.

use nianbao::draft::{Draft, Edit, Embedded, Item, Splice};
use nianbao::facts::Case;
use nianbao::rules::{Finding, check_all};

use crate::editions::clean;

fn found(draft: &Draft) -> Vec<Finding> {
    let today = format!("{}-01-20", draft.year() + 1).parse().expect("a day");
    check_all(&Case::new(draft, today))
}

#[test]
fn a_draft_of_tables_alone_says_that_there_is_no_text() {
    for form in crate::forms() {
        let mut draft = clean(form);
        draft.apply(Edit::SpliceParts(Splice::remove(0, draft.narrative().len())));
        draft.apply(Edit::SpliceOpening(Splice::remove(0, draft.opening().len())));
        let of_text = found(&draft).into_iter().filter(|finding| finding.rule == "F06").count();
        assert_eq!(of_text, 1, "{}", form.name);
    }
}

#[test]
fn a_part_left_empty_is_told_once() {
    for form in crate::forms() {
        let report = clean(form);
        let before: Vec<String> = found(&report).iter().map(Finding::identity).collect();
        for (n, part) in report.narrative().iter().enumerate() {
            // Where an official table stands, the form asks for no text.
            let has_table = form.tables.iter().any(|table| table.part == Some(n))
                || part
                    .body
                    .iter()
                    .any(|item| matches!(item, Item::Embed(embed) if matches!(embed.what, Embedded::Table(_))));
            if has_table {
                continue;
            }
            let mut draft = report.clone();
            draft.apply(Edit::SpliceBody(n, Splice::remove(0, part.body.len())));
            let of_part: Vec<Finding> = found(&draft)
                .into_iter()
                .filter(|finding| finding.place.part() == Some(n) && !before.contains(&finding.identity()))
                .collect();
            let told: Vec<&str> = of_part.iter().map(|finding| finding.title.as_str()).collect();
            assert_eq!(told.len(), 1, "{} {}: {told:?}", form.name, part.heading);
        }
    }
}

#[test]
fn a_report_without_its_date_says_so() {
    for form in crate::forms() {
        let mut draft = clean(form);
        draft.apply(Edit::SetPublished(None));
        assert_eq!(found(&draft).iter().filter(|finding| finding.rule == "F13").count(), 1, "{}", form.name);
    }
}
