//! Beginning the year: from last year's report on the shelf to a text in which nothing is last year's, by keys alone.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;

const FIELD: &str = "narrative.0.body.0";
/// Enter, as drivers write it.
const ENTER: char = '\u{e007}';
/// F8, likewise.
const F8: char = '\u{e038}';

fn last_year() -> String {
    let carried = ["natural", "business", "research", "welfare", "legal", "other"];
    let figures = carried
        .map(|column| (format!("applications.carried_out.{column}"), json!(usize::from(column == "natural") * 2)));
    json!({
        "nianbao": 1, "id": "last", "form": "national-2021", "year": 2022,
        "office": {"name": "某县市场监督管理局", "kind": "department"},
        "opening": ["本局编制2022年政府信息公开工作年度报告并向社会公布。"],
        "figures": figures.into_iter().collect::<serde_json::Map<String, Value>>(),
        "narrative": [
            {"heading": "一、总体情况", "body": [
                "（一）主动公开。2022年，我局主动公开政府信息365条；围绕群众关心的食用农产品抽检公开检测结果。",
                "（二）依申请公开。收到政府信息公开申请3件，按时答复3件。"]},
            {"heading": "五、存在的主要问题及改进情况", "body": ["政策解读形式单一，2023年我局将制作图解。"]}],
    })
    .to_string()
}

/// How many sentences are last year's, as the bar has it; nothing where there is no bar.
async fn left(page: &Page, count: Option<usize>) {
    let bar = "document.querySelector('[data-last-year]')?.dataset.lastYear ?? null";
    page.gives("the sentences left", bar, &json!(count.map(|count| count.to_string()))).await;
}

/// The words that are selected in the text, once they are others than before.
async fn selected(page: &Page, before: &str) -> String {
    let words = "(at => at.value?.slice(at.selectionStart, at.selectionEnd) ?? '')(document.activeElement)";
    page.until(&format!("![\"\", {}].includes({words})", json!(before))).await;
    page.run(&format!("return {words}"), Vec::new()).await.as_str().unwrap_or_default().to_owned()
}

/// Waits until these words are selected.
async fn selects(page: &Page, words: &str) {
    let at = "document.activeElement";
    page.gives("the selection", &format!("{at}.value?.slice({at}.selectionStart, {at}.selectionEnd)"), &json!(words))
        .await;
}

/// The new year's draft, on its first part.
async fn begun() -> Page {
    let page = Page::open().await;
    let file = page.file("last.nianbao.json", last_year());
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.go("#/").await;
    page.find("[data-draft=\"last\"] [data-action=\"roll\"]").await.click().await.expect("a click");
    page.until("document.querySelector('[name=\"year\"]')?.value === '2023'").await;
    page.fill("p0").await;
    page.find(&format!("textarea[name=\"{FIELD}\"]")).await;
    page
}

#[tokio::test]
async fn last_years_report_is_begun_anew_and_stays() {
    let page = begun().await;
    assert_ne!(page.id().await, "last");
    left(&page, Some(5)).await;
    page.until("document.querySelector('.rail').textContent.includes('3 句')").await;
    assert!(page.value(FIELD).await.contains("2023年，我局主动公开政府信息365条"));
    page.fill("applications").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "2");
    assert_eq!(page.value("applications.carried_in.total").await, "2");
    assert_eq!(page.attribute("applications.carried_in.total", "data-state").await, "computed");
    assert_eq!(page.attribute("applications.new.natural", "data-state").await, "blank");
    page.until("document.querySelector('.findings').textContent.includes('已与本单位2022年度的草稿对照')").await;
    // A report with such sentences is not ready.
    page.chord(Key::Alt, '3').await;
    page.until("document.querySelector('.verdict')?.textContent.includes('另有 5 句是上年原文')").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    // From the open report itself as well.
    page.find("[data-draft=\"last\"] .name").await.click().await.expect("a click");
    page.until("document.querySelector('[name=\"year\"]')?.value === '2022'").await;
    page.act("roll").await;
    page.until("document.querySelector('[name=\"year\"]')?.value === '2023'").await;
    page.close().await;
}

#[tokio::test]
async fn sentence_by_sentence_until_nothing_is_last_years() {
    let page = begun().await;
    left(&page, Some(5)).await;
    // The caret stands at the beginning of last year's text.
    page.until("document.activeElement?.tagName === 'TEXTAREA' && document.activeElement.selectionEnd === 0").await;
    page.keys(Key::F8).await;
    let first = "2023年，我局主动公开政府信息365条；";
    selects(&page, first).await;
    // A year and a figure settle nothing, a word does, and the way back makes it last year's again.
    page.keys("2024年，我局主动公开政府信息512条；").await;
    page.until("document.documentElement.hasAttribute('data-checked')").await;
    left(&page, Some(5)).await;
    page.chord(Key::Shift, F8).await;
    selects(&page, "2024年，我局主动公开政府信息512条；").await;
    page.keys("全年发布512条；").await;
    left(&page, Some(4)).await;
    page.chord(Key::Control, 'z').await;
    left(&page, Some(5)).await;
    page.chord(Key::Control, 'y').await;
    left(&page, Some(4)).await;
    // Confirmed at the caret, and the next one is gone to.
    page.keys(Key::F8).await;
    selects(&page, "围绕群众关心的食用农产品抽检公开检测结果。").await;
    page.chord(Key::Alt, ENTER).await;
    left(&page, Some(3)).await;
    selects(&page, "收到政府信息公开申请3件，按时答复3件。").await;
    page.chord(Key::Control, 'z').await;
    left(&page, Some(4)).await;
    page.chord(Key::Control, 'y').await;
    left(&page, Some(3)).await;
    // What is settled stays so in the file and after a new start.
    page.act("export-json").await;
    let file = page.downloaded(".nianbao.json").await.1;
    assert!(file.contains("\"last_year_text\"") && file.contains("\"confirmed\""), "{file}");
    page.saved().await;
    page.reload().await;
    left(&page, Some(3)).await;
    // The rest by keys: each that is confirmed leads to the next one, on other screens too.
    page.find(&format!("textarea[name=\"{FIELD}\"]")).await.click().await.expect("a click");
    page.keys(Key::F8).await;
    let mut words = String::new();
    for count in (0..3).rev() {
        words = selected(&page, &words).await;
        assert!(words.ends_with('。'), "{words}");
        page.chord(Key::Alt, ENTER).await;
        let script =
            "[...document.querySelectorAll('.rail-left')].reduce((sum, at) => sum + parseInt(at.textContent), 0)";
        page.gives("the sentences in the rail", script, &json!(count)).await;
    }
    left(&page, None).await;
    assert!(!page.findings().await.iter().any(|finding| finding.contains("Q10")));
    page.close().await;
}
