//! Pasting into a table: done at once where there is nothing to ask, or shown first in a dialog that says what becomes of what.

mod balance;
mod dialog;
mod preview;
mod treatment;

use crate::browser::{self, CopiedTables};
use crate::draft::{CellValue, Draft, Edit, Place};
use crate::paste::{Choice, Choices, Copied, Plan, Squares, What};
use crate::session::Session;
use crate::sheet::Layout;
use crate::ui::dom::next_frame;
use crate::ui::page::{Page, PasteInto, focus_first};

/// So many letters outside the tables make a report, and not a table.
const OF_A_REPORT: usize = 400;

/// Pastes into the cells of a table; what is a whole report is handed on.
pub fn paste_cells(page: Page, into: PasteInto, html: String, text: String, take_report: fn(Page, &str, &str)) {
    if !html.to_lowercase().contains("<table") {
        paste_squares(page, &into, Squares::of_text(&text), "");
        return;
    }
    browser::spawn(async move {
        let copied = browser::copied_tables(&html).await;
        if copied.outside > OF_A_REPORT {
            take_report(page, &html, &text);
            return;
        }
        let program = program(&copied.program);
        let squares = best(page.session, &into, copied).unwrap_or_else(|| Squares::of_text(&text));
        paste_squares(page, &into, squares, program);
    });
}

/// The table of which the most belongs into this one.
fn best(session: Session, into: &PasteInto, copied: CopiedTables) -> Option<Squares> {
    let squares = copied.tables.into_iter().map(|rows| {
        let cell = |(rows, columns, words)| Copied { words, rows, columns };
        let rows: Vec<Vec<Copied>> = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
        Squares::of_cells(&rows)
    });
    let fits = |squares: &Squares| plan(session, into, squares).map_or(0, |plan| plan.items.len());
    squares.max_by_key(fits)
}

/// What comes of squares in a table.
fn plan(session: Session, into: &PasteInto, squares: &Squares) -> Option<Plan> {
    let layout = Layout::of(&into.grid);
    session.look(|draft| Plan::of(draft, &into.grid, &layout, squares, into.selected))
}

fn paste_squares(page: Page, into: &PasteInto, squares: Squares, program: &'static str) {
    let session = page.session;
    let Some(plan) = plan(session, into, &squares) else { return };
    if squares.size() == (1, 1) && plan.items.len() == 1 {
        one(session, into, &plan);
    } else if plan.items.is_empty() {
        session.refuse("没有填：粘贴的内容和这张表的行列都对不上。请连同行名一起复制，或者先选中要填的第一格。");
    } else if session.look(|draft| plan.is_plain(draft)).unwrap_or_default() {
        fill(session, &plan, Choices::default());
    } else {
        dialog::show(page, into, squares, plan, program);
    }
}

/// Words for one cell: a figure put straight, or what stands there as if it were typed.
fn one(session: Session, into: &PasteInto, plan: &Plan) {
    let Some(item) = plan.items.first() else { return };
    if matches!(item.what, What::Words | What::Hidden | What::Blank) {
        session.edit(Edit::SetCell(into.at, CellValue::typed(into.at, item.words.trim())));
    } else {
        let choices = Choices::default().turned(Choice::Sums);
        session.edit(session.look(|draft| plan.edit(draft, choices)).unwrap_or(Edit::NOTHING));
    }
    reselect(session, into.at);
}

/// Makes the change in one step, and says so.
fn fill(session: Session, plan: &Plan, choices: Choices) {
    let change = session.look(|draft| (plan.changes(draft, choices).len(), plan.edit(draft, choices)));
    let Some((count, edit)) = change.filter(|(count, _)| *count > 0) else {
        session.say("粘贴的和表里的相同，没有改动");
        return;
    };
    session.edit(edit);
    session.say_undoable(match plan.added {
        0 => format!("已填 {count} 格"),
        added => format!("已填 {count} 格，加了 {added} 类"),
    });
    let Some(item) = plan.items.first() else { return };
    if plan.added > 0 {
        // The table is drawn anew with the rows that it was given.
        focus_first(&[format!("input[name=\"{}\"]", item.place)]);
    }
    reselect(session, item.place);
}

/// Shows the focused cell as the draft has it, ready to be typed over.
fn reselect(session: Session, place: Place) {
    next_frame(move || {
        session.refresh(place);
        if let Some(input) = super::fill::focused_input() {
            session.refresh(input.name().parse().unwrap_or(place));
            input.select();
        }
    });
}

/// What the clerk calls the program that copied; empty where nobody knows.
fn program(says: &str) -> &'static str {
    let says = says.to_lowercase();
    let known = [
        ("et.", "WPS 表格"),
        ("wps", "WPS"),
        ("kingsoft", "WPS"),
        ("excel", "Excel"),
        ("libreoffice", "LibreOffice"),
        ("word", "Word"),
    ];
    known.iter().find(|(name, _)| says.contains(name)).map_or("", |(_, words)| words)
}

/// The draft as it would be, for what is shown beforehand.
fn after(session: Session, plan: &Plan, choices: Choices) -> Option<Draft> {
    session.look(|draft| plan.after(draft, choices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_called_as_clerks_call_them() {
        assert_eq!(program("Excel.Sheet Microsoft Excel 15"), "Excel");
        assert_eq!(program("ET.Sheet WPS Office ET"), "WPS 表格");
        assert_eq!(program(" LibreOffice 7.4 (Linux)"), "LibreOffice");
        assert_eq!(program(" "), "");
    }
}
