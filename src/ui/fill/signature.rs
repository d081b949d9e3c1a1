//! The signature: the office's name and 成文日期.

use super::office::field;
use crate::draft::{Draft, Edit, OfficeField, Place};
use crate::session::Session;
use crate::ui::dom::{El, el, value_of};
use crate::value::Date;

/// 落款.
pub fn signature_form(session: Session) -> [El; 2] {
    let name = move || {
        let touches = [Place::Office(OfficeField::Name)];
        session.watch(&touches, |draft| draft.office(OfficeField::Name).to_owned()).unwrap_or_default()
    };
    let published = move || session.watch(&[Place::Published], Draft::published).flatten();
    let set = move |text: &str| {
        let date = text.parse::<Date>().ok();
        if session.look(Draft::published) != Some(date) {
            session.edit(Edit::SetPublished(date));
        }
    };
    let input = el("input")
        .attrs(&[("type", "date"), ("name", "published")])
        .attr_if("readonly", session.read_only().then_some(""))
        .value_of(move || published().map(|date| date.to_string()).unwrap_or_default())
        .on("change", move |event| set(&value_of(event)));
    let date = move || published().map_or_else(|| "（没有写日期）".to_owned(), Date::chinese);
    let preview = el("div").attrs(&[("class", "signature-preview"), ("aria-hidden", "true")]);
    let preview = preview.child(el("p").text_of(name)).child(el("p").text_of(date));
    let words = el("small").class("note").text("签署的日期，不是上网的日期");
    let fields = el("div").class("form-grid card").child(field("成文日期", input).child(words)).child(preview);
    [el("div").class("part-head").child(el("h1").text("落款")), fields]
}
