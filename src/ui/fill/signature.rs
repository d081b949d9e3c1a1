//! The signature: the office's name and 成文日期.

use leptos::prelude::*;

use crate::draft::{Draft, Edit, OfficeField, Place, Touch};
use crate::session::Session;
use crate::value::Date;

/// 落款.
#[component]
pub fn SignatureForm() -> impl IntoView {
    let session = Session::here();
    let name = move || {
        session
            .watch(&[Touch::Text(Place::Office(OfficeField::Name))], |draft| draft.office(OfficeField::Name).to_owned())
    };
    let published = move || session.watch(&[Touch::Text(Place::Published)], Draft::published).flatten();
    let set = move |event| {
        let date = event_target_value(&event).parse::<Date>().ok();
        if session.look(Draft::published) != Some(date) {
            session.edit(Edit::SetPublished(date));
        }
    };
    view! {
        <div class="part-head"><h1>"落款"</h1></div>
        <div class="form-grid card">
            <label class="field"><span>"成文日期"</span>
                <input type="date" name="published" prop:value=move || published().map(|date| date.to_string()).unwrap_or_default() readonly=session.read_only() on:change=set />
                <small class="note">"签署的日期，不是上网的日期"</small>
            </label>
            <div class="signature-preview" aria-hidden="true">
                <p>{name}</p>
                <p>{move || published().map_or_else(|| "（没有写日期）".to_owned(), Date::chinese)}</p>
            </div>
        </div>
    }
}
