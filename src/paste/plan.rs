//! What a paste changes: each cell with what was pasted and what it becomes, by what the clerk chose.

use super::align::{Aligned, align};
use super::categories::align_categories;
use super::squares::Squares;
use super::words::{Meaning, meaning};
use crate::calc::{is_total, shown};
use crate::draft::{CellValue, Draft, Edit, Proposal, Splice};
use crate::form::{Grid, Place, TableId};
use crate::sheet::{Layout, Region};
use crate::value::Figure;

/// What a pasted square is in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A figure as the cell shows it.
    Plain(Figure),
    /// A figure once its unit, its separators or its width are put straight.
    Tidied(Figure),
    /// A mark for nothing: —, /, 无.
    Dash,
    /// Nothing.
    Blank,
    /// The sum of other cells, which the table adds up by itself.
    Sum(Figure),
    /// A number that its program did not show: ####.
    Hidden,
    /// Words where a figure is meant.
    Words,
    /// Words where words are meant.
    Text,
}

/// A pasted square in its cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The cell.
    pub place: Place,
    /// The row of the square among the pasted ones.
    pub row: usize,
    /// The column of the square among the pasted ones.
    pub column: usize,
    /// Its words.
    pub words: String,
    /// What it is there.
    pub what: What,
}

/// Something that can be done in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Figures are put straight: 27件, 1,234, ２１.
    Tidied,
    /// A mark for nothing is 0.
    Dashes,
    /// What is blank is 0; or else the cell stays as it is.
    Blanks,
    /// A total that differs from its sum is stated; or else it is left to the sum.
    Sums,
}

/// What the clerk chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices(u8);

impl Default for Choices {
    /// Figures are put straight and marks for nothing are 0; blanks and totals change nothing.
    fn default() -> Self {
        Self(0).turned(Choice::Tidied).turned(Choice::Dashes)
    }
}

impl Choices {
    /// Whether something is chosen.
    pub fn has(self, choice: Choice) -> bool {
        self.0 & (1 << choice as u8) != 0
    }

    /// The same with one of them turned over.
    #[must_use]
    pub fn turned(self, choice: Choice) -> Self {
        Self(self.0 ^ (1 << choice as u8))
    }
}

/// What a paste comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The squares that belong to a cell.
    pub items: Vec<Item>,
    /// The squares with a value that belong to none.
    pub outside: Vec<(usize, usize)>,
    /// How many squares are labels.
    pub labels: usize,
    /// Whether labels said where the rows belong.
    pub by_labels: bool,
    /// How many rows the table has to be given for it.
    pub added: usize,
}

impl Plan {
    /// What comes of squares that are pasted into a table in which a region is selected.
    pub fn of(draft: &Draft, grid: &Grid, layout: &Layout, squares: &Squares, selected: Region) -> Self {
        // A word for one cell is that cell's.
        let is_one = squares.size() == (1, 1);
        let category = layout.within(selected).find_map(|cell| cell.place?.index_in(Place::Table(TableId::Proposals)));
        let categories = category.filter(|_| !is_one).and_then(|from| align_categories(draft, squares, from));
        let aligned = categories.unwrap_or_else(|| align(grid, layout, squares, selected));
        let Aligned { targets, outside, labels, by_labels } = aligned;
        let item = |target: super::align::Target| {
            let words = squares.at(target.row, target.column)?.to_owned();
            let what = what(draft, target.place, &words)?;
            Some(Item { place: target.place, row: target.row, column: target.column, words, what })
        };
        let items: Vec<Item> = targets.into_iter().filter_map(item).collect();
        let rows = items.iter().filter_map(|item| item.place.index_in(Place::Table(TableId::Proposals))).max();
        let added = rows.map_or(0, |last| (last + 1).saturating_sub(draft.proposals().len()));
        Self { items, outside, labels, by_labels, added }
    }

    /// Whether there is nothing to ask: figures as the cells show them, into the cells where they lie, and sums that are right.
    pub fn is_plain(&self, draft: &Draft) -> bool {
        let after = self.summed(draft, Choices::default());
        let is_plain = |item: &Item| match item.what {
            What::Plain(_) | What::Text => true,
            What::Blank => draft.entry(item.place) == CellValue::Blank,
            What::Sum(figure) => is_sum(&after, item.place, figure),
            What::Tidied(_) | What::Dash | What::Hidden | What::Words => false,
        };
        self.outside.is_empty() && self.labels == 0 && !self.items.is_empty() && self.items.iter().all(is_plain)
    }

    /// What a cell becomes, totals apart; nothing where it stays as it is.
    fn change(draft: &Draft, item: &Item, choices: Choices) -> Option<Edit> {
        let zero = || item.place.kind().map(Figure::zero);
        let figure = match item.what {
            What::Plain(figure) => Some(figure),
            What::Tidied(figure) => choices.has(Choice::Tidied).then_some(figure),
            What::Dash => zero().filter(|_| choices.has(Choice::Dashes)),
            What::Blank => zero().filter(|_| choices.has(Choice::Blanks)),
            What::Sum(_) | What::Hidden | What::Words => None,
            What::Text => {
                let is_other = draft.text(item.place).unwrap_or_default() != item.words.trim();
                return is_other.then(|| Edit::SetText(item.place, item.words.trim().to_owned()));
            }
        };
        let value = CellValue::Figure(figure?);
        (draft.entry(item.place) != value).then_some(Edit::SetCell(item.place, value))
    }

    /// The draft as it would be with the totals left to their sums.
    fn summed(&self, draft: &Draft, choices: Choices) -> Draft {
        let mut after = draft.clone();
        let changes = self.items.iter().filter_map(|item| Self::change(draft, item, choices));
        after.apply(Edit::Many(self.growth(draft).into_iter().chain(changes).collect()));
        after
    }

    /// What gives the table the rows that it has not.
    fn growth(&self, draft: &Draft) -> Option<Edit> {
        let rows = vec![Proposal::default(); self.added];
        (self.added > 0).then(|| Edit::SpliceProposals(Splice::insert(draft.proposals().len(), rows)))
    }

    /// The items that change their cells, each with the change.
    pub fn changes(&self, draft: &Draft, choices: Choices) -> Vec<(&Item, Edit)> {
        let summed = choices.has(Choice::Sums).then(|| self.summed(draft, choices));
        let change = |item: &Item| {
            // A total that is the sum of what is pasted beside it needs not be stated.
            if let (What::Sum(figure), Some(summed)) = (item.what, &summed) {
                let is_other = !is_sum(summed, item.place, figure);
                return is_other.then_some(Edit::SetCell(item.place, CellValue::Figure(figure)));
            }
            Self::change(draft, item, choices)
        };
        self.items.iter().filter_map(|item| Some((item, change(item)?))).collect()
    }

    /// The cells that hold already what was pasted.
    pub fn same(&self, draft: &Draft, choices: Choices) -> Vec<Place> {
        let after = self.after(draft, choices);
        let is_same = |item: &&Item| match item.what {
            What::Plain(figure) => draft.entry(item.place) == CellValue::Figure(figure),
            What::Tidied(figure) => choices.has(Choice::Tidied) && draft.entry(item.place) == CellValue::Figure(figure),
            What::Dash => choices.has(Choice::Dashes) && is_zero(draft, item),
            What::Blank => choices.has(Choice::Blanks) && is_zero(draft, item),
            What::Sum(figure) => {
                is_sum(&after, item.place, figure) && draft.entry(item.place) == after.entry(item.place)
            }
            What::Text => draft.text(item.place).unwrap_or_default() == item.words.trim(),
            What::Hidden | What::Words => false,
        };
        self.items.iter().filter(is_same).map(|item| item.place).collect()
    }

    /// The change of the draft, in one step.
    pub fn edit(&self, draft: &Draft, choices: Choices) -> Edit {
        let changes = self.changes(draft, choices).into_iter().map(|(_, edit)| edit);
        Edit::Many(self.growth(draft).into_iter().chain(changes).collect())
    }

    /// The draft as it would be.
    pub fn after(&self, draft: &Draft, choices: Choices) -> Draft {
        let mut after = draft.clone();
        after.apply(self.edit(draft, choices));
        after
    }

    /// How many totals were pasted, and how many of them are not the sum of what then stands beside them.
    pub fn sums(&self, draft: &Draft, choices: Choices) -> (usize, usize) {
        let after = self.summed(draft, choices);
        let sums = self.items.iter().filter_map(|item| match item.what {
            What::Sum(figure) => Some(is_sum(&after, item.place, figure)),
            What::Plain(_) | What::Tidied(_) | What::Dash | What::Blank | What::Hidden | What::Words | What::Text => {
                None
            }
        });
        sums.fold((0, 0), |(all, other), is_sum| (all + 1, other + usize::from(!is_sum)))
    }
}

/// What a pasted square is in the cell of a place; nothing where it says nothing there.
fn what(draft: &Draft, place: Place, words: &str) -> Option<What> {
    if !place.is_cell() {
        return (!words.trim().is_empty()).then_some(What::Text);
    }
    let is_total = is_total(draft, place);
    Some(match meaning(place, words) {
        Meaning::Plain(figure) | Meaning::Tidied(figure) if is_total => What::Sum(figure),
        Meaning::Plain(figure) => What::Plain(figure),
        Meaning::Tidied(figure) => What::Tidied(figure),
        // A total that is not given adds itself up.
        Meaning::Blank | Meaning::Dash if is_total => return None,
        Meaning::Blank => What::Blank,
        Meaning::Dash => What::Dash,
        Meaning::Hidden => What::Hidden,
        Meaning::Words => What::Words,
    })
}

/// Whether a cell holds 0.
fn is_zero(draft: &Draft, item: &Item) -> bool {
    matches!(draft.entry(item.place), CellValue::Figure(figure) if figure.is_zero())
}

/// Whether a cell shows a figure.
fn is_sum(draft: &Draft, place: Place, figure: Figure) -> bool {
    place.figure().is_some_and(|key| shown(draft, key).figure == Some(figure))
}

#[cfg(test)]
mod tests;
