//! 指标解释: what the terms of a table mean, from the form's own notes and the law. It is fetched late.

use super::dom::{El, close_dialog, el, show_dialog};
use super::page::Page;
use super::parts::{Icon, button, icon, icon_button};
use crate::draft::Draft;
use crate::form::{Explanation, TableId};

/// The button in the head of a table that opens the list; nothing where the table explains itself.
pub fn terms_button(page: Page, table: TableId) -> Vec<El> {
    let has_terms = terms(page, table).next().is_some();
    let show = move || show_dialog(|| draw(page, table));
    let open = icon_button("button quiet small", Icon::INFO, "指标解释", show).attr("data-action", "terms");
    has_terms.then_some(open).into_iter().collect()
}

fn terms(page: Page, table: TableId) -> impl Iterator<Item = (String, &'static Explanation)> {
    let form = page.session.look(Draft::form).flatten();
    form.map(|form| form.explanations(table)).unwrap_or_default().into_iter()
}

fn draw(page: Page, table: TableId) -> El {
    let dialog = el("dialog").attrs(&[("class", "dialog listing"), ("aria-labelledby", "terms-title")]);
    let dialog = dialog.attr("data-terms", table.name());
    let closed = dialog.clone();
    let close = button("button quiet", move || close_dialog(&closed))
        .attrs(&[("aria-label", "关闭"), ("title", "关闭 Esc")])
        .child(icon(Icon::CLOSE));
    let title = el("h2").attr("id", "terms-title").text("指标解释");
    let head = el("div").class("listing-head").child(title).child(close);
    let lines = terms(page, table).flat_map(|(term, explanation)| {
        let source = el("small").text("依据：").text(explanation.source);
        [el("dt").text(&term), el("dd").text(explanation.words).child(source)]
    });
    // The list may have to be scrolled, by keys as well.
    let body = el("div").attrs(&[("class", "listing-body"), ("tabindex", "0"), ("role", "region")]);
    let body = body.attr("aria-label", table.title()).child(el("h3").text(table.title()));
    dialog.child(head).child(body.child(el("dl").class("terms").children(lines)))
}
