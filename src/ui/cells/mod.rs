//! The hands that know a spreadsheet: moving by keys, ranges by Shift and mouse, copying, filling, clearing, and the line that tells of
//! what is selected. Fetched late, and first of all that is: a cell takes figures without it.

mod act;
mod balance;
mod beside;
mod hands;
mod heads;
mod keys;
mod line;
mod range;
mod tools;

use std::borrow::Cow;
use std::rc::Rc;

use super::dom::El;
use super::page::{Cells, Page};
use crate::draft::Draft;
use crate::form::{Grid, TableId};
use hands::Hands;

/// What is called of this folder once its piece is here.
pub static CELLS: Cells =
    Cells { attend, line: line::line, tools: tools::tools, kinds: tools::kinds, foot: balance::foot };

/// Attends to a table: from now on its cells answer to keys, mouse and clipboard.
fn attend(page: Page, id: TableId, table: &El, grid: Rc<Cow<'static, Grid>>) {
    let hands = Rc::new(Hands::new(page, id, table, grid));
    hands::listen(&hands, table);
    explain(&hands);
    beside::beside(&hands, table);
}

/// Says of each cell what its terms mean, where the mouse rests on it.
fn explain(hands: &Hands) {
    let Some(form) = hands.page.session.look(Draft::form).flatten() else { return };
    for (place, cell) in hands.inputs() {
        let told =
            form.explain(place).into_iter().map(|(term, told)| format!("{term}：{}（{}）", told.words, told.source));
        let told: Vec<String> = told.collect();
        if !told.is_empty() {
            // The name is this program's own.
            let _ = cell.set_attribute("title", &told.join("\n"));
        }
    }
}
