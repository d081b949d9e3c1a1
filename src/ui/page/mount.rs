//! Putting a view of the library into an element. It is fetched late, as such views are.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Page;
use crate::ui::dom::El;

/// Draws a view into an element; it goes with its owner. The view can ask for the page, its session and its router.
pub fn mount(page: Page, into: &El, view: impl FnOnce() -> AnyView + 'static) {
    if let Some(element) = into.node().dyn_ref::<HtmlElement>() {
        let view: Box<dyn FnOnce() -> AnyView> = Box::new(move || {
            provide_context(page);
            provide_context(page.session);
            provide_context(page.router);
            view()
        });
        StoredValue::new_local(mount_to(element.clone(), view));
    }
}
