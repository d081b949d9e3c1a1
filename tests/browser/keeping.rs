//! What is kept: every keystroke, in both stores; several drafts; what cannot be read is set aside; without storage the
//! page works and says so.

use serde_json::json;

use crate::page::Page;

/// What the header says of saving.
const SAID: &str =
    "const saved = document.querySelector('[data-saved]'); return [saved.dataset.saved, saved.textContent.trim()]";
const TYPED: &str = "applications.new.natural";

async fn new_draft(page: &Page, office: &str) -> String {
    page.type_into("new-office", office).await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.id().await
}

#[tokio::test]
async fn a_reload_in_the_middle_of_typing_keeps_the_last_key() {
    let page = Page::open().await;
    new_draft(&page, "某局").await;
    page.fill("applications").await;
    page.type_into(TYPED, "12345").await;
    // No wait for 已保存: leaving the page writes what is pending.
    page.reload().await;
    assert_eq!(page.value(TYPED).await, "12345");
    page.close().await;
}

#[tokio::test]
async fn saved_is_said_when_both_stores_hold_it() {
    let page = Page::open().await;
    let id = new_draft(&page, "某局").await;
    page.fill("applications").await;
    page.type_into(TYPED, "7").await;
    let time = page.saved().await;
    let local = page.run("return localStorage.getItem(`nianbao/draft/${arguments[0]}`)", vec![json!(id)]).await;
    let local = local.as_str().expect("a record");
    assert!(
        local.contains("\"applications.new.natural\": 7") && local.lines().nth(1) == Some(time.as_str()),
        "{local}"
    );
    page.run(READ_MIRROR, vec![json!(id)]).await;
    page.until("window.mirrored !== undefined").await;
    assert_eq!(page.run("return window.mirrored", Vec::new()).await, json!(local));
    page.close().await;
}

/// Fills localStorage until it takes nothing more.
const FILL: &str = "localStorage.setItem('other', ''); let n = 5242880; while (n > 0) { try { localStorage.setItem('other', localStorage.getItem('other') + 'x'.repeat(n)) } catch { n = n >> 1 } }";

/// Waits until the mirror's text of a draft contains this, and returns it.
async fn mirrored(page: &Page, id: &str, what: &str) -> String {
    let wait = "
        window.mirrored = undefined;
        const read = () => {
            indexedDB.open('nianbao').onsuccess = ({target: {result: db}}) => {
                db.transaction('records').objectStore('records').get(`nianbao/draft/${arguments[0]}`).onsuccess = (event) => {
                    db.close();
                    if (event.target.result?.includes(arguments[1])) window.mirrored = event.target.result;
                    else setTimeout(read, 30);
                };
            };
        };
        read();";
    page.run(wait, vec![json!(id), json!(what)]).await;
    page.until("window.mirrored !== undefined").await;
    page.run("return window.mirrored", Vec::new()).await.as_str().expect("a text").to_owned()
}

async fn stored(page: &Page, id: &str) -> String {
    let stored = page.run("return localStorage.getItem(`nianbao/draft/${arguments[0]}`)", vec![json!(id)]).await;
    stored.as_str().expect("a record").to_owned()
}

fn revision(text: &str) -> u64 {
    text.lines().next().and_then(|line| line.parse().ok()).expect("a revision")
}

#[tokio::test]
async fn what_found_no_room_opens_after_a_reload_and_is_not_overwritten() {
    let page = Page::open().await;
    let id = new_draft(&page, "某局").await;
    page.saved().await;
    page.fill("applications").await;
    page.run(FILL, Vec::new()).await;
    page.type_into(TYPED, "123456789").await;
    page.find("[data-save-error]").await;
    let first = mirrored(&page, &id, "natural\": 123456789").await;
    assert!(!stored(&page, &id).await.contains("123456789"));
    // localStorage is as full as before: only the mirror has it.
    page.reload().await;
    assert_eq!(page.value(TYPED).await, "123456789");
    page.find("[data-save-error]").await;
    page.type_into(TYPED, "2345").await;
    let second = mirrored(&page, &id, "natural\": 2345").await;
    assert!(revision(&second) > revision(&first), "{first}\n{second}");
    page.run("localStorage.removeItem('other')", Vec::new()).await;
    page.type_into(TYPED, "345").await;
    page.until("!document.querySelector('[data-save-error]')").await;
    page.saved().await;
    assert_eq!(stored(&page, &id).await, mirrored(&page, &id, "natural\": 345").await);
    page.close().await;
}

/// Another window writes the open draft, five revisions on.
const ELSEWHERE: &str = "
    const key = `nianbao/draft/${arguments[0]}`;
    const [revision, time, ...json] = localStorage.getItem(key).split('\\n');
    localStorage.setItem(key, [Number(revision) + 5, time, ...json].join('\\n').replace(arguments[1], arguments[2]));";

const SAYS_ELSEWHERE: &str = "document.querySelector('.bar[role=alert]')?.textContent.includes('另一个窗口')";

#[tokio::test]
async fn what_another_window_wrote_is_taken_when_it_can_be_read_and_else_all_stays() {
    let page = Page::open().await;
    let id = new_draft(&page, "某局").await;
    page.fill("applications").await;
    page.type_into(TYPED, "7").await;
    page.saved().await;
    // What the other window wrote is damaged.
    page.run(ELSEWHERE, vec![json!(id), json!("\"year\""), json!("\"year")]).await;
    page.type_into(TYPED, "8").await;
    page.until(SAYS_ELSEWHERE).await;
    page.click(".bar[role=alert] button:first-of-type").await;
    page.find("[data-error]").await;
    assert_eq!(page.value(TYPED).await, "8");
    page.until(SAYS_ELSEWHERE).await;
    page.click("[data-error] .link").await;
    // It is written anew, and whole.
    page.run(ELSEWHERE, vec![json!(id), json!("\"year:"), json!("\"year\":")]).await;
    page.run(ELSEWHERE, vec![json!(id), json!("natural\": 7"), json!("natural\": 99")]).await;
    page.click(".bar[role=alert] button:first-of-type").await;
    page.until("!document.querySelector('.bar[role=alert]')").await;
    assert_eq!(page.value(TYPED).await, "99");
    page.type_into(TYPED, "100").await;
    page.saved().await;
    assert_eq!(stored(&page, &id).await, mirrored(&page, &id, "natural\": 100").await);
    page.close().await;
}

const READ_MIRROR: &str = "
    window.mirrored = undefined;
    indexedDB.open('nianbao').onsuccess = ({target: {result: db}}) => {
        db.transaction('records').objectStore('records').get(`nianbao/draft/${arguments[0]}`).onsuccess = (event) => {
            window.mirrored = event.target.result ?? null;
            db.close();
        };
    };";

#[tokio::test]
async fn a_wiped_store_comes_back_from_the_other() {
    let page = Page::open().await;
    let id = new_draft(&page, "某局").await;
    page.fill("applications").await;
    page.type_into(TYPED, "7").await;
    page.saved().await;
    page.run("localStorage.clear()", Vec::new()).await;
    page.reload().await;
    assert_eq!(page.value(TYPED).await, "7");
    // And the reverse: the database gone.
    page.run(
        "window.gone = false; indexedDB.deleteDatabase('nianbao').onsuccess = () => { window.gone = true }",
        Vec::new(),
    )
    .await;
    page.reload().await;
    assert_eq!(page.value(TYPED).await, "7");
    assert_eq!(page.id().await, id);
    page.close().await;
}

#[tokio::test]
async fn several_drafts_are_listed_deleted_and_brought_back() {
    let page = Page::open().await;
    for office in ["甲局", "乙街道办事处"] {
        new_draft(&page, office).await;
        page.saved().await;
        page.go("#/").await;
        page.find("[data-draft]").await;
    }
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    assert!(page.text("[data-draft]").await.contains("乙街道办事处"), "the last written comes first");
    page.click("[data-draft] [data-action=delete]").await;
    page.until("document.querySelectorAll('[data-draft]').length === 1").await;
    page.click(".toast .link").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.reload().await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.click("[data-draft] .name").await;
    page.find("[name=\"office.name\"]").await;
    assert_eq!(page.value("office.name").await, "乙街道办事处");
    page.close().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_shown_and_never_overwritten() {
    let page = Page::open().await;
    new_draft(&page, "某局").await;
    page.saved().await;
    let damaged = "5\n2024-01-01T00:00:00Z\n{\"nianbao\": 1, \"year\"";
    page.run("localStorage.setItem('nianbao/draft/damaged', arguments[0])", vec![json!(damaged)]).await;
    page.load("?again#/").await;
    page.find(".unreadable").await;
    assert_eq!(page.count("[data-draft]").await, 1);
    let stored =
        "return Object.keys(localStorage).filter(k => k.includes('damaged')).map(k => localStorage.getItem(k))";
    assert!(page.run(stored, Vec::new()).await.as_array().is_some_and(|all| all.contains(&json!(damaged))));
    page.click(".unreadable button").await;
    let (_, text) = page.downloaded(".json").await;
    assert_eq!(text, "{\"nianbao\": 1, \"year\"");
    page.close().await;
}

#[tokio::test]
async fn a_full_store_is_said_and_saving_resumes() {
    let page = Page::open().await;
    let id = new_draft(&page, "某局").await;
    page.saved().await;
    page.fill("applications").await;
    page.run(FILL, Vec::new()).await;
    page.type_into(TYPED, "123456789").await;
    page.find("[data-save-error]").await;
    assert_eq!(page.value(TYPED).await, "123456789");
    page.act("export-json").await;
    assert!(page.downloaded(".nianbao.json").await.1.contains("123456789"));
    let before = page.run("return localStorage.getItem(`nianbao/draft/${arguments[0]}`)", vec![json!(id)]).await;
    assert!(before.as_str().is_some_and(|text| text.contains("\"nianbao\": 1")), "the old state stays whole");
    page.run("localStorage.removeItem('other')", Vec::new()).await;
    page.type_into(TYPED, "12345678").await;
    page.until("!document.querySelector('[data-save-error]')").await;
    page.saved().await;
    page.close().await;
}

#[tokio::test]
async fn without_storage_the_page_works_and_says_so() {
    let page = Page::open().await;
    let deny = "
        const deny = () => { throw new DOMException('denied', 'SecurityError') };
        Object.defineProperty(window, 'localStorage', { get: deny });
        Object.defineProperty(window, 'indexedDB', { get: deny });";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": deny})).await;
    page.load("?denied#/").await;
    page.find(".bar[role=status]").await;
    new_draft(&page, "某局").await;
    page.fill("applications").await;
    page.type_into(TYPED, "7").await;
    // Nothing holds it, and nothing says that something does.
    page.find("[data-save-error]").await;
    assert_eq!(page.run(SAID, Vec::new()).await, json!(["", "没有保存"]));
    page.act("export-json").await;
    assert!(page.downloaded(".nianbao.json").await.1.contains("\"applications.new.natural\": 7"));
    page.close().await;
}

#[tokio::test]
async fn a_draft_that_another_window_changed_is_not_overwritten() {
    let page = Page::open().await;
    let id = new_draft(&page, "某局").await;
    page.fill("applications").await;
    page.type_into(TYPED, "7").await;
    page.saved().await;
    page.run(ELSEWHERE, vec![json!(id), json!("natural\": 7"), json!("natural\": 99")]).await;
    page.type_into(TYPED, "8").await;
    page.until(SAYS_ELSEWHERE).await;
    page.find("[data-save-error]").await;
    assert_eq!(page.run(SAID, Vec::new()).await, json!(["", "没有保存"]));
    let stored = page.run("return localStorage.getItem(`nianbao/draft/${arguments[0]}`)", vec![json!(id)]).await;
    assert!(stored.as_str().is_some_and(|text| text.contains("natural\": 99")));
    page.click(".bar[role=alert] button:last-of-type").await;
    page.until("document.querySelector('[data-saved]').dataset.saved.length > 0").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.close().await;
}
