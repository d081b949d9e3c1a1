//! The bar over the pages: which are seen, how large, and what the report goes out as.

use leptos::prelude::*;

use super::{View, print};
use crate::ui::export::make;
use crate::ui::page::Page;
use crate::ui::parts::{Icon, icon_view};

/// The files that have a button of their own here; all of them are in the menu.
const FILES: [(&str, &str, Icon); 3] = [
    ("export-docx", "导出 Word", Icon::FILE),
    ("export-xlsx", "导出 Excel", Icon::TABLE),
    ("export-html", "导出网页", Icon::GLOBE),
];

/// The bar.
#[component]
pub fn Bar(view: View) -> impl IntoView {
    let page = Page::here();
    let Page { session, router, .. } = page;
    let turn = |words: &'static str, action: &'static str, icon, back| {
        view! {
            <button type="button" class="button" data-action=action aria-label=words title=words
                on:click=move |_| view.turn(back)>{icon_view(icon)}</button>
        }
    };
    let resize = |words: &'static str, action: &'static str, sign: &'static str, larger| {
        view! {
            <button type="button" class="button" data-action=action aria-label=words title=words
                on:click=move |_| view.resize(larger)>{sign}</button>
        }
    };
    view! {
        <section class="preview-bar" aria-label="预览">
            <div class="joined">
                {turn("上一页", "page-back", Icon::LEFT, true)}
                <span class="shown-pages" role="status">{move || view.words()}</span>
                {turn("下一页", "page-on", Icon::RIGHT, false)}
            </div>
            <div class="joined zoom">
                {resize("缩小", "zoom-out", "−", false)}
                <button type="button" class="button" data-action="zoom-fit" title="合适的大小" on:click=move |_| view.fit()>
                    {move || format!("{}%", view.zoom())}
                </button>
                {resize("放大", "zoom-in", "＋", true)}
            </div>
            <span class="note">"A4 纵向，每面 22 行、每行 28 字"</span>
            <span class="grow"></span>
            <label class="with-marks">
                <input type="checkbox" name="marks" prop:checked=move || view.with_marks.get()
                    on:change=move |event| view.with_marks.set(event_target_checked(&event)) />
                "标出问题"
            </label>
            {FILES.map(|(command, words, icon)| file_button(page, command, words, icon))}
            <button type="button" class="button primary" data-action="print" on:click=move |_| print(session, router)>
                {icon_view(Icon::PRINT)}"打印或存为PDF"
            </button>
        </section>
    }
}

/// A button that makes a file of the report.
fn file_button(page: Page, command: &'static str, words: &'static str, icon: Icon) -> AnyView {
    let make = move |_| make(page, command);
    view! { <button type="button" class="button" data-action=command on:click=make>{icon_view(icon)}{words}</button> }
        .into_any()
}
