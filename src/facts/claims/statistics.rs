//! The figures of the statistic form that a text states.

use super::subject::{Court, Outcome, Results, Stage, Subject};
use crate::form::Key;

impl Subject {
    /// The figures of the statistic form that the subject may mean.
    pub(super) fn in_statistics(self) -> Vec<(&'static str, Vec<Key>)> {
        let one = |label: &'static str, name: &str| (label, Key::parse(name).into_iter().collect::<Vec<_>>());
        let outcome = |outcome: Outcome| outcome.id();
        match self {
            Self::Disclosed => vec![one("主动公开政府信息数", "disclosed.total")],
            Self::Received | Self::New => vec![one("收到申请数", "requests.received")],
            Self::Closed | Self::Handled => {
                vec![one("申请办结数", "requests.closed"), one("申请答复数", "replies.total")]
            }
            Self::Results(Results::Granted) => vec![one("同意公开答复数", "replies.granted")],
            Self::Results(Results::Partial) => vec![one("同意部分公开答复数", "replies.partial")],
            Self::Results(Results::Denied) => vec![one("不同意公开答复数", "replies.denied")],
            Self::Disputes(_, Outcome::Pending) => Vec::new(),
            Self::Disputes(Court::Review, end) => {
                vec![("行政复议", Key::joined(&["review", outcome(end)]).into_iter().collect())]
            }
            Self::Disputes(Court::Suit, end) => {
                vec![("行政诉讼", Key::joined(&["lawsuit", outcome(end)]).into_iter().collect())]
            }
            Self::Disputes(Court::Both, end) => {
                let keys = ["review", "lawsuit"].iter().filter_map(|block| Key::joined(&[block, outcome(end)]));
                vec![("行政复议＋行政诉讼", keys.collect())]
            }
            Self::Document("normative", Stage::Issued) => vec![one("制发规范性文件总数", "normative.issued")],
            Self::Document("normative", Stage::Any) => {
                vec![one("主动公开规范性文件数", "disclosed.normative"), one("制发规范性文件总数", "normative.issued")]
            }
            Self::Statistic(name) => vec![one("统计表", name)],
            Self::CarriedIn
            | Self::CarriedOut
            | Self::Results(_)
            | Self::Applicant(_)
            | Self::Organisations
            | Self::Decisions(_)
            | Self::Disputes(..)
            | Self::Document(..) => Vec::new(),
        }
    }
}
