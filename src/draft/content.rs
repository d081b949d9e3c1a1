//! What the text of a report is made of, and what was said of findings.

use super::json::Value;
use super::model::Unknown;
use crate::form::{ProposalField, TableId};
use crate::value::{Count, Ordered};

/// A category of proposals of deputies and members (人大代表建议、委员提案).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Proposal {
    /// 类别.
    pub category: String,
    /// 件数.
    pub count: Option<Count>,
    /// 办结数.
    pub closed: Option<Count>,
    pub(in crate::draft) unknown: Unknown,
}

impl Proposal {
    /// A category of which no number is known yet.
    pub fn new(category: impl Into<String>) -> Self {
        Self { category: category.into(), ..Self::default() }
    }

    /// A number of it; its name is none.
    pub fn number(&self, field: ProposalField) -> Option<Count> {
        match field {
            ProposalField::Category => None,
            ProposalField::Count => self.count,
            ProposalField::Closed => self.closed,
        }
    }

    pub(super) fn number_mut(&mut self, field: ProposalField) -> Option<&mut Option<Count>> {
        match field {
            ProposalField::Category => None,
            ProposalField::Count => Some(&mut self.count),
            ProposalField::Closed => Some(&mut self.closed),
        }
    }
}

/// A part of the report's text.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Part {
    /// Its heading, numbering and all.
    pub heading: String,
    /// Its paragraphs, tables and charts.
    pub body: Vec<Item>,
    pub(in crate::draft) unknown: Unknown,
}

impl Part {
    /// A part with nothing under its heading.
    pub fn new(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), ..Self::default() }
    }
}

/// The paragraphs of a text: a line each, empty ones left out.
pub fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    lines.filter(|line| !line.is_empty()).map(str::to_owned)
}

/// What stands in the body of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A paragraph, never empty.
    Paragraph(String),
    /// A table or a chart.
    Embed(Embed),
    /// Something that this version does not know: kept where it stands, and not shown.
    Other(Value),
}

impl Item {
    /// The same with each line of a paragraph a paragraph of its own, and no empty one.
    pub(super) fn one_a_line(self) -> Vec<Self> {
        match self {
            Self::Paragraph(text) => paragraphs(&text).map(Self::Paragraph).collect(),
            Self::Embed(_) | Self::Other(_) => vec![self],
        }
    }

    /// The paragraph's text.
    pub fn paragraph(&self) -> Option<&str> {
        match self {
            Self::Paragraph(text) => Some(text),
            Self::Embed(_) | Self::Other(_) => None,
        }
    }
}

/// A table or a chart between paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// Which one.
    pub what: Embedded,
    /// Its caption, when it is not the one made from the draft.
    pub caption: String,
    pub(in crate::draft) unknown: Unknown,
}

impl Embed {
    /// A table or chart under the caption made from the draft.
    pub fn new(what: Embedded) -> Self {
        Self { what, caption: String::new(), unknown: Unknown::new() }
    }
}

/// What can stand between paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Embedded {
    /// A table.
    Table(TableId),
    /// A chart.
    Chart(ChartId),
}

/// A chart of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartId {
    /// 历年公开数量.
    Trend,
    /// 各渠道公开数.
    Channels,
    /// 收到申请的申请人.
    Applicants,
    /// 申请办理结果.
    Outcomes,
    /// 行政复议和行政诉讼结果.
    Disputes,
}

impl ChartId {
    /// The charts in the order in which screens show them.
    pub const ALL: [Self; 5] = [Self::Trend, Self::Channels, Self::Applicants, Self::Outcomes, Self::Disputes];

    /// The name in drafts and in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::Channels => "channels",
            Self::Applicants => "applicants",
            Self::Outcomes => "outcomes",
            Self::Disputes => "disputes",
        }
    }

    /// What the chart shows.
    pub fn title(self) -> &'static str {
        match self {
            Self::Trend => "历年公开数量",
            Self::Channels => "公开渠道",
            Self::Applicants => "申请人",
            Self::Outcomes => "申请办理结果",
            Self::Disputes => "复议、诉讼结果",
        }
    }

    /// The chart of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.name() == name)
    }
}

/// What a clerk said of a finding.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Review {
    /// The finding's identity: `N20:history.disclosed.total.2014`.
    pub finding: String,
    /// `accepted`.
    pub verdict: String,
    /// Why.
    pub note: String,
    /// The values on which the finding rested when it was accepted, by place.
    pub basis: Ordered<String, String>,
    /// When, as ISO time.
    pub at: String,
    pub(in crate::draft) unknown: Unknown,
}
