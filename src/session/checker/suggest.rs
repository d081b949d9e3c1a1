//! Suggested sentences of the open draft, and putting one of them in.

use super::super::Session;
use crate::facts::Facts;
use crate::phrase::{Suggestion, suggestions};

impl Session {
    /// The sentences that could stand in the open draft, without watching it. Of a text far longer than any report's there are none:
    /// it is read rule by rule.
    pub fn suggestions(self) -> Vec<Suggestion> {
        if self.is_text_long() {
            return Vec::new();
        }
        self.look_at_case(|case| suggestions(&Facts::new(*case))).unwrap_or_default()
    }

    /// Puts a wording of a suggestion into the draft as it is now, as a step of its own. False where the draft has changed since so
    /// that it is no longer suggested: then nothing is changed.
    pub fn put_in(self, suggestion: &Suggestion, nth: usize) -> bool {
        let stands = self.suggestions().contains(suggestion);
        let edit = self.look(|draft| suggestion.edit(draft, nth)).flatten().filter(|_| stands);
        let Some(edit) = edit else {
            self.check_all();
            self.say("数字或文字已经变了，没有写入，请看新的建议");
            return false;
        };
        self.seal();
        self.edit(edit);
        // The edit has run the rules over figures; those over text do not wait.
        self.check_text();
        self.seal();
        true
    }
}
