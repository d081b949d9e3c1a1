//! A year that was probably left from an earlier report: nothing in its sentence says why an earlier one should stand there.

use super::year_lists::{BEGUN, HISTORY};
use super::year_words::{Words, without_titles};
use crate::text::has_any;

/// Words of a sentence in which an earlier year has its place, beside those of `HISTORY` and `BEGUN`: another time is told of,
/// something is compared, or has the year in its name.
const EARLIER: [&str; 50] = [
    "上年",
    "去年",
    "前年",
    "往年",
    "次年",
    "此前",
    "当时",
    "曾",
    "首次",
    "连续",
    "近年",
    "三年",
    "五年",
    "跨年",
    "增长",
    "下降",
    "结转",
    "顺延",
    "遗留",
    "延续",
    "追溯",
    "修正",
    "印发",
    "出台",
    "下发",
    "颁布",
    "通知",
    "意见》",
    "条例",
    "决议",
    "教训",
    "预算",
    "决算",
    "学年",
    "考核",
    "测评",
    "评估",
    "评议",
    "规划",
    "要点",
    "方案",
    "计划",
    "报告》",
    "年度报告",
    "年报",
    "档案",
    "已得到",
    "得到改",
    "已改",
    "已解决",
];

/// Words right before a year that belongs to something else.
const BEFORE: [&str; 36] = [
    "〔", "﹝", "自", "从", "由", "于", "早在", "原", "对", "将", "针对", "比", "较", "以", "为", "（", "(", "《", "“",
    "至", "到", "—", "-", "~", "在", "是", "、", "和", "与", "及", "按", "据", "公开", "公布", "公示", "发布",
];

/// Words right after a year of which a part is meant, or that lead to its name.
const AFTER: [&str; 34] = [
    "为",
    "仅",
    "只",
    "底",
    "初",
    "末",
    "前",
    "起",
    "的",
    "同期",
    "以前",
    "之前",
    "以后",
    "版",
    "届",
    "级",
    "型",
    "第",
    "春",
    "夏",
    "秋",
    "冬",
    "上半年",
    "下半年",
    "一季",
    "二季",
    "三季",
    "四季",
    "—",
    "-",
    "至",
    "到",
    "/",
    "、",
];

/// How a thing came about that the year is said of: 2021年通过一致性评价的药品.
const ORIGINS: [&str; 14] =
    ["通过", "形成", "产生", "签订", "评选", "认定", "批准", "入选", "取得", "实施", "开工", "竣工", "制作", "制定"];

/// What a report tells of: without any of these the sentence is about something else.
const WORK: [&str; 14] =
    ["公开", "发布", "公示", "受理", "收到", "办理", "答复", "培训", "解读", "推送", "更新", "召开", "复议", "诉讼"];

/// Whether a year before the report's stands where nothing tells why.
pub(super) fn is_likely_left(year: u64, named: u64, words: &Words) -> bool {
    const MONTHS: &str = "一二三四五六七八九十";
    // 2012 for 2021: two digits are turned.
    let is_turned = crate::value::is_turned(named.into(), year.into());
    let is_before = named < year && (named + 2 >= year || is_turned);
    let is_dated = words.after.starts_with(|c: char| c.is_ascii_digit())
        || words.after.split_once('月').is_some_and(|(month, _)| {
            !month.is_empty() && month.chars().count() <= 2 && month.chars().all(|c| MONTHS.contains(c))
        });
    let count = |mark: char| words.before.matches(mark).count();
    let is_in_a_name = count('《') > count('》') || count('“') > count('”');
    // 2021年公开4条。2022年公开6条: the years are set side by side.
    let is_beside = words.later.trim_start().starts_with(&format!("{year}年"));
    // 落实《关于2022年度评估反馈意见的提示》要求，查摆2022年度公开情况: a paper of that year leads to it.
    let is_of_a_paper = words
        .sentence
        .split('《')
        .skip(1)
        .filter_map(|rest| rest.split('》').next())
        .any(|title| title.contains(&named.to_string()));
    let clause = words.after.split(['，', ',', '。', '；']).next().unwrap_or_default();
    // 我局于2024年度继续……, 全局在2023年全年公开1715条: what was done in it is told, and no day.
    let is_told_in = words.is_told_as_a_whole();
    let is_elsewhere = BEFORE.iter().any(|word| words.before.trim_end().ends_with(word));
    let is_of_a_thing = ORIGINS.iter().any(|origin| clause.starts_with(origin)) && clause.contains('的');
    is_before
        && !is_of_a_thing
        && !is_of_a_paper
        && !is_beside
        && words.years.is_empty()
        && (!is_dated || words.is_a_run_of_months())
        && !is_in_a_name
        && has_any(words.sentence, &WORK)
        && (!is_elsewhere || is_told_in)
        && !AFTER.iter().any(|word| words.after.starts_with(word))
        && !tells_of_another_time(words)
}

/// Whether two years that are set side by side are those of the report before: 与2021年相比，2022年增加35条, in the report of 2023.
pub(super) fn is_compared_a_year_early(year: u64, named: u64, words: &Words) -> bool {
    let before = words.before.trim_start();
    let compares = ["与", "较", "同", "比"].iter().any(|word| before.starts_with(word)) && before.contains("相比");
    named + 1 == year && compares && words.years == [named - 1] && words.counts
}

/// Whether the sentence tells why an earlier year stands in it.
fn tells_of_another_time(words: &Words) -> bool {
    let plain = words.plain();
    // What a paper is called is no reason: 2022年建立制度，制定《……考核管理办法》.
    let told = without_titles(&plain);
    has_any(&told, &HISTORY) || has_any(&told, &BEGUN) || has_any(&told, &EARLIER)
}
