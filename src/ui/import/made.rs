//! The draft that was made: piece by piece, each taken or not, with the choices under their rows.

use leptos::prelude::*;

use super::preview::{Pointed, Preview};
use crate::block::Role;
use crate::draft::{Draft, Item, Place};
use crate::form::{Source, TableId};
use crate::read::take::{Piece, cells, differences};
use crate::session::{Session, Use};
use crate::sheet::{View, grid};

/// The draft.
#[component]
pub fn Made(preview: Preview) -> impl IntoView {
    let pieces = preview.pieces.with_untracked(|pieces| pieces.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let all = pieces.len();
    let taken = move || preview.pieces.with(|pieces| pieces.iter().filter(|(_, is)| *is).count());
    let drawn = pieces.into_iter().enumerate().map(|(n, piece)| piece_view(preview, n, piece));
    view! {
        <section class="side-made" aria-labelledby="import-made">
            <header class="side-head">
                <h2 id="import-made">"读成的草稿"</h2>
                <span class="note">"逐部分决定采不采用"</span>
                <span class="grow"></span>
                <span class="note">{move || format!("{all} 部分，采用 {}", taken())}</span>
            </header>
            <div class="scroll">{drawn.collect_view()}</div>
        </section>
    }
}

fn piece_view(preview: Preview, n: usize, piece: Piece) -> AnyView {
    let session = Session::here();
    let (title, about, body) = preview.report.with_value(|report| {
        let draft = &report.understood.draft;
        (title(draft, piece), about(draft, piece), body(preview, draft, piece))
    });
    let is_taken = move || preview.pieces.with(|pieces| pieces.get(n).is_some_and(|(_, is)| *is));
    let toggle = move |_| {
        preview.pieces.update(|pieces| {
            if let Some((_, is)) = pieces.get_mut(n) {
                *is = !*is;
            }
        });
    };
    // Beside an open draft only what differs matters.
    let differs = Memo::new(move |_| match preview.to.get() {
        Use::Into(id) => preview.report.with_value(|report| {
            session.draft_now(&id).map(|open| differences(&report.understood.draft, &open, piece))
        }),
        Use::Check | Use::Begin => None,
    });
    let state = move || match (differs.get(), is_taken()) {
        (Some(0), _) => "相同".to_owned(),
        (Some(count), true) => format!("{count} 处不同，采用"),
        (Some(count), false) => format!("{count} 处不同，不采用"),
        (None, true) => "采用".to_owned(),
        (None, false) => "不采用".to_owned(),
    };
    view! {
        <section class="piece" class:off=move || !is_taken()>
            <label class="piece-head">
                <input type="checkbox" name=format!("piece-{n}") prop:checked=is_taken on:change=toggle />
                <strong>{title}</strong>
                <span class="note">{about}</span>
                <span class="grow"></span>
                <span class="note">{state}</span>
            </label>
            {body}
        </section>
    }
    .into_any()
}

fn title(draft: &Draft, piece: Piece) -> String {
    match piece {
        Piece::Office => "单位与年度".to_owned(),
        Piece::Opening => "引言".to_owned(),
        Piece::Text(n) => draft.narrative().get(n).map(|part| part.heading.clone()).unwrap_or_default(),
        Piece::Figures(table) => table.title().to_owned(),
    }
}

fn about(draft: &Draft, piece: Piece) -> String {
    let letters = |texts: &mut dyn Iterator<Item = &str>| {
        let (count, letters) = texts.fold((0, 0), |(n, sum), text| (n + 1, sum + text.chars().count()));
        format!("{count} 段，{letters} 字")
    };
    match piece {
        Piece::Office => {
            let name = draft.office(crate::draft::OfficeField::Name);
            let day = draft.published().map(crate::value::Date::chinese);
            let name = if name.is_empty() { "没有写单位名称" } else { name };
            day.map_or_else(|| name.to_owned(), |day| format!("{name}，{day}"))
        }
        Piece::Opening => letters(&mut draft.opening().iter().map(String::as_str)),
        Piece::Text(n) => {
            let items = draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
            letters(&mut items.iter().filter_map(Item::paragraph))
        }
        Piece::Figures(table) => format!("{} 格", cells(draft, table).len()),
    }
}

fn body(preview: Preview, draft: &Draft, piece: Piece) -> AnyView {
    match piece {
        Piece::Figures(table) => table_view(preview, draft, table),
        Piece::Office => ().into_any(),
        Piece::Opening => {
            let texts = draft.opening().iter().enumerate().map(|(m, text)| text_view(preview, Place::Opening(m), text));
            view! { <div class="texts">{texts.collect_view()}</div> }.into_any()
        }
        Piece::Text(n) => {
            let items = draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
            let texts = items.iter().enumerate().filter_map(|(m, item)| Some((m, item.paragraph()?)));
            let texts = texts.map(|(m, text)| text_view(preview, Place::Body(n, m), text));
            view! { <div class="texts">{texts.collect_view()}</div> }.into_any()
        }
    }
}

fn text_view(preview: Preview, place: Place, text: &str) -> AnyView {
    let number =
        preview.report.with_value(|report| report.understood.texts.iter().position(|text| text.place == place));
    view! { <p data-made=number.map(|n| Pointed::Text(n).name())>{text.to_owned()}</p> }.into_any()
}

/// A row of a table as it is drawn.
struct Row {
    label: String,
    places: Vec<Place>,
}

/// The figures of a table, a row a line; rows of noughts in a row are folded.
fn table_view(preview: Preview, draft: &Draft, table: TableId) -> AnyView {
    let Some(printed) = grid(draft, table, View::Printed) else { return ().into_any() };
    let label = |cells: &[crate::form::Cell]| {
        let heads = cells.iter().filter(|cell| cell.role == Role::RowHead);
        let mut words = heads.rev().filter_map(|cell| match &cell.source {
            Source::Words(words) => Some(words.trim().to_owned()),
            Source::Place(place) => draft.text(*place),
            Source::Formula(_) => None,
        });
        words.next().unwrap_or_default()
    };
    let places = |cells: &[crate::form::Cell]| -> Vec<Place> {
        let places = cells.iter().filter(|cell| cell.role == Role::Value).filter_map(|cell| match cell.source {
            Source::Place(place) => Some(place),
            Source::Words(_) | Source::Formula(_) => None,
        });
        places.collect()
    };
    let rows: Vec<Row> = printed
        .rows
        .iter()
        .map(|cells| Row { label: label(cells), places: places(cells) })
        .filter(|row| !row.places.is_empty())
        .collect();
    let mut drawn = Vec::new();
    let mut shown_choices = Vec::new();
    let mut noughts: Vec<AnyView> = Vec::new();
    for row in &rows {
        let is_nought = row.places.iter().all(|place| draft.entry(*place).text() == "0");
        let view = row_view(preview, row, table);
        if is_nought {
            noughts.push(view);
            continue;
        }
        drawn.extend(folded(std::mem::take(&mut noughts)));
        drawn.push(view);
        let choices =
            row.places.iter().filter_map(|place| match preview.cells.with_value(|cells| cells.get(place).copied()) {
                Some(Pointed::Choice(n)) => Some(n),
                _ => None,
            });
        for n in choices {
            if !shown_choices.contains(&n) {
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

fn row_view(preview: Preview, row: &Row, table: TableId) -> AnyView {
    let cells = row.places.iter().map(|place| cell_view(preview, *place, table));
    view! {
        <div class="figure-row">
            <span class="row-label">{row.label.clone()}</span>
            <span class="row-cells">{cells.collect_view()}</span>
        </div>
    }
    .into_any()
}

/// A figure with where it came from.
fn cell_view(preview: Preview, place: Place, table: TableId) -> AnyView {
    let pointed = preview.cells.with_value(|cells| cells.get(&place).copied());
    let label = if let Place::Cell(key) = place { key.label() } else { place.to_string() };
    let short = if table == TableId::Applications {
        String::new()
    } else {
        label.rsplit('，').next().unwrap_or_default().to_owned()
    };
    let short = (!short.is_empty() && table != TableId::Statistics).then(|| view! { <small>{short}</small> });
    let Some(pointed) = pointed else {
        return view! { <span class="cell none" title=label>{short}"—"</span> }.into_any();
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
    let words = preview.report.with_value(|report| match pointed {
        Pointed::Figure(n) => report.understood.figures.get(n).map(|figure| {
            if figure.cut_into > 1 {
                format!("“{}”分成 {} 格", figure.words, figure.cut_into)
            } else {
                format!("原件写的是“{}”", figure.words)
            }
        }),
        Pointed::Choice(_) => Some("有几种读法，请选".to_owned()),
        Pointed::Blank(_) => Some("原件是空的".to_owned()),
        Pointed::Text(_) | Pointed::Left(_) => None,
    });
    // What is seen stands in the name as it is seen.
    let words = words.unwrap_or_default();
    let (hint, named) = (format!("{label}；{words}"), label);
    let is_blank = matches!(pointed, Pointed::Blank(_));
    let certainty = match pointed {
        Pointed::Figure(_) => Some("certain"),
        Pointed::Choice(_) => Some("ambiguous"),
        Pointed::Blank(_) | Pointed::Text(_) | Pointed::Left(_) => None,
    };
    let shown = move || value().unwrap_or_else(|| if is_blank { "空" } else { "要选" }.to_owned());
    view! {
        <button type="button" class="cell" class:pointed=is class:blank=is_blank class:ambiguous=certainty == Some("ambiguous")
            title=hint aria-label=move || format!("{named}{}；{words}", shown())
            data-made=pointed.name() data-import-figure=certainty.map(|_| place.to_string()) data-certainty=certainty
            data-value=move || value().unwrap_or_default()
            on:click=move |_| preview.point(pointed)>{short}<span>{shown}</span></button>
    }
    .into_any()
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
    let words = match (choice.fits, choice.ways.len()) {
        (false, _) => format!("“{}”怎样分都不平衡", choice.words),
        (true, count) => format!("“{}”有{}种分法", choice.words, chinese(count)),
    };
    let ways = choice
        .ways
        .iter()
        .take(12)
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
