//! Text fields: as high as their text in every browser, what was found marked at its words and told there, mended by a key, and no
//! empty field between two tables.

use serde_json::json;
use thirtyfour::Key;

use crate::browser::Browser;
use crate::page::Page;

/// Enter, as the browser's driver sends it.
const ENTER: char = '\u{e007}';

/// A narrative report, whose first part has a growth without its number between two tables, and a doubled mark below them.
const REPORT: &str = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "office": {"name": "某街道办事处"},
    "figures": {"disclosed.total": 88}, "history": {"disclosed.total": {"2016": 45, "2017": 88}},
    "narrative": [{"heading": "一、主动公开情况", "body": ["主动公开政府信息总数88条。同比上年增幅％。",
        {"table": "history"}, {"chart": "trend"}, "组织了两次培训，，提高了认识。"]}]}"#;

const FIRST: &str = "document.querySelector('textarea[name=\"narrative.0.body.0\"]')";

async fn opened_in(browser: Browser) -> Page {
    let page = Page::open_in(browser).await;
    let file = page.file("report.nianbao.json", REPORT);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.fill("p0").await;
    page.find("[data-rule=N12]").await;
    page.find("html[data-checked]").await;
    page
}

/// Puts the caret so many characters into the first field, as one does who clicks there.
async fn caret_to(page: &Page, at: usize) {
    let script = "const field = document.querySelector('textarea[name=\"narrative.0.body.0\"]');
        field.focus(); field.setSelectionRange(arguments[0], arguments[0]);
        field.dispatchEvent(new MouseEvent('click', {bubbles: true}));";
    page.run(script, vec![json!(at)]).await;
}

/// The words of a selector, run together.
fn words_of(selector: &str) -> String {
    format!("[...document.querySelectorAll('{selector}')].map(words => words.textContent).join('')")
}

const SHOWN: &str = "document.querySelector('.words-popover:not([hidden])')";

#[tokio::test]
async fn fields_are_as_high_as_their_text_in_chromium() {
    fields_grow(opened_in(Browser::Chromium).await).await;
}

#[tokio::test]
async fn fields_are_as_high_as_their_text_in_firefox() {
    fields_grow(opened_in(Browser::Firefox).await).await;
}

async fn fields_grow(page: Page) {
    let layer = format!("{FIRST}.parentElement.querySelector('[aria-hidden=true]')");
    // Field and layer lie on each other, and nothing of the text has to be scrolled to.
    let same = format!(
        "{layer}.textContent === {FIRST}.value && {layer}.clientHeight === {FIRST}.clientHeight && {FIRST}.scrollHeight <= {FIRST}.clientHeight"
    );
    page.until(&same).await;
    page.find("textarea[name=\"narrative.0.body.0\"]").await.click().await.expect("a click");
    page.keys(Key::Control + Key::End).await;
    for typed in ["", "依法公开政府信息，按时答复申请，及时回应关切。", "", "", "甲"] {
        let before = page.run(&format!("return {FIRST}.clientHeight"), Vec::new()).await;
        if typed.is_empty() {
            page.keys(Key::Enter).await;
            page.until(&format!("{FIRST}.clientHeight > {before}")).await;
        } else {
            page.keys(typed).await;
            page.until(&format!("{FIRST}.value.endsWith('{typed}')")).await;
        }
        page.until(&same).await;
        // The caret stands where one types.
        page.until(&format!("{FIRST}.selectionStart === {FIRST}.value.length")).await;
    }
    page.close().await;
}

#[tokio::test]
async fn what_was_found_is_marked_at_its_words() {
    let page = opened_in(Browser::Chromium).await;
    page.until(&format!("{}.includes('同比上年增幅％')", words_of("[data-look=error]"))).await;
    // The box stands where the number is missing, and takes no room.
    let gap = "document.querySelector('[data-gap]')";
    page.until(&format!("{gap}.previousElementSibling.textContent.endsWith('增幅')")).await;
    page.until(&format!("{gap}.getBoundingClientRect().width === 0")).await;
    page.until(&format!("{}.includes('，，')", words_of("[data-look=warning]"))).await;
    // Numbers keep their marks beside those.
    page.until("document.querySelectorAll('.text-marks [data-tie]').length > 0").await;
    page.close().await;
}

#[tokio::test]
async fn words_in_which_the_caret_stands_are_told_and_mended() {
    let page = opened_in(Browser::Chromium).await;
    let number = page.run("return document.querySelector('[data-rule=N12]').id.split('-')[1]", Vec::new()).await;
    let number = number.as_str().expect("a number").to_owned();
    page.until(&format!("document.querySelector('[data-words~=\"{number}\"]') !== null")).await;
    caret_to(&page, 18).await;
    page.until(&format!("{SHOWN}?.textContent.includes('增幅没有填')")).await;
    // Both sides of the sum, the mend first, and why it cannot be kept as it is.
    page.until(&format!("{SHOWN}.querySelector('.arithmetic').textContent.includes('95.6')")).await;
    page.until(&format!("{SHOWN}.querySelector('.actions button').dataset.action === 'mend-here'")).await;
    page.until(&format!("{SHOWN}.textContent.includes('强制性要改正')")).await;
    // It stands at the words and does not take the focus, and the card is the current one.
    let below = format!(
        "{SHOWN}.getBoundingClientRect().top >= document.querySelector('[data-words~=\"{number}\"]').getBoundingClientRect().bottom"
    );
    page.until(&below).await;
    page.until(&format!("document.activeElement === {FIRST}")).await;
    page.find(&format!("#finding-{number}.current")).await;
    page.until(&format!(
        "document.getElementById({FIRST}.getAttribute('aria-describedby')).textContent.includes('增幅没有填')"
    ))
    .await;
    page.keys(Key::Escape).await;
    page.until(&format!("{SHOWN} === null && document.activeElement === {FIRST}")).await;
    // The keys mend it, say so, and leave the focus; 撤销 takes it back.
    page.chord(Key::Alt, ENTER).await;
    page.until(&format!("{FIRST}.value.includes('同比上年增幅95.6％')")).await;
    page.until("document.querySelector('[role=status].toast')?.textContent.includes('已改正')").await;
    page.until(&format!("document.activeElement === {FIRST}")).await;
    page.until(&format!("!{FIRST}.hasAttribute('aria-describedby')")).await;
    page.chord(Key::Control, 'z').await;
    page.until(&format!("{FIRST}.value.includes('同比上年增幅％')")).await;
    page.until(&format!("{}.includes('同比上年增幅％')", words_of("[data-look=error]"))).await;
    // By its button as well.
    caret_to(&page, 18).await;
    page.until(&format!("{SHOWN} !== null")).await;
    page.act("mend-here").await;
    page.until(&format!("{FIRST}.value.includes('同比上年增幅95.6％') && {SHOWN} === null")).await;
    page.until(&format!("document.activeElement === {FIRST}")).await;
    page.close().await;
}

#[tokio::test]
async fn words_that_are_pointed_at_are_told_and_a_note_is_written_in_the_card() {
    let page = opened_in(Browser::Chromium).await;
    let field = "document.querySelector('textarea[name=\"narrative.0.body.3\"]')";
    let doubled = "[...document.querySelectorAll('[data-look=warning]')].find(words => words.textContent === '，，')";
    page.until(&format!("{doubled} !== undefined")).await;
    let point = format!(
        "const words = {doubled}; words.scrollIntoView({{block: 'center'}});
         const {{left, top}} = words.getBoundingClientRect();
         {field}.dispatchEvent(new MouseEvent('mousemove', {{bubbles: true, clientX: left + 3, clientY: top + 5}}));"
    );
    page.run(&point, Vec::new()).await;
    page.until(&format!("{SHOWN} !== null && document.activeElement !== {field}")).await;
    page.act("accept-here").await;
    page.until("document.activeElement.matches('[data-rule=Q08] textarea[name=note]')").await;
    page.until(&format!("{SHOWN} === null")).await;
    page.close().await;
}

#[tokio::test]
async fn between_two_tables_stands_a_line_that_opens() {
    let page = opened_in(Browser::Chromium).await;
    let between = "document.querySelector('textarea[name=\"narrative.0.body.2\"]')";
    page.until(&format!("{between}.placeholder === '在这里加一段文字' && {between}.clientHeight < 40")).await;
    page.until(&format!("!{FIRST}.placeholder")).await;
    page.find("textarea[name=\"narrative.0.body.2\"]").await.click().await.expect("a click");
    page.until(&format!("{between}.clientHeight > 45")).await;
    page.keys("表后说明。").await;
    page.run(&format!("{FIRST}.focus()"), Vec::new()).await;
    page.until(&format!("{between}.value === '表后说明。' && {between}.clientHeight > 45")).await;
    page.close().await;
}
