//! A part of the text: its heading, its paragraphs, the tables and charts between them, the tables under its heading.

use std::rc::Rc;

use super::numbers;
use super::table::table_form;
use super::text::{Run, paragraphs_field};
use crate::draft::{Draft, Edit, Embedded, Item, Part, Place, Splice};
use crate::form::TableId;
use crate::session::{Session, run_of_paragraphs};
use crate::sheet::outline;
use crate::ui::dom::{El, el, value_of};
use crate::ui::later::{Later, Piece};
use crate::ui::parts::{Icon, icon_button};
use crate::ui::route::{FillPart, Router, Screen};

/// A stretch of a body: a run of paragraphs, or what stands between two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stretch {
    /// Paragraphs that begin at this index; there may be none.
    Run(usize),
    /// A table or a chart at this index.
    Embed(usize, Embedded),
    /// Something that this version does not know.
    Other,
}

impl Stretch {
    /// Its kind, by which together with its position its elements are known.
    fn kind(self) -> &'static str {
        match self {
            Self::Run(_) => "run",
            Self::Embed(_, Embedded::Table(table)) => table.name(),
            Self::Embed(_, Embedded::Chart(chart)) => chart.name(),
            Self::Other => "other",
        }
    }

    /// Where it begins in the body.
    fn start(self) -> usize {
        match self {
            Self::Run(start) | Self::Embed(start, _) => start,
            Self::Other => 0,
        }
    }
}

/// The stretches of a body: a run wherever a paragraph can stand.
fn stretches(draft: &Draft, n: usize) -> Vec<Stretch> {
    let body = draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
    let mut stretches = vec![Stretch::Run(0)];
    for (m, item) in body.iter().enumerate() {
        match item {
            Item::Paragraph(_) => {}
            Item::Embed(embed) => stretches.extend([Stretch::Embed(m, embed.what), Stretch::Run(m + 1)]),
            Item::Other(_) => stretches.extend([Stretch::Other, Stretch::Run(m + 1)]),
        }
    }
    stretches
}

/// A part of the text.
pub fn part_form(session: Session, router: Router, later: Later, n: usize) -> Vec<El> {
    // A stretch is known by its position and kind, so that typing in one leaves the others, and the caret, alone.
    let keys = move || {
        let all = session.watch(&[Place::Part(n), Place::Parts], |draft| stretches(draft, n)).unwrap_or_default();
        all.iter().enumerate().map(|(at, stretch)| format!("{at} {}", stretch.kind())).collect()
    };
    let draw = move |key: &str| {
        let at = key.split(' ').next().and_then(|at| at.parse().ok()).unwrap_or_default();
        draw_stretch(session, later, n, at).into_iter().collect()
    };
    let tables = move || {
        let touches = [Place::Parts, Place::Part(n), Place::Year, Place::Heading(n)];
        let section = session.watch(&touches, |draft| outline(draft).into_iter().find(|s| s.part == Some(n))).flatten();
        let tables = section.map(|section| section.tables).unwrap_or_default();
        tables.iter().map(|table| table.name().to_owned()).collect()
    };
    let draw_table = move |name: &str| {
        let table = name.parse::<TableId>().ok();
        table.map(|table| table_form(session, later, table)).into_iter().collect()
    };
    let mut form = part_head(session, router, later, n);
    form.push(el("div").class("text-form").each(keys, draw));
    form.push(later.place_quietly(el("div").class("numbers"), Piece::Numbers(Some(n))));
    form.push(el("div").each(tables, draw_table));
    form
}

fn draw_stretch(session: Session, later: Later, n: usize, at: usize) -> Option<El> {
    // Where it begins changes with what is typed above it.
    let now =
        move || session.watch(&[Place::Part(n), Place::Parts], |draft| stretches(draft, n).get(at).copied()).flatten();
    let start = move || now().map_or(0, Stretch::start);
    match now()? {
        Stretch::Run(_) => {
            let run = Run {
                name: Rc::new(move || format!("narrative.{n}.body.{}", start())),
                label: format!("正文，第{}段起", at / 2 + 1),
                touch: Place::Part(n),
                text: Rc::new(move |draft| {
                    let start = stretches(draft, n).get(at).map_or(0, |stretch| stretch.start());
                    run_of_paragraphs(draft, n, start)
                }),
                typed: Rc::new(move |text| session.type_paragraphs(n, start(), text)),
            };
            Some(paragraphs_field(session, later, &run, numbers::Stretch { part: Some(n), at }))
        }
        Stretch::Embed(_, what) => {
            Some(later.place_quietly(el("div").class("embed card"), Piece::Embed { n, at, what }))
        }
        Stretch::Other => Some(el("p").class("note embed").text("这里有本页不认识的内容，已原样保留，不会印出。")),
    }
}

/// Where the stretch at a position of a part begins in the body.
pub fn start_of(draft: &Draft, n: usize, at: usize) -> Option<usize> {
    stretches(draft, n).get(at).map(|stretch| stretch.start())
}

/// The heading with its commands: insert a table or a chart, move or remove the part, add one behind it.
fn part_head(session: Session, router: Router, later: Later, n: usize) -> Vec<El> {
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
    let up = icon_button(small, Icon::Up, "上移这一部分", move || shift(n.saturating_sub(1)));
    let down = icon_button(small, Icon::Down, "下移这一部分", move || shift(n + 1)).flag_of("disabled", is_last);
    let remove = icon_button(small, Icon::Remove, "去掉这一部分", remove);
    let commands = el("div")
        .class("group")
        .child(later.place_quietly(el("div").class("late"), Piece::InsertMenu { n }))
        .child(up.attr("data-action", "part-up").attr_if("disabled", (n == 0).then_some("")))
        .child(down.attr("data-action", "part-down"))
        .child(remove.attr("data-action", "part-remove"))
        .child(icon_button(small, Icon::Plus, "在后面加一部分", add).attr("data-action", "part-add"));
    let heading = el("label").class("heading-field").child(el("span").class("unseen").text("标题")).child(heading);
    vec![el("h1").class("unseen").text_of(value), el("div").class("part-head").child(heading).child(commands)]
}

/// The heading of a part added behind another: numbered as the next one.
fn next_heading(draft: &Draft, n: usize) -> String {
    let before = draft.narrative().get(n).and_then(|part| crate::text::mark(&part.heading));
    before.and_then(|mark| mark.style.write(mark.ordinal + 1)).unwrap_or_default()
}
