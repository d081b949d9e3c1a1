//! Edits, undo and redo.

use std::time::Duration;

use super::super::Session;
use crate::draft::{CellValue, Draft, Edit, Joined, Part, Place, Splice};
use crate::value::each_once;

/// How long no key comes before typing rests: longer than from a key to the next, also where the machine is slow.
const REST: Duration = Duration::from_millis(250);

impl Session {
    /// Makes a change of its own step.
    pub fn edit(self, edit: Edit) {
        self.make(edit, None);
    }

    /// Makes a change; those joined by the same place are undone together.
    pub fn make(self, edit: Edit, joined: Joined) {
        if self.0.editor.read_only.now() {
            return;
        }
        let touches = edit.touches();
        let made = self.0.editor.draft.update(|draft| draft.as_mut().map(|draft| draft.apply(edit)));
        let Some(inverse) = made else { return };
        // What the inverse touches besides: what moved along.
        let touches = each_once([touches, inverse.touches()].concat());
        self.0.editor.undo_stack.update(|undo_stack| undo_stack.record(inverse, joined));
        self.changed(&touches, joined.is_some());
    }

    /// Ends the joining of keystrokes.
    pub fn seal(self) {
        self.0.editor.undo_stack.update(crate::draft::UndoStack::seal);
    }

    /// Takes the last step back; returns where that changed something.
    pub fn undo(self) -> Option<Place> {
        self.step(crate::draft::UndoStack::undo)
    }

    /// Does again what was last taken back; returns where that changed something.
    pub fn redo(self) -> Option<Place> {
        self.step(crate::draft::UndoStack::redo)
    }

    fn step(self, step: fn(&mut crate::draft::UndoStack, &mut Draft) -> Option<Edit>) -> Option<Place> {
        if self.0.editor.read_only.now() {
            return None;
        }
        let made = self.0.editor.undo_stack.update(|undo_stack| {
            self.0.editor.draft.update(|draft| draft.as_mut().and_then(|draft| step(undo_stack, draft)))
        });
        let touches = made?.touches();
        self.changed(&touches, false);
        touches.first().copied()
    }

    /// What follows every change: what shows it is drawn again, the rules run, the draft is kept. The rules follow an act at once, and a
    /// key after its frame; what tells of all of the draft follows keys when they rest.
    fn changed(self, touches: &[Place], is_typed: bool) {
        let steps = self.0.editor.undo_stack.with(|undo_stack| (undo_stack.can_undo(), undo_stack.can_redo()));
        self.0.editor.steps.set(steps);
        self.notify(touches);
        self.0.editor.changes.set(self.0.editor.changes.now() + 1);
        self.hush_last_change();
        if is_typed {
            self.0.editor.rest.after(REST, move || self.rest());
            self.check_figures_soon();
        } else {
            self.0.editor.rest.cancel();
            self.check_figures();
            self.rest();
        }
        self.check_text_later();
        self.keep_later();
    }

    /// Typing rests: what tells of all of the draft follows now.
    fn rest(self) {
        self.0.editor.rest.cancel();
        self.check_figures_if_due();
        self.0.editor.rested.set(self.0.editor.changes.now());
        self.tell_findings();
        self.show_saved();
    }

    /// Whether keys follow one another.
    pub(in crate::session) fn is_typing(self) -> bool {
        self.0.editor.rest.is_waiting()
    }

    /// What was typed into a cell.
    pub fn type_into(self, place: Place, text: &str) {
        let value = CellValue::typed(place, text);
        if self.look(|draft| draft.entry(place) == value) == Some(false) {
            self.make(Edit::SetCell(place, value), Some(place));
        }
    }

    /// Gives a draft that has only tables the parts of its form, so that text can be written into them.
    pub fn with_parts(self) {
        let missing = self.look(|draft| {
            let headings = draft.form().map(|form| form.headings_of(draft.year())).unwrap_or_default();
            draft.narrative().is_empty().then(|| headings.into_iter().map(Part::new).collect::<Vec<_>>())
        });
        if let Some(parts) = missing.flatten().filter(|parts| !parts.is_empty()) {
            self.edit(Edit::SpliceParts(Splice::insert(0, parts)));
        }
    }
}
