//! The page: starts the application, nothing else.

fn main() {
    std::panic::set_hook(Box::new(nianbao::browser::show_rescue));
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    app.set_text_content(None);
    nianbao::ui::start(app);
}
