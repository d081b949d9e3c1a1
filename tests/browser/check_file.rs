//! 核对: a file that was published or printed is chosen or dropped in the menu 导出, which says whether it is this report, and where not.

use serde_json::json;

use crate::out::open_city;
use crate::page::Page;
use crate::paper::drawn;

/// What is said of the file, once it is said.
async fn said(page: &Page) -> (bool, String) {
    page.find("[data-export] [data-compare-result]").await;
    let is_ok = page.count("[data-compare-result].ok").await == 1;
    assert_eq!(page.count("[data-compare-result].differs").await, usize::from(!is_ok));
    (is_ok, page.text("[data-compare-result]").await)
}

/// Whether a place is listed, with what stands here and there.
fn named(place: &str, here: &str, there: &str) -> String {
    let words = json!([place, format!("这里 {here}"), format!("那里 {there}")]);
    format!(
        "[...document.querySelectorAll('[data-difference]')].some(d => {words}.every(words => d.textContent.includes(words)))"
    )
}

async fn closed(page: &Page) {
    page.click("[data-export] [aria-label=\"关闭\"]").await;
    page.until("!document.querySelector('[data-export]')").await;
}

/// Chooses a file in the menu and closes it again; what was said, and of how many places.
async fn chosen(page: &Page, file: &str) -> (bool, String, usize) {
    page.act("export").await;
    page.choose_for("check-file", &[file.to_owned()]).await;
    let (is_ok, words) = said(page).await;
    let places = page.count("[data-difference]").await;
    closed(page).await;
    (is_ok, words, places)
}

async fn exported(page: &Page, command: &str, ending: &str) -> Vec<u8> {
    page.act("export").await;
    page.click(&format!("[data-export] [data-action={command}]")).await;
    let (_, bytes) = page.downloaded_bytes(ending).await;
    page.until("!document.querySelector('[data-export]')").await;
    bytes
}

#[tokio::test]
async fn a_published_page_is_the_report_until_a_figure_of_it_is_another() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    let bytes = exported(&page, "export-html", ".html").await;
    let file = page.file("发布.html", &bytes);
    let (is_ok, words, places) = chosen(&page, &file).await;
    assert!(is_ok && words.starts_with("相同") && places == 0, "{words}");
    page.fill("history").await;
    let before = page.value("history.disclosed.total.2015").await;
    page.type_into("history.disclosed.total.2015", "6789").await;
    let (is_ok, words, places) = chosen(&page, &file).await;
    assert!(!is_ok && words.starts_with("不同") && places >= 1, "{words}");
    // The menu takes a file that is dropped on its foot, and the page goes on with the draft that is open.
    let id = page.id().await;
    page.act("export").await;
    page.drop_on("[data-export] .export-foot", &[("发布.html", &bytes)]).await;
    let (is_ok, _) = said(&page).await;
    assert!(!is_ok);
    page.until(&named("2015", "6789", &before)).await;
    assert_eq!(page.id().await, id);
    closed(&page).await;
    page.close().await;
}

#[tokio::test]
async fn a_printed_report_is_the_report_until_a_figure_of_it_is_another() {
    let page = open_city().await;
    let id = page.id().await;
    page.go(&format!("#/d/{id}/preview")).await;
    drawn(&page).await;
    let file = page.print_to_file().await;
    let (is_ok, words, _) = chosen(&page, &file).await;
    assert!(is_ok, "{words}");
    page.fill("applications").await;
    let before = page.value("applications.granted.natural").await;
    page.type_into("applications.granted.natural", "98765").await;
    page.act("export").await;
    page.choose_for("check-file", &[file]).await;
    let (is_ok, words) = said(&page).await;
    assert!(!is_ok && words.starts_with("不同"), "{words}");
    page.until(&named("自然人", "98765", &before)).await;
    closed(&page).await;
    page.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_report_is_refused_where_it_was_dropped() {
    let page = open_city().await;
    for (name, bytes, begins) in [
        ("压缩.rar", &b"Rar!\x1a\x07\x00........................................."[..], "没有核对："),
        ("通知.txt", "关于召开全市安全生产工作会议的通知".as_bytes(), "不同：这个文件不像是这份报告"),
    ] {
        page.act("export").await;
        page.drop_on("[data-export] .export-foot", &[(name, bytes)]).await;
        let (is_ok, words) = said(&page).await;
        assert!(!is_ok && words.starts_with(begins), "{name}: {words}");
        closed(&page).await;
    }
    page.close().await;
}
