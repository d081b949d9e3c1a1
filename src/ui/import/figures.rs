//! The figures of a draft that was made, line by line, each with where it came from, and the choices under their lines.

use leptos::prelude::*;

use super::preview::{Pointed, Preview};
use crate::draft::{Draft, Place};
use crate::form::TableId;
use crate::read::understand::{Judge, Listed, ReadFigure};
use crate::sheet::{Line, lines};

/// The figures of a table; lines in which all is 0 are folded.
pub fn figures(preview: Preview, draft: &Draft, table: TableId) -> AnyView {
    let mut drawn = Vec::new();
    let mut shown_choices = Vec::new();
    let mut noughts: Vec<AnyView> = Vec::new();
    let mut heads: Vec<String> = Vec::new();
    for line in lines(draft, table) {
        let is_new = line.heads != heads && line.heads.iter().any(|head| !head.is_empty());
        if is_new {
            drawn.extend(folded(std::mem::take(&mut noughts)));
            drawn.push(heads_view(&line.heads));
        }
        heads.clone_from(&line.heads);
        let is_nought = line.places.iter().all(|place| draft.entry(*place).text() == "0");
        let view = line_view(preview, &line);
        if is_nought {
            noughts.push(view);
            continue;
        }
        drawn.extend(folded(std::mem::take(&mut noughts)));
        drawn.push(view);
        for place in &line.places {
            if let Some(Pointed::Choice(n)) = preview.pointed_of(*place)
                && !shown_choices.contains(&n)
            {
                shown_choices.push(n);
                drawn.push(choice_view(preview, n));
            }
        }
    }
    drawn.extend(folded(noughts));
    view! { <div class="figures" data-table=table.name()>{drawn}</div> }.into_any()
}

/// Rows in which everything is 0, behind a line that says so where there are several.
fn folded(rows: Vec<AnyView>) -> Option<AnyView> {
    match rows.len() {
        0 => None,
        1 | 2 => Some(rows.into_any()),
        count => Some(
            view! { <details class="noughts"><summary>{format!("{count} 行都是 0")}</summary>{rows}</details> }
                .into_any(),
        ),
    }
}

/// So many ways to read words are listed.
const SHOWN: usize = 12;

/// A head of so many letters is not broken.
const WHOLE: usize = 3;

/// What the figures of the lines below are. Each button names its own, so this is for the eye only.
fn heads_view(heads: &[String]) -> AnyView {
    let cells =
        heads.iter().map(|head| view! { <span class:whole=head.chars().count() <= WHOLE>{head.clone()}</span> });
    view! {
        <div class="figure-row figure-heads" aria-hidden="true">
            <span class="row-label"></span>
            <span class="row-cells" data-columns=heads.len().to_string()>{cells.collect_view()}</span>
        </div>
    }
    .into_any()
}

fn line_view(preview: Preview, line: &Line) -> AnyView {
    let cells = line.places.iter().zip(&line.heads).map(|(place, head)| cell_view(preview, &line.label, head, *place));
    let own: Vec<Pointed> = line.places.iter().filter_map(|place| preview.pointed_of(*place)).collect();
    // Where the words came from that are pointed at, said under their line.
    let whence = Memo::new(move |_| {
        let pointed = preview.pointed.get().filter(|pointed| own.contains(pointed))?;
        Some(preview.whence(pointed)).filter(|words| !words.is_empty())
    });
    view! {
        <div class="figure-row">
            <span class="row-label">{line.label.clone()}</span>
            <span class="row-cells" data-columns=line.places.len().to_string()>{cells.collect_view()}</span>
        </div>
        {move || whence.get().map(|words| view! { <p class="whence" role="status">{words}</p> })}
    }
    .into_any()
}

/// A figure that can be pointed at.
fn cell_view(preview: Preview, label: &str, head: &str, place: Place) -> AnyView {
    let named = if head.is_empty() { label.to_owned() } else { format!("{label}，{head}") };
    let Some(pointed) = preview.pointed_of(place) else {
        return view! { <span class="cell none" title=named>"—"</span> }.into_any();
    };
    let value = move || match pointed {
        Pointed::Figure(n) => {
            preview.report.with_value(|report| report.understood.figures.get(n).map(|f| f.value.clone()))
        }
        Pointed::Choice(n) => preview.report.with_value(|report| {
            let choice = report.understood.choices.get(n)?;
            let way = preview.ways.with(|ways| ways.get(n).copied().flatten())?;
            let at = choice.places.iter().position(|own| *own == place)?;
            choice.ways.get(way)?.values.get(at).cloned()
        }),
        Pointed::Blank(_) | Pointed::Text(_) | Pointed::Left(_) => None,
    };
    let is = move || preview.pointed.get() == Some(pointed);
    let is_blank = matches!(pointed, Pointed::Blank(_));
    let certainty = match pointed {
        Pointed::Figure(_) => Some("certain"),
        Pointed::Choice(_) => Some("ambiguous"),
        Pointed::Blank(_) | Pointed::Text(_) | Pointed::Left(_) => None,
    };
    let shown = move || value().unwrap_or_else(|| if is_blank { "空" } else { "要选" }.to_owned());
    let words = preview.whence(pointed);
    // What is seen stands in the name as it is seen.
    view! {
        <button type="button" class="cell" class:pointed=is class:blank=is_blank class:ambiguous=certainty == Some("ambiguous")
            aria-label=move || format!("{named} {}；{words}", shown())
            data-made=pointed.name() data-import-figure=certainty.map(|_| place.to_string()) data-certainty=certainty
            data-value=move || value().unwrap_or_default()
            on:click=move |_| preview.point(pointed)><span>{shown}</span></button>
    }
    .into_any()
}

/// Where a figure came from, and what settled how its words were cut.
pub fn whence(figure: &ReadFigure) -> String {
    if figure.cut_into < 2 {
        return format!("原件写的是“{}”", figure.words);
    }
    let why = match figure.judge {
        None => "只有这一种分法平衡",
        Some(Judge::Sums) => "和其他各行、各列合起来，只有这一种分法平衡",
        Some(Judge::LastYear) => "对照上年的报告，只有这一种分法合得上",
        Some(Judge::Text) => "正文里写的是这些数",
    };
    format!("“{}”分成 {} 格：{why}", figure.words, figure.cut_into)
}

/// The ways to read words, to choose from.
fn choice_view(preview: Preview, n: usize) -> AnyView {
    let Some(choice) = preview.report.with_value(|report| report.understood.choices.get(n).cloned()) else {
        return ().into_any();
    };
    let name = format!("choice-{n}");
    let set = move |way: Option<usize>| {
        preview.ways.update(|ways| {
            if let Some(own) = ways.get_mut(n) {
                *own = way;
            }
        });
    };
    let is = move |way: Option<usize>| preview.ways.with(|ways| ways.get(n).copied().flatten() == way);
    let radio = move |way: Option<usize>, words: String, remark: String| {
        view! {
            <label class="way" class:chosen=move || is(way)>
                <input type="radio" name=name.clone() prop:checked=move || is(way) on:change=move |_| set(way) />
                <b>{words}</b>
                <span class="note">{remark}</span>
            </label>
        }
        .into_any()
    };
    let count = choice.ways.len();
    let words = match choice.listed {
        Listed::Unfit => format!("“{}”怎样分都不平衡", choice.words),
        Listed::All if count <= SHOWN => format!("“{}”有{}种分法", choice.words, chinese(count)),
        Listed::All => format!("“{}”有{count}种分法，列出{SHOWN}种", choice.words),
        Listed::Some => format!("“{}”有很多种分法，只列出几种", choice.words),
    };
    let ways = choice
        .ways
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(way, own)| radio(Some(way), own.values.join("、"), own.remark.clone()));
    let mut drawn: Vec<AnyView> = ways.collect();
    drawn.push(radio(None, "留空，自己填".to_owned(), String::new()));
    view! {
        <fieldset class="choice">
            <legend>{words}</legend>
            {drawn}
        </fieldset>
    }
    .into_any()
}

fn chinese(count: usize) -> String {
    match count {
        2 => "两".to_owned(),
        3 => "三".to_owned(),
        4 => "四".to_owned(),
        other => other.to_string(),
    }
}
