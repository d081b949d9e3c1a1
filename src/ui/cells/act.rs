//! What is done to cells, each act one step that can be taken back.

use web_sys::{ClipboardEvent, HtmlInputElement};

use super::hands::Hands;
use super::range::places;
use crate::calc::is_total;
use crate::draft::{CellValue, Draft, Edit, Place};
use crate::sheet::{Region, cell_content, html, texts, tsv};
use crate::ui::page::{PasteInto, Piece};

/// Makes a change of its own step, and leaves the focused cell as typing begins.
fn change(hands: &Hands, edits: Vec<Edit>, words: &str) {
    let session = hands.page.session;
    let count = edits.len();
    if count == 0 || session.read_only() {
        return;
    }
    let focused = hands.focused();
    if let Some((input, _)) = &focused {
        // What is put in from elsewhere is not what was typed.
        let _ = input.remove_attribute("data-typing");
    }
    session.edit(Edit::Many(edits));
    if count > 1 {
        session.say_undoable(format!("{words} {count} 格"));
    }
    if let Some((input, place)) = focused {
        session.refresh(place);
        input.select();
    }
}

/// What becomes of a cell that is to hold what another holds; nothing where it does already, or takes nothing.
fn copied(draft: &Draft, from: Place, to: Place) -> Option<Edit> {
    if to.is_cell() {
        // A total that adds itself up is copied as the figure it shows.
        let value = CellValue::typed(to, &cell_content(draft, from).to_string());
        return (from.is_cell() && draft.entry(to) != value).then_some(Edit::SetCell(to, value));
    }
    let text = draft.text(from).filter(|_| !from.is_cell())?;
    (draft.text(to).as_ref() != Some(&text)).then_some(Edit::SetText(to, text))
}

/// Empties what is selected.
pub fn clear(hands: &Hands, words: &str) {
    let Some(region) = hands.range().area(&hands.layout) else { return };
    let cleared = |draft: &Draft| -> Vec<Edit> {
        let edit = |place: Place| {
            if place.is_cell() {
                return (draft.entry(place) != CellValue::Blank).then_some(Edit::SetCell(place, CellValue::Blank));
            }
            draft.text(place).is_some_and(|text| !text.is_empty()).then(|| Edit::SetText(place, String::new()))
        };
        places(&hands.layout, region).into_iter().filter_map(edit).collect()
    };
    change(hands, hands.page.session.look(cleared).unwrap_or_default(), words);
}

/// Fills what is selected with its first row or column; a cell alone with the one above it or to the left. Totals are left to their
/// sums.
pub fn fill(hands: &Hands, down: bool) {
    let Some(region) = hands.range().area(&hands.layout) else { return };
    let is_one = hands.range().region.is_none();
    let from = |cell: Region| -> Option<(usize, usize)> {
        match (down, is_one) {
            (true, false) => Some((region.top, cell.left)),
            (false, false) => Some((cell.top, region.left)),
            (true, true) => Some((cell.top.checked_sub(1)?, cell.left)),
            (false, true) => Some((cell.top, cell.left.checked_sub(1)?)),
        }
    };
    let filled = |draft: &Draft| -> Vec<Edit> {
        let edit = |cell: &crate::sheet::Placed| {
            let (row, column) = from(cell.area)?;
            let source = hands.layout.at(row, column)?.place?;
            let to = cell.place.filter(|to| *to != source && !is_total(draft, *to))?;
            copied(draft, source, to)
        };
        hands.layout.within(region).filter_map(edit).collect()
    };
    change(hands, hands.page.session.look(filled).unwrap_or_default(), "已填");
}

/// Fills what is selected with what stands in one of its cells.
pub fn fill_all(hands: &Hands, from: Place) {
    let Some(region) = hands.range().region else { return };
    let filled = |draft: &Draft| -> Vec<Edit> {
        let to = places(&hands.layout, region).into_iter().filter(|to| *to != from && !is_total(draft, *to));
        to.filter_map(|to| copied(draft, from, to)).collect()
    };
    change(hands, hands.page.session.look(filled).unwrap_or_default(), "已填");
}

/// Puts a text into the input and the draft. A total that was computed before is computed again.
pub fn restore(hands: &Hands, input: &HtmlInputElement, place: Place, text: &str) {
    let session = hands.page.session;
    if !place.is_cell() {
        session.type_line(place, text);
    } else if input.has_attribute("data-typing") {
        let _ = input.remove_attribute("data-typing");
        session.type_into(place, "");
        let shown = session.look(|draft| cell_content(draft, place).to_string()).unwrap_or_default();
        if shown != text {
            session.type_into(place, text);
        }
        session.refresh(place);
    }
    input.select();
}

/// Copies what is selected, as text with tabs and as a table; cut, it is emptied. Words that are selected within a cell are the
/// browser's.
pub fn copy(hands: &Hands, event: &ClipboardEvent) {
    let Some(region) = hands.range().area(&hands.layout).filter(|_| !hands.is_editing()) else { return };
    let Some(data) = event.clipboard_data() else { return };
    let rows = hands.page.session.look(|draft| texts(draft, &hands.grid, &hands.layout, region)).unwrap_or_default();
    let is_one = hands.range().region.is_none();
    let text = if is_one { rows.concat().concat() } else { tsv(&rows) };
    // A browser that refuses leaves the clipboard as it was.
    let _ = data.set_data("text/plain", &text);
    if !is_one {
        let _ = data.set_data("text/html", &html(&rows));
    }
    event.prevent_default();
    if event.type_() == "cut" {
        clear(hands, "已剪切");
    }
}

/// Takes in what is pasted where it is more than words for one cell; those the input takes itself, or straightened here.
pub fn paste(hands: &Hands, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let of = |kind: &str| data.get_data(kind).unwrap_or_default();
    let (html, text) = (of("text/html"), of("text/plain"));
    let is_table = html.contains("<table") || html.contains("<TABLE") || text.trim_end().contains(['\t', '\n']);
    let session = hands.page.session;
    if session.read_only() || hands.is_editing() && !is_table {
        return;
    }
    let Some((input, place)) = hands.focused() else { return };
    if !is_table && (!place.is_cell() || text.trim().is_empty()) {
        return;
    }
    let Some(selected) = hands.range().area(&hands.layout) else { return };
    event.prevent_default();
    // What is put in from elsewhere is not what was typed.
    let _ = input.remove_attribute("data-typing");
    let page = hands.page;
    let into = PasteInto { table: hands.id, grid: std::rc::Rc::clone(&hands.grid), selected, at: place };
    page.late.then(Piece::Imports, move || {
        if let Some(imports) = page.late.import() {
            (imports.paste_cells)(page, into, html, text);
        }
    });
}
