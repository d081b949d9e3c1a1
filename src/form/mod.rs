//! The editions of the form, as data: keys, labels, units, grids, relations.
//!
//! An edition is one file here and one line in `FORMS`; the tables, the editor, the rules and the report
//! follow from what it says. Nothing here holds a figure.

mod bands;
mod grid;
mod key;
mod narrative_2008;
mod national;
mod national_2019;
mod national_2021;
mod relation;
mod statistics;
mod table_id;

use std::str::FromStr;
use std::sync::OnceLock;

pub use crate::value::Kind;
use crate::value::{Ordered, Year};
pub use grid::{Cell, Grid, Source};
pub use key::Key;
pub use relation::{Law, Relation, Severity, Term};
pub use table_id::{TABLES, TableId};

/// The channels of publication: the name of the figure, and the words for it.
pub use narrative_2008::CHANNELS;

/// An edition of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormId {
    /// 国办公开办函〔2021〕30号, from report year 2021.
    National2021,
    /// 国办公开办函〔2019〕60号, report years 2019 and 2020.
    National2019,
    /// Up to report year 2018: seven parts of text, with the statistic form.
    Narrative2008,
}

/// The editions, newest first.
pub const FORMS: [FormId; 3] = [FormId::National2021, FormId::National2019, FormId::Narrative2008];

/// A value that is typed into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// A figure of the form.
    Figure(Key),
    /// A figure of an earlier year, or of the report year as the history prints it.
    Past(Key, Year),
    /// The count of a category of proposals.
    ProposalCount(u16),
    /// How many of them were closed.
    ProposalClosed(u16),
}

impl Slot {
    /// What the cell takes.
    pub fn kind(self) -> Kind {
        match self {
            Self::Figure(key) | Self::Past(key, _) => key.kind(),
            Self::ProposalCount(_) | Self::ProposalClosed(_) => Kind::Count,
        }
    }
}

/// What a cell shows that nobody types: it follows from other cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The growth of a year against the year before it: +95.6%.
    Growth(Key, Year),
    /// A channel's share of the sum of the channels: 80%.
    Share(Key),
    /// The sum of the channels.
    ChannelSum,
    /// The sum of the proposals' counts.
    ProposalCounts,
    /// The sum of the closed proposals.
    ProposalsClosed,
}

/// A part of a table that a relation or a finding speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Range {
    /// One cell.
    Cell(Key),
    /// A row: `applications.new.*`, `disputes.review.*`.
    Row(TableId, &'static str),
    /// A column: `applications.*.natural`.
    Column(TableId, &'static str),
    /// The whole table.
    Whole(TableId),
}

/// An official table of an edition.
pub struct Table {
    /// Which one.
    pub id: TableId,
    /// The part it stands under, counted from 0; nothing for an appendix that is printed only where a body holds it.
    pub part: Option<usize>,
    /// Its unit, where all its cells have one; empty otherwise.
    pub unit: &'static str,
    /// Its cells as printed.
    pub grid: Grid,
    /// Its figures in the order of the form.
    pub keys: Vec<Key>,
    /// What each figure is, in the form's words.
    pub labels: Ordered<Key, String>,
}

/// An edition of the form.
pub struct Form {
    /// Which one.
    pub id: FormId,
    /// Its name with its notice.
    pub name: &'static str,
    /// Its short name, for lists.
    pub short: &'static str,
    /// What it consists of, in one line.
    pub summary: &'static str,
    /// The first and the last report year it is for.
    pub years: (Year, Year),
    /// The headings of its parts; `<YYYY+1>` stands for the year after the report year.
    pub headings: &'static [&'static str],
    /// The headings of the second level that part one is to have.
    pub topics: &'static [&'static str],
    /// Its official tables.
    pub tables: Vec<Table>,
    /// Its relations.
    pub relations: Vec<Relation>,
    /// Where in `relations` the sum of a total stands; a total of totals is summed along its row.
    sums: Ordered<Key, usize>,
}

impl FormId {
    /// The name in drafts.
    pub fn name(self) -> &'static str {
        match self {
            Self::National2021 => "national-2021",
            Self::National2019 => "national-2019",
            Self::Narrative2008 => "narrative-2008",
        }
    }

    /// The edition that a report year asks for.
    pub fn of_year(year: Year) -> Self {
        FORMS.into_iter().find(|id| year >= id.form().years.0).unwrap_or(Self::Narrative2008)
    }

    /// The edition itself.
    pub fn form(self) -> &'static Form {
        static EDITIONS: OnceLock<[Form; 3]> = OnceLock::new();
        let [newest, middle, oldest] =
            EDITIONS.get_or_init(|| [national_2021::form(), national_2019::form(), narrative_2008::form()]);
        match self {
            Self::National2021 => newest,
            Self::National2019 => middle,
            Self::Narrative2008 => oldest,
        }
    }
}

impl FromStr for FormId {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        FORMS.into_iter().find(|id| id.name() == name).ok_or(())
    }
}

impl Form {
    /// The table of this name, if the edition has it.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.iter().find(|t| t.id == id)
    }

    /// The table in which a figure stands.
    pub fn table_of(&self, key: Key) -> Option<&Table> {
        self.tables.iter().find(|t| t.labels.contains_key(&key))
    }

    /// What a figure is, in this edition's words.
    pub fn label(&self, key: Key) -> Option<String> {
        self.table_of(key)?.labels.get(&key).cloned()
    }

    /// The edition's figures in their order.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.tables.iter().flat_map(|t| t.keys.iter().copied())
    }

    /// The parts whose sum a figure is, when it is a total of this edition.
    pub fn parts(&self, total: Key) -> Option<&[Term]> {
        match &self.relations.get(*self.sums.get(&total)?)?.law {
            Law::Sum { parts, .. } => Some(parts),
            Law::Balance { .. } | Law::AtMost { .. } | Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => {
                None
            }
        }
    }

    /// The totals of these relations, and where each has its sum. A total of totals is summed along its row.
    fn index(relations: &[Relation]) -> Ordered<Key, usize> {
        let mut sums = Ordered::new();
        for (index, relation) in relations.iter().enumerate() {
            if let Law::Sum { total, .. } = &relation.law {
                sums.insert(total.key, index);
            }
        }
        sums
    }

    /// The headings of a report of this edition for this year.
    pub fn headings_of(&self, year: Year) -> Vec<String> {
        let next = year.saturating_add(1).to_string();
        self.headings.iter().map(|h| h.replace("<YYYY+1>", &next)).collect()
    }

    /// The title that the edition gives the report of this office for this year.
    pub fn title_of(&self, office: &str, year: Year) -> String {
        match self.id {
            FormId::National2021 | FormId::National2019 => format!("{office}{year}年政府信息公开工作年度报告"),
            FormId::Narrative2008 => format!("{office}{year}年度政府信息公开年度报告"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_decides_the_form() {
        for (year, form) in [
            (2008, FormId::Narrative2008),
            (2018, FormId::Narrative2008),
            (2019, FormId::National2019),
            (2020, FormId::National2019),
            (2021, FormId::National2021),
            (2100, FormId::National2021),
        ] {
            assert_eq!(FormId::of_year(year), form, "{year}");
        }
    }

    #[test]
    fn every_grid_is_whole_and_holds_each_figure_once() {
        for id in FORMS {
            for table in &id.form().tables {
                assert!(table.grid.is_rectangular(), "{} {}", id.name(), table.id);
                let mut slots: Vec<_> = table.grid.slots().into_iter().map(|(slot, ..)| slot).collect();
                slots.sort();
                let mut keys: Vec<_> = table.keys.iter().map(|k| Slot::Figure(*k)).collect();
                keys.sort();
                assert_eq!(slots, keys, "{} {}", id.name(), table.id);
            }
        }
    }

    #[test]
    fn the_editions_have_the_number_of_cells_of_the_printed_form() {
        let count = |id: FormId, table| id.form().table(table).map_or(0, |t: &Table| t.keys.len());
        assert_eq!(count(FormId::National2021, TableId::Proactive), 10);
        assert_eq!(count(FormId::National2021, TableId::Applications), 25 * 7);
        assert_eq!(count(FormId::National2021, TableId::Disputes), 15);
        assert_eq!(count(FormId::National2019, TableId::Proactive), 22);
        assert_eq!(count(FormId::National2019, TableId::Applications), 23 * 7);
        assert_eq!(count(FormId::Narrative2008, TableId::Statistics), 58);
    }

    #[test]
    fn a_total_has_its_parts() {
        let form = FormId::National2021.form();
        let parts = |name: &str| Key::parse(name).and_then(|k| form.parts(k)).map_or(0, <[Term]>::len);
        assert_eq!(parts("applications.new.total"), 6);
        assert_eq!(parts("applications.total.natural"), 21);
        assert_eq!(parts("disputes.direct.total"), 4);
        assert_eq!(parts("applications.new.natural"), 0);
    }
}
