//! A chart: drawn when it first comes into view, and again when its numbers change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::numbers::ChartTable;
use super::outlets::Outlets;
use crate::browser;
use crate::chart::{Chart, Look, chart_beside};
use crate::draft::{ChartId, Place};
use crate::facts::Case;
use crate::job::Job;
use crate::session::Session;
use crate::ui::dom::listen_to;
use crate::ui::page::Router;

/// A chart's numbers, or why there is nothing to draw; they follow every edit.
pub(super) type Numbers = Memo<Result<Chart, &'static str>>;

fn numbers(session: Session, id: ChartId, of: fn(&Case, ChartId) -> Result<Chart, &'static str>) -> Numbers {
    Memo::new(move |_| {
        session.any();
        // Last year's report may come and go.
        session.checked_beside();
        session.look_at_case(|case| of(case, id)).unwrap_or(Err("没有打开草稿"))
    })
}

/// A chart on the screen, with its table on demand.
#[component]
pub fn ChartFigure(chart: ChartId) -> impl IntoView {
    let session = Session::here();
    let numbers = numbers(session, chart, chart_beside);
    let as_table = RwSignal::new(false);
    let sentence = move || match numbers.get() {
        Ok(chart) => chart.sentence,
        Err(_) => chart.title().to_owned(),
    };
    let subtitle = move || numbers.get().map(|chart| chart.subtitle).unwrap_or_default();
    let note = move || numbers.get().map(|chart| chart.note).unwrap_or_default();
    let toggle = move |table: bool, words: &'static str| {
        view! {
            <button type="button" aria-pressed=move || (as_table.get() == table).to_string() on:click=move |_| as_table.set(table)>{words}</button>
        }
    };
    let there = Memo::new(move |_| numbers.with(Result::is_ok));
    view! {
        <figure class="chart" data-chart=chart.name()>
            <figcaption>
                <strong>{sentence}</strong>
                {move || there.get().then(|| view! {
                    <div class="toggle" role="group" aria-label="图或表">{toggle(false, "图")}{toggle(true, "表")}</div>
                })}
                <small class="note">{subtitle}</small>
            </figcaption>
            {move || match (there.get(), as_table.get()) {
                (false, _) => view! { <p class="empty">{move || numbers.get().err()}</p> }.into_any(),
                (true, true) => view! { <ChartTable numbers=numbers /> }.into_any(),
                (true, false) => view! { <Drawing numbers=numbers paper=false /> }.into_any(),
            }}
            <p class="note">{note}</p>
            {move || there.get().then(|| view! { <Outlets chart=chart numbers=numbers /> })}
        </figure>
    }
}

/// A chart in the printed report: drawn at once, in the colours of paper.
#[component]
pub fn PaperChart(chart: ChartId) -> impl IntoView {
    let numbers = numbers(Session::here(), chart, crate::chart::chart);
    view! { <div class="paper-chart" data-chart=chart.name()><Drawing numbers=numbers paper=true /></div> }
}

thread_local! {
    /// Whether a chart has been drawn.
    static DRAWN: Cell<bool> = const { Cell::new(false) };
}

/// Whether a chart has been drawn, so that others cost no fetching.
pub fn is_any_drawn() -> bool {
    DRAWN.get()
}

/// The drawing itself.
#[component]
fn Drawing(numbers: Numbers, paper: bool) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let failed = RwSignal::new(false);
    let in_view = RwSignal::new(paper);
    let dark = dark_screen();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        if !in_view.get_untracked() {
            crate::browser::spawn(async move {
                browser::seen(&element).await;
                in_view.try_set(true);
            });
        }
    });
    // Its node is forgotten by then.
    let drawn_into = SendWrapper::new(Rc::new(RefCell::new(None)));
    let gone = drawn_into.clone();
    on_cleanup(move || {
        if let Some(element) = gone.take().take() {
            browser::dispose(&element);
        }
    });
    if !paper {
        lead_to_cells(element, numbers);
    }
    Effect::new(move |_| {
        let (Some(element), Ok(chart), true) = (element.get(), numbers.get(), in_view.get()) else { return };
        // What stands there is no longer these numbers.
        let _ = element.remove_attribute("data-drawn");
        let look = match (paper, dark.get()) {
            (true, _) => Look::Paper,
            (false, true) => Look::Dark,
            (false, false) => Look::Light,
        };
        drawn_into.replace(Some(web_sys::Element::from(element.clone())));
        crate::browser::spawn(async move {
            let label = format!("{}。{}", chart.sentence, chart.table.in_words());
            let option = browser::ask(Job::chart(chart, look), |_| {}).answer().await;
            let drawn = match option.map(String::from_utf8) {
                Ok(Ok(option)) => browser::draw(&element, &option, &label).await,
                Ok(Err(_)) | Err(_) => false,
            };
            DRAWN.set(DRAWN.get() || drawn);
            failed.try_set(!drawn);
        });
    });
    let rows = move || {
        numbers.with(|n| {
            n.as_ref()
                .map_or(0, |chart| if chart.shape == crate::chart::Shape::Columns { 0 } else { chart.categories.len() })
        })
    };
    view! {
        <div node_ref=element class="drawing" data-rows=move || rows().to_string()></div>
        {move || failed.get().then(|| view! { <p class="refused" role="alert">"图没有载入，数字见表。请检查网络后刷新。"</p> })}
    }
}

/// Where the value at a place of a series is typed.
pub(super) fn cell_of(numbers: Numbers, series: usize, at: usize) -> Option<Place> {
    numbers.with(|chart| chart.as_ref().ok()?.series.get(series)?.places.get(at).copied().flatten())
}

/// A click on a mark goes to the cell of its value. By keys the numbers of the table do so.
fn lead_to_cells(element: NodeRef<Div>, numbers: Numbers) {
    let router = Router::here();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let drawn = element.clone();
        listen_to(&element, "pick", move |_| {
            let picked = drawn.get_attribute("data-picked").unwrap_or_default();
            let place = picked
                .split_once(' ')
                .and_then(|(series, at)| untrack(|| cell_of(numbers, series.parse().ok()?, at.parse().ok()?)));
            if let Some(place) = place {
                router.go_to_place(place, None);
            }
        });
    });
}

/// Whether the screen is dark, as it is and as it changes.
fn dark_screen() -> RwSignal<bool> {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    let dark = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let asked = query.clone();
        listen_to(&query, "change", move |_| {
            dark.try_set(asked.matches());
        });
    }
    dark
}
