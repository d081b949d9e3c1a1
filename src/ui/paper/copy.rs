//! The report for the browser's own print command, which can be given on any screen: laid out right before the browser
//! prints, and taken away afterwards. Nothing can be waited for then, so the charts of the report are drawn beforehand, out
//! of sight.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::block::{Drawing, draw_block};
use super::galley::pages;
use super::sheet::Sheets;
use crate::block::Content;
use crate::chart::{Chart, chart};
use crate::draft::{ChartId, Draft, Embedded, Item};
use crate::report::{build, check_code};
use crate::session::Session;
use crate::ui::charts::{PaperChart, is_any_drawn};
use crate::ui::dom::{El, el, find};
use crate::ui::export::{clear_printed, is_printed};
use crate::ui::page::{Page, Screen, mount};
use crate::ui::screens::PREVIEW;

/// The charts that stand in the report, drawn out of sight for printing; none where the report itself is shown, nor before the
/// first chart was looked at: what draws them is fetched with that.
pub(super) fn charts(page: Page, into: &El) {
    let Page { session, router, .. } = page;
    let shown = Memo::new(move |_| {
        session.any();
        let is_other = router.screen().is_some_and(|screen| screen != Screen::of(PREVIEW));
        if is_other && is_any_drawn() { session.look(charts_of).unwrap_or_default() } else { Vec::new() }
    });
    let view = move || {
        view! {
            <For each=move || shown.get() key=|chart| *chart let:chart><PaperChart chart=chart /></For>
            // The typefaces of the paper, so that they are there when it is laid out.
            <div class="paper"><h1>"年报"</h1><h2>"年报"</h2><p><span class="second">"年报"</span></p></div>
        }
    };
    mount(page, into, move || view().into_any());
}

/// The charts that stand in a report, each once.
fn charts_of(draft: &Draft) -> Vec<ChartId> {
    let items = draft.narrative().iter().flat_map(|part| &part.body);
    let embedded = items.filter_map(|item| match item {
        Item::Embed(embed) => Some(embed.what),
        Item::Paragraph(_) | Item::Other(_) => None,
    });
    ChartId::ALL.into_iter().filter(|chart| embedded.clone().any(|what| what == Embedded::Chart(*chart))).collect()
}

/// Lays the report out for printing, unless it is shown anyway.
pub(super) fn lay_out(page: Page) {
    let Page { session, router, .. } = page;
    let is_shown = find("[data-report]").is_some();
    if is_shown || is_printed() || untrack(move || router.screen()).is_none() {
        return;
    }
    let Some(app) = find("#app") else { return };
    let copy = el("div").class("print-copy");
    // It is new, and so can be put there.
    let _ = app.append_child(copy.node());
    let owner = Owner::new();
    let blocks = session.look_at_case(build).unwrap_or_default();
    let galley = el("div").class("galley paper");
    // Beside the copy, which no screen shows and so has no heights.
    let _ = app.append_child(galley.node());
    let drawn = blocks.clone();
    owner.with(|| {
        let draw = move || drawn.iter().map(|block| draw_block(block, "", Drawing::Place)).collect_view().into_any();
        mount(page, &galley, draw);
        let sheets = RwSignal::new(pages(galley.node(), &blocks));
        let code = Memo::new(move |_| check_code(&blocks));
        mount(page, &copy, move || {
            view! { <Sheets sheets=sheets marks=Vec::new() code=code drawing=Drawing::Place /> }.into_any()
        });
    });
    galley.remove();
    PRINTED.set(Some((copy.clone(), owner)));
    let Ok(places) = copy.node().query_selector_all("[data-chart]") else { return };
    for place in (0..places.length()).filter_map(|at| places.item(at)?.dyn_into::<Element>().ok()) {
        let Some(id) = place.get_attribute("data-chart").as_deref().and_then(ChartId::parse) else { continue };
        let drawn = find(&format!(".print-charts [data-chart={}] .drawing[data-drawn]", id.name()));
        let drawn = drawn.and_then(|drawn| drawn.clone_node_with_deep(true).ok());
        // A chart that is still being drawn is printed by its numbers.
        let drawn = drawn.or_else(|| Some(numbers(session, id)?.node().clone().into()));
        if let Some(drawn) = drawn {
            let node: &Node = &drawn;
            let _ = place.append_child(node);
        }
    }
}

thread_local! {
    /// What was laid out for printing.
    static PRINTED: std::cell::RefCell<Option<(El, Owner)>> = const { std::cell::RefCell::new(None) };
}

/// Takes away what was laid out for printing.
pub(super) fn clear() {
    clear_printed();
    if let Some((copy, owner)) = PRINTED.take() {
        owner.cleanup();
        copy.remove();
    }
}

/// The numbers of a chart as a table.
fn numbers(session: Session, id: ChartId) -> Option<El> {
    let Chart { table, .. } = session.look_at_case(|case| chart(case, id))?.ok()?;
    let cell = |content: &Content| el("td").text(&content.to_string());
    let rows = table.rows.iter().map(|row| el("tr").children(row.iter().map(|found| cell(&found.content))));
    Some(el("table").child(el("tbody").children(rows)))
}
