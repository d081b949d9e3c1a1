//! What input methods compose in the cells of a table.

use serde_json::json;
use thirtyfour::prelude::Key;

use crate::page::Page;
use crate::sheets::{enter, table_three};

/// Composes a text where the focus is, letter by letter as given, without ending it.
async fn compose(page: &Page, steps: &[&str]) {
    for text in steps {
        let end = text.encode_utf16().count();
        page.devtools("Input.imeSetComposition", json!({"text": text, "selectionStart": end, "selectionEnd": end}))
            .await;
    }
}

#[tokio::test]
async fn what_is_composed_is_neither_lost_nor_doubled() {
    let page = Page::open().await;
    table_three(&page).await;
    enter(&page, "applications.new.natural").await;
    compose(&page, &["１", "１２"]).await;
    page.devtools("Input.insertText", json!({"text": "１２"})).await;
    page.keys(Key::Enter + "").await;
    page.until("document.activeElement.name === 'applications.carried_in.natural'").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]').value === '12'").await;
    // The end of the composition never comes: the focus goes elsewhere in the middle.
    page.run("window.addEventListener('compositionend', event => event.stopImmediatePropagation(), {capture: true, once: true})", Vec::new()).await;
    compose(&page, &["３", "３４"]).await;
    page.run("document.querySelector('[name=\"applications.new.business\"]').focus()", Vec::new()).await;
    page.until("document.querySelector('[name=\"applications.carried_in.natural\"]').value === '34'").await;
    // Words are kept as they are composed, and their number is offered.
    compose(&page, &["shi", "十二"]).await;
    page.devtools("Input.insertText", json!({"text": "十二"})).await;
    page.find("[data-rule=N04] [data-action=mend]").await;
    assert_eq!(page.text("[data-rule=N04] [data-action=mend]").await, "改为 12");
    page.click("[data-rule=N04] [data-action=mend]").await;
    page.until("document.querySelector('[name=\"applications.new.business\"]').value === '12'").await;
    page.close().await;
}

#[tokio::test]
async fn keys_of_an_input_method_do_not_act_in_the_table() {
    let page = Page::open().await;
    table_three(&page).await;
    page.type_into("applications.new.natural", "7").await;
    enter(&page, "applications.carried_in.natural").await;
    enter(&page, "applications.new.natural").await;
    compose(&page, &["８"]).await;
    // Enter and Escape belong to the composition; browsers say so by isComposing, some only by 229.
    let press = "for (const key of ['Enter', 'Escape', 'ArrowDown', 'Delete']) document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', {key, keyCode: 229, isComposing: arguments[0], bubbles: true, cancelable: true}))";
    for says_so in [true, false] {
        page.run(press, vec![json!(says_so)]).await;
        assert_eq!(page.run("return document.activeElement.name", Vec::new()).await, json!("applications.new.natural"));
        assert_eq!(page.value("applications.new.natural").await, "８");
    }
    page.devtools("Input.insertText", json!({"text": "８"})).await;
    page.keys(Key::Escape + "").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]').value === '7'").await;
    page.close().await;
}
