//! Where each page ends.

use std::ops::Range;

use super::atoms::{Atom, Inside};

/// What is rounded away when heights are measured, in hundredths of a pixel.
const TOLERANCE: u32 = 60;

/// A page of atoms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    /// Which of them.
    pub atoms: Range<usize>,
    /// How high they are together.
    pub used: u32,
}

/// Fills pages of a height. A page ends as low as it may: above an atom that need not stand with the one before. A table is kept whole
/// where that leaves no more than a fifth of a page blank, and is broken between two groups of rows where one ends near the foot. What is
/// higher than a page gets one.
pub(super) fn fill(atoms: &[Atom], height: u32) -> Vec<Filled> {
    let mut pages = Vec::new();
    let mut start = 0;
    while start < atoms.len() {
        let (heights, end) = heights(atoms, start, height);
        let page = atoms.get(start..end).unwrap_or_default();
        let end = match page.iter().position(|atom| atom.ends_page) {
            Some(last) => start + last + 1,
            None if end == atoms.len() => end,
            None => break_at(atoms, start, end, &heights, height),
        };
        let used = heights.get(end - start - 1).copied().unwrap_or_default();
        pages.push(Filled { atoms: start..end, used });
        start = end;
    }
    pages
}

/// How high a page is with each further atom, and the first that has no room; one at least has some.
fn heights(atoms: &[Atom], start: usize, height: u32) -> (Vec<u32>, usize) {
    let mut heights = Vec::new();
    let mut used = 0;
    for (n, atom) in atoms.iter().enumerate().skip(start) {
        used += if n == start { atom.again } else { atom.above } + atom.height;
        if used > height + TOLERANCE && n > start {
            return (heights, n);
        }
        heights.push(used);
    }
    (heights, atoms.len())
}

/// Above which atom a page ends that begins with `start` and has no room for `full`.
fn break_at(atoms: &[Atom], start: usize, full: usize, heights: &[u32], height: u32) -> usize {
    let atom = |at: usize| atoms.get(at).copied();
    let may_end = |end: &usize| atom(end - 1).is_some_and(|last| !last.keep);
    let inside = |end: usize| atom(end).map_or(Inside::No, |next| next.inside);
    let blank = |end: usize| height.saturating_sub(heights.get(end - start - 1).copied().unwrap_or_default());
    let mut ends = (start + 1..=full).rev().filter(may_end);
    // Where nothing may be parted, it is parted where there is no more room.
    let Some(lowest) = ends.next() else { return full };
    if inside(lowest) == Inside::No {
        return lowest;
    }
    // Above the table, and above what must stand with it.
    let whole = ends.clone().find(|end| inside(*end) == Inside::No).filter(|end| blank(*end) <= height / 5);
    let table = atom(lowest).map(|row| row.block);
    let fits_a_page = || {
        let rows = atoms.iter().filter(|row| Some(row.block) == table);
        rows.map(|row| row.height).sum::<u32>() <= height
    };
    if let Some(whole) = whole.filter(|_| fits_a_page()) {
        return whole;
    }
    let between = |end: &usize| inside(*end) == Inside::BetweenGroups && blank(*end) <= height / 6;
    std::iter::once(lowest).chain(ends).find(between).unwrap_or(lowest)
}
