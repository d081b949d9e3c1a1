//! What is far larger than any report: thousands of parts, a hundred thousand figures, a megabyte in one paragraph. The page
//! shows a bounded part of it, and what is typed is there.

use std::fmt::Write;

use serde_json::json;

use crate::page::Page;

/// A draft of the form of 2021 with so many parts.
fn many_parts(count: usize) -> String {
    let mut json = String::from(
        r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "某局"}, "narrative": ["#,
    );
    for n in 0..count {
        let comma = if n == 0 { "" } else { "," };
        let _ = write!(json, r#"{comma}{{"heading": "第{n}部分", "body": ["正文。"]}}"#);
    }
    json.push_str("]}");
    json
}

async fn open(page: &Page, name: &str, json: &str) {
    let file = page.file(name, json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
}

#[tokio::test]
async fn of_twenty_thousand_parts_a_window_is_drawn() {
    let page = Page::open().await;
    open(&page, "parts.nianbao.json", &many_parts(20_000)).await;
    page.find("[data-action=rail-more]").await;
    assert!(page.count(".rail-list li").await <= 100);
    assert!(page.count(".rail-select option").await <= 100);
    assert_eq!(page.count("[data-action=rail-back]").await, 0);
    page.act("rail-more").await;
    page.find("[data-action=rail-back]").await;
    assert!(page.count(".rail-list li").await <= 100);
    // The window follows what is filled in.
    page.fill("p19999").await;
    page.until("document.querySelector('.rail-item[aria-current]')?.getAttribute('href').endsWith('/p19999')").await;
    assert_eq!(page.value("narrative.19999.heading").await, "第19999部分");
    assert!(page.count(".rail-list li").await <= 100);
    page.close().await;
}

#[tokio::test]
async fn of_a_hundred_thousand_unknown_figures_some_are_named() {
    let page = Page::open().await;
    let mut figures = String::new();
    for n in 0..100_000 {
        let _ = write!(figures, "{}\"unknown.f{n}\": {n}", if n == 0 { "" } else { "," });
    }
    let json = format!(
        r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {{"name": "某局"}}, "figures": {{{figures}}}}}"#
    );
    open(&page, "figures.nianbao.json", &json).await;
    assert!(page.count(".toast p").await <= 21);
    page.fill("applications").await;
    page.type_into("applications.new.natural", "7").await;
    assert_eq!(page.value("applications.new.total").await, "7");
    page.close().await;
}

/// Lets no file be read until `release()` is called in the page.
const HELD: &str = "const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = function () { return new Promise((then) => { window.release = () => then(read.call(this)) }) }";

#[tokio::test]
async fn the_opening_of_a_large_file_is_said_and_can_be_called_off() {
    let page = Page::open().await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": HELD})).await;
    page.reload().await;
    let file = page.file("parts.nianbao.json", many_parts(20_000));
    page.choose(std::slice::from_ref(&file)).await;
    page.until("document.querySelector('.opening')?.textContent.includes('正在打开“parts.nianbao.json”')").await;
    page.until("window.release !== undefined").await;
    page.act("cancel-open").await;
    page.run("window.release()", Vec::new()).await;
    page.until("!document.querySelector('.opening')").await;
    assert_eq!(page.run("return localStorage.length", Vec::new()).await, json!(0));
    assert_eq!(page.count("[name=\"office.name\"]").await, 0);
    // The next one opens.
    page.run("delete window.release", Vec::new()).await;
    page.choose(&[file]).await;
    page.until("window.release !== undefined").await;
    page.find("[data-action=cancel-open]").await;
    page.run("window.release()", Vec::new()).await;
    page.find("[name=\"office.name\"]").await;
    assert_eq!(page.count(".opening").await, 0);
    page.close().await;
}

/// Notes that words stood among the findings, however briefly.
const NOTE_WORDS: &str = "const [words] = arguments;
    new MutationObserver(() => { window.told ||= document.querySelector('.findings').textContent.includes(words); })
        .observe(document.querySelector('.findings'), {childList: true, subtree: true, characterData: true});";

/// Puts a text into a field as a paste does.
const PASTE: &str = "const area = document.querySelector(arguments[0]);
    area.focus();
    area.setRangeText(arguments[1].repeat(arguments[2]), 0, area.value.length, 'end');
    area.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'}));";

/// Makes a new report and shows its first part.
async fn first_part(page: &Page) {
    page.type_into("new-office", "某局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.find(".findings [data-rule]").await;
    page.fill("p0").await;
    page.find("textarea[name=\"narrative.0.body.0\"]").await;
}

#[tokio::test]
async fn keys_after_a_paste_of_a_megabyte_are_all_there() {
    let page = Page::open().await;
    first_part(&page).await;
    let field = "textarea[name=\"narrative.0.body.0\"]";
    // 23 characters, 69 bytes: a megabyte in one paragraph.
    let words = "全年主动公开政府信息，依法办理申请，按时答复了。";
    // What is said meanwhile goes again, on a busy machine before anybody asks for it.
    page.run(NOTE_WORDS, vec![json!("文字很长，检查稍后进行")]).await;
    page.run(PASTE, vec![json!(field), json!(words), json!(15_000)]).await;
    page.keys("甲乙丙").await;
    page.until(&format!("document.querySelector('{field}').value.endsWith('答复了。甲乙丙')")).await;
    page.until("window.told === true").await;
    page.keys("丁").await;
    page.until(&format!("document.querySelector('{field}').value.endsWith('甲乙丙丁')")).await;
    page.saved().await;
    // It is checked in the end, and typing goes on. A megabyte takes a busy machine longer than anything else that is waited for.
    let is_checked = "return !document.querySelector('.findings').textContent.includes('检查稍后进行')";
    for _ in 0..600 {
        if page.run(is_checked, Vec::new()).await == true {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    page.until("!document.querySelector('.findings').textContent.includes('检查稍后进行')").await;
    page.keys("戊").await;
    page.until(&format!("document.querySelector('{field}').value.endsWith('甲乙丙丁戊')")).await;
    // The whole of it is undone by steps, of which the paste is one.
    let emptied = format!("return document.querySelector('{field}').value === ''");
    for _ in 0..6 {
        if page.run(&emptied, Vec::new()).await == true {
            break;
        }
        page.act("undo").await;
    }
    assert_eq!(page.run(&emptied, Vec::new()).await, true);
    page.close().await;
}

#[tokio::test]
async fn of_thousands_of_findings_some_are_listed() {
    let page = Page::open().await;
    first_part(&page).await;
    let field = "textarea[name=\"narrative.0.body.0\"]";
    page.run(PASTE, vec![json!(field), json!("我局依法办理了申请，，\n"), json!(1_000)]).await;
    page.find("[data-action=more-findings]").await;
    let before = page.count(".finding").await;
    assert!(before <= 200, "{before}");
    page.act("more-findings").await;
    page.until(&format!("document.querySelectorAll('.finding').length > {before}")).await;
    page.close().await;
}
