//! A part of the text: its heading, its paragraphs, the tables and charts between them, the tables under its heading.

use leptos::prelude::*;

use super::embed::{EmbedForm, InsertMenu};
use super::table::TableForm;
use super::text::paragraphs_field;
use crate::calc::outline;
use crate::draft::{Draft, Edit, Embedded, Item, Part, Place, Splice, Touch};
use crate::form::TableId;
use crate::session::Session;
use crate::session::run_of_paragraphs;
use crate::ui::parts::{Icon, icon};
use crate::ui::route::{FillPart, Router, Screen};

/// A piece of a body: a run of paragraphs, or what stands between two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Paragraphs that begin at this index; there may be none.
    Run(usize),
    /// A table or a chart at this index.
    Embed(usize, Embedded),
    /// Something that this version does not know.
    Other,
}

/// The pieces of a body: a run wherever a paragraph can stand.
fn pieces(draft: &Draft, n: usize) -> Vec<Piece> {
    let body = draft.narrative().get(n).map(|part| part.body.as_slice()).unwrap_or_default();
    let mut pieces = vec![Piece::Run(0)];
    for (m, item) in body.iter().enumerate() {
        match item {
            Item::Paragraph(_) => {}
            Item::Embed(embed) => pieces.extend([Piece::Embed(m, embed.what), Piece::Run(m + 1)]),
            Item::Other(_) => pieces.extend([Piece::Other, Piece::Run(m + 1)]),
        }
    }
    pieces
}

/// A part of the text.
#[component]
pub fn PartForm(n: usize) -> impl IntoView {
    let session = Session::here();
    let all = Memo::new(move |_| {
        session.watch(&[Touch::Body(n), Touch::Parts], |draft| pieces(draft, n)).unwrap_or_default()
    });
    // A piece is known by its position and kind, so that typing in one leaves the others, and the caret, alone.
    let keyed = move || {
        let kind = |piece: &Piece| match piece {
            Piece::Run(_) => "run",
            Piece::Embed(_, Embedded::Table(table)) => table.name(),
            Piece::Embed(_, Embedded::Chart(chart)) => chart.name(),
            Piece::Other => "other",
        };
        all.get().iter().enumerate().map(|(at, piece)| (at, kind(piece))).collect::<Vec<_>>()
    };
    let tables = Memo::new(move |_| {
        session
            .watch(&[Touch::Parts, Touch::Body(n), Touch::Year, Touch::Text(Place::Heading(n))], |draft| {
                let section = outline(draft).into_iter().find(|section| section.part == Some(n));
                section.map(|section| section.tables).unwrap_or_default()
            })
            .unwrap_or_default()
    });
    view! {
        <PartHead n=n />
        <div class="text-form">
            <For each=keyed key=|piece| *piece let:piece>
                {draw_piece(session, n, piece.0, all)}
            </For>
        </div>
        <For each=move || tables.get() key=|table| *table let:table><TableForm table=table /></For>
    }
}

fn draw_piece(session: Session, n: usize, at: usize, all: Memo<Vec<Piece>>) -> AnyView {
    match all.with_untracked(|all| all.get(at).copied()) {
        Some(Piece::Run(_)) => {
            let start = Memo::new(move |_| {
                all.with(|all| match all.get(at) {
                    Some(Piece::Run(start)) => *start,
                    Some(Piece::Embed(..) | Piece::Other) | None => 0,
                })
            });
            let name = Signal::derive(move || format!("narrative.{n}.body.{}", start.get()));
            let text = move || session.look(|draft| run_of_paragraphs(draft, n, start.get())).unwrap_or_default();
            // A field that is taken away while it has the focus is left once more when nothing of it is known any longer.
            let typed = move |text: &str| {
                if let Some(start) = start.try_get_untracked() {
                    session.type_paragraphs(n, start, text);
                }
            };
            paragraphs_field(session, name, format!("正文，第{}段起", at / 2 + 1), Touch::Body(n), text, typed)
        }
        Some(Piece::Embed(_, what)) => {
            let index = Signal::derive(move || {
                all.with(|all| match all.get(at) {
                    Some(Piece::Embed(m, _)) => *m,
                    Some(Piece::Run(_) | Piece::Other) | None => 0,
                })
            });
            view! { <EmbedForm n=n index=index what=what /> }.into_any()
        }
        Some(Piece::Other) => {
            view! { <p class="note embed">"这里有本页不认识的内容，已原样保留，不会印出。"</p> }.into_any()
        }
        None => ().into_any(),
    }
}

/// The heading with its commands: insert a table or a chart, move or remove the part, add one behind it.
#[component]
fn PartHead(n: usize) -> impl IntoView {
    let (session, router) = (Session::here(), Router::here());
    let place = Place::Heading(n);
    let value = move || {
        session.watch(&[Touch::Text(place), Touch::Parts], |draft| draft.text(place)).flatten().unwrap_or_default()
    };
    let count = Memo::new(move |_| session.watch(&[Touch::Parts], |draft| draft.narrative().len()).unwrap_or_default());
    let show = move |n: usize| router.go_to(Screen::Fill(FillPart::Part(n)));
    let add = move |_| {
        let heading = session.look(|draft| next_heading(draft, n)).unwrap_or_default();
        session.edit(Edit::SpliceParts(Splice::insert(n + 1, vec![Part::new(heading)])));
        show(n + 1);
    };
    let remove = move |_| {
        session.edit(Edit::SpliceParts(Splice::remove(n, 1)));
        session.say_undoable("这一部分已去掉");
        show(n.saturating_sub(1));
    };
    let shift = move |to: usize| {
        let part = session.look(|draft| draft.narrative().get(n).cloned()).flatten();
        if let Some(part) = part {
            let edits =
                vec![Edit::SpliceParts(Splice::remove(n, 1)), Edit::SpliceParts(Splice::insert(to, vec![part]))];
            session.edit(Edit::Many(edits));
            show(to);
        }
    };
    let up = move |_: leptos::ev::MouseEvent| shift(n.saturating_sub(1));
    let down = move |_: leptos::ev::MouseEvent| shift(n + 1);
    view! {
        <h1 class="unseen">{value}</h1>
        <div class="part-head">
            <label class="heading-field"><span class="unseen">"标题"</span>
                <input name=place.to_string() class="heading" prop:value=value placeholder="标题，连同序号" readonly=session.read_only()
                    on:input=move |event| session.type_line(place, &event_target_value(&event)) on:blur=move |_| session.seal() />
            </label>
            <div class="group">
                <InsertMenu n=n />
                <button type="button" class="button quiet small" data-action="part-up" aria-label="上移这一部分" title="上移这一部分" disabled=n == 0 on:click=up>{icon(Icon::Up)}</button>
                <button type="button" class="button quiet small" data-action="part-down" aria-label="下移这一部分" title="下移这一部分" disabled=move || { n + 1 >= count.get() } on:click=down>{icon(Icon::Down)}</button>
                <button type="button" class="button quiet small" data-action="part-remove" aria-label="去掉这一部分" title="去掉这一部分" on:click=remove>{icon(Icon::Remove)}</button>
                <button type="button" class="button quiet small" data-action="part-add" aria-label="在后面加一部分" title="在后面加一部分" on:click=add>{icon(Icon::Plus)}</button>
            </div>
        </div>
    }
}

/// The heading of a part added behind another: numbered as the next one.
fn next_heading(draft: &Draft, n: usize) -> String {
    let before = draft.narrative().get(n).and_then(|part| crate::text::mark(&part.heading));
    before.and_then(|mark| mark.style.write(mark.ordinal + 1)).unwrap_or_default()
}

/// The tables that a body can hold in this form.
pub fn insertable(draft: &Draft) -> Vec<TableId> {
    let official =
        draft.form().map(|form| form.tables.iter().map(|table| table.id).collect::<Vec<_>>()).unwrap_or_default();
    official.into_iter().chain([TableId::History, TableId::Channels, TableId::Proposals]).collect()
}
