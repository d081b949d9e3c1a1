//! What a text can state of a report's figures, and which sums of cells are that figure.

use crate::calc::{blanks_are_zero, is_complete, sum};
use crate::draft::Draft;
use crate::form::{Form, FormId, Key, Term};
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
    /// 自然人, 商业企业 …: of the new ones, of all, or of the closed ones.
    Applicant(&'static str),
    /// 法人或其他组织.
    Organisations,
    /// Reviews, suits or both, by their result.
    Disputes(Court, Outcome),
    /// 规章 or 规范性文件 in a column of table two.
    Document(&'static str, Stage),
    /// 行政许可, 行政处罚 or 行政强制 in table two.
    Decisions(&'static str),
    /// A figure of the statistic form.
    Statistic(&'static str),
}

/// Rows of results in table three: a group, several groups, or one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Results {
    /// 予以公开.
    Granted,
    /// 部分公开.
    Partial,
    /// 予以公开 and 部分公开.
    GrantedOrPartial,
    /// 不予公开.
    Denied,
    /// 无法提供.
    Unable,
    /// 不予处理.
    Refused,
    /// 其他处理.
    Other,
    /// One row of a group: `unable.not_held`.
    Row(&'static str),
}

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

/// How a dispute ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// All of them.
    Total,
    /// 维持.
    Upheld,
    /// 纠正.
    Corrected,
    /// 其他结果.
    Other,
    /// 尚未审结.
    Pending,
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
}

impl Outcome {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Upheld => "upheld",
            Self::Corrected => "corrected",
            Self::Other => "other",
            Self::Pending => "pending",
        }
    }
}

impl Subject {
    /// The sums of cells that the subject may mean in a draft's form, the likeliest first; empty where the form has
    /// no cell for it, or all its cells are blank.
    pub fn counts(self, draft: &Draft) -> Vec<Count> {
        let Some(form) = draft.form() else { return Vec::new() };
        let choices = if form.id == FormId::Narrative2008 { self.in_statistics() } else { self.in_tables(form) };
        let known = |key: &Key| form.table_of(*key).is_some();
        let choices = choices.into_iter().filter(|(_, keys)| !keys.is_empty() && keys.iter().all(known));
        choices.filter_map(|(label, keys)| count(draft, label, keys)).collect()
    }

    fn in_tables(self, form: &Form) -> Vec<(&'static str, Vec<Key>)> {
        let key = |row: &str, column: &str| Key::joined(&["applications", row, column]);
        let keys = |rows: &[&str], column: &str| rows.iter().filter_map(|row| key(row, column)).collect::<Vec<_>>();
        let new = ("新收", keys(&["new"], "total"));
        let all = ("新收＋上年结转", keys(&["new", "carried_in"], "total"));
        let closed = ("办理结果总计", keys(&["total"], "total"));
        match self {
            Self::Disclosed | Self::Statistic(_) => Vec::new(),
            Self::Received => vec![new, all],
            Self::New => vec![new],
            Self::CarriedIn => vec![("上年结转", keys(&["carried_in"], "total"))],
            Self::Decisions(row) => {
                vec![("处理决定数量", Key::joined(&["proactive", row, "decisions"]).into_iter().collect())]
            }
            Self::CarriedOut => vec![("结转下年度", keys(&["carried_out"], "total"))],
            Self::Closed => vec![closed],
            Self::Handled => vec![closed, all, new],
            Self::Results(results) => vec![(results.label(), results.keys(form))],
            Self::Applicant(column) => vec![
                ("新收", keys(&["new"], column)),
                ("新收＋上年结转", keys(&["new", "carried_in"], column)),
                ("办理结果总计", keys(&["total"], column)),
            ],
            Self::Organisations => {
                let of = |rows: &[&str]| {
                    let columns = ["business", "research", "welfare", "legal", "other"];
                    columns.iter().flat_map(|column| keys(rows, column)).collect()
                };
                vec![
                    ("新收", of(&["new"])),
                    ("新收＋上年结转", of(&["new", "carried_in"])),
                    ("办理结果总计", of(&["total"])),
                ]
            }
            Self::Disputes(court, outcome) => {
                let blocks: &[&str] = match court {
                    Court::Review => &["review"],
                    Court::Suit => &["direct", "after_review"],
                    Court::Direct => &["direct"],
                    Court::AfterReview => &["after_review"],
                    Court::Both => &["review", "direct", "after_review"],
                };
                let keys = blocks.iter().filter_map(|block| Key::joined(&["disputes", block, outcome.id()]));
                vec![(court.label(), keys.collect())]
            }
            Self::Document(row, stage) => {
                let columns: &[(&'static str, &str)] = match (form.id, stage) {
                    (FormId::National2019, Stage::Issued) => &[("本年新制作", "made"), ("本年新公开", "published")],
                    (FormId::National2019, Stage::Repealed) => &[],
                    (FormId::National2019, Stage::InForce) => &[("对外公开总数", "open")],
                    (FormId::National2019, Stage::Any) => {
                        &[("本年新公开", "published"), ("本年新制作", "made"), ("对外公开总数", "open")]
                    }
                    (_, Stage::Issued) => &[("本年制发", "issued")],
                    (_, Stage::Repealed) => &[("本年废止", "repealed")],
                    (_, Stage::InForce) => &[("现行有效", "in_force")],
                    (_, Stage::Any) => &[("本年制发", "issued"), ("现行有效", "in_force"), ("本年废止", "repealed")],
                };
                let choice = |(label, column): &(&'static str, &str)| {
                    (*label, Key::joined(&["proactive", row, column]).into_iter().collect())
                };
                columns.iter().map(choice).collect()
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
            Self::Document("rules", _) => "规章数",
            Self::Document(..) => "规范性文件数",
            Self::Decisions(_) => "处理决定数",
            Self::Statistic(_) => "统计数",
        }
    }

    /// Whether it is one of the main figures, which are given exactly.
    pub fn is_main(self) -> bool {
        !matches!(self, Self::Decisions(_) | Self::Statistic(_) | Self::Document(_, Stage::Any))
    }
}

impl Results {
    fn label(self) -> &'static str {
        match self {
            Self::Granted => "予以公开",
            Self::Partial => "部分公开",
            Self::GrantedOrPartial => "予以公开＋部分公开",
            Self::Denied => "不予公开",
            Self::Unable => "无法提供",
            Self::Refused => "不予处理",
            Self::Other => "其他处理",
            Self::Row(_) => "表三这一行",
        }
    }

    /// The totals of its rows in a form.
    fn keys(self, form: &Form) -> Vec<Key> {
        let groups: &[&str] = match self {
            Self::Granted => &["granted"],
            Self::Partial => &["partial"],
            Self::GrantedOrPartial => &["granted", "partial"],
            Self::Denied => &["denied"],
            Self::Unable => &["unable"],
            Self::Refused => &["refused"],
            Self::Other => &["other"],
            Self::Row(row) => return Key::joined(&["applications", row, "total"]).into_iter().collect(),
        };
        let in_group = |key: &Key| {
            let row = key.name().strip_prefix("applications.").and_then(|name| name.strip_suffix(".total"));
            row.is_some_and(|row| groups.contains(&row.split('.').next().unwrap_or(row)))
        };
        form.keys().filter(in_group).collect()
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
