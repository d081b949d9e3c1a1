//! Page and fragment as another program reads them.

use html5gum::{Token, Tokenizer};

use super::*;
use crate::block::words;
use crate::write::sample::every_kind;

/// What a program that reads HTML finds: elements with their attributes, and texts.
#[derive(Debug, PartialEq)]
enum Piece {
    Open(String, Vec<(String, String)>),
    Text(String),
}

fn pieces(html: &str) -> Vec<Piece> {
    let utf8 = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let tokens = Tokenizer::new(html).flatten().filter_map(|token| match token {
        Token::StartTag(tag) => {
            let attributes = tag.attributes.iter().map(|(name, value)| (utf8(name), utf8(value)));
            Some(Piece::Open(utf8(&tag.name), attributes.collect()))
        }
        Token::String(text) => Some(Piece::Text(utf8(&text))),
        Token::EndTag(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => None,
    });
    tokens.collect()
}

fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
}

/// What is read, without white space.
fn read(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let texts = pieces(body).into_iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Open(..) => None,
    });
    texts.flat_map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>()).collect()
}

fn expected(report: &Report) -> String {
    words(&report.blocks).concat().chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn page_and_fragment_say_what_the_paper_says() {
    let report = every_kind();
    let with_code = format!("{}校验码3F7A-91C2", expected(&report));
    assert_eq!(read(&page(&report, &mut |_| {})), with_code);
    assert_eq!(read(&fragment(&report, &mut |_| {})), expected(&report));
}

#[test]
fn the_page_runs_and_loads_nothing() {
    let report = every_kind();
    for html in [page(&report, &mut |_| {}), fragment(&report, &mut |_| {})] {
        for piece in pieces(&html) {
            let Piece::Open(name, attributes) = piece else { continue };
            assert!(!matches!(name.as_str(), "script" | "iframe" | "object" | "link" | "form"), "{name}");
            for (attribute, value) in attributes {
                assert!(!attribute.starts_with("on"), "{attribute}");
                assert!(!matches!(attribute.as_str(), "src" | "href") || value.starts_with("data:image/"), "{value}");
            }
        }
    }
}

/// What editors of sites strip: sheets and classes, widths in per cent, the border of a table. What is left must still show lines.
#[test]
fn the_fragment_lives_through_the_editors_of_sites() {
    let html = fragment(&every_kind(), &mut |_| {});
    let opened: Vec<(String, Vec<(String, String)>)> = pieces(&html)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Open(name, attributes) => Some((name, attributes)),
            Piece::Text(_) => None,
        })
        .collect();
    let mut cells = 0;
    for (name, attributes) in &opened {
        assert!(!matches!(name.as_str(), "style" | "caption" | "figure" | "div"), "{name} is stripped");
        assert_eq!(attribute(attributes, "class"), None, "{name}");
        let measures = attributes.iter().filter(|(name, _)| !matches!(name.as_str(), "src" | "alt"));
        assert!(measures.clone().all(|(_, value)| !value.contains('%')), "{attributes:?}");
        if matches!(name.as_str(), "td" | "th") {
            cells += 1;
            let style = attribute(attributes, "style").unwrap_or_default();
            assert!(style.contains("border:1px solid"), "{style}");
        }
        if name == "table" {
            assert_eq!(attribute(attributes, "border"), Some("1"));
        }
    }
    assert_eq!(cells, 14);
    // Spans are as the table's, whatever is stripped.
    let spans: Vec<&str> = opened.iter().filter_map(|(_, attributes)| attribute(attributes, "rowspan")).collect();
    assert_eq!(spans, ["2", "2"]);
    assert!(html.contains("公开<br>部分"), "{html}");
}

#[test]
fn the_elements_of_the_page() {
    let html = page(&every_kind(), &mut |_| {});
    let body = html.split_once("<body>").expect("a body").1;
    let cut = body.find("src=\"data").expect("a picture");
    assert_eq!(
        body.get(..cut).expect("text"),
        concat!(
            "\n<article>\n<h1>某市“某区”街道办事处<br>2023年政府信息公开工作年度报告</h1>\n<h2>一、总体情况 &lt;&amp;&gt;</h2>\n",
            "<p><span class=\"second\">（一）公开</span>。=1+1，“甲”“乙”《丙》《丁》。</p>\n<p><strong>1.解读</strong></p>\n",
            "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"表1\u{3000}办理（单位：件）\"><table>\n",
            "<caption>表1\u{3000}办理（单位：件）</caption>\n",
            "<colgroup><col width=\"73\"><col width=\"221\"><col width=\"147\"><col width=\"147\"></colgroup>\n",
            "<thead>\n<tr><th rowspan=\"2\" colspan=\"2\">项目</th><th colspan=\"2\">申请人</th></tr>\n",
            "<tr><th>自然人</th><th>总计</th></tr>\n</thead>\n<tbody>\n",
            "<tr><th rowspan=\"2\" scope=\"row\" class=\"row-head\">结果</th>",
            "<th scope=\"row\" class=\"row-head\">公开<br>部分</th><td>3</td><td>3</td></tr>\n",
            "<tr><th scope=\"row\" class=\"row-head\">=不予|公开</th><td>-0.50</td><td></td></tr>\n",
            "<tr><th colspan=\"2\" scope=\"row\" class=\"row-head\">比上年</th><td>+95.6%</td><td>80%</td></tr>\n",
            "</tbody>\n</table></div>\n<figure><img ",
        )
    );
}
