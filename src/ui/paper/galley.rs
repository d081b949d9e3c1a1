//! The galley: the whole report in one long column out of sight, by which the heights of its lines and rows are known.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

use crate::block::Block;
use crate::pages::{Measured, Sheet, sheets};

/// How high a line of the text is, in pixels of CSS times 22.
const PITCH_22: u32 = 850;

/// The pages of a report of which a galley shows each block as one of its children, in their order.
pub fn pages(galley: &Element, blocks: &[Block]) -> Vec<Sheet> {
    let shown: Vec<Element> = (0..galley.children().length()).filter_map(|at| galley.children().item(at)).collect();
    let mut bottom = None;
    let mut measured = Vec::new();
    for (block, element) in blocks.iter().zip(&shown) {
        let (top, end) = edges(element);
        let above = bottom.map_or(0, |bottom| hundredths(top - bottom));
        bottom = Some(end);
        measured.push(Measured { above, ..measure(block, element) });
    }
    sheets(blocks, &measured, |block, line| {
        let lines = measured.get(block).map_or(1, |measured| measured.pieces.len());
        shown.get(block).map_or(0, |paragraph| line_start(paragraph, line, lines))
    })
}

/// Where an element begins and ends, in whole pixels of CSS. What is rounded here does not add up: heights are taken between two places.
fn edges(element: &Element) -> (i32, i32) {
    let rect = element.get_bounding_client_rect();
    (whole(rect.top()), whole(rect.bottom()))
}

/// A place in whole pixels of CSS.
#[allow(clippy::cast_possible_truncation, reason = "a place in a column is far below two thousand million pixels")]
pub fn whole(place: f64) -> i32 {
    place.round() as i32
}

fn hundredths(pixels: i32) -> u32 {
    u32::try_from(pixels).unwrap_or(0) * 100
}

fn measure(block: &Block, element: &Element) -> Measured {
    let (top, bottom) = edges(element);
    let height = hundredths(bottom - top);
    match block {
        Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => {
            Measured { pieces: vec![height], ..Measured::default() }
        }
        Block::Paragraph(_) => {
            let lines = lines(height);
            let piece = height / u32::try_from(lines).unwrap_or(1).max(1);
            Measured { pieces: vec![piece; lines], ..Measured::default() }
        }
        Block::Table(_) => measure_table(element, top, bottom),
    }
}

/// How many lines of the text are so high; a paragraph has one at least, though it be empty.
fn lines(height: u32) -> usize {
    usize::try_from((height * 22 / 100 + PITCH_22 / 2) / PITCH_22).unwrap_or(1).max(1)
}

fn measure_table(table: &Element, top: i32, bottom: i32) -> Measured {
    let all = |selector: &str| -> Vec<Element> {
        let found = table.query_selector_all(selector).ok();
        let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.item(at)));
        found.filter_map(|node| node.dyn_into().ok()).collect()
    };
    let rows = all(":scope > tbody > tr");
    let tops: Vec<i32> = rows.iter().map(|row| edges(row).0).chain([bottom]).collect();
    let first = tops.first().copied().unwrap_or(bottom);
    let again = all(":scope > thead").first().map_or(0, |head| {
        let (top, bottom) = edges(head);
        hundredths(bottom - top)
    });
    let pieces = tops.windows(2).map(|pair| match pair {
        [this, next] => hundredths(next - this),
        _ => 0,
    });
    // The caption is a part of the table's box in some browsers and stands above it in others.
    let top = all(":scope > caption").first().map_or(top, |caption| edges(caption).0.min(top));
    Measured { above: 0, head: hundredths(first - top), again, pieces: pieces.collect() }
}

/// With which character a line of a paragraph begins. Lines only go down, so the character is found by halving.
fn line_start(paragraph: &Element, line: usize, lines: usize) -> usize {
    let mut characters = Vec::new();
    gather(paragraph, &mut characters);
    let (top, bottom) = edges(paragraph);
    let Some(range) = paragraph.owner_document().and_then(|document| document.create_range().ok()) else { return 0 };
    let is_below = |at: &(Node, u32, u32)| {
        middle(&range, at).is_some_and(|middle| {
            let all = i64::from(bottom - top).max(1);
            let lines = i64::try_from(lines).unwrap_or(1);
            i64::from(middle - top) * lines / all >= i64::try_from(line).unwrap_or(0)
        })
    };
    characters.partition_point(|at| !is_below(at))
}

/// The characters below a node, each with its text and where it stands in that, in units of UTF-16.
fn gather(node: &Node, into: &mut Vec<(Node, u32, u32)>) {
    if node.node_type() == Node::TEXT_NODE {
        let mut at = 0;
        for c in node.text_content().unwrap_or_default().chars() {
            let length = if c.len_utf16() == 2 { 2 } else { 1 };
            into.push((node.clone(), at, at + length));
            at += length;
        }
        return;
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|at| children.item(at)).for_each(|child| gather(&child, into));
}

/// The height at which a character stands.
fn middle(range: &Range, (node, from, to): &(Node, u32, u32)) -> Option<i32> {
    range.set_start(node, *from).ok()?;
    range.set_end(node, *to).ok()?;
    let rect = range.get_bounding_client_rect();
    Some(i32::midpoint(whole(rect.top()), whole(rect.bottom())))
}

/// How wide the inside of an element is, in pixels of CSS.
pub fn width_within(element: &HtmlElement) -> u32 {
    u32::try_from(element.client_width()).unwrap_or(0)
}
