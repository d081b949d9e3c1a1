//! The open draft: looked at and watched by screens, changed by edits only. Nothing outside this folder can write it.

mod edit;
mod typing;

use leptos::prelude::*;

use super::Session;
use super::cells::{Debounce, PageCell, PageSignal};
use crate::draft::{Draft, Place, UndoStack};
use crate::value::{Ordered, each_once};
pub use typing::run_of_paragraphs;

/// Cells of a table that are selected together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The cells in which something is typed or added up.
    pub places: Vec<Place>,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
}

/// The open draft, with what follows its changes.
pub(super) struct Editor {
    draft: PageCell<Option<Draft>>,
    undo_stack: PageCell<UndoStack>,
    triggers: PageCell<Ordered<Place, ArcTrigger>>,
    /// Which draft is open: changes with its id, not with its content.
    opened: PageSignal<Option<String>>,
    /// Whether steps can be taken back, and done again.
    steps: PageSignal<(bool, bool)>,
    read_only: PageSignal<bool>,
    /// Counts the changes of the draft, for what depends on all of it.
    changes: PageSignal<u64>,
    /// How many changes there were when typing last rested.
    rested: PageSignal<u64>,
    /// Waits for typing to rest.
    rest: Debounce,
    /// Ends the step of what is being typed once typing rests.
    pause: Debounce,
    /// The place that has the focus.
    focused: PageSignal<Option<Place>>,
    /// The cells that are selected, where there are several.
    selected: PageSignal<Option<Selected>>,
}

impl Editor {
    /// An editor with nothing open.
    pub fn new() -> Self {
        Self {
            draft: PageCell::new(None),
            undo_stack: PageCell::new(UndoStack::default()),
            triggers: PageCell::new(Ordered::new()),
            opened: PageSignal::new(None),
            steps: PageSignal::new((false, false)),
            read_only: PageSignal::new(false),
            changes: PageSignal::new(0),
            rested: PageSignal::new(0),
            rest: Debounce::new(),
            pause: Debounce::new(),
            focused: PageSignal::new(None),
            selected: PageSignal::new(None),
        }
    }

    /// The id of the open draft, without watching it.
    pub fn id(&self) -> Option<String> {
        self.opened.now()
    }

    /// How often the draft has changed.
    pub fn changes(&self) -> u64 {
        self.changes.now()
    }
}

impl Session {
    /// The id of the open draft.
    pub fn opened(self) -> Option<String> {
        self.0.editor.opened.get()
    }

    /// Whether steps can be taken back, and done again.
    pub fn steps(self) -> (bool, bool) {
        self.0.editor.steps.get()
    }

    /// Whether the open draft can only be read.
    pub fn read_only(self) -> bool {
        self.0.editor.read_only.get()
    }

    /// The place that has the focus.
    pub fn focused(self) -> Option<Place> {
        self.0.editor.focused.get()
    }

    /// Whether the focus was last put into this place, without watching it.
    pub fn is_focused(self, place: Place) -> bool {
        self.0.editor.focused.look(|focused| *focused == Some(place))
    }

    /// Notes the place that has the focus. What is told of it follows right before the next frame: a browser that moves the focus lays
    /// the page out on its way, and would do so once more.
    pub fn focus(self, place: Option<Place>) {
        let focused = &self.0.editor.focused;
        if focused.put(place) {
            request_animation_frame(move || self.0.editor.focused.notify());
        }
    }

    /// The cells that are selected, where there are several.
    pub fn selected(self) -> Option<Selected> {
        self.0.editor.selected.get()
    }

    /// Notes the cells that are selected.
    pub fn select(self, selected: Option<Selected>) {
        self.0.editor.selected.set(selected);
    }

    /// Watches every change of the draft: for what depends on all of it.
    pub fn any(self) {
        self.0.editor.opened.track();
        self.0.editor.changes.track();
    }

    /// Watches the draft as it is whenever typing rests: for what tells of all of it and is not looked at with each key, so that no
    /// key waits for it.
    pub fn at_rest(self) {
        self.0.editor.opened.track();
        self.0.editor.rested.track();
    }

    /// Looks at the draft without watching it; nothing when none is open.
    pub fn look<T>(self, look: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.0.editor.draft.with(|draft| draft.as_ref().map(look))
    }

    /// Looks at the draft and watches these things: what reads it runs again when one of them is touched.
    pub fn watch<T>(self, touches: &[Place], look: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.0.editor.opened.track();
        for touch in touches {
            self.trigger(*touch).track();
        }
        self.look(look)
    }

    /// Looks at the draft and watches cells. The totals that rest on a cell are notified with it, so that none has to watch its parts;
    /// and with the year, or another draft, all cells are. So a cell watches one thing, which hundreds of them do not share.
    pub fn watch_cells<T>(self, places: &[Place], look: impl FnOnce(&Draft) -> T) -> Option<T> {
        for place in places {
            self.trigger(*place).track();
        }
        self.look(look)
    }

    fn trigger(self, touch: Place) -> ArcTrigger {
        let triggers = &self.0.editor.triggers;
        let known = triggers.with(|triggers| triggers.get(&touch).cloned());
        known.unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            triggers.update(|triggers| triggers.insert(touch, trigger.clone()));
            trigger
        })
    }

    /// Notifies whoever watches these things. Never called while the draft is borrowed.
    fn notify(self, touches: &[Place]) {
        let touches = self.look(|draft| with_totals(draft, touches)).unwrap_or_default();
        let of_all = touches.contains(&Place::Year);
        self.notify_where(|place| touches.contains(place) || (of_all && place.is_cell()));
    }

    /// Notifies whoever watches one of these things.
    fn notify_where(self, is_touched: impl Fn(&Place) -> bool) {
        let triggers: Vec<ArcTrigger> = self.0.editor.triggers.with(|triggers| {
            triggers.iter().filter(|(place, _)| is_touched(place)).map(|(_, trigger)| trigger.clone()).collect()
        });
        for trigger in triggers {
            trigger.notify();
        }
    }

    /// Draws a cell or a text again as the draft has it: when the focus leaves it.
    pub fn refresh(self, touch: Place) {
        self.notify(&[touch]);
    }

    /// Puts a draft in place of the open one, or none.
    pub(super) fn show_draft(self, draft: Option<Draft>) {
        let editor = &self.0.editor;
        let id = draft.as_ref().map(|draft| draft.id().to_owned());
        let unknown_form = draft.as_ref().is_some_and(|draft| draft.form().is_none());
        editor.draft.set(draft);
        editor.undo_stack.set(UndoStack::default());
        editor.steps.set((false, false));
        editor.focused.set(None);
        // What is told of a draft while keys follow one another is not what is told of another.
        editor.rest.cancel();
        editor.read_only.set(unknown_form);
        // Another draft may have the id of the one before: whoever watches is notified in any case.
        editor.opened.renew(id);
        self.notify_where(|place| place.is_cell());
    }
}

/// What is touched, with the totals that rest on it.
fn with_totals(draft: &Draft, touches: &[Place]) -> Vec<Place> {
    let totals = |place: &Place| {
        let totals = place.figure().and_then(|key| Some(draft.form()?.totals_of(key)));
        totals.unwrap_or_default().into_iter().map(Place::Cell)
    };
    each_once(touches.iter().copied().chain(touches.iter().flat_map(totals)).collect())
}
