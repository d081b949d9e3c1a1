//! Other words under which reports have the rows of a table. Only who reads files of others asks for them, so that they are no part of
//! the editions themselves, which every page loads.

/// Other words for a row, each with the name of the row's first figure: what offices printed before the form or beside it.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("主动公开信息数", "disclosed.total"),
    ("主动公开政府信息总数", "disclosed.total"),
    ("网站公开", "channel.website"),
    ("网站公开数", "channel.website"),
    ("政府公报公开", "channel.gazette"),
    ("公报公开", "channel.gazette"),
    ("受理依申请公开信息总数", "requests.received"),
    ("受理申请总数", "requests.received"),
    ("收到申请总数", "requests.received"),
    ("网上申请数", "requests.online"),
    ("信函传真申请数", "requests.letter"),
    ("对申请的答复总数", "replies.total"),
    ("申请答复总数", "replies.total"),
    ("部分公开答复数", "replies.partial"),
    ("否决公开答复总数", "replies.denied"),
    ("不予公开答复数", "replies.denied"),
    ("行政复议数", "review.total"),
    ("行政复议总数", "review.total"),
    ("行政诉讼数", "lawsuit.total"),
    ("行政诉讼总数", "lawsuit.total"),
    ("举报投诉数", "complaints.total"),
    ("行政规范性文件", "proactive.normative.made"),
    ("规范性文件", "proactive.normative.issued"),
];

/// The other words for the row that begins with a figure of this name.
pub fn other_words(first: &str) -> impl Iterator<Item = &'static str> {
    OTHER_WORDS.iter().filter(move |(_, name)| *name == first).map(|(words, _)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Key;

    #[test]
    fn every_name_is_of_a_figure() {
        for (words, name) in OTHER_WORDS {
            assert!(Key::parse(name).is_some(), "{words} {name}");
        }
    }
}
