//! The lines of a text field with what is marked in them, as plain data. Nothing here touches the page.

use std::ops::Range;

use crate::rules::{Account, Severity};
use crate::text::changed;

/// A line of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What stands in it, without the break at its end.
    pub text: String,
    /// What is marked in it, the weightiest of each kind first.
    pub marks: Vec<Mark>,
    /// Whether a break follows: it does but for the last line.
    pub breaks: bool,
}

/// Something that is marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its bytes in the line; none where only a place is marked.
    pub span: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What is marked.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A number, with what it was held against.
    Number(Account),
    /// The words of a finding, by its number, or the place where they are missing.
    Found(u64, Look),
    /// The place where a number is missing.
    Gap,
    /// Words that were looked for, and whether it is these that one has come to.
    Hit(bool),
}

/// How the words of a finding are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is open and so weighty.
    Open(Severity),
    /// It is accepted.
    Accepted,
}

impl Look {
    /// Its name in the page (`data-look`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Open(Severity::Error) => "error",
            Self::Open(Severity::Warning) => "warning",
            Self::Open(Severity::Hint) => "hint",
            Self::Accepted => "accepted",
        }
    }
}

impl Line {
    /// A line without marks.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The findings at a byte of the line: those whose words begin or end there or stand around it.
    pub fn found_at(&self, at: usize) -> impl Iterator<Item = u64> {
        let here = self.marks.iter().filter(move |mark| mark.span.start <= at && at <= mark.span.end);
        here.filter_map(|mark| match mark.what {
            What::Found(number, _) => Some(number),
            What::Number(_) | What::Gap | What::Hit(_) => None,
        })
    }

    /// The number at a byte of the line.
    pub fn number_at(&self, at: usize) -> Option<&Account> {
        let mut here = self.marks.iter().filter(|mark| mark.span.start <= at && at <= mark.span.end);
        here.find_map(|mark| match &mark.what {
            What::Number(account) => Some(account),
            What::Found(..) | What::Gap | What::Hit(_) => None,
        })
    }

    /// The same line with another text: what is marked around the change stays marked, what it touches is not until it is checked.
    fn become_text(&self, text: &str) -> Self {
        let change = changed(&self.text, text);
        let tail = text.len() - change.end;
        let end_before = self.text.len() - tail;
        let follow = |mark: &Mark| {
            let Range { start, end } = mark.span;
            // What is typed right beside words may belong to them.
            let span = if end < change.start {
                start..end
            } else if start > end_before {
                (start + change.end).checked_sub(end_before)?..(end + change.end).checked_sub(end_before)?
            } else {
                return None;
            };
            Some(Mark { span, what: mark.what.clone() })
        };
        Self { text: text.to_owned(), marks: self.marks.iter().filter_map(follow).collect(), breaks: self.breaks }
    }
}

/// The lines of a text that is being typed: those that stood there before keep their marks, and so does what is marked around
/// the change in a line that became another.
pub fn typed(before: &[Line], value: &str) -> Vec<Line> {
    let texts: Vec<&str> = value.split('\n').collect();
    let is_same = |(line, text): &(&Line, &&str)| line.text == **text;
    let head = before.iter().zip(&texts).take_while(is_same).count();
    let most = before.len().min(texts.len()) - head;
    let tail = before.iter().rev().zip(texts.iter().rev()).take_while(is_same).take(most).count();
    let (end_before, end) = (before.len() - tail, texts.len() - tail);
    let mut lines: Vec<Line> = before.get(..head).unwrap_or_default().to_vec();
    match (before.get(head..end_before), texts.get(head..end)) {
        (Some([line]), Some([text])) => lines.push(line.become_text(text)),
        (_, changed) => lines.extend(changed.unwrap_or_default().iter().map(|text| Line::plain(text))),
    }
    lines.extend_from_slice(before.get(end_before..).unwrap_or_default());
    with_breaks(lines)
}

fn with_breaks(mut lines: Vec<Line>) -> Vec<Line> {
    let last = lines.len().saturating_sub(1);
    for (nth, line) in lines.iter_mut().enumerate() {
        line.breaks = nth < last;
    }
    lines
}

/// The lines of a text with the marks of its paragraphs, which come in the order of these.
pub fn marked(value: &str, marks: Vec<(usize, Mark)>) -> Vec<Line> {
    with_marks(with_breaks(value.split('\n').map(Line::plain).collect()), marks)
}

/// The same lines with these words that are looked for, in place of those before.
pub fn with_hits(mut lines: Vec<Line>, hits: Vec<(usize, Mark)>) -> Vec<Line> {
    for line in &mut lines {
        line.marks.retain(|mark| !matches!(mark.what, What::Hit(_)));
    }
    with_marks(lines, hits)
}

/// The lines with further marks. Those that are not empty are the paragraphs.
fn with_marks(mut lines: Vec<Line>, marks: Vec<(usize, Mark)>) -> Vec<Line> {
    let mut marks = marks.into_iter().peekable();
    let paragraphs = lines.iter_mut().filter(|line| !line.text.is_empty());
    for (paragraph, line) in paragraphs.enumerate() {
        let own = std::iter::from_fn(|| marks.next_if(|(of, _)| *of <= paragraph));
        line.marks.extend(own.filter(|(of, _)| *of == paragraph).map(|(_, mark)| mark));
    }
    lines
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::draft::Place;
    use crate::rules::Tie;

    pub fn found(span: Range<usize>, number: u64) -> Mark {
        Mark { span, what: What::Found(number, Look::Open(Severity::Error)) }
    }

    pub fn of(text: &str, marks: Vec<Mark>) -> Line {
        Line { marks, ..Line::plain(text) }
    }

    fn broken(line: Line) -> Line {
        Line { breaks: true, ..line }
    }

    #[test]
    fn what_is_typed_leaves_the_marks_around_it() {
        let before = [broken(of("甲乙丙丁戊", vec![found(0..3, 1), found(12..15, 2)])), Line::plain("末")];
        // Between the two: the second moves along.
        assert_eq!(
            typed(&before, "甲乙新丙丁戊\n末"),
            [broken(of("甲乙新丙丁戊", vec![found(0..3, 1), found(15..18, 2)])), Line::plain("末")]
        );
        // In the words, or right beside them, they are not marked.
        assert_eq!(typed(&before, "甲新乙丙丁戊\n末")[0].marks, [found(15..18, 2)]);
        assert_eq!(typed(&before, "乙丙丁戊\n末")[0].marks, [found(9..12, 2)]);
        // A line that is divided has to be checked again, the others stay.
        assert_eq!(
            typed(&before, "甲乙\n丙丁戊\n末"),
            [broken(Line::plain("甲乙")), broken(Line::plain("丙丁戊")), Line::plain("末")]
        );
        assert_eq!(typed(&before, "甲乙丙丁戊\n末\n"), [before[0].clone(), broken(before[1].clone()), Line::plain("")]);
        assert_eq!(typed(&before, ""), [Line::plain("")]);
        assert_eq!(typed(&[], "甲"), [Line::plain("甲")]);
        assert_eq!(typed(&before, "甲乙丙丁戊\n末"), before);
    }

    #[test]
    fn the_same_line_twice_is_not_taken_for_one() {
        let before = ["甲", "甲"].map(Line::plain);
        assert_eq!(typed(&before, "甲").len(), 1);
        assert_eq!(typed(&before, "甲\n甲\n甲").len(), 3);
    }

    #[test]
    fn empty_lines_are_no_paragraphs() {
        let lines = marked("甲\n\n乙\n", vec![(0, found(0..3, 1)), (1, found(0..3, 2)), (7, found(0..3, 3))]);
        let numbers: Vec<Vec<u64>> = lines.iter().map(|line| line.found_at(0).collect()).collect();
        assert_eq!(numbers, [vec![1], vec![], vec![2], vec![]]);
    }

    #[test]
    fn what_is_looked_for_takes_the_place_of_what_was() {
        let hit = |current: bool| Mark { span: 0..3, what: What::Hit(current) };
        let lines = vec![of("甲", vec![hit(false), found(0..3, 1)])];
        let lines = with_hits(lines, vec![(0, hit(true))]);
        assert_eq!(lines[0].marks, [found(0..3, 1), hit(true)]);
        assert_eq!(with_hits(lines, Vec::new())[0].marks, [found(0..3, 1)]);
    }

    #[test]
    fn words_are_found_at_their_ends_and_within() {
        let account = Account { place: Place::Body(0, 0), span: 3..6, tie: Tie::Untied };
        let number = Mark { span: 3..6, what: What::Number(account.clone()) };
        let line = of("甲3件。", vec![found(3..7, 1), number]);
        assert_eq!([2, 3, 5, 7, 8].map(|at| line.found_at(at).count()), [0, 1, 1, 1, 0]);
        assert_eq!(line.number_at(6), Some(&account));
        assert_eq!(line.number_at(7), None);
    }
}
