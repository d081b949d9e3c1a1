//! Lines placed by hand: in a row, under a kind of applicant, in a year. The same words follow.

use super::{About, Intake, Ledger, Line, Standing};
use crate::form::{Applicant, Form};
use crate::text::compact;
use crate::value::Ordered;

/// What the clerk has said of lines; kept for the session, for the next ledger too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placements {
    by_line: Ordered<(usize, usize), ByHand>,
    results: Ordered<String, Given<Standing>>,
    applicants: Ordered<String, Given<&'static Applicant>>,
}

/// What was said of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct ByHand {
    standing: Option<Standing>,
    applicant: Option<&'static Applicant>,
    intake: Option<Intake>,
}

/// What was said of words, and of which line it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Given<T> {
    value: T,
    line: Option<(usize, usize)>,
}

/// What a clerk says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// How it stands.
    Standing(Standing),
    /// Who asked.
    Applicant(&'static Applicant),
    /// From which year it is.
    Intake(Intake),
}

/// What counts for a line: what it says itself, or what was said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// How it stands.
    pub standing: Option<Standing>,
    /// Who asked.
    pub applicant: Option<&'static Applicant>,
    /// From which year it is.
    pub intake: Option<Intake>,
    /// The line (its sheet and its number) of which the result was said, where this one follows it by its words.
    pub follows: Option<(usize, usize)>,
}

impl Placed {
    /// Whether nothing is missing, or the line does not count.
    pub fn is_complete(&self) -> bool {
        let does_not_count = self.intake == Some(Intake::Outside) || self.standing == Some(Standing::NotCounted);
        does_not_count || (self.standing.is_some() && self.applicant.is_some() && self.intake.is_some())
    }
}

/// Where a line stands.
fn at(line: &Line) -> (usize, usize) {
    (line.sheet, line.number)
}

/// The words of a line's result with what is doubtful about them. Nothing where the words could not be kept: those of
/// another line may have been others.
fn result_words(line: &Line) -> Option<String> {
    let doubt = line.doubt(About::Result)?;
    let words = line.words.result.as_deref()?;
    Some(format!("{}\u{1f}{}", doubt.why, compact(words)))
}

fn applicant_words(line: &Line) -> Option<String> {
    line.doubt(About::Applicant)?;
    line.words.applicant.as_deref().map(compact)
}

impl Placements {
    /// Says of a line how it stands, who asked, or from which year it is. With `same`, lines with the same words follow.
    pub fn place(&mut self, line: &Line, choice: Choice, same: bool) {
        let mut by_hand = self.by_line.get(&at(line)).copied().unwrap_or_default();
        match choice {
            Choice::Standing(standing) => {
                by_hand.standing = Some(standing);
                if let Some(words) = result_words(line).filter(|_| same) {
                    self.results.insert(words, Given { value: standing, line: Some(at(line)) });
                }
            }
            Choice::Applicant(applicant) => {
                by_hand.applicant = Some(applicant);
                if let Some(words) = applicant_words(line).filter(|_| same) {
                    self.applicants.insert(words, Given { value: applicant, line: Some(at(line)) });
                }
            }
            Choice::Intake(intake) => by_hand.intake = Some(intake),
        }
        self.by_line.insert(at(line), by_hand);
    }

    /// Takes back what was said of a line and of its words.
    pub fn take_back(&mut self, line: &Line, about: About) {
        let mut by_hand = self.by_line.get(&at(line)).copied().unwrap_or_default();
        match about {
            About::Result => {
                by_hand.standing = None;
                result_words(line).and_then(|words| self.results.remove(&words));
            }
            About::Applicant => {
                by_hand.applicant = None;
                applicant_words(line).and_then(|words| self.applicants.remove(&words));
            }
            About::Received => by_hand.intake = None,
        }
        self.by_line.insert(at(line), by_hand);
    }

    /// Forgets single lines and keeps words: for another ledger, whose lines are others.
    pub fn forget_lines(&mut self) {
        fn keep<T: Copy>(given: &Ordered<String, Given<T>>) -> Ordered<String, Given<T>> {
            given.iter().map(|(words, given)| (words.clone(), Given { line: None, ..*given })).collect()
        }
        self.by_line = Ordered::new();
        (self.results, self.applicants) = (keep(&self.results), keep(&self.applicants));
    }

    /// Forgets results that an edition does not have: for a ledger that is counted into another one.
    pub fn keep_rows_of(&mut self, form: &Form) {
        let is_there = |standing: Standing| match standing {
            Standing::Result(row) => form.results().any(|own| own == row),
            Standing::Pending | Standing::NotCounted => true,
        };
        let words = self.results.iter().filter(|(_, given)| is_there(given.value));
        self.results = words.map(|(words, given)| (words.clone(), *given)).collect();
        let fitting = |by_hand: ByHand| ByHand { standing: by_hand.standing.filter(|own| is_there(*own)), ..by_hand };
        self.by_line = self.by_line.iter().map(|(line, by_hand)| (*line, fitting(*by_hand))).collect();
    }

    /// What counts for a line.
    pub fn of(&self, line: &Line) -> Placed {
        let by_hand = self.by_line.get(&at(line)).copied().unwrap_or_default();
        let words = result_words(line).and_then(|words| self.results.get(&words).copied());
        let applicant = applicant_words(line).and_then(|words| self.applicants.get(&words).copied());
        let follows = words.filter(|_| by_hand.standing.is_none()).and_then(|given| given.line);
        Placed {
            standing: by_hand.standing.or(words.map(|given| given.value)).or(line.standing),
            applicant: by_hand.applicant.or(applicant.map(|given| given.value)).or(line.applicant),
            intake: by_hand.intake.or(line.intake),
            follows: follows.filter(|from| *from != at(line)),
        }
    }

    /// The lines of a ledger that were not understood, placed since or not, by their index.
    pub fn doubtful(ledger: &Ledger) -> impl Iterator<Item = usize> + '_ {
        let lines = ledger.lines.iter().enumerate();
        lines.filter(|(_, line)| !line.doubts.is_empty()).map(|(index, _)| index)
    }
}
