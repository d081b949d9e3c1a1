//! What the objects of a page draw: text and rules. GB/T 33190, 7.8 (layers), 9 (paths), 11 (text), 13 (composite objects).

use std::collections::HashMap;

use super::measure::{Matrix, ONE, distances, number, numbers, points, product};
use crate::read::limits::{DEEPEST, MOST_TEXT, too_large};
use crate::read::xml::Element;
use crate::read::{Line, Page, PlacedText, Refusal};

/// The most objects of all pages, those of templates and composite objects counted as often as they are drawn.
const MOST_OBJECTS: usize = 1_000_000;
/// What is thicker is no rule, in millimetres.
const THICKEST: i64 = ONE * 106 / 100;
/// So much may a rule rise from end to end, in millimetres.
const SLOPE: i64 = ONE / 6;

/// Draws pages one after the other.
#[derive(Debug, Default)]
pub struct Pen<'t> {
    /// What composite objects are made of, by their number.
    pub units: HashMap<String, Element<'t>>,
    objects: usize,
    /// How many letters were drawn so far, as often as they are drawn.
    letters: usize,
}

impl<'t> Pen<'t> {
    /// Draws what is in an element: its layers, blocks and objects.
    ///
    /// # Errors
    /// Where there are more objects than are read.
    pub fn draw(&mut self, content: Element<'_>, matrix: Matrix, page: &mut Page) -> Result<(), Refusal> {
        // The units are needed while others of them are drawn.
        let units = std::mem::take(&mut self.units);
        let drawn = self.block(content, matrix, page, &units, 0);
        self.units = units;
        drawn
    }

    fn block(
        &mut self,
        content: Element<'_>,
        matrix: Matrix,
        page: &mut Page,
        units: &HashMap<String, Element<'t>>,
        depth: usize,
    ) -> Result<(), Refusal> {
        // A composite object that is made of itself.
        if depth > DEEPEST {
            return Ok(());
        }
        for object in content.elements() {
            self.objects += 1;
            if self.objects > MOST_OBJECTS {
                return Err(too_large());
            }
            let is = |name: &str, value: &str| object.attribute(name).is_some_and(|own| own == value);
            if is("Visible", "false") || is("Alpha", "0") {
                continue;
            }
            match object.name().1 {
                "Layer" | "PageBlock" | "Content" => self.block(object, matrix, page, units, depth + 1)?,
                "TextObject" => {
                    self.letters = self.letters.saturating_add(text(object, placed(object, matrix), page));
                    if self.letters > MOST_TEXT {
                        return Err(too_large());
                    }
                }
                "PathObject" => path(object, placed(object, matrix), page),
                "CompositeObject" => {
                    if let Some(unit) = object.attribute("ResourceID").and_then(|id| units.get(&*id)) {
                        self.block(*unit, placed(object, matrix), page, units, depth + 1)?;
                    }
                }
                _ => (),
            }
        }
        Ok(())
    }
}

/// How places in an object become places on the page.
fn placed(object: Element<'_>, outer: Matrix) -> Matrix {
    let own = Matrix::of(&numbers(&object.attribute("CTM").unwrap_or_default()));
    let boundary = numbers(&object.attribute("Boundary").unwrap_or_default());
    let [x, y] = [0, 1].map(|at| boundary.get(at).copied().unwrap_or_default());
    own.moved(x, y).then(outer)
}

/// A text object: a piece for each stretch of letters that follow each other closely. Gives how many letters there were.
fn text(object: Element<'_>, matrix: Matrix, page: &mut Page) -> usize {
    let length = |element: Element<'_>, name: &str| element.attribute(name).and_then(|text| number(&text));
    let mut count = 0;
    let size = length(object, "Size").unwrap_or(0);
    let stretch = length(object, "HScale").unwrap_or(ONE);
    let (mut x, mut y) = (0, 0);
    for code in object.all("TextCode") {
        x = length(code, "X").unwrap_or(x);
        y = length(code, "Y").unwrap_or(y);
        let letters: Vec<char> = code.text().chars().filter(|letter| !matches!(letter, '\n' | '\r')).collect();
        count += letters.len();
        let across = code.attribute("DeltaX").map(|text| distances(&text, letters.len()));
        let down = code.attribute("DeltaY").map(|text| distances(&text, letters.len()));
        let mut piece = Stretch::new(size, stretch, matrix);
        let (mut at_x, mut at_y) = (x, y);
        for (index, letter) in letters.iter().enumerate() {
            piece.take(*letter, at_x, at_y, page);
            let natural = if down.is_some() { 0 } else { piece.width(*letter) };
            let step = |list: Option<&Vec<i64>>, other: i64| {
                list.map_or(other, |list| list.get(index).copied().unwrap_or(other))
            };
            at_x = at_x.saturating_add(step(across.as_ref(), natural));
            at_y = at_y.saturating_add(step(down.as_ref(), 0));
        }
        piece.end(page);
    }
    count
}

/// Letters on one base line that follow each other closely.
struct Stretch {
    size: i64,
    across: i64,
    matrix: Matrix,
    words: String,
    from: (i64, i64),
    /// Where the next letter is expected.
    to: i64,
}

impl Stretch {
    fn new(size: i64, across: i64, matrix: Matrix) -> Self {
        Self { size, across, matrix, words: String::new(), from: (0, 0), to: 0 }
    }

    /// How wide a letter is; the fonts are not read.
    fn width(&self, letter: char) -> i64 {
        product(self.size * crate::read::layout::halves(letter) / 2, self.across)
    }

    fn take(&mut self, letter: char, x: i64, y: i64, page: &mut Page) {
        let gap = x.saturating_sub(self.to);
        let is_near = y == self.from.1 && gap <= self.size / 2 && gap >= -self.size * 3 / 4;
        if !self.words.is_empty() && !is_near {
            self.end(page);
        }
        if self.words.is_empty() {
            self.from = (x, y);
        }
        self.words.push(letter);
        self.to = x.saturating_add(self.width(letter));
    }

    fn end(&mut self, page: &mut Page) {
        let text = std::mem::take(&mut self.words);
        let (along, across) = self.matrix.scales();
        let (x, y) = self.matrix.place(self.from.0, self.from.1);
        if !text.trim().is_empty() {
            page.texts.push(PlacedText {
                x: points(x),
                y: points(y),
                width: points(product(self.to.saturating_sub(self.from.0), along)),
                height: points(product(self.size, across)),
                turn: self.matrix.turn(),
                text,
            });
        }
    }
}

/// A path: its rules, strokes and thin filled shapes.
fn path(object: Element<'_>, matrix: Matrix, page: &mut Page) {
    let Some(steps) = object.named("AbbreviatedData") else { return };
    let is_stroked = object.attribute("Stroke").is_none_or(|own| own != "false");
    let is_filled = object.attribute("Fill").is_some_and(|own| own == "true");
    let width = object.attribute("LineWidth").and_then(|text| number(&text)).unwrap_or(ONE * 353 / 1000);
    let is_thin = product(width, matrix.scales().0) <= THICKEST;
    for shape in shapes(&steps.text(), matrix) {
        if is_stroked && is_thin {
            for pair in shape.windows(2) {
                let [(x0, y0), (x1, y1)] = *pair else { break };
                rule(x0, y0, x1, y1, page);
            }
        }
        let (xs, ys) = (shape.iter().map(|(x, _)| *x), shape.iter().map(|(_, y)| *y));
        let [Some(left), Some(right)] = [xs.clone().min(), xs.max()] else { continue };
        let [Some(top), Some(bottom)] = [ys.clone().min(), ys.max()] else { continue };
        let (across, down) = (right - left, bottom - top);
        if is_filled && down <= THICKEST && across > down {
            let y = i64::midpoint(top, bottom);
            rule(left, y, right, y, page);
        } else if is_filled && across <= THICKEST && down > across {
            let x = i64::midpoint(left, right);
            rule(x, top, x, bottom, page);
        }
    }
}

fn rule(x0: i64, y0: i64, x1: i64, y1: i64, page: &mut Page) {
    let (across, down) = ((x1 - x0).abs(), (y1 - y0).abs());
    if across.min(down) <= SLOPE && across.max(down) > SLOPE {
        page.lines.push(Line { x0: points(x0), y0: points(y0), x1: points(x1), y1: points(y1) });
    }
}

/// The corners of each part of a path on the page. Parts with curves are left out.
fn shapes(steps: &str, matrix: Matrix) -> Vec<Vec<(i64, i64)>> {
    let mut all: Vec<Vec<(i64, i64)>> = Vec::new();
    let mut shape: Vec<(i64, i64)> = Vec::new();
    let mut is_curved = false;
    let mut words = steps.split_ascii_whitespace();
    let mut end = |shape: &mut Vec<(i64, i64)>, is_curved: &mut bool| {
        let shape = std::mem::take(shape);
        if shape.len() > 1 && !std::mem::take(is_curved) {
            all.push(shape);
        }
    };
    while let Some(word) = words.next() {
        let count = match word {
            "S" | "M" | "L" => 2,
            "Q" => 4,
            "B" => 6,
            "A" => 7,
            _ => 0,
        };
        let values: Vec<i64> = words.by_ref().take(count).map_while(number).collect();
        if values.len() < count {
            break;
        }
        match (word, values.as_slice()) {
            ("C", _) => {
                let first = shape.first().copied();
                shape.extend(first);
                end(&mut shape, &mut is_curved);
                shape.extend(first);
            }
            ("S" | "M", [x, y]) => {
                end(&mut shape, &mut is_curved);
                shape.push(matrix.place(*x, *y));
            }
            ("L", [x, y]) => shape.push(matrix.place(*x, *y)),
            (_, [.., x, y]) => {
                is_curved = true;
                shape.push(matrix.place(*x, *y));
            }
            _ => (),
        }
    }
    end(&mut shape, &mut is_curved);
    all
}
