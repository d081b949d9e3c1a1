//! A pack in words: a line for each thing that it asks for.

use super::{DayOfYear, ExtraHeading, Length, Pack, Topic};

impl Pack {
    /// What it asks for, a line each.
    pub fn lines(&self) -> Vec<String> {
        let day = |day: Option<DayOfYear>, what: &str| day.map(|day| format!("{}前{what}", day.words()));
        let days = [day(self.submit_by, "上报"), day(self.publish_by, "公布")].into_iter().flatten();
        let likeness = self.likeness.map(|percent| format!("与上年、与其他单位的重复率低于{percent}%"));
        let lengths = self.lengths.iter().map(Length::words);
        let (topics, headings) = (self.topics.iter().map(Topic::words), self.headings.iter().map(ExtraHeading::words));
        days.chain(likeness).chain(lengths).chain(topics).chain(headings).collect()
    }
}

impl DayOfYear {
    /// As the clerk writes it: 1月20日.
    pub fn words(self) -> String {
        format!("{}月{}日", self.month, self.day)
    }
}

/// The name of a part, or of all of them.
fn part(name: &str) -> &str {
    if name.trim().is_empty() { "正文" } else { name }
}

/// What stands behind a thing that would be better so.
fn advised(must: bool) -> &'static str {
    if must { "" } else { "（建议）" }
}

impl Length {
    /// 总体情况不超过1000字.
    pub(super) fn words(&self) -> String {
        let (part, advised) = (part(&self.part), advised(self.must));
        match (self.least, self.most) {
            (0, most) => format!("{part}不超过{most}字{advised}"),
            (least, 0) => format!("{part}不少于{least}字{advised}"),
            (least, most) => format!("{part}{least}到{most}字{advised}"),
        }
    }
}

impl Topic {
    fn words(&self) -> String {
        let number = if self.count { "，写出数量" } else { "" };
        format!("{}写到{}{number}{}", part(&self.part), self.name, advised(self.must))
    }
}

impl ExtraHeading {
    fn words(&self) -> String {
        format!("另有标题“{}”{}", self.heading, advised(self.must))
    }
}
