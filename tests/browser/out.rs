//! What the report goes out as: each file comes from the menu with its name, opens as what it is, and says what the paper says.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use nianbao::block::{Block, words};
use nianbao::read::{Document, Opened, finished, read_file, read_html_text};
use serde_json::json;
use thirtyfour::prelude::Key;

use crate::page::Page;

const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");
const NAME: &str = "宿迁市人民政府2023年政府信息公开工作年度报告";

/// A city's report, checked.
pub async fn open_city() -> Page {
    let page = Page::open().await;
    let file = page.file("city.nianbao.json", CITY);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.find("html[data-checked]").await;
    page
}

fn read(bytes: &[u8]) -> Document {
    match read_file(bytes).unwrap_or_else(|refusal| panic!("{refusal}")) {
        Opened::Document(document) => document,
        Opened::Draft(_) | Opened::Pdf => panic!("no document"),
    }
}

fn squeezed(words: &[String]) -> String {
    words.concat().chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of the paper, from the screen.
async fn paper(page: &Page) -> String {
    let id = page.id().await;
    page.go(&format!("#/d/{id}/preview")).await;
    page.find("[data-report] .leaf .folio").await;
    let script = "return [...document.querySelectorAll('[data-report] .paper')].map(paper => paper.textContent)";
    let pages: Vec<String> = serde_json::from_value(page.run(script, Vec::new()).await).expect("pages");
    squeezed(&pages)
}

#[tokio::test]
async fn every_file_of_the_menu_says_what_the_paper_says() {
    let page = open_city().await;
    let paper = paper(&page).await;
    for (command, ending) in [("export-docx", ".docx"), ("export-html", ".html"), ("export-xlsx", ".xlsx")] {
        page.act("export").await;
        page.click(&format!("[data-export] [data-action={command}]")).await;
        let (name, bytes) = page.downloaded_bytes(ending).await;
        assert_eq!(name, format!("{NAME}{ending}"));
        // The menu goes when the file is there.
        page.until("!document.querySelector('[data-export]')").await;
        let document = read(&bytes);
        if ending == ".xlsx" {
            let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
            assert_eq!(tables, 3, "tables two, three and four");
        } else {
            assert_eq!(squeezed(&words(&document.blocks)), paper, "{ending}");
        }
    }
    for (command, ending, begins) in [
        ("export-csv", ".csv", "\u{feff}表,行,列,数值,单位\r\n"),
        ("export-txt", ".txt", "\u{feff}宿迁市人民政府\r\n"),
        ("export-md", ".md", "# 宿迁市人民政府<br>"),
    ] {
        page.act("export").await;
        page.click(&format!("[data-export] [data-action={command}]")).await;
        let (name, text) = page.downloaded(ending).await;
        assert_eq!(name, format!("{NAME}{ending}"));
        assert!(text.starts_with(begins), "{text}");
        page.until("!document.querySelector('[data-export]')").await;
    }
    page.close().await;
}

/// The parts of a package, each with its name.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let part = |at: usize| {
        let mut part = package.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("bytes");
        (part.name().expect("a name").into_owned(), bytes)
    };
    (0..zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package").len()).map(part).collect()
}

/// Whether a text is well-formed XML, as programs that show a picture want it.
fn is_well_formed(svg: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(svg);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return true,
            Ok(quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag)) => {
                if tag.attributes().any(|attribute| attribute.is_err()) {
                    return false;
                }
            }
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[tokio::test]
async fn charts_go_along_as_pictures() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    page.act("export").await;
    page.click("[data-export] [data-action=export-docx]").await;
    let (_, bytes) = page.downloaded_bytes(".docx").await;
    let parts = parts(&bytes);
    let pictures = |ending: &str| parts.iter().filter(|(name, _)| name.ends_with(ending)).collect::<Vec<_>>();
    assert_eq!((pictures(".png").len(), pictures(".svg").len()), (1, 1));
    assert!(pictures(".png")[0].1.starts_with(b"\x89PNG"));
    let svg = String::from_utf8(pictures(".svg")[0].1.clone()).expect("a text");
    assert!(is_well_formed(&svg) && svg.contains("88"), "{svg}");
    page.until("!document.querySelector('[data-export]')").await;
    // The page in one file has the same drawing, and the same report is the same bytes.
    page.act("export").await;
    page.click("[data-export] [data-action=export-html]").await;
    let (_, html) = page.downloaded(".html").await;
    let drawing = html.split("data:image/svg+xml;base64,").nth(1).and_then(|rest| rest.split('"').next());
    let drawing = BASE64_STANDARD.decode(drawing.expect("a drawing")).expect("base64");
    assert_eq!(String::from_utf8(drawing).expect("a text"), svg);
    page.until("!document.querySelector('[data-export]')").await;
    page.act("export").await;
    page.click("[data-export] [data-action=export-docx]").await;
    assert!(page.downloaded_bytes(".docx").await.1 == bytes, "other bytes of the same report");
    page.close().await;
}

/// Lets `window.got` be what is put on the clipboard, by its kind, as another program would get it.
pub async fn catch_copied(page: &Page) {
    let script = "window.got = {}; const set = DataTransfer.prototype.setData; \
                  DataTransfer.prototype.setData = function (t, d) { got[t] = d; return set.call(this, t, d); }";
    page.run(script, Vec::new()).await;
}

#[tokio::test]
async fn the_report_is_copied_for_the_editor_of_a_site() {
    let page = open_city().await;
    let paper = paper(&page).await;
    catch_copied(&page).await;
    page.act("export").await;
    page.act("copy-html").await;
    page.until("!!window.got['text/html']").await;
    let html = page.run("return window.got['text/html']", Vec::new()).await;
    let document = finished(read_html_text(html.as_str().expect("a text")).expect("a page")).expect("text");
    assert_eq!(squeezed(&words(&document.blocks)), paper);
    let text = page.run("return window.got['text/plain']", Vec::new()).await;
    assert!(text.as_str().is_some_and(|text| text.starts_with("宿迁市人民政府\r\n")), "{text}");
    page.close().await;
}

#[tokio::test]
async fn the_menu_is_driven_by_keys() {
    let page = open_city().await;
    page.act("export").await;
    page.find("[data-export]").await;
    let code = page.text("[data-check-code]").await;
    assert!(code.len() == 9 && code.chars().all(|c| c == '-' || c.is_ascii_hexdigit()), "{code}");
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('[data-export]')").await;
    page.until("document.activeElement?.dataset.action === 'export'").await;
    // Another word is another code; the same words have the same one again.
    page.fill("applications").await;
    page.type_into("applications.granted.natural", "1").await;
    page.act("export").await;
    assert_ne!(page.text("[data-check-code]").await, code);
    page.keys(Key::Escape + "").await;
    page.act("undo").await;
    page.act("export").await;
    assert_eq!(page.text("[data-check-code]").await, code);
    // The same code stands on every page.
    page.keys(Key::Escape + "").await;
    let id = page.id().await;
    page.go(&format!("#/d/{id}/preview")).await;
    page.gives("the foot", "document.querySelector('.folio .code')?.textContent", &json!(format!("校验码 {code}")))
        .await;
    page.close().await;
}

#[tokio::test]
async fn what_is_to_be_mended_stands_beside_the_formats() {
    let page = open_city().await;
    page.fill("applications").await;
    page.type_into("applications.new.natural", "1").await;
    page.find("[data-rule=N01]").await;
    page.act("export").await;
    page.until("document.querySelector('[data-export] .verdict.bad')?.textContent.includes('处强制性问题')").await;
    page.click("[data-export] .export-ready li .button").await;
    page.until("!document.querySelector('[data-export]')").await;
    page.until("location.hash.includes('/fill/applications')").await;
    page.close().await;
}
