//! The figures of a draft that was made, line by line, each with where it came from, and the choices under their lines.

use leptos::prelude::*;

use super::keys::arrow;
use super::preview::{Pointed, Preview};
use super::slices::in_slices;
use crate::draft::{Draft, Place};
use crate::form::TableId;
use crate::read::understand::{Judge, Listed, ReadFigure};
use crate::sheet::{Line, lines};

/// From so many lines on they are folded.
const FOLDED: usize = 3;
/// So many lines are drawn in a frame.
const SLICE: usize = 6;
/// So many ways to read words are listed.
const SHOWN: usize = 12;
/// A head of so many letters is not broken.
const WHOLE: usize = 3;

/// What is drawn of a table, from top to bottom.
enum Strip {
    /// What the figures of the lines below are.
    Heads(Vec<String>),
    Line(Line),
    /// Lines in which all is 0.
    Noughts(Vec<Line>),
    Choice(usize),
}

/// The figures of a table; lines in which all is 0 are folded.
pub fn figures(preview: Preview, draft: &Draft, table: TableId) -> AnyView {
    let strips = strips(preview, draft, table);
    let drawn =
        in_slices(strips.len(), SLICE, move |n| strips.get(n).map(|strip| strip_view(preview, strip)).into_any());
    view! { <div class="figures" data-table=table.name() on:keydown=move |event| arrow(&event)>{drawn}</div> }
        .into_any()
}

fn strips(preview: Preview, draft: &Draft, table: TableId) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut noughts: Vec<Line> = Vec::new();
    let mut heads: Vec<String> = Vec::new();
    for line in lines(draft, table) {
        let is_nought = line.places.iter().all(|place| draft.entry(*place).text() == "0");
        let is_new = line.heads != heads && line.heads.iter().any(|head| !head.is_empty());
        if is_new || !is_nought {
            fold(&mut strips, std::mem::take(&mut noughts));
        }
        if is_new {
            strips.push(Strip::Heads(line.heads.clone()));
        }
        heads.clone_from(&line.heads);
        if is_nought {
            noughts.push(line);
            continue;
        }
        let mut choices: Vec<usize> = line.places.iter().filter_map(|place| preview.choice_of(*place)).collect();
        choices.dedup();
        strips.push(Strip::Line(line));
        strips.extend(choices.into_iter().map(Strip::Choice));
    }
    fold(&mut strips, noughts);
    strips
}

/// Lines in which everything is 0 are folded where there are several.
fn fold(strips: &mut Vec<Strip>, noughts: Vec<Line>) {
    if noughts.len() < FOLDED {
        strips.extend(noughts.into_iter().map(Strip::Line));
    } else {
        strips.push(Strip::Noughts(noughts));
    }
}

fn strip_view(preview: Preview, strip: &Strip) -> AnyView {
    match strip {
        Strip::Heads(heads) => heads_view(heads),
        Strip::Line(line) => line_view(preview, line),
        Strip::Choice(n) => choice_view(preview, *n),
        Strip::Noughts(lines) => {
            let drawn: Vec<AnyView> = lines.iter().map(|line| line_view(preview, line)).collect();
            view! { <details class="noughts"><summary>{format!("{} 行都是 0", lines.len())}</summary>{drawn}</details> }
                .into_any()
        }
    }
}

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
    let cells = line.places.iter().zip(&line.heads).enumerate();
    let cells = cells.map(|(nth, (place, head))| cell_view(preview, &line.label, head, *place, nth == 0));
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

/// A figure that can be pointed at. Tab stops at the first of a line, the arrows go on from there.
fn cell_view(preview: Preview, label: &str, head: &str, place: Place, is_first: bool) -> AnyView {
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
            tabindex=(!is_first).then_some("-1") aria-label=move || format!("{named} {}；{words}", shown())
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
