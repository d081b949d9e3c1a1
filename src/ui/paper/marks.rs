//! What was found, marked on the pages: the words or the cell are tinted, a mark stands outside the text and leads to where it is
//! mended. It is seen on the screen only.

use std::ops::Range;

use leptos::prelude::*;

use super::block::{Drawing, Marked, draw_block_with};
use crate::block::{Block, Table};
use crate::draft::Place;
use crate::pages::{Part, Sheet};
use crate::report::{Spot, SpotKind, spot};
use crate::rules::Severity;
use crate::session::{Found, Session};
use crate::ui::findings::{go, severity_words};
use crate::ui::page::{Page, Router};
use crate::ui::parts::SeverityMark;

/// A finding on the pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The finding's number.
    number: u64,
    severity: Severity,
    title: String,
    spot: Spot,
}

/// The marks of all findings that are open, in the order of their weight, among the blocks of the report and where these come from.
pub fn marks(session: Session, blocks: &[Block], places: &[Place]) -> Vec<Mark> {
    let open: Vec<Found> =
        session.with_findings(|found| found.iter().filter(|found| found.is_open()).cloned().collect());
    let spots =
        session.look(|draft| open.iter().map(|found| spot(draft, blocks, places, &found.finding)).collect::<Vec<_>>());
    let mut marks: Vec<Mark> = Vec::new();
    for (found, spot) in open.into_iter().zip(spots.unwrap_or_default()) {
        let Some(spot) = spot else { continue };
        let Found { number, finding, .. } = found;
        marks.push(Mark { number, severity: finding.severity, title: finding.title, spot });
    }
    marks
}

impl Mark {
    /// Whether it stands on a page.
    pub fn stands_on(&self, sheet: &Sheet) -> bool {
        sheet.parts.iter().any(|part| self.stands_in(part))
    }

    /// Whether it stands in the part of a block that is on a page.
    pub fn stands_in(&self, part: &Part) -> bool {
        if self.spot.block != part.of {
            return false;
        }
        match (&self.spot.what, &part.block) {
            (SpotKind::Words(words), Block::Paragraph(runs)) => {
                let here = part.before..part.before + length(runs);
                here.contains(&words.start) || part.ends && words.start >= here.end
            }
            (SpotKind::Cell(row, _), Block::Table(table)) => {
                let rows = part.before..part.before + table.rows.len().saturating_sub(table.head_rows);
                row.checked_sub(table.head_rows).map_or(part.begins, |row| rows.contains(&row))
            }
            (SpotKind::Whole | SpotKind::Words(_) | SpotKind::Cell(..), _) => part.begins,
        }
    }

    /// The words that it means, in characters from where the part begins.
    fn words_in(&self, part: &Part) -> Option<Range<usize>> {
        let SpotKind::Words(words) = &self.spot.what else { return None };
        let Block::Paragraph(runs) = &part.block else { return None };
        let length = length(runs);
        let at = |character: usize| character.saturating_sub(part.before).min(length);
        let (start, end) = (at(words.start), at(words.end));
        // A place where words are missing is marked by the character before it.
        if start < end { Some(start..end) } else { Some(end.checked_sub(1)?..end) }
    }

    /// The cell that it means, by row and column of the part.
    fn cell_in(&self, part: &Part, table: &Table) -> Option<(usize, usize)> {
        let SpotKind::Cell(row, column) = self.spot.what else { return None };
        let is_head = row < table.head_rows;
        Some((if is_head { row } else { row.checked_sub(part.before)? }, column))
    }
}

fn length(runs: &[crate::block::Run]) -> usize {
    runs.iter().map(|run| run.text.chars().count()).sum()
}

/// Draws the part of a block with its marks. All that was found in a paragraph, in a row of a table or of a block as a whole is tinted and
/// has one mark outside the text, that of the weightiest, so that no mark lies on another.
pub fn draw_marked(part: &Part, classes: &'static str, drawing: Drawing, marks: &[&Mark]) -> AnyView {
    let mut marked = Marked::default();
    let mut whole: Vec<&Mark> = Vec::new();
    let mut rows: Vec<(usize, Vec<&Mark>)> = Vec::new();
    for mark in marks {
        let class = severity_words(mark.severity).1;
        match &part.block {
            Block::Paragraph(_) => {
                marked.words.extend(mark.words_in(part).map(|words| (words, class, None)));
                whole.push(mark);
            }
            Block::Table(table) => match mark.cell_in(part, table) {
                Some((row, column)) => {
                    marked.cells.push((row, column, class, None));
                    match rows.iter_mut().find(|(of, _)| *of == row) {
                        Some((_, marks)) => marks.push(mark),
                        None => rows.push((row, vec![mark])),
                    }
                }
                None => whole.push(mark),
            },
            Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => whole.push(mark),
        }
    }
    for (row, marks) in rows {
        // Rows are lower than a mark: those of two neighbours stand beside each other.
        let side = if row.is_multiple_of(2) { "even" } else { "odd" };
        let drawn = draw_mark(&marks, side);
        if let Some(cell) = marked.cells.iter_mut().find(|(of, ..)| *of == row) {
            cell.3 = drawn;
        }
    }
    // The mark of a paragraph stands at the words of the weightiest.
    let mut beside = draw_mark(&whole, "whole");
    let first = whole.first().and_then(|mark| mark.words_in(part));
    if let Some(words) = marked.words.iter_mut().find(|(words, ..)| Some(words.clone()) == first) {
        words.2 = beside.take();
    }
    view! { {beside}{draw_block_with(&part.block, classes, drawing, marked)} }.into_any()
}

/// A mark for findings that stand together; it leads to where the first is mended. Nothing where there are none.
fn draw_mark(marks: &[&Mark], side: &'static str) -> Option<AnyView> {
    let first = marks.first()?;
    let Page { session, router, .. } = Page::here();
    let more = marks.len() - 1;
    let more = if more > 0 { format!("另有 {more} 处。") } else { String::new() };
    let words = format!("{}：{}。{more}去改", severity_words(first.severity).0, first.title);
    let (number, severity) = (first.number, first.severity);
    Some(
        view! {
            <button type="button" class="page-mark" data-side=side data-mark=number.to_string() aria-label=words.clone() title=words
                on:click=move |_| lead(session, router, number)><SeverityMark severity=severity /></button>
        }
        .into_any(),
    )
}

fn lead(session: Session, router: Router, number: u64) {
    if let Some(found) = session.findings_now().into_iter().find(|found| found.number == number) {
        go(session, router, &found);
    }
}
