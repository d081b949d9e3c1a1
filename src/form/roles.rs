//! What the cells of a form are for: rules, claims and charts ask for them here, and know no edition.

use super::{
    Applicant, BandRole, BandRow, Column, ColumnRole, Document, Form, Group, Key, Kind, National, Outcome, PartRole,
    ResultRow, Row, TableId, Way, disputes, forms, narrative_2008,
};

/// Where the text of a part belongs, by words of its heading; that of others belongs to the other matters. What was written
/// about applications and disputes belongs to the overview: their own parts are tables.
const TOLD: [(&[&str], PartRole); 2] = [
    (&["问题", "改进", "安排", "打算", "计划", "措施"], PartRole::Problems),
    (&["总体", "基本", "概述", "概况", "主动公开", "申请", "复议", "诉讼"], PartRole::Overview),
];

impl Form {
    /// The heading that the edition gives a part, by what the part is for: its index.
    pub fn part_of(&self, role: PartRole) -> Option<usize> {
        self.headings.iter().position(|part| part.role == Some(role))
    }

    /// The part of the edition that takes the text of a part of another edition, whose heading has these words without its
    /// numbering: its index. Nothing where the edition does not say what its parts are for.
    pub fn part_for(&self, other: &Self, heading: &str) -> Option<usize> {
        let is_same = |words: &str| !heading.is_empty() && words.ends_with(heading);
        let same = other.headings.iter().find(|known| known.role.is_some() && is_same(known.words));
        if let Some(part) = same.and_then(|known| self.part_of(known.role?)) {
            return Some(part);
        }
        let role = TOLD.iter().find(|(words, _)| words.iter().any(|word| heading.contains(word)));
        self.part_of(role.map_or(PartRole::Others, |(_, role)| *role))
    }

    /// The kinds of applicant, the columns of table three before its total; empty where the form has none.
    pub fn applicants(&self) -> &'static [Applicant] {
        self.national.map_or(&[], |national| national.applicants)
    }

    /// The rows of results of table three.
    pub fn results(&self) -> impl Iterator<Item = &'static ResultRow> {
        self.national.into_iter().flat_map(National::results)
    }

    /// The groups of results in their order.
    pub fn groups(&self) -> Vec<&'static Group> {
        let mut groups: Vec<&'static Group> = self.results().map(|row| row.group).collect();
        groups.dedup();
        groups
    }

    /// A cell of table three: of a row, and of an applicant's kind.
    pub fn application(&self, row: Row, applicant: &Applicant) -> Option<Key> {
        self.in_applications(row, self.applicants().iter().position(|a| a.id == applicant.id)?)
    }

    /// The total of a row of table three, over all applicants.
    pub fn application_total(&self, row: Row) -> Option<Key> {
        self.in_applications(row, self.applicants().len())
    }

    fn in_applications(&self, row: Row, column: usize) -> Option<Key> {
        let national = self.national?;
        let at = national.rows().position(|other| other == row)?;
        self.table(TableId::Applications)?.keys.get(at * national.width() + column).copied()
    }

    /// The row of table three in which a figure stands.
    pub fn row_of(&self, key: Key) -> Option<Row> {
        let national = self.national?;
        let at = self.table(TableId::Applications)?.keys.iter().position(|other| *other == key)?;
        national.rows().nth(at / national.width())
    }

    /// A cell of table four.
    pub fn dispute(&self, way: Way, outcome: Outcome) -> Option<Key> {
        let at = disputes::cells().position(|cell| cell == (way, outcome))?;
        self.table(TableId::Disputes)?.keys.get(at).copied()
    }

    /// Where in table four a figure stands.
    pub fn dispute_of(&self, key: Key) -> Option<(Way, Outcome)> {
        let at = self.table(TableId::Disputes)?.keys.iter().position(|other| *other == key)?;
        disputes::cells().nth(at)
    }

    /// The cells of table two with what their rows and columns count.
    pub fn band_cells(&self) -> impl Iterator<Item = (Key, &'static BandRow, &'static Column)> {
        let keys = self.table(TableId::Proactive).map(|table| table.keys.as_slice()).unwrap_or_default();
        let cells = self.national.into_iter().flat_map(National::band_cells);
        keys.iter().zip(cells).map(|(key, (row, column))| (*key, row, column))
    }

    /// The cells of a kind of document, with their columns.
    pub fn document_cells(&self, document: Document) -> impl Iterator<Item = (Key, &'static Column)> {
        let of = move |row: &BandRow| row.role == BandRole::Document(document);
        self.band_cells().filter(move |(_, row, _)| of(row)).map(|(key, _, column)| (key, column))
    }

    /// The cell beside another in its row of table two, by what its column counts.
    pub fn beside(&self, key: Key, role: ColumnRole) -> Option<Key> {
        let (_, row, _) = self.band_cells().find(|(other, ..)| *other == key)?;
        self.band_cells().find(|(_, other, column)| other.id == row.id && column.role == role).map(|(key, ..)| key)
    }

    /// Whether the form has an amount whose unit it leaves open: a setting says then what is meant.
    pub fn leaves_unit_open(&self) -> bool {
        self.keys().any(|key| key.kind() == Kind::Money && key.unit().is_empty())
    }
}

/// The rows of results of all editions, the newest first.
pub fn result_rows() -> impl Iterator<Item = &'static ResultRow> {
    forms().iter().flat_map(Form::results)
}

/// The groups of results of all editions.
pub fn groups() -> impl Iterator<Item = &'static Group> {
    result_rows().map(|row| row.group)
}

/// The channels of publication, with the words for them.
pub fn channels() -> impl Iterator<Item = (Key, &'static str)> {
    narrative_2008::CHANNELS.iter().filter_map(|(name, label)| Some((Key::parse(name)?, *label)))
}
