//! The words by which a report states its figures, as data, and how they are found at the end of other words.

mod application;
mod dispute;
mod object;
mod publication;
mod result;

pub(super) use application::{application, carries_out};
pub(super) use dispute::{court, outcome};
pub(super) use object::object;
pub(super) use publication::{
    decisions, disclosed, document, stage, stage_alone, statistic, statistic_by_its_own_words,
};

/// Words between what is counted and its number that say nothing themselves.
const FILLERS: [&str; 34] = [
    "件数", "总", "数量", "总数", "总量", "数", "共计", "总计", "合计", "累计", "总共", "共", "计", "为", "有", "了",
    "的", "是", "达", "达到", "：", ":", "均", "已", "各", "分别", "全部", "约", "近", "情形", "情况", "超过", "逾",
    "类",
];

/// The measure words, right or wrong, with which the figures of the tables are given.
pub(in crate::facts::claims) const MEASURES: [&str; 20] = [
    "项", "期", "场", "件", "条", "份", "宗", "起", "例", "笔", "封", "部", "篇", "个", "次", "人次", "条次", "件次",
    "人", "万元",
];

/// Two of these in a sentence are results of applications.
pub(in crate::facts::claims) const RESULTS: [&str; 6] =
    ["予以公开", "同意公开", "部分公开", "不予公开", "无法提供", "不予处理"];

/// Words after which a number is a part of the one before.
pub(in crate::facts::claims) const LISTING: [&str; 9] =
    ["其中", "包括", "包含", "涉及", "按类别", "分别为", "分别是", "分别属于", "主要是"];

/// Cuts these words off the end as long as one stands there. Of several the longest goes first.
fn stripped<'a>(mut text: &'a str, words: &[&[&str]]) -> &'a str {
    loop {
        text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '“' | '”' | '"'));
        let ends = words.iter().copied().flatten().filter(|word| text.ends_with(**word));
        let Some(word) = ends.max_by_key(|word| word.len()) else { return text };
        text = text.get(..text.len() - word.len()).unwrap_or_default();
    }
}

/// The value of the longest of these words with which a text ends.
fn ending<T: Copy>(text: &str, table: &[(&str, T)]) -> Option<(usize, T)> {
    let ends = table.iter().filter(|(word, _)| text.ends_with(word));
    ends.max_by_key(|(word, _)| word.len()).map(|(word, value)| (word.len(), *value))
}
