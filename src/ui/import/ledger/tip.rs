//! What a cell of table three tells: which lines it counts, and what stands there in the draft. It stands beside the cell
//! that is pointed at; those who cannot see it have the same words as the cell's name.

use super::View;
use super::words::{columns, lines_words, row_title};
use crate::form::{Key, TableId};
use crate::ui::dom::{El, el, follow};

/// The cell in words, a sentence each: 自然人 · （二）部分公开：8 行; which they are; what the draft has.
pub fn cell_words(view: &View, key: Key) -> Vec<String> {
    let parts = &view.0;
    let row = parts.form.row_of(key).map(row_title).unwrap_or_default();
    let column = column_of(view, key).and_then(|at| columns(parts.form).nth(at)).unwrap_or_default();
    let (count, lines) = parts.counts.with(|counts| {
        let lines = counts.lines(key);
        (lines.len(), lines_words(&parts.ledger, lines))
    });
    let before = parts.target.before(key).map(|before| format!("草稿里现在是 {before}"));
    let lines = (!lines.is_empty()).then_some(lines);
    [format!("{column} · {row}：{count} 行")].into_iter().chain(lines).chain(before).collect()
}

/// In which column a figure stands, counted from the first kind of applicant.
fn column_of(view: &View, key: Key) -> Option<usize> {
    let form = view.0.form;
    let keys = &form.table(TableId::Applications)?.keys;
    Some(keys.iter().position(|own| *own == key)? % columns(form).count())
}

/// Moves the words to the cell that is pointed at, on the side where there is room for them.
pub fn tip(view: &View, cells: Vec<(Key, El)>) {
    let words = el("span").attrs(&[("class", "ledger-tip"), ("aria-hidden", "true")]);
    let followed = view.clone();
    let (count, across) = (cells.len(), columns(view.0.form).count());
    let shown = words.clone();
    follow(move || {
        let pointed = followed.0.pointed.with(|key| *key);
        let found = cells.iter().position(|(key, _)| Some(*key) == pointed);
        let Some((at, (key, cell))) = found.and_then(|at| Some((at, cells.get(at)?))) else {
            shown.remove();
            return;
        };
        shown.node().set_text_content(None);
        let mut lines = cell_words(&followed, *key).into_iter();
        let first = lines.next().map(|first| el("b").text(&first));
        let filled = shown.clone().children(first).children(lines.map(|line| el("span").text(&line)));
        let is_right = at % across * 2 > across;
        let is_low = at + 5 * across >= count;
        let classes = filled.node().class_list();
        for (class, is) in [("right", is_right), ("low", is_low)] {
            // The names are this program's own.
            let _ = classes.toggle_with_force(class, is);
        }
        let _ = cell.clone().child(filled);
    });
}
