//! The pages of a report, on the screen and in print the same.

use leptos::prelude::*;

use super::block::{Drawing, draw_block};
use super::marks::{Mark, draw_marked};
use crate::block::Block;
use crate::pages::{Part, Sheet};

/// The pages as they follow the report: what does not change on a page is not drawn again. Findings are marked on the screen only.
#[component]
pub fn Sheets(
    sheets: RwSignal<Vec<Sheet>>,
    #[prop(into)] marks: Signal<Vec<Mark>>,
    code: Memo<String>,
    drawing: Drawing,
) -> impl IntoView {
    let count = Memo::new(move |_| sheets.with(Vec::len));
    view! {
        <article class="report" data-report="" lang="zh-CN">
            <For each=move || 0..count.get() key=|at| *at let:at>
                {
                    let sheet = Memo::new(move |_| {
                        let sheet = sheets.with(|all| all.get(at).cloned())?;
                        let own = marks.with(|marks| marks.iter().filter(|mark| mark.stands_on(&sheet)).cloned().collect::<Vec<_>>());
                        Some((sheet, own))
                    });
                    view! {
                        <section class="leaf" data-page=at + 1 aria-label=format!("第 {} 页", at + 1)>
                            <div class="paper">
                                {move || sheet.get().map(|(sheet, marks)| sheet.parts.iter().map(|part| draw_part(part, drawing, &marks)).collect_view())}
                            </div>
                            {move || foot(at + 1, &code.get())}
                        </section>
                    }
                }
            </For>
        </article>
    }
}

/// A block, or the part of it that stands on this page.
fn draw_part(part: &Part, drawing: Drawing, marks: &[Mark]) -> AnyView {
    let classes = match (part.begins, part.ends) {
        _ if !matches!(part.block, Block::Paragraph(_)) => "",
        (true, true) => "",
        (false, true) => "continued",
        (true, false) => "cut",
        (false, false) => "continued cut",
    };
    let marks: Vec<&Mark> = marks.iter().filter(|mark| mark.stands_in(part)).collect();
    if marks.is_empty() {
        draw_block(&part.block, classes, drawing)
    } else {
        draw_marked(part, classes, drawing, &marks)
    }
}

/// The foot of a page: its number at the outer side, the check code at the inner one.
fn foot(page: usize, code: &str) -> AnyView {
    let side = if page.is_multiple_of(2) { "folio left" } else { "folio right" };
    let code = (!code.is_empty()).then(|| view! { <span class="code">{format!("校验码 {code}")}</span> });
    view! { <div class=side><span class="number">{format!("— {page} —")}</span>{code}</div> }.into_any()
}
