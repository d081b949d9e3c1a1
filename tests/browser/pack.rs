//! Local requirements: chosen in the settings, loaded from a file, written in the page, and handed on in the draft.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::access::axe;
use crate::page::Page;

const PACK: &str = r#"{"nianbao_pack": 1, "name": "某市要求", "source": "某政办发〔2025〕1号",
    "submit_by": "01-20", "topics": [{"name": "政策解读", "part": "总体情况", "words": ["解读"], "count": true}]}"#;

const DRAFT: &str = r#"{"nianbao": 1, "id": "d", "form": "national-2021", "year": 2025, "narrative": [
    {"heading": "一、总体情况", "body": ["全年工作平稳。"]}]}"#;

/// Opens a draft with one paragraph and the settings.
async fn open_settings(page: &Page) {
    let file = page.file("draft.nianbao.json", DRAFT);
    page.choose(&[file]).await;
    page.find("html[data-checked]").await;
    page.click(".settings > summary").await;
    page.find("select[name=\"settings.pack\"]").await;
}

/// Gives a file to the input for packs.
async fn load(page: &Page, text: &str) {
    let path = page.file("some.nianbao-pack.json", text);
    let input = page.find("input[name=pack-file]").await;
    input.send_keys(path).await.expect("the file was chosen");
}

/// The places of what F12 finds.
async fn found(page: &Page, expected: &[&str]) {
    let places = "[...document.querySelectorAll('[data-rule=F12]')].map(card => card.dataset.place)";
    page.gives("what F12 finds", places, &json!(expected)).await;
}

#[tokio::test]
async fn a_pack_is_loaded_checked_handed_on_and_taken_back() {
    let page = Page::open().await;
    open_settings(&page).await;
    load(&page, PACK).await;
    page.until("document.querySelectorAll('[data-pack-asks] li').length === 2").await;
    found(&page, &["narrative.0"]).await;
    page.act("pack-save-file").await;
    let (name, text) = page.downloaded(".json").await;
    assert_eq!(name, "某市要求.nianbao-pack.json");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), serde_json::from_str::<Value>(PACK).expect("JSON"));

    page.act("undo").await;
    page.until("document.querySelector('[name=\"settings.pack\"]').value === ''").await;
    found(&page, &[]).await;
    page.act("redo").await;
    found(&page, &["narrative.0"]).await;

    // What is no pack is refused, and what was chosen stays.
    load(&page, DRAFT).await;
    page.until("document.body.textContent.includes('没有载入“some.nianbao-pack.json”：这个文件不是本地要求')").await;
    found(&page, &["narrative.0"]).await;
    page.close().await;
}

#[tokio::test]
async fn one_that_comes_with_the_page_is_chosen_and_changed_by_keys() {
    let page = Page::open().await;
    open_settings(&page).await;
    let choose = "const field = document.querySelector('[name=\"settings.pack\"]');
        field.value = '1';
        field.dispatchEvent(new Event('change', {bubbles: true}))";
    page.run(choose, Vec::new()).await;
    found(&page, &["narrative.0"]).await;
    page.run("document.querySelector('[data-action=pack-edit]').focus()", Vec::new()).await;
    page.keys(Key::Enter + "").await;
    page.until("document.activeElement.name === 'pack.name'").await;
    axe(&page, "the editor of local requirements").await;

    // A wrong day is said where it stands, and nothing is lost.
    page.type_into("pack.submit_by", "2月30日").await;
    page.act("pack-save").await;
    page.until("document.activeElement.name === 'pack.submit_by' && document.activeElement.ariaInvalid === 'true'")
        .await;
    assert!(page.text("[data-pack-editor] [role=alert]").await.contains("1月20日"));
    page.type_into("pack.submit_by", "1月18日").await;
    page.act("pack-add-lengths").await;
    page.until("document.activeElement.name === 'pack.lengths.0.part'").await;
    page.type_into("pack.lengths.0.most", "3字").await;
    page.act("pack-add-topics").await;
    page.until("document.activeElement.name === 'pack.topics.5.name'").await;
    page.keys("培训").await;
    page.click("[data-pack-row=\"topics.0\"] [data-action=pack-remove]").await;
    page.until("!document.querySelector('[data-pack-row=\"topics.5\"]')").await;
    assert_eq!(page.value("pack.topics.4.name").await, "培训");
    // What was typed is not thrown away by one key.
    page.keys(Key::Escape + "").await;
    page.until("document.querySelector('[data-pack-editor] [role=alert]').textContent.includes('再按一次')").await;
    page.act("pack-save").await;
    page.until("!document.querySelector('dialog')").await;
    page.until("document.querySelector('[name=\"settings.pack\"]').value === 'own'").await;
    found(&page, &["opening", "title", "narrative.0"]).await;

    // It travels in the draft.
    page.saved().await;
    page.reload().await;
    page.find("html[data-checked]").await;
    found(&page, &["opening", "title", "narrative.0"]).await;
    page.close().await;
}

#[tokio::test]
async fn a_pack_opened_as_a_draft_says_where_it_belongs() {
    let page = Page::open().await;
    let file = page.file("some.nianbao-pack.json", PACK);
    page.choose(&[file]).await;
    page.until("document.body.textContent.includes('这是本地要求，不是年报草稿')").await;
    page.close().await;
}
