//! What happens on events, and behind the next frame: one kind of closure for all of them.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

/// What happens on an event.
pub type Then = Box<dyn Fn(&Event)>;

/// Listens while the owner is there: what is taken away no longer acts, though the browser may still tell it that it has
/// lost the focus.
pub(super) fn on(target: &EventTarget, event: &str, then: Then) {
    let then: StoredValue<Rc<Then>, LocalStorage> = StoredValue::new_local(Rc::new(then));
    let told: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Some(then) = then.try_get_value() {
            untrack(|| then(&event));
        }
    });
    // The closure goes with its element, when the browser takes that away.
    let told: JsValue = Closure::wrap(told).into_js_value();
    // Any name of an event may be listened for.
    let _ = target.add_event_listener_with_callback(event, told.unchecked_ref());
}

/// Listens on the window.
pub fn listen(event: &str, then: impl Fn(&Event) + 'static) {
    on(&window(), event, Box::new(then));
}

/// Listens on what is no element: a media query.
pub fn listen_to(target: &EventTarget, event: &str, then: impl Fn(&Event) + 'static) {
    on(target, event, Box::new(then));
}

/// Does something right before the next frame.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    request_animation_frame(then);
}

/// What stands in the field to which something happened.
pub fn value_of(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    field.map(|field| super::El::of(field).value()).unwrap_or_default()
}
