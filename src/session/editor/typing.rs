//! What is typed into texts, in steps that can be taken back one by one: a step ends with a sentence, with a pause, and where
//! typing goes on elsewhere.

use std::time::Duration;

use super::super::Session;
use crate::draft::{Draft, Edit, Item, Place, Splice, paragraphs};
use crate::text::changed;

/// How long typing rests before what is typed next is a step of its own.
const PAUSE: Duration = Duration::from_secs(1);

impl Session {
    /// What was typed into a single line of text.
    pub fn type_line(self, place: Place, text: &str) {
        let before = self.look(|draft| draft.text(place).unwrap_or_default()).unwrap_or_default();
        if before != text {
            self.type_text(Edit::SetText(place, text.to_owned()), place, ends_sentence(&before, text));
        }
    }

    /// The text of the opening as typed: a line is a paragraph.
    pub fn type_opening(self, text: &str) {
        let after: Vec<String> = paragraphs(text).collect();
        let before = self.look(|draft| draft.opening().to_vec()).unwrap_or_default();
        if let Some(splice) = difference(&before, &after) {
            let (place, ends) = (Place::Opening(splice.at), ends_paragraphs(&before, &splice));
            self.type_text(Edit::SpliceOpening(splice), place, ends);
        }
    }

    /// The text of a run of paragraphs as typed, which begins at an index of the body.
    pub fn type_paragraphs(self, part: usize, start: usize, text: &str) {
        let after: Vec<String> = paragraphs(text).collect();
        let before = self.look(|draft| run_of_paragraphs(draft, part, start)).unwrap_or_default();
        if let Some(splice) = difference(&before, &after) {
            let (place, ends) = (Place::Body(part, start + splice.at), ends_paragraphs(&before, &splice));
            let insert = splice.insert.into_iter().map(Item::Paragraph).collect();
            let splice = Splice { at: start + splice.at, remove: splice.remove, insert };
            self.type_text(Edit::SpliceBody(part, splice), place, ends);
        }
    }

    fn type_text(self, edit: Edit, place: Place, ends: bool) {
        self.make(edit, Some(place));
        if ends {
            self.seal();
        }
        self.0.editor.pause.after(PAUSE, move || self.seal());
    }
}

/// Whether what was put into a text ends with the mark of a sentence.
fn ends_sentence(before: &str, after: &str) -> bool {
    let put = after.get(changed(before, after)).unwrap_or_default();
    after.len() > before.len() && put.ends_with(['。', '！', '？', '；', '!', '?', ';'])
}

/// Whether a splice of paragraphs ends a sentence: it does with a paragraph.
fn ends_paragraphs(before: &[String], splice: &Splice<String>) -> bool {
    match (splice.remove, splice.insert.as_slice()) {
        (1, [after]) => before.get(splice.at).is_some_and(|before| ends_sentence(before, after)),
        (0, [after]) => ends_sentence("", after),
        _ => true,
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
    fn a_sentence_ends_with_its_mark() {
        for (before, after, ends) in [
            ("", "本年", false),
            ("本年", "本年。", true),
            ("本年末", "本年。末", true),
            ("甲。乙", "甲。丙。乙", true),
            ("甲。", "甲", false),
            ("甲，乙", "甲；乙", false),
            ("。", "。。", true),
            ("本年", "本年；", true),
        ] {
            assert_eq!(ends_sentence(before, after), ends, "{before} → {after}");
        }
    }

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
