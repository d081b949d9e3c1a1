//! Table four of the national editions: reviews and suits by their result, as data.

use super::{Cell, Grid, Key, Keys, Kind, Law, National, PartRole, Place, Relation, Severity, Table, TableId, Term};

/// The way that a dispute took: a block of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// 行政复议.
    Review,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReview,
}

/// How a dispute ended: a column of each block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 维持.
    Upheld,
    /// 纠正.
    Corrected,
    /// 其他结果.
    Other,
    /// 尚未审结.
    Pending,
    /// All of them.
    Total,
}

/// The blocks of the table from left to right.
const WAYS: [Way; 3] = [Way::Review, Way::Direct, Way::AfterReview];

/// The columns of a block, its total last.
const OUTCOMES: [Outcome; 5] = [Outcome::Upheld, Outcome::Corrected, Outcome::Other, Outcome::Pending, Outcome::Total];

impl Way {
    /// The ways in the order of the form.
    pub const ALL: [Self; 3] = WAYS;

    fn id(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Direct => "direct",
            Self::AfterReview => "after_review",
        }
    }

    /// Its words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Review => "行政复议",
            Self::Direct => "未经复议直接起诉",
            Self::AfterReview => "复议后起诉",
        }
    }
}

impl Outcome {
    /// How a dispute can have ended, in the order of the form.
    pub const ENDS: [Self; 4] = [Self::Upheld, Self::Corrected, Self::Other, Self::Pending];

    fn id(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::Corrected => "corrected",
            Self::Other => "other",
            Self::Pending => "pending",
            Self::Total => "total",
        }
    }

    /// Its words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Upheld => "结果维持",
            Self::Corrected => "结果纠正",
            Self::Other => "其他结果",
            Self::Pending => "尚未审结",
            Self::Total => "总计",
        }
    }
}

/// Every cell of the table in its order.
pub(super) fn cells() -> impl Iterator<Item = (Way, Outcome)> {
    WAYS.into_iter().flat_map(|way| OUTCOMES.map(|outcome| (way, outcome)))
}

impl National {
    /// Table four: 政府信息公开行政复议、行政诉讼情况.
    pub(super) fn disputes(&self, keys: &mut Keys) -> Table {
        let mut declare = |(way, outcome): (Way, Outcome)| {
            keys.declare(format!("disputes.{}.{}", way.id(), outcome.id()), Kind::Count, "件")
        };
        let own: Vec<Key> = cells().map(&mut declare).collect();
        let labels = own.iter().zip(cells());
        let labels =
            labels.map(|(key, (way, outcome))| (*key, format!("{}，{}", way.label(), outcome.label()))).collect();
        let outcomes = || OUTCOMES.iter().map(|outcome| Cell::column_head(outcome.label()));
        let rows = vec![
            vec![Cell::column_head("行政复议").across(5), Cell::column_head("行政诉讼").across(10)],
            outcomes()
                .map(|cell| cell.down(2))
                .chain([Way::Direct, Way::AfterReview].map(|way| Cell::column_head(way.label()).across(5)))
                .collect(),
            outcomes().chain(outcomes()).collect(),
            own.iter().copied().map(Cell::figure).collect(),
        ];
        Table {
            id: TableId::Disputes,
            part: self.about.parts.iter().position(|part| part.role == Some(PartRole::Disputes)),
            unit: "件",
            grid: Grid { widths: vec![1; own.len()], rows, head_rows: 3, group_lines: Vec::new() },
            keys: own,
            labels,
        }
    }
}

/// The relations of table four: N07.
pub(super) fn relations(table: &Table) -> Vec<Relation> {
    let blocks = WAYS.iter().zip(table.keys.chunks(OUTCOMES.len()));
    let relation = |(way, keys): (&Way, &[Key])| {
        let terms = keys.iter().zip(OUTCOMES).map(|(key, outcome)| Term { key: *key, label: outcome.label() });
        let mut parts: Vec<Term> = terms.collect();
        let law = Law::Sum { total: parts.pop()?, parts };
        let place = Place::Row(TableId::Disputes, way.id());
        Some(Relation { rule: "N07", severity: Severity::Error, place, title: way.label(), law })
    };
    blocks.filter_map(relation).collect()
}
