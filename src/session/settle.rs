//! What the clerk does about a finding: mends it, accepts it with a note, takes the acceptance back.

use super::Session;
use crate::browser;
use crate::draft::{Draft, Edit};
use crate::rules::{Finding, accept, is_note, mend_now, withdraw};

impl Session {
    /// Applies a mend of a finding to the draft as it is now: number 0 is the one thought right, the alternatives follow.
    /// The finding may be older than what was typed since: what no longer stands as it was shown is left alone.
    pub fn mend(self, identity: &str, nth: usize) {
        let edit = self.0.checker.findings.look(|found| {
            let shown: Vec<&Finding> = found.iter().map(|f| &f.finding).collect();
            let of = &found.iter().find(|f| f.identity == identity)?.finding;
            self.look_at_case(|case| mend_now(case, &shown, of, nth).ok()).flatten()
        });
        if let Some(edit) = edit {
            self.seal();
            self.edit(edit);
            // The edit has run the rules over figures; those over text do not wait.
            self.check_text();
            self.seal();
        } else {
            self.check_all();
            self.say("这处文字或数字已经变了，没有修改，请看新的检查结果");
        }
    }

    /// Accepts a finding with a note; false when the note says nothing.
    pub fn accept(self, identity: &str, note: &str) -> bool {
        if !is_note(note) {
            return false;
        }
        self.review(identity, |draft, finding| accept(draft, finding, note, &browser::now()));
        true
    }

    /// Takes an acceptance back.
    pub fn withdraw(self, identity: &str) {
        self.review(identity, withdraw);
    }

    fn review(self, identity: &str, edit: impl FnOnce(&Draft, &Finding) -> Edit) {
        let finding = self
            .0
            .checker
            .findings
            .look(|found| found.iter().find(|f| f.identity == identity).map(|f| f.finding.clone()));
        if let Some(edit) = finding.and_then(|finding| self.look(|draft| edit(draft, &finding))) {
            self.edit(edit);
            self.publish();
        }
    }
}
