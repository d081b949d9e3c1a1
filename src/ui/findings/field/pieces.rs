//! A line of a field cut where what is marked in it changes, as it is drawn.

use super::lines::{Line, Look, Mark, What};
use crate::rules::Account;

/// A piece of a line in which the same is marked from end to end.
#[derive(Debug, Default, PartialEq)]
pub struct Piece<'a> {
    /// Its words; none where only a place is marked.
    pub words: &'a str,
    /// The number that it is, or is a piece of.
    pub number: Option<&'a Account>,
    /// The findings that mean it.
    pub found: Vec<u64>,
    /// How they are marked: as the weightiest is.
    pub look: Option<Look>,
    /// Whether a number is missing here.
    pub gap: bool,
    /// Whether it was looked for, and whether one has come to it.
    pub hit: Option<bool>,
}

impl Line {
    /// Its pieces, from its beginning. Marks that are none of its text are left out.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let stands = |mark: &&Mark| self.text.get(mark.span.clone()).is_some();
        let mut cuts: Vec<usize> = vec![0, self.text.len()];
        cuts.extend(self.marks.iter().filter(stands).flat_map(|mark| [mark.span.start, mark.span.end]));
        cuts.sort_unstable();
        cuts.dedup();
        let mut pieces = Vec::new();
        for (nth, from) in cuts.iter().enumerate() {
            let here = self.marks.iter().filter(|mark| mark.span == (*from..*from));
            let place = Piece::of("", here);
            if place != Piece::default() {
                pieces.push(place);
            }
            let Some(to) = cuts.get(nth + 1) else { break };
            let over = self.marks.iter().filter(stands).filter(|mark| mark.span.start <= *from && *to <= mark.span.end);
            pieces.push(Piece::of(self.text.get(*from..*to).unwrap_or_default(), over));
        }
        pieces
    }
}

impl<'a> Piece<'a> {
    fn of(words: &'a str, marks: impl Iterator<Item = &'a Mark>) -> Self {
        let mut piece = Self { words, ..Self::default() };
        for mark in marks {
            match &mark.what {
                What::Number(account) => piece.number = piece.number.or(Some(account)),
                What::Found(number, look) => {
                    piece.look = piece.look.or(Some(*look));
                    if !piece.found.contains(number) {
                        piece.found.push(*number);
                    }
                }
                What::Gap => piece.gap = true,
                What::Hit(current) => piece.hit = Some(piece.hit == Some(true) || *current),
            }
        }
        piece
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::{found, of};
    use super::*;
    use crate::rules::Severity;

    fn words<'a>(pieces: &'a [Piece]) -> Vec<(&'a str, Vec<u64>)> {
        pieces.iter().map(|piece| (piece.words, piece.found.clone())).collect()
    }

    #[test]
    fn marks_that_lie_over_each_other_are_cut_where_they_begin_and_end() {
        let line = of("甲乙丙丁", vec![found(0..6, 1), found(3..9, 2)]);
        let pieces = line.pieces();
        assert_eq!(words(&pieces), [("甲", vec![1]), ("乙", vec![1, 2]), ("丙", vec![2]), ("丁", vec![])]);
        assert_eq!(pieces.iter().map(|piece| piece.words).collect::<String>(), line.text);
    }

    #[test]
    fn a_piece_looks_as_the_first_of_its_findings_does() {
        let accepted = Mark { span: 0..3, what: What::Found(2, Look::Accepted) };
        let line = of("甲", vec![found(0..3, 1), accepted]);
        assert_eq!(line.pieces()[0].look, Some(Look::Open(Severity::Error)));
    }

    #[test]
    fn a_place_where_something_is_missing_has_a_piece_of_its_own() {
        let gap = Mark { span: 3..3, what: What::Gap };
        let line = of("增％", vec![found(0..6, 1), gap]);
        let pieces = line.pieces();
        assert_eq!(
            pieces.iter().map(|piece| (piece.words, piece.gap)).collect::<Vec<_>>(),
            [("增", false), ("", true), ("％", false)]
        );
        // At the end of the text as well, and in an empty one.
        let end = of("增", vec![found(3..3, 4)]);
        assert_eq!(words(&end.pieces()), [("增", vec![]), ("", vec![4])]);
        assert_eq!(words(&of("", vec![found(0..0, 4)]).pieces()), [("", vec![4])]);
        assert!(Line::plain("").pieces().is_empty());
    }

    #[test]
    fn what_is_none_of_the_text_is_not_marked() {
        let line = of("甲", vec![found(1..3, 1), found(0..90, 2), found(9..9, 3)]);
        assert_eq!(words(&line.pieces()), [("甲", vec![])]);
    }
}
