//! The years by which the report itself is presented: in its title, in the words that open it, in the captions of its tables.

use std::ops::Range;

use super::own_role::caption;
use super::year_fault::near_years;
use super::year_words::Words;
use crate::facts::Passage;
use crate::text::{NamedYear, Number, Reading, has_any, named_years, near};

/// How far behind a title it can be said that it is this report's, in bytes.
const AFTER: usize = 240;

/// A year near the report's and not it, in a title of its own: 某镇2016年政府信息公开工作年度报告.
pub(super) fn in_title(year: u64, title: &Passage) -> Option<NamedYear> {
    let named = named_years(&title.reading);
    let [named] = named.as_slice() else { return None };
    let is_wrong = named.year != year && near_years(year, named.year);
    (is_wrong && title.text().trim_end().ends_with("报告")).then(|| named.clone())
}

/// The caption of a table or a chart of the report: 附件：某街道2020年度政府信息公开工作情况统计表. Of several years it is history.
pub(super) fn in_caption(year: u64, passage: &Passage) -> Option<NamedYear> {
    // What of another year is published in this one has its name: 2022年度部门决算公开情况统计表.
    const OTHERS: [&str; 6] = ["决算", "预算", "整改", "上年", "考核", "测评"];
    const OF_REPORT: [&str; 5] = ["统计表", "情况表", "示意图", "占比", "分布图"];
    let text = passage.text();
    let attached = passage.reading.titles().first().filter(|title| {
        let before = text.get(..title.start).unwrap_or_default();
        ["后附", "另附", "附有", "附：", "附件：", "附表："].iter().any(|word| before.ends_with(word))
    });
    let start = attached.map(|title| title.start).or_else(|| caption(text)).filter(|start| {
        let words = text.get(*start..).unwrap_or_default();
        has_any(words, &OF_REPORT) && !has_any(words, &OTHERS)
    })?;
    let years = attached.map_or_else(|| named_years(&passage.reading), |title| years_of_title(&passage.reading, title));
    let [named] = years.as_slice() else { return None };
    (named.span.start >= start && named.year < year && near_years(year, named.year)).then(|| named.clone())
}

/// 编制了《某镇2020年政府信息公开工作年度报告》, where the opening presents the report by its title.
pub(super) fn in_own_title(year: u64, passage: &Passage) -> Vec<NamedYear> {
    let reading = &passage.reading;
    let mut found = Vec::new();
    for title in reading.titles() {
        let words = reading.words(title.clone());
        let is_report = words.ends_with("报告》") && words.contains("信息公开") && !words.contains('关');
        let clause = reading.clause_before(title.start);
        let presents = ["编制", "现将", "形成", "现公布", "现发布", "特公布", "撰写"];
        // 《某局2021年政府信息公开工作年度报告》由六个部分组成，现向社会公布.
        let rest = title.end..reading.sentence(title.start).end.max(title.end);
        let after = reading.words(near(reading.text, &rest, title.end, AFTER));
        let is_presented = after.starts_with('由') && has_any(after, &["组成", "公布", "发布"])
            || has_any(after, &["现向社会公布", "现予公布", "现予以公布", "公布如下"]);
        if !is_report
            || !(has_any(clause, &presents) || is_presented)
            || has_any(clause, &["根据", "按照", "依据", "参照", "上年"])
        {
            continue;
        }
        let years = years_of_title(reading, title).into_iter();
        found.extend(years.filter(|named| named.year != year && near_years(year, named.year)));
    }
    found
}

/// The years in a title, where `named_years` looks at none.
fn years_of_title(reading: &Reading, title: &Range<usize>) -> Vec<NamedYear> {
    let years = reading.numbers_in(title).iter().filter(|n| n.unit.starts_with('年') && !n.chinese);
    let named = |n: &Number| {
        let year = u64::try_from(n.value).ok()?;
        Some(NamedYear { year, digits: n.digits.clone(), span: n.span.clone(), chinese: false })
    };
    years.filter_map(named).collect()
}

/// 现公布某镇2020年政府信息公开工作年度报告, where the opening presents the report without marks of a title.
pub(super) fn where_presented(year: u64, passage: &Passage) -> Vec<NamedYear> {
    let is_wrong = |named: &NamedYear| {
        let words = Words::around(passage, named);
        let is_report = [
            "政府信息公开工作年度报告",
            "信息公开工作年度报告",
            "信息公开年度报告",
            "政府信息公开年度报告",
            "政府信息公开工作报告",
            "政府信息公开工作情况",
            "政府信息公开情况",
            "政务公开工作年度报告",
            "政务公开年度报告",
            "政务公开工作情况",
        ]
        .iter()
        .any(|report| {
            // 2022年我县政府信息公开工作情况.
            let whose = words
                .after
                .strip_prefix(['我', '本'])
                .and_then(|whose| whose.find("政府信息公开").map(|at| (whose, at)));
            let whose = whose.filter(|(_, at)| *at <= 2 * '局'.len_utf8()).and_then(|(whose, at)| whose.get(at..));
            words.after.starts_with(report) || whose.is_some_and(|whose| whose.starts_with(report))
        });
        let clause = passage.reading.clause_before(named.span.start);
        let presents =
            ["编制了", "编制", "现公布", "现发布", "特公布", "现将", "形成", "向社会公布", "向社会发布", "予以公布"];
        let others = ["根据", "按照", "依据", "对照", "上年", "已", "整改", "曾"];
        is_report
            && named.year != year
            && near_years(year, named.year)
            && has_any(clause, &presents)
            && !has_any(clause, &others)
    };
    named_years(&passage.reading).into_iter().filter(is_wrong).collect()
}
