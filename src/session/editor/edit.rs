//! Edits, undo and redo.

use super::super::Session;
use crate::draft::{CellValue, Draft, Edit, Item, Joined, Part, Place, Splice, paragraphs};
use crate::value::each_once;

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
        self.changed(&touches);
    }

    /// Ends the joining of keystrokes.
    pub fn seal(self) {
        self.0.editor.undo_stack.update(crate::draft::UndoStack::seal);
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(crate::draft::UndoStack::undo);
    }

    /// Does again what was last taken back.
    pub fn redo(self) {
        self.step(crate::draft::UndoStack::redo);
    }

    fn step(self, step: fn(&mut crate::draft::UndoStack, &mut Draft) -> Option<Edit>) {
        if self.0.editor.read_only.now() {
            return;
        }
        let made = self.0.editor.undo_stack.update(|undo_stack| {
            self.0.editor.draft.update(|draft| draft.as_mut().and_then(|draft| step(undo_stack, draft)))
        });
        if let Some(edit) = made {
            self.changed(&edit.touches());
        }
    }

    /// What follows every change: what shows it is drawn again, the rules run, the draft is kept.
    fn changed(self, touches: &[Place]) {
        let steps = self.0.editor.undo_stack.with(|undo_stack| (undo_stack.can_undo(), undo_stack.can_redo()));
        self.0.editor.steps.set(steps);
        self.notify(touches);
        self.0.editor.changes.set(self.0.editor.changes.now() + 1);
        self.check_figures();
        self.check_text_later();
        self.keep_later();
    }

    /// What was typed into a cell.
    pub fn type_into(self, place: Place, text: &str) {
        let value = CellValue::typed(place, text);
        if self.look(|draft| draft.entry(place) == value) == Some(false) {
            self.make(Edit::SetCell(place, value), Some(place));
        }
    }

    /// What was typed into a single line of text.
    pub fn type_line(self, place: Place, text: &str) {
        if self.look(|draft| draft.text(place).as_deref() == Some(text)) == Some(false) {
            self.make(Edit::SetText(place, text.to_owned()), Some(place));
        }
    }

    /// The text of the opening as typed: a line is a paragraph.
    pub fn type_opening(self, text: &str) {
        let after: Vec<String> = paragraphs(text).collect();
        let splice = self.look(|draft| difference(draft.opening(), &after)).flatten();
        if let Some(splice) = splice {
            self.make(Edit::SpliceOpening(splice), Some(Place::Opening(0)));
        }
    }

    /// The text of a run of paragraphs as typed, which begins at an index of the body.
    pub fn type_paragraphs(self, part: usize, start: usize, text: &str) {
        let after: Vec<String> = paragraphs(text).collect();
        let splice = self.look(|draft| difference(&run_of_paragraphs(draft, part, start), &after)).flatten();
        if let Some(splice) = splice {
            let insert = splice.insert.into_iter().map(Item::Paragraph).collect();
            let splice = Splice { at: start + splice.at, remove: splice.remove, insert };
            self.make(Edit::SpliceBody(part, splice), Some(Place::Body(part, start)));
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

/// The paragraphs from an index of a body up to the next table or chart.
pub fn run_of_paragraphs(draft: &Draft, part: usize, start: usize) -> Vec<String> {
    let body = draft.narrative().get(part).map(|part| part.body.as_slice()).unwrap_or_default();
    body.iter().skip(start).map_while(Item::paragraph).map(str::to_owned).collect()
}

/// The smallest splice that makes one list of paragraphs another; nothing when they are the same.
fn difference(before: &[String], after: &[String]) -> Option<Splice<String>> {
    let same = before.iter().zip(after).take_while(|(b, a)| b == a).count();
    let (rest_before, rest_after) = (before.get(same..)?, after.get(same..)?);
    let tail = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(|(b, a)| b == a).count();
    let (remove, insert) = (rest_before.len() - tail, rest_after.get(..rest_after.len() - tail)?.to_vec());
    (remove > 0 || !insert.is_empty()).then_some(Splice { at: same, remove, insert })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_splice() {
        let list = |text: &str| text.split(' ').filter(|t| !t.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let splice =
            |before: &str, after: &str| difference(&list(before), &list(after)).map(|s| (s.at, s.remove, s.insert));
        assert_eq!(splice("a b c", "a b c"), None);
        assert_eq!(splice("a b c", "a x c"), Some((1, 1, list("x"))));
        assert_eq!(splice("a b c", "a b b c"), Some((2, 0, list("b"))));
        assert_eq!(splice("a b", ""), Some((0, 2, list(""))));
        assert_eq!(splice("", "a"), Some((0, 0, list("a"))));
    }
}
