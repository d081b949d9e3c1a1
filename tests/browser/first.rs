//! The first keystroke: what is fetched late is not needed for it, says so while it is not there, and can be fetched again.

use serde_json::json;

use crate::page::Page;

/// The pieces that are fetched late.
const PIECES: [&str; 5] = ["checks", "editors", "shelf", "charts", "paper"];

/// Holds the fetching of these files back until `release()` is called in the page.
pub const HELD: &str = "const all = window.fetch, held = []; let open = false;
    window.release = () => { open = true; for (const go of held.splice(0)) go(); };
    window.fetch = (what, ...more) => !open && /\\/(checks|editors|shelf|charts|paper)-/.test(String(what))
        ? new Promise((then) => held.push(() => then(all(what, ...more)))) : all(what, ...more)";

/// Makes a new report and types into table three; the total follows.
async fn type_into_table_three(page: &Page) {
    page.type_into("new-office", "某县自然资源局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.click(".rail-list li:nth-child(5) .rail-item").await;
    page.type_into("applications.new.natural", "3").await;
    page.type_into("applications.granted.natural", "5").await;
    assert_eq!(page.value("applications.new.total").await, "3");
    assert_eq!(page.count("[data-rule]").await, 0);
    assert!(!page.text("body").await.contains("没有发现问题"));
}

/// The findings are there, and with them the marks of the cells.
async fn findings_come(page: &Page) {
    page.find("[data-rule=F11]").await;
    page.find(".rail-marks .count").await;
    assert_eq!(page.value("applications.granted.natural").await, "5");
}

#[tokio::test]
async fn a_figure_is_typed_before_the_checks_have_come() {
    let page = Page::open().await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": HELD})).await;
    page.reload().await;
    page.until("document.querySelector('.shelf').textContent.includes('最近的草稿正在加载')").await;
    type_into_table_three(&page).await;
    assert!(page.text(".findings").await.contains("检查程序正在加载"));
    page.saved().await;
    // What waits for it happens when it comes.
    page.click("[data-screen=preview]").await;
    assert!(page.text("main").await.contains("预览正在加载"));
    page.run("window.release()", Vec::new()).await;
    page.find("[data-report]").await;
    page.fill("applications").await;
    findings_come(&page).await;
    page.close().await;
}

#[tokio::test]
async fn what_could_not_be_fetched_is_said_and_sent_for_again() {
    let page = Page::open().await;
    page.block(&PIECES.map(|piece| format!("*/{piece}-*")).each_ref().map(String::as_str)).await;
    page.reload().await;
    page.until("document.querySelector('.shelf').textContent.includes('最近的草稿没有加载成功')").await;
    type_into_table_three(&page).await;
    assert!(page.text(".findings [role=alert]").await.contains("检查程序没有加载成功，请检查网络后重试"));
    // Again in vain, then not.
    page.click(".findings [data-action=retry]").await;
    page.find(".findings [data-action=retry]").await;
    page.block(&[]).await;
    page.click(".findings [data-action=retry]").await;
    findings_come(&page).await;
    // With the network back, the other pieces have come as well.
    page.click("[data-screen=charts]").await;
    page.find("figure[data-chart=trend]").await;
    page.close_after(".wasm").await;
}

#[tokio::test]
async fn each_piece_is_a_file_that_can_be_missing_alone() {
    let page = Page::open().await;
    page.block(&["*/charts-*"]).await;
    page.reload().await;
    page.find("section.shelf .empty strong").await;
    type_into_table_three_and_check(&page).await;
    page.click("[data-screen=charts]").await;
    page.until("document.querySelector('main').textContent.includes('图表没有加载成功，请检查网络后重试')").await;
    page.click("[data-screen=preview]").await;
    page.find("[data-report]").await;
    page.block(&[]).await;
    page.click("[data-screen=charts]").await;
    page.click("main [data-action=retry]").await;
    page.find("figure[data-chart=trend]").await;
    page.close_after("charts-").await;
}

/// The findings come without the piece that is missing.
async fn type_into_table_three_and_check(page: &Page) {
    page.type_into("new-office", "某县自然资源局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.fill("applications").await;
    page.type_into("applications.granted.natural", "5").await;
    findings_come(page).await;
}

#[tokio::test]
async fn a_stored_draft_that_cannot_be_read_yet_is_not_lost() {
    let page = Page::open().await;
    type_into_new(&page).await;
    page.block(&["*/reading-*", "*/chunk_*", "*/checks-*"]).await;
    page.reload().await;
    assert!(page.text(".toast[data-error]").await.contains("存下的草稿都还在"));
    page.block(&[]).await;
    page.click("main [data-action=retry]").await;
    assert_eq!(page.value("office.name").await, "某县自然资源局");
    page.close_after(".wasm").await;
}

/// Makes a new report that is kept.
async fn type_into_new(page: &Page) {
    page.type_into("new-office", "某县自然资源局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.saved().await;
}
