//! What is pasted: a report or a table where nothing is written, and a table of the form wherever it is pasted.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event};

use crate::read::Input;
use crate::ui::dom::is_dialog_open;
use crate::ui::page::{Page, Route};
use crate::ui::screens::IMPORT;

/// What is shorter is no report, in letters.
const SHORTEST: usize = 20;
/// So many tabs make a table.
const TABS: usize = 9;
/// Words that only the tables of the form have.
const OF_THE_FORM: [&str; 4] = ["政府信息公开申请数量", "第二十条第", "未经复议直接起诉", "结转下年度继续办理"];

/// Takes in what is pasted.
pub fn paste(page: Page, event: &Event) {
    let Some(pasted) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let of = |kind: &str| pasted.get_data(kind).unwrap_or_default();
    let (html, text) = (of("text/html"), of("text/plain"));
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = target.is_some_and(|target| target.matches("input,textarea,select").unwrap_or(false));
    // A dialog asks for something else first; the one that asks for what is pasted has a field for it.
    if is_dialog_open() {
        return;
    }
    // A field may have taken it already. Some programs give a table as HTML only.
    let words = if text.trim().is_empty() { &html } else { &text };
    if event.default_prevented() || !is_taken(&html, words, is_field) {
        let is_lost = !is_field && !event.default_prevented() && !words.trim().is_empty();
        if is_lost && page.router.route_now() == Route::Alone(IMPORT) {
            page.session.say("粘贴的内容太短，不像年报或台账。请复制整篇报告或整张表格，再粘贴。");
        }
        return;
    }
    event.prevent_default();
    take_in(page, &html, &text);
}

/// Takes in what was pasted, as HTML where that tells of a table, since merged cells stand there only, and shows what is read of it.
pub fn take_in(page: Page, html: &str, text: &str) {
    if html.contains("<t") || html.contains("<T") || text.trim().is_empty() {
        page.session.import_pasted(Input::Html, html);
    } else {
        page.session.import_pasted(Input::Text, text);
    }
    page.router.go(&Route::Alone(IMPORT));
}

/// Whether it is read as a document and not written where the caret stands.
fn is_taken(html: &str, text: &str, is_field: bool) -> bool {
    let is_table = html.contains("<table") || text.matches('\t').count() > TABS;
    let is_of_form = is_table && OF_THE_FORM.iter().any(|words| text.contains(words));
    text.trim().chars().count() >= SHORTEST && (!is_field || is_of_form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stays_where_it_is_pasted() {
        let sentence = "2023年，我局收到政府信息公开申请3件，均已办结，没有结转下年度继续办理的。";
        let rows = "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0";
        assert!(!is_taken("", sentence, true));
        assert!(is_taken("", sentence, false));
        assert!(is_taken("", rows, true));
        assert!(!is_taken("<table>", "甲\t3", false), "a few cells are no report");
        assert!(!is_taken("<table>", "名称和数量的一张很长很长很长很长的小表格", true));
    }
}
