//! The tables under hands that know a spreadsheet: a city's table three by keys alone and by one paste of each program, ranges, filling,
//! clearing.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use crate::page::Page;

/// A city's report, of which table three is filled in again.
const CITY: &str = include_str!("../core/reports/55-city-2024.nianbao.json");

/// The cells of table three as the city has them, by name; totals left to their sums.
fn city() -> BTreeMap<String, String> {
    let draft: Value = serde_json::from_str(CITY).expect("JSON");
    let figures = draft["figures"].as_object().expect("figures");
    let of_three = figures.iter().filter(|(name, _)| name.starts_with("applications."));
    of_three.map(|(name, value)| (name.clone(), value.to_string())).collect()
}

/// Makes a new report of the city's year and shows table three.
pub async fn table_three(page: &Page) {
    page.new_report(2024).await;
    page.fill("applications").await;
    page.find(".focus-line .hints").await;
}

/// The rows of table three: the names of their cells.
async fn rows(page: &Page) -> Vec<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-range=applications] tbody tr:not(.head)')].map(row => [...row.querySelectorAll('input')].map(input => input.name))";
    serde_json::from_value(page.run(script, Vec::new()).await).expect("rows")
}

/// What all cells of table three show, by name; blank ones left out.
async fn shown(page: &Page) -> BTreeMap<String, String> {
    let script = "return Object.fromEntries([...document.querySelectorAll('[data-range=applications] input')].filter(i => i.value).map(i => [i.name, i.value]))";
    serde_json::from_value(page.run(script, Vec::new()).await).expect("figures")
}

/// Waits until table three shows the city's figures.
async fn shows_city(page: &Page) {
    page.gives(
        "175 figures",
        "[...document.querySelectorAll('[data-range=applications] input')].filter(i => i.value).length",
        &json!(175),
    )
    .await;
    let now = shown(page).await;
    for (name, value) in city() {
        assert_eq!(now.get(&name), Some(&value), "{name}");
    }
}

/// Puts the focus into a cell.
pub async fn enter(page: &Page, name: &str) {
    page.find(&format!("[name=\"{name}\"]")).await.click().await.expect("a click");
    page.until(&format!("document.activeElement.name === '{name}'")).await;
}

/// Pastes HTML and text where the focus is, as the clipboard of another program hands it over.
pub async fn paste(page: &Page, html: &str, text: &str) {
    let script = "const data = new DataTransfer();
        if (arguments[0]) data.setData('text/html', arguments[0]);
        data.setData('text/plain', arguments[1]);
        return !document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));";
    let taken = page.run(script, vec![json!(html), json!(text)]).await;
    assert_eq!(taken, json!(true), "the page took it");
}

#[tokio::test]
async fn a_city_by_keys_alone() {
    let page = Page::open().await;
    table_three(&page).await;
    let (rows, city) = (rows(&page).await, city());
    enter(&page, "applications.new.natural").await;
    // Six columns, each downwards: a figure and Enter; the totals add themselves up and are passed.
    let mut typed = 0;
    for column in 0..6 {
        let mut keys = String::new();
        for names in &rows {
            let name = &names[column];
            if !name.starts_with("applications.total.") {
                keys += city.get(name).map_or("0", String::as_str);
                typed += 1;
            }
            keys.push(char::from(Key::Enter));
        }
        page.keys(keys).await;
        page.held(Key::Control, Key::Up).await;
        page.keys(Key::Right + "").await;
    }
    assert_eq!(typed, 144);
    shows_city(&page).await;
    // Taken back and done again, a cell a step.
    for _ in 0..3 {
        page.chord(Key::Control, 'z').await;
    }
    page.until("document.querySelector('[name=\"applications.carried_out.other\"]').value === ''").await;
    for _ in 0..3 {
        page.chord(Key::Control, 'y').await;
    }
    shows_city(&page).await;
    page.close().await;
}

/// The city's table as a program puts it on the clipboard: HTML and text.
fn clipboard(program: &str, rows: &[Vec<String>]) -> (String, String) {
    let city = city();
    let figure = |name: &String| city.get(name).cloned().unwrap_or_else(|| "0".to_owned());
    let lines: Vec<Vec<String>> = rows.iter().map(|names| names.iter().take(6).map(figure).collect()).collect();
    let text: String = lines.iter().map(|line| line.join("\t") + "\r\n").collect();
    let cell = |words: &String| match program {
        "excel" => format!("<td class=xl65 align=right width=72 style='border-top:none'>{words}</td>"),
        "wps" => format!("<td class=\"et3\" x:num=\"{words}\" style='height:14.25pt'>{words}</td>"),
        "libreoffice" => format!(
            "<td height=\"17\" align=\"right\" sdval=\"{words}\" sdnum=\"2052;\"><font face=\"宋体\">{words}</font></td>"
        ),
        _ => format!("<td><p>{words}</p></td>"),
    };
    let body: String =
        lines.iter().map(|line| format!("<tr>{}</tr>", line.iter().map(cell).collect::<String>())).collect();
    let head = match program {
        "excel" => "<meta name=ProgId content=Excel.Sheet><meta name=Generator content=\"Microsoft Excel 15\">",
        "wps" => "<meta name=\"ProgId\" content=\"ET.Sheet\"><meta name=\"Generator\" content=\"WPS Office ET\">",
        "libreoffice" => "<meta name=\"generator\" content=\"LibreOffice 7.4 (Linux)\">",
        _ => "",
    };
    let html = format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>{head}</head><body><!--StartFragment--><table>{body}</table><!--EndFragment--></body></html>"
    );
    (html, text)
}

#[tokio::test]
async fn a_city_by_one_paste_of_each_program() {
    let page = Page::open().await;
    table_three(&page).await;
    let rows = rows(&page).await;
    for program in ["excel", "wps", "libreoffice", "web", "text"] {
        enter(&page, "applications.new.natural").await;
        let (html, text) = clipboard(program, &rows);
        paste(&page, if program == "text" { "" } else { &html }, &text).await;
        shows_city(&page).await;
        assert_eq!(page.count("dialog[open]").await, 0, "{program}: there is nothing to ask");
        // One step back, one step forth, and back again for the next.
        page.chord(Key::Control, 'z').await;
        page.until("[...document.querySelectorAll('[data-range=applications] input')].every(i => !i.value)").await;
        page.chord(Key::Control, 'y').await;
        shows_city(&page).await;
        page.chord(Key::Control, 'z').await;
        page.until("[...document.querySelectorAll('[data-range=applications] input')].every(i => !i.value)").await;
    }
    page.close().await;
}

#[tokio::test]
async fn what_is_not_plain_is_seen_first() {
    let page = Page::open().await;
    table_three(&page).await;
    page.type_into("applications.denied.secret.natural", "25").await;
    page.type_into("applications.denied.secret.business", "4").await;
    enter(&page, "applications.new.natural").await;
    let html = "<meta name=ProgId content=Excel.Sheet><table>
        <tr><td rowspan=2>办理结果</td><td rowspan=2>自然人</td><td colspan=2>法人或其他组织</td><td rowspan=2>合计</td></tr>
        <tr><td>商业<br>企业</td><td>科研机构</td></tr>
        <tr><td>1.属于国家秘密</td><td>27件</td><td></td><td>—</td><td>27件</td></tr>
        <tr><td>没有这一行</td><td>1</td><td>2</td><td>3</td><td>6</td></tr></table>";
    paste(&page, html, "x").await;
    page.find("[data-paste] [data-action=paste-fill]").await;
    page.until("document.activeElement.dataset.action === 'paste-fill'").await;
    assert!(page.text("[data-paste]").await.contains("来自 Excel，4 行 5 列"));
    assert_eq!(page.text("[data-action=paste-fill]").await, "填入 2 格");
    assert!(page.text(".paste-foot").await.contains("改 2 格"));
    // A blank leaves the cell as it is, unless it is chosen to be 0.
    page.click("[name=paste-blanks]").await;
    page.until("document.querySelector('[data-action=paste-fill]').textContent === '填入 3 格'").await;
    page.click("[name=paste-blanks]").await;
    page.until("document.querySelector('[data-action=paste-fill]').textContent === '填入 2 格'").await;
    page.act("paste-fill").await;
    page.until("document.querySelector('[name=\"applications.denied.secret.natural\"]').value === '27'").await;
    assert_eq!(page.value("applications.denied.secret.business").await, "4");
    assert_eq!(page.value("applications.denied.secret.research").await, "0");
    assert_eq!(page.value("applications.new.natural").await, "");
    // The focus is where it was, and one step takes it back.
    page.until("document.activeElement.name === 'applications.new.natural'").await;
    page.chord(Key::Control, 'z').await;
    page.until("document.querySelector('[name=\"applications.denied.secret.natural\"]').value === '25'").await;
    // Cancelled, nothing happens; nor does what is pasted meanwhile.
    paste(&page, "", "27件\t3\n").await;
    page.find("[data-action=paste-cancel]").await;
    let rows =
        "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0";
    assert!(!page.paste("[data-action=paste-fill]", "text/plain", rows).await, "the dialog stays");
    page.find("[data-paste]").await;
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('[data-paste]')").await;
    assert_eq!(page.value("applications.new.natural").await, "");
    page.until("document.activeElement.name === 'applications.new.natural'").await;
    page.close().await;
}

#[tokio::test]
async fn excels_false_merge_and_broken_labels() {
    let page = Page::open().await;
    table_three(&page).await;
    enter(&page, "applications.new.natural").await;
    let label = "一、本年新收政府信息公开申请数量";
    let html = format!(
        "<table><tr><td colspan=2 style='mso-ignore:colspan'>{label}</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr></table>"
    );
    paste(&page, &html, &format!("{label}\t\t1\t2\t3\t4\t5\r\n")).await;
    page.act("paste-fill").await;
    page.until("document.querySelector('[name=\"applications.new.other\"]').value === '5'").await;
    assert_eq!(page.value("applications.new.natural").await, "");
    assert_eq!(page.value("applications.new.business").await, "1");
    // Quoted cells with a line break are one row.
    paste(&page, "", "\"一、本年新收政府\n信息公开申请数量\"\t9\t8\t7\t6\t5\t4\r\n").await;
    page.act("paste-fill").await;
    page.until("document.querySelector('[name=\"applications.new.natural\"]').value === '9'").await;
    assert_eq!(page.value("applications.new.other").await, "4");
    assert_eq!(page.value("applications.carried_in.natural").await, "");
    page.close().await;
}

#[tokio::test]
async fn ranges_are_told_copied_filled_and_cleared() {
    let page = Page::open().await;
    table_three(&page).await;
    page.type_into("applications.new.natural", "25").await;
    page.type_into("applications.new.business", "6").await;
    enter(&page, "applications.new.natural").await;
    page.held(Key::Shift, Key::Right).await;
    page.held(Key::Shift, Key::Down).await;
    page.until("document.querySelector('[data-selected]').textContent.startsWith('已选 4 格')").await;
    let told = page.text("[data-selected]").await;
    assert!(
        told.contains("2 行 2 列") && told.contains("求和 31") && told.contains("计数 2") && told.contains("平均 15.5"),
        "{told}"
    );
    assert_eq!(page.count("td[data-edges]").await, 4);
    assert!(page.count("th[data-here]").await >= 4);
    // Down by Ctrl+D, one step.
    page.chord(Key::Control, 'd').await;
    page.until("document.querySelector('[name=\"applications.carried_in.business\"]').value === '6'").await;
    page.chord(Key::Control, 'z').await;
    page.until("document.querySelector('[name=\"applications.carried_in.business\"]').value === ''").await;
    page.chord(Key::Control, 'y').await;
    // Copied, and pasted two rows below by the real clipboard.
    page.chord(Key::Control, 'c').await;
    enter(&page, "applications.granted.natural").await;
    page.until("document.querySelectorAll('td[data-edges]').length === 0").await;
    page.chord(Key::Control, 'v').await;
    page.until("document.querySelector('[name=\"applications.partial.business\"]').value === '6'").await;
    assert_eq!(page.value("applications.granted.natural").await, "25");
    // Two rows cleared at once.
    page.held(Key::Shift, Key::Down).await;
    page.held(Key::Shift, Key::End).await;
    page.keys(Key::Delete + "").await;
    page.until("document.querySelector('[name=\"applications.partial.business\"]').value === ''").await;
    assert_eq!(page.value("applications.granted.natural").await, "");
    assert_eq!(page.value("applications.carried_in.natural").await, "25");
    // Within a selection Enter goes round, and Escape ends it.
    page.keys(Key::Enter + "").await;
    page.until("document.activeElement.name === 'applications.partial.natural'").await;
    page.until("document.querySelectorAll('td[data-edges]').length === 14").await;
    page.keys(Key::Escape + "").await;
    page.until("document.querySelectorAll('td[data-edges]').length === 0").await;
    // All of it, and one figure for all that is selected.
    page.chord(Key::Control, 'a').await;
    page.until("document.querySelector('[data-selected]').textContent.startsWith('已选 175 格')").await;
    page.close().await;
}

#[tokio::test]
async fn the_mouse_selects_cells_rows_and_columns() {
    let page = Page::open().await;
    table_three(&page).await;
    page.drag("[name=\"applications.new.natural\"]", "[name=\"applications.granted.research\"]").await;
    page.until("document.querySelector('[data-selected]').textContent.startsWith('已选 9 格')").await;
    page.click("[data-range=applications] tr[data-row='3'] .row-head").await;
    page.until("document.querySelector('[data-selected]').textContent.startsWith('已选 7 格')").await;
    page.click("[data-range=applications] tr.head th.c4:not([colspan])").await;
    page.until("document.querySelector('[data-selected]').textContent.startsWith('已选 25 格')").await;
    page.until("document.activeElement.name === 'applications.new.business'").await;
    // A click selects what stands in a cell, so that typing replaces it; a double one goes into it.
    page.type_into("applications.new.legal", "12").await;
    enter(&page, "applications.new.natural").await;
    enter(&page, "applications.new.legal").await;
    page.keys("3").await;
    assert_eq!(page.value("applications.new.legal").await, "3");
    enter(&page, "applications.new.legal").await;
    page.keys("4").await;
    assert_eq!(page.value("applications.new.legal").await, "4");
    page.double_click("[name=\"applications.new.legal\"]").await;
    page.keys("5").await;
    assert_eq!(page.value("applications.new.legal").await, "45");
    page.close().await;
}
