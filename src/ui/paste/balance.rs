//! How the columns stand once it is pasted.

use crate::calc::{Balance, balance};
use crate::draft::Draft;
use crate::form::{Form, Place, Term};
use crate::paste::Plan;

/// How the columns stand after a paste: those that do not balance by name, the others by number.
pub fn balances(after: &Draft, plan: &Plan) -> (bool, String) {
    let (mut holds, mut off) = (0_usize, Vec::new());
    for (column, left, right) in after.form().into_iter().flat_map(Form::balances) {
        let touched = |term: &Term| plan.items.iter().any(|item| item.place == Place::Cell(term.key));
        if !left.iter().chain(right).any(touched) {
            continue;
        }
        match balance(after, left, right) {
            Balance::Holds(_) => holds += 1,
            Balance::Off(difference) => off.push(format!("{}差 {difference}", name(after, column))),
            Balance::Unfinished => {}
        }
    }
    match (off.is_empty(), holds) {
        (true, 0) => (true, String::new()),
        (true, holds) => (true, format!("填入后 {holds} 列平衡：第一项＋第二项 ＝ 第三项＋第四项")),
        (false, _) => (false, format!("填入后不平衡：{}", off.join("，"))),
    }
}

/// What a column of table three is called.
fn name(draft: &Draft, column: &str) -> &'static str {
    let kinds = draft.form().map(Form::applicants).unwrap_or_default();
    kinds.iter().find(|kind| kind.id == column).map_or("总计", |kind| kind.label)
}
