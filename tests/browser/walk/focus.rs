//! The focus after what is done in the page: it never falls to the body, from where a keyboard begins anew.

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use super::Walk;
use super::drafts::{Amount, draft, faulty};
use super::found::{Fault, Found};
use crate::page::Page;

/// What has the focus: nothing, or its name.
///
/// It is waited for as many frames as the page looks for what is to have it; two frames at least, in which it may be lost.
const FOCUSED: &str = "const frame = () => new Promise(requestAnimationFrame);
    const held = () => document.activeElement && document.activeElement !== document.body;
    return (async () => {
        await frame().then(frame);
        for (let left = 150; left > 0 && !held(); left--) await frame();
        return held() ? document.activeElement.localName : null;
    })()";

/// The finding in which an element stands: its rule and place.
const FINDING: &str =
    "const { rule, place } = document.querySelector(arguments[0])?.closest('[data-rule]')?.dataset ?? {};
    return rule ? `${rule} ${place}` : ''";

/// Notes an action after which nothing has the focus, and where it was done.
async fn held(page: &Page, found: &mut Found, action: &str, of: &str) {
    if page.run(FOCUSED, Vec::new()).await == Value::Null {
        let address = page.run("return location.hash", Vec::new()).await;
        let fault = Fault::new("leaves the focus to the body", action, of);
        found.add(fault, "", false, address.as_str().unwrap_or_default());
    }
}

/// Presses the button of a command with the keyboard: it has the focus before.
async fn press(page: &Page, selector: &str) {
    page.find(selector).await;
    page.run("document.querySelector(arguments[0]).focus()", vec![json!(selector)]).await;
    page.keys(Key::Enter + "").await;
}

/// Presses the button of a command, and notes it where the focus is lost.
async fn keeps(page: &Page, found: &mut Found, selector: &str) {
    page.find(selector).await;
    let of = page.run(FINDING, vec![json!(selector)]).await;
    press(page, selector).await;
    held(page, found, selector, of.as_str().unwrap_or_default()).await;
}

#[tokio::test]
async fn on_the_way_to_a_draft_and_back() {
    let (page, mut found) = (Page::open().await, Found::default());
    page.type_into("new-office", "某局").await;
    keeps(&page, &mut found, "[data-action=new]").await;
    for (key, before) in [('2', "[name=\"office.name\"]"), ('3', "figure[data-chart]"), ('1', "article[data-report]")] {
        page.find(before).await;
        page.run(
            "document.querySelector(arguments[0]).closest('[tabindex], input, body').focus()",
            vec![json!(before)],
        )
        .await;
        page.chord(Key::Alt, key).await;
        held(&page, &mut found, &format!("Alt+{key}"), "").await;
    }
    for n in [2, 3, 5] {
        keeps(&page, &mut found, &format!("nav li:nth-child({n}) a[href*=\"/fill/\"]")).await;
    }
    keeps(&page, &mut found, "a[href=\"#/\"]").await;
    keeps(&page, &mut found, "[data-action=sample]").await;
    keeps(&page, &mut found, "[data-action=keys]").await;
    page.keys(Key::Escape + "").await;
    held(&page, &mut found, "[data-action=keys], closed by Esc", "").await;
    press(&page, "[data-action=keys]").await;
    keeps(&page, &mut found, "dialog[open] button").await;
    page.go("#/").await;
    keeps(&page, &mut found, "[data-draft] button").await;
    page.go("#/").await;
    keeps(&page, &mut found, "[data-draft] [data-action=delete]").await;
    page.until("document.querySelectorAll('[data-draft]').length === 1").await;
    keeps(&page, &mut found, "[data-draft] [data-action=delete]").await;
    page.until("document.querySelectorAll('[data-draft]').length === 0").await;
    held(&page, &mut found, "[data-action=delete] of the last draft", "").await;
    page.close().await;
    found.assert_none();
}

#[tokio::test]
async fn in_tables_and_text() {
    let (walk, mut found) = (Walk::open().await, Found::default());
    let page = &walk.page;
    walk.open_drafts(&[draft(2023, Amount::Half)]).await;
    page.fill("applications").await;
    page.type_into("applications.granted.business", "7").await;
    keeps(page, &mut found, "[data-form=applications] [data-action=fill-zero]").await;
    for command in ["undo", "redo", "export-json"] {
        keeps(page, &mut found, &format!("[data-action={command}]")).await;
    }
    // Until there is nothing to undo.
    while page.count("[data-action=undo]:not([aria-disabled])").await > 0 {
        press(page, "[data-action=undo]").await;
        page.run(FOCUSED, Vec::new()).await;
    }
    held(page, &mut found, "[data-action=undo], the last time", "").await;
    page.fill("history").await;
    keeps(page, &mut found, "[data-action=year-add]").await;
    page.fill("proposals").await;
    for command in ["proposal-add", "proposal-remove", "proposal-remove"] {
        keeps(page, &mut found, &format!("[data-action={command}]")).await;
    }
    page.fill("p0").await;
    for command in ["part-down", "part-up", "part-add", "part-remove"] {
        keeps(page, &mut found, &format!("[data-action={command}]")).await;
    }
    page.fill("p0").await;
    for (kind, which) in [("insert-table", "data-table=channels"), ("insert-chart", "data-chart-id=trend")] {
        press(page, "details:has([data-action=insert-table]) > summary").await;
        keeps(page, &mut found, &format!("[data-action={kind}][{which}]")).await;
        keeps(page, &mut found, "[data-action=embed-remove]").await;
    }
    press(page, "summary[data-numbers]").await;
    keeps(page, &mut found, "[data-action=number]").await;
    walk.page.close().await;
    found.assert_none();
}

#[tokio::test]
async fn in_a_rail_of_very_many_parts() {
    let (walk, mut found) = (Walk::open().await, Found::default());
    let mut many = draft(2023, Amount::Half);
    many["narrative"] = (0..150).map(|n| json!({"heading": format!("第{n}部分"), "body": ["正文。"]})).collect();
    walk.open_drafts(&[many]).await;
    for command in ["rail-more", "rail-back"] {
        keeps(&walk.page, &mut found, &format!("[data-action={command}]")).await;
    }
    walk.page.close().await;
    found.assert_none();
}

#[tokio::test]
async fn in_the_findings() {
    let (walk, mut found) = (Walk::open().await, Found::default());
    let page = &walk.page;
    walk.open_drafts(&[draft(2023, Amount::Half)]).await;
    page.findings().await;
    for command in ["goto", "mend-other", "mend"] {
        keeps(page, &mut found, &format!("[data-action={command}]")).await;
        page.findings().await;
        held(page, &mut found, &format!("[data-action={command}], once it is checked"), "").await;
    }
    walk.open_drafts(&[faulty(120)]).await;
    page.findings().await;
    keeps(page, &mut found, "[data-place^=\"narrative.\"] [data-action=goto]").await;
    keeps(page, &mut found, "[data-action=more-findings]").await;
    for key in [Key::F8 + "", Key::Shift + Key::F8] {
        page.keys(key).await;
        held(page, &mut found, "F8", "").await;
    }
    let finding = "[data-severity=warning]:not([data-status=accepted])";
    keeps(page, &mut found, &format!("{finding} [data-action=accept]")).await;
    keeps(page, &mut found, "[data-rule]:has([name=note]) button:not([data-action])").await;
    keeps(page, &mut found, &format!("{finding} [data-action=accept]")).await;
    page.type_into("note", "按旧口径统计，包括已撤销的两个机构").await;
    keeps(page, &mut found, "[data-rule]:has([name=note]) [data-action=accept]").await;
    keeps(page, &mut found, "[data-action=withdraw]").await;
    walk.page.close().await;
    found.assert_none();
}

#[tokio::test]
async fn after_messages() {
    let (walk, mut found) = (Walk::open().await, Found::default());
    let page = &walk.page;
    // The list of files was asked for by this button, and hands the focus back to it.
    page.run("document.querySelector('main [data-action=open]').focus()", Vec::new()).await;
    walk.open_drafts(&[draft(2023, Amount::Half)]).await;
    held(page, &mut found, "[data-action=open] of the start screen", "").await;
    page.run("document.querySelector('header [data-action=open]').focus()", Vec::new()).await;
    walk.open_drafts(&[draft(2020, Amount::Half)]).await;
    held(page, &mut found, "[data-action=open] of the bar", "").await;
    let refused = page.file("bad.nianbao.json", "[]");
    page.choose(&[refused]).await;
    keeps(page, &mut found, "[role=alert][data-error] button").await;
    page.fill("applications").await;
    press(page, "[data-action=fill-zero]").await;
    keeps(page, &mut found, "[role=status] > button").await;
    walk.page.close().await;
    found.assert_none();
}
