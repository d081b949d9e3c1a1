//! What an edition says of itself beside its tables: its names, its notice, its parts.

use crate::value::Year;

/// What an edition says of itself beside its tables.
pub struct About {
    /// Its name in drafts: `national-2021`.
    pub draft_name: &'static str,
    /// Its name with its notice.
    pub name: &'static str,
    /// Its short name, for lists.
    pub short: &'static str,
    /// What it consists of, in one line.
    pub summary: &'static str,
    /// The words of a report's title after the office and the year.
    pub title: &'static str,
    /// The first report year it is for; the last is the one before the next edition's first.
    pub from: Year,
    /// The notice that gives it, where there is one.
    pub notice: Option<Notice>,
    /// Its parts in order.
    pub parts: &'static [Heading],
    /// The headings of the second level that the overview is to have; empty where the edition prescribes no text.
    pub topics: &'static [&'static str],
    /// The part that has to speak of 信息处理费, where the edition asks for it.
    pub fee_part: Option<PartRole>,
}

/// The heading of a part, and what the part is for.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// Its words; `<YYYY+1>` stands for the year after the report year.
    pub words: &'static str,
    /// What it is for; nothing where the edition prescribes only that there be some parts.
    pub role: Option<PartRole>,
}

impl Heading {
    /// A part that the edition prescribes.
    pub const fn of(role: PartRole, words: &'static str) -> Self {
        Self { words, role: Some(role) }
    }
}

/// What a part is for, whatever its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartRole {
    /// 总体情况.
    Overview,
    /// 主动公开政府信息情况.
    Proactive,
    /// 收到和处理政府信息公开申请情况.
    Applications,
    /// 政府信息公开行政复议、行政诉讼情况.
    Disputes,
    /// 存在的主要问题及改进情况.
    Problems,
    /// 其他需要报告的事项.
    Others,
}

/// A notice that gives a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The year in its number.
    pub year: u64,
    /// Its number of that year.
    pub number: u64,
    /// Its name after the issuer's, without its marks.
    pub name: &'static str,
    /// Words by which the name is known.
    pub known_by: &'static str,
}

impl Notice {
    /// Its number as it is written: 国办公开办函〔2021〕30号.
    pub fn written(&self) -> String {
        format!("国办公开办函〔{}〕{}号", self.year, self.number)
    }
}
