//! The report as it is printed, by where its words stand: within the margins, 22 lines a page, no heading and no signature alone, every figure
//! once, and on the screen the same pages.

use std::collections::BTreeSet;

use nianbao::block::{Block, words};
use nianbao::draft::Draft;
use nianbao::facts::Case;
use nianbao::read::{Document, normalize};
use nianbao::report::build;
use nianbao::value::Date;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::page::Page;

const SEED: &str = include_str!("../core/drafts/v1/seed-2017.nianbao.json");
const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");
const NATIONAL_2019: &str = include_str!("../files/national-2019.nianbao.json");
const NATIONAL_2021: &str = include_str!("../files/national-2021.nianbao.json");

/// Points in a millimetre, a thousand times.
const POINTS: f64 = 72.0 / 25.4;

/// A word on a printed page, in millimetres from its upper left corner.
#[derive(Debug)]
struct Word {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The words of each page, in the order of the file.
fn pages(xhtml: &str) -> Vec<Vec<Word>> {
    let number = |tag: &str, name: &str| -> f64 {
        let value = tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} in {tag}"))
    };
    let word = |line: &str| -> Option<Word> {
        let (tag, rest) = line.trim().strip_prefix("<word ")?.split_once('>')?;
        let at = |name: &str| number(tag, name) / POINTS;
        let text = rest.strip_suffix("</word>")?.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        Some(Word { text, left: at("xMin"), top: at("yMin"), right: at("xMax"), bottom: at("yMax") })
    };
    xhtml.split("<page ").skip(1).map(|page| page.lines().filter_map(word).collect()).collect()
}

impl Word {
    /// How far down its middle stands: a typeface is higher than its line.
    fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// The words of a page above its foot.
fn text_of(page: &[Word]) -> impl Iterator<Item = &Word> {
    page.iter().filter(|word| word.middle() < 266.0)
}

/// The words of its foot.
fn foot_of(page: &[Word]) -> impl Iterator<Item = &Word> {
    page.iter().filter(|word| word.middle() >= 266.0)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A report of some forty pages.
fn long() -> String {
    let mut draft: Value = serde_json::from_str(NATIONAL_2021).expect("JSON");
    let sentence = "全市各级行政机关围绕中心工作，依法公开政府信息，及时回应社会关切——不断提高公开的质量和实效……";
    let paragraphs: Vec<Value> = (1..=140).map(|n| json!(format!("第{n}项工作。{}", sentence.repeat(3)))).collect();
    draft["narrative"][0]["body"] = json!(paragraphs);
    draft.to_string()
}

/// Waits until the pages stand, with their charts.
pub async fn drawn(page: &Page) {
    page.find("[data-report] .folio").await;
    page.until("document.querySelectorAll('[data-report] .drawing').length === document.querySelectorAll('[data-report] [data-drawn]').length").await;
}

async fn printed(json: &str) -> (Page, Vec<Block>, Vec<Vec<Word>>) {
    printed_in(Browser::Chromium, json).await
}

async fn printed_in(browser: Browser, json: &str) -> (Page, Vec<Block>, Vec<Vec<Word>>) {
    let page = Page::open_in(browser).await;
    let file = page.file("draft.nianbao.json", json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    page.go(&format!("#/d/{id}/preview")).await;
    drawn(&page).await;
    let pages = pages(&page.print_with_places().await);
    let draft = Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft;
    let blocks = build(&Case::new(&draft, Date::new(2026, 2, 10).expect("a day")));
    (page, blocks, pages)
}

/// All words of a report are printed in their order, the heads that stand again and the feet left out.
fn has_all_words(blocks: &[Block], pages: &[Vec<Word>]) {
    let all: String = pages.iter().flat_map(|page| text_of(page)).map(|word| word.text.as_str()).collect();
    // A PDF may have characters that only look like those that were printed, as any reader of it has to know.
    let mut document = Document::default();
    document.paragraph(&squeezed(&all));
    normalize(&mut document);
    let mut left = words(&document.blocks).concat().chars().collect::<Vec<_>>().into_iter();
    let paper = words(blocks);
    let upright: BTreeSet<&String> = paper.iter().filter(|piece| piece.contains("本年度办理结果")).collect();
    for piece in paper.iter().filter(|piece| !upright.contains(piece)) {
        // Marks may be drawn in another form by a typeface; letters, figures and Chinese are held against each other.
        for c in piece.chars().filter(|c| c.is_alphanumeric()) {
            // What stands for a character of which the file does not say what it is, is left to be counted.
            let is_it = |printed: char| printed == c || printed == char::REPLACEMENT_CHARACTER;
            assert!(left.any(is_it), "{c} of {piece} is not printed, or not in its place");
        }
    }
}

/// What must hold of every report on paper.
async fn is_well_printed(json: &str, at_least: usize) {
    let (page, blocks, pages) = printed(json).await;
    assert!(pages.len() >= at_least, "{} pages", pages.len());
    // The screen has the same pages.
    page.gives("the screen", "document.querySelectorAll('[data-page]').length", &json!(pages.len())).await;
    for (n, words) in pages.iter().enumerate() {
        let number = n + 1;
        for word in text_of(words) {
            let middle = word.middle();
            let is_within = word.left > 27.0 && word.right < 185.5 && middle > 37.0 && middle < 262.0;
            assert!(is_within, "page {number}: {word:?} stands in the margin");
        }
        let foot: String = foot_of(words).map(|word| word.text.as_str()).collect();
        assert!(foot.contains(&format!("—{number}—")), "page {number} has the foot {foot}");
        let at = foot_of(words).find(|word| word.text.contains('—')).expect("its number");
        assert_eq!(at.left > 105.0, number % 2 == 1, "page {number}: {at:?}");
    }
    has_all_words(&blocks, &pages);
    // Under a heading there is something, and beside the signature, on the same page.
    for block in &blocks {
        let (what, line) = match block {
            Block::Heading(heading) => ("heading", squeezed(heading)),
            Block::Signature { date, .. } if !date.is_empty() => ("signature", squeezed(date)),
            Block::Title(_) | Block::Paragraph(_) | Block::Table(_) | Block::Picture(_) | Block::Signature { .. } => {
                continue;
            }
        };
        let home = pages
            .iter()
            .find(|page| squeezed(&text_of(page).map(|word| word.text.as_str()).collect::<String>()).contains(&line));
        let home = home.unwrap_or_else(|| panic!("{line} is not printed"));
        let begins = |word: &&Word| line.starts_with(&squeezed(&word.text)) || squeezed(&word.text).starts_with(&line);
        let top = text_of(home).find(begins).map(|word| word.top).expect("its first word");
        let is_last_of_all = what == "heading" && blocks.last() == Some(block);
        let others = match what {
            "heading" => text_of(home).filter(|word| word.top > top + 5.0).count(),
            _ => text_of(home).filter(|word| word.top < top - 25.0).count(),
        };
        assert!(others > 0 || is_last_of_all, "{what} {line} stands alone");
    }
    page.close().await;
}

#[tokio::test]
async fn the_seed_is_well_printed() {
    is_well_printed(SEED, 3).await;
}

#[tokio::test]
async fn a_city_is_well_printed() {
    is_well_printed(CITY, 2).await;
}

#[tokio::test]
async fn a_report_of_2019_is_well_printed() {
    is_well_printed(NATIONAL_2019, 3).await;
}

#[tokio::test]
async fn the_same_words_are_printed_in_firefox() {
    for json in [SEED, CITY, NATIONAL_2019, &*long()] {
        let (chromium, _, expected) = printed(json).await;
        chromium.close().await;
        let (page, blocks, pages) = printed_in(Browser::Firefox, json).await;
        has_all_words(&blocks, &pages);
        // Of typefaces in one file with others, as Noto's, Firefox does not write which characters their glyphs are; it draws them all.
        let count = |page: &Vec<Word>| text_of(page).map(|word| squeezed(&word.text).chars().count()).sum::<usize>();
        // It breaks some lines elsewhere, so that a page may have a line more or less.
        let all = |pages: &[Vec<Word>]| pages.iter().map(count).sum::<usize>();
        // A typeface may draw —— as one glyph, which Firefox writes as one character.
        let dashes = words(&blocks).concat().matches("——").count();
        let (own, other) = (all(&pages), all(&expected));
        assert!((other - dashes..=other).contains(&own), "{own} characters for {other}");
        for (n, words) in pages.iter().enumerate() {
            let foot: String = foot_of(words).map(|word| word.text.as_str()).collect();
            assert!(foot.contains(&format!("—{}—", n + 1)), "page {} has the foot {foot}", n + 1);
        }
        page.gives("the screen", "document.querySelectorAll('[data-page]').length", &json!(pages.len())).await;
        page.close().await;
    }
}

#[tokio::test]
async fn what_was_found_is_marked_on_the_screen_and_not_on_paper() {
    let (page, _, pages) = printed(SEED).await;
    page.find("html[data-checked]").await;
    // The words that lack their number, on the page on which they stand.
    page.until("[...document.querySelectorAll('[data-page=\"2\"] mark.error')].some(mark => mark.textContent.startsWith('同比上年增幅'))").await;
    page.find("table[data-table=history] td.marked [data-mark]").await;
    let marked = self::pages(&page.print_with_places().await);
    let words = |pages: &[Vec<Word>]| pages.iter().flatten().map(|word| word.text.clone()).collect::<Vec<_>>();
    assert_eq!(words(&marked), words(&pages));
    page.click("input[name=marks]").await;
    page.until("!document.querySelector('[data-mark]')").await;
    page.click("input[name=marks]").await;
    // A mark leads to where it is mended.
    page.click("mark.error [data-mark]").await;
    page.until("location.hash.includes('/fill/p') && document.activeElement.matches('textarea')").await;
    page.close().await;
}

#[tokio::test]
async fn forty_pages_are_well_printed_with_22_lines_of_28_characters() {
    let (page, _, pages) = printed(&long()).await;
    assert!(pages.len() >= 30, "{} pages", pages.len());
    // A page of text alone has 22 lines; a line has 28 characters.
    let lines = |words: &[Word]| -> Vec<String> {
        let mut lines: Vec<(f64, String)> = Vec::new();
        for word in text_of(words) {
            match lines.iter_mut().find(|(top, _)| (*top - word.top).abs() < 3.0) {
                Some((_, line)) => line.push_str(&word.text),
                None => lines.push((word.top, word.text.clone())),
            }
        }
        lines.into_iter().map(|(_, line)| squeezed(&line)).collect()
    };
    let inner: Vec<Vec<String>> = pages.iter().skip(1).take(25).map(|page| lines(page)).collect();
    for (n, lines) in inner.iter().enumerate() {
        assert_eq!(lines.len(), 22, "page {}: {lines:#?}", n + 2);
        for line in lines {
            assert!(line.chars().count() <= 29, "page {}: {line}", n + 2);
            let (first, last) = (line.chars().next().unwrap_or(' '), line.chars().last().unwrap_or(' '));
            assert!(!"，。、；：！？）》”…".contains(first), "page {}: {line} begins with a mark", n + 2);
            assert!(!"（《“".contains(last), "page {}: {line} ends with a mark that opens", n + 2);
            assert!(!line.starts_with('—') || line.starts_with("——"), "page {}: {line} begins within a dash", n + 2);
        }
    }
    let full = inner.iter().flatten().filter(|line| line.chars().count() >= 27).count();
    assert!(full > 200, "{full} lines are full");
    page.close().await;
}

#[tokio::test]
async fn pages_are_turned_and_made_larger() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    page.go(&format!("#/d/{id}/preview")).await;
    page.find("[data-page=\"2\"]").await;
    let shown = "document.querySelector('.shown-pages').textContent";
    page.until(&format!("/第 1(—2)? 页，共 \\d 页/.test({shown})")).await;
    page.act("page-on").await;
    page.until(&format!("!{shown}.startsWith('第 1')")).await;
    page.act("page-back").await;
    page.until(&format!("{shown}.startsWith('第 1')")).await;
    let width = "Math.round(document.querySelector('.leaf').getBoundingClientRect().width)";
    let before = page.run(&format!("return {width}"), Vec::new()).await;
    page.act("zoom-in").await;
    page.until(&format!("{width} > {before}")).await;
    page.act("zoom-fit").await;
    page.gives("its size", width, &before).await;
    // What is typed stands on its page; the page is laid out anew by itself.
    page.click("[data-rule=N12] [data-action=mend]").await;
    page.until("document.querySelector('[data-report]').textContent.includes('同比上年增幅95.6')").await;
    page.close().await;
}

#[tokio::test]
async fn the_sheet_for_those_who_sign_is_printed_when_it_is_asked_for() {
    let (page, _, pages) = printed(CITY).await;
    page.click("input[name=hand-in]").await;
    page.find("[data-hand-in]").await;
    let with = self::pages(&page.print_with_places().await);
    assert_eq!(with.len(), pages.len() + 1);
    let sheet: String = with.last().expect("a page").iter().map(|word| word.text.as_str()).collect();
    let code = page.text(".folio .code").await.replace("校验码", "");
    for words in ["送审单", "宿迁市人民政府", "单位负责人签字", "审核意见", "3511", code.trim()] {
        assert!(sheet.contains(words), "{words} is not on the sheet: {sheet}");
    }
    page.click("input[name=hand-in]").await;
    page.until("!document.querySelector('[data-hand-in]')").await;
    page.close().await;
}
