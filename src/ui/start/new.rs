//! A new report: year, office, kind. The year decides the form.

use std::rc::Rc;

use crate::draft::OFFICE_KINDS;
use crate::form::FormId;
use crate::ui::dom::{El, Signal, el, value_of};
use crate::ui::page::{Page, Route};
use crate::value::FIRST_YEAR;

/// The open form for a new report.
pub fn new_form(page: Page) -> El {
    let Page { session, router, .. } = page;
    let newest = session.report_year();
    let year = Rc::new(Signal::new(newest));
    let (set, taken, shown) = (Rc::clone(&year), Rc::clone(&year), year);
    let years = (FIRST_YEAR..=newest + 1).rev().map(|y| {
        let option = el("option").attr("value", &y.to_string()).text(&format!("{y}年度"));
        option.attr_if("selected", (y == newest).then_some(""))
    });
    let years = el("select").attr("name", "new-year").children(years).on("change", move |event| {
        if let Ok(chosen) = value_of(event).parse() {
            set.set(chosen);
        }
    });
    let office = el("input").attrs(&[
        ("name", "new-office"),
        ("placeholder", "照公章上的全称写"),
        ("autocomplete", "organization"),
    ]);
    let kinds = OFFICE_KINDS.iter().map(|(kind, words)| {
        let option = el("option").attr("value", kind).text(words);
        option.attr_if("selected", (*kind == "street").then_some(""))
    });
    let kind = el("select").attr("name", "new-kind").children(kinds);
    let (name, chosen) = (office.clone(), kind.clone());
    let words = el("div").class("new-words").child(el("h2").text("新建"));
    el("form")
        .class("card new-form")
        .on("submit", move |event| {
            event.prevent_default();
            let id = session.create(taken.look(|year| *year), name.value().trim(), &chosen.value());
            router.go(&Route::filling_in(id));
        })
        .child(words.child(el("p").class("note").text("年度决定格式，其余以后都能改。")))
        .child(labelled("field year-field", "年度", years))
        .child(labelled("field office-field", "单位名称", office))
        .child(labelled("field kind-field", "单位类别", kind))
        .child(el("button").attrs(&[("class", "button primary"), ("data-action", "new")]).text("新建"))
        .child(
            el("p")
                .class("note form-note")
                .text_of(move || FormId::of_year(shown.with(|year| *year)).form().summary.to_owned()),
        )
}

/// A field under its name.
fn labelled(class: &str, name: &str, field: El) -> El {
    el("label").class(class).child(el("span").text(name)).child(field)
}
