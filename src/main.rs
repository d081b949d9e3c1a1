//! The page: mounts the application, nothing else.

use leptos::mount::mount_to;
use wasm_bindgen::JsCast;

fn main() {
    std::panic::set_hook(Box::new(nianbao::browser::show_rescue));
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app").and_then(|app| app.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    app.set_inner_text("");
    mount_to(app, nianbao::ui::App).forget();
}
