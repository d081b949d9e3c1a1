//! What can stand on the screens beside a draft's figures: the shelf, findings, messages, what is opened and closed.

use serde_json::{Value, json};

use super::Walk;
use super::drafts::{Amount, draft, faulty};

const CLEAN: &str = include_str!("../../core/reports/clean-2024.nianbao.json");

/// Walks over the start screen with ever more drafts, and the pages that need none.
#[tokio::test]
async fn start() {
    let mut walk = Walk::open().await;
    walk.page.find("[data-action=sample]").await;
    walk.page.until("document.querySelector('main').textContent.includes('还没有草稿')").await;
    walk.look("start, no draft").await;
    walk.page.go("#/rules").await;
    walk.page.until("document.querySelectorAll('main h2').length > 20").await;
    walk.look("rules").await;
    walk.page.act("keys").await;
    walk.page.find("dialog[open] dl").await;
    walk.look("rules, list of keys").await;
    walk.page.run("document.querySelector('dialog').close()", Vec::new()).await;
    let refused =
        walk.page.file("一份名字很长的、不能读的草稿文件（第二次修改稿）.nianbao.json", "{\"nianbao\": 1, \"year\": }");
    walk.page.go("#/").await;
    walk.page.choose(&[refused]).await;
    walk.page.find("[role=alert][data-error]").await;
    walk.look("start, a refusal").await;
    walk.open_drafts(&[draft(2023, Amount::Full)]).await;
    walk.page.go("#/").await;
    walk.page.find("[data-draft]").await;
    walk.look("start, one draft").await;
    let many: Vec<Value> = (0..40).map(numbered).collect();
    walk.open_drafts(&many).await;
    walk.look("forty files opened").await;
    walk.page.go("#/").await;
    walk.page.until("document.querySelectorAll('[data-draft]').length === 41").await;
    walk.look("start, forty drafts").await;
    walk.page.click("[data-draft] [data-action=delete]").await;
    walk.page.until("document.querySelectorAll('[data-draft]').length === 40").await;
    walk.look("start, a draft was deleted").await;
    walk.end().await;
}

/// One of many drafts, of every edition and amount.
fn numbered(n: usize) -> Value {
    let year = [2017, 2020, 2023][n % 3];
    let mut draft = draft(year, [Amount::Full, Amount::Half, Amount::Empty][n % 4 % 3]);
    draft["id"] = json!(format!("walk-{n}"));
    draft
}

/// Walks over the findings: none, one, forty; one that is accepted with a note.
#[tokio::test]
async fn findings() {
    let mut walk = Walk::open().await;
    let clean: Value = serde_json::from_str(CLEAN).expect("JSON");
    let mut with_one = clean.clone();
    with_one["id"] = json!("walk-one");
    let first = with_one["narrative"][0]["body"].as_array_mut().expect("a body");
    first.push(json!("我局依法办理了各项工作，，并按照要求完成。"));
    for (draft, state) in [(clean, "no finding"), (with_one, "one finding"), (faulty(40), "forty findings")] {
        walk.open_drafts(&[draft]).await;
        let found = walk.page.findings().await.len();
        assert!(
            if state == "forty findings" { found > 40 } else { found == usize::from(state == "one finding") },
            "{state}: {found}"
        );
        walk.look(state).await;
        walk.open_findings().await;
        walk.look(&format!("{state}, opened")).await;
    }
    walk.page.click("[data-rule][data-severity=warning] [data-action=accept]").await;
    walk.page.find("[name=note]").await;
    walk.look("a note is asked for").await;
    walk.page.type_into("note", "核实无误").await;
    walk.page.click("[data-rule]:has([name=note]) [data-action=accept]").await;
    walk.page.find("[data-rule] [role=alert]").await;
    walk.look("a hollow note is refused").await;
    walk.page.type_into("note", "该数字按旧口径统计，包括已经撤销的两个内设机构上半年公开的全部信息").await;
    walk.page.click("[data-rule]:has([name=note]) [data-action=accept]").await;
    walk.page.find("[data-rule][data-status=accepted]").await;
    walk.look("a finding is accepted").await;
    walk.page.click("[data-rule][data-severity=error] [data-action=goto]").await;
    walk.look("a finding was gone to").await;
    walk.open_drafts(&[json!({
        "nianbao": 1, "id": "walk-wakes", "form": "national-2021", "year": 2022,
        "figures": {"applications.new.total": 5, "applications.carried_in.total": 0},
        "narrative": [{"heading": "一、总体情况", "body": ["2021年，我局共收到政府信息公开申请3件。"]}],
    })])
    .await;
    walk.page.findings().await;
    walk.page.click("[data-rule=F04] [data-action=mend]").await;
    walk.page.find("[data-action=mend-anyway]").await;
    walk.look("a mend that would wake another finding").await;
    walk.end().await;
}

/// Walks over what opens on the screens of a draft, and over the messages there.
#[tokio::test]
async fn opened() {
    let mut walk = Walk::open().await;
    let full = draft(2023, Amount::Full);
    walk.open_drafts(std::slice::from_ref(&full)).await;
    walk.page.click("details:has([name^=\"settings.\"]) > summary").await;
    walk.look("settings").await;
    walk.page.act("keys").await;
    walk.page.find("dialog[open] dl").await;
    walk.look("list of keys").await;
    walk.page.run("document.querySelector('dialog').close()", Vec::new()).await;
    walk.page.fill("p0").await;
    walk.page.click("details:has([data-action=insert-table]) > summary").await;
    walk.look("insert menu").await;
    walk.page.click("[data-action=insert-table][data-table=channels]").await;
    walk.page.click("summary[data-numbers]").await;
    walk.page.find("[data-action=number]").await;
    walk.look("numbers of the text").await;
    walk.page.act("find").await;
    walk.page.until("document.activeElement.name === 'find'").await;
    walk.page.keys("公开").await;
    walk.page.find("[data-hit=current]").await;
    walk.look("words are looked for").await;
    walk.page.act("find-close").await;
    walk.page.fill("p5").await;
    walk.page.act("part-remove").await;
    walk.look("a part was removed").await;
    let mut blank = draft(2023, Amount::Half);
    blank["id"] = json!("walk-blank");
    walk.open_drafts(&[blank]).await;
    walk.page.fill("applications").await;
    walk.page.click("[data-form=applications] [data-action=fill-zero]").await;
    walk.look("blanks were filled").await;
    let mut noted = full.clone();
    noted["id"] = json!("walk-noted");
    for n in 0..30 {
        noted[format!("unknown-member-{n}")] = json!(n);
    }
    walk.open_drafts(&[noted]).await;
    walk.page
        .until("document.querySelector('[role=status]:has(> button)')?.textContent.includes('unknown-member-0')")
        .await;
    walk.look("a file with many notices").await;
    let refused =
        walk.page.file("一份名字很长的、不能读的草稿文件（第二次修改稿）.nianbao.json", "{\"nianbao\": 1, \"year\": }");
    walk.page.choose(&[refused]).await;
    walk.page.find("[role=alert][data-error]").await;
    walk.look("a refusal").await;
    // Of several files a list says what became of them.
    let bad: Vec<String> = (0..12)
        .map(|n| {
            walk.page.file(&format!("名字很长的、不能读的草稿文件第{n}份（修改稿）.nianbao.json"), "{\"nianbao\": 1,")
        })
        .collect();
    walk.page.choose(&bad).await;
    walk.page.find("[data-opened]").await;
    walk.look("a list of what was not opened").await;
    let mut future = full;
    future["id"] = json!("walk-future");
    future["form"] = json!("national-2029");
    walk.open_drafts(&[future]).await;
    walk.look("a form of the future").await;
    walk.end().await;
}

/// Walks over what is read of files of other programs.
#[tokio::test]
async fn imports() {
    let mut walk = Walk::open().await;
    walk.page.go("#/import").await;
    walk.page.find("[data-action=import]").await;
    walk.look("nothing to import").await;
    let word =
        walk.page.file("名字很长的市场监督管理局2024年政府信息公开工作年度报告（修改稿）.docx", crate::import::WORD);
    let open = walk.page.file("可以读成两样的.txt", crate::import::OPEN);
    let scan = walk.page.file("扫描的.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    walk.page.choose(std::slice::from_ref(&open)).await;
    walk.page.find("[data-import] .choice").await;
    walk.look("a report with a choice").await;
    walk.page.choose(&[word, scan]).await;
    walk.page.until("document.querySelectorAll('tr[data-file] progress').length === 0 && document.querySelectorAll('tr[data-file]').length === 3").await;
    walk.look("several files").await;
    walk.page.click("tr[data-file*=docx] [data-action=import-look]").await;
    walk.page.find("[data-import-figure]").await;
    walk.look("a report that was read").await;
    walk.end().await;
}

/// Walks over a draft that is not kept.
#[tokio::test]
async fn unkept() {
    let mut walk = Walk::open().await;
    walk.open_drafts(&[draft(2023, Amount::Half)]).await;
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    walk.page.run(full, Vec::new()).await;
    walk.page.fill("applications").await;
    walk.page.type_into("applications.new.natural", "7").await;
    walk.page.find("[data-save-error]").await;
    walk.look("nothing is kept").await;
    walk.end().await;
}
