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
    /// The year of the draft that is open, of which a ledger is taken to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Year>,
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
        let last = || Year::try_from(today.year()).unwrap_or(Year::MAX).saturating_sub(1);
        let year = question.year.or(question.beside).unwrap_or_else(last);
        let ledger = read_ledger(&document.blocks, year)?;
        // Of the year that the clerk says, or of the draft beside which it came, where it has anything of that; otherwise of the one
        // in which most requests came in.
        let is_settled = question.year.is_some() || (question.beside.is_some() && ledger.has_any_of(year));
        let most = ledger.year_of_most();
        let again = (!is_settled && most != ledger.year && most <= last().saturating_add(1))
            .then(|| read_ledger(&document.blocks, most).ok())
            .flatten();
        return Ok(Answer::Ledger(Box::new(again.unwrap_or(ledger))));
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
    use crate::read::ledger::Intake::{CarriedIn, New};

    fn question(input: Input) -> Question {
        Question { input, today: "2024-01-22".to_owned(), last: None, year: None, beside: None }
    }

    const REPORT: &str = "某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局收到政府信息公开申请3件。\n\
        二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n\
        申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n\
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

    const LEDGER: [[&str; 5]; 4] = [
        ["序号", "申请人类型", "收到日期", "答复日期", "办理结果"],
        ["1", "个人", "2023-02-18", "2023-03-01", "予以公开"],
        ["2", "公司", "2023-03-18", "2023-03-21", "部分公开"],
        ["3", "个人", "2022-12-18", "2023-01-05", "查无此件"],
    ];

    fn is_the_ledger(input: Input, bytes: &[u8]) {
        let found = answer(&question(input), bytes);
        let Ok(Answer::Ledger(ledger)) = found else { panic!("{found:?}") };
        let told: Vec<_> = ledger.lines.iter().map(|line| (line.number, line.intake, line.doubts.len())).collect();
        assert_eq!(told, [(2, Some(New), 0), (3, Some(New), 0), (4, Some(CarriedIn), 1)]);
    }

    #[test]
    fn a_ledger_comes_in_whatever_it_is_written() {
        let joined = |with: &str, end: &str| LEDGER.map(|line| line.join(with) + end).concat();
        is_the_ledger(Input::Text, joined("\t", "\n").as_bytes());
        is_the_ledger(Input::Text, joined("\t", "\r\n").as_bytes());
        is_the_ledger(Input::File, joined(",", "\r\n").as_bytes());
        is_the_ledger(Input::File, &encoding_rs::GB18030.encode(&joined(",", "\r\n")).0);
        let rows = LEDGER.map(|line| format!("<tr>{}</tr>", line.map(|cell| format!("<td>{cell}</td>")).concat()));
        let html = format!("<html><body><table>{}</table></body></html>", rows.concat());
        is_the_ledger(Input::Html, html.as_bytes());
        is_the_ledger(Input::File, html.as_bytes());
    }

    #[test]
    fn a_ledger_is_of_the_year_that_is_said_or_of_the_open_draft_or_of_most_of_its_lines() {
        let text = LEDGER.map(|line| line.join("\t") + "\n").concat();
        let year = |year, beside, today: &str| {
            let question = Question { year, beside, today: today.to_owned(), ..question(Input::Text) };
            match answer(&question, text.as_bytes()) {
                Ok(Answer::Ledger(ledger)) => ledger.year,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(year(None, None, "2024-01-22"), 2023);
        // Of three lines two are of 2023.
        assert_eq!(year(None, None, "2026-01-22"), 2023);
        assert_eq!(year(None, None, "2022-01-22"), 2021, "it may not be of a year to come");
        assert_eq!(year(None, Some(2022), "2024-01-22"), 2022);
        assert_eq!(year(None, Some(2019), "2024-01-22"), 2023, "there is nothing of 2019 in it");
        assert_eq!(year(Some(2021), Some(2022), "2024-01-22"), 2021);
    }

    #[test]
    fn table_three_by_itself_is_no_ledger() {
        let form = crate::form::FormId::of_year(2023).form();
        let mut draft = Draft::new("a".to_owned(), 2023, "某局", "county");
        let keys = &form.table(crate::form::TableId::Applications).expect("table three").keys;
        let one = crate::draft::CellValue::Figure(crate::value::Figure::Count(crate::value::Count::new(1).expect("1")));
        let set = keys.iter().map(|key| crate::draft::Edit::SetCell(Place::Cell(*key), one.clone())).collect();
        draft.apply(crate::draft::Edit::Many(set));
        let grid = crate::sheet::grid(&draft, crate::form::TableId::Applications, crate::sheet::View::Printed);
        let grid = grid.expect("table three");
        let text = |rows: std::ops::Range<usize>| {
            let rows = grid.rows.iter().enumerate().filter(|(at, _)| rows.contains(at));
            let words = |cell: &crate::form::Cell| match &cell.source {
                crate::form::Source::Words(words) => words.replace('\n', ""),
                crate::form::Source::Place(place) => draft.text(*place).unwrap_or_default(),
                crate::form::Source::Formula(_) => String::new(),
            };
            rows.map(|(_, row)| row.iter().map(words).collect::<Vec<_>>().join("\t") + "\n").collect::<String>()
        };
        // All of it, its heads with some of its rows, rows without their heads.
        for rows in [0..28, 0..6, 5..28, 5..12, 20..28] {
            let found = answer(&question(Input::Text), text(rows.clone()).as_bytes());
            let shown = text(rows.clone());
            assert!(!matches!(found, Ok(Answer::Ledger(_))), "{rows:?}\n{shown}");
        }
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
