//! The main job, on the seed's report: typed into an empty draft as a clerk would, checked, charted, printed, kept, handed on.

use serde_json::Value;

use crate::page::Page;

const SEED: &str = include_str!("../core/drafts/v1/seed-2017.nianbao.json");

fn seed() -> Value {
    serde_json::from_str(SEED).expect("JSON")
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Types the seed's report into a new draft.
async fn type_seed(page: &Page) {
    let seed = seed();
    let office = &seed["office"];
    let choose = "const s = document.querySelector(arguments[0]); s.value = arguments[1]; s.dispatchEvent(new Event('change', {bubbles: true}))";
    page.run(choose, vec!["[name=new-year]".into(), "2017".into()]).await;
    page.run(choose, vec!["[name=new-kind]".into(), "street".into()]).await;
    page.type_into("new-office", words(&office["name"])).await;
    page.act("new").await;
    page.type_into("title", words(&seed["title"])).await;
    page.type_into("office.address", words(&office["address"])).await;
    page.type_into("office.phone", words(&office["phone"])).await;
    page.fill("opening").await;
    page.type_into("opening", words(&seed["opening"][0])).await;
    for (n, part) in seed["narrative"].as_array().expect("parts").iter().enumerate() {
        page.fill(&format!("p{n}")).await;
        page.type_into(&format!("narrative.{n}.heading"), words(&part["heading"])).await;
        type_body(page, n, part["body"].as_array().expect("a body")).await;
    }
    page.fill("statistics").await;
    for (key, value) in seed["figures"].as_object().expect("figures") {
        page.type_into(key, &value.to_string().replace('"', "")).await;
    }
    page.fill("history").await;
    for (year, value) in seed["history"]["disclosed.total"].as_object().expect("years") {
        page.type_into(&format!("history.disclosed.total.{year}"), &value.to_string()).await;
    }
    page.fill("proposals").await;
    for (n, proposal) in seed["proposals"].as_array().expect("proposals").iter().enumerate() {
        page.act("proposal-add").await;
        page.type_into(&format!("proposals.{n}.category"), words(&proposal["category"])).await;
        page.type_into(&format!("proposals.{n}.count"), &proposal["count"].to_string()).await;
        page.type_into(&format!("proposals.{n}.closed"), &proposal["closed"].to_string()).await;
    }
    page.fill("signature").await;
    page.find("[name=published]").await.send_keys("03052018").await.expect("a date");
    page.keys("\u{e004}").await;
}

/// Types paragraphs, and puts the tables and charts between them.
async fn type_body(page: &Page, n: usize, body: &[Value]) {
    let mut m = 0;
    while m < body.len() {
        let run: Vec<&str> = body[m..].iter().map_while(Value::as_str).collect();
        if !run.is_empty() {
            page.type_into(&format!("narrative.{n}.body.{m}"), &run.join("\n")).await;
            m += run.len();
            continue;
        }
        let (command, attribute, name) = match (&body[m]["table"], &body[m]["chart"]) {
            (Value::String(table), _) => ("insert-table", "data-table", table),
            (_, Value::String(chart)) => ("insert-chart", "data-chart-id", chart),
            other => panic!("{other:?}"),
        };
        page.click(".part-head details.menu summary").await;
        page.click(&format!("[data-action={command}][{attribute}={name}]")).await;
        let caption = words(&body[m]["caption"]);
        if !caption.is_empty() {
            page.type_into(&format!("narrative.{n}.body.{m}.caption"), caption).await;
        }
        m += 1;
    }
}

/// The canonical bytes of the seed under another id, with what was mended.
fn expected(id: &str, mended: &[(&str, &str)]) -> String {
    let mut text = SEED.replace("seed-2017-xinglong", id);
    for (before, after) in mended {
        assert!(text.contains(before));
        text = text.replace(before, after);
    }
    text
}

#[tokio::test]
async fn a_clerk_writes_the_seeds_report() {
    let page = Page::open().await;
    type_seed(&page).await;
    assert_eq!(
        page.findings().await,
        [
            "F07 opening.0",
            "N12 narrative.1.body.1",
            "N20 history.disclosed.total.2014",
            "Q04 narrative.0.heading",
            "Q04 narrative.4.heading",
            "Q04 narrative.6.body.1",
        ]
    );
    assert_eq!(page.text("[data-count=error]").await, "1");
    assert_eq!(page.text("[data-count=warning]").await, "5");

    // A click goes to the words; the mend fills them in.
    page.click("[data-rule=N12] [data-action=goto]").await;
    page.until(
        "getSelection().toString().includes('同比上年增幅') || document.activeElement.name === 'narrative.1.body.0'",
    )
    .await;
    let selected = "return document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)";
    page.until("document.activeElement.selectionEnd > document.activeElement.selectionStart").await;
    assert_eq!(page.run(selected, Vec::new()).await, "同比上年增幅％");
    page.click("[data-rule=N12] [data-action=mend]").await;
    page.until("document.querySelector('[name=\"narrative.1.body.0\"]').value.includes('同比上年增幅95.6％')").await;
    assert_eq!(page.count("[data-rule=N12]").await, 0);

    // The charts show the five years, and follow an edit.
    let id = page.id().await;
    page.go(&format!("#/d/{id}/charts")).await;
    let drawn = |chart: &str, text: &str| {
        format!(
            "[...document.querySelectorAll('figure[data-chart={chart}] svg text')].some(t => t.textContent.includes('{text}'))"
        )
    };
    for year in ["2013年", "2014年", "2015年", "2016年", "2017年", "88"] {
        page.until(&drawn("trend", year)).await;
    }
    for text in ["政府网站", "80%", "政务微信", "20%"] {
        page.until(&drawn("channels", text)).await;
    }
    page.go(&format!("#/d/{id}/fill/history")).await;
    page.type_into("history.disclosed.total.2015", "66").await;
    page.go(&format!("#/d/{id}/charts")).await;
    page.until(&drawn("trend", "66")).await;
    page.act("undo").await;
    page.until(&drawn("trend", "64")).await;

    // The report on paper, printed.
    page.go(&format!("#/d/{id}/preview")).await;
    page.find("article[data-report] svg").await;
    let printed = page.print().await;
    let compact: String = printed.chars().filter(|c| !c.is_whitespace()).collect();
    for part in seed()["narrative"].as_array().expect("parts") {
        let heading: String = words(&part["heading"]).chars().filter(|c| !c.is_whitespace()).collect();
        assert!(compact.contains(&heading), "{heading} is not printed:\n{printed}");
    }
    // White space left out, the cells of a row run together.
    for words in ["临江市兴隆街道办事处", "数量406644588", "2018年3月5日", "政府网站政务微信", "数量8822", "80%20%"]
    {
        assert!(compact.contains(words), "{words} is not printed:\n{printed}");
    }
    for words in ["已保存", "强制性", "核实性", "导出", "打印"] {
        assert!(!compact.contains(words), "{words} of the program is printed");
    }

    // Everything is there after a reload, and the exported file is the seed's.
    page.saved().await;
    page.reload().await;
    page.act("export-json").await;
    let (name, json) = page.downloaded(".nianbao.json").await;
    assert_eq!(name, "临江市兴隆街道办事处2017年度政府信息公开年度报告.nianbao.json");
    assert_eq!(json, expected(&id, &[("同比上年增幅％", "同比上年增幅95.6％")]));
    page.close().await;
}

#[tokio::test]
async fn an_acceptance_needs_a_note_and_lapses() {
    let page = Page::open().await;
    page.act("sample").await;
    page.fill("history").await;
    page.click("[data-rule=N20] [data-action=accept]").await;
    page.type_into("note", "核实无误").await;
    page.click("[data-rule=N20] [data-action=accept]").await;
    page.find("[data-rule=N20] .refused").await;
    page.type_into("note", "2014年按旧口径只计规范性文件").await;
    page.click("[data-rule=N20] [data-action=accept]").await;
    page.find("[data-rule=N20][data-status=accepted]").await;
    assert_eq!(page.text("[data-count=warning]").await, "4");
    page.saved().await;
    page.reload().await;
    page.find("[data-rule=N20][data-status=accepted]").await;
    page.type_into("history.disclosed.total.2015", "65").await;
    page.find("[data-rule=N20][data-status=lapsed]").await;
    page.act("undo").await;
    page.find("[data-rule=N20][data-status=accepted]").await;
    page.click("[data-rule=N20] [data-action=withdraw]").await;
    page.find("[data-rule=N20][data-status=open]").await;
    page.close().await;
}

#[tokio::test]
async fn every_mend_of_the_seed_can_be_undone() {
    let page = Page::open().await;
    page.act("sample").await;
    let before = page.findings().await;
    let mut mended = 0;
    while page.count("[data-action=mend]").await > 0 {
        page.click("[data-action=mend]").await;
        mended += 1;
        page.findings().await;
        assert!(mended < 10, "a mend that does not mend");
    }
    assert_eq!(mended, 4);
    assert_eq!(page.findings().await, ["F07 opening.0", "N20 history.disclosed.total.2014"]);
    for _ in 0..mended {
        page.act("undo").await;
    }
    assert_eq!(page.findings().await, before);
    let id = page.id().await;
    page.act("export-json").await;
    assert_eq!(page.downloaded(".nianbao.json").await.1, expected(&id, &[]));
    page.close().await;
}
