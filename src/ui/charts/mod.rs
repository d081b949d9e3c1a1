//! The charts: each with its sentence, its drawing, and the same numbers as a table.

mod figure;

use leptos::prelude::*;

use crate::draft::ChartId;
pub use figure::{ChartFigure, PaperChart};

/// The screen of the charts.
#[component]
pub fn ChartsScreen() -> impl IntoView {
    view! {
        <main class="page charts">
            <div class="charts-head"><h1>"图表"</h1><span class="note">"随填报更新，印在报告里的图与这里相同"</span></div>
            <div class="chart-cards">
                {ChartId::ALL.map(|chart| view! { <div class="card chart-card"><ChartFigure chart=chart /></div> }).collect_view()}
            </div>
        </main>
    }
}
