//! What comes of a paste, by what was pasted and by what the clerk chose.

use super::*;
use crate::sheet::{View, grid};

fn draft(figures: &str) -> Draft {
    let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {{{figures}}}}}"#);
    Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

/// What a text comes to that is pasted into table three at a row and a column.
fn plan(draft: &Draft, text: &str, at: (usize, usize)) -> Plan {
    let grid = grid(draft, TableId::Applications, View::Filled(&[])).expect("a grid");
    let layout = Layout::of(&grid);
    Plan::of(draft, &grid, &layout, &Squares::of_text(text), layout.region(at, at))
}

fn figures(plan: &Plan, draft: &Draft, choices: Choices) -> String {
    let after = plan.after(draft, choices);
    let json: serde_json::Value = serde_json::from_str(&after.to_json()).expect("JSON");
    json["figures"].to_string().replace("applications.", "").replace('"', "")
}

#[test]
fn figures_go_where_they_lie_and_nothing_is_asked() {
    let draft = draft("");
    let plan = plan(&draft, "3\t0\n1\t2\n", (3, 3));
    assert!(plan.is_plain(&draft));
    let expected = "{new.natural:3,new.business:0,carried_in.natural:1,carried_in.business:2}";
    assert_eq!(figures(&plan, &draft, Choices::default()), expected);
    let mut after = plan.after(&draft, Choices::default());
    assert_eq!(plan.changes(&after, Choices::default()).len(), 0, "pasted again it changes nothing");
    assert_eq!(plan.same(&after, Choices::default()).len(), 4);
    assert_eq!(plan.same(&draft, Choices::default()).len(), 0);
    let inverse = after.apply(Edit::SetCell("applications.new.natural".parse().expect("a place"), CellValue::Blank));
    after.apply(inverse);
    assert_eq!(figures(&plan, &draft, Choices::default()), expected);
}

#[test]
fn what_is_not_plain_is_asked_and_done_as_chosen() {
    let draft = draft(r#""applications.new.legal": 5"#);
    let plan = plan(&draft, "27件\t—\t\t####\t\t约3\t27\n", (3, 3));
    assert!(!plan.is_plain(&draft));
    let with = |choices| figures(&plan, &draft, choices);
    let usual = Choices::default();
    // 法律服务机构 was pasted blank and stays; what was not shown or read changes nothing.
    assert_eq!(with(usual), "{new.natural:27,new.business:0,new.legal:5}");
    assert_eq!(with(usual.turned(Choice::Tidied).turned(Choice::Dashes)), "{new.legal:5}");
    assert_eq!(with(usual.turned(Choice::Blanks)), "{new.natural:27,new.business:0,new.research:0,new.legal:0}");
    // The total is 27, and 32 with the 5 that stay.
    assert_eq!(plan.sums(&draft, usual), (1, 1));
    assert_eq!(plan.sums(&draft, usual.turned(Choice::Blanks)), (1, 0));
    assert_eq!(with(usual.turned(Choice::Sums)), "{new.natural:27,new.business:0,new.legal:5,new.total:27}");
    assert_eq!(plan.edit(&draft, usual.turned(Choice::Tidied).turned(Choice::Dashes)), Edit::NOTHING);
}

#[test]
fn categories_that_are_not_there_are_added_in_the_same_step() {
    let mut draft = draft("");
    draft.apply(Edit::SpliceProposals(Splice::insert(0, vec![Proposal::default()])));
    let grid = grid(&draft, TableId::Proposals, View::Filled(&[])).expect("a grid");
    let layout = Layout::of(&grid);
    let squares = Squares::of_text("社会事业\t5\t5\n工业\t3\t2\n");
    let plan = Plan::of(&draft, &grid, &layout, &squares, layout.region((1, 1), (1, 1)));
    assert!(plan.is_plain(&draft) && plan.added == 1, "{plan:?}");
    let before = draft.clone();
    let inverse = draft.apply(plan.edit(&draft, Choices::default()));
    assert_eq!(draft.proposals().len(), 2);
    assert_eq!(draft.text("proposals.1.category".parse().expect("a place")).as_deref(), Some("工业"));
    assert_eq!(plan.changes(&draft, Choices::default()).len(), 0, "pasted again it changes nothing");
    draft.apply(inverse);
    assert_eq!(draft.to_json(), before.to_json());
}

#[test]
fn a_total_that_is_right_asks_nothing_and_states_nothing() {
    let draft = draft("");
    let plan = plan(&draft, "1\t2\t0\t0\t0\t0\t3", (3, 3));
    assert!(plan.is_plain(&draft));
    assert!(!figures(&plan, &draft, Choices::default().turned(Choice::Sums)).contains("total"));
}
