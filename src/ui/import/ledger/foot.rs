//! The foot: what comes in and what is placed, what is left, and the way to take the ledger over.

use super::View;
use crate::form::TableId;
use crate::rules::Severity;
use crate::ui::dom::{El, el};
use crate::ui::page::{FillPart, Route, Screen, focus_first};
use crate::ui::parts::{button, severity_mark};

/// The foot.
pub fn foot(view: &View) -> El {
    let (sum, open, many, ready) = (view.clone(), view.clone(), view.clone(), view.clone());
    let (accepted, cancelled) = (view.clone(), view.clone());
    let sum = move || {
        sum.0.counts.with(|counts| {
            let (new, carried_in, placed) = (counts.new, counts.carried_in, counts.placed.len());
            let all = new + carried_in;
            let left = match all.saturating_sub(placed) {
                0 => "不差".to_owned(),
                left => format!("还差 {left}"),
            };
            format!("新收 {new} ＋ 上年结转 {carried_in} ＝ {all}；已归 {placed}，{left}")
        })
    };
    let open_lines = move || open.0.counts.with(|counts| counts.open.len());
    let left = |count: &usize| match count {
        0 => Vec::new(),
        count => {
            vec![severity_mark(Severity::Warning), el("span").text(&format!("还有 {count} 行没有归，办理结果里先不计"))]
        }
    };
    let placed = move || format!("填入 {} 行", many.0.counts.with(|counts| counts.placed.len()));
    let is_open = move || ready.0.target.to.with(Option::is_none);
    el("footer")
        .class("import-foot")
        .child(el("p").text_of(sum))
        .child(el("span").class("grow"))
        .child(el("span").attrs(&[("class", "ledger-left"), ("role", "status")]).switch(open_lines, left))
        .child(button("button quiet", move || cancel(&cancelled)).attr("data-action", "ledger-cancel").text("取消"))
        .child(
            button("button primary", move || accept(&accepted))
                .attr("data-action", "ledger-accept")
                .attr_of("aria-disabled", move || is_open().then(|| "true".to_owned()))
                .text_of(placed),
        )
}

/// Counts the ledger into the draft and goes to its table three. Where no draft is chosen, that comes first.
fn accept(view: &View) {
    let parts = &view.0;
    let Some(to) = parts.target.to.look(Option::clone) else {
        focus_first(&["select[name=\"ledger.draft\"]"]);
        return;
    };
    if let Some(id) = parts.page.session.take_ledger(&parts.file, &to) {
        let screen = Screen::Fill(FillPart::Table(TableId::Applications));
        parts.page.router.go(&Route::Draft { id, screen });
    }
}

/// Back to the list of files, or away; nothing of the ledger stays.
fn cancel(view: &View) {
    let session = view.0.page.session;
    match view.0.looked_at {
        Some(looked_at) if session.imports().len() > 1 => super::super::look_at(looked_at, None),
        Some(_) | None => super::super::leave(session, view.0.page.router),
    }
}
