//! The draft that was made: piece by piece, each taken or not.

use leptos::prelude::*;

use super::figures::figures;
use super::preview::{Pointed, Preview};
use crate::draft::{Draft, Item, Place};
use crate::read::take::{Piece, cells, differences};
use crate::session::{Session, Use};

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
        Piece::Figures(table) => figures(preview, draft, table),
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
