//! Where the focus goes: on to what a person would do next, and never to the page as a whole.

use thirtyfour::Key;

use crate::page::Page;

const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");

/// Waits until what a selector names has the focus.
#[track_caller]
fn focused<'p>(page: &'p Page, selector: &str) -> impl Future<Output = ()> + 'p {
    let what = format!("{}: the focus", std::panic::Location::caller());
    let is = format!(
        "document.activeElement.matches({selector:?}) || (document.activeElement.outerHTML.slice(0, 120) + ' has the focus')"
    );
    async move { page.gives(&what, &is, &serde_json::Value::Bool(true)).await }
}

async fn new_draft(page: &Page) {
    page.type_into("new-office", "某局").await;
    page.keys(Key::Enter).await;
    page.find("[name=\"office.name\"]").await;
}

#[tokio::test]
async fn what_is_begun_goes_on() {
    let page = Page::open().await;
    new_draft(&page).await;
    focused(&page, "[name=\"office.name\"]").await;
    // A part that is chosen in the rail is gone into.
    page.run("document.querySelector('.rail-item[href$=\"/p1\"]').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    focused(&page, "main input[data-state=blank]").await;
    page.act("fill-zero").await;
    focused(&page, "main input.cell-input").await;
    for (key, selector) in [('2', "main h1"), ('3', "main"), ('1', "main [name=\"office.name\"]")] {
        page.chord(Key::Alt, key).await;
        focused(&page, selector).await;
    }
    // With Alt a keyboard may write another character.
    page.run(
        "window.dispatchEvent(new KeyboardEvent('keydown', {altKey: true, key: '™', code: 'Digit2', bubbles: true}))",
        Vec::new(),
    )
    .await;
    page.until("location.hash.endsWith('/charts')").await;
    page.chord(Key::Alt, '1').await;
    focused(&page, "main [name=\"office.name\"]").await;
    // The button with which the last step was taken back keeps the focus, though there is nothing more to take back.
    page.run("document.querySelector('[data-action=undo]').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    page.until("document.querySelector('[data-action=undo]').getAttribute('aria-disabled') === 'true'").await;
    focused(&page, "[data-action=undo]").await;
    page.close().await;
}

#[tokio::test]
async fn a_finding_leads_to_its_field_wherever_that_is() {
    let page = Page::open().await;
    new_draft(&page).await;
    page.fill("signature").await;
    page.find("[data-rule=F11]").await;
    // 有…格没有填 goes to the first of them.
    let goto = "[...document.querySelectorAll('[data-rule=F11]')].find(card => card.dataset.place === 'applications').querySelector('[data-action=goto]').click()";
    page.run(goto, Vec::new()).await;
    focused(&page, "[name=\"applications.new.natural\"]").await;
    page.keys("3").await;
    page.fill("signature").await;
    page.find("html[data-checked]").await;
    page.run(goto, Vec::new()).await;
    focused(&page, "[name=\"applications.new.business\"]").await;
    page.close().await;
}

#[tokio::test]
async fn after_a_finding_the_next_one_comes() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[data-rule] [data-action=mend]").await;
    let count = page.count("[data-rule]").await;
    page.run("document.querySelector('[data-rule] [data-action=mend]').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    page.until(&format!("document.querySelectorAll('[data-rule]').length < {count}")).await;
    focused(&page, "[data-rule] [data-action=goto]").await;
    // A note, taken back again, stays with its finding.
    page.find("[data-rule][data-status=open] [data-action=accept]").await;
    page.run(
        "window.card = document.querySelector('[data-action=accept]').closest('[data-rule]').id; document.querySelector('[data-action=accept]').focus()",
        Vec::new(),
    )
    .await;
    page.keys(Key::Enter).await;
    focused(&page, "textarea[name=note]").await;
    page.keys("按旧口径统计，已与上级核对").await;
    page.keys(Key::Tab + Key::Tab).await;
    page.keys(Key::Enter).await;
    page.find("[data-status=accepted]").await;
    page.until("document.activeElement.closest('[data-rule]')?.id === window.card").await;
    focused(&page, "[data-action=goto]").await;
    page.run("document.getElementById(window.card).querySelector('[data-action=withdraw]').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    page.until("document.getElementById(window.card).dataset.status === 'open'").await;
    page.until("document.activeElement.closest('[data-rule]')?.id === window.card").await;
    page.close().await;
}

#[tokio::test]
async fn what_is_taken_away_hands_the_focus_on() {
    let page = Page::open().await;
    for name in ["甲局", "乙局"] {
        page.type_into("new-office", name).await;
        page.act("new").await;
        page.find("[name=\"office.name\"]").await;
        page.saved().await;
        page.go("#/").await;
        page.find("[data-draft]").await;
    }
    page.run("document.querySelector('[data-draft] [data-action=delete]').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    page.until("document.querySelectorAll('[data-draft]').length === 1").await;
    focused(&page, "[data-draft] .name").await;
    // 撤销 in the message gives it back to where it was.
    page.run("document.querySelector('.toast .link').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    focused(&page, "[data-draft] .name").await;
    for left in [1, 0] {
        page.run("document.querySelector('[data-draft] [data-action=delete]').focus()", Vec::new()).await;
        page.keys(Key::Enter).await;
        page.until(&format!("document.querySelectorAll('[data-draft]').length === {left}")).await;
    }
    focused(&page, "[name=new-office]").await;
    page.close().await;
}

#[tokio::test]
async fn parts_are_moved_added_and_taken_away_by_keys() {
    let page = Page::open().await;
    new_draft(&page).await;
    page.fill("p0").await;
    let press = async |action: &str| {
        page.run(&format!("document.querySelector('main [data-action={action}]').focus()"), Vec::new()).await;
        page.keys(Key::Enter).await;
    };
    press("part-down").await;
    page.until("location.hash.endsWith('/p1')").await;
    focused(&page, "[data-action=part-down]").await;
    press("part-up").await;
    page.until("location.hash.endsWith('/p0')").await;
    // It is the first now, and can only be moved down.
    focused(&page, "[data-action=part-down]").await;
    press("part-add").await;
    page.until("location.hash.endsWith('/p1')").await;
    page.until("document.activeElement.closest('main') !== null").await;
    press("part-remove").await;
    page.until("location.hash.endsWith('/p0')").await;
    page.until("document.activeElement.closest('main') !== null").await;
    page.close().await;
}

#[tokio::test]
async fn a_draft_of_tables_alone_gets_its_text() {
    let page = Page::open().await;
    let file = page.file("city.json", CITY);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.fill("p0").await;
    page.run("document.querySelector('main [data-action=part-add]').focus()", Vec::new()).await;
    page.keys(Key::Enter).await;
    focused(&page, "main textarea").await;
    page.close().await;
}
