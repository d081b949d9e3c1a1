//! A part of the text: its heading, its paragraphs, the tables and charts between them, the tables under its heading.

use super::table::table_form;
use super::text::{last_year, text_field};
use crate::draft::{Draft, Edit, Embedded, Part, Place, Splice};
use crate::form::TableId;
use crate::sheet::outline;
use crate::ui::body::{Segment, segments};
use crate::ui::dom::{El, el, value_of};
use crate::ui::findings;
use crate::ui::page::{FillPart, LateView, Page, Piece, Screen, TextField, focus_first};
use crate::ui::parts::{Icon, icon_button};

/// What a segment is, by which together with its position its elements are known.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Run,
    Embed(Embedded),
    Unknown,
}

impl Kind {
    fn of(segment: Segment) -> Self {
        match segment {
            Segment::Run(_) => Self::Run,
            Segment::Embed(_, what) => Self::Embed(what),
            Segment::Unknown => Self::Unknown,
        }
    }
}

/// A part of the text.
pub fn part_form(page: Page, n: usize) -> Vec<El> {
    let Page { session, late, .. } = page;
    // A segment is known by its position and kind, so that typing in one leaves the others, and the caret, alone.
    let keys = move || {
        let all = session.watch(&[Place::Part(n), Place::Parts], |draft| segments(draft, n)).unwrap_or_default();
        all.into_iter().map(Kind::of).enumerate().collect()
    };
    let draw = move |(at, kind): &(usize, Kind)| vec![draw_segment(page, n, *at, *kind)];
    let tables = move || {
        let touches = [Place::Parts, Place::Part(n), Place::Year, Place::Heading(n)];
        let section = session.watch(&touches, |draft| outline(draft).into_iter().find(|s| s.part == Some(n))).flatten();
        section.map(|section| section.tables).unwrap_or_default()
    };
    let draw_table = move |table: &TableId| vec![table_form(page, *table)];
    let [bar, foot] = last_year(page, Some(n));
    let mut form = part_head(page, n);
    form.push(bar);
    form.push(el("div").class("text-form").each(keys, draw));
    form.push(late.place_quietly(el("div").class("numbers"), findings::numbers(page, Some(n))));
    form.push(el("div").each(tables, draw_table));
    form.push(foot);
    form
}

fn draw_segment(page: Page, n: usize, at: usize, kind: Kind) -> El {
    let late = page.late;
    match kind {
        Kind::Run => text_field(page, TextField { part: Some(n), at }),
        Kind::Embed(what) => {
            let view =
                LateView::new(Piece::Editors, "图表", move |_| Some((late.editors()?.embed)(page, n, at, what)));
            late.place_quietly(el("div").class("embed card"), view)
        }
        Kind::Unknown => el("p").class("note embed").text("这里有本页不认识的内容，已原样保留，不会印出。"),
    }
}

/// The heading with its commands: insert a table or a chart, move or remove the part, add one after it.
fn part_head(page: Page, n: usize) -> Vec<El> {
    let Page { session, router, late } = page;
    let place = Place::Heading(n);
    let value = move || session.watch(&[place, Place::Parts], |draft| draft.text(place)).flatten().unwrap_or_default();
    let is_last = move || {
        let count = session.watch(&[Place::Parts], |draft| draft.narrative().len()).unwrap_or_default();
        n + 1 >= count
    };
    let show = move |n: usize| router.go_to(Screen::Fill(FillPart::Part(n)));
    let add = move || {
        let heading = session.look(|draft| next_heading(draft, n)).unwrap_or_default();
        session.edit(Edit::SpliceParts(Splice::insert(n + 1, vec![Part::new(heading)])));
        show(n + 1);
    };
    let remove = move || {
        session.edit(Edit::SpliceParts(Splice::remove(n, 1)));
        session.say_undoable("这一部分已去掉");
        show(n.saturating_sub(1));
    };
    let shift = move |to: usize| {
        let part = session.look(|draft| draft.narrative().get(n).cloned()).flatten();
        if let Some(part) = part {
            let edits =
                vec![Edit::SpliceParts(Splice::remove(n, 1)), Edit::SpliceParts(Splice::insert(to, vec![part]))];
            session.edit(Edit::Many(edits));
            show(to);
            // The part is moved on with the same button, while it can be.
            let [first, second] = if to < n { ["up", "down"] } else { ["down", "up"] };
            focus_first(&[first, second].map(|to| format!("[data-action=part-{to}]:not([disabled])")));
        }
    };
    let heading = el("input")
        .attr("name", &place.to_string())
        .attrs(&[("class", "heading"), ("placeholder", "标题，连同序号")])
        .attr_if("readonly", session.read_only().then_some(""))
        .value_of(value)
        .on("input", move |event| session.type_line(place, &value_of(event)))
        .on("blur", move |_| session.seal());
    let small = "button quiet small";
    let up = icon_button(small, Icon::UP, "上移这一部分", move || shift(n.saturating_sub(1)));
    let down = icon_button(small, Icon::DOWN, "下移这一部分", move || shift(n + 1)).flag_of("disabled", is_last);
    let remove = icon_button(small, Icon::REMOVE, "去掉这一部分", remove);
    let menu = LateView::new(Piece::Editors, "菜单", move |_| Some(vec![(late.editors()?.part_commands)(page, n)]));
    let commands = el("div")
        .class("group")
        .child(late.place_quietly(el("div").class("late"), menu))
        .child(up.attr("data-action", "part-up").attr_if("disabled", (n == 0).then_some("")))
        .child(down.attr("data-action", "part-down"))
        .child(remove.attr("data-action", "part-remove"))
        .child(icon_button(small, Icon::PLUS, "在后面加一部分", add).attr("data-action", "part-add"));
    let heading = el("label").class("heading-field").child(el("span").class("unseen").text("标题")).child(heading);
    vec![el("h1").class("unseen").text_of(value), el("div").class("part-head").child(heading).child(commands)]
}

/// The heading of a part added after another: numbered as the next one.
fn next_heading(draft: &Draft, n: usize) -> String {
    let before = draft.narrative().get(n).and_then(|part| crate::text::mark(&part.heading));
    before.and_then(|mark| mark.style.write(mark.ordinal + 1)).unwrap_or_default()
}
