//! Which of what stands on one side only counts, and how it is said.

use std::collections::HashSet;
use std::ops::Range;

use super::Difference;
use super::align::{Aligned, Hunk};
use super::ours::{Kind, Ours};
use super::stream::Stream;
use super::theirs::Theirs;

/// So many tokens around a change of a text are shown with it.
const AROUND: usize = 6;
/// So many characters of a side are shown.
const SHOWN: usize = 60;
/// What is said of a side that has nothing there.
const NOTHING: &str = "没有";
/// What is said of a cell without a value.
const BLANK: &str = "空白";

/// Judges what was found: the differences, in the order of the report, up to a number; and how many there are.
pub(super) fn judge(ours: &Ours, theirs: &Theirs, aligned: &Aligned, most: usize) -> (Vec<Difference>, usize) {
    let judge = Judge::new(ours, theirs, aligned);
    let mut found: Vec<(usize, Difference)> = Vec::new();
    let mut count = 0;
    let mut add = |at: usize, difference: &dyn Fn() -> Difference| {
        count += 1;
        if found.len() < most {
            found.push((at, difference()));
        }
    };
    // Both lists stand in the order of the report: the smaller place goes first.
    let mut cells = aligned.cells.iter().peekable();
    for hunk in &aligned.hunks {
        while let Some((piece, other)) = cells.next_if(|(piece, _)| ours.stream.begin(*piece) < hunk.ours.start) {
            add(*piece, &|| judge.cell(*piece, *other));
        }
        if let Some(counted) = judge.counted(hunk) {
            add(ours.stream.piece_of(hunk.ours.start), &|| judge.said(hunk, &counted));
        }
    }
    for (piece, other) in cells {
        add(*piece, &|| judge.cell(*piece, *other));
    }
    (found.into_iter().map(|(_, difference)| difference).collect(), count)
}

struct Judge<'a> {
    ours: &'a Ours<'a>,
    theirs: &'a Theirs,
    labels: HashSet<&'a str>,
    /// The title, which a site repeats above the report and a page at its head.
    title: &'a str,
    /// The tokens that are drawn in the charts.
    drawn: HashSet<String>,
    /// Labels that stand where the report has none.
    repeated: HashSet<&'a str>,
}

impl<'a> Judge<'a> {
    fn new(ours: &'a Ours<'a>, theirs: &'a Theirs, aligned: &Aligned) -> Self {
        let labels = ours.labels();
        let mut repeated = HashSet::new();
        for hunk in aligned.hunks.iter().filter(|hunk| hunk.ours.is_empty()) {
            for part in parts(&theirs.stream, &hunk.theirs) {
                let words = theirs.stream.folded(part.tokens.clone());
                if part.is_whole && labels.contains(words) {
                    repeated.insert(words);
                }
            }
        }
        let words = ours.drawn();
        let drawn = words.each(0..words.len()).into_iter().map(str::to_owned).collect();
        Self { ours, theirs, labels, title: ours.title(), drawn, repeated }
    }

    /// What of a hunk counts; nothing where nothing does.
    fn counted(&self, hunk: &Hunk) -> Option<Hunk> {
        let is_at_an_end = hunk.ours.start == 0 || hunk.ours.end == self.ours.stream.len();
        if hunk.ours.is_empty() && is_at_an_end {
            // What a site has above and below a report.
            return None;
        }
        let is_by_a_chart = self.is_by_a_chart(hunk);
        let counts = |part: &Part| {
            let words = self.theirs.stream.folded(part.tokens.clone());
            let is_repeated = hunk.ours.is_empty() && (self.labels.contains(words) || self.title.contains(words));
            let is_furniture = self.theirs.is_furniture.get(part.piece).copied().unwrap_or(false);
            let is_drawn = is_by_a_chart
                && self.theirs.stream.each(part.tokens.clone()).iter().all(|token| {
                    self.drawn.contains(*token) || token.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation())
                });
            !(part.is_whole && (is_repeated || is_furniture)) && !is_drawn
        };
        let there = span(parts(&self.theirs.stream, &hunk.theirs).into_iter().filter(counts));
        // A label that is read at another place is there; one that has another in its place is not.
        let is_moved = |part: &Part| {
            hunk.theirs.is_empty()
                && part.is_whole
                && self.ours.kind(part.piece) == Kind::Label
                && self.repeated.contains(self.ours.stream.folded(part.tokens.clone()))
        };
        let here = span(parts(&self.ours.stream, &hunk.ours).into_iter().filter(|part| !is_moved(part)));
        if here.is_none() && there.is_none() {
            return None;
        }
        let none = |at: usize| at..at;
        Some(Hunk { ours: here.unwrap_or(none(hunk.ours.start)), theirs: there.unwrap_or(none(hunk.theirs.start)) })
    }

    /// Whether something was put in between two pieces of which one is the line under a chart.
    fn is_by_a_chart(&self, hunk: &Hunk) -> bool {
        let (stream, at) = (&self.ours.stream, hunk.ours.start);
        let piece = stream.piece_of(at);
        let is_between = hunk.ours.is_empty() && stream.begin(piece) == at;
        is_between
            && [piece, stream.piece_of(at.saturating_sub(1))]
                .into_iter()
                .any(|piece| self.ours.kind(piece) == Kind::Picture)
    }

    /// A cell that differs.
    fn cell(&self, piece: usize, other: usize) -> Difference {
        let shown = |stream: &Stream, piece: usize| {
            let words = stream.raw(stream.tokens(piece));
            if words.is_empty() { BLANK.to_owned() } else { cut(&words) }
        };
        Difference {
            place: self.ours.place(piece),
            here: shown(&self.ours.stream, piece),
            there: shown(&self.theirs.stream, other),
        }
    }

    /// What is said of a hunk.
    fn said(&self, hunk: &Hunk, counted: &Hunk) -> Difference {
        let stream = &self.ours.stream;
        let at = counted.ours.start;
        let is_between = counted.ours.is_empty() && stream.begin(stream.piece_of(at)) == at || at == stream.len();
        let piece = stream.piece_of(if is_between { at.saturating_sub(1) } else { at });
        let place = self.ours.place(piece);
        let is_text = self.ours.kind(piece) == Kind::Text && !is_between;
        if !is_text {
            let shown = |stream: &Stream, range: &Range<usize>| {
                let words = stream.raw(range.clone());
                if words.is_empty() { NOTHING.to_owned() } else { cut(&words) }
            };
            let place = if is_between { format!("{place}之后") } else { place };
            let (here, there) = (shown(stream, &counted.ours), shown(&self.theirs.stream, &counted.theirs));
            return Difference { place, here, there };
        }
        // As many tokens before and behind on both sides, within the piece.
        let own = stream.tokens(piece);
        let before = AROUND.min(hunk.ours.start.saturating_sub(own.start));
        let after = AROUND.min(own.end.saturating_sub(hunk.ours.end));
        let is_whole = before == 0 && after == 0;
        let with = |stream: &Stream, range: &Range<usize>| {
            if range.is_empty() && is_whole {
                return NOTHING.to_owned();
            }
            let from = range.start.saturating_sub(before);
            cut(&stream.raw(from..(range.end + after).min(stream.len())))
        };
        Difference { place, here: with(stream, &counted.ours), there: with(&self.theirs.stream, &counted.theirs) }
    }
}

/// What of a piece stands in a stretch of tokens.
struct Part {
    piece: usize,
    tokens: Range<usize>,
    is_whole: bool,
}

/// The pieces of a stretch of tokens.
fn parts(stream: &Stream, range: &Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = range.start;
    while from < range.end {
        let piece = stream.piece_of(from);
        let whole = stream.tokens(piece);
        let end = whole.end.clamp(from + 1, range.end);
        parts.push(Part { piece, tokens: from..end, is_whole: from == whole.start && end == whole.end });
        from = end;
    }
    parts
}

/// From the first to the last.
fn span(mut parts: impl Iterator<Item = Part>) -> Option<Range<usize>> {
    let first = parts.next()?.tokens;
    Some(parts.fold(first, |span, part| span.start..part.tokens.end))
}

/// Words that are not too long to be read in a list: their beginning and their end.
fn cut(words: &str) -> String {
    let count = words.chars().count();
    if count <= SHOWN {
        return words.to_owned();
    }
    let head: String = words.chars().take(SHOWN * 2 / 3).collect();
    let tail: String = words.chars().skip(count - SHOWN / 3).collect();
    format!("{head}……{tail}")
}
