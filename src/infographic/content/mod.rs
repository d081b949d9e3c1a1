//! What a 图解 tells: its figures, and the plain words for them.
//!
//! What is not filled in is left out, and what is 0 is said in words. Under 30 cases there are counts and no shares.

mod applications;
mod bars;
mod boxes;
mod figures;
mod numbers;
mod outcomes;
mod proactive;
mod spoken;
mod trend;

use crate::draft::OfficeField;
use crate::facts::Case;
use crate::form::TableId;
use crate::report::name;

/// A 图解 as plain data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Infographic {
    /// The office; may be empty.
    pub office: String,
    /// What it is of, in large letters.
    pub headline: String,
    /// The days that the figures are of.
    pub period: String,
    /// The main numbers, four at most, none of them 0.
    pub numbers: Vec<MainNumber>,
    /// The sections with a chart each, in the order in which they are read.
    pub sections: Vec<Section>,
    /// What is said in a line each at the end: fees, reviews, suits, what there was none of; four at most.
    pub boxes: Vec<ClosingBox>,
    /// Which report has the same figures.
    pub source: String,
    /// The check code of that report.
    pub code: String,
}

/// A main number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainNumber {
    /// The number.
    pub value: i64,
    /// Its measure word.
    pub unit: &'static str,
    /// What it counts.
    pub name: String,
    /// What there is to say of it; may be empty.
    pub note: String,
}

/// A section: a title, one sentence, one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// Its title, in plain words.
    pub title: String,
    /// The one sentence over its chart.
    pub sentence: String,
    /// How its chart is drawn.
    pub drawn: Drawn,
    /// The marks of its chart in their order; at least one is above 0.
    pub marks: Vec<Mark>,
    /// The measure word of all its marks.
    pub unit: &'static str,
    /// What there is to say below; may be empty.
    pub note: String,
}

/// What a section is about. The first are the most important: where there is no room for all, the last is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A figure over the years.
    Trend,
    /// What became of the requests.
    Outcomes,
    /// Where the information is published.
    Channels,
    /// Who asked.
    Applicants,
    /// How they asked.
    Ways,
    /// Decisions: licences, penalties, coercion.
    Decisions,
    /// Rules and normative documents.
    Documents,
    /// Proposals of deputies.
    Proposals,
}

/// How a chart is drawn. Only bars, from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Upright bars, a year each.
    Columns,
    /// Lying bars.
    Bars,
}

/// A mark of a chart: a bar with its label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it counts.
    pub label: String,
    /// Its value; nothing where it is not known.
    pub value: Option<i64>,
    /// Whether it is drawn dark.
    pub is_strong: bool,
    /// Its growth on the year before, where years are drawn; may be empty.
    pub growth: String,
}

/// A line at the end: 没有收费, with what that means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingBox {
    /// What there is to say.
    pub title: String,
    /// It in more words.
    pub note: String,
}

/// The 图解 of a report with this check code.
///
/// # Errors
///
/// While there is nothing to show, the sentence that says what to fill in first.
pub fn infographic(case: &Case, code: &str) -> Result<Infographic, &'static str> {
    let draft = case.draft;
    let (numbers, sections) = (numbers::numbers(case), sections(case));
    let alone = Case { last: None, ..*case };
    let is_of_the_report = numbers == numbers::numbers(&alone) && sections == self::sections(&alone);
    let name = name(draft);
    let source = if is_of_the_report {
        format!("数字与《{name}》相同，报告全文见政府网站。")
    } else {
        format!("本年数字与《{name}》相同，上年的取自上年报告；报告全文见政府网站。")
    };
    let told = Infographic {
        office: draft.office(OfficeField::Name).to_owned(),
        headline: format!("{}年政府信息公开，一张图看懂", draft.year()),
        period: format!("{}年1月1日—12月31日", draft.year()),
        numbers,
        sections,
        boxes: boxes::boxes(case),
        source,
        code: code.to_owned(),
    };
    if !told.numbers.is_empty() || !told.sections.is_empty() || !told.boxes.is_empty() {
        return Ok(told);
    }
    let Some(form) = draft.form() else {
        return Err("这个版本不认识这份报告的格式，不能画图解。");
    };
    let has_statistics = form.table(TableId::Statistics).is_some();
    Err(if has_statistics {
        "还没有可以画的数。先填历年公开数量、公开渠道，或者统计表。"
    } else {
        "还没有可以画的数。先填表二、表三，每格都填，没有的填 0。"
    })
}

/// The sections in the order in which they are read.
fn sections(case: &Case) -> Vec<Section> {
    let draft = case.draft;
    let all = [
        trend::trend(case),
        proactive::documents(draft),
        proactive::channels(case),
        proactive::decisions(draft),
        applications::applicants(draft),
        applications::ways(draft),
        outcomes::outcomes(draft),
        proactive::proposals(draft),
    ];
    all.into_iter().flatten().collect()
}
