//! The bar: what is looked for, how many places there are, going through them, and what is put there.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::steps::{follow_finds, go, look_anew, replace_all, replace_one};
use super::{IN_ALL, INSTEAD, WORDS, close, with_found, within_part};
use crate::ui::dom::{El, el, is_composing, value_of};
use crate::ui::page::Page;
use crate::ui::parts::{Icon, button, icon, icon_button};

/// The bar.
pub(super) fn search_bar(page: Page) -> El {
    let session = page.session;
    follow_finds(page);
    let has_none = || with_found(|found| found.hits.is_empty());
    let cannot = move || session.read_only() || has_none();
    let words = || WORDS.with(|words| words.with(String::clone));
    let wanted = el("input")
        .attrs(&[("name", "find"), ("class", "search-words"), ("autocomplete", "off"), ("spellcheck", "false")])
        .attrs(&[("aria-label", "查找"), ("aria-describedby", "find-count"), ("placeholder", "查找")])
        .value_of(words)
        .on("input", move |event| {
            WORDS.with(|words| words.set(value_of(event)));
            look_anew(page);
        })
        .on("focus", |event| {
            // What is typed next takes its place.
            if let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
                field.select();
            }
        })
        .on("keydown", move |event| on_enter(event, |back| go(page, back)));
    let count =
        el("span").attrs(&[("id", "find-count"), ("class", "search-count"), ("role", "status")]).text_of(count_words);
    let instead = el("input")
        .attrs(&[("name", "find-with"), ("class", "search-words"), ("autocomplete", "off"), ("spellcheck", "false")])
        .attr_if("readonly", session.read_only().then_some(""))
        .on("input", |event| INSTEAD.set(value_of(event)))
        .on("keydown", move |event| on_enter(event, |_| replace_one(page)));
    instead.set_value(&INSTEAD.with_borrow(String::clone));
    let instead = el("label").class("search-instead").child(el("span").text("换成")).child(instead);
    let small = "button small";
    let up = icon_button(small, Icon::UP, "上一处 Shift+Enter", move || go(page, true)).flag_of("disabled", has_none);
    let down = icon_button(small, Icon::DOWN, "下一处 Enter", move || go(page, false)).flag_of("disabled", has_none);
    let one = button(small, move || replace_one(page)).flag_of("disabled", cannot).text("换这一处");
    let all = button(small, move || replace_all(page)).flag_of("disabled", cannot);
    let all = all.text_of(|| with_found(|found| format!("全部换 {} 处", found.count)));
    let shut = icon_button("button quiet small", Icon::CLOSE, "关闭 Esc", move || close(page));
    el("div")
        .attrs(&[("class", "search-bar"), ("role", "search"), ("aria-label", "查找和替换")])
        .child(icon(Icon::SEARCH))
        .child(wanted)
        .child(count)
        .child(up.attr("data-action", "find-previous"))
        .child(down.attr("data-action", "find-next"))
        .child(instead)
        .child(one.attr("data-action", "replace-one"))
        .child(all.attr("data-action", "replace-all"))
        .child(scope(page))
        .child(shut.attr("data-action", "find-close"))
        .on("keydown", move |event| {
            let event = event.dyn_ref::<KeyboardEvent>();
            if let Some(event) = event.filter(|event| event.key() == "Escape" && !is_composing(event)) {
                event.prevent_default();
                close(page);
            }
        })
}

/// Where one looks: in the part, or in all of the report.
fn scope(page: Page) -> El {
    let option = |value: &str, words: &str| el("option").attr("value", value).text(words);
    // Where no text is filled in, all of the report is what there is.
    let here = option("here", "本部分").flag_of("disabled", move || within_part(page).is_none());
    let choice = move || {
        let in_all = IN_ALL.with(|all| all.with(|is| *is)) || within_part(page).is_none();
        if in_all { "all" } else { "here" }.to_owned()
    };
    el("select")
        .attrs(&[("name", "find-within"), ("aria-label", "查找范围")])
        .child(here)
        .child(option("all", "全文"))
        .value_of(choice)
        .on("change", move |event| {
            IN_ALL.with(|all| all.set(value_of(event) == "all"));
            look_anew(page);
        })
}

/// Enter goes on, with Shift back; while an input method composes it chooses a word.
fn on_enter(event: &Event, then: impl Fn(bool)) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.key() == "Enter" && !is_composing(event) && !event.alt_key() {
        event.prevent_default();
        then(event.shift_key());
    }
}

/// How many places there are, in words.
fn count_words() -> String {
    if WORDS.with(|words| words.with(String::is_empty)) {
        return String::new();
    }
    with_found(|found| match found.current {
        Some(current) => format!("第 {} / {} 处", current + 1, found.count),
        None => "没有找到".to_owned(),
    })
}
