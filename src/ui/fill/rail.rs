//! The rail: how far the report is, its parts, what each lacks.

use std::cell::Cell;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::super::body::Homes;
use super::super::dom::{El, Signal, el, follow, value_of};
use super::super::page::{FillPart, LateView, Page, Piece, Screen, focus_first};
use super::super::parts::{Icon, SEVERITIES, button, icon, severity_mark};
use super::rail_counts::{Counts, left_in};
use super::rail_row::{RailRow, rail_rows};
use crate::draft::{Draft, Place};
use crate::form::TableId;
use crate::session::Checks;
use crate::sheet::{Progress, printed_tables, progress};

/// How many rows are drawn at once. A report has a dozen; of one with thousands of parts a window of this size is shown.
const WINDOW: usize = 100;

/// What a row is known by: while this stays, its element does.
#[derive(Clone, PartialEq)]
struct RowKey {
    part: FillPart,
    name: String,
    /// Where it stands among all rows.
    at: usize,
}

impl Hash for RowKey {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.part.hash(hasher);
    }
}

/// What the rail shows, read once for all rows whenever typing rests.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    rows: Vec<RailRow>,
    /// On which screen each table is filled in.
    homes: Homes,
    counts: Counts,
    /// How much is filled in of the tables that are printed.
    whole: Progress,
}

/// The rail; cloned freely, it is a pointer.
#[derive(Clone)]
struct Rail(Rc<Parts>);

struct Parts {
    page: Page,
    shown: Signal<Shown>,
    /// The first row that is drawn.
    first: Signal<usize>,
}

impl Rail {
    fn new(page: Page) -> Self {
        let session = page.session;
        let rail = Self(Rc::new(Parts { page, shown: Signal::default(), first: Signal::default() }));
        let shown = rail.clone();
        follow(move || {
            // Every change can change how far a part is; all rows read the one list.
            session.at_rest();
            let read = |draft: &Draft| {
                let whole = printed_tables(draft).into_iter().map(|table| progress(draft, table)).sum();
                (rail_rows(draft), Homes::of(draft), draft.narrative().len(), whole)
            };
            let (rows, homes, parts, whole) = session.look(read).unwrap_or_default();
            let counts = Counts::of(page, &homes, parts);
            shown.0.shown.set(Shown { rows, homes, counts, whole });
        });
        rail.follow_part();
        rail
    }

    /// Brings the row of what is shown into the window, whenever that is another.
    fn follow_part(&self) {
        let (rail, last) = (self.clone(), Cell::new(None));
        follow(move || {
            let here = rail.here();
            if last.replace(here) == here {
                return;
            }
            let is_here = |shown: &Shown| shown.rows.iter().position(|row| here == Some(shown.homes.home(row.part)));
            let at = rail.0.shown.look(is_here);
            let first = rail.0.first.look(|first| *first);
            if let Some(at) = at.filter(|at| !(first..first + WINDOW).contains(at)) {
                rail.0.first.set(at - at % WINDOW);
            }
        });
    }

    /// The screen that is shown.
    fn here(&self) -> Option<FillPart> {
        self.0.page.router.part().map(|part| self.home(part))
    }

    /// The screen on which something is filled in.
    fn home(&self, part: FillPart) -> FillPart {
        self.0.shown.with(|shown| shown.homes.home(part))
    }

    /// The rows that are drawn.
    fn keys(&self) -> Vec<RowKey> {
        let first = self.0.first.with(|first| *first);
        let key = |(at, row): (usize, &RailRow)| RowKey { part: row.part, name: row.name.clone(), at };
        self.0.shown.with(|shown| shown.rows.iter().enumerate().skip(first).take(WINDOW).map(key).collect())
    }

    /// What is read of a row as it is now.
    fn row<T>(&self, at: usize, read: impl FnOnce(&RailRow) -> T) -> Option<T> {
        self.0.shown.with(|shown| shown.rows.get(at).map(read))
    }

    /// How many findings of each weight are open where a row leads to.
    fn counts_of(&self, part: FillPart) -> [usize; 3] {
        self.0.shown.with(|shown| shown.counts.on(shown.homes.home(part)))
    }

    /// How many rows there are before the window, and after it.
    fn beyond(&self) -> (usize, usize) {
        let first = self.0.first.with(|first| *first);
        (first, self.0.shown.with(|shown| shown.rows.len()).saturating_sub(first + WINDOW))
    }

    /// A button that moves the window; it is there while there are rows beyond it.
    fn mover(&self, name: &'static str, words: &'static str, back: bool) -> El {
        let (rail, moved) = (self.clone(), self.clone());
        let left = move || {
            let (before, after) = rail.beyond();
            if back { before } else { after }
        };
        let draw = move |left: &usize| {
            let rail = moved.clone();
            let shift = move || {
                let first = rail.0.first.look(|first| *first);
                rail.0.first.set(if back { first.saturating_sub(WINDOW) } else { first + WINDOW });
                focus_first(&[if back { ".rail-list > :last-child a" } else { ".rail-list a" }]);
            };
            let button = button("button quiet small", shift).attr("data-action", name);
            let button = button.text(words).text(&left.to_string()).text(" 项");
            if *left > 0 { vec![button] } else { Vec::new() }
        };
        el("div").class("rail-more").switch(left, draw)
    }
}

/// The parts of the report, each with what is filled and its marks.
pub fn rail(page: Page) -> El {
    let session = page.session;
    let rail = Rail::new(page);
    let whole = |read: fn(Progress) -> String| {
        let rail = rail.clone();
        move || rail.0.shown.with(|shown| read(shown.whole))
    };
    let (most, filled) = (whole(|whole| whole.all.max(1).to_string()), whole(|whole| whole.filled.to_string()));
    let bar = el("progress")
        .attr("aria-label", "填报进度")
        .attr_of("max", move || Some(most()))
        .attr_of("value", move || Some(filled()));
    let words = whole(|Progress { filled, all }| format!("{filled} / {all}"));
    let title = el("p").child(el("strong").text("填报进度")).child(el("span").class("number").text_of(words));
    let of_none = rail.clone();
    let has_none = move || of_none.0.shown.with(|shown| shown.whole.all == 0);
    let head = el("div").class("rail-head").class_of("none", has_none).child(title).child(bar);
    let form = move || session.watch(&[Place::Year], |draft| draft.form().map(|form| form.name)).flatten();
    let foot = LateView::new(Piece::Editors, "", move |_| Some((page.late.editors()?.rail_foot)(page)));
    let (keys, drawn) = (rail.clone(), rail.clone());
    let list = el("ul").class("rail-list").each(move || keys.keys(), move |key| vec![row(&drawn, key)]);
    el("nav")
        .attrs(&[("class", "rail"), ("aria-label", "报告的各部分")])
        .child(head)
        .child(chooser(&rail))
        .child(rail.mover("rail-back", "前面还有 ", true))
        .child(list)
        .child(rail.mover("rail-more", "后面还有 ", false))
        .child(page.late.place_quietly(el("div").class("rail-due"), foot))
        .child(el("p").class("rail-foot").text_of(move || form().unwrap_or_default().to_owned()))
}

/// Where the screen is narrow the parts are chosen from a list.
fn chooser(rail: &Rail) -> El {
    let router = rail.0.page.router;
    let (keys, homes, chosen_now) = (rail.clone(), rail.clone(), rail.clone());
    let options = move |key: &RowKey| vec![el("option").attr("value", &homes.home(key.part).name()).text(&key.name)];
    let chosen = move |part: &str| {
        if let Some(part) = FillPart::parse(part) {
            router.go_to(Screen::Fill(part));
        }
    };
    // What is shown and is no part of the report, a table that the form lacks, has no row: it is named nevertheless.
    let elsewhere = rail.clone();
    let other = move || {
        let here = elsewhere.here()?;
        let is_listed = elsewhere.0.shown.with(|shown| shown.rows.iter().any(|row| shown.homes.home(row.part) == here));
        let FillPart::Table(table) = here else { return None };
        (!is_listed).then_some(table)
    };
    let draw_other = |table: &Option<TableId>| {
        let option =
            |table: TableId| el("option").attrs(&[("value", table.name()), ("disabled", "")]).text(table.title());
        table.map(option).into_iter().collect()
    };
    let select = el("select")
        .switch(other, draw_other)
        .each(move || keys.keys(), options)
        .on("change", move |event| chosen(&value_of(event)));
    let select = select.value_of(move || {
        // Other parts are other options: which is chosen is said anew.
        chosen_now.0.shown.track();
        chosen_now.0.first.track();
        chosen_now.here().map(FillPart::name).unwrap_or_default()
    });
    el("label").class("rail-select").child(el("span").class("unseen").text("部分")).child(select)
}

fn row(rail: &Rail, key: &RowKey) -> El {
    let RowKey { part, ref name, at } = *key;
    let page = rail.0.page;
    let Page { session, router, .. } = page;
    let (shown, counted, stated) = (rail.clone(), rail.clone(), rail.clone());
    let here = move || shown.here() == Some(shown.home(part));
    // The counts of each weight, and whether the part is done: what the marks are drawn from.
    let marks = move || {
        let counts = counted.counts_of(part);
        let left = left_in(&session.sentences_left(), part);
        let done = session.checks() == Checks::Here
            && counts == [0; 3]
            && left == 0
            && counted.row(at, |row| row.done) == Some(true);
        (counts, left, done)
    };
    let draw = |(counts, left, done): &([usize; 3], usize, bool)| {
        let counts = SEVERITIES.iter().zip(counts).filter(|(_, count)| **count > 0);
        let counts = counts.map(|((severity, ..), count)| {
            let number = el("span").text(&count.to_string());
            el("span").class("count").child(severity_mark(*severity)).child(number)
        });
        let ok = || el("span").class("ok").child(icon(Icon::TICK)).child(el("span").class("unseen").text("已完成"));
        let left = (*left > 0).then(|| el("span").class("rail-left").text(&left.to_string()).text(" 句"));
        counts.chain(left).chain(done.then(ok)).collect()
    };
    let link = el("a")
        .attrs(&[("class", "rail-item"), ("title", name)])
        .class_of("has-left", move || left_in(&session.sentences_left(), part) > 0)
        .attr_of("aria-current", move || here().then(|| "true".to_owned()))
        .attr_of("href", move || page.fill_address(part))
        .on_click(move || router.go_to(Screen::Fill(part)))
        .child(el("span").class("rail-name").text(name))
        .child(el("span").class("rail-marks").switch(marks, draw))
        .child(el("small").text_of(move || stated.row(at, |row| row.state.clone()).unwrap_or_default()));
    el("li").child(link)
}
