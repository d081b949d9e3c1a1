//! Undo and redo of everything; keystrokes in one cell or one text are one step.

use super::{Draft, Edit, Place};

/// What keystrokes are joined by: those in the same place, until something else happens, are undone together.
pub type Joined = Option<Place>;

/// The changes that can be taken back, and those that were.
#[derive(Debug, Default)]
pub struct UndoStack {
    done: Vec<Step>,
    undone: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    inverse: Edit,
    joined: Joined,
}

impl UndoStack {
    /// How many steps can be taken back; older ones are forgotten.
    const LIMIT: usize = 1000;

    /// Notes a change by its inverse. What was taken back before can no longer be done again.
    pub fn record(&mut self, inverse: Edit, joined: Joined) {
        self.undone.clear();
        if let Some(last) = self.done.last_mut()
            && joined.is_some()
            && last.joined == joined
        {
            let before = std::mem::replace(&mut last.inverse, Edit::NOTHING);
            last.inverse = join(inverse, before);
            return;
        }
        self.done.push(Step { inverse, joined });
        if self.done.len() > Self::LIMIT {
            self.done.remove(0);
        }
    }

    /// Ends the joining of keystrokes: the next one begins a step of its own.
    pub fn seal(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.joined = None;
        }
    }

    /// Takes the last step back and gives the change that was made to the draft, or nothing when there is none.
    pub fn undo(&mut self, draft: &mut Draft) -> Option<Edit> {
        let step = self.done.pop()?;
        let made = step.inverse.clone();
        let inverse = draft.apply(step.inverse);
        self.undone.push(Step { inverse, joined: None });
        Some(made)
    }

    /// Does again what was last taken back.
    pub fn redo(&mut self, draft: &mut Draft) -> Option<Edit> {
        let step = self.undone.pop()?;
        let made = step.inverse.clone();
        let inverse = draft.apply(step.inverse);
        self.done.push(Step { inverse, joined: None });
        Some(made)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// One inverse for two changes made in turn. Of two in one cell or one line the older is enough.
fn join(newer: Edit, older: Edit) -> Edit {
    match (newer, older) {
        (Edit::SetCell(place, _), Edit::SetCell(before, value)) if place == before => Edit::SetCell(before, value),
        (Edit::SetText(place, _), Edit::SetText(before, text)) if place == before => Edit::SetText(before, text),
        (newer, Edit::Many(mut older)) => {
            older.insert(0, newer);
            Edit::Many(older)
        }
        (newer, older) => Edit::Many(vec![newer, older]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{CellValue, Splice};
    use crate::form::Key;

    fn draft() -> Draft {
        Draft::new("d".to_owned(), 2023, "某局", "department")
    }

    fn type_into(draft: &mut Draft, history: &mut UndoStack, text: &str) {
        let place = Place::Cell(Key::parse("applications.new.natural").expect("a key of the form"));
        let inverse = draft.apply(Edit::SetCell(place, CellValue::typed(place, text)));
        history.record(inverse, Some(place));
    }

    #[test]
    fn keystrokes_in_one_cell_are_one_step() {
        let (mut draft, mut history) = (draft(), UndoStack::default());
        let before = draft.clone();
        for text in ["3", "34", "340"] {
            type_into(&mut draft, &mut history, text);
        }
        let after = draft.clone();
        history.undo(&mut draft).expect("a step");
        assert_eq!(draft, before);
        assert!(!history.can_undo());
        history.redo(&mut draft).expect("a step");
        assert_eq!(draft, after);
    }

    #[test]
    fn leaving_the_cell_ends_the_step() {
        let (mut draft, mut history) = (draft(), UndoStack::default());
        type_into(&mut draft, &mut history, "3");
        history.seal();
        type_into(&mut draft, &mut history, "4");
        history.undo(&mut draft).expect("a step");
        assert!(history.can_undo());
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back() {
        let (mut draft, mut history) = (draft(), UndoStack::default());
        type_into(&mut draft, &mut history, "3");
        history.undo(&mut draft).expect("a step");
        type_into(&mut draft, &mut history, "4");
        assert!(!history.can_redo());
    }

    #[test]
    fn keystrokes_in_one_text_are_one_step() {
        let (mut draft, mut history) = (draft(), UndoStack::default());
        let before = draft.clone();
        for (remove, text) in [(0, "一"), (1, "一是"), (1, "一是加强")] {
            let splice = Splice { at: 0, remove, insert: vec![text.to_owned()] };
            let inverse = draft.apply(Edit::SpliceOpening(splice));
            history.record(inverse, Some(Place::Opening(0)));
        }
        history.undo(&mut draft).expect("a step");
        assert_eq!(draft, before);
    }
}
