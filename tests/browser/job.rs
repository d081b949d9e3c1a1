//! The main job in every browser: a report is begun, filled in, mended, written, charted, laid out on paper, kept, handed on
//! and opened again.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::page::Page;

#[tokio::test]
async fn in_chromium() {
    main_job(Page::open_in(Browser::Chromium).await).await;
}

#[tokio::test]
async fn in_firefox() {
    main_job(Page::open_in(Browser::Firefox).await).await;
}

async fn main_job(page: Page) {
    page.type_into("new-office", "某县自然资源局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    figures(&page).await;
    text(&page).await;
    charts_and_paper(&page, &id).await;
    file(page, &id).await;
}

/// Totals follow what is typed; a fault is found, mended, and the mend undone and done again.
async fn figures(page: &Page) {
    page.fill("applications").await;
    for (cell, value) in [("new.natural", "12"), ("carried_in.natural", "0"), ("granted.natural", "21")] {
        page.type_into(&format!("applications.{cell}"), value).await;
    }
    assert_eq!(page.value("applications.new.total").await, "12");
    assert_eq!(page.value("applications.total.natural").await, "21");
    assert_eq!(page.attribute("applications.total.natural", "data-state").await, "computed");
    page.act("fill-zero").await;
    page.find("[data-rule=N01][data-place=\"applications.*.natural\"] [data-arithmetic]").await;
    page.click("[data-rule=N01] [data-action=mend]").await;
    page.until("!document.querySelector('[data-rule=N01]')").await;
    let balanced = "document.querySelector('[name=\"applications.new.natural\"]').value === document.querySelector('[name=\"applications.granted.natural\"]').value";
    page.until(balanced).await;
    page.act("undo").await;
    page.find("[data-rule=N01]").await;
    assert_eq!(page.value("applications.new.natural").await, "12");
    assert_eq!(page.value("applications.granted.natural").await, "21");
    page.type_into("applications.granted.natural", "12").await;
    page.until("!document.querySelector('[data-rule=N01]')").await;
}

/// A line is a paragraph, and a number of the text is held against the tables.
async fn text(page: &Page) {
    page.fill("p0").await;
    page.type_into("narrative.0.body.0", "全年收到政府信息公开申请15件。\n均已按期答复。").await;
    page.find("[data-rule=N13]").await;
    page.click("[data-rule=N13] [data-action=mend]").await;
    let followed = "document.querySelector('[name=\"narrative.0.body.0\"]').value === '全年收到政府信息公开申请12件。\\n均已按期答复。'";
    page.until(followed).await;
}

/// The charts are drawn from the figures, and the report on paper has the tables, the text and the charts.
async fn charts_and_paper(page: &Page, id: &str) {
    page.go(&format!("#/d/{id}/charts")).await;
    page.find("figure[data-chart=applicants] svg").await;
    page.until("document.querySelector('figure[data-chart=outcomes] svg').textContent.includes('12')").await;
    page.go(&format!("#/d/{id}/preview")).await;
    page.find("article[data-report] table[data-table=applications]").await;
    assert!(page.text("article[data-report]").await.contains("全年收到政府信息公开申请12件。"));
    // In a PDF of Firefox other characters stand for many: the digits are those of the text.
    let printed: String = page.print().await.split_whitespace().collect();
    assert!(printed.contains("12件"), "{printed}");
    for words in ["PDF", "A4"] {
        assert!(!printed.contains(words), "{words} of the program is printed");
    }
}

/// All is there after a reload; the file that is handed on opens as the same report.
async fn file(page: Page, id: &str) {
    page.saved().await;
    page.reload().await;
    page.fill("applications").await;
    assert_eq!(page.value("applications.granted.natural").await, "12");
    page.act("export-json").await;
    let (name, json) = page.downloaded(".nianbao.json").await;
    assert!(name.starts_with("某县自然资源局"), "{name}");
    let mut draft: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(draft["figures"]["applications.granted.natural"], 12);
    assert_eq!(draft["narrative"][0]["body"], json!(["全年收到政府信息公开申请12件。", "均已按期答复。"]));
    // A colleague's: another draft beside this one.
    draft["id"] = json!("another");
    let file = page.file("another.nianbao.json", draft.to_string());
    page.choose(&[file]).await;
    page.until("location.hash.startsWith('#/d/another/')").await;
    page.fill("applications").await;
    assert_eq!(page.value("applications.granted.natural").await, "12");
    page.act("export-json").await;
    assert_eq!(page.downloaded(".nianbao.json").await.1, json.replace(id, "another"));
    page.close().await;
}
