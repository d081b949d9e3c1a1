//! For everybody: axe finds nothing on any screen, and the keyboard alone does the work.

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use crate::page::Page;
use crate::program::variable;

const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");

/// What axe finds in an element: the rule, and the elements. Dark, only what has to do with colours.
pub async fn violations(page: &Page, within: &str, dark: bool) -> Vec<String> {
    if page.run("return window.axe === undefined", Vec::new()).await == json!(true) {
        let axe = std::fs::read_to_string(variable("AXE")).expect("axe");
        page.run(&axe, Vec::new()).await;
    }
    let script = "const options = arguments[1] ? {runOnly: ['color-contrast']} : {};
        return axe.run(arguments[0], options).then((found) => found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' ')}`))";
    serde_json::from_value(page.run(script, vec![json!(within), json!(dark)]).await).expect("violations")
}

/// Holds the screen to axe's rules.
pub async fn axe(page: &Page, screen: &str) {
    let found = violations(page, "html", false).await;
    assert!(found.is_empty(), "{screen}: {found:#?}");
}

async fn screens(page: &Page) {
    axe(page, "start").await;
    page.act("keys").await;
    page.find("dialog[open] dl").await;
    axe(page, "keys").await;
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog')").await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    for screen in [
        "fill/office",
        "fill/opening",
        "fill/p1",
        "fill/statistics",
        "fill/proposals",
        "fill/signature",
        "charts",
        "preview",
    ] {
        page.go(&format!("#/d/{id}/{screen}")).await;
        page.findings().await;
        axe(page, screen).await;
    }
    page.act("export").await;
    page.find("[data-export] .passed").await;
    axe(page, "the menu 导出").await;
    page.click("[data-export] [data-action=infographic]").await;
    page.find("[data-infographic] svg").await;
    axe(page, "图解").await;
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog')").await;
    let file = page.file("city.nianbao.json", CITY);
    page.choose(&[file]).await;
    page.until("location.hash.includes('golden-r54')").await;
    for part in ["proactive", "applications", "disputes", "history", "channels"] {
        page.fill(part).await;
        axe(page, part).await;
    }
    page.go("#/rules").await;
    axe(page, "rules").await;
    page.go("#/").await;
    page.find("[data-draft]").await;
    axe(page, "shelf").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_light_screen() {
    let page = Page::open().await;
    screens(&page).await;
    page.close().await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_dark_screen() {
    let page = Page::open().await;
    page.devtools(
        "Emulation.setEmulatedMedia",
        json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]}),
    )
    .await;
    screens(&page).await;
    page.close().await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    let page = Page::open().await;
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true}),
    )
    .await;
    screens(&page).await;
    page.close().await;
}

#[tokio::test]
async fn the_keyboard_alone_makes_a_report() {
    let page = Page::open().await;
    page.run("document.querySelector('[name=new-office]').focus()", Vec::new()).await;
    page.keys("某县自然资源局").await;
    page.keys(Key::Enter + "").await;
    page.find("[name=\"office.name\"]").await;
    // F8 goes to the first finding; its place has the focus.
    page.findings().await;
    page.keys(Key::F8 + "").await;
    page.until("document.querySelector('.finding.current') !== null").await;
    page.chord(Key::Alt, '2').await;
    page.until("location.hash.endsWith('/charts')").await;
    page.chord(Key::Alt, '3').await;
    page.until("location.hash.endsWith('/preview')").await;
    page.chord(Key::Alt, '1').await;
    page.until("location.hash.endsWith('/fill/office')").await;
    page.chord(Key::Control, 's').await;
    let (_, json) = page.downloaded(".nianbao.json").await;
    let draft: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(draft["office"]["name"], "某县自然资源局");
    page.close().await;
}
