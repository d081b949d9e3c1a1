//! The draft that was made: piece by piece, each taken or not.

use leptos::prelude::*;

use super::figures::figures;
use super::preview::{Pointed, Preview};
use super::slices::in_slices;
use crate::draft::{Draft, Item, Place};
use crate::read::take::{Piece, cells, differences};
use crate::session::{Session, Use};

/// So many paragraphs of a piece are drawn.
const DRAWN: usize = 1500;
/// So many of them in a frame.
const SLICE: usize = 12;

/// The draft.
#[component]
pub fn Made(preview: Preview) -> impl IntoView {
    let pieces = preview.pieces.with_untracked(|pieces| pieces.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let all = pieces.len();
    let taken = move || preview.pieces.with(|pieces| pieces.iter().filter(|(_, is)| *is).count());
    let drawn = in_slices(all, 1, move |n| pieces.get(n).map(|piece| piece_view(preview, n, *piece)).into_any());
    view! {
        <section class="side-made" aria-labelledby="import-made">
            <header class="side-head">
                <h2 id="import-made">"读成的草稿"</h2>
                <span class="note">"逐部分决定采不采用"</span>
                <span class="grow"></span>
                <span class="note">{move || format!("{all} 部分，采用 {}", taken())}</span>
            </header>
            <div class="scroll">{drawn}</div>
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
            let texts = draft.opening().iter().enumerate().map(|(m, text)| (Place::Opening(m), text.as_str()));
            texts_view(preview, texts)
        }
        Piece::Text(n) => {
            let items = draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
            let texts = items.iter().enumerate().filter_map(|(m, item)| Some((Place::Body(n, m), item.paragraph()?)));
            texts_view(preview, texts)
        }
    }
}

/// The paragraphs of a piece, up to a number that no report reaches.
fn texts_view<'a>(preview: Preview, texts: impl Iterator<Item = (Place, &'a str)>) -> AnyView {
    let texts: Vec<(Place, String)> = texts.take(DRAWN).map(|(place, text)| (place, text.to_owned())).collect();
    let is_cut = texts.len() == DRAWN;
    let drawn = in_slices(texts.len(), SLICE, move |m| {
        texts.get(m).map(|(place, text)| text_view(preview, *place, text)).into_any()
    });
    let more = is_cut.then(|| view! { <p class="note">"后面的段落没有画出来，内容都已读到。"</p> });
    view! { <div class="texts">{drawn}{more}</div> }.into_any()
}

fn text_view(preview: Preview, place: Place, text: &str) -> AnyView {
    view! { <p data-made=preview.pointed_of(place).map(Pointed::name)>{text.to_owned()}</p> }.into_any()
}
