//! Draws the blocks of a report.

use std::ops::Range;

use leptos::prelude::*;

use super::super::charts::PaperChart;
use crate::block::{Block, Picture, Role, Run, Style, Table, TableCell};
use crate::draft::ChartId;
use crate::pages::split_runs;

/// What is drawn of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// The chart.
    Drawn,
    /// The place where it belongs.
    Place,
}

/// What of a block is marked, each with the class of its weight, and the mark outside the text where it has one.
#[derive(Default)]
pub struct Marked {
    /// Words of a paragraph, in characters from its start.
    pub words: Vec<(Range<usize>, &'static str, Option<AnyView>)>,
    /// Cells of a table, by row and column counted from 0.
    pub cells: Vec<(usize, usize, &'static str, Option<AnyView>)>,
}

/// Draws a block as one element. A paragraph has these classes.
pub fn draw_block(block: &Block, classes: &'static str, drawing: Drawing) -> AnyView {
    draw_block_with(block, classes, drawing, Marked::default())
}

/// The same with what is marked in it.
pub fn draw_block_with(block: &Block, classes: &'static str, drawing: Drawing, marked: Marked) -> AnyView {
    match block {
        Block::Title(lines) => {
            let lines = lines.iter().map(|line| view! { <span>{line.clone()}</span> });
            view! { <h1>{lines.collect_view()}</h1> }.into_any()
        }
        Block::Heading(heading) => view! { <h2>{heading.clone()}</h2> }.into_any(),
        Block::Paragraph(runs) => view! { <p class=classes>{draw_runs(runs, marked)}</p> }.into_any(),
        Block::Table(table) => draw_table(table, marked),
        Block::Picture(Picture { chart, caption, .. }) => {
            let drawn = ChartId::parse(chart).map(|chart| match drawing {
                Drawing::Drawn => view! { <PaperChart chart=chart /> }.into_any(),
                Drawing::Place => view! { <div class="paper-chart" data-chart=chart.name()></div> }.into_any(),
            });
            view! { <figure class="picture">{drawn}<figcaption>{caption.clone()}</figcaption></figure> }.into_any()
        }
        Block::Signature { name, date } => {
            view! { <div class="signature"><p class="name">{name.clone()}</p><p class="date">{date.clone()}</p></div> }
                .into_any()
        }
    }
}

/// The runs of a paragraph. Where marked words overlap, those come whole that begin first.
fn draw_runs(runs: &[Run], mut marked: Marked) -> AnyView {
    marked.words.sort_by_key(|(words, ..)| (words.start, words.end));
    let drawn = |from: usize, to: usize| split_runs(runs, from, to).iter().map(draw_run).collect_view();
    let mut at = 0;
    let mut pieces = Vec::new();
    for (words, class, mark) in marked.words {
        let (start, end) = (words.start.max(at), words.end.max(at));
        pieces.push(drawn(at, start).into_any());
        pieces.push(view! { <mark class=class>{drawn(start, end)}{mark}</mark> }.into_any());
        at = end;
    }
    pieces.push(drawn(at, usize::MAX).into_any());
    pieces.into_any()
}

fn draw_run(run: &Run) -> AnyView {
    let text = breakable(&run.text);
    match run.style {
        Style::Plain => text,
        Style::Second => view! { <span class="second">{text}</span> }.into_any(),
        Style::Third => view! { <b class="third">{text}</b> }.into_any(),
    }
}

/// A break opportunity between ” and “, and between 》 and 《: without it Chromium keeps them together, and
/// justification tears the line.
fn breakable(text: &str) -> AnyView {
    let mut pieces = Vec::new();
    let mut start = 0;
    for pair in ["”“", "》《"] {
        for (at, _) in text.match_indices(pair) {
            pieces.push(at + pair.chars().next().map_or(0, char::len_utf8));
        }
    }
    pieces.sort_unstable();
    let mut drawn = Vec::new();
    for at in pieces {
        drawn.push(view! { {text.get(start..at).unwrap_or_default().to_owned()}<wbr /> }.into_any());
        start = at;
    }
    drawn.push(text.get(start..).unwrap_or_default().to_owned().into_any());
    drawn.into_any()
}

fn draw_table(table: &Table, mut marked: Marked) -> AnyView {
    let total: u16 = table.widths.iter().sum();
    let columns = table.widths.iter().map(|width| {
        let percent = u32::from(*width) * 10_000 / u32::from(total.max(1));
        view! { <col style:width=format!("{}.{:02}%", percent / 100, percent % 100) /> }
    });
    let mut rows: Vec<Vec<AnyView>> = table.rows.iter().map(|_| Vec::new()).collect();
    table.each_cell(|cell, row, column| {
        let mark = marked.cells.iter_mut().find(|mark| (mark.0, mark.1) == (row, column));
        if let Some(row) = rows.get_mut(row) {
            row.push(draw_cell(cell, mark.map(|(.., class, mark)| (*class, mark.take()))));
        }
    });
    let mut rows = rows.into_iter().map(|cells| view! { <tr>{cells}</tr> });
    let head: Vec<_> = rows.by_ref().take(table.head_rows).collect();
    let head = (!head.is_empty()).then(|| view! { <thead>{head}</thead> });
    let caption = (!table.caption.is_empty()).then(|| view! { <caption>{table.caption.clone()}</caption> });
    view! {
        <table data-table=table.id.clone()>
            {caption}<colgroup>{columns.collect_view()}</colgroup>{head}<tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn draw_cell(cell: &TableCell, mark: Option<(&'static str, Option<AnyView>)>) -> AnyView {
    let span = |count: u16| (count > 1).then(|| count.to_string());
    let (rowspan, colspan) = (span(cell.row_span), span(cell.column_span));
    let text = cell.content.to_string();
    match cell.role {
        Role::ColumnHead => view! { <th rowspan=rowspan colspan=colspan>{in_words(&text)}</th> }.into_any(),
        Role::RowHead => {
            let upright = cell.upright || TableCell::is_upright(cell.row_span);
            let class = if upright { "row-head upright" } else { "row-head" };
            let words = if cell.row_span > 1 && !upright { numbered(&text) } else { text.into_any() };
            view! { <th class=class scope="row" rowspan=rowspan colspan=colspan><span>{words}</span></th> }.into_any()
        }
        Role::Value => {
            let (class, mark) = mark.map_or((None, None), |(class, mark)| (Some(format!("marked {class}")), mark));
            view! { <td class=class rowspan=rowspan colspan=colspan>{text}{mark}</td> }.into_any()
        }
    }
}

/// The words of a head, which break in a narrow column only between two words: most have two characters (商业 企业, 法律 服务 机构).
fn in_words(text: &str) -> AnyView {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() < 4 || characters.len() % 2 == 1 || text.contains(|c: char| c.is_ascii() || c.is_whitespace()) {
        return text.to_owned().into_any();
    }
    let words = characters.chunks(2).enumerate().map(|(n, word)| {
        let word: String = word.iter().collect();
        view! { {(n > 0).then(|| view! { <wbr /> })}{word} }
    });
    view! { <span class="in-words">{words.collect_view()}</span> }.into_any()
}

/// The label of a group: its number may stand by itself, （三） above 不予公开.
fn numbered(text: &str) -> AnyView {
    match text.split_once('）').filter(|(number, rest)| number.starts_with('（') && !rest.is_empty()) {
        Some((number, rest)) => {
            let number = format!("{number}）");
            view! { <span class="in-words">{number}<wbr />{rest.to_owned()}</span> }.into_any()
        }
        None => text.to_owned().into_any(),
    }
}
