//! The dialog in which a paste is seen before it is done.

use leptos::prelude::{Get, RwSignal, Update};

use super::balance::balances;
use super::preview::preview;
use super::treatment::{Treatment, treatments};
use super::{after, fill};
use crate::paste::{Choices, Plan, Squares};
use crate::rules::Severity;
use crate::session::Session;
use crate::ui::dom::{El, close_dialog, el, show_dialog};
use crate::ui::page::{Page, PasteInto};
use crate::ui::parts::{Icon, button, icon, severity_mark};

/// Shows what would be done.
pub fn show(page: Page, into: &PasteInto, squares: Squares, plan: Plan, program: &str) {
    let (rows, columns) = squares.size();
    let from = if program.is_empty() { String::new() } else { format!("来自 {program}，") };
    let from = format!("{from}{rows} 行 {columns} 列");
    let title = format!("粘贴到“{}”", into.table.title());
    show_dialog(|| draw(page.session, &title, &from, squares, plan));
}

fn draw(session: Session, title: &str, from: &str, squares: Squares, plan: Plan) -> El {
    let choices = RwSignal::new(Choices::default());
    let dialog = el("dialog").attrs(&[
        ("class", "window paste-plan"),
        ("aria-labelledby", "paste-plan-title"),
        ("data-paste", ""),
    ]);
    let (closed, cancelled, done) = (dialog.clone(), dialog.clone(), dialog.clone());
    let close = button("button quiet small", move || close_dialog(&closed))
        .attrs(&[("aria-label", "关闭"), ("title", "关闭 Esc")])
        .child(icon(Icon::CLOSE));
    let head = el("div")
        .class("paste-head")
        .child(el("h2").attr("id", "paste-plan-title").text(title))
        .child(el("span").class("note").text(from))
        .child(el("span").class("grow"))
        .child(close);
    let (shown, lines, standing, counted, filled) = (plan.clone(), plan.clone(), plan.clone(), plan.clone(), plan);
    let grid = el("div").class("late").switch(
        move || choices.get(),
        move |choices| session.look(|draft| preview(draft, &squares, &shown, *choices)).into_iter().collect(),
    );
    let told = move || session.look(|draft| treatments(draft, &lines, choices.get())).unwrap_or_default();
    let list = el("ul").switch(told, move |lines| lines.iter().map(|line| treatment(choices, line)).collect());
    let box_of = el("div").class("paste-how").child(el("p").class("note").text("这样处理")).child(list);
    let stands = move || after(session, &standing, choices.get()).map(|after| balances(&after, &standing));
    let stands = el("div").attr("role", "status").switch(stands, |stands| match stands {
        Some((true, words)) if !words.is_empty() => vec![el("p").class("ok").child(icon(Icon::TICK)).text(words)],
        Some((false, words)) => vec![el("p").class("refused").child(severity_mark(Severity::Error)).text(words)],
        Some(_) | None => Vec::new(),
    });
    let counts = move || session.look(|draft| counts(draft, &counted, choices.get())).unwrap_or_default();
    let counts = std::rc::Rc::new(counts);
    let (words, number, enough) = (std::rc::Rc::clone(&counts), std::rc::Rc::clone(&counts), counts);
    let fill = button("button primary", move || {
        close_dialog(&done);
        fill(session, &filled, leptos::prelude::GetUntracked::get_untracked(&choices));
    });
    let fill = fill
        .attrs(&[("data-action", "paste-fill"), ("autofocus", "")])
        .attr_of("disabled", move || (enough().0 == 0).then(String::new))
        .text_of(move || format!("填入 {} 格", number().0 + number().1));
    let cancel = button("button", move || close_dialog(&cancelled)).attr("data-action", "paste-cancel").text("取消");
    let said = move || {
        let (changed, same, left) = words();
        format!("改 {changed} 格，{same} 格相同，{left} 格不动，可以撤销")
    };
    let foot = el("div")
        .class("paste-foot")
        .child(el("span").attr("role", "status").text_of(said))
        .child(el("span").class("grow"))
        .child(cancel)
        .child(fill);
    dialog.child(head).child(grid).child(box_of).child(stands).child(foot)
}

/// How many cells change, are as they were, and are left alone.
fn counts(draft: &crate::draft::Draft, plan: &Plan, choices: Choices) -> (usize, usize, usize) {
    let changed = plan.changes(draft, choices).len();
    let same = plan.same(draft, choices).len();
    (changed, same, plan.items.len() - changed - same)
}

/// A line of what is done, with its choice where there is one.
fn treatment(choices: RwSignal<Choices>, line: &Treatment) -> El {
    let name = line.name;
    let words = el("span").class("paste-of").text(&line.of);
    let becomes = el("span").class("paste-becomes").text(&line.becomes);
    let count = el("span").class("number note").text(&format!("{} 格", line.count));
    let row = el("label").class("paste-line");
    let mark = match line.choice {
        Some((choice, chosen)) => el("input")
            .attrs(&[("type", "checkbox"), ("name", &format!("paste-{name}"))])
            .attr_if("checked", chosen.then_some(""))
            .on("change", move |_| choices.update(|choices| *choices = choices.turned(choice))),
        None => el("span").class("note").attr("aria-hidden", "true").text("·"),
    };
    el("li").attr("data-paste-of", name).child(row.child(mark).child(words).child(becomes).child(count))
}
