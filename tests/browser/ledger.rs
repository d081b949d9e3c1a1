//! A ledger of requests on its way into table three: placed by keys, looked at, taken over, taken back.

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use crate::page::Page;

/// A draft of 2023 with nothing in it, and one whose table three has two figures.
fn draft(id: &str, office: &str, figures: &Value) -> String {
    json!({"nianbao": 1, "id": id, "form": "national-2021", "year": 2023, "office": {"name": office}, "figures": figures})
        .to_string()
}

/// The lines of a ledger with everything that offices write beside: names, numbers, phones, what was asked for.
fn lines() -> Vec<[String; 8]> {
    let words = |row: usize| match row {
        9 | 17 => "已答复",
        28 => "转农业农村局",
        33 => "告知另找部门",
        52 => "查无此件",
        61 => "申请人撤回",
        4 | 11 | 23 | 37 | 58 => "部分公开",
        19 | 66 => "区分处理，部分公开",
        41 => "公开，隐去他人信息",
        5 | 10 | 15 => "政府信息不存在",
        _ => "予以公开",
    };
    let line = |row: usize| {
        let (name, kind) = if row == 61 { ("云岭商贸有限公司", "公司") } else { ("诸葛青云", "个人") };
        let received =
            if row == 2 { "2022-12-20".to_owned() } else { format!("2023-{:02}-{:02}", 1 + row / 7, 1 + row % 7) };
        let answered = format!("2023-{:02}-{:02}", 1 + row / 7, 8 + row % 7);
        let cells =
            [name, kind, "13912345678", "44030819900101123X", &received, "青云路拆迁补偿方案", &answered, words(row)];
        cells.map(str::to_owned)
    };
    (2..=76).map(line).collect()
}

const HEADS: &str = "申请人姓名,申请人类型,联系电话,证件号码,收到日期,申请内容,答复日期,办理结果\r\n";

fn csv(lines: &[[String; 8]]) -> String {
    let lines = lines.iter().map(|line| line.join(",") + "\r\n");
    [HEADS.to_owned(), lines.collect()].concat()
}

/// What nobody may see or find stored.
const PERSONAL: [&str; 5] = ["诸葛青云", "云岭商贸", "13912345678", "44030819900101123X", "青云路"];

async fn opens(page: &Page, name: &str, text: &str) {
    let file = page.file(name, text);
    page.choose(&[file]).await;
}

/// A page with a draft open, beside which a ledger came.
async fn beside(figures: &Value, text: &str) -> Page {
    let page = Page::open().await;
    opens(&page, "draft.nianbao.json", &draft("ledger-beside", "某县自然资源局", figures)).await;
    page.find("[name=\"office.name\"]").await;
    page.saved().await;
    opens(&page, "台账.csv", text).await;
    page.find("[data-ledger]").await;
    page
}

/// How many lines a cell of table three counts.
async fn counts(page: &Page, cell: &str, count: usize) {
    let cell = format!("[data-ledger-cell=\"applications.{cell}\"]");
    page.gives(&cell, &format!("document.querySelector('{cell}')?.dataset.value"), &json!(count.to_string())).await;
}

async fn focus(page: &Page, selector: &str) {
    page.find(selector).await;
    page.run("document.querySelector(arguments[0]).focus()", vec![json!(selector)]).await;
}

/// Chooses in the select of a line, by keys: so many steps down.
async fn place(page: &Page, line: &str, what: &str, steps: usize) {
    focus(page, &format!("select[name=\"ledger.{line}.{what}\"]")).await;
    for _ in 0..steps {
        page.keys(Key::Down + "").await;
    }
}

async fn is_shown(page: &Page, words: &str) {
    page.until(&format!("document.querySelector('[data-ledger]')?.innerText.includes('{words}') === true")).await;
}

#[tokio::test]
async fn the_keyboard_alone_places_a_ledger_and_takes_it_over() {
    let page = beside(&json!({"applications.new.natural": 70, "applications.granted.legal": 2}), &csv(&lines())).await;
    is_shown(&page, "75 行：新收 74，上年结转 1").await;
    is_shown(&page, "姓名、电话、证件号、申请内容 4 列已去掉").await;
    is_shown(&page, "6 行没有读懂").await;
    is_shown(&page, "还差 6").await;
    counts(&page, "partial.natural", 8).await;
    place(&page, "9", "result", 1).await;
    counts(&page, "granted.natural", 60).await;
    assert_eq!(page.value("ledger.17.result").await, "granted", "the same words follow");
    is_shown(&page, "与第 9 行相同，已照样归").await;
    // What the words are like comes first.
    place(&page, "33", "result", 1).await;
    place(&page, "52", "result", 1).await;
    assert_eq!(page.value("ledger.33.result").await, "unable.not_held");
    counts(&page, "unable.not_held.natural", 5).await;
    is_shown(&page, "新收 74 ＋ 上年结转 1 ＝ 75；已归 73，还差 2").await;
    is_shown(&page, "还有 2 行没有归").await;
    let left =
        page.run("return [...document.querySelectorAll('.balance td')].map((cell) => cell.innerText)", Vec::new());
    assert_eq!(left.await, json!(["差 1", "差 1", "0", "0", "0", "0", "差 2"]));
    // Without the box each line stands for itself.
    focus(&page, "input[name=\"ledger.same\"]").await;
    page.keys(" ").await;
    // A cell tells its lines; arrows go from one to the next; Enter shows them on the left.
    focus(&page, "[data-ledger-cell=\"applications.granted.natural\"]").await;
    page.keys(Key::Down + "").await;
    page.until("document.activeElement.dataset.ledgerCell === 'applications.partial.natural'").await;
    let told = page.text(".ledger-tip").await;
    assert!(
        told.contains("自然人 · （二）部分公开：8 行") && told.contains("第 4、11、19、23、37、41、58、66 行"),
        "{told}"
    );
    let name = page.run("return document.activeElement.getAttribute('aria-label')", Vec::new()).await;
    assert!(name.as_str().is_some_and(|name| name.contains("第 4、11、19")), "{name}");
    page.keys(Key::Enter + "").await;
    is_shown(&page, "“公开，隐去他人信息”").await;
    // What the draft has otherwise is said before it is changed.
    is_shown(&page, "改 2 格，填上").await;
    let old =
        "document.querySelector('[data-ledger-cell=\"applications.new.natural\"]')?.innerText.includes('70') === true";
    page.until(old).await;
    let shown = page.run("return document.documentElement.outerHTML", Vec::new()).await.to_string();
    assert!(PERSONAL.iter().all(|words| !shown.contains(words)));
    focus(&page, "[data-action=ledger-accept]").await;
    assert_eq!(page.text("[data-action=ledger-accept]").await, "填入 73 行");
    page.keys(Key::Enter + "").await;
    page.find("input[name=\"applications.new.natural\"]").await;
    assert_eq!(page.value("applications.new.natural").await, "73");
    assert_eq!(page.value("applications.carried_in.natural").await, "1");
    assert_eq!(page.value("applications.partial.natural").await, "8");
    assert_eq!(page.value("applications.granted.legal").await, "0");
    assert_eq!(page.attribute("applications.total.total", "data-state").await, "computed");
    assert_eq!(page.value("applications.total.total").await, "73");
    page.saved().await;
    let stored = page.run("return JSON.stringify(localStorage)", Vec::new()).await.to_string();
    for words in PERSONAL.iter().chain(&["已答复", "2023-02-18"]) {
        assert!(!stored.contains(words), "{words} is stored");
    }
    // One step, taken back and made again.
    page.chord(Key::Control, 'z').await;
    page.until("document.querySelector('input[name=\"applications.new.natural\"]')?.value === '70'").await;
    assert_eq!(page.value("applications.partial.natural").await, "");
    page.chord(Key::Control, 'y').await;
    page.until("document.querySelector('input[name=\"applications.new.natural\"]')?.value === '73'").await;
    page.close().await;
}

#[tokio::test]
async fn the_message_takes_back_what_was_taken_over() {
    let page = beside(&json!({}), &csv(&lines())).await;
    page.act("ledger-accept").await;
    page.until("document.querySelector('.toast')?.innerText.includes('台账 69 行已填入表三')").await;
    page.find("input[name=\"applications.new.natural\"][data-state=typed]").await;
    page.click(".toast .link").await;
    page.find("input[name=\"applications.new.natural\"][data-state=blank]").await;
    page.close().await;
}

#[tokio::test]
async fn words_carry_over_to_the_next_ledger_and_lines_do_not() {
    let page = beside(&json!({}), &csv(&lines())).await;
    place(&page, "9", "result", 2).await;
    place(&page, "28", "applicant", 1).await;
    is_shown(&page, "已归 2 行").await;
    page.act("ledger-cancel").await;
    page.find("[name=\"office.name\"]").await;
    let mut moved = lines();
    moved.rotate_left(1);
    opens(&page, "另一份.csv", &csv(&moved)).await;
    page.find("[data-ledger]").await;
    for line in ["8", "16"] {
        assert_eq!(page.value(&format!("ledger.{line}.result")).await, "partial");
    }
    is_shown(&page, "照以前归过的归").await;
    // Taken back, it is open again.
    focus(&page, "select[name=\"ledger.8.result\"]").await;
    page.keys(Key::Home + "").await;
    page.until("document.querySelector('select[name=\"ledger.16.result\"]')?.value === ''").await;
    page.close().await;
}

#[tokio::test]
async fn another_year_reads_it_anew_and_keeps_what_was_placed() {
    let page = beside(&json!({}), &csv(&lines())).await;
    place(&page, "9", "result", 1).await;
    counts(&page, "new.natural", 73).await;
    focus(&page, "select[name=\"ledger.year\"]").await;
    page.keys(Key::Down + "").await;
    page.until("document.querySelector('select[name=\"ledger.year\"]')?.value === '2022'").await;
    counts(&page, "new.natural", 1).await;
    page.until("document.activeElement.name === 'ledger.year'").await;
    // The draft of 2023 is none of 2022: a new one is offered.
    assert_eq!(page.value("ledger.draft").await, "new");
    page.keys(Key::Up + "").await;
    counts(&page, "new.natural", 73).await;
    assert_eq!(page.value("ledger.9.result").await, "granted");
    assert_eq!(page.value("ledger.draft").await, "draft:ledger-beside");
    page.close().await;
}

#[tokio::test]
async fn a_ledger_of_two_thousand_lines_is_drawn_up_to_a_number() {
    let some = lines();
    let many: Vec<[String; 8]> = (0..2000)
        .map(|n| {
            let mut line = some[if n % 2 == 0 { 9 } else { 7 }].clone();
            if n % 2 == 1 {
                line[7] = format!("转第{}科", ["一", "二", "三", "四", "五"][n % 5]);
            }
            line
        })
        .collect();
    let page = beside(&json!({}), &csv(&many)).await;
    is_shown(&page, "2000 行").await;
    is_shown(&page, "1000 行没有读懂").await;
    assert_eq!(page.count("[data-ledger-line]").await, 100);
    page.act("ledger-more").await;
    page.until("document.querySelectorAll('[data-ledger-line]').length === 200").await;
    page.until("document.activeElement.name?.startsWith('ledger.203')").await;
    page.click(".group-head").await;
    page.until("document.querySelectorAll('.group-lines tbody tr').length === 100").await;
    is_shown(&page, "另有 900 行，没有列出").await;
    let begun = page.run("return performance.now()", Vec::new()).await.as_f64().unwrap_or_default();
    place(&page, "3", "result", 1).await;
    is_shown(&page, "已归 200 行").await;
    let ended = page.run("return performance.now()", Vec::new()).await.as_f64().unwrap_or_default();
    assert!(ended - begun < 3000.0, "{} ms", ended - begun);
    page.close().await;
}
