//! What the clerk does about a finding: mends it, accepts it with a note, takes the acceptance back.

use super::super::Session;
use crate::browser;
use crate::draft::Edit;
use crate::roll::confirming;
use crate::rules::{Finding, Mended, Reviewed, is_note, look_ahead, mend_now};

/// What became of a mend that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mending {
    /// It is made.
    Made,
    /// What it was to change no longer stands so; nothing was changed.
    Gone,
    /// It would wake these 强制性 findings elsewhere; nothing is changed until the clerk wants it nevertheless.
    Wakes(Vec<String>),
}

impl Session {
    /// Applies a mend of a finding to the draft as it is now: number 0 is the one thought right, the alternatives follow.
    /// The finding may be older than what was typed since: what no longer stands as it was shown is left alone. What it
    /// would wake elsewhere is said beforehand, unless the clerk knows.
    pub fn mend(self, number: u64, nth: usize, knowing: bool) -> Mending {
        // A text far longer than any report's takes seconds to look ahead in.
        let is_long = self.is_text_long();
        let mended = self.0.checker.findings.with(|found| {
            let shown: Vec<&Finding> = found.iter().map(|f| &f.finding).collect();
            let of = &found.iter().find(|f| f.number == number)?.finding;
            self.look_at_case(|case| {
                let edit = mend_now(case, &shown, of, nth).ok()?;
                Some(if is_long { Mended { edit, wakes: Vec::new() } } else { look_ahead(case, edit) })
            })
            .flatten()
        });
        let Some(Mended { edit, wakes }) = mended else {
            self.check_all();
            self.say("这处文字或数字已经变了，没有修改，请看新的检查结果");
            return Mending::Gone;
        };
        if !knowing && !wakes.is_empty() {
            return Mending::Wakes(wakes.into_iter().map(|finding| finding.title).collect());
        }
        self.seal();
        self.edit(edit);
        // The edit has run the rules over figures; those over text do not wait.
        self.check_text();
        self.seal();
        Mending::Made
    }

    /// Accepts a finding with a note; false when the note says nothing.
    pub fn accept(self, number: u64, note: &str) -> bool {
        if !is_note(note) {
            return false;
        }
        self.review(number, |reviewed, at| reviewed.accept(at, note, &browser::now()));
        true
    }

    /// Takes an acceptance back.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is of one lifetime only")]
    pub fn withdraw(self, number: u64) {
        self.review(number, |reviewed, at| reviewed.withdraw(at));
    }

    /// Says of a sentence of last year's text that it holds for this year too.
    pub fn confirm_sentence(self, sentence: &str) {
        if let Some(edit) = self.look(|draft| confirming(draft, sentence)) {
            self.seal();
            self.edit(edit);
            self.check_text();
        }
    }

    fn review(self, number: u64, edit: impl FnOnce(&Reviewed, usize) -> Edit) {
        let edit = self.0.checker.findings.with(|found| {
            let at = found.iter().position(|f| f.number == number)?;
            let all: Vec<Finding> = found.iter().map(|f| f.finding.clone()).collect();
            self.look(|draft| edit(&Reviewed::of(draft, &all), at))
        });
        if let Some(edit) = edit {
            self.edit(edit);
            self.publish();
        }
    }
}
