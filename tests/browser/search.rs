//! Finding words in the report and putting others in their place.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

/// Enter, as the browser's driver sends it.
const ENTER: char = '\u{e007}';

const REPORT: &str = r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "某局"},
    "opening": ["公开信息数按条计。"], "narrative": [
    {"heading": "一、总体情况", "body": ["网站公开信息数88条，微博公开信息数0条。"]},
    {"heading": "二、公开信息数", "body": ["其他公开信息数。"]}]}"#;

const FIELD: &str = "document.querySelector('textarea[name=\"narrative.0.body.0\"]')";

async fn opened() -> Page {
    let page = Page::open().await;
    let file = page.file("report.nianbao.json", REPORT);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.fill("p0").await;
    page.find("textarea[name=\"narrative.0.body.0\"]").await.click().await.expect("a click");
    page.find("html[data-checked]").await;
    page
}

async fn counts(page: &Page, words: &str) {
    page.gives("the count", "document.querySelector('#find-count').textContent", &json!(words)).await;
}

#[tokio::test]
async fn words_are_gone_through_and_the_focus_comes_back() {
    let page = opened().await;
    page.chord(Key::Control, 'f').await;
    page.until("document.activeElement.name === 'find'").await;
    page.keys("公开信息数").await;
    counts(&page, "第 1 / 2 处").await;
    page.until("document.querySelectorAll('[data-hit]').length === 2").await;
    // Enter goes on and from the last to the first, with Shift back.
    page.keys(Key::Enter).await;
    counts(&page, "第 2 / 2 处").await;
    page.until("[...document.querySelectorAll('[data-hit]')].findIndex(hit => hit.dataset.hit === 'current') === 1")
        .await;
    page.keys(Key::Enter).await;
    counts(&page, "第 1 / 2 处").await;
    page.chord(Key::Shift, ENTER).await;
    counts(&page, "第 2 / 2 处").await;
    page.until("document.activeElement.name === 'find'").await;
    // The words that one came to are selected when the bar is closed.
    page.keys(Key::Escape).await;
    page.until("document.querySelector('[name=find]') === null && document.querySelector('[data-hit]') === null").await;
    page.until(&format!("document.activeElement === {FIELD}")).await;
    page.until(&format!("{FIELD}.value.slice({FIELD}.selectionStart, {FIELD}.selectionEnd) === '公开信息数' && {FIELD}.selectionStart > 10")).await;
    page.close().await;
}

#[tokio::test]
async fn all_of_the_report_is_gone_through() {
    let page = opened().await;
    page.act("find").await;
    page.until("document.activeElement.name === 'find'").await;
    page.keys("公开信息数").await;
    counts(&page, "第 1 / 2 处").await;
    page.run(
        "const scope = document.querySelector('[name=find-within]'); scope.value = 'all';
         scope.dispatchEvent(new Event('change', {bubbles: true})); document.querySelector('[name=find]').focus();",
        Vec::new(),
    )
    .await;
    // One is at the first place on the screen; the opening is before it.
    counts(&page, "第 2 / 5 处").await;
    page.keys(Key::Enter).await;
    page.keys(Key::Enter).await;
    counts(&page, "第 4 / 5 处").await;
    // A heading on another screen; the bar and the focus in it stay.
    page.until("location.hash.endsWith('/p1')").await;
    page.find("input[name=\"narrative.1.heading\"][data-hit=current]").await;
    page.until("document.activeElement.name === 'find'").await;
    page.keys(Key::Enter).await;
    page.until("document.querySelector('.text-marks [data-hit=current]')?.textContent === '公开信息数'").await;
    page.until("document.querySelector('input[data-hit]') === null").await;
    page.keys(Key::Enter).await;
    page.until("location.hash.endsWith('/opening')").await;
    page.act("find-close").await;
    page.until("document.activeElement.name === 'opening'").await;
    page.close().await;
}

#[tokio::test]
async fn words_are_replaced_one_by_one_and_all_at_once() {
    let page = opened().await;
    page.chord(Key::Control, 'f').await;
    page.until("document.activeElement.name === 'find'").await;
    page.keys("公开信息数").await;
    counts(&page, "第 1 / 2 处").await;
    page.type_into("find-with", "公开政府信息数").await;
    page.act("replace-one").await;
    page.until(&format!("{FIELD}.value === '网站公开政府信息数88条，微博公开信息数0条。'")).await;
    counts(&page, "第 1 / 1 处").await;
    page.until("document.querySelector('.toast')?.textContent.includes('已换 1 处')").await;
    page.act("undo").await;
    page.until(&format!("{FIELD}.value === '网站公开信息数88条，微博公开信息数0条。'")).await;
    counts(&page, "第 1 / 2 处").await;
    page.until("document.querySelector('[data-action=replace-all]').textContent === '全部换 2 处'").await;
    page.act("replace-all").await;
    page.until(&format!("{FIELD}.value === '网站公开政府信息数88条，微博公开政府信息数0条。'")).await;
    page.until("document.querySelector('.toast')?.textContent.includes('已换 2 处')").await;
    counts(&page, "没有找到").await;
    // It is one step.
    page.act("undo").await;
    page.until(&format!("{FIELD}.value === '网站公开信息数88条，微博公开信息数0条。'")).await;
    page.close().await;
}
