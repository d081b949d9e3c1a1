//! The lines by result and applicant, each group with its lines in the ledger's own words.

use super::View;
use super::words::{day, line_name, standing_title};
use crate::form::{Form, Key, Row};
use crate::read::ledger::{Counts, Intake, Ledger, Placements, Standing};
use crate::ui::dom::{El, el, find, next_frame};

/// So many lines of a group are drawn; the rest is counted.
const DRAWN: usize = 100;

/// Lines that count in the same cell, or in none.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Where it stands among the others: the row, the kind of applicant.
    pub rank: (usize, usize),
    /// What it is called.
    pub title: String,
    /// The kind of applicant.
    pub who: &'static str,
    /// Its lines, by their index.
    pub lines: Vec<usize>,
}

/// The lines of which nothing has to be said, by result and applicant, in the order of the form; last those that do not count.
pub fn groups(ledger: &Ledger, form: &Form, placements: &Placements, counts: &Counts) -> Vec<Group> {
    let rows = form.results().count();
    let mut groups: Vec<Group> = Vec::new();
    let all = counts.placed.iter().chain(&counts.outside).chain(&counts.not_counted);
    for (at, line) in all.filter_map(|at| Some((*at, ledger.lines.get(*at)?))) {
        let placed = placements.of(line);
        let (row, title) = match (placed.intake, placed.standing) {
            (_, Some(Standing::NotCounted)) => (rows + 2, "不计的".to_owned()),
            (Some(Intake::Outside), _) => (rows + 1, "不在本年的，没有计".to_owned()),
            (_, Some(standing)) => {
                let at = match standing {
                    Standing::Result(row) => form.results().position(|own| own == row),
                    Standing::Pending | Standing::NotCounted => None,
                };
                (at.unwrap_or(rows), standing_title(standing))
            }
            (_, None) => continue,
        };
        let is_counted = row <= rows;
        let who = placed.applicant.filter(|_| is_counted);
        let column = who.and_then(|who| form.applicants().iter().position(|own| own.id == who.id)).unwrap_or_default();
        let rank = (row, column);
        match groups.iter_mut().find(|group| group.rank == rank) {
            Some(group) => group.lines.push(at),
            None => groups.push(Group { rank, title, who: who.map_or("", |who| who.label), lines: vec![at] }),
        }
    }
    groups.sort_by_key(|group| group.rank);
    groups
}

/// The group that a cell of table three counts, where it counts one.
fn rank_of(form: &Form, key: Key, counts: &Counts, groups: &[Group]) -> Option<(usize, usize)> {
    let lines = counts.lines(key);
    let is_of_results = matches!(form.row_of(key)?, Row::Result(_) | Row::CarriedOut);
    groups.iter().find(|group| is_of_results && !lines.is_empty() && group.lines == lines).map(|group| group.rank)
}

/// The list of the groups.
pub fn list(view: &View) -> El {
    let (title, keys, drawn) = (view.clone(), view.clone(), view.clone());
    let words = move || title.0.counts.with(|counts| format!("{} 行已归", counts.placed.len()));
    let keys = move || keys.0.groups.with(|groups| groups.iter().map(|group| group.rank).collect::<Vec<_>>());
    let head = el("div")
        .class("ledger-part")
        .child(el("h2").text_of(words))
        .child(el("span").class("note").text("按办理结果和申请人"));
    el("section").class("ledger-groups").child(head).each(keys, move |rank| group(&drawn, *rank))
}

fn group(view: &View, rank: (usize, usize)) -> Vec<El> {
    let found = move |view: &View| view.0.groups.look(|groups| groups.iter().find(|group| group.rank == rank).cloned());
    let Some(Group { title, who, .. }) = found(view) else { return Vec::new() };
    let follow = move |view: &View| {
        let view = view.clone();
        move || {
            view.0.groups.track();
            found(&view).map(|group| group.lines).unwrap_or_default()
        }
    };
    let (lines, count, left) = (follow(view), follow(view), follow(view));
    let (pressed, toggled, pointed, opened) = (view.clone(), view.clone(), view.clone(), view.clone());
    let is_open = move |view: &View| view.0.opened.with(|opened| opened.contains(&rank));
    let is_pointed = move || {
        let parts = &pointed.0;
        let key = parts.pointed.with(|key| *key);
        let rank_of =
            |key| parts.counts.look(|counts| parts.groups.with(|groups| rank_of(parts.form, key, counts, groups)));
        key.and_then(rank_of) == Some(rank)
    };
    let head = el("button")
        .attrs(&[("type", "button"), ("class", "group-head"), ("data-ledger-group", &format!("{}-{}", rank.0, rank.1))])
        .attr_of("aria-expanded", move || Some(is_open(&pressed).to_string()))
        .class_of("pointed", is_pointed)
        .child(el("span").class("group-name").text(&title))
        .child(el("span").class("group-who").text(who))
        .child(el("span").class("number").text_of(move || count().len().to_string()))
        .on_click(move || toggle(&toggled, rank));
    let view = view.clone();
    let body = move || {
        let heads =
            ["行", "收到", "申请人", "台账里的话", "答复"].map(|words| el("th").attr("scope", "col").text(words));
        let (lines, left, view) = (lines.clone(), left.clone(), view.clone());
        let keys = move || lines().into_iter().take(DRAWN).collect::<Vec<_>>();
        let table = el("table")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").each(keys, move |at| line(&view, *at).into_iter().collect()));
        let words = move || match left().len().saturating_sub(DRAWN) {
            0 => String::new(),
            left => format!("另有 {left} 行，没有列出。"),
        };
        vec![el("div").class("group-lines").child(table).child(el("p").class("note").text_of(words))]
    };
    vec![el("div").class("ledger-group").child(head).when(move || is_open(&opened), body)]
}

fn toggle(view: &View, rank: (usize, usize)) {
    let mut opened = view.0.opened.look(Vec::clone);
    match opened.iter().position(|own| *own == rank) {
        Some(at) => {
            opened.remove(at);
        }
        None => opened.push(rank),
    }
    view.0.opened.set(opened);
}

/// Opens the group of a cell and brings it into sight.
pub fn show_group(view: &View, key: Key) {
    let parts = &view.0;
    let rank = parts.counts.look(|counts| parts.groups.look(|groups| rank_of(parts.form, key, counts, groups)));
    let Some(rank) = rank else { return };
    if !parts.opened.look(|opened| opened.contains(&rank)) {
        toggle(view, rank);
    }
    next_frame(move || {
        if let Some(head) = find(&format!("[data-ledger-group=\"{}-{}\"]", rank.0, rank.1)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Start);
            head.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

fn line(view: &View, at: usize) -> Option<El> {
    let ledger = &view.0.ledger;
    let line = ledger.lines.get(at)?;
    let who = line.words.applicant.clone().filter(|words| !words.is_empty());
    let words = line.words.result.as_ref().map_or_else(|| "—".to_owned(), |words| format!("“{words}”"));
    let cells = [
        line_name(line, view.0.has_sheets),
        day(line.received, ledger),
        who.unwrap_or_else(|| "—".to_owned()),
        words,
        day(line.answered, ledger),
    ];
    Some(el("tr").children(cells.map(|words| el("td").text(&words))))
}
