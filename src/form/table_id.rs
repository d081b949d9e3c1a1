//! The names of the tables that a report can have.

use std::fmt;
use std::str::FromStr;

/// A table of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// 主动公开政府信息情况.
    Proactive,
    /// 收到和处理政府信息公开申请情况.
    Applications,
    /// 政府信息公开行政复议、行政诉讼情况.
    Disputes,
    /// 政府信息公开情况统计表, report years 2014 to 2018.
    Statistics,
    /// Figures of several years.
    History,
    /// 公开渠道.
    Channels,
    /// 人大代表建议、委员提案.
    Proposals,
}

/// The tables in the order in which screens list them.
pub const TABLES: [TableId; 7] = [
    TableId::Proactive,
    TableId::Applications,
    TableId::Disputes,
    TableId::Statistics,
    TableId::History,
    TableId::Channels,
    TableId::Proposals,
];

impl TableId {
    /// The name in drafts and routes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Proactive => "proactive",
            Self::Applications => "applications",
            Self::Disputes => "disputes",
            Self::Statistics => "statistics",
            Self::History => "history",
            Self::Channels => "channels",
            Self::Proposals => "proposals",
        }
    }

    /// What the table is called on the screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Proactive => "主动公开政府信息情况",
            Self::Applications => "收到和处理政府信息公开申请情况",
            Self::Disputes => "政府信息公开行政复议、行政诉讼情况",
            Self::Statistics => "政府信息公开情况统计表",
            Self::History => "历年公开数量",
            Self::Channels => "公开渠道",
            Self::Proposals => "建议、提案办理情况",
        }
    }
}

impl fmt::Display for TableId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for TableId {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        TABLES.into_iter().find(|t| t.name() == name).ok_or(())
    }
}
