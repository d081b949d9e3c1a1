//! What the page asks of a file and is answered: plain data that travels as JSON between the page and its worker.

use serde::{Deserialize, Serialize};

use super::ledger::{Ledger, is_ledger, read_ledger};
use super::understand::{Asked, Understood, understand};
use super::{Document, Opened, Refusal, finished, read_file, read_html_text, read_pdf_pages, read_plain};
use crate::draft::{Draft, Place};
use crate::facts::Case;
use crate::form::Severity;
use crate::rules::check_all;
use crate::value::{Date, Year};

/// What is known beside the bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What the bytes are.
    pub input: Input,
    /// The day on which they are read (2024-01-22).
    pub today: String,
    /// Last year's report of the office, as the text of its draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// The year that the clerk says the report is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
}

/// What bytes are that are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// A file.
    File,
    /// What a PDF was taken apart into, by `web/pdf.js`.
    PdfPages,
    /// HTML from the clipboard, in UTF-8.
    Html,
    /// Text from the clipboard, in UTF-8.
    Text,
}

/// What bytes turned out to be.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A report.
    Report(Box<ReadReport>),
    /// A ledger of requests.
    Ledger(Box<Ledger>),
    /// JSON, perhaps a draft.
    Draft,
    /// PDF, which is first to be taken apart.
    Pdf,
}

/// A report that was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadReport {
    /// The document, to be shown beside what was made of it.
    pub document: Document,
    /// What it says.
    pub understood: Understood,
    /// What the rules say of it already.
    pub found: Vec<FoundAlready>,
}

/// A finding in a report that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundAlready {
    /// The rule.
    pub rule: String,
    /// How much it weighs: 0 强制性, 1 核实性, 2 提示.
    pub weight: u8,
    /// Where.
    pub place: Place,
    /// The fault in one line.
    pub title: String,
    /// What there is to say of it.
    pub words: String,
}

/// The most findings that are told.
const MOST_FOUND: usize = 200;

/// Answers a question about bytes.
///
/// # Errors
/// Where nothing can be read, or what is read is neither a report nor a ledger: a sentence for the clerk.
pub fn answer(question: &Question, bytes: &[u8]) -> Result<Answer, Refusal> {
    let text = || String::from_utf8_lossy(bytes);
    let document = match question.input {
        Input::File => match read_file(bytes)? {
            Opened::Document(document) => document,
            Opened::Draft(_) => return Ok(Answer::Draft),
            Opened::Pdf => return Ok(Answer::Pdf),
        },
        Input::PdfPages => finished(read_pdf_pages(bytes)?)?,
        Input::Html => finished(read_html_text(&text())?)?,
        Input::Text => finished(read_plain(&text()))?,
    };
    let today: Date =
        question.today.parse().map_err(|()| Refusal::new("不知道今天的日期，没有读入，请刷新页面后再试"))?;
    let last = question.last.as_deref().and_then(|json| Draft::from_json(json).ok()).map(|opened| opened.draft);
    if is_ledger(&document.blocks) {
        let year = question.year.unwrap_or_else(|| Year::try_from(today.year()).unwrap_or(Year::MAX).saturating_sub(1));
        return read_ledger(&document.blocks, year).map(|ledger| Answer::Ledger(Box::new(ledger)));
    }
    let understood = understand(&document, Asked { today, last: last.as_ref(), year: question.year });
    if !understood.is_report() {
        return Err(Refusal::new("没有找到年度报告的标题、各部分或表格，没有读入。请检查是不是选错了文件。"));
    }
    let found = found(&understood.draft, last.as_ref(), today);
    Ok(Answer::Report(Box::new(ReadReport { document, understood, found })))
}

/// What the rules say, the gravest first.
fn found(draft: &Draft, last: Option<&Draft>, today: Date) -> Vec<FoundAlready> {
    let weight = |severity: Severity| match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Hint => 2,
    };
    let mut found: Vec<FoundAlready> = check_all(&Case { last, ..Case::new(draft, today) })
        .into_iter()
        .map(|finding| FoundAlready {
            rule: finding.rule.to_owned(),
            weight: weight(finding.severity),
            place: finding.place,
            title: finding.title,
            words: finding.words,
        })
        .collect();
    found.sort_by_key(|finding| finding.weight);
    found.truncate(MOST_FOUND);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(input: Input) -> Question {
        Question { input, today: "2024-01-22".to_owned(), last: None, year: None }
    }

    const REPORT: &str = "某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局收到政府信息公开申请3件。\n\
        二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n\
        二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n四、结转下年度继续办理 1 0 0 0 0 0 2\n";

    #[test]
    fn a_report_comes_with_what_the_rules_say_of_it() {
        let Ok(Answer::Report(report)) = answer(&question(Input::Text), REPORT.as_bytes()) else { panic!("a report") };
        assert_eq!(report.understood.figures.len(), 21);
        assert!(report.found.iter().any(|found| found.rule == "N03"), "{:?}", report.found);
        assert!(report.found.is_sorted_by_key(|found| found.weight));
        let json = serde_json::to_string(&Answer::Report(report.clone())).expect("JSON");
        let Ok(Answer::Report(back)) = serde_json::from_str(&json) else { panic!("a report") };
        assert_eq!((back.understood.draft, back.document), (report.understood.draft, report.document));
        assert_eq!((back.understood.figures, back.found), (report.understood.figures, report.found));
    }

    #[test]
    fn what_is_no_report_is_refused_or_sent_on() {
        let refused = answer(&question(Input::Text), "今天天气很好。".as_bytes());
        assert!(matches!(refused, Err(Refusal(words)) if words.starts_with("没有找到年度报告")));
        assert!(matches!(answer(&question(Input::File), b"{\"nianbao\": 1}"), Ok(Answer::Draft)));
        assert!(matches!(answer(&question(Input::File), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Ok(Answer::Pdf)));
        assert!(answer(&question(Input::File), b"").is_err());
    }
}
