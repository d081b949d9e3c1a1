//! 可以交了吗: what is done and what is missing before a report is handed in, a line a thing, each with the way to it.
//!
//! What a report may do without, the opening, the history, the proposals, is not asked for.

use crate::draft::{Draft, OfficeField, Place};
use crate::facts::Case;
use crate::roll::{left_by_part, likeness, limit, paragraphs};
use crate::rules::{Finding, Severity, Status, is_of_tables};
use crate::sheet::{Progress, blanks, outline, printed_tables, progress};
use crate::value::Date;

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is done.
    Done,
    /// It would be better done, and bars nothing.
    Wanting,
    /// It has to be done first.
    Open,
}

/// Where a line leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a place of the draft.
    To(Place),
    /// To a finding: its index among those that were handed in.
    Finding(usize),
    /// To a file of the draft.
    Keep,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it stands.
    pub standing: Standing,
    /// What it is of: 各表填完.
    pub name: &'static str,
    /// How far it is, in words.
    pub words: String,
    /// Where that is done; nothing where there is nothing to do.
    pub way: Option<Way>,
}

/// The longest text whose likeness is measured here, in bytes: the list is drawn at once.
const LONGEST: usize = 300_000;

/// The fields of the office by which a reader reaches it.
const OFFICE: [(OfficeField, &str); 3] =
    [(OfficeField::Name, "单位名称"), (OfficeField::Address, "地址"), (OfficeField::Phone, "电话")];

/// Findings with how each stands.
type FoundOf<'a> = [(&'a Finding, &'a Status)];

/// The list of a report with these findings, and whether what was typed last is stored.
pub fn readiness(case: &Case, found: &FoundOf, is_kept: bool) -> Vec<Line> {
    let draft = case.draft;
    let mut lines = vec![office(draft)];
    lines.extend(tables(draft, found));
    lines.extend([of_weight(found, Severity::Error), of_weight(found, Severity::Warning), text(draft)]);
    lines.extend([sentences(draft), alike(case, found), local(draft, found)].into_iter().flatten());
    lines.extend([date(draft, found), kept(is_kept)]);
    lines
}

/// In words: whether all is ready, or how many lines are not.
pub fn verdict(lines: &[Line]) -> String {
    match lines.iter().filter(|line| line.standing == Standing::Open).count() {
        0 => "可以交了".to_owned(),
        left => format!("还差 {left} 项"),
    }
}

impl Line {
    fn done(name: &'static str, words: impl Into<String>) -> Self {
        Self { standing: Standing::Done, name, words: words.into(), way: None }
    }

    fn open(name: &'static str, words: impl Into<String>, way: Option<Way>) -> Self {
        Self { standing: Standing::Open, name, words: words.into(), way }
    }

    fn wanting(name: &'static str, words: impl Into<String>, way: Option<Way>) -> Self {
        Self { standing: Standing::Wanting, name, words: words.into(), way }
    }
}

/// The first finding of a kind that is open.
fn first(found: &FoundOf, is: impl Fn(&Finding) -> bool) -> Option<Way> {
    found.iter().position(|(finding, status)| status.is_open() && is(finding)).map(Way::Finding)
}

/// 单位信息: a report without a name is nobody's; one without an address is hard to answer.
fn office(draft: &Draft) -> Line {
    const NAME: &str = "单位信息";
    let missing: Vec<_> = OFFICE.iter().filter(|(field, _)| draft.office(*field).trim().is_empty()).collect();
    let Some((field, _)) = missing.first() else { return Line::done(NAME, "名称、地址、电话都写了") };
    let words: Vec<&str> = missing.iter().map(|(_, words)| *words).collect();
    let (words, way) = (format!("没有写{}", words.join("、")), Some(Way::To(Place::Office(*field))));
    if *field == OfficeField::Name { Line::open(NAME, words, way) } else { Line::wanting(NAME, words, way) }
}

/// 各表填完, 表内平衡; nothing where the report prints no table.
fn tables(draft: &Draft, found: &FoundOf) -> Vec<Line> {
    let printed = printed_tables(draft);
    let Progress { filled, all } = printed.iter().map(|table| progress(draft, *table)).sum();
    if all == 0 {
        return Vec::new();
    }
    let blank = printed.iter().find_map(|table| blanks(draft, *table).first().copied());
    let filled_in = match blank {
        None => Line::done("各表填完", format!("{all} 格都填了")),
        Some(key) => Line::open(
            "各表填完",
            format!("还有 {} 格没有填，没有的请填 0", all - filled),
            Some(Way::To(Place::Cell(key))),
        ),
    };
    let is_off = |finding: &Finding| finding.severity != Severity::Hint && is_of_tables(finding.rule);
    let off = found.iter().filter(|(finding, status)| status.is_open() && is_off(finding)).count();
    let balanced = match (off, blank) {
        (0, None) => Line::done("表内平衡", "各行、各列都平衡"),
        (0, Some(key)) => Line::wanting("表内平衡", "填完才能核对", Some(Way::To(Place::Cell(key)))),
        (off, _) => Line::open("表内平衡", format!("{off} 处不平衡"), first(found, is_off)),
    };
    vec![filled_in, balanced]
}

/// How many findings of a weight are open, and how many were accepted with a note.
fn of_weight(found: &FoundOf, severity: Severity) -> Line {
    let name = match severity {
        Severity::Error => "强制性问题",
        Severity::Warning => "核实性问题",
        Severity::Hint => "提示",
    };
    let of = |finding: &Finding| finding.severity == severity;
    let all = found.iter().filter(|(finding, _)| of(finding)).count();
    let open = found.iter().filter(|(finding, status)| status.is_open() && of(finding)).count();
    let mut words = format!("{open} 处");
    if all > open {
        words.push_str(&format!("，另有 {} 处已说明", all - open));
    }
    if open == 0 { Line::done(name, words) } else { Line::open(name, words, first(found, of)) }
}

/// 各部分文字: a part with neither text nor table is missing.
fn text(draft: &Draft) -> Line {
    const NAME: &str = "各部分文字";
    if draft.narrative().is_empty() {
        return Line::open(NAME, "还没有写文字部分", Some(Way::To(Place::Part(0))));
    }
    let sections = outline(draft);
    let empty: Vec<(usize, &str)> = sections
        .iter()
        .filter(|section| section.tables.is_empty())
        .filter_map(|section| Some((section.part?, section.heading.as_str())))
        .filter(|(n, _)| draft.narrative().get(*n).is_some_and(|part| part.body.is_empty()))
        .collect();
    match empty.as_slice() {
        [] => Line::done(NAME, "都写了"),
        [(n, heading)] if !heading.is_empty() => {
            Line::open(NAME, format!("没有写：{heading}"), Some(Way::To(Place::Body(*n, 0))))
        }
        [(n, _), ..] => Line::open(NAME, format!("有 {} 个部分没有写", empty.len()), Some(Way::To(Place::Body(*n, 0)))),
    }
}

/// 上年原文; nothing where no text came over.
fn sentences(draft: &Draft) -> Option<Line> {
    const NAME: &str = "上年原文";
    if draft.last_year_text().is_empty() {
        return None;
    }
    // The opening comes first, then the parts.
    let left = left_by_part(draft);
    let at = left.iter().position(|left| *left > 0);
    let Some(at) = at else { return Some(Line::done(NAME, "都改写或者确认了")) };
    let place = at.checked_sub(1).map_or(Place::Opening(0), |n| Place::Body(n, 0));
    let words = format!("还有 {} 句没有改写或者确认", left.iter().sum::<usize>());
    Some(Line::open(NAME, words, Some(Way::To(place))))
}

/// 重复率 beside its limit; nothing where there is nothing to measure it by.
fn alike(case: &Case, found: &FoundOf) -> Option<Line> {
    const NAME: &str = "与上年重复率";
    let length = |draft: &Draft| paragraphs(draft).iter().map(|text| text.len()).sum::<usize>();
    if length(case.draft).max(case.last.map_or(0, length)) > LONGEST {
        return None;
    }
    let (measured, limit) = (likeness(case.draft, case.last)?.jaccard, limit(case.draft));
    let words = format!("{}%，限度 {limit}%", measured.percent());
    let is_like = |finding: &Finding| finding.rule == "Q01" && finding.severity != Severity::Hint;
    let open = first(found, is_like);
    Some(if open.is_some() {
        Line::open(NAME, words, open)
    } else if !measured.reaches(limit) {
        Line::done(NAME, words)
    } else if found.iter().any(|(finding, _)| is_like(finding)) {
        Line::done(NAME, words + "，已说明")
    } else {
        // Held against the sentences that came over alone, with last year's report not at hand.
        let part = case.draft.narrative().iter().position(|part| !part.body.is_empty());
        Line::wanting(NAME, words, part.map(|n| Way::To(Place::Body(n, 0))))
    })
}

/// 本地要求; nothing where none were chosen.
fn local(draft: &Draft, found: &FoundOf) -> Option<Line> {
    const NAME: &str = "本地要求";
    let pack = draft.pack()?;
    let is_local = |finding: &Finding| finding.rule == "F12" && finding.severity != Severity::Hint;
    let open = found.iter().filter(|(finding, status)| status.is_open() && is_local(finding)).count();
    Some(match open {
        0 => Line::done(NAME, format!("“{}”都做到了", pack.name)),
        open => Line::open(NAME, format!("“{}”有 {open} 处没有做到", pack.name), first(found, is_local)),
    })
}

/// 成文日期.
fn date(draft: &Draft, found: &FoundOf) -> Line {
    const NAME: &str = "成文日期";
    let way = Some(Way::To(Place::Published));
    let late = first(found, |finding| finding.rule == "Q06");
    match (draft.published().map(Date::chinese), late) {
        (None, _) => Line::open(NAME, "没有写", way),
        (Some(day), Some(late)) => Line::open(NAME, format!("{day}，不在应当的时间"), Some(late)),
        (Some(day), None) => Line::done(NAME, day),
    }
}

/// 保存: a file beside the store, which goes when somebody clears the browser.
fn kept(is_kept: bool) -> Line {
    let (way, name) = (Some(Way::Keep), "保存");
    if is_kept {
        Line { way, ..Line::done(name, "已保存在这台电脑，可以再存一份文件") }
    } else {
        Line::open(name, "最后的修改没有保存，请存成文件", way)
    }
}

#[cfg(test)]
mod tests;
