//! A ledger of requests on its way into table three: placed by keys, looked at, taken over, taken back.

mod written;

use serde_json::json;
use thirtyfour::prelude::Key;

use crate::access::violations;
use crate::page::Page;
use written::{PERSONAL, beside, counts, csv, draft, focus, is_shown, lines, opens, place};

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
    let old = "document.querySelector('[data-ledger-cell=\"applications.new.natural\"]')?.dataset.before === '70'";
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
async fn without_an_open_draft_one_is_chosen_or_begun() {
    let page = Page::open().await;
    // Pasted as a table, as Excel and WPS give it.
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let html = [
        row(&["申请人", "收到日期", "答复日期", "办理结果"]),
        row(&["诸葛青云", "2023-01-05", "2023-01-09", "予以公开"]),
        row(&["诸葛青云", "2023-02-05", "2023-02-09", "已答复"]),
    ];
    page.go("#/import").await;
    page.find("#import-title").await;
    paste(&page, "text/html", &format!("<table>{}</table>", html.concat())).await;
    page.find("[data-ledger]").await;
    page.until("document.activeElement.id === 'import-title'").await;
    // Of which year it is, only the clerk knows here.
    page.run("const year = document.querySelector('select[name=\"ledger.year\"]'); year.value = '2023'; year.dispatchEvent(new Event('change', {bubbles: true}))", Vec::new()).await;
    counts(&page, "new.natural", 2).await;
    assert_eq!(page.value("ledger.draft").await, "new");
    page.act("ledger-accept").await;
    page.find("input[name=\"applications.granted.natural\"]").await;
    assert_eq!(page.value("applications.granted.natural").await, "1");
    page.saved().await;
    // Two drafts of the year: none is taken for granted.
    opens(&page, "other.nianbao.json", &draft("ledger-other", "某县水利局", &json!({}))).await;
    page.until("location.hash.includes('ledger-other')").await;
    page.saved().await;
    page.load("?again#/import").await;
    page.act("import-paste").await;
    page.find("dialog[open] textarea").await;
    let text = "申请人类型\t收到日期\t答复日期\t办理结果\n公司\t2025-01-05\t2025-01-09\t予以公开\n个人\t2023-01-05\t2023-01-09\t予以公开\n";
    paste(&page, "text/plain", text).await;
    page.find("[data-ledger]").await;
    page.until("document.activeElement.id === 'import-title'").await;
    page.run("const year = document.querySelector('select[name=\"ledger.year\"]'); year.value = '2023'; year.dispatchEvent(new Event('change', {bubbles: true}))", Vec::new()).await;
    page.until("document.querySelector('select[name=\"ledger.draft\"]')?.options.length === 4").await;
    assert_eq!(page.value("ledger.draft").await, "");
    assert_eq!(page.text("[data-action=ledger-accept]").await, "填入 1 行");
    page.act("ledger-accept").await;
    page.until("document.activeElement.name === 'ledger.draft'").await;
    page.keys("某").await;
    page.until("document.querySelector('select[name=\"ledger.draft\"]')?.value === 'draft:ledger-other'").await;
    page.act("ledger-accept").await;
    page.until("location.hash.includes('ledger-other')").await;
    page.find("input[name=\"applications.granted.natural\"]").await;
    assert_eq!(page.value("applications.granted.natural").await, "1");
    assert_eq!(page.value("applications.granted.business").await, "0");
    // Pasted again, it stands in place of the one before.
    opens(&page, "台账.csv", &csv(&lines())).await;
    is_shown(&page, "75 行").await;
    page.act("ledger-paste").await;
    page.find("dialog[open] textarea").await;
    paste(&page, "text/plain", text).await;
    is_shown(&page, "2 行：新收 1").await;
    page.close().await;
}

/// Pastes on the screen, into the dialog where one is open.
async fn paste(page: &Page, kind: &str, text: &str) {
    page.paste(":is(dialog textarea, body:not(:has(dialog textarea)))", kind, text).await;
}

#[tokio::test]
async fn a_ledger_among_many_files_is_named_and_opened_by_itself() {
    let page = Page::open().await;
    let report = "某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局收到政府信息公开申请3件。\n\
        二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n";
    let files = [page.file("报告.txt", report), page.file("台账.csv", csv(&lines()))];
    page.choose(&files).await;
    page.until("document.querySelector('[data-file=\"台账.csv\"]')?.innerText.includes('台账 75 行，6 行要归')").await;
    page.find("[data-file=\"报告.txt\"] [data-action=import-look]").await;
    page.click("[data-file=\"台账.csv\"] [data-action=import-look]").await;
    page.find("[data-ledger]").await;
    page.act("ledger-cancel").await;
    page.find("[data-file=\"台账.csv\"]").await;
    // All reports are taken over; the ledger stays until it is looked at.
    page.act("import-accept").await;
    page.find("[data-ledger]").await;
    page.until("document.querySelector('select[name=\"ledger.draft\"]')?.value !== ''").await;
    page.close().await;
}

#[tokio::test]
async fn axe_finds_nothing_in_a_ledger_and_cancelling_goes_back() {
    let page = beside(&json!({"applications.new.natural": 70}), &csv(&lines())).await;
    place(&page, "9", "result", 1).await;
    // Nothing is between two colours then.
    let still = json!({"name": "prefers-reduced-motion", "value": "reduce"});
    let features = |scheme: &str| json!({"features": [{"name": "prefers-color-scheme", "value": scheme}, still]});
    for (width, height, mobile) in [(1440, 900, false), (1024, 800, false), (390, 844, true)] {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile});
        page.devtools("Emulation.setDeviceMetricsOverride", size).await;
        page.until(&format!("innerWidth === {width}")).await;
        for pane in [1, 2] {
            if width < 1100 {
                page.click(&format!(".panes button:nth-child({pane})")).await;
            }
            // A group and a tip stand open.
            if pane == 1 {
                page.run("document.querySelector('.group-head[aria-expanded=false]')?.click()", Vec::new()).await;
            } else {
                focus(&page, "[data-ledger-cell=\"applications.partial.natural\"]").await;
            }
            for scheme in ["light", "dark"] {
                page.devtools("Emulation.setEmulatedMedia", features(scheme)).await;
                let found = violations(&page, "html", scheme == "dark").await;
                assert!(found.is_empty(), "{width} {pane} {scheme}: {found:#?}");
            }
            let wide = page.run("return document.documentElement.scrollWidth - innerWidth", Vec::new()).await;
            assert_eq!(wide, json!(0), "{width} {pane} scrolls sideways");
        }
    }
    page.act("ledger-paste").await;
    page.find("dialog[open] textarea").await;
    assert_eq!(violations(&page, "html", false).await, Vec::<String>::new());
    page.keys(Key::Escape + "").await;
    page.until("!document.querySelector('dialog')").await;
    page.act("ledger-cancel").await;
    page.until("location.hash.includes('ledger-beside')").await;
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
