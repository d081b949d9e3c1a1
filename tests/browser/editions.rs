//! Each edition's empty form: every cell is filled, totals are computed as one types, keys move, undo takes back.

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use crate::page::Page;

/// The names of the cells of a table, in the order in which Tab goes through them, with how each came by its value.
async fn cells(page: &Page, table: &str) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll(`[data-range='${arguments[0]}'] input.cell-input`)].map(i => [i.name, i.dataset.state])";
    serde_json::from_value(page.run(script, vec![json!(table)]).await).expect("cells")
}

/// Fills every cell of a table by keys alone: the first takes the focus, Tab goes on. Where totals stand above their
/// parts, as in the statistic form, it goes backwards, so that they are computed by then.
async fn fill_every_cell(page: &Page, table: &str) -> usize {
    page.fill(table).await;
    let mut cells = cells(page, table).await;
    let backwards = table == "statistics";
    if backwards {
        cells.reverse();
    }
    let first = &cells.first().expect("a cell").0;
    page.find(&format!("[name=\"{first}\"]")).await.click().await.expect("a click");
    let mut typed = 0;
    for (name, _) in &cells {
        assert_eq!(page.run("return document.activeElement.name", Vec::new()).await, Value::String(name.clone()));
        // Totals compute themselves; all else is 1.
        let computed = page.attribute(name, "data-state").await == "computed";
        if !computed {
            page.keys("1").await;
            typed += 1;
        }
        if backwards {
            page.chord(Key::Shift, char::from(Key::Tab)).await;
        } else {
            page.keys(Key::Tab + "").await;
        }
    }
    typed
}

#[tokio::test]
async fn every_cell_of_the_form_of_2021() {
    every_cell(2023, &[("proactive", 10), ("applications", 144), ("disputes", 12)]).await;
}

#[tokio::test]
async fn every_cell_of_the_form_of_2019() {
    every_cell(2020, &[("proactive", 22), ("applications", 132), ("disputes", 12)]).await;
}

#[tokio::test]
async fn every_cell_of_the_statistic_form() {
    every_cell(2017, &[("statistics", 51)]).await;
}

async fn every_cell(year: u16, tables: &[(&str, usize)]) {
    let page = Page::open().await;
    page.new_report(year).await;
    for (table, expected) in tables {
        let typed = fill_every_cell(&page, table).await;
        assert_eq!(typed, *expected, "{table}");
        let after = cells(&page, table).await;
        assert!(after.iter().all(|(_, state)| state == "typed" || state == "computed"), "{after:?}");
        assert_eq!(after.iter().filter(|(_, state)| state == "typed").count(), *expected, "{table}");
        page.until(&format!("!document.querySelector('[data-rule=F11][data-place={table}]')")).await;
    }
    page.saved().await;
    page.act("export-json").await;
    let (_, json) = page.downloaded(".nianbao.json").await;
    let draft: Value = serde_json::from_str(&json).expect("JSON");
    let figures = draft["figures"].as_object().expect("figures").len();
    assert_eq!(figures, tables.iter().map(|(_, count)| count).sum::<usize>());
    page.close().await;
}

#[tokio::test]
async fn totals_follow_and_a_stated_total_is_kept_and_compared() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.fill("applications").await;
    page.type_into("applications.granted.natural", "3").await;
    page.type_into("applications.partial.natural", "4").await;
    assert_eq!(page.value("applications.total.natural").await, "7");
    assert_eq!(page.attribute("applications.total.natural", "data-state").await, "computed");
    assert_eq!(page.value("applications.total.total").await, "7");
    assert_eq!(page.value("applications.denied.secret.natural").await, "");
    // A stated total below what is already there is a fault, and stays as stated.
    page.type_into("applications.total.natural", "6").await;
    assert_eq!(page.attribute("applications.total.natural", "data-state").await, "stated");
    page.find("[data-rule=N02][data-place=\"applications.*.natural\"]").await;
    assert_eq!(page.value("applications.total.natural").await, "6");
    // Emptied, it is computed again.
    page.type_into("applications.total.natural", "").await;
    page.keys(Key::Tab + "").await;
    page.until("document.querySelector('[name=\"applications.total.natural\"]').value === '7'").await;
    page.until("!document.querySelector('[data-rule=N02]')").await;
    page.close().await;
}

#[tokio::test]
async fn a_column_that_does_not_balance_is_told_and_mended() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.fill("applications").await;
    page.type_into("applications.new.business", "99").await;
    page.type_into("applications.carried_in.business", "3").await;
    page.type_into("applications.granted.business", "99").await;
    page.type_into("applications.carried_out.business", "5").await;
    page.act("fill-zero").await;
    let finding = "[data-rule=N01][data-place=\"applications.*.business\"]";
    assert_eq!(page.text(&format!("{finding} [data-action=goto]")).await, "商业企业一列不平衡");
    let arithmetic: String = page.text(&format!("{finding} [data-arithmetic]")).await.split_whitespace().collect();
    assert!(arithmetic.contains("本年新收99＋上年结转3＝102") && arithmetic.contains("相差2"), "{arithmetic}");
    assert_eq!(page.attribute("applications.new.business", "data-mark").await, "concerned");
    page.click(&format!("{finding} [data-action=mend]")).await;
    page.until("document.querySelector('[name=\"applications.carried_out.business\"]').value === '3'").await;
    assert_eq!(page.count("[data-rule=N01]").await, 0);
    // Undo takes the mend back, then the zeros, then the last cell.
    page.chord(Key::Control, 'z').await;
    page.find(finding).await;
    page.chord(Key::Control, 'z').await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]').value === ''").await;
    page.chord(Key::Control, 'z').await;
    page.until("document.querySelector('[name=\"applications.carried_out.business\"]').value === ''").await;
    page.close().await;
}

#[tokio::test]
async fn keys_move_through_the_table() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.fill("applications").await;
    page.find("[name=\"applications.new.natural\"]").await.click().await.expect("a click");
    let focused = async || {
        let name = page.run("return document.activeElement.name", Vec::new()).await;
        name.as_str().unwrap_or_default().replace("applications.", "")
    };
    for (key, expected) in [
        (Key::Right, "new.business"),
        (Key::Down, "carried_in.business"),
        (Key::Enter, "granted.business"),
        (Key::Left, "granted.natural"),
        (Key::Up, "carried_in.natural"),
        (Key::End, "carried_in.total"),
        (Key::Home, "carried_in.natural"),
    ] {
        page.keys(key + "").await;
        assert_eq!(focused().await, expected);
    }
    page.keys("34").await;
    page.keys(Key::Down + "").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "34");
    page.keys(Key::Up + "").await;
    page.keys("5").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "5");
    page.keys(Key::Escape + "").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "34");
    page.keys(Key::F2 + "").await;
    page.keys("6").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "346");
    page.keys(Key::Enter + "").await;
    page.keys(Key::Up + "").await;
    page.keys(Key::Delete + "").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "");
    page.close().await;
}

#[tokio::test]
async fn what_is_no_number_is_kept_and_told() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.fill("disputes").await;
    page.type_into("disputes.review.upheld", "约20").await;
    page.find("[data-rule=N04][data-place=\"disputes.review.upheld\"]").await;
    assert_eq!(page.value("disputes.review.upheld").await, "约20");
    assert_eq!(page.attribute("disputes.review.upheld", "aria-invalid").await, "true");
    page.saved().await;
    page.reload().await;
    assert_eq!(page.value("disputes.review.upheld").await, "约20");
    page.click("[data-rule=N04] [data-action=mend]").await;
    page.until("document.querySelector('[name=\"disputes.review.upheld\"]').value === '20'").await;
    // What means the same is put straight when the focus leaves, never while one types.
    page.type_into("disputes.review.corrected", "1,234").await;
    assert_eq!(page.value("disputes.review.corrected").await, "1,234");
    page.keys(Key::Tab + "").await;
    page.until("document.querySelector('[name=\"disputes.review.corrected\"]').value === '1234'").await;
    page.close().await;
}

#[tokio::test]
async fn the_year_decides_the_form() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.fill("applications").await;
    page.type_into("applications.new.natural", "3").await;
    page.fill("office").await;
    page.type_into("year", "2018").await;
    page.keys(Key::Tab + "").await;
    page.until("document.querySelector('.rail-list').textContent.includes('人大代表建议')").await;
    page.type_into("year", "1999").await;
    page.keys(Key::Tab + "").await;
    page.find(".field [role=alert]").await;
    page.act("undo").await;
    page.until("document.querySelector('.rail-list').textContent.includes('总体情况')").await;
    page.fill("applications").await;
    assert_eq!(page.value("applications.new.natural").await, "3");
    page.close().await;
}

#[tokio::test]
async fn parts_are_added_moved_renamed_and_removed() {
    let page = Page::open().await;
    page.new_report(2017).await;
    page.fill("p0").await;
    page.type_into("narrative.0.heading", "一、概述").await;
    page.type_into("narrative.0.body.0", "第一段。\n\n第二段。").await;
    // An empty line stays under the caret while one types, and is no paragraph.
    assert_eq!(page.value("narrative.0.body.0").await, "第一段。\n\n第二段。");
    page.act("part-add").await;
    page.until("document.querySelector('[name=\"narrative.1.heading\"]')?.value === '二、'").await;
    page.type_into("narrative.1.heading", "二、新的部分").await;
    page.act("part-up").await;
    page.until("document.querySelector('[name=\"narrative.0.heading\"]')?.value === '二、新的部分'").await;
    page.act("part-remove").await;
    page.until("document.querySelector('[name=\"narrative.0.heading\"]')?.value === '一、概述'").await;
    assert_eq!(page.value("narrative.0.body.0").await, "第一段。\n第二段。");
    for _ in 0..2 {
        page.act("undo").await;
    }
    page.fill("p1").await;
    page.until("document.querySelector('[name=\"narrative.1.heading\"]')?.value === '二、新的部分'").await;
    page.close().await;
}

#[tokio::test]
async fn an_input_method_is_left_alone() {
    let page = Page::open().await;
    page.new_report(2023).await;
    page.fill("p0").await;
    page.find("[name=\"narrative.0.body.0\"]").await.click().await.expect("a click");
    for stage in ["z", "zh", "zhu"] {
        page.devtools(
            "Input.imeSetComposition",
            json!({"text": stage, "selectionStart": stage.len(), "selectionEnd": stage.len()}),
        )
        .await;
    }
    page.act("undo").await;
    page.find("[name=\"narrative.0.body.0\"]").await.click().await.expect("a click");
    page.devtools("Input.insertText", json!({"text": "主动公开"})).await;
    page.until("document.querySelector('[name=\"narrative.0.body.0\"]').value.endsWith('主动公开')").await;
    assert_eq!(page.value("narrative.0.body.0").await.matches("主动公开").count(), 1);
    page.close().await;
}
