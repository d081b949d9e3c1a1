//! What is wrong with a year where it stands; silent where that is not certain.

use super::year_likely::{is_compared_a_year_early, is_likely_left};
use super::year_lists::{BEGUN, DONE, HISTORY, MENDED, OWN, PLAN, WORK};
use super::year_words::Words;
use crate::text::{NamedYear, compact, has_any};

/// A year that is wrong where it stands.
pub(super) struct Fault {
    /// The fault in one line.
    pub title: &'static str,
    /// What there is to say.
    pub words: String,
    /// The year to be there.
    pub right: Option<u64>,
    /// Whether it is certain, or to be looked at.
    pub is_certain: bool,
}

/// What is wrong with a year in a heading.
pub(super) fn of_heading(year: u64, named: &NamedYear, words: &Words) -> Option<Fault> {
    malformed(year, named).or_else(|| in_heading(year, named.year, words))
}

/// Whether a part under this heading tells what is to come.
pub(super) fn is_plan_heading(heading: &str) -> bool {
    has_any(heading, &PLAN) || has_any(heading, &["问题", "改进", "措施"])
}

fn in_heading(year: u64, named: u64, words: &Words) -> Option<Fault> {
    let heading = words.sentence;
    let is_plan = has_any(heading, &PLAN) && !has_any(heading, &DONE);
    if is_plan && (named <= year || named == year + 2) {
        return Some(plan(year, named));
    }
    let is_work = has_any(heading, &WORK) && !has_any(heading, &["整改", "问题", "上年", "反馈", "比"]);
    (is_work && !is_plan && named != year && near_years(year, named)).then(|| work(year, named))
}

/// What is wrong with a year in a paragraph.
pub(super) fn of_text(year: u64, office: &str, named: &NamedYear, words: &Words, in_plan: bool) -> Option<Fault> {
    malformed(year, named).or_else(|| in_text(year, office, named.year, words, in_plan)).or_else(|| {
        let is_left = is_likely_left(year, named.year, words) || is_compared_a_year_early(year, named.year, words);
        is_left.then(|| likely(year, named.year))
    })
}

fn in_text(year: u64, office: &str, named: u64, words: &Words, in_plan: bool) -> Option<Fault> {
    // “2018年重点工作安排” among the parts that the opening lists.
    let listed = words.before.ends_with(['“', '、']) && words.goes_on_with(&["重点工作安排", "工作安排", "工作计划"]);
    if listed && named <= year && words.sentence.contains("部分") {
        return Some(plan(year, named));
    }
    let is_of_plan = || {
        words.is_planned_for()
            || words.is_title_of_plan()
            || ((words.opens() || words.is_led_to()) && (words.is_plan() || words.is_ahead()))
    };
    if in_plan && named <= year && near_years(year, named) && is_of_plan() {
        return Some(plan(year, named));
    }
    if named == year || words.years.contains(&year) {
        return None;
    }
    if named > year + 1 {
        // 2032年，……共公布4批次: two digits are turned.
        return (words.is_told_as_over() && !in_plan).then(|| work(year, named));
    }
    // The cheap questions first: a text can name a hundred thousand years.
    let closes = words.is_closing_day();
    if !closes && !near_years(year, named) {
        return None;
    }
    if words.is_the_years_own() || words.is_own_count_by_its_end() {
        return Some(work(year, named));
    }
    let plain = words.plain();
    let is_begun = !words.counts && has_any(&plain, &BEGUN);
    let is_mended = words.sentence.contains("问题") && has_any(words.sentence, &MENDED);
    if is_begun || is_mended {
        return None;
    }
    // 截至2022年12月31日，本年度共公开437条, in the report of 2023.
    let is_of_the_year = words.after.split_once('，').is_some_and(|(_, told)| told.starts_with("本年"));
    if closes && is_of_the_year && words.counts {
        return Some(work(year, named));
    }
    if has_any(&plain, &HISTORY) || has_any(words.earlier, &["问题整改", "整改情况", "整改落实", "上年度报告"])
    {
        return None;
    }
    let wrong = || Some(work(year, named));
    if closes {
        return wrong();
    }
    if named > year {
        // Next year is told as if it were over.
        return if words.is_told_as_over() && !in_plan { wrong() } else { None };
    }
    if is_whole_year(words) {
        return wrong();
    }
    let after = ["底", "初", "末", "前", "起", "的", "结转", "比", "为"];
    // 2021年为进一步做好公开工作 tells what for.
    let aims = ["为进一步", "为了", "为确保", "为深入", "为切实", "为规范", "为贯彻", "为推进", "为做好"];
    let is_aim = aims.iter().any(|aim| words.after.starts_with(aim));
    if words.is_followed_by_a_number() || (!is_aim && after.iter().any(|word| words.after.starts_with(word))) {
        return None;
    }
    let of_others = ["国务院", "国家", "中央", "党中央", "省", "新修订", "新《", "《"];
    let issued = has_any(words.sentence, &["印发", "出台", "下发", "颁布"]);
    if words.goes_on_with(&of_others) && (issued || !has_any(words.sentence, &["我", "本"])) {
        return None;
    }
    // 2023年公开631条。2024年公开1,234条: the years are set side by side.
    if words.counts && words.later.trim_start().starts_with(&format!("{year}年")) {
        return None;
    }
    if named < year && !in_plan && words.tells_of_short_name(office) {
        return wrong();
    }
    let tells = ['，', ',', '为', '我', '本', '全', '共', '累', '主', '制', '收', '受', '未', '没', '新', '无'];
    let who = words.told();
    let is_ours = who.starts_with('我') && !who.starts_with("我国");
    let is_own = || is_ours || has_any(words.sentence, &OWN) || words.begins_with_own_name(office);
    let is_told = || words.after.starts_with(tells) && is_own();
    if words.is_of_own_work() || (words.opens() && words.counts_what_was_done()) {
        return wrong();
    }
    let is_of_disputes = || {
        let settled = words.counts && !has_any(words.sentence, &["结转", "尚未审结", "跨年"]);
        settled && words.goes_on_with(&["行政复议", "行政诉讼", "发生行政", "被申请行政复议", "被提起行政诉讼"])
    };
    if words.opens() && is_of_disputes() {
        return wrong();
    }
    if (words.opens() || words.is_led_back_to()) && (is_told() || words.tells_of_nothing()) {
        return wrong();
    }
    // 我局2021年共主动公开, with nothing before that compares or looks back.
    let clause = words.before.rsplit(['，', '；', '：']).next().unwrap_or_default();
    let looks_back = ["比", "较", "与", "同", "自", "从", "由", "针对", "对照", "（", "(", "其中", "上"];
    // 2021年收到3件，上年结转0件 speaks of its own year; what goes over to the next one may have come from that year.
    let over = ["上年结转", "上年度结转", "上一年结转", "无结转"];
    let carried = has_any(words.sentence, &["结转", "顺延"]) && !has_any(words.sentence, &over);
    (words.tells_a_count() && words.counts && !has_any(clause, &looks_back) && !carried).then(|| work(year, named))
}

/// 1月1日 after the year and 12月31日 after that, or the other end of such a range.
fn is_whole_year(words: &Words) -> bool {
    let (after, before) = (compact(words.after), compact(words.before));
    let one_year = words.years.iter().all(|other| words.years.first() == Some(other)) && words.years.len() < 2;
    let first = after.starts_with("1月1日") && after.contains("12月31日");
    let last = after.starts_with("12月31日") && before.contains("年1月1日");
    one_year && (first || last) && has_any(words.sentence, &["公开", "收到", "受理"])
}

/// The years from which a sentence is likely to be left.
pub(super) fn near_years(year: u64, named: u64) -> bool {
    (year.saturating_sub(3)..=year + 2).contains(&named)
}

/// The fault of a year in the place of the report's.
pub(super) fn work(year: u64, named: u64) -> Fault {
    let words = format!("这里写的是{named}年，报告年度是{year}年。");
    Fault { title: "年份不是报告年度", words, right: Some(year), is_certain: true }
}

/// The fault of a year that may be left from an earlier report.
fn likely(year: u64, named: u64) -> Fault {
    let words = format!("这里写的是{named}年，报告年度是{year}年。说的是以前的事的，请写明后保留。");
    Fault { title: "年份可能没有改", words, right: Some(year), is_certain: false }
}

fn plan(year: u64, named: u64) -> Fault {
    let next = year + 1;
    let words = format!("这里写的是{named}年，{year}年度的报告安排的是{next}年的工作。");
    Fault { title: "下一年的安排写的不是下一年", words, right: Some(next), is_certain: true }
}

/// A year that is none: 202020年, 2202年. One in which the report year can be read is put right.
fn malformed(year: u64, named: &NamedYear) -> Option<Fault> {
    if named.chinese || named.year <= 2100 || named.year > 99_999_999 {
        return None;
    }
    let digits = named.year.to_string();
    let mut letters = digits.chars();
    let readable = year.to_string().chars().all(|c| letters.any(|other| other == c));
    let words = format!("没有{digits}年。");
    Some(Fault { title: "年份写错", words, right: readable.then_some(year), is_certain: true })
}
