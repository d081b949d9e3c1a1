//! The charts on the screen: last year beside this, what is told where a value is pointed at, the way to its cell, and what they go out as.

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use crate::out::catch_copied;
use crate::page::Page;

const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");

/// The city's report, with that of the year before on the shelf.
async fn open_with_last_year() -> Page {
    let mut last: Value = serde_json::from_str(CITY).expect("JSON");
    last["id"] = json!("last-year");
    last["year"] = json!(2022);
    last["figures"]["applications.new.natural"] = json!(1701);
    let page = Page::open().await;
    let last = page.file("last.nianbao.json", last.to_string());
    page.choose(&[last]).await;
    page.until("location.hash.startsWith('#/d/last-year/')").await;
    let this = page.file("this.nianbao.json", CITY);
    page.choose(&[this]).await;
    page.until("location.hash.startsWith('#/d/') && !location.hash.startsWith('#/d/last-year/')").await;
    let id = page.id().await;
    page.go(&format!("#/d/{id}/charts")).await;
    page.find("figure[data-chart=applicants] [data-drawn]").await;
    page.until("document.querySelector('figure[data-chart=applicants] svg').textContent.includes('2022年')").await;
    page
}

/// The middle of the widest bar of a chart that is drawn in the colour of this year.
async fn bar(page: &Page, chart: &str) -> (f64, f64) {
    let script = format!(
        "const drawing = document.querySelector('figure[data-chart={chart}] .drawing');
         drawing.scrollIntoView({{block: 'center', behavior: 'instant'}});
         const bars = [...drawing.querySelectorAll('path[fill=\"#1b5591\"]')].map(bar => bar.getBoundingClientRect());
         const widest = bars.sort((a, b) => b.width - a.width)[0];
         return [widest.left + widest.width / 2, widest.top + widest.height / 2]"
    );
    serde_json::from_value(page.run(&script, Vec::new()).await).expect("a place")
}

async fn mouse(page: &Page, kind: &str, (x, y): (f64, f64)) {
    let event = json!({"type": kind, "x": x, "y": y, "button": if kind == "mouseMoved" { "none" } else { "left" }, "clickCount": 1});
    page.devtools("Input.dispatchMouseEvent", event).await;
}

#[tokio::test]
async fn a_value_tells_its_share_and_its_change_and_leads_to_its_cell() {
    let page = open_with_last_year().await;
    let at = bar(&page, "applicants").await;
    mouse(&page, "mouseMoved", at).await;
    let told = "自然人：3402 件，占 96.9%；上年 1701 件，增长 100.0%";
    page.until(&format!("document.querySelector('figure[data-chart=applicants] svg').textContent.includes('{told}')"))
        .await;
    mouse(&page, "mousePressed", at).await;
    mouse(&page, "mouseReleased", at).await;
    page.until("document.activeElement.name === 'applications.new.natural'").await;
    page.close().await;
}

#[tokio::test]
async fn by_keys_the_numbers_lead_to_their_cells() {
    let page = open_with_last_year().await;
    page.click("figure[data-chart=applicants] .toggle button:last-child").await;
    page.until("document.querySelector('figure[data-chart=applicants] table').textContent.includes('2022年')").await;
    page.run("document.querySelector('figure[data-chart=applicants] tbody button').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    page.until("document.activeElement.name === 'applications.new.natural'").await;
    page.close().await;
}

#[tokio::test]
async fn a_chart_goes_out_with_its_title_its_unit_and_its_source() {
    let page = open_with_last_year().await;
    page.click("figure[data-chart=applicants] [data-action=chart-svg]").await;
    let (name, svg) = page.downloaded(".svg").await;
    assert_eq!(name, "宿迁市人民政府2023年政府信息公开工作年度报告 申请人.svg");
    for words in
        ["收到申请 3511 件，自然人占 96.9%", "单位：件", "来源：《宿迁市人民政府2023年政府信息公开工作年度报告》"]
    {
        assert!(svg.contains(words), "{words} is not in the picture: {svg}");
    }
    page.click("figure[data-chart=disputes] [data-action=chart-png]").await;
    let (_, png) = page.downloaded_bytes(".png").await;
    assert!(png.starts_with(b"\x89PNG"));
    catch_copied(&page).await;
    page.click("figure[data-chart=applicants] [data-action=chart-copy]").await;
    page.until(
        "window.got['text/plain']?.startsWith('申请人\\t件数\\t占比\\t2022年\\n自然人\\t3402\\t96.9%\\t1701\\n')",
    )
    .await;
    page.until("window.got['text/html']?.startsWith('<table><tr><td>申请人</td>')").await;
    page.close().await;
}
