//! The original: its text and tables, with marks at the words that were read.

use std::collections::HashMap;
use std::ops::Range;

use leptos::prelude::*;

use super::preview::{Pointed, Preview};
use super::slices::in_slices;
use crate::block::{Block, TableCell, unstyled};

/// So many blocks are drawn; a report has a few hundred.
const DRAWN: usize = 1500;

/// So many blocks are drawn in a frame.
const SLICE: usize = 12;

/// The words of a text that are marked: their bytes, and what they are the source of.
type Marks = Vec<(Range<usize>, Pointed)>;

/// A text of the document: the block, and the cell where it is a table.
type At = (usize, Option<(usize, usize)>);

/// The original.
#[component]
pub fn Original(preview: Preview) -> impl IntoView {
    let marks = StoredValue::new_local(marks(preview));
    let all = preview.report.with_value(|report| report.document.blocks.len());
    let (count, more) = (all.min(DRAWN), all.saturating_sub(DRAWN));
    let drawn = in_slices(count, SLICE, move |at| {
        preview
            .report
            .with_value(|report| {
                let block = report.document.blocks.get(at)?;
                Some(marks.with_value(|marks| draw(preview, at, block, marks)))
            })
            .into_any()
    });
    let more =
        (more > 0).then(|| view! { <p class="note">{format!("后面还有 {more} 段，没有画出来，内容都已读到。")}</p> });
    view! {
        <section class="side-source" aria-labelledby="import-source">
            <header class="side-head">
                <h2 id="import-source">"原件"</h2>
                <span class="legend"><mark class="certain">"568"</mark>" 读到"</span>
                <span class="legend"><mark class="ambiguous">"6051"</mark>" 要选"</span>
                <span class="legend"><mark class="left">"页眉"</mark>" 没有采用"</span>
            </header>
            <div class="scroll" tabindex="0" aria-label="原件的文字">
                <article class="sheet">{drawn}{more}</article>
            </div>
        </section>
    }
}

/// The marks of every text.
fn marks(preview: Preview) -> HashMap<At, Marks> {
    let mut all: HashMap<At, Marks> = HashMap::new();
    let pointed: Vec<Pointed> = preview.report.with_value(|report| {
        let read = &report.understood;
        let figures = (0..read.figures.len()).map(Pointed::Figure);
        let choices = (0..read.choices.len()).map(Pointed::Choice);
        let left = (0..read.left.len()).map(Pointed::Left);
        choices.chain(figures).chain(left).collect()
    });
    for pointed in pointed {
        for source in preview.sources(pointed) {
            all.entry((source.block, source.cell)).or_default().push((source.range, pointed));
        }
    }
    for marks in all.values_mut() {
        marks.sort_by_key(|(range, _)| (range.start, range.end));
        // Of words that several things come from the first is marked.
        let mut end = 0;
        marks.retain(|(range, _)| {
            let is_free = range.start >= end && range.end > range.start;
            if is_free {
                end = range.end;
            }
            is_free
        });
    }
    all
}

fn draw(preview: Preview, at: usize, block: &Block, marks: &HashMap<At, Marks>) -> AnyView {
    let of = |cell| marks.get(&(at, cell)).map(Vec::as_slice).unwrap_or_default();
    match block {
        Block::Title(lines) => view! { <p>{text(preview, &lines.join("\n"), of(None))}</p> }.into_any(),
        Block::Heading(words) => view! { <p>{text(preview, words, of(None))}</p> }.into_any(),
        Block::Paragraph(runs) => {
            let words = unstyled(runs);
            view! { <p>{text(preview, &words, of(None))}</p> }.into_any()
        }
        Block::Table(table) => {
            let cell = |row: usize, index: usize, cell: &TableCell| {
                let span = |count: u16| (count > 1).then(|| count.to_string());
                let words = cell.content.to_string();
                view! {
                    <td rowspan=span(cell.row_span) colspan=span(cell.column_span)>{text(preview, &words, of(Some((row, index))))}</td>
                }
            };
            let rows = table.rows.iter().enumerate().map(|(row, cells)| {
                view! { <tr>{cells.iter().enumerate().map(|(index, own)| cell(row, index, own)).collect_view()}</tr> }
            });
            let caption = (!table.caption.is_empty()).then(|| view! { <caption>{table.caption.clone()}</caption> });
            view! { <div class="wide"><table>{caption}<tbody>{rows.collect_view()}</tbody></table></div> }.into_any()
        }
        Block::Picture(_) | Block::Signature { .. } => ().into_any(),
    }
}

/// A text with its marks.
fn text(preview: Preview, words: &str, marks: &[(Range<usize>, Pointed)]) -> AnyView {
    let mut drawn = Vec::new();
    let mut from = 0;
    for (range, pointed) in marks {
        let (Some(before), Some(marked)) = (words.get(from..range.start), words.get(range.clone())) else { continue };
        drawn.push(before.to_owned().into_any());
        let pointed = *pointed;
        let class = match pointed {
            Pointed::Choice(_) => "ambiguous",
            Pointed::Left(_) => "left",
            Pointed::Figure(_) | Pointed::Blank(_) | Pointed::Text(_) => "certain",
        };
        let is = move || preview.pointed.get() == Some(pointed);
        drawn.push(
            view! {
                <mark class=class class:pointed=is data-mark=pointed.name() on:click=move |_| preview.point(pointed)>{marked.to_owned()}</mark>
            }
            .into_any(),
        );
        from = range.end;
    }
    drawn.push(words.get(from..).unwrap_or_default().to_owned().into_any());
    drawn.into_any()
}
