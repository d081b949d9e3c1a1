//! What a text can state of a report's figures, and which sums of cells are that figure.

use crate::calc::{blanks_are_zero, is_complete, sum};
use crate::draft::Draft;
pub use crate::form::Outcome;
use crate::form::{Applicant, ColumnRole, Document, Form, Group, Key, Named, ResultRow, Row, TableId, Term, Way};
use crate::value::Decimal;

/// What a number in the text is the number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// 主动公开政府信息, of which only the statistic form has a cell.
    Disclosed,
    /// 收到申请: new ones, or those carried in as well.
    Received,
    /// 本年新收.
    New,
    /// 上年结转.
    CarriedIn,
    /// 结转下年度.
    CarriedOut,
    /// 办结, 答复: the total of the results.
    Closed,
    /// 办理, 处理: the total of the results, or all that there was to handle.
    Handled,
    /// Rows of results in table three.
    Results(Results),
    /// 自然人, 商业企业 …, by the id of the column: of the new ones, of all, or of the closed ones.
    Applicant(&'static str),
    /// 法人或其他组织.
    Organisations,
    /// Reviews, suits or both, by their result.
    Disputes(Court, Outcome),
    /// 规章 or 规范性文件 in a column of table two.
    Document(Document, Stage),
    /// 行政许可, 行政处罚 or 行政强制 in table two, by the id of its row.
    Decisions(&'static str),
    /// 行政事业性收费 in table two, in 万元.
    Fees,
    /// A figure of the statistic form.
    Statistic(Named),
}

/// Rows of results in table three: a group, the groups that are open, or one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Results {
    /// 予以公开, 部分公开, 不予公开 …
    Group(&'static Group),
    /// 予以公开 and 部分公开.
    GrantedOrPartial,
    /// One row of a group, by its id: `unable.not_held`.
    Row(&'static str),
}

/// A sum of cells that a subject may mean, with what it is called.
pub(super) type Choice = (&'static str, Vec<Key>);

/// Where a dispute was brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Court {
    /// 行政复议.
    Review,
    /// 行政诉讼, both ways together.
    Suit,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReview,
    /// 复议 and 诉讼 together.
    Both,
}

/// What a sentence says was done with documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 制发, 出台.
    Issued,
    /// 废止.
    Repealed,
    /// 现行有效.
    InForce,
    /// 公开, without saying which: any column of the row may be meant.
    Any,
}

/// A sum of cells that a claim may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What it is: 新收＋上年结转.
    pub label: &'static str,
    /// The cells.
    pub keys: Vec<Key>,
    /// The sum of those that are there.
    pub value: Decimal,
    /// Whether it can be held against a text: no cell is blank, or the table shows that the blank ones are zero.
    pub settled: bool,
}

impl Court {
    fn label(self) -> &'static str {
        match self {
            Self::Review => "行政复议",
            Self::Suit => "行政诉讼",
            Self::Direct => "未经复议直接起诉",
            Self::AfterReview => "复议后起诉",
            Self::Both => "行政复议＋行政诉讼",
        }
    }

    /// The blocks of table four that it takes in.
    fn ways(self) -> &'static [Way] {
        match self {
            Self::Review => &[Way::Review],
            Self::Suit => &[Way::Direct, Way::AfterReview],
            Self::Direct => &[Way::Direct],
            Self::AfterReview => &[Way::AfterReview],
            Self::Both => &Way::ALL,
        }
    }
}

impl Subject {
    /// The sums of cells that the subject may mean in a draft's form, the likeliest first; empty where the form has
    /// no cell for it, or all its cells are blank.
    pub fn counts(self, draft: &Draft) -> Vec<Count> {
        let Some(form) = draft.form() else { return Vec::new() };
        let has_statistics = form.table(TableId::Statistics).is_some();
        let choices = if has_statistics { self.in_statistics() } else { self.in_tables(form) };
        let known = |key: &Key| form.table_of(*key).is_some();
        let choices = choices.into_iter().filter(|(_, keys)| !keys.is_empty() && keys.iter().all(known));
        choices.filter_map(|(label, keys)| count(draft, label, keys)).collect()
    }

    fn in_tables(self, form: &Form) -> Vec<Choice> {
        let totals = |rows: &[Row]| rows.iter().filter_map(|row| form.application_total(*row)).collect::<Vec<_>>();
        // Of the new ones, of all, or of the closed ones.
        let of_columns = |is_meant: &dyn Fn(&Applicant) -> bool| {
            let columns = || form.applicants().iter().filter(|applicant| is_meant(applicant));
            let cells = |rows: &[Row]| {
                columns().flat_map(|column| rows.iter().filter_map(|row| form.application(*row, column))).collect()
            };
            let choices: [(&'static str, &[Row]); 3] = [
                ("新收", &[Row::New]),
                ("新收＋上年结转", &[Row::New, Row::CarriedIn]),
                ("办理结果总计", &[Row::Total]),
            ];
            choices.map(|(label, rows)| (label, cells(rows))).to_vec()
        };
        let new = ("新收", totals(&[Row::New]));
        let all = ("新收＋上年结转", totals(&[Row::New, Row::CarriedIn]));
        let closed = ("办理结果总计", totals(&[Row::Total]));
        match self {
            Self::Disclosed | Self::Statistic(_) => Vec::new(),
            Self::Received => vec![new, all],
            Self::New => vec![new],
            Self::CarriedIn => vec![("上年结转", totals(&[Row::CarriedIn]))],
            Self::Decisions(id) => {
                let is_meant = |role| role == ColumnRole::Decisions;
                let cells = form.band_cells().filter(|(_, row, column)| row.id == id && is_meant(column.role));
                vec![("处理决定数量", cells.map(|(key, ..)| key).collect())]
            }
            Self::Fees => {
                let amounts = form.band_cells();
                let amounts = amounts.filter(|(_, row, column)| row.id == "fees" && column.role == ColumnRole::Amount);
                vec![("本年收费金额", amounts.map(|(key, ..)| key).collect())]
            }
            Self::CarriedOut => vec![("结转下年度", totals(&[Row::CarriedOut]))],
            Self::Closed => vec![closed],
            Self::Handled => vec![closed, all, new],
            Self::Results(results) => {
                let rows = form.results().filter(|row| results.has(row));
                vec![(results.label(), rows.filter_map(|row| form.application_total(Row::Result(row))).collect())]
            }
            Self::Applicant(id) => of_columns(&|applicant| applicant.id == id),
            Self::Organisations => of_columns(&|applicant| applicant.is_organisation),
            Self::Disputes(court, outcome) => {
                let keys = court.ways().iter().filter_map(|way| form.dispute(*way, outcome));
                vec![(court.label(), keys.collect())]
            }
            Self::Document(document, stage) => {
                let cell = |role: &ColumnRole| form.document_cells(document).find(|(_, column)| column.role == *role);
                let cells = stage.columns().iter().filter_map(cell);
                cells.map(|(key, column)| (column.short, vec![key])).collect()
            }
        }
    }

    /// The subject in the words of a finding.
    pub fn label(self) -> &'static str {
        match self {
            Self::Disclosed => "主动公开政府信息数",
            Self::Received => "收到申请数",
            Self::New => "本年新收申请数",
            Self::CarriedIn => "上年结转数",
            Self::CarriedOut => "结转下年度数",
            Self::Closed => "办结申请数",
            Self::Handled => "办理申请数",
            Self::Results(results) => results.label(),
            Self::Applicant(_) => "申请人数",
            Self::Organisations => "法人或其他组织",
            Self::Disputes(Court::Review, _) => "行政复议数",
            Self::Disputes(Court::Suit | Court::Direct | Court::AfterReview, _) => "行政诉讼数",
            Self::Disputes(Court::Both, _) => "复议、诉讼数",
            Self::Document(Document::Rules, _) => "规章数",
            Self::Document(Document::Normative, _) => "规范性文件数",
            Self::Decisions(_) => "处理决定数",
            Self::Fees => "行政事业性收费金额",
            Self::Statistic(_) => "统计数",
        }
    }

    /// Whether it is one of the main figures, which are given exactly.
    pub fn is_main(self) -> bool {
        !matches!(self, Self::Decisions(_) | Self::Fees | Self::Statistic(_) | Self::Document(_, Stage::Any))
    }
}

impl Stage {
    /// The columns of table two that may be meant, the likeliest first; a form has some of them.
    fn columns(self) -> &'static [ColumnRole] {
        use ColumnRole::{InForce, Issued, Made, Open, Published, Repealed};
        match self {
            Self::Issued => &[Issued, Made, Published],
            Self::Repealed => &[Repealed],
            Self::InForce => &[InForce, Open],
            Self::Any => &[Issued, Published, Made, InForce, Open, Repealed],
        }
    }
}

impl Results {
    fn label(self) -> &'static str {
        match self {
            Self::Group(group) => group.label,
            Self::GrantedOrPartial => "予以公开＋部分公开",
            Self::Row(_) => "表三这一行",
        }
    }

    /// Whether a row is one of them.
    fn has(self, row: &ResultRow) -> bool {
        match self {
            Self::Group(group) => row.group == group,
            Self::GrantedOrPartial => row.group.is_open,
            Self::Row(id) => row.id == id,
        }
    }
}

/// The sum of cells; nothing when all are blank.
fn count(draft: &Draft, label: &'static str, keys: Vec<Key>) -> Option<Count> {
    let terms: Vec<Term> = keys.iter().map(|key| Term { key: *key, label }).collect();
    let value = sum(draft, &terms)?;
    let complete = keys.iter().all(|key| is_complete(draft, *key));
    let settled = complete || keys.iter().all(|key| blanks_are_zero(draft, *key));
    Some(Count { label, keys, value, settled })
}
