//! A ledger of requests, counted into table three: left its lines, right the table as it will be, below the way to take it
//! over. Drawn with `dom`: the values of its many selects follow what was said of other lines.

mod foot;
mod groups;
mod lines;
mod placing;
mod table;
mod tip;
mod to;
mod words;

use std::rc::Rc;

use leptos::prelude::{document, use_context};

use super::paste_dialog::paste_button;
use super::{LookedAt, SendFile};
use crate::form::{Form, FormId, Key};
use crate::read::ledger::{Choice, Counts, Ledger, Placements, count};
use crate::session::{Import, ImportState};
use crate::ui::dom::{El, Signal, el};
use crate::ui::page::{Page, focus_first};
use crate::ui::parts::{Icon, icon, severity_mark};
use groups::{Group, groups};
use to::Target;

/// So many notes of the reading are listed.
const NOTES: usize = 12;

/// What the parts of the screen share; cloned freely, it is a pointer.
#[derive(Clone)]
struct View(Rc<Parts>);

/// A ledger while it is looked at.
struct Parts {
    page: Page,
    file: Rc<Import>,
    ledger: Rc<Ledger>,
    form: &'static Form,
    /// Whether lines stand in several sheets.
    has_sheets: bool,
    /// The words that were placed in ledgers before this one.
    carried: Placements,
    placements: Signal<Placements>,
    counts: Signal<Counts>,
    groups: Signal<Vec<Group>>,
    /// The groups that are opened.
    opened: Signal<Vec<(usize, usize)>>,
    /// The cell that has the focus or lies under the pointer.
    pointed: Signal<Option<Key>>,
    target: Target,
    looked_at: Option<LookedAt>,
}

impl View {
    fn of(page: Page, file: Rc<Import>) -> Option<Self> {
        let ImportState::Ledger(ledger) = file.now() else { return None };
        let form = FormId::of_year(ledger.year).form();
        let mut placements = page.session.placements(&file);
        placements.keep_rows_of(form);
        let counts = count(&ledger, &placements);
        let mut carried = placements.clone();
        carried.forget_lines();
        Some(Self(Rc::new(Parts {
            page,
            form,
            has_sheets: words::has_sheets(&ledger),
            carried,
            groups: Signal::new(groups(&ledger, form, &placements, &counts)),
            placements: Signal::new(placements),
            opened: Signal::new(Vec::new()),
            pointed: Signal::new(None),
            target: Target::of(page.session, ledger.year, &counts),
            counts: Signal::new(counts),
            looked_at: use_context(),
            ledger,
            file,
        })))
    }

    /// Says something of a line, or takes it back; the counts follow.
    fn place(&self, change: impl FnOnce(&mut Placements)) {
        let Parts { page, file, ledger, form, .. } = &*self.0;
        let mut placements = self.0.placements.look(Placements::clone);
        change(&mut placements);
        page.session.remember_placements(file, &placements);
        let counts = count(ledger, &placements);
        self.0.groups.set(groups(ledger, form, &placements, &counts));
        self.0.target.compare(&counts);
        self.0.counts.set(counts);
        self.0.placements.set(placements);
    }

    /// Places a line.
    fn say(&self, at: usize, choice: Choice, same: bool) {
        if let Some(line) = self.0.ledger.lines.get(at) {
            self.place(|placements| placements.place(line, choice, same));
        }
    }
}

/// The screen of a ledger.
pub fn ledger_screen(page: Page, file: SendFile) -> Vec<El> {
    let Some(view) = View::of(page, file.0) else { return Vec::new() };
    // The focus stood in what was shown while it was read.
    if document().active_element().is_none_or(|now| now.tag_name() == "BODY") {
        let is_again = view.0.file.year().is_some();
        focus_first(&[if is_again { "select[name=\"ledger.year\"]" } else { "#import-title" }]);
    }
    let side = Rc::new(Signal::new("lines"));
    let tabs = [("lines", "台账"), ("table", "表三")].map(|(name, words)| {
        let (now, chosen) = (Rc::clone(&side), Rc::clone(&side));
        el("button")
            .attr("type", "button")
            .attr_of("aria-pressed", move || Some(now.with(|now| *now == name).to_string()))
            .text(words)
            .on_click(move || chosen.set(name))
    });
    let panes = el("div").attrs(&[("class", "panes"), ("role", "group"), ("aria-label", "看哪一边")]).children(tabs);
    let left = el("section")
        .attrs(&[("class", "ledger-lines"), ("aria-labelledby", "import-title")])
        .child(head(&view))
        .child(
            el("div").class("scroll").children(told(&view)).children(lines::doubtful(&view)).child(groups::list(&view)),
        );
    let sides = el("div").class("ledger-sides").child(left).child(table::side(&view));
    vec![
        el("div")
            .attrs(&[("class", "ledger"), ("data-ledger", "")])
            .attr_of("data-pane", move || Some(side.with(|side| (*side).to_owned())))
            .child(panes)
            .child(sides)
            .child(foot::foot(&view)),
    ]
}

fn head(view: &View) -> El {
    let followed = view.clone();
    let words = move || {
        let lines = followed.0.ledger.lines.len();
        followed.0.counts.with(|counts| {
            let mut words = format!("{lines} 行：新收 {}，上年结转 {}", counts.new, counts.carried_in);
            for (count, what) in [(counts.outside.len(), "不在本年"), (counts.not_counted.len(), "不计")] {
                if count > 0 {
                    words.push_str(&format!("，{what} {count}"));
                }
            }
            words
        })
    };
    el("header")
        .class("ledger-head")
        .child(el("h1").attrs(&[("id", "import-title"), ("tabindex", "-1")]).text("台账 → 表三"))
        .child(el("span").class("note").text_of(words))
        .child(el("span").class("grow"))
        .child(paste_button(view.0.page, view.0.file.number))
}

/// What was left behind, and what there is to know of the reading.
fn told(view: &View) -> Vec<El> {
    let Ledger { dropped, notes, .. } = &*view.0.ledger;
    let words = if dropped.is_empty() {
        "只留日期、申请人类型和办理结果的话，没有保存，也不进草稿。".to_owned()
    } else {
        format!("{} {} 列已去掉，没有保存，也不进草稿。", dropped.join("、"), dropped.len())
    };
    let mut drawn = vec![el("p").class("ledger-lock").child(icon(Icon::LOCK)).child(el("span").text(&words))];
    if !notes.is_empty() {
        let line =
            |note: &String| el("li").child(severity_mark(crate::rules::Severity::Hint)).child(el("span").text(note));
        let left = notes.len().saturating_sub(NOTES);
        let left = (left > 0).then(|| el("li").text(&format!("另有 {left} 条，没有列出。")));
        drawn.push(el("ul").class("ledger-notes").children(notes.iter().take(NOTES).map(line)).children(left));
    }
    drawn
}
