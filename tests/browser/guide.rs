//! What helps the clerk on: the days left, what is ready, what the terms mean, how it goes by touch, what a screen reader hears.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");
const CLEAN: &str = include_str!("../core/reports/clean-2024.nianbao.json");

/// Opens a draft as a file.
async fn open(page: &Page, json: &str) {
    let file = page.file("draft.nianbao.json", json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
}

/// Shows the page as a phone does.
async fn on_a_phone(page: &Page) {
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true}),
    )
    .await;
}

#[tokio::test]
async fn the_rail_counts_the_days() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.find("[name=\"settings.submit_by\"]").await;
    let set = "const day = new Date(); day.setDate(day.getDate() + arguments[0]);
        const field = document.querySelector('[name=\"settings.submit_by\"]');
        field.value = [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
        field.dispatchEvent(new Event('change', {bubbles: true}))";
    for (days, words, is_soon) in
        [(12, "离上报还有 12 天", false), (0, "今天截止上报", true), (-3, "上报截止已过 3 天", true)]
    {
        page.run(set, vec![json!(days)]).await;
        page.until(&format!("document.querySelector('[data-due] p')?.textContent.startsWith('{words}')")).await;
        page.until(&format!("document.querySelector('[data-due] p').hasAttribute('data-soon') === {is_soon}")).await;
    }
    page.close().await;
}

#[tokio::test]
async fn a_list_says_what_is_ready_and_leads_to_what_is_not() {
    let page = Page::open().await;
    open(&page, CLEAN).await;
    page.findings().await;
    page.click(".rail-due [data-action=ready]").await;
    page.until("document.querySelector('[data-readiness] .verdict')?.textContent.includes('可以交了')").await;
    assert_eq!(page.count("[data-readiness] [data-standing=open]").await, 0);
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog')").await;

    page.go("#/").await;
    page.new_report(2023).await;
    page.findings().await;
    page.click(".rail-due [data-action=ready]").await;
    page.find("[data-readiness] [data-line=各表填完][data-standing=open]").await;
    page.find("[data-readiness] [data-line=成文日期][data-standing=open]").await;
    page.click("[data-readiness] [data-line=各表填完] button").await;
    page.until("document.activeElement.matches('main input[data-state=blank]')").await;
    page.until("!document.querySelector('dialog')").await;

    // The menu 导出 leads to the same list.
    page.act("export").await;
    page.click("[data-export] [data-action=ready]").await;
    page.click("[data-readiness] [data-line=成文日期] button").await;
    page.until("document.activeElement.name === 'published'").await;
    page.close().await;
}

#[tokio::test]
async fn a_table_explains_its_terms() {
    let page = Page::open().await;
    open(&page, CITY).await;
    page.fill("disputes").await;
    page.find("[data-form=disputes] [data-action=terms]").await;
    page.run("document.querySelector('[data-form=disputes] [data-action=terms]').focus()", Vec::new()).await;
    page.keys(Key::Enter + "").await;
    let terms = page.text("[data-terms=disputes]").await;
    assert!(terms.contains("复议机关不计") && terms.contains("国办公开办函〔2016〕201号"), "{terms}");
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog') && document.activeElement.dataset.action === 'terms'").await;
    // A table that no form asks for has no terms.
    page.fill("history").await;
    page.find("[data-form=history] [data-action=year-add]").await;
    assert_eq!(page.count("[data-form=history] [data-action=terms]").await, 0);
    page.close().await;
}

#[tokio::test]
async fn on_a_phone_nothing_is_out_of_reach() {
    let page = Page::open().await;
    on_a_phone(&page).await;
    open(&page, CITY).await;
    page.click("[data-more] > summary").await;
    for command in ["redo", "ready", "open", "import", "export-json", "print", "keys"] {
        page.find(&format!("[data-more] [data-action={command}]")).await;
    }
    page.click("[data-more] [data-action=keys]").await;
    page.until("document.querySelector('dialog[open] .by-touch')?.checkVisibility() === true").await;
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog')").await;
    // The menu has closed, and what opened it has the focus.
    page.until("document.activeElement.matches('[data-more]:not([open]) > summary')").await;
    // Undone and done again by touch alone.
    page.fill("applications").await;
    page.type_into("applications.new.natural", "987").await;
    page.act("undo").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]').value !== '987'").await;
    page.click("[data-more] > summary").await;
    page.click("[data-more] [data-action=redo]").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]').value === '987'").await;
    page.close().await;
}

#[tokio::test]
async fn the_signature_stands_clear_of_the_rail() {
    let page = Page::open().await;
    open(&page, CITY).await;
    page.fill("signature").await;
    page.find("[name=published]").await;
    let gap = "(() => { const card = document.querySelector('main .form-grid').getBoundingClientRect(), part = document.querySelector('main').getBoundingClientRect(); return card.left - part.left >= 12 })()";
    page.until(gap).await;
    page.close().await;
}

#[tokio::test]
async fn only_what_is_new_is_read_out() {
    let page = Page::open().await;
    open(&page, CLEAN).await;
    page.findings().await;
    let told = "document.querySelector('.findings [role=status]').textContent";
    page.until(&format!("{told}.length > 0 && !{told}.startsWith('新增')")).await;
    page.fill("applications").await;
    page.type_into("applications.new.natural", "987654").await;
    page.until(&format!("{told}.startsWith('新增 ')")).await;
    page.act("undo").await;
    page.until(&format!("!{told}.startsWith('新增')")).await;
    page.close().await;
}
