//! A report against the files that it goes out as, and against others.

#[cfg(test)]
mod changed;

use super::*;
use crate::write::sample::every_kind;
use crate::write::{Format, Report, write};

const DRAFTS: [(&str, &str); 5] = [
    ("narrative-2008", include_str!("../../ui/sample.nianbao.json")),
    ("national-2019", include_str!("../../../tests/files/national-2019.nianbao.json")),
    ("national-2021", include_str!("../../../tests/files/national-2021.nianbao.json")),
    ("city-2023", include_str!("../../../tests/core/drafts/v1/city-2023.nianbao.json")),
    ("blank", r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "某县财政局"}}"#),
];

fn report(json: &str) -> Report {
    let draft = Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft;
    Report::of(&Case::new(&draft, Date::new(2026, 2, 10).expect("a day")))
}

fn reports() -> Vec<(&'static str, Report)> {
    let drafts = DRAFTS.iter().map(|(name, draft)| (*name, report(draft)));
    drafts.chain([("every kind", every_kind())]).collect()
}

fn asked(report: &Report) -> Asked {
    Asked { input: Input::File, blocks: report.blocks.clone(), today: "2026-02-10".to_owned() }
}

fn against(report: &Report, bytes: &[u8]) -> Comparison {
    match answer(&asked(report), bytes) {
        Ok(Answer::Compared(comparison)) => comparison,
        other => panic!("{other:?}"),
    }
}

fn file(report: &Report, format: Format) -> Vec<u8> {
    write(report, format, &mut |_| {}).expect("a file")
}

#[test]
fn every_file_of_a_report_says_the_same() {
    for (name, report) in reports() {
        for format in [Format::Docx, Format::Html, Format::Fragment, Format::Text] {
            let mut report = report.clone();
            report.code = check_code(&report.blocks);
            let found = against(&report, &file(&report, format));
            assert!(found.is_same, "{name} {format:?}: {found:#?}");
            assert_eq!((found.differences, found.more), (Vec::new(), 0));
        }
    }
}

/// The page of a report within the page of a site.
fn published(report: &Report) -> Vec<u8> {
    let page = String::from_utf8(file(report, Format::Html)).expect("UTF-8");
    let title = &report.name;
    let above = format!(
        "<body><div>无障碍浏览</div><p>首页 &gt; 政务公开 &gt; {title}</p><h1>{title}</h1><p>发布时间：2024-01-24 来源：某局 字号：大 中 小</p>"
    );
    let below = "<p>上一篇：2022年政府信息公开工作年度报告</p><p>扫一扫在手机打开当前页</p><div>版权所有：某市人民政府 ICP备12345678号</div></body>";
    page.replace("<body>", &above).replace("</body>", below).into_bytes()
}

#[test]
fn what_a_site_has_around_a_report_is_no_difference() {
    for (name, report) in reports() {
        let found = against(&report, &published(&report));
        assert!(found.is_same || name == "every kind", "{name}: {found:#?}");
        assert_eq!((found.differences, found.more), (Vec::new(), 0), "{name}");
    }
}

#[test]
fn a_draft_is_compared_as_it_would_be_printed() {
    for (name, draft) in DRAFTS {
        assert!(against(&report(draft), draft.as_bytes()).is_same, "{name}");
    }
    let other = DRAFTS[4].1.replace("某县", "某某县");
    assert_eq!(against(&report(DRAFTS[4].1), other.as_bytes()).differences.len(), 1);
    assert!(answer(&asked(&report(DRAFTS[4].1)), b"{\"nianbao\": 1, \"year\": {}}").is_err());
}

#[test]
fn another_document_is_said_to_be_none_of_this_report() {
    let now = report(DRAFTS[3].1);
    let found = against(
        &now,
        "关于召开全市安全生产工作会议的通知\n各县区人民政府，市各有关部门：\n定于3月5日召开会议。".as_bytes(),
    );
    assert!(found.words.contains("不像是这份报告") && !found.is_same && found.differences.is_empty());
    // The same form of another office is like it, with more differences than are listed.
    let found = against(&now, &file(&report(DRAFTS[2].1), Format::Html));
    assert!(!found.is_same && found.differences.len() <= MOST);
    assert!(matches!(answer(&asked(&now), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Ok(Answer::Pdf)));
    assert!(answer(&asked(&now), b"").is_err());
}

#[test]
fn a_printed_report_says_the_same() {
    for (draft, pages) in [
        (DRAFTS[0].1, include_str!("../../../tests/files/pages/seed-chromium.json")),
        (DRAFTS[0].1, include_str!("../../../tests/files/pages/seed.json")),
        (DRAFTS[1].1, include_str!("../../../tests/files/pages/national-2019-chromium.json")),
        (DRAFTS[1].1, include_str!("../../../tests/files/pages/national-2019.json")),
        (DRAFTS[2].1, include_str!("../../../tests/files/pages/national-2021-chromium.json")),
        (DRAFTS[2].1, include_str!("../../../tests/files/pages/national-2021.json")),
    ] {
        let now = report(draft);
        let asked = Asked { input: Input::PdfPages, ..asked(&now) };
        let found = answer(&asked, pages.as_bytes());
        let Ok(Answer::Compared(found)) = found else { panic!("{found:?}") };
        assert!(found.is_same, "{found:#?}");
    }
}

/// What a reader may give of a report that was printed: a table in two, its head repeated, the words of charts, feet.
fn printed(report: &Report) -> Document {
    let mut document = Document::default();
    for (n, block) in report.blocks.iter().enumerate() {
        match block {
            Block::Table(table) => {
                document.paragraph(&table.caption);
                let middle = table.rows.len() / 2;
                let heads = table.rows.iter().take(table.head_rows);
                let halves = [table.rows[..middle].to_vec(), heads.chain(&table.rows[middle..]).cloned().collect()];
                let half = |rows| Block::Table(crate::block::Table { caption: String::new(), rows, ..table.clone() });
                document.blocks.extend(halves.map(half));
            }
            Block::Picture(picture) => {
                for row in picture.numbers.iter().flat_map(|table| &table.rows) {
                    let words: Vec<String> = row.iter().map(|cell| cell.content.to_string()).collect();
                    document.paragraph(&words.join(" "));
                }
                document.paragraph("0 20 40 60 80 100");
                document.paragraph(&picture.caption);
            }
            Block::Title(_) | Block::Heading(_) | Block::Paragraph(_) | Block::Signature { .. } => {
                for line in crate::block::words(std::slice::from_ref(block)) {
                    document.paragraph(&line);
                }
            }
        }
        document.paragraph(&format!("— {} —", n + 1));
    }
    document.leave(crate::read::LeftKind::Footer, &format!("校验码 {} — 1 —", check_code(&report.blocks)));
    document
}

#[test]
fn heads_overleaf_and_the_words_of_charts_are_no_differences() {
    for (name, report) in reports() {
        let found = compare(&report.blocks, &printed(&report));
        assert!(found.is_same && found.words.contains("校验码"), "{name}: {found:#?}");
    }
}

#[test]
fn the_code_of_a_file_is_no_text_of_the_report_that_is_read() {
    let question = crate::read::Question {
        input: Input::File,
        today: "2026-02-10".to_owned(),
        last: None,
        year: None,
        beside: None,
    };
    for (name, draft) in DRAFTS.into_iter().take(4) {
        let report = report(draft);
        for format in [Format::Html, Format::Docx] {
            let bytes = file(&report, format);
            let Ok(crate::read::Answer::Report(read)) = crate::read::answer(&question, &bytes) else {
                panic!("{name}")
            };
            assert!(!read.understood.draft.to_json().contains("校验码"), "{name} {format:?}");
        }
    }
}

#[test]
fn a_strange_file_takes_no_longer_than_its_length() {
    let now = report(DRAFTS[3].1);
    let words: String = now.blocks.iter().rev().map(|block| serde_json::to_string(block).expect("JSON")).collect();
    let text = words.repeat(20);
    let document = |text: &str| {
        let mut document = Document::default();
        for chunk in text.as_bytes().chunks(300) {
            document.paragraph(&String::from_utf8_lossy(chunk));
        }
        document
    };
    // All its words, in no order, many times over: it ends, and lists no more than may be listed.
    let found = compare(&now.blocks, &document(&text));
    assert!(!found.is_same && found.differences.len() <= MOST);
    assert!(!compare(&now.blocks, &document("0")).is_same);
}
