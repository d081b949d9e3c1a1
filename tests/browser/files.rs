//! Files in and out: what is opened is what was handed out, and what cannot be read is told by its place.

use serde_json::json;

use crate::page::Page;

const SEED: &str = include_str!("../core/drafts/v1/seed-2017.nianbao.json");
const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");

#[tokio::test]
async fn a_colleague_opens_the_exported_file() {
    let page = Page::open().await;
    let file = page.file("city.nianbao.json", CITY);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    assert_eq!(page.id().await, "golden-r54");
    page.fill("applications").await;
    assert_eq!(page.value("applications.unable.not_held.natural").await, "968");
    assert_eq!(page.attribute("applications.total.total", "data-state").await, "stated");
    assert_eq!(page.findings().await, Vec::<String>::new());
    page.act("export-json").await;
    assert_eq!(page.downloaded(".nianbao.json").await.1, CITY);
    page.close().await;
}

#[tokio::test]
async fn the_same_draft_again_is_one_draft_and_another_is_a_second() {
    let page = Page::open().await;
    let seed = page.file("seed.nianbao.json", SEED);
    page.choose(std::slice::from_ref(&seed)).await;
    page.find("[name=\"office.name\"]").await;
    page.go("#/").await;
    page.choose(&[seed]).await;
    page.find("[name=\"office.name\"]").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 1").await;
    let changed = page.file("changed.nianbao.json", SEED.replace("0439-5222458", "0439-5222459"));
    page.choose(&[changed]).await;
    page.find("[name=\"office.name\"]").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.close().await;
}

#[tokio::test]
async fn a_draft_of_any_id_opens_by_its_address_and_is_recognised() {
    let page = Page::open().await;
    let ids = ["青山镇2025", "a b", "a/b", "/", "..", "100%", "%E9", "a#b?c", "'\"<>&", "\u{1f600}\n", ""];
    for (at, id) in ids.iter().enumerate() {
        let json = json!({"nianbao": 1, "id": id, "form": "national-2021", "year": 2023, "office": {"name": format!("第{at}局")}});
        let file = page.file("draft.nianbao.json", json.to_string());
        let is_open = format!("document.querySelector('[name=\"office.name\"]')?.value === '第{at}局'");
        page.choose(std::slice::from_ref(&file)).await;
        page.until(&is_open).await;
        page.saved().await;
        page.reload().await;
        page.until(&is_open).await;
        // By the address bar, from another screen.
        let address = page.run("return location.hash", Vec::new()).await;
        page.load("?again#/rules").await;
        page.go(address.as_str().expect("an address")).await;
        page.until(&is_open).await;
        page.go("#/").await;
        page.find("[data-draft]").await;
        page.choose(&[file]).await;
        page.until(&is_open).await;
        page.go("#/").await;
        page.until(&format!("document.querySelectorAll('[data-draft]').length === {}", at + 1)).await;
        let kept = page
            .run("return [...document.querySelectorAll('[data-draft]')].map(row => row.dataset.draft)", Vec::new())
            .await;
        assert!(id.is_empty() || kept.as_array().is_some_and(|all| all.contains(&json!(id))), "{id}: {kept}");
    }
    page.close().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_by_its_place() {
    let page = Page::open().await;
    page.act("sample").await;
    page.find("[name=\"office.name\"]").await;
    let id = page.id().await;
    for (name, text, words) in [
        ("broken.json", "{\"nianbao\": 1,\n \"year\": }".to_owned(), "第2行"),
        (
            "twice.json",
            SEED.replacen("\"channel.weibo\": 0", "\"channel.website\": 0", 1),
            "“figures.channel.website”在文件里写了两次",
        ),
        ("newer.json", SEED.replacen("\"nianbao\": 1", "\"nianbao\": 9", 1), "更新的版本"),
    ] {
        let file = page.file(name, text);
        page.choose(&[file]).await;
        page.until(&format!("document.querySelector('[role=alert][data-error]')?.textContent.includes('{words}')"))
            .await;
        let said = page.text("[role=alert][data-error]").await;
        assert!(said.contains(name), "{said}");
    }
    let file = page.file("picture.png", [0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x81]);
    page.choose(&[file]).await;
    page.until("document.querySelector('main [role=alert][data-error]')?.textContent.includes('picture.png')").await;
    page.act("import-cancel").await;
    page.find("[name=\"office.name\"]").await;
    assert_eq!(page.id().await, id, "the open draft stays");
    page.close().await;
}

#[tokio::test]
async fn a_file_in_gb18030_with_notices() {
    let page = Page::open().await;
    // 某局 in GB18030.
    let mut bytes =
        b"{\"nianbao\": 1, \"form\": \"narrative-2008\", \"year\": 2017, \"extra\": 1, \"office\": {\"name\": \""
            .to_vec();
    bytes.extend([0xc4, 0xb3, 0xbe, 0xd6]);
    bytes.extend(b"\"}}");
    let file = page.file("gbk.nianbao.json", bytes);
    page.choose(&[file]).await;
    page.until("document.querySelector('[name=\"office.name\"]')?.value === '某局'").await;
    page.until("document.querySelector('.toast')?.textContent.includes('extra')").await;
    page.close().await;
}

#[tokio::test]
async fn files_are_dropped_several_at_once() {
    let page = Page::open().await;
    page.drop(&[("seed.nianbao.json", SEED.as_bytes()), ("bad.json", b"[]"), ("city.nianbao.json", CITY.as_bytes())])
        .await;
    page.until("document.querySelector('[role=alert][data-error]')?.textContent.includes('bad.json')").await;
    page.find("[name=\"office.name\"]").await;
    page.go("#/").await;
    page.until("document.querySelectorAll('[data-draft]').length === 2").await;
    page.close().await;
}

#[tokio::test]
async fn a_form_of_the_future_is_shown_and_not_changed() {
    let page = Page::open().await;
    let json = SEED.replacen("narrative-2008", "national-2029", 1);
    let file = page.file("future.nianbao.json", &json);
    page.choose(&[file]).await;
    page.until("document.querySelector('.bar')?.textContent.includes('只能查看')").await;
    page.act("export-json").await;
    assert_eq!(page.downloaded(".nianbao.json").await.1, json);
    page.close().await;
}
