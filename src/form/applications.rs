//! Table three of the national editions: applications by applicant and by result, as data.

use super::{Cell, Grid, Key, Keys, Kind, Law, National, PartRole, Place, Relation, Severity, Table, TableId, Term};
use crate::value::Ordered;

/// A kind of applicant: a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// Its id in the names of figures.
    pub id: &'static str,
    /// Its words.
    pub label: &'static str,
    /// Whether it is one of 法人或其他组织.
    pub is_organisation: bool,
}

/// 自然人 and the like.
pub const fn person(id: &'static str, label: &'static str) -> Applicant {
    Applicant { id, label, is_organisation: false }
}

/// One of 法人或其他组织.
pub const fn organisation(id: &'static str, label: &'static str) -> Applicant {
    Applicant { id, label, is_organisation: true }
}

/// The last column, in which all applicants are added up.
const TOTAL: Applicant = person("total", "总计");

/// A group of results, which a chart shows as one: 不予公开.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// Its id, with which the ids of its rows begin.
    pub id: &'static str,
    /// Its words.
    pub label: &'static str,
    /// Its words with its number, over its rows.
    pub head: &'static str,
    /// Whether the applicant got what was asked for, or a part of it.
    pub is_open: bool,
}

/// A row of results: its id, its words as printed, its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// Its id in the names of figures.
    pub id: &'static str,
    /// Its words as printed.
    pub label: &'static str,
    /// Its group.
    pub group: &'static Group,
    /// Whether it is its group by itself, with no head beside it.
    pub is_alone: bool,
}

/// A row of a group.
pub const fn of(group: &'static Group, id: &'static str, label: &'static str) -> ResultRow {
    ResultRow { id, label, group, is_alone: false }
}

/// A group of one row.
pub const fn alone(group: &'static Group) -> ResultRow {
    ResultRow { id: group.id, label: group.head, group, is_alone: true }
}

/// A row of table three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// 本年新收.
    New,
    /// 上年结转.
    CarriedIn,
    /// A result.
    Result(&'static ResultRow),
    /// 总计 of the results.
    Total,
    /// 结转下年度.
    CarriedOut,
}

impl Row {
    /// The row's id in the names of figures.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::CarriedIn => "carried_in",
            Self::Result(row) => row.id,
            Self::Total => "total",
            Self::CarriedOut => "carried_out",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::New => "一、本年新收政府信息公开申请数量",
            Self::CarriedIn => "二、上年结转政府信息公开申请数量",
            Self::Result(row) => row.label,
            Self::Total => "（七）总计",
            Self::CarriedOut => "四、结转下年度继续办理",
        }
    }

    /// The words of a row without its numbering and its remark, with its group: 不予公开：属于国家秘密.
    fn words(self) -> String {
        match self {
            Self::Result(row) if !row.is_alone => format!("{}：{}", bare(row.group.head), bare(row.label)),
            Self::Result(_) | Self::New | Self::CarriedIn | Self::Total | Self::CarriedOut => {
                bare(self.label()).to_owned()
            }
        }
    }
}

impl ResultRow {
    /// Its words without its numbering and its remark: 属于国家秘密.
    pub fn words(&self) -> &'static str {
        bare(self.label)
    }
}

fn bare(text: &'static str) -> &'static str {
    let text = text.trim_start_matches(|c: char| "（一二三四五六七八九）、.".contains(c) || c.is_ascii_digit());
    text.split('（').next().unwrap_or(text)
}

const RESULTS_HEAD: &str = "三、本年度办理结果";
const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

impl National {
    /// The rows of table three from top to bottom.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        let results = self.results().map(Row::Result);
        [Row::New, Row::CarriedIn].into_iter().chain(results).chain([Row::Total, Row::CarriedOut])
    }

    /// The rows of results.
    pub(super) fn results(&self) -> impl Iterator<Item = &'static ResultRow> {
        self.results.iter().copied().flatten()
    }

    /// The columns of table three: the applicants, and the last that adds them up.
    pub(super) fn columns(&self) -> impl Iterator<Item = Applicant> {
        self.applicants.iter().copied().chain([TOTAL])
    }

    /// How many columns table three has.
    pub(super) fn width(&self) -> usize {
        self.applicants.len() + 1
    }

    /// Table three: 收到和处理政府信息公开申请情况.
    pub(super) fn applications(&self, keys: &mut Keys) -> Table {
        let (mut own, mut labels) = (Vec::new(), Ordered::new());
        for row in self.rows() {
            for applicant in self.columns() {
                let key = keys.declare(format!("applications.{}.{}", row.id(), applicant.id), Kind::Count, "件");
                own.push(key);
                labels.insert(key, format!("{}，{}", row.words(), applicant.label));
            }
        }
        let mut rows = self.heads();
        let head_rows = rows.len();
        let many = self.results().count() + 1;
        for (row, keys) in self.rows().zip(own.chunks(self.width())) {
            rows.push(self.row_heads(row, many).into_iter().chain(keys.iter().copied().map(Cell::figure)).collect());
        }
        // The results, their total, and what is carried out are groups of their own.
        let begins = |row: Row| match row {
            Row::New | Row::CarriedIn => false,
            Row::Total | Row::CarriedOut => true,
            Row::Result(result) => self.results().next() == Some(result),
        };
        let group_lines =
            self.rows().enumerate().filter(|(_, row)| begins(*row)).map(|(at, _)| head_rows + at).collect();
        let mut widths = vec![26, 68, 204];
        widths.extend(self.columns().map(|_| 56));
        Table {
            id: TableId::Applications,
            part: self.about.parts.iter().position(|part| part.role == Some(PartRole::Applications)),
            unit: "件",
            grid: Grid { widths, rows, head_rows, group_lines },
            keys: own,
            labels,
        }
    }

    /// The heads of the columns: 法人或其他组织 over its own.
    fn heads(&self) -> Vec<Vec<Cell>> {
        let organisations: Vec<Cell> =
            self.columns().filter(|a| a.is_organisation).map(|a| Cell::column_head(a.label)).collect();
        let mut middle = Vec::new();
        let mut before = false;
        for applicant in self.columns() {
            if !applicant.is_organisation {
                middle.push(Cell::column_head(applicant.label).down(2));
            } else if !before {
                middle.push(Cell::column_head("法人或其他组织").across(organisations.len()));
            }
            before = applicant.is_organisation;
        }
        let first = Cell::column_head("申请人情况").across(self.width());
        vec![vec![Cell::column_head(CORNER).across(3).down(3), first], middle, organisations]
    }

    /// The heads of a row, in three columns: the results with their total stand under one head, those of a group
    /// under another.
    fn row_heads(&self, row: Row, results: usize) -> Vec<Cell> {
        let head = Cell::row_head(row.label());
        let first = self.results().next();
        match row {
            Row::New | Row::CarriedIn | Row::CarriedOut => vec![head.across(3)],
            Row::Total => vec![head.across(2)],
            Row::Result(result) => {
                let mut heads = Vec::new();
                if first == Some(result) {
                    heads.push(Cell::row_head(RESULTS_HEAD).down(results));
                }
                let in_group = || self.results().filter(|r| r.group == result.group);
                if result.is_alone {
                    heads.push(head.across(2));
                } else {
                    if in_group().next() == Some(result) {
                        heads.push(Cell::row_head(result.group.head).down(in_group().count()));
                    }
                    heads.push(head);
                }
                heads
            }
        }
    }

    /// The relations of table three: N01, N02, N03, N05, N06.
    pub(super) fn application_relations(&self, table: &Table) -> Vec<Relation> {
        let mut relations = Vec::new();
        let mut add = |rule, place, title, law: Option<Law>| {
            relations.extend(law.map(|law| Relation { rule, severity: Severity::Error, place, title, law }));
        };
        let rows: Vec<(Row, &[Key])> = self.rows().zip(table.keys.chunks(self.width())).collect();
        for (index, applicant) in self.columns().enumerate() {
            let at = |wanted: Row, label| {
                let (_, keys) = rows.iter().find(|(row, _)| *row == wanted)?;
                Some(Term { key: *keys.get(index)?, label })
            };
            let (new, carried_in) = (at(Row::New, "本年新收"), at(Row::CarriedIn, "上年结转"));
            let (total, carried_out) = (at(Row::Total, "办理结果总计"), at(Row::CarriedOut, "结转下年度"));
            let place = Place::Column(TableId::Applications, applicant.id);
            let title = applicant.label;
            let balance = || {
                let (left, right) = (vec![new?, carried_in?], vec![total?, carried_out?]);
                Some(Law::Balance { left, right })
            };
            add("N01", place, title, balance());
            let parts = self.results().filter_map(|row| at(Row::Result(row), row.label)).collect();
            add("N02", place, title, total.map(|total| Law::Sum { total, parts }));
            let bound = |part: Option<Term>| Some(Law::AtMost { part: part?, whole: vec![new?, carried_in?] });
            add("N06", place, title, bound(carried_out));
            add("N06", place, title, bound(total));
            add("N05", place, title, carried_in.zip(carried_out).map(|(into, out)| Law::Carried { into, out }));
        }
        for (row, keys) in &rows {
            let terms =
                keys.iter().zip(self.columns()).map(|(key, applicant)| Term { key: *key, label: applicant.label });
            let mut parts: Vec<Term> = terms.collect();
            let law = parts.pop().map(|total| Law::Sum { total, parts });
            add("N03", Place::Row(TableId::Applications, row.id()), row.label(), law);
        }
        relations
    }
}
