//! The screens in three looks each: on a desk in the light, in the dark, and on a phone.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{CITY, SEED, go, open, take};
use crate::page::Page;

const FAULTLESS: &str = include_str!("../../core/reports/clean-2024.nianbao.json");
const COUNTY: &str = include_str!("../../core/reports/04-county-2022.nianbao.json");
const TOWN: &str = include_str!("../../core/reports/38-town-2020.nianbao.json");
const WORD: &[u8] = include_bytes!("../../files/national-2021.docx");

/// Takes a screen in its three looks; `name` is that of the first.
async fn take_looks(page: &Page, name: &str) {
    let window =
        |width: u32, height: u32| json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    for (ending, dark, (width, height)) in [
        ("", false, (1440, 900)),
        ("-dark", true, (1440, 900)),
        ("-phone", false, (390, 844)),
        ("", false, (1440, 900)),
    ] {
        let scheme = json!({"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }});
        page.devtools("Emulation.setEmulatedMedia", json!({"features": [scheme]})).await;
        page.devtools("Emulation.setDeviceMetricsOverride", window(width, height)).await;
        page.until(&format!("innerWidth === {width}")).await;
        // What has the focus is what the picture is of, also where the window became a phone's.
        page.run(
            "if (document.activeElement !== document.body) document.activeElement.scrollIntoView({block: 'nearest'});
            return new Promise(then => requestAnimationFrame(() => requestAnimationFrame(() => then(0))))",
            Vec::new(),
        )
        .await;
        take(page, &format!("{name}{ending}")).await;
    }
}

/// Opens a draft from the start screen, and returns there.
async fn add(page: &Page, json: &str) {
    let file = page.file("draft.nianbao.json", json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.find("html[data-checked]").await;
    page.saved().await;
    page.go("#/").await;
}

/// A city whose table three has two cells in which the clerk slipped.
fn city_with_slips() -> String {
    let mut city: Value = serde_json::from_str(CITY).expect("JSON");
    for (key, more) in [("applications.granted.natural", 9), ("applications.carried_out.business", 1)] {
        let figure = &mut city["figures"][key];
        *figure = json!(figure.as_i64().expect("a count") + more);
    }
    city.to_string()
}

#[tokio::test]
async fn pictures_of_the_start() {
    let page = Page::open().await;
    page.find("[name=\"new-office\"]").await;
    take_looks(&page, "start-empty").await;
    for json in [SEED, CITY, FAULTLESS, COUNTY, TOWN] {
        add(&page, json).await;
    }
    page.until("document.querySelectorAll('[data-draft]').length === 5").await;
    take_looks(&page, "start").await;
    page.close().await;
}

#[tokio::test]
async fn pictures_of_a_table() {
    let page = open(&city_with_slips()).await;
    page.fill("applications").await;
    page.find("[data-rule=N01]").await;
    page.click("[name=\"applications.granted.natural\"]").await;
    page.find(".focus-line .hints").await;
    take_looks(&page, "table").await;
    page.held(Key::Shift, Key::Down).await;
    page.held(Key::Shift, Key::Right).await;
    page.until("document.querySelector('[data-selected]').textContent.includes('求和')").await;
    take_looks(&page, "range").await;
    // What is not plain is seen first.
    page.click("[name=\"applications.new.natural\"]").await;
    page.paste(
        "[name=\"applications.new.natural\"]",
        "text/plain",
        "一、本年新收\t302件\t1,2O\t０\n二、上年结转\t13\t/\t—",
    )
    .await;
    page.find("dialog[open]").await;
    take_looks(&page, "paste").await;
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog[open]')").await;
    page.keys("?").await;
    page.find("dialog[open]").await;
    take_looks(&page, "keys").await;
    page.keys(Key::Escape + "").await;
    page.act("terms").await;
    page.find("[data-terms=applications]").await;
    take_looks(&page, "terms").await;
    page.keys(Key::Escape + "").await;
    page.act("ready").await;
    page.find("[data-readiness] .verdict").await;
    take_looks(&page, "readiness").await;
    page.close().await;
}

#[tokio::test]
async fn pictures_of_a_text() {
    let page = open(SEED).await;
    page.fill("p1").await;
    page.find("[data-rule=N12]").await;
    take_looks(&page, "text").await;
    page.chord(Key::Control, 'f').await;
    page.until("document.activeElement?.name === 'find'").await;
    page.keys("公开").await;
    page.until("/\\d/.test(document.querySelector('#find-count').textContent)").await;
    take_looks(&page, "search").await;
    page.close().await;
}

#[tokio::test]
async fn pictures_of_what_comes_in() {
    let page = Page::open().await;
    let file = page.file("年报.docx", WORD);
    page.choose(&[file]).await;
    page.find("[data-import-figure=\"applications.new.total\"]").await;
    take_looks(&page, "import").await;
    page.act("import-accept").await;
    page.find("[name=\"office.name\"]").await;
    page.saved().await;
    page.go("#/").await;
    page.act("roll").await;
    page.find("html[data-checked]").await;
    page.fill("p0").await;
    page.find("[data-last-year]").await;
    take_looks(&page, "last-year").await;
    page.close().await;
}

#[tokio::test]
async fn pictures_of_local_requirements() {
    let page = open(COUNTY).await;
    page.fill("office").await;
    page.click(".settings > summary").await;
    let choose = "const field = document.querySelector('[name=\"settings.pack\"]');
        field.value = '0';
        field.dispatchEvent(new Event('change', {bubbles: true}));
        field.focus();
        field.closest('section').scrollIntoView()";
    page.run(choose, Vec::new()).await;
    page.find("[data-rule=F12]").await;
    take_looks(&page, "requirements").await;
    page.act("pack-edit").await;
    page.until("document.activeElement.name === 'pack.name'").await;
    take_looks(&page, "requirements-editor").await;
    page.close().await;
}

#[tokio::test]
async fn pictures_of_charts_and_pages() {
    let page = open(CITY).await;
    go(&page, "charts").await;
    page.until("document.querySelectorAll('[data-drawn]').length === 3").await;
    take_looks(&page, "charts").await;
    go(&page, "preview").await;
    crate::paper::drawn(&page).await;
    take_looks(&page, "preview-city").await;
    page.go("#/rules").await;
    page.find("main h2 .rule-id").await;
    take_looks(&page, "rules").await;
    page.close().await;
}
