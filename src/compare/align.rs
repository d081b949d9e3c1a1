//! Which pieces of a report and of a file are each other, and what is left between them.
//!
//! First pieces that are the same are put together, then the cells of rows whose head is the same, then words within what is left. Each
//! step looks at everything a few times at most, so that a strange file takes no longer than its length.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk as Found, InternedInput};

use super::ours::{Kind, Ours};
use super::stream::Stream;
use super::theirs::Theirs;

/// What stands on one side in the place of what stands on the other, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    /// Here; may be empty.
    pub ours: Range<usize>,
    /// There; may be empty.
    pub theirs: Range<usize>,
}

/// What a comparison of the pieces gives.
#[derive(Debug, Default)]
pub(super) struct Aligned {
    /// Cells that stand at the same place of the same row and are not the same: piece here, piece there.
    pub cells: Vec<(usize, usize)>,
    /// All else, in its order.
    pub hunks: Vec<Hunk>,
}

/// A piece with so many tokens is known again within others.
const LONG: usize = 6;
/// So many tokens between two changes of a text are said with them.
const BETWEEN: usize = 3;

/// Aligns a report with a file.
pub(super) fn align(ours: &Ours, theirs: &Theirs) -> Aligned {
    let mut matched = same_pieces(&ours.stream, &theirs.stream);
    let cells = pair_rows(ours, theirs, &mut matched);
    let mut aligned = Aligned { cells, hunks: Vec::new() };
    let (mut here, mut there) = (0, 0);
    for (piece, other) in matched.into_iter().enumerate() {
        // A pair of cells may have overtaken what was the same by chance.
        let Some(other) = other.filter(|other| *other >= there) else { continue };
        between(ours, theirs, here..piece, there..other, &mut aligned.hunks);
        (here, there) = (piece + 1, other + 1);
    }
    between(ours, theirs, here..ours.stream.count(), there..theirs.stream.count(), &mut aligned.hunks);
    aligned
}

/// The hunks of two lists.
fn hunks(ours: Vec<&str>, theirs: Vec<&str>, how: Algorithm) -> Vec<Found> {
    let mut input = InternedInput::default();
    input.update_before(ours.into_iter());
    input.update_after(theirs.into_iter());
    let mut diff = Diff::compute(how, &input);
    diff.postprocess_no_heuristic(&input);
    diff.hunks().collect()
}

/// Which piece there each piece here is; blank ones are none.
fn same_pieces<'a>(ours: &'a Stream, theirs: &'a Stream) -> Vec<Option<usize>> {
    let seen = |stream: &Stream| (0..stream.count()).filter(|piece| !stream.is_blank(*piece)).collect::<Vec<_>>();
    let (here, there) = (seen(ours), seen(theirs));
    let texts = |stream: &'a Stream, pieces: &[usize]| -> Vec<&'a str> {
        pieces.iter().map(|piece| stream.folded(stream.tokens(*piece))).collect()
    };
    let found = hunks(texts(ours, &here), texts(theirs, &there), Algorithm::Histogram);
    let mut matched = vec![None; ours.count()];
    let (mut own, mut from) = (0, 0);
    let end = Found { before: length(here.len()), after: length(there.len()) };
    for hunk in found.into_iter().chain([end]) {
        let (before, after) = (ranged(&hunk.before), ranged(&hunk.after));
        for (piece, other) in here.get(own..before.start).into_iter().flatten().zip(there.iter().skip(from)) {
            if let Some(place) = matched.get_mut(*piece) {
                *place = Some(*other);
            }
        }
        (own, from) = (before.end, after.end);
    }
    matched
}

fn length(count: usize) -> Range<u32> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    count..count
}

fn ranged(found: &Range<u32>) -> Range<usize> {
    let whole = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    whole(found.start)..whole(found.end)
}

/// Puts the values of a row here beside those of the row there that has the same head and as many cells, blank ones as well; returns those
/// that differ.
fn pair_rows(ours: &Ours, theirs: &Theirs, matched: &mut [Option<usize>]) -> Vec<(usize, usize)> {
    let mut differing = Vec::new();
    let row_of = |piece: usize| ours.spots.get(piece).and_then(|spot| Some((spot.block, spot.cell?.0)));
    let their_row = |piece: usize| theirs.rows.get(piece).copied().flatten();
    let mut head = 0;
    while head < ours.stream.count() {
        let from = head + 1;
        let row = row_of(head);
        let is_value = |piece: &usize| ours.kind(*piece) == Kind::Value && row_of(*piece) == row;
        let count = (from..ours.stream.count()).take_while(is_value).count();
        let head_there = matched.get(head).copied().flatten();
        if let Some(head_there) = head_there.filter(|_| row.is_some() && count > 0) {
            let row_there = their_row(head_there);
            let cells = (head_there + 1..theirs.stream.count())
                .take(count + 1)
                .take_while(|piece| row_there.is_some() && their_row(*piece) == row_there)
                .count();
            if cells == count {
                for n in 0..count {
                    let (piece, other) = (from + n, head_there + 1 + n);
                    if let Some(place) = matched.get_mut(piece) {
                        *place = Some(other);
                    }
                    let texts = (ours.stream.tokens(piece), theirs.stream.tokens(other));
                    if ours.stream.folded(texts.0) != theirs.stream.folded(texts.1) {
                        differing.push((piece, other));
                    }
                }
            }
        }
        head = from + count;
    }
    differing
}

/// Compares what is left between two pairs of pieces.
fn between(ours: &Ours, theirs: &Theirs, here: Range<usize>, there: Range<usize>, out: &mut Vec<Hunk>) {
    let (mine, other) = (&ours.stream, &theirs.stream);
    let mut rest = Hunk {
        ours: mine.begin(here.start)..mine.begin(here.end),
        theirs: other.begin(there.start)..other.begin(there.end),
    };
    // Pieces that stand whole in what is left, however it is cut there: from the end, as a site repeats the title above it.
    let mut after = Vec::new();
    for piece in here.clone().rev() {
        let Some(found) = whole(mine, other, piece, &rest, true) else {
            if mine.tokens(piece).len() < LONG {
                continue;
            }
            break;
        };
        let own = mine.tokens(piece);
        after.push(Hunk { ours: own.end..rest.ours.end, theirs: found.end..rest.theirs.end });
        rest = Hunk { ours: rest.ours.start..own.start, theirs: rest.theirs.start..found.start };
    }
    for piece in here {
        if mine.begin(piece) >= rest.ours.end {
            break;
        }
        let Some(found) = whole(mine, other, piece, &rest, false) else {
            if mine.tokens(piece).len() < LONG {
                continue;
            }
            break;
        };
        let own = mine.tokens(piece);
        words(ours, theirs, &Hunk { ours: rest.ours.start..own.start, theirs: rest.theirs.start..found.start }, out);
        rest = Hunk { ours: own.end..rest.ours.end, theirs: found.end..rest.theirs.end };
    }
    words(ours, theirs, &rest, out);
    for hunk in after.iter().rev() {
        words(ours, theirs, hunk, out);
    }
}

/// Where a long piece stands whole in what is left.
fn whole(ours: &Stream, theirs: &Stream, piece: usize, rest: &Hunk, is_last: bool) -> Option<Range<usize>> {
    let own = ours.tokens(piece);
    if own.len() < LONG || own.start < rest.ours.start || own.end > rest.ours.end {
        return None;
    }
    theirs.find(ours.folded(own), rest.theirs.clone(), is_last)
}

/// Compares words token by token.
fn words(ours: &Ours, theirs: &Theirs, within: &Hunk, out: &mut Vec<Hunk>) {
    if within.ours.is_empty() && within.theirs.is_empty() {
        return;
    }
    if within.ours.is_empty() || within.theirs.is_empty() {
        out.push(within.clone());
        return;
    }
    if is_label(ours, theirs, within) {
        if !is_turned(ours, theirs, within) {
            out.push(within.clone());
        }
        return;
    }
    let found =
        hunks(ours.stream.each(within.ours.clone()), theirs.stream.each(within.theirs.clone()), Algorithm::Myers);
    let first = out.len();
    for hunk in found {
        let (before, after) = (ranged(&hunk.before), ranged(&hunk.after));
        let hunk = Hunk {
            ours: within.ours.start + before.start..within.ours.start + before.end,
            theirs: within.theirs.start + after.start..within.theirs.start + after.end,
        };
        match out.get_mut(first..).and_then(<[Hunk]>::last_mut) {
            Some(last) if is_near(ours, last, &hunk) => {
                (last.ours.end, last.theirs.end) = (hunk.ours.end, hunk.theirs.end);
            }
            _ => out.push(hunk),
        }
    }
}

/// Whether a single label stands in the place of a single piece: it is compared as a whole.
fn is_label(ours: &Ours, theirs: &Theirs, within: &Hunk) -> bool {
    let (piece, other) = (ours.stream.piece_of(within.ours.start), theirs.stream.piece_of(within.theirs.start));
    let is_whole = ours.stream.tokens(piece) == within.ours && theirs.stream.tokens(other) == within.theirs;
    is_whole && ours.kind(piece) == Kind::Label
}

/// Whether both sides have the same characters: a label that runs down may be read in another order.
fn is_turned(ours: &Ours, theirs: &Theirs, within: &Hunk) -> bool {
    let (mut here, mut there) = (ours.stream.each(within.ours.clone()), theirs.stream.each(within.theirs.clone()));
    here.sort_unstable();
    there.sort_unstable();
    here == there
}

/// Whether two changes are of one text, with next to nothing between them.
fn is_near(ours: &Ours, last: &Hunk, next: &Hunk) -> bool {
    let piece = ours.stream.piece_of(last.ours.start);
    let is_text = ours.kind(piece) == Kind::Text;
    is_text && ours.stream.piece_of(next.ours.start) == piece && next.ours.start - last.ours.end <= BETWEEN
}
