//! A report that was read: the original, the draft made of it, what there is to say of it, and the way to take it over.

use std::collections::HashMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::figures::whence;
use super::made::Made;
use super::source::Original;
use super::told::Told;
use super::{LookedAt, SendFile, choose_button, leave, size_words};
use crate::draft::{Draft, OfficeField, Place};
use crate::read::ReadReport;
use crate::read::take::{Piece, pieces};
use crate::read::understand::Source;
use crate::session::{Import, ImportState, Session, Taking, Use};
use crate::ui::dom::find;
use crate::ui::page::{Route, Router};
use crate::ui::parts::{Icon, icon_view};
use crate::value::{FIRST_YEAR, LAST_YEAR};

/// What is pointed at, on both sides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pointed {
    /// A figure, by its number among those read.
    Figure(usize),
    /// A choice.
    Choice(usize),
    /// A cell that is blank in the original.
    Blank(usize),
    /// A text.
    Text(usize),
    /// Words that were left out.
    Left(usize),
}

impl Pointed {
    /// Its name in the page.
    pub fn name(self) -> String {
        match self {
            Self::Figure(n) => format!("figure-{n}"),
            Self::Choice(n) => format!("choice-{n}"),
            Self::Blank(n) => format!("blank-{n}"),
            Self::Text(n) => format!("text-{n}"),
            Self::Left(n) => format!("left-{n}"),
        }
    }
}

/// What is looked at, and what was chosen of it so far.
#[derive(Clone, Copy)]
pub struct Preview {
    pub report: StoredValue<Rc<ReadReport>, LocalStorage>,
    /// Where each cell and each text comes from.
    pub cells: StoredValue<HashMap<Place, Pointed>, LocalStorage>,
    pub to: RwSignal<Use>,
    pub pieces: RwSignal<Vec<(Piece, bool)>>,
    pub ways: RwSignal<Vec<Option<usize>>>,
    pub back: RwSignal<Vec<usize>>,
    pub pointed: RwSignal<Option<Pointed>>,
}

impl Preview {
    fn of(report: Rc<ReadReport>) -> Self {
        let read = &report.understood;
        let mut cells = HashMap::new();
        cells.extend(read.texts.iter().enumerate().map(|(n, text)| (text.place, Pointed::Text(n))));
        cells.extend(read.blanks.iter().enumerate().map(|(n, (place, _))| (*place, Pointed::Blank(n))));
        cells.extend(read.figures.iter().enumerate().map(|(n, figure)| (figure.place, Pointed::Figure(n))));
        for (n, choice) in read.choices.iter().enumerate() {
            cells.extend(choice.places.iter().map(|place| (*place, Pointed::Choice(n))));
        }
        Self {
            pieces: RwSignal::new(pieces(&read.draft, &read.choices).into_iter().map(|piece| (piece, true)).collect()),
            ways: RwSignal::new(vec![None; read.choices.len()]),
            back: RwSignal::new(Vec::new()),
            to: RwSignal::new(Use::Check),
            pointed: RwSignal::new(None),
            cells: StoredValue::new_local(cells),
            report: StoredValue::new_local(report),
        }
    }

    /// Where the words stand that something came from.
    pub fn sources(self, pointed: Pointed) -> Vec<Source> {
        self.report.with_value(|report| {
            let read = &report.understood;
            let found = match pointed {
                Pointed::Figure(n) => read.figures.get(n).map(|figure| &figure.sources),
                Pointed::Choice(n) => read.choices.get(n).map(|choice| &choice.sources),
                Pointed::Blank(n) => read.blanks.get(n).map(|(_, sources)| sources),
                Pointed::Text(n) => read.texts.get(n).map(|text| &text.sources),
                Pointed::Left(n) => read.left.get(n).map(|left| &left.sources),
            };
            found.cloned().unwrap_or_default()
        })
    }

    /// What a cell came from; nothing where it came from nowhere.
    pub fn pointed_of(self, place: Place) -> Option<Pointed> {
        self.cells.with_value(|cells| cells.get(&place).copied())
    }

    /// The choice that a cell is of.
    pub fn choice_of(self, place: Place) -> Option<usize> {
        match self.pointed_of(place)? {
            Pointed::Choice(n) => Some(n),
            Pointed::Figure(_) | Pointed::Blank(_) | Pointed::Text(_) | Pointed::Left(_) => None,
        }
    }

    /// Where something came from, in words.
    pub fn whence(self, pointed: Pointed) -> String {
        self.report.with_value(|report| match pointed {
            Pointed::Figure(n) => report.understood.figures.get(n).map(whence).unwrap_or_default(),
            Pointed::Choice(_) => "有几种读法，请选".to_owned(),
            Pointed::Blank(_) => "原件是空的，没有填 0".to_owned(),
            Pointed::Text(_) | Pointed::Left(_) => String::new(),
        })
    }

    /// Points at something, and brings it into view on the other side.
    pub fn point(self, pointed: Pointed) {
        self.pointed.set(Some(pointed));
        let name = pointed.name();
        crate::ui::dom::next_frame(move || {
            for side in ["data-made", "data-mark"] {
                if let Some(element) = find(&format!("[{side}={name}]")) {
                    // Lines in which all is 0 are folded.
                    if let Ok(Some(folded)) = element.closest("details") {
                        let _ = folded.set_attribute("open", "");
                    }
                    let options = web_sys::ScrollIntoViewOptions::new();
                    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                    element.scroll_into_view_with_scroll_into_view_options(&options);
                }
            }
        });
    }

    /// How many choices are open.
    pub fn open(self) -> usize {
        self.ways.with(|ways| ways.iter().filter(|way| way.is_none()).count())
    }
}

/// The screen of a report that was read.
#[component]
pub fn PreviewScreen(file: SendFile) -> impl IntoView {
    let file = file.0;
    let ImportState::Read(report) = file.now() else { return ().into_any() };
    let preview = Preview::of(report);
    let (session, router) = (Session::here(), Router::here());
    let LookedAt(looked_at) = expect_context();
    let pane = RwSignal::new("made");
    let back = if session.imports().len() > 1 { "返回列表" } else { "取消" };
    let followed = StoredValue::new_local(Rc::clone(&file));
    let accept = move |_| {
        let taking = Taking {
            to: preview.to.get_untracked(),
            pieces: preview
                .pieces
                .with_untracked(|all| all.iter().filter(|(_, is)| *is).map(|(piece, _)| *piece).collect()),
            ways: preview.ways.get_untracked(),
            back: preview.back.get_untracked(),
        };
        if let Some(id) = followed.with_value(|file| session.take_import(file, &taking)) {
            router.go(&Route::filling_in(id));
        }
    };
    let cancel = move |_| {
        if session.imports().len() > 1 {
            looked_at.set(None);
        } else {
            leave(session, router);
        }
    };
    let panes = [("source", "原件"), ("made", "草稿"), ("told", "读到什么")];
    let tabs = panes.map(|(name, words)| view! {
        <button type="button" aria-pressed=move || (pane.get() == name).to_string() on:click=move |_| pane.set(name)>{words}</button>
    });
    view! {
        <div class="preview-import" data-import="" data-pane=move || pane.get()>
            {head(session, &file, preview)}
            <div class="panes" role="group" aria-label="看哪一边">{tabs.into_iter().collect_view()}</div>
            <div class="sides">
                <Original preview=preview />
                <Made preview=preview />
                <Told preview=preview />
            </div>
            <footer class="import-foot">
                <p>{move || foot_words(preview)}</p>
                {move || other_words(session, preview).map(|words| view! { <p class="warn">{words}</p> })}
                <span class="grow"></span>
                <span class="note" role="status">{move || choice_words(preview)}</span>
                <button type="button" class="button quiet" data-action="import-cancel" on:click=cancel>{back}</button>
                <button type="button" class="button primary" data-action="import-accept" on:click=accept>"采用"</button>
            </footer>
        </div>
    }
    .into_any()
}

/// So many letters of the title of an open draft are shown.
const TITLE: usize = 14;

/// The bar above: the file, the year, what becomes of it.
fn head(session: Session, file: &Rc<Import>, preview: Preview) -> AnyView {
    let (name, size) = (file.name.clone(), size_words(file.size));
    let file = StoredValue::new_local(Rc::clone(file));
    let (year, form) = preview.report.with_value(|report| {
        let draft = &report.understood.draft;
        (draft.year(), draft.form().map_or("", |form| form.short))
    });
    let years = (FIRST_YEAR..=LAST_YEAR.min(session.report_year() + 1)).rev();
    let years = years.map(
        |listed| view! { <option value=listed.to_string() selected=listed == year>{format!("{listed}年度")}</option> },
    );
    let change = move |event| {
        let year = event_target_value(&event).parse().ok();
        file.with_value(|file| session.read_again(file, year));
    };
    let beside = session.import_beside().and_then(|id| session.draft_now(&id));
    let is = move |to: &Use| preview.to.with(|own| own == to);
    let choice = move |to: Use, words: String| {
        let (own, chosen) = (to.clone(), to);
        view! {
            <label><input type="radio" name="import-to" prop:checked=move || is(&own) on:change=move |_| preview.to.set(chosen.clone()) />{words}</label>
        }
        .into_any()
    };
    let beside_words = |draft: &Draft| {
        let title = draft.title();
        let is_long = title.chars().count() > TITLE;
        let short = if is_long { title.chars().take(TITLE).chain(['…']).collect() } else { title };
        format!("并入正在填的“{short}”")
    };
    let uses = [
        Some(choice(Use::Check, format!("核对这份{year}年度报告"))),
        Some(choice(Use::Begin, format!("以它开始{}年度", year + 1))),
        beside.map(|draft| choice(Use::Into(draft.id().to_owned()), beside_words(&draft))),
    ];
    view! {
        <header class="import-head">
            {icon_view(Icon::FILE)}
            <h1 id="import-title" tabindex="-1">{name}</h1>
            <span class="note">{size}</span>
            <span class="grow"></span>
            <fieldset class="uses"><legend class="unseen">"采用后"</legend>{uses.into_iter().flatten().collect_view()}</fieldset>
            <label class="year">"年度 "<select name="import-year" on:change=change>{years.collect_view()}</select></label>
            <span class="note">{form}</span>
            {choose_button("button", "换一个文件")}
        </header>
    }
    .into_any()
}

/// What will happen.
fn foot_words(preview: Preview) -> String {
    let year = preview.report.with_value(|report| report.understood.draft.year());
    match preview.to.get() {
        Use::Check => format!("采用后新建一份{year}年度草稿，立刻能看到全部检查。"),
        Use::Begin => {
            let next = year + 1;
            format!("采用后新建{next}年度草稿：带出单位、上年结转和上年文字，数字都空着；这份存为{year}年度。")
        }
        Use::Into(_) => "采用后只改不同的地方，可以一次撤销。".to_owned(),
    }
}

/// What to look at where a report goes into a draft of another office or another year.
fn other_words(session: Session, preview: Preview) -> Option<String> {
    let Use::Into(id) = preview.to.get() else { return None };
    let open = session.draft_now(&id)?;
    preview.report.with_value(|report| {
        let read = &report.understood.draft;
        let (own, other) = (open.office(OfficeField::Name), read.office(OfficeField::Name));
        let is_other_office = !own.is_empty() && !other.is_empty() && own != other;
        let is_other_year = open.year() != read.year();
        let office = is_other_office.then(|| format!("单位是“{other}”，不是“{own}”"));
        let year = is_other_year.then(|| format!("是{}年度，不是{}年度", read.year(), open.year()));
        let words: Vec<String> = office.into_iter().chain(year).collect();
        (!words.is_empty()).then(|| format!("原件{}，请核对再采用。", words.join("，")))
    })
}

/// How many choices there are, and whether they are made.
fn choice_words(preview: Preview) -> String {
    let all = preview.ways.with(Vec::len);
    match (all, preview.open()) {
        (0, _) => String::new(),
        (all, 0) => format!("{all} 处要选，已选"),
        (all, open) => format!("{all} 处要选，{open} 处没有选，先空着"),
    }
}
