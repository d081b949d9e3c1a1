//! What comes from other programs: seen beside the original, chosen, taken over by one step or not at all.

use serde_json::Value;

use crate::page::Page;

/// A report as Word has it.
pub const WORD: &[u8] = include_bytes!("../files/national-2021.docx");
const OLD_WORD: &[u8] = include_bytes!("../files/national-2021.doc");
const PDF: &[u8] = include_bytes!("../files/national-2021-chromium.pdf");
const WORKBOOK: &[u8] = include_bytes!("../files/national-2021.xlsx");
const TRIAL: &[u8] = include_bytes!("../files/national-2019.odt");
const DRAFT: &str = include_str!("../files/national-2021.nianbao.json");

/// A report whose documents can be read in two ways.
pub const OPEN: &str = "某县财政局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局收到政府信息公开申请1件。
二、主动公开政府信息情况
第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件6051第二十条第（五）项信息内容本年处理决定数量行政许可5
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量1000001二、上年结转政府信息公开申请数量0000000（一）予以公开1000001（七）总计1000001四、结转下年度继续办理0000000
某县财政局
2024年1月22日";

/// The value of a figure as it was read.
fn read(key: &str, value: &str) -> String {
    format!("document.querySelector('[data-import-figure=\"{key}\"]')?.dataset.value === '{value}'")
}

/// The figures of the draft that is open, as it would be handed out.
async fn figures(page: &Page) -> Value {
    page.act("export-json").await;
    let (_, json) = page.downloaded(".nianbao.json").await;
    serde_json::from_str::<Value>(&json).expect("a draft")["figures"].clone()
}

#[tokio::test]
async fn a_word_document_becomes_a_draft_and_is_taken_back() {
    let page = Page::open().await;
    let file = page.file("年报.docx", WORD);
    page.choose(&[file]).await;
    page.find("[data-import]").await;
    page.until(&read("applications.new.total", "41")).await;
    page.until("document.querySelectorAll('[data-import-figure][data-certainty=certain]').length === 200").await;
    // The focus goes along to what is drawn. A figure and its words point at one another.
    page.until("document.activeElement?.id === 'import-title'").await;
    page.run("document.querySelector('[data-import-figure=\"applications.new.total\"]').focus()", Vec::new()).await;
    page.keys(thirtyfour::Key::Enter).await;
    page.until("document.querySelector('mark.pointed')?.textContent === '41'").await;
    page.act("import-accept").await;
    page.find("[name=\"office.name\"]").await;
    page.until("document.querySelector('.toast')?.textContent.includes('已采用')").await;
    page.click(".toast .link").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 0").await;
    page.close().await;
}

#[tokio::test]
async fn the_arrows_go_from_figure_to_figure() {
    use thirtyfour::prelude::Key;
    let page = Page::open().await;
    let file = page.file("年报.docx", WORD);
    page.choose(&[file]).await;
    page.find("[data-import-figure=\"applications.new.total\"]").await;
    let is_at = |key: &str| format!("document.activeElement?.dataset.importFigure === '{key}'");
    page.run("document.querySelector('[data-import-figure=\"applications.new.natural\"]').focus()", Vec::new()).await;
    for (key, to) in [
        (Key::Right, "applications.new.business"),
        (Key::Down, "applications.carried_in.business"),
        (Key::Left, "applications.carried_in.natural"),
        (Key::Up, "applications.new.natural"),
    ] {
        page.keys(key).await;
        page.until(&is_at(to)).await;
    }
    page.keys(Key::Enter).await;
    page.until("document.querySelector('mark.pointed') !== null").await;
    page.close().await;
}

#[tokio::test]
async fn every_kind_of_file_gives_the_same_figures() {
    let page = Page::open().await;
    let expected: Value = serde_json::from_str(DRAFT).expect("a draft");
    for (name, bytes) in [("a.docx", WORD), ("a.doc", OLD_WORD), ("a.pdf", PDF), ("a.xlsx", WORKBOOK)] {
        page.drop(&[(name, bytes)]).await;
        page.until(&read("applications.new.total", "41")).await;
        page.act("import-accept").await;
        page.find("[name=\"office.name\"]").await;
        assert_eq!(figures(&page).await, expected["figures"], "{name}");
        page.go("#/").await;
    }
    page.close().await;
}

#[tokio::test]
async fn a_choice_is_made_or_left_open() {
    let page = Page::open().await;
    let file = page.file("年报.txt", OPEN);
    page.choose(&[file]).await;
    // Nothing is guessed.
    page.until(&read("proactive.normative.in_force", "")).await;
    page.until("document.querySelector('[data-import-figure=\"proactive.normative.issued\"]').dataset.certainty === 'ambiguous'").await;
    page.click(".choice .way:nth-of-type(1) input").await;
    page.until(&read("proactive.normative.in_force", "51")).await;
    page.click(".choice .way:nth-of-type(2) input").await;
    page.until(&read("proactive.normative.in_force", "1")).await;
    page.click(".choice .way:last-of-type input").await;
    page.until(&read("proactive.normative.in_force", "")).await;
    page.act("import-accept").await;
    page.find("[name=\"office.name\"]").await;
    assert_eq!(page.value("office.name").await, "某县财政局");
    let figures = figures(&page).await;
    assert_eq!(figures["applications.granted.natural"], 1);
    assert_eq!(figures["proactive.normative.issued"], Value::Null, "open is blank, not 0");
    page.close().await;
}

#[tokio::test]
async fn nothing_happens_when_it_is_called_off() {
    let page = Page::open().await;
    let file = page.file("年报.docx", WORD);
    page.choose(&[file]).await;
    page.find("[data-action=import-accept]").await;
    page.act("import-cancel").await;
    page.until("document.documentElement.dataset.shown === '#/'").await;
    page.until("document.querySelectorAll('[data-draft]').length === 0").await;
    page.close().await;
}

#[tokio::test]
async fn into_an_open_draft_comes_what_was_chosen_and_one_step_takes_it_back() {
    let page = Page::open().await;
    page.type_into("new-office", "某局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.fill("applications").await;
    page.type_into("applications.new.natural", "7").await;
    page.saved().await;
    let before = figures(&page).await;
    let file = page.file("年报.docx", WORD);
    page.choose(&[file]).await;
    page.click(".uses label:last-of-type input").await;
    // The figures alone: the texts are left.
    let texts = "for (const box of document.querySelectorAll('.piece-head input:checked')) {
        const piece = box.closest('.piece');
        if (!piece.querySelector('.figures')) box.click();
    }";
    page.run(texts, Vec::new()).await;
    page.act("import-accept").await;
    page.fill("applications").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]')?.value === '32'").await;
    assert_eq!(page.count("textarea[name=opening]").await, 0);
    page.act("undo").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]')?.value === '7'").await;
    assert_eq!(figures(&page).await, before);
    page.close().await;
}

#[tokio::test]
async fn the_next_year_is_begun_from_a_report() {
    let page = Page::open().await;
    let file = page.file("年报.odt", TRIAL);
    page.choose(&[file]).await;
    page.click(".uses label:nth-of-type(2) input").await;
    page.act("import-accept").await;
    page.find("[name=\"office.name\"]").await;
    assert_eq!(page.value("year").await, "2021");
    let carried = figures(&page).await;
    assert!(carried["applications.carried_in.natural"].is_number(), "{carried}");
    assert_eq!(carried["applications.new.natural"], Value::Null);
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.close().await;
}

#[tokio::test]
async fn many_files_stand_in_a_list_with_what_became_of_each() {
    let page = Page::open().await;
    let scan = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let files: [(&str, &[u8]); 5] = [
        ("一.docx", WORD),
        ("二.txt", OPEN.as_bytes()),
        ("三.png", scan),
        ("四.nianbao.json", DRAFT.as_bytes()),
        ("五.odt", TRIAL),
    ];
    page.drop(&files).await;
    let row = |name: &str, words: &str| {
        format!("document.querySelector('tr[data-file=\"{name}\"]')?.textContent.includes('{words}')")
    };
    for (name, words) in [
        ("一.docx", "已读入"),
        ("二.txt", "要选 1 处"),
        ("三.png", "图片"),
        ("四.nianbao.json", "已采用"),
        ("五.odt", "已读入"),
    ] {
        page.until(&row(name, words)).await;
    }
    page.click("tr[data-file=\"二.txt\"] [data-action=import-look]").await;
    page.find("[data-import-figure]").await;
    page.act("import-cancel").await;
    page.until(&row("二.txt", "去选")).await;
    page.act("import-accept").await;
    // What was not read stays to be seen.
    page.until("document.querySelector('[role=alert][data-error]')?.textContent.includes('三.png')").await;
    page.until("document.querySelector('.toast')?.textContent.includes('3 份草稿')").await;
    page.click(".toast .link").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 1").await;
    page.close().await;
}

#[tokio::test]
async fn what_is_pasted_is_read_where_nothing_is_written() {
    let page = Page::open().await;
    page.until("document.documentElement.dataset.ready !== undefined").await;
    // What reads it comes a little later than the page.
    for _ in 0..100 {
        if page.paste("main", "text/plain", OPEN).await {
            break;
        }
        page.until("true").await;
    }
    page.until(&read("applications.granted.natural", "1")).await;
    page.act("import-cancel").await;
    page.type_into("new-office", "某局").await;
    assert!(!page.paste("[name=new-office]", "text/plain", OPEN).await, "what is pasted into a field is written there");
    page.close().await;
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_named_and_the_open_draft_stays() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    page.saved().await;
    let id = page.id().await;
    for (name, bytes, words) in [
        ("坏.docx", &WORD[..3000], "不完整"),
        ("空.pdf", &b"%PDF-1.7\n%%EOF\n"[..], "已损坏"),
        ("压缩.rar", &b"Rar!\x1a\x07\x00........................................."[..], "压缩包"),
    ] {
        page.drop(&[(name, bytes)]).await;
        page.until(&format!(
            "document.querySelector('[role=alert][data-error]')?.textContent.includes('{name}') && document.querySelector('[role=alert][data-error]').textContent.includes('{words}')"
        ))
        .await;
        page.act("import-cancel").await;
        page.find("[name=\"office.name\"]").await;
        assert_eq!(page.id().await, id, "{name}");
    }
    page.close().await;
}
