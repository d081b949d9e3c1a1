//! The session: the only writer of the draft in the page.
//!
//! The draft is plain data; each thing in it that a screen can watch has a trigger. An edit changes the draft, keeps its
//! inverse, and notifies only what it touches: a cell, its totals, the findings that changed.

mod checks;
mod edit;
mod held;
mod keep;
mod last;
mod long_text;
mod marks;
mod notice;
mod open;
mod shelf;

use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser;
use crate::draft::{Draft, Place, Touch, UndoStack};
use crate::facts::Case;
use crate::form::Slot;
use crate::rules::Account;
use crate::value::{Date, Ordered, Year};
pub use checks::{Check, Checks, Found};
pub use edit::run_of_paragraphs;
use held::{Held, Watched};
pub use keep::Saved;
pub use marks::Mark;
pub use notice::{Notice, Tone};
pub use open::file_name;
pub use shelf::{Shelved, Summary};

/// The page's one session; copied freely, it is a handle.
#[derive(Clone, Copy)]
pub struct Session(&'static State);

impl Deref for Session {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What the session holds.
pub struct State {
    draft: Held<Option<Draft>>,
    history: Held<UndoStack>,
    triggers: Held<Ordered<Touch, ArcTrigger>>,
    marks: Held<checks::Marks>,
    kept: Held<keep::Kept>,
    shelf: Held<shelf::Shelves>,
    /// Which draft is open: changes with its id, not with its content.
    opened: Watched<Option<String>>,
    findings: Watched<Vec<Found>>,
    /// Whether the rules have come.
    checks: Watched<Checks>,
    /// Whether the text is long, and its check still to come.
    long_text: Watched<bool>,
    /// Counts the checks of the text.
    checked: Watched<u64>,
    /// The accounts of the text's numbers, and after how many checks they were drawn up.
    accounted: Held<(u64, Rc<[Account]>)>,
    last: Held<last::LastYear>,
    /// The year of the report beside which the draft is checked.
    beside: Watched<Option<Year>>,
    steps: Watched<(bool, bool)>,
    saved: Watched<Saved>,
    notice: Watched<Option<Notice>>,
    shelved: Watched<Shelved>,
    read_only: Watched<bool>,
    /// Whether another window has written the open draft.
    elsewhere: Watched<bool>,
    /// The finding that was gone to last.
    current: Watched<Option<String>>,
    /// The place that has the focus.
    focused: Watched<Option<Place>>,
    /// Counts the changes of the draft, for what depends on all of it.
    changes: Watched<u64>,
}

impl Session {
    /// A session with nothing open. Storage is looked for once, here.
    pub fn new() -> Self {
        // It lives as long as the page, so that a handle is one pointer in each of the hundreds of closures that hold it.
        Self(Box::leak(Box::new(State {
            draft: Held::new(None),
            history: Held::new(UndoStack::default()),
            triggers: Held::new(Ordered::new()),
            marks: Held::new(checks::Marks::default()),
            kept: Held::new(keep::Kept::default()),
            shelf: Held::new(shelf::Shelves::open()),
            opened: Watched::new(None),
            findings: Watched::new(Vec::new()),
            checks: Watched::new(Checks::Coming),
            long_text: Watched::new(false),
            checked: Watched::new(0),
            accounted: Held::new((0, Rc::default())),
            last: Held::new(last::LastYear::default()),
            beside: Watched::new(None),
            steps: Watched::new((false, false)),
            saved: Watched::new(Saved::Pending),
            notice: Watched::new(None),
            shelved: Watched::new(Shelved::default()),
            read_only: Watched::new(false),
            elsewhere: Watched::new(false),
            current: Watched::new(None),
            focused: Watched::new(None),
            changes: Watched::new(0),
        })))
    }

    /// The session of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The id of the open draft.
    pub fn opened(self) -> Option<String> {
        self.opened.get()
    }

    /// Whether steps can be taken back, and done again.
    pub fn steps(self) -> (bool, bool) {
        self.steps.get()
    }

    /// How the draft is kept.
    pub fn saved(self) -> Saved {
        self.saved.get()
    }

    /// What the page has to say just now.
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// The drafts on the shelf.
    pub fn shelved(self) -> Shelved {
        self.shelved.get()
    }

    /// Whether the open draft can only be read.
    pub fn read_only(self) -> bool {
        self.read_only.get()
    }

    /// Whether another window has written the open draft.
    pub fn changed_elsewhere(self) -> bool {
        self.elsewhere.get()
    }

    /// The identity of the finding that was gone to last.
    pub fn current(self) -> Option<String> {
        self.current.get()
    }

    /// Notes the finding that is gone to.
    pub fn set_current(self, identity: Option<String>) {
        self.current.set(identity);
    }

    /// The place that has the focus.
    pub fn focused(self) -> Option<Place> {
        self.focused.get()
    }

    /// Notes the place that has the focus.
    pub fn focus(self, place: Option<Place>) {
        self.focused.set(place);
    }

    /// Watches every change of the draft: for what depends on all of it.
    pub fn any(self) {
        self.opened.track();
        self.changes.track();
    }

    /// Looks at the draft without watching it; nothing when none is open.
    pub fn look<T>(self, look: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.with(|draft| draft.as_ref().map(look))
    }

    /// Looks at the draft as a case of today, beside last year's where it is known, without watching it.
    pub fn look_at_case<T>(self, look: impl FnOnce(&Case) -> T) -> Option<T> {
        self.look(|draft| self.last.with(|last| Some(look(&Case { last: last.draft.as_ref(), ..case_of(draft)? }))))
            .flatten()
    }

    /// Looks at the draft and watches these things: what reads it runs again when one of them is touched.
    pub fn watch<T>(self, touches: &[Touch], look: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.opened.track();
        for touch in touches {
            self.trigger(*touch).track();
        }
        self.look(look)
    }

    /// Looks at the draft and watches a cell with all the cells whose sum it is.
    pub fn watch_slot<T>(self, slot: Slot, look: impl FnOnce(&Draft) -> T) -> Option<T> {
        let touches = self.look(|draft| parts_of(draft, slot)).unwrap_or_default();
        self.watch(&touches, look)
    }

    fn trigger(self, touch: Touch) -> ArcTrigger {
        let known = self.triggers.with(|triggers| triggers.get(&touch).cloned());
        known.unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            self.triggers.update(|triggers| triggers.insert(touch, trigger.clone()));
            trigger
        })
    }

    /// Notifies whoever watches these things. Never called while the draft is borrowed.
    fn notify(self, touches: &[Touch]) {
        let known = |triggers: &Ordered<Touch, ArcTrigger>| {
            touches.iter().filter_map(|touch| triggers.get(touch).cloned()).collect()
        };
        let triggers: Vec<ArcTrigger> = self.triggers.with(known);
        for trigger in triggers {
            trigger.notify();
        }
    }

    /// Draws a cell or a text again as the draft has it: when the focus leaves it.
    pub fn refresh(self, touch: Touch) {
        self.notify(&[touch]);
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}

/// A draft as a case of today; a clock beyond the calendar is taken for the end of the report year.
fn case_of(draft: &Draft) -> Option<Case<'_>> {
    let today = browser::today().or(Date::new(draft.year().into(), 12, 31))?;
    Some(Case::new(draft, today))
}

/// A cell with every cell that its computed value rests on.
fn parts_of(draft: &Draft, slot: Slot) -> Vec<Touch> {
    let mut touches = vec![Touch::Cell(slot), Touch::Year];
    let parts = match slot {
        Slot::Figure(key) => draft.form().and_then(|form| form.parts(key)).unwrap_or_default(),
        Slot::Past(..) | Slot::ProposalCount(_) | Slot::ProposalClosed(_) => &[],
    };
    for part in parts {
        touches.extend(parts_of(draft, Slot::Figure(part.key)));
    }
    touches
}
