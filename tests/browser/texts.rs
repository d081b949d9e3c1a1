//! Text: what is typed is taken back step by step, and what is mended leaves the same words elsewhere alone.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

const FIELD: &str = "narrative.0.body.0";

/// A new report on its first part.
async fn on_part_one(page: &Page) {
    page.type_into("new-office", "某局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.fill("p0").await;
    page.find(&format!("textarea[name=\"{FIELD}\"]")).await.click().await.expect("a click");
}

/// Waits until the field holds a text.
async fn holds(page: &Page, text: &str) {
    let value = format!("document.querySelector('textarea[name=\"{FIELD}\"]').value");
    page.gives("the text", &value, &json!(text)).await;
}

#[tokio::test]
async fn a_sentence_is_a_step() {
    let page = Page::open().await;
    on_part_one(&page).await;
    page.keys("本年公开6条。收到申请3件。办结3件").await;
    holds(&page, "本年公开6条。收到申请3件。办结3件").await;
    for left in ["本年公开6条。收到申请3件。", "本年公开6条。", ""] {
        page.chord(Key::Control, 'z').await;
        holds(&page, left).await;
    }
    page.chord(Key::Control, 'y').await;
    holds(&page, "本年公开6条。").await;
    // The caret stands behind what came back: typing goes on there.
    page.keys("好").await;
    holds(&page, "本年公开6条。好").await;
    page.close().await;
}

/// Timers of a second, the pause that ends a step, wait until `pause()` is called in the page.
const HELD_PAUSES: &str = "
    const real = window.setTimeout, held = [];
    window.setTimeout = (then, after, ...rest) => after === 1000 ? -held.push(then) : real(then, after, ...rest);
    window.pause = () => held.splice(0).forEach(then => then());";

#[tokio::test]
async fn a_pause_ends_a_step_and_so_does_typing_elsewhere() {
    let page = Page::open().await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": HELD_PAUSES})).await;
    page.reload().await;
    on_part_one(&page).await;
    page.keys("本年").await;
    page.keys("公开").await;
    page.run("window.pause()", Vec::new()).await;
    page.keys("信息").await;
    holds(&page, "本年公开信息").await;
    page.chord(Key::Control, 'z').await;
    holds(&page, "本年公开").await;
    // The caret is moved: what is typed there is another step.
    page.keys("信息").await;
    page.keys(Key::Home).await;
    page.keys("其中").await;
    holds(&page, "其中本年公开信息").await;
    page.chord(Key::Control, 'z').await;
    holds(&page, "本年公开信息").await;
    page.chord(Key::Control, 'z').await;
    holds(&page, "本年公开").await;
    page.close().await;
}

#[tokio::test]
async fn a_paste_and_a_composition_are_steps() {
    let page = Page::open().await;
    on_part_one(&page).await;
    // The first input is composed.
    for text in ["ben", "本年"] {
        page.devtools("Input.imeSetComposition", json!({"text": text, "selectionStart": 2, "selectionEnd": 2})).await;
    }
    page.devtools("Input.insertText", json!({"text": "本年。"})).await;
    holds(&page, "本年。").await;
    page.keys("公开").await;
    holds(&page, "本年。公开").await;
    page.run(
        "const field = document.activeElement;
         field.setRangeText('粘贴', field.value.length, field.value.length, 'end');
         field.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste', bubbles: true}));",
        Vec::new(),
    )
    .await;
    page.keys("的").await;
    holds(&page, "本年。公开粘贴的").await;
    for left in ["本年。公开粘贴", "本年。公开", "本年。", ""] {
        page.chord(Key::Control, 'z').await;
        holds(&page, left).await;
    }
    page.close().await;
}

/// A report with one paragraph in its first part.
fn report(text: &str, figures: &str) -> String {
    format!(
        r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "office": {{"name": "某局"}}, "figures": {{{figures}}},
        "narrative": [{{"heading": "一、总体情况", "body": ["{text}"]}}]}}"#
    )
}

async fn open(page: &Page, json: &str) {
    let file = page.file("report.nianbao.json", json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.fill("p0").await;
    page.find("html[data-checked]").await;
}

#[tokio::test]
async fn the_same_fault_twice_is_two_and_each_stays_itself() {
    let page = Page::open().await;
    open(&page, &report("按照国办公开办涵〔2021〕30号编写，国办公开办涵〔2021〕30号另有规定的从其规定。", "")).await;
    page.until("document.querySelectorAll('[data-rule=F02]').length === 2").await;
    let ids = "[...document.querySelectorAll('[data-rule=F02]')].map(card => card.id)";
    let before = page.run(&format!("return {ids}"), Vec::new()).await;
    page.click("[data-rule=F02] [data-action=mend]").await;
    page.gives("the other card", ids, &json!([before[1]])).await;
    // The focus is on the one that is left.
    page.until(&format!("document.activeElement.closest('[data-rule=F02]')?.id === {}", before[1])).await;
    holds(&page, "按照国办公开办函〔2021〕30号编写，国办公开办涵〔2021〕30号另有规定的从其规定。").await;
    page.close().await;
}

#[tokio::test]
async fn a_mend_that_wakes_a_fault_elsewhere_says_so_beforehand() {
    let page = Page::open().await;
    // Last year's sentence is put right, and then contradicts this year's table.
    let text = "2021年，我局共收到政府信息公开申请3件。";
    open(&page, &report(text, r#""applications.new.total": 5, "applications.carried_in.total": 0"#)).await;
    page.click("[data-rule=F04] [data-action=mend]").await;
    page.find("[data-action=mend-anyway]").await;
    page.until("document.activeElement.matches('[data-action=mend-anyway]')").await;
    holds(&page, text).await;
    page.act("mend-anyway").await;
    holds(&page, "2022年，我局共收到政府信息公开申请3件。").await;
    page.find("[data-rule=N13]").await;
    page.close().await;
}

#[tokio::test]
async fn the_browsers_own_command_prints_the_report_from_any_screen() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    for screen in ["fill/office", "fill/p1", "charts", "preview"] {
        page.go(&format!("#/d/{id}/{screen}")).await;
        // The paper comes with the last of what is fetched late.
        page.until("performance.getEntriesByType('resource').some(e => /paper-[^/]*wasm/.test(e.name))").await;
        page.until("document.querySelectorAll('.print-charts [data-chart]').length === document.querySelectorAll('.print-charts [data-drawn]').length").await;
        let text = page.print().await;
        assert!(text.contains("政府信息公开工作年度报告") || text.contains("年度报告"), "{screen}: {text}");
        assert!(text.lines().count() > 60, "{screen}: {text}");
        assert!(!text.contains("填报进度"), "{screen}: {text}");
        page.until("!document.querySelector('.print-copy')").await;
    }
    // Where no draft is shown, the page itself is printed.
    page.go("#/rules").await;
    page.find("main h1").await;
    assert!(page.print().await.contains("检查规则"));
    page.close().await;
}
