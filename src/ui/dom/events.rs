//! What happens on events, and before the next frame: one kind of closure for all of them.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, KeyboardEvent};

/// What is done on an event.
pub(super) type Act = Box<dyn Fn(&Event)>;

/// Listens while the owner is there: what is taken away no longer acts, though the browser may still notify it that it has
/// lost the focus.
pub(super) fn on(target: &EventTarget, event: &str, act: Act) {
    let act: StoredValue<Rc<Act>, LocalStorage> = StoredValue::new_local(Rc::new(act));
    let notified: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Some(act) = act.try_get_value() {
            untrack(|| act(&event));
        }
    });
    // The closure goes with its element, when the browser takes that away.
    let notified: JsValue = Closure::wrap(notified).into_js_value();
    // Any name of an event may be listened for.
    let _ = target.add_event_listener_with_callback(event, notified.unchecked_ref());
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

/// Whether an input method composes; some say so only by the key 229.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// What stands in the field to which something happened.
pub fn value_of(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    field.map(|field| super::El::of(field).value()).unwrap_or_default()
}
