//! Suggested sentences under a text: one is put in by a click or by keys, taken back in one step, and not suggested where the text
//! says it already.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

/// Its second paragraph is where applications belong.
const BODY: [&str; 2] = ["（一）主动公开。做好主动公开工作。", "（二）依申请公开。规范办理。"];
/// End, as drivers write it.
const END: char = '\u{e010}';
const FIELD: &str = "narrative.0.body.0";
const NONE_RECEIVED: &str = "[data-suggestion=received]";

/// A report of a year in which nobody applied and five licences were given, on its first part.
async fn opened() -> Page {
    let page = Page::open().await;
    let report = json!({
        "nianbao": 1, "form": "national-2021", "year": 2022, "office": {"name": "某局"},
        "figures": {
            "applications.new.total": 0, "applications.carried_in.total": 0, "proactive.licences.decisions": 5,
            "proactive.penalties.decisions": 0, "proactive.coercion.decisions": 0,
        },
        "narrative": [{"heading": "一、总体情况", "body": BODY}, {"heading": "六、其他需要报告的事项"}],
    });
    let file = page.file("report.nianbao.json", report.to_string());
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.fill("p0").await;
    page.find(NONE_RECEIVED).await;
    page
}

/// Waits until the text has these words after its second paragraph.
async fn goes_on(page: &Page, words: &str) {
    let value = format!("document.querySelector('textarea[name=\"{FIELD}\"]').value");
    page.gives("the text", &value, &json!(format!("{}\n{}{words}", BODY[0], BODY[1]))).await;
}

/// Waits until the report suggests so many sentences here.
async fn suggests(page: &Page, count: usize) {
    let all = "document.querySelectorAll('[data-suggestion]').length";
    page.gives("the suggestions", all, &json!(count)).await;
}

#[tokio::test]
async fn a_sentence_is_put_in_and_taken_back() {
    let page = opened().await;
    suggests(&page, 2).await;
    page.until("document.querySelector('[data-suggestions]').dataset.suggestions === '2'").await;
    let words = page.text(&format!("{NONE_RECEIVED} p")).await;
    assert_eq!(words, "2022年，未收到政府信息公开申请。");
    page.click(&format!("{NONE_RECEIVED} [data-action=suggest-other]")).await;
    let other = format!("document.querySelector('{NONE_RECEIVED} p').textContent === '全年没有收到政府信息公开申请。'");
    page.until(&other).await;
    page.click(&format!("{NONE_RECEIVED} [data-action=suggest-use]")).await;
    goes_on(&page, "全年没有收到政府信息公开申请。").await;
    // What the text says is not suggested, and the focus is on what is left.
    suggests(&page, 1).await;
    page.until("document.activeElement.matches('[data-suggestion=decisions] [data-action=suggest-use]')").await;
    page.chord(Key::Control, 'z').await;
    goes_on(&page, "").await;
    suggests(&page, 2).await;
    page.close().await;
}

#[tokio::test]
async fn keys_put_all_of_them_in_and_the_text_has_the_focus() {
    let page = opened().await;
    page.run(&format!("document.querySelector('{NONE_RECEIVED} [data-action=suggest-use]').focus()"), Vec::new()).await;
    page.keys(Key::Enter).await;
    suggests(&page, 1).await;
    page.until("document.activeElement.matches('[data-suggestion=decisions] [data-action=suggest-use]')").await;
    page.keys(Key::Enter).await;
    suggests(&page, 0).await;
    page.until("document.activeElement.matches('main textarea')").await;
    assert!(page.value(FIELD).await.contains("2022年，作出行政许可决定5件。"));
    page.close().await;
}

#[tokio::test]
async fn what_is_typed_is_not_suggested_any_more() {
    let page = opened().await;
    page.find(&format!("textarea[name=\"{FIELD}\"]")).await.click().await.expect("a click");
    page.chord(Key::Control, END).await;
    page.keys("本年度无人提出申请，未收到政府信息公开申请。").await;
    page.until(&format!("document.querySelector('{NONE_RECEIVED}') === null")).await;
    suggests(&page, 1).await;
    page.close().await;
}
