//! The editions of the form, as data: keys, labels, units, grids, relations, and what each cell is for.
//!
//! An edition is one file here, its `mod` line, and its entry in `EDITIONS`; the tables, the editor, the rules, the claims,
//! the charts and the report follow from what it says. No edition is named outside. Nothing here holds a figure.

mod about;
mod applications;
mod bands;
mod disputes;
mod grid;
mod key;
mod narrative_2008;
mod national;
mod national_2019;
mod national_2021;
mod office;
mod other_words;
mod place;
mod registry;
mod relation;
mod roles;
mod statistics;
mod sums;
mod table_id;
mod terms;

use std::str::FromStr;

pub use crate::value::Kind;
use crate::value::{LAST_YEAR, Ordered, Year};
pub use about::{About, Heading, Notice, PartRole};
pub use applications::{Applicant, Group, ResultRow, Row, alone, of, organisation, person};
pub use bands::{Band, BandRole, BandRow, Column, ColumnRole, Document, document, item, power};
pub use disputes::{Outcome, Way};
pub use grid::{Cell, Grid, Source};
pub use key::{Key, Keys, Named};
pub use national::{
    APPLICANTS, DENIED, GRANTED, National, OTHER, PARTIAL, PARTS, REFUSED, RESULTS, TITLE, TOPICS, UNABLE,
};
pub use office::{OFFICE_KINDS, OfficeField, SettingName};
pub use other_words::other_words;
pub use place::{Place, ProposalField};
pub use registry::{Edition, forms, register};
pub use relation::{Law, Relation, Severity, Term};
pub use roles::{channels, groups, result_rows};
pub use table_id::{TABLES, TableId};
pub use terms::Explanation;

use registry::registered;

/// The editions, an entry each. A new one comes last, so that the order of the keys stays; the years sort themselves.
const EDITIONS: &[Edition] = &[national_2021::form, national_2019::form, narrative_2008::form];

/// An edition of the form: its index among [`forms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(u8);

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
    /// Its name in drafts.
    pub draft_name: &'static str,
    /// Its name with its notice.
    pub name: &'static str,
    /// Its short name, for lists.
    pub short: &'static str,
    /// What it consists of, in one line.
    pub summary: &'static str,
    /// The first and the last report year it is for.
    pub years: (Year, Year),
    /// The notice that gives it, where there is one.
    pub notice: Option<&'static Notice>,
    /// The headings of its parts in order.
    pub headings: &'static [Heading],
    /// The headings of the second level that the overview is to have; empty where the edition prescribes no text.
    pub topics: &'static [&'static str],
    /// The part that has to speak of 信息处理费, where the edition asks for it.
    pub fee_part: Option<PartRole>,
    /// Its official tables.
    pub tables: Vec<Table>,
    /// Its relations.
    pub relations: Vec<Relation>,
    /// Where in `relations` the sum of a total stands; a total of totals is summed along its row.
    sums: Ordered<Key, usize>,
    /// The words of a title after the office and the year.
    title: &'static str,
    /// What its tables are made from, where it is a national edition.
    national: Option<&'static National>,
}

impl FormId {
    /// The name in drafts.
    pub fn draft_name(self) -> &'static str {
        self.form().draft_name
    }

    /// The edition that a report year asks for.
    pub fn of_year(year: Year) -> Self {
        let of_year = forms().iter().find(|form| year >= form.years.0);
        of_year.or(forms().last()).map_or(Self(0), |form| form.id)
    }

    /// The edition itself.
    #[expect(clippy::indexing_slicing, reason = "an id is only ever taken from a form of this list")]
    pub fn form(self) -> &'static Form {
        &registered().forms[usize::from(self.0)]
    }
}

impl FromStr for FormId {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        forms().iter().find(|form| form.draft_name == name).map(|form| form.id).ok_or(())
    }
}

impl Form {
    /// The form of an edition, from what it says of itself, its tables and its relations.
    fn new(
        about: &'static About,
        national: Option<&'static National>,
        tables: Vec<Table>,
        relations: Vec<Relation>,
    ) -> Self {
        Self {
            id: FormId(0),
            draft_name: about.draft_name,
            name: about.name,
            short: about.short,
            summary: about.summary,
            years: (about.from, LAST_YEAR),
            notice: about.notice.as_ref(),
            headings: about.parts,
            topics: about.topics,
            fee_part: about.fee_part,
            sums: Self::index(&relations),
            tables,
            relations,
            title: about.title,
            national,
        }
    }

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

    /// Whether the edition prescribes the text: its headings, its title, the topics of the overview.
    pub fn prescribes_text(&self) -> bool {
        !self.topics.is_empty()
    }

    /// The headings of a report of this edition for this year.
    pub fn headings_of(&self, year: Year) -> Vec<String> {
        let next = year.saturating_add(1).to_string();
        self.headings.iter().map(|heading| heading.words.replace("<YYYY+1>", &next)).collect()
    }

    /// The title that the edition gives the report of this office for this year.
    pub fn title_of(&self, office: &str, year: Year) -> String {
        format!("{office}{year}{}", self.title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_decides_the_form() {
        for (index, form) in forms().iter().enumerate() {
            let (first, last) = form.years;
            assert!(first <= last, "{}", form.name);
            assert_eq!((FormId::of_year(first), FormId::of_year(last)), (form.id, form.id), "{}", form.name);
            assert_eq!(form.draft_name.parse(), Ok(form.id));
            let newer = index.checked_sub(1).map_or(LAST_YEAR + 1, |before| forms()[before].years.0);
            assert_eq!(last + 1, newer, "{}: no year is left out", form.name);
        }
        assert_eq!(FormId::of_year(0).form().years.0, crate::value::FIRST_YEAR);
        assert_eq!(FormId::of_year(2020).draft_name(), "national-2019");
    }

    #[test]
    fn the_editions_have_the_number_of_cells_of_the_printed_form() {
        let count = |year, table| FormId::of_year(year).form().table(table).map_or(0, |t: &Table| t.keys.len());
        assert_eq!(count(2023, TableId::Proactive), 10);
        assert_eq!(count(2023, TableId::Applications), 25 * 7);
        assert_eq!(count(2023, TableId::Disputes), 15);
        assert_eq!(count(2020, TableId::Proactive), 22);
        assert_eq!(count(2020, TableId::Applications), 23 * 7);
        assert_eq!(count(2017, TableId::Statistics), 58);
    }
}
