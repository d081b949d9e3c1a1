//! The charts: each with its sentence, its drawing, and the same numbers as a table.

mod figure;
mod numbers;
mod outlets;

use leptos::prelude::*;

use super::page::{Charts, LateView, Page, Piece, mount};
use crate::draft::ChartId;
use figure::ChartFigure;
pub use figure::{PaperChart, is_any_drawn};

/// What is called of this folder once its piece is here.
pub static CHARTS: Charts = Charts {
    screen: |page, into| mount(page, into, || view! { <ChartsScreen /> }.into_any()),
    figure: |page, into, chart| mount(page, into, move || view! { <ChartFigure chart=chart /> }.into_any()),
};

/// A chart on the screen.
pub fn figure(page: Page, chart: ChartId) -> LateView {
    LateView::new(Piece::Charts, "图表", move |into| {
        (page.late.charts()?.figure)(page, into, chart);
        Some(Vec::new())
    })
}

/// The screen of the charts.
#[component]
pub fn ChartsScreen() -> impl IntoView {
    view! {
        <main class="page charts">
            <div class="charts-head"><h1>"图表"</h1><span class="note">"随填报更新。本机有上年报告时与上年并列；印在报告里的只有本年。"</span></div>
            <div class="chart-cards">
                {ChartId::ALL.map(|chart| view! { <div class="card chart-card"><ChartFigure chart=chart /></div> }).collect_view()}
            </div>
        </main>
    }
}
