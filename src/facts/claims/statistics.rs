//! The figures of the statistic form that a text states.

use super::subject::{Choice, Court, Results, Stage, Subject};
use crate::form::{DENIED, Document, GRANTED, Group, Named, Outcome, PARTIAL};

/// The figure of the reviews with this outcome.
fn review(outcome: Outcome) -> Named {
    match outcome {
        Outcome::Total => Named::of("review.total"),
        Outcome::Upheld => Named::of("review.upheld"),
        Outcome::Corrected => Named::of("review.corrected"),
        Outcome::Other | Outcome::Pending => Named::of("review.other"),
    }
}

/// The figure of the suits with this outcome, both ways together.
fn suit(outcome: Outcome) -> Named {
    match outcome {
        Outcome::Total => Named::of("lawsuit.total"),
        Outcome::Upheld => Named::of("lawsuit.upheld"),
        Outcome::Corrected => Named::of("lawsuit.corrected"),
        Outcome::Other | Outcome::Pending => Named::of("lawsuit.other"),
    }
}

/// The figure of the replies of a group.
fn replies(group: &Group) -> Option<(&'static str, Named)> {
    let known = [
        (&GRANTED, "同意公开答复数", Named::of("replies.granted")),
        (&PARTIAL, "同意部分公开答复数", Named::of("replies.partial")),
        (&DENIED, "不同意公开答复数", Named::of("replies.denied")),
    ];
    known.iter().find(|(known, ..)| *known == group).map(|(_, label, figure)| (*label, *figure))
}

impl Subject {
    /// The figures of the statistic form that the subject may mean.
    pub(super) fn in_statistics(self) -> Vec<Choice> {
        let one = |label: &'static str, figure: Named| (label, figure.key().into_iter().collect::<Vec<_>>());
        let issued = || one("制发规范性文件总数", Named::of("normative.issued"));
        match self {
            Self::Disclosed => vec![one("主动公开政府信息数", Named::DISCLOSED)],
            Self::Received | Self::New => vec![one("收到申请数", Named::of("requests.received"))],
            Self::Closed | Self::Handled => {
                vec![one("申请办结数", Named::of("requests.closed")), one("申请答复数", Named::of("replies.total"))]
            }
            Self::Results(Results::Group(group)) => {
                replies(group).map(|(label, figure)| one(label, figure)).into_iter().collect()
            }
            Self::Disputes(_, Outcome::Pending) => Vec::new(),
            Self::Disputes(Court::Review, end) => vec![one("行政复议", review(end))],
            Self::Disputes(Court::Suit, end) => vec![one("行政诉讼", suit(end))],
            Self::Disputes(Court::Both, end) => {
                let keys = [review(end), suit(end)].into_iter().filter_map(Named::key);
                vec![("行政复议＋行政诉讼", keys.collect())]
            }
            Self::Document(Document::Normative, Stage::Issued) => vec![issued()],
            Self::Document(Document::Normative, Stage::Any) => {
                vec![one("主动公开规范性文件数", Named::of("disclosed.normative")), issued()]
            }
            Self::Statistic(figure) => vec![one("统计表", figure)],
            Self::CarriedIn
            | Self::CarriedOut
            | Self::Results(_)
            | Self::Applicant(_)
            | Self::Organisations
            | Self::Decisions(_)
            | Self::Fees
            | Self::Disputes(..)
            | Self::Document(..) => Vec::new(),
        }
    }
}
