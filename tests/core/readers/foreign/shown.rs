//! A document beside what is listed of it.

use nianbao::block::{Block, Table, TableCell};
use nianbao::read::Document;
use serde_json::{Map, Value};

use super::super::kind_of;
use super::super::written::{squares, words};

/// A document as it is compared: white space makes no difference.
pub struct Shown {
    paragraphs: Vec<String>,
    tables: Vec<Grid>,
    all: String,
}

/// A table as rows of squares; a cell that covers several stands in its first, nothing in the others.
struct Grid {
    squares: Vec<Vec<Option<String>>>,
    /// The cells of each row that begin there.
    own: Vec<Vec<String>>,
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What is listed as a value: a remark in brackets behind it is none of it.
fn listed(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let bare = text.split(" (").next().unwrap_or_default();
    if bare.starts_with('(') { String::new() } else { compact(bare) }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().map(|list| list.iter().map(listed).collect()).unwrap_or_default()
}

fn is_same(found: &str, wanted: &str) -> bool {
    let number = |text: &str| text.parse::<rust_decimal::Decimal>().ok();
    // A program may show fewer digits than its file holds.
    let is_rounded = || {
        let (found, wanted) = (number(found)?, number(wanted)?);
        Some(wanted.round_dp(found.scale()) == found)
    };
    found == wanted || is_rounded().unwrap_or(false)
}

impl Grid {
    fn of(table: &Table) -> Self {
        let squares =
            squares(table).into_iter().map(|row| row.into_iter().map(|text| text.map(|text| compact(&text))).collect());
        let cells = |row: &Vec<_>| row.iter().map(|cell: &TableCell| compact(&cell.content.to_string())).collect();
        Self { squares: squares.collect(), own: table.rows.iter().map(cells).collect() }
    }

    fn at(&self, row: usize, column: usize) -> &str {
        self.squares.get(row).and_then(|row| row.get(column)).and_then(Option::as_deref).unwrap_or_default()
    }

    fn rows(&self) -> usize {
        self.squares.len()
    }

    fn columns(&self) -> usize {
        self.squares.first().map_or(0, Vec::len)
    }
}

/// Row and column of a cell by its name (B12), counted from 0.
fn square(name: &str) -> Option<(usize, usize)> {
    let name = name.rsplit('!').next()?;
    let letters = name.chars().take_while(char::is_ascii_uppercase);
    let column = letters.fold(0, |column, letter| column * 26 + (letter as usize - 'A' as usize) + 1);
    let row: usize = name.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

impl Shown {
    /// What is shown of a document.
    pub fn of(document: &Document) -> Self {
        let (mut paragraphs, mut tables, mut all) = (Vec::new(), Vec::new(), String::new());
        for block in &document.blocks {
            match block {
                Block::Paragraph(runs) => {
                    paragraphs.push(compact(&words(runs)));
                    all += &compact(&words(runs));
                }
                Block::Table(table) => {
                    let grid = Grid::of(table);
                    all += &compact(&table.caption);
                    all.extend(grid.own.iter().flatten().map(String::as_str));
                    tables.push(grid);
                }
                Block::Title(_) | Block::Heading(_) | Block::Picture(_) | Block::Signature { .. } => {
                    panic!("readers give paragraphs and tables")
                }
            }
        }
        Self { paragraphs, tables, all }
    }

    /// What is listed and is not there. Words of the list that say nothing that can be checked are passed over.
    pub fn lacks(&self, file: &str, expect: &Map<String, Value>) -> Vec<String> {
        let mut faults = Vec::new();
        if self.all.contains('\u{fffd}') {
            faults.push("has bytes without meaning".to_owned());
        }
        for (name, value) in expect {
            let found = match name.as_str() {
                // A web page shows its title beside itself.
                "title" if kind_of(file) == "html" => true,
                "contains"
                | "paragraphs_contain"
                | "lines_page_1"
                | "body_joined_contains"
                | "joined_contains"
                | "first_lines"
                | "numbered_paragraphs_contain"
                | "header" => self.has_words(&strings(value)),
                "text" | "title" | "first_paragraph" | "last_text" | "date" | "paragraph" | "heading" | "once_only" => {
                    self.has_words(&[listed(value)])
                }
                "paragraphs" if value.is_array() => self.has_words(&strings(value)),
                "first_paragraph_starts" => self.begins(0, &listed(value)),
                "paragraph_2_starts" => self.begins(1, &listed(value)),
                "last_paragraph" => self.paragraphs.last().is_some_and(|last| *last == listed(value)),
                "not_numbered" => strings(value).iter().all(|text| self.paragraphs.contains(text)),
                "page_numbers_out" => strings(value).iter().all(|text| !self.paragraphs.contains(text)),
                "numbers" => self.has_numbers(value),
                "cells" | "title_cell" => self.has_cells(value),
                "blank" => {
                    strings(value).iter().all(|name| self.tables.first().is_some_and(|grid| is_blank(grid, name)))
                }
                "same_cell" => self.have_one_cell(value),
                "rows" if value.is_array() => {
                    value.as_array().is_some_and(|rows| rows.iter().all(|row| self.has_row(row)))
                }
                "rows" => self.tables.iter().any(|grid| is_near(grid.rows(), self.paragraphs.len(), value)),
                "columns" => self.tables.iter().any(|grid| is_near(grid.columns(), 0, value)),
                "tables" => self.has_tables(value),
                "outer_table" => self.tables.first().is_some_and(|grid| is_table(grid, value)),
                _ => true,
            };
            if !found {
                faults.push(format!("lacks {name}: {value}"));
            }
            if name == "once_only" && self.all.matches(&listed(value)).count() != 1 {
                faults.push(format!("has more than once: {value}"));
            }
        }
        faults
    }

    fn has_words(&self, words: &[String]) -> bool {
        words.iter().all(|words| self.all.contains(words.as_str()))
    }

    fn begins(&self, n: usize, words: &str) -> bool {
        self.paragraphs.get(n).is_some_and(|paragraph| paragraph.starts_with(words))
    }

    fn has_numbers(&self, value: &Value) -> bool {
        value.as_object().is_some_and(|numbers| {
            numbers.iter().all(|(text, number)| {
                let is_numbered = |paragraph: &String| {
                    paragraph.ends_with(&compact(text)) && paragraph.starts_with(&number.to_string())
                };
                self.paragraphs.iter().any(is_numbered)
            })
        })
    }

    /// Cells by their names, wherever the table begins; or whole rows.
    fn has_cells(&self, value: &Value) -> bool {
        if let Some(rows) = value.as_array() {
            return rows.iter().all(|row| self.has_row(row));
        }
        let Some(cells) = value.as_object() else { return true };
        cells.iter().all(|(name, text)| {
            let Some((row, column)) = square(name) else { return true };
            let is_there = |grid: &Grid, up: usize, left: usize| {
                let (row, column) = (row.checked_sub(up), column.checked_sub(left));
                row.zip(column).is_some_and(|(row, column)| is_same(grid.at(row, column), &listed(text)))
            };
            // The title of a sheet is a paragraph before its table.
            self.tables.iter().any(|grid| (0..6).any(|up| (0..6).any(|left| is_there(grid, up, left))))
                || (row == 0 && self.paragraphs.contains(&listed(text)))
        })
    }

    /// Whether a row of a table begins with these cells.
    fn has_row(&self, row: &Value) -> bool {
        let wanted = strings(row);
        let is_row = |found: &Vec<Option<String>>| {
            let from = found.iter().position(|text| text.as_ref().is_some_and(|text| !text.is_empty())).unwrap_or(0);
            let begins = |from: usize| {
                wanted.iter().enumerate().all(|(n, wanted)| {
                    let found = found.get(from + n).and_then(Option::as_deref).unwrap_or_default();
                    is_same(found, wanted) || (wanted.len() == 1 && found.is_empty())
                })
            };
            begins(0) || begins(from)
        };
        self.tables.iter().flat_map(|grid| &grid.squares).any(is_row)
    }

    fn have_one_cell(&self, value: &Value) -> bool {
        let groups: Vec<Vec<String>> = value.as_array().into_iter().flatten().map(strings).collect();
        let has_all = |group: &Vec<String>| {
            let mut cells = self.tables.iter().flat_map(|grid| grid.own.iter().flatten());
            cells.any(|cell| group.iter().all(|words| cell.contains(words.as_str())))
        };
        groups.iter().all(has_all)
    }

    fn has_tables(&self, value: &Value) -> bool {
        let Some(wanted) = value.as_array() else { return size(value).is_none_or(|count| count == self.tables.len()) };
        wanted.len() <= self.tables.len() && self.tables.iter().zip(wanted).all(|(grid, wanted)| is_table(grid, wanted))
    }
}

fn size(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

/// So many blank rows a sheet may have around its table, which are left out.
const BLANK: usize = 3;

/// Whether a table has as many rows or columns as a sheet, but for those that stand outside and blank ones around it.
fn is_near(found: usize, outside: usize, listed: &Value) -> bool {
    size(listed).is_some_and(|listed| (found..=found + outside + BLANK).contains(&listed))
}

fn is_blank(grid: &Grid, name: &str) -> bool {
    square(name).is_none_or(|(row, column)| grid.at(row, column).is_empty())
}

/// Whether a table has so many rows and columns, and these cells.
fn is_table(grid: &Grid, wanted: &Value) -> bool {
    let by_row = |member: &str, found: &Vec<Vec<String>>| {
        let rows = wanted.get(member).and_then(Value::as_array);
        rows.is_none_or(|rows| {
            rows.iter().zip(found).all(|(row, found)| {
                // What is said of a cell in other words is passed over.
                strings(row).iter().zip(found).all(|(wanted, found)| wanted.contains('（') || wanted == found)
            })
        })
    };
    let by_place = wanted.get("cells").and_then(Value::as_object).is_none_or(|cells| {
        cells.iter().all(|(place, text)| {
            let numbers: Vec<usize> = place.split(',').filter_map(|number| number.parse().ok()).collect();
            let [row, column] = numbers[..] else { return true };
            grid.at(row - 1, column - 1).starts_with(listed(text).trim_end_matches('.'))
        })
    });
    let plain: Vec<Vec<String>> =
        grid.squares.iter().map(|row| row.iter().map(|text| text.clone().unwrap_or_default()).collect()).collect();
    wanted.get("rows").and_then(size).is_none_or(|rows| rows == grid.rows())
        && wanted.get("columns").and_then(size).is_none_or(|columns| columns == grid.columns())
        && by_row("cells", &plain)
        && by_row("cells_by_row", &grid.own)
        && by_place
}
