//! How the pages are looked at: how large, and which.

use leptos::html::Main;
use leptos::prelude::*;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::galley::{whole, width_within};
use crate::pages::Sheet;
use crate::ui::dom::{listen, next_frame};

/// How wide a page is, in pixels of CSS: 210 mm.
const PAGE: u32 = 794;
/// The desk's edges on both sides, and the gap between two pages.
const EDGES: u32 = 48;
const GAP: u32 = 24;
/// So wide the desk shows two pages side by side.
const TWO: u32 = 900;

/// How the pages are looked at; copied freely.
#[derive(Clone, Copy)]
pub struct View {
    /// The pages.
    pub sheets: RwSignal<Vec<Sheet>>,
    /// What they lie on.
    pub desk: NodeRef<Main>,
    /// Whether what was found is marked on them.
    pub with_marks: RwSignal<bool>,
    /// Whether 送审单 is printed with them.
    pub with_slip: RwSignal<bool>,
    /// How large the clerk wants them, in per cent; nothing while they fit the desk.
    chosen: RwSignal<Option<u32>>,
    /// How wide the desk is, in pixels of CSS.
    width: RwSignal<u32>,
    /// The page at the top of what is seen, counted from 0.
    at: RwSignal<usize>,
}

impl View {
    /// The whole pages, from the first.
    pub fn new() -> Self {
        let view = Self {
            sheets: RwSignal::new(Vec::new()),
            desk: NodeRef::new(),
            with_marks: RwSignal::new(true),
            with_slip: RwSignal::new(false),
            chosen: RwSignal::new(None),
            width: RwSignal::new(0),
            at: RwSignal::new(0),
        };
        let measure = move || {
            if let Some(desk) = view.desk.try_get_untracked().flatten() {
                view.width.set(width_within(&desk));
            }
        };
        Effect::new(move |_| {
            view.desk.track();
            next_frame(measure);
        });
        listen("resize", move |_| measure());
        view
    }

    /// How many pages stand side by side where they fit the desk.
    fn beside(self) -> u32 {
        if self.width.get() >= TWO && self.sheets.with(Vec::len) > 1 { 2 } else { 1 }
    }

    /// How large the pages are, in per cent.
    pub fn zoom(self) -> u32 {
        self.chosen.get().unwrap_or_else(|| {
            let beside = self.beside();
            let room = self.width.get().saturating_sub(EDGES + GAP * (beside - 1));
            (room * 100 / (PAGE * beside)).clamp(30, 100)
        })
    }

    /// Makes them larger or smaller, by a tenth.
    pub fn resize(self, larger: bool) {
        let now = untrack(move || self.zoom());
        let tenth = if larger { now / 10 * 10 + 10 } else { now.div_ceil(10) * 10 - 10 };
        self.chosen.set(Some(tenth.clamp(30, 200)));
    }

    /// Lets them fit the desk.
    pub fn fit(self) {
        self.chosen.set(None);
    }

    /// Which pages are seen, in words.
    pub fn words(self) -> String {
        let (count, at) = (self.sheets.with(Vec::len), self.at.get());
        let last = (at + usize::try_from(self.beside()).unwrap_or(1)).min(count);
        if last > at + 1 {
            format!("第 {}—{last} 页，共 {count} 页", at + 1)
        } else {
            format!("第 {} 页，共 {count} 页", at + 1)
        }
    }

    /// Goes to the next pages, or to those before.
    pub fn turn(self, back: bool) {
        let (at, count) = (self.at.get_untracked(), self.sheets.with_untracked(Vec::len));
        let step = usize::try_from(untrack(move || self.beside())).unwrap_or(1);
        self.show(if back { at.saturating_sub(step) } else { (at + step).min(count.saturating_sub(1)) });
    }

    /// Brings a page into view, counted from 0.
    pub fn show(self, at: usize) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        options.set_block(ScrollLogicalPosition::Start);
        if let Some(sheet) = self.sheet(at) {
            sheet.scroll_into_view_with_scroll_into_view_options(&options);
            self.at.set(at);
        }
    }

    /// Follows what is scrolled to.
    pub fn follow_scroll(self) {
        let Some(desk) = self.desk.get_untracked() else { return };
        let top = desk.get_bounding_client_rect().top();
        let count = self.sheets.with_untracked(Vec::len);
        let is_seen = |at: &usize| {
            self.sheet(*at).is_some_and(|sheet| whole(sheet.get_bounding_client_rect().bottom()) > whole(top) + 120)
        };
        if let Some(at) = (0..count).find(is_seen).filter(|at| *at != self.at.get_untracked()) {
            self.at.set(at);
        }
    }

    fn sheet(self, at: usize) -> Option<Element> {
        let desk = self.desk.get_untracked()?;
        desk.query_selector(&format!("[data-page=\"{}\"]", at + 1)).ok().flatten()
    }
}
