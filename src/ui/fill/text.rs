//! Running text: a field in which a line is a paragraph.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::draft::{Touch, paragraphs};
use crate::session::Session;

/// A field for paragraphs. The program never writes into it while what stands there means what the draft holds:
/// an empty line under the caret, or words that an input method is composing, stay as they are.
pub fn paragraphs_field(
    session: Session,
    name: Signal<String>,
    label: String,
    touch: Touch,
    text: impl Fn() -> Vec<String> + Copy + Send + 'static,
    typed: impl Fn(&str) + Copy + 'static,
) -> AnyView {
    let value = move || {
        session.watch(&[touch, Touch::Parts], |_| ());
        let wanted = text();
        let name = name.get_untracked();
        let focused = document().active_element().and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok());
        match focused.filter(|area| area.name() == name) {
            Some(area) if paragraphs(&area.value()).eq(wanted.iter().cloned()) => area.value(),
            Some(_) | None => wanted.join("\n"),
        }
    };
    let rows = move || {
        session.watch(&[touch, Touch::Parts], |_| ());
        // About 42 characters stand in a line; a browser that can sizes the field by its content.
        let lines: usize = text().iter().map(|paragraph| paragraph.chars().count() / 42 + 1).sum();
        (lines + 1).max(2).to_string()
    };
    let area = |target: Option<web_sys::EventTarget>| target.and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok());
    let input = move |event: leptos::ev::Event| {
        let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
        if let Some(area) = area(event.target()).filter(|_| !composing) {
            typed(&area.value());
        }
    };
    let composed = move |event: leptos::ev::CompositionEvent| {
        if let Some(area) = area(event.target()) {
            typed(&area.value());
        }
    };
    let left = move |event: leptos::ev::FocusEvent| {
        if let Some(area) = area(event.target()) {
            typed(&area.value());
            session.seal();
            request_animation_frame(move || session.refresh(touch));
        }
    };
    view! {
        <textarea class="text" name=move || name.get() aria-label=label rows=rows prop:value=value readonly=session.read_only()
            on:input=input on:compositionend=composed on:blur=left></textarea>
    }
    .into_any()
}

/// The paragraphs before part one.
#[component]
pub fn OpeningForm() -> impl IntoView {
    let session = Session::here();
    let text = move || session.look(|draft| draft.opening().to_vec()).unwrap_or_default();
    let typed = move |text: &str| session.type_opening(text);
    let field =
        paragraphs_field(session, Signal::stored("opening".to_owned()), "引言".to_owned(), Touch::Opening, text, typed);
    view! {
        <div class="part-head"><h1>"引言"</h1><span class="note">"第一部分之前的文字，一行一段，可以不写"</span></div>
        <div class="text-form">{field}</div>
    }
}
