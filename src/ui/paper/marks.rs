//! What was found, marked on the pages: the words or the cell are tinted, a mark stands outside the text and leads to where it is
//! mended. It is seen on the screen only.

use std::ops::Range;

use leptos::prelude::*;

use super::block::{Drawing, Marked, draw_block_with};
use crate::block::{Block, Table};
use crate::pages::{Part, Sheet};
use crate::report::{Spot, SpotKind, build_placed, spot};
use crate::rules::Severity;
use crate::session::{Found, Session};
use crate::ui::findings::{go, severity_words};
use crate::ui::page::{Page, Router};
use crate::ui::parts::SeverityMark;

/// So many marks stand beside each other; the next ones stand over the last.
const BESIDE: usize = 3;

/// A finding on the pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The finding's number.
    number: u64,
    severity: Severity,
    title: String,
    spot: Spot,
    /// How many marks of the same block stand before it.
    nth: usize,
}

/// The marks of all findings that are open, in the order of their weight.
pub fn marks(session: Session) -> Vec<Mark> {
    let open: Vec<Found> =
        session.with_findings(|found| found.iter().filter(|found| found.is_open()).cloned().collect());
    let spots = session.look_at_case(|case| {
        let blocks = build_placed(case);
        open.iter().map(|found| spot(case.draft, &blocks, &found.finding)).collect::<Vec<_>>()
    });
    let mut marks: Vec<Mark> = Vec::new();
    for (found, spot) in open.into_iter().zip(spots.unwrap_or_default()) {
        let Some(spot) = spot else { continue };
        let nth = marks.iter().filter(|mark| mark.spot.block == spot.block).count();
        let Found { number, finding, .. } = found;
        marks.push(Mark { number, severity: finding.severity, title: finding.title, spot, nth });
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

/// Draws the part of a block with its marks.
pub fn draw_marked(part: &Part, classes: &'static str, drawing: Drawing, marks: &[&Mark]) -> AnyView {
    let mut marked = Marked::default();
    let mut beside = Vec::new();
    for mark in marks {
        let class = severity_words(mark.severity).1;
        let own = (*mark).clone();
        let button = move || draw_mark(&own);
        match &part.block {
            Block::Paragraph(_) => match mark.words_in(part) {
                Some(words) => marked.words.push((words, class, Box::new(button))),
                None => beside.push(button()),
            },
            Block::Table(table) => match mark.cell_in(part, table) {
                Some((row, column)) => marked.cells.push((row, column, class, Box::new(button))),
                None => beside.push(button()),
            },
            Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => beside.push(button()),
        }
    }
    view! { {beside}{draw_block_with(&part.block, classes, drawing, marked)} }.into_any()
}

/// The mark itself: it leads to where the finding is mended.
fn draw_mark(mark: &Mark) -> AnyView {
    let Page { session, router, .. } = Page::here();
    let words = format!("{}：{}。去改", severity_words(mark.severity).0, mark.title);
    let number = mark.number;
    let nth = mark.nth.min(BESIDE).to_string();
    let severity = mark.severity;
    view! {
        <button type="button" class="page-mark" data-nth=nth data-mark=number.to_string() aria-label=words.clone() title=words
            on:click=move |_| lead(session, router, number)><SeverityMark severity=severity /></button>
    }
    .into_any()
}

fn lead(session: Session, router: Router, number: u64) {
    if let Some(found) = session.findings_now().into_iter().find(|found| found.number == number) {
        go(session, router, &found);
    }
}
