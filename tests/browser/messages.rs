//! What the page says, and what stands beside it: a message takes back what it speaks of and nothing else, a list says what
//! became of many files, a count on the start screen is that of the report.

use serde_json::{Value, json};

use crate::page::Page;

const COUNTY_2021: &str = include_str!("../core/reports/05-county-2021.nianbao.json");
const COUNTY_2022: &str = include_str!("../core/reports/04-county-2022.nianbao.json");
const TYPED: &str = "applications.new.natural";

/// A new report of an office on table three.
async fn on_table_three(page: &Page) {
    page.type_into("new-office", "某局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.fill("applications").await;
    page.find(&format!("[name=\"{TYPED}\"]")).await;
}

fn draft(office: &str) -> Vec<u8> {
    format!(
        r#"{{"nianbao": 1, "id": "{office}", "form": "national-2021", "year": 2023, "office": {{"name": "{office}"}}}}"#
    )
    .into_bytes()
}

/// Messages that go by themselves stay: what ends one is not the time.
const NO_TIME: &str = "const real = window.setTimeout;
    window.setTimeout = (then, after, ...rest) => after === 6000 ? 0 : real(then, after, ...rest);";

/// Opens the page, where messages do not go by themselves.
async fn open_without_time() -> Page {
    let page = Page::open().await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": NO_TIME})).await;
    page.reload().await;
    page
}

#[tokio::test]
async fn a_message_takes_back_what_it_speaks_of() {
    let page = Page::open().await;
    on_table_three(&page).await;
    page.act("fill-zero").await;
    page.until("document.querySelector('.toast')?.textContent.includes('格已填 0')").await;
    page.click(".toast .link").await;
    page.until(&format!("document.querySelector('[name=\"{TYPED}\"]').value === ''")).await;
    page.until("!document.querySelector('.toast')").await;
    page.close().await;
}

#[tokio::test]
async fn a_message_ends_when_something_else_happens() {
    let page = open_without_time().await;
    on_table_three(&page).await;
    page.act("fill-zero").await;
    page.until("document.querySelector('.toast')?.textContent.includes('格已填 0')").await;
    page.type_into(TYPED, "5").await;
    page.until("!document.querySelector('.toast')").await;
    assert_eq!(page.value(TYPED).await, "5");
    // The next message is that of the next thing.
    for (table, words) in [("proactive", "10 格已填 0"), ("disputes", "12 格已填 0")] {
        page.fill(table).await;
        page.act("fill-zero").await;
        page.until(&format!("document.querySelector('.toast')?.textContent.includes('{words}')")).await;
    }
    // A deletion is another thing: its message brings back the draft, and no other message does.
    page.go("#/").await;
    page.click("[data-draft] [data-action=delete]").await;
    page.until("document.querySelector('.toast')?.textContent.includes('已删除')").await;
    on_table_three(&page).await;
    page.act("fill-zero").await;
    page.until("document.querySelector('.toast')?.textContent.includes('格已填 0')").await;
    page.click(".toast .link").await;
    page.until(&format!("document.querySelector('[name=\"{TYPED}\"]').value === ''")).await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 1").await;
    page.close().await;
}

#[tokio::test]
async fn drafts_that_were_deleted_one_after_the_other_come_back_together() {
    let page = Page::open().await;
    page.drop(&[("a.json".to_owned(), draft("甲局")), ("b.json".to_owned(), draft("乙局"))]).await;
    page.until("document.querySelector('.toast')?.textContent.includes('2 份已打开')").await;
    page.find("[name=\"office.name\"]").await;
    page.go("#/").await;
    for left in [1, 0] {
        page.click("[data-draft] [data-action=delete]").await;
        page.until(&format!("document.querySelectorAll('[data-draft]').length === {left}")).await;
    }
    page.until("document.querySelector('.toast').textContent.includes('2 份草稿已删除')").await;
    page.click(".toast .link").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.close().await;
}

#[tokio::test]
async fn of_fifty_files_a_list_says_which_are_none() {
    let page = Page::open().await;
    let mut files: Vec<(String, Vec<u8>)> =
        (0..45).map(|n| (format!("{n}.nianbao.json"), draft(&format!("第{n}局")))).collect();
    let others = [
        ("坏的.json", b"{\"nianbao\": 1,".to_vec(), "不完整"),
        ("新的.json", b"{\"nianbao\": 9, \"form\": \"national-2021\", \"year\": 2023}".to_vec(), "更新的版本"),
    ];
    files.extend(others.iter().map(|(name, bytes, _)| ((*name).to_owned(), bytes.clone())));
    page.drop(&files).await;
    page.until("document.querySelector('[data-opened]')?.textContent.includes('45 份已打开，2 份没有打开')").await;
    let said = page.text("[data-opened]").await;
    for (name, _, words) in &others {
        assert!(said.lines().any(|line| line.contains(name) && line.contains(words)), "{name}: {said}");
    }
    assert!(!said.contains("JSON"), "{said}");
    // It stands in the window whole, not over the rail, and is closed by keys.
    let fits = "(() => { const box = document.querySelector('[data-opened]').getBoundingClientRect();
        const rail = document.querySelector('nav.rail').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && (box.left >= rail.right || box.top >= rail.bottom); })()";
    page.until(fits).await;
    page.run("document.querySelector('[data-opened] button').focus()", Vec::new()).await;
    page.keys(thirtyfour::Key::Enter).await;
    page.until("!document.querySelector('[data-opened]')").await;
    page.until("document.activeElement !== document.body").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 45").await;
    page.close().await;
}

#[tokio::test]
async fn what_loads_is_said_until_it_is_here() {
    let page = open_without_time().await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": crate::first::HELD})).await;
    page.reload().await;
    page.act("keys").await;
    page.until("document.querySelector('.toast')?.textContent.includes('正在加载')").await;
    page.run("window.release()", Vec::new()).await;
    page.find("dialog[open]").await;
    page.until("!document.querySelector('.toast')").await;
    page.close().await;
}

#[tokio::test]
async fn the_counts_on_the_start_screen_are_those_of_the_report() {
    let page = Page::open().await;
    for (name, json) in [("2021.json", COUNTY_2021), ("2022.json", COUNTY_2022)] {
        let file = page.file(name, json);
        page.choose(&[file]).await;
        page.until(&format!("document.querySelector('[name=year]')?.value === '{}'", &name[..4])).await;
    }
    page.find("html[data-checked]").await;
    page.until("document.querySelector('.findings').textContent.includes('已与本单位2021年度的草稿对照')").await;
    let counts =
        "['error', 'warning', 'hint'].map(of => +document.querySelector(`.findings [data-count=${of}]`).textContent)";
    let expected = page.run(&format!("return {counts}"), Vec::new()).await;
    page.go("#/").await;
    let listed = "(() => { const row = [...document.querySelectorAll('[data-draft]')].find(row => row.textContent.includes('2022'));
        return ['error', 'warning', 'hint'].map(of => +(row?.querySelector(`[data-count=${of}]`)?.textContent ?? 0)); })()";
    page.gives("the counts", listed, &expected).await;
    page.close().await;
}

#[tokio::test]
async fn a_draft_of_tables_alone_is_not_called_faultless() {
    let page = Page::open().await;
    let file = page.file("tables.json", draft("某局"));
    page.choose(&[file]).await;
    page.find("html[data-checked]").await;
    page.until("document.querySelector('[data-rule=F06][data-severity=hint]')?.textContent.includes('还没有文字部分')")
        .await;
    page.close().await;
}

#[tokio::test]
async fn on_a_phone_the_part_is_named_though_the_form_lacks_it() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    page.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true}),
    )
    .await;
    page.fill("disputes").await;
    page.until("document.querySelector('.rail-select select').selectedOptions[0]?.textContent.length > 0").await;
    page.close().await;
}

#[tokio::test]
async fn the_list_of_findings_is_not_read_out_with_every_key() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[data-rule]").await;
    assert_eq!(
        page.run(
            "return !!document.querySelector('[data-rule]').closest('[aria-live], [role=status], [role=log]')",
            Vec::new()
        )
        .await,
        false
    );
    page.until("document.querySelector('.findings [role=status]').textContent.includes('强制性')").await;
    page.close().await;
}

#[tokio::test]
async fn descriptions_name_what_is_there() {
    let page = Page::open().await;
    on_table_three(&page).await;
    page.type_into("applications.new.total", "9").await;
    page.type_into(TYPED, "5").await;
    page.find("html[data-checked]").await;
    // The cell that has the focus is described by its finding.
    page.click("input[data-mark]").await;
    page.find("input[aria-describedby]:focus").await;
    let dangling = "[...document.querySelectorAll('[aria-describedby]')].filter(e => !document.getElementById(e.getAttribute('aria-describedby'))).map(e => e.name)";
    page.gives("described by nothing", dangling, &Value::Array(Vec::new())).await;
    page.close().await;
}

#[tokio::test]
async fn a_chart_that_is_left_is_let_go() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    page.go(&format!("#/d/{id}/charts")).await;
    page.find(".drawing[data-drawn] svg").await;
    page.run("window.left = document.querySelector('.drawing[data-drawn]')", Vec::new()).await;
    page.fill("office").await;
    page.until("!window.left.isConnected && !window.left.querySelector('svg')").await;
    page.close().await;
}

#[tokio::test]
async fn opened_from_disk_it_says_what_to_do() {
    let page = Page::open().await;
    let path = std::path::Path::new(&crate::program::variable("NIANBAO_DIST")).join("index.html");
    let address = format!("file://{}", path.canonicalize().expect("the page").display());
    page.visit(&address).await;
    page.until("document.getElementById('opening')?.textContent.includes('不能从文件夹里直接打开')").await;
    page.visit("about:blank").await;
    page.close_after("file://").await;
}
