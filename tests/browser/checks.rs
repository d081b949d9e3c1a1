//! The checks in the page: every number of the text accounted for, a sentence that follows its cell, the cell that is
//! wrong, last year's report beside this one.

use crate::page::Page;

const CLEAN: &str = include_str!("../core/reports/clean-2024.nianbao.json");
const PROVINCE: &str = include_str!("../core/reports/24-province-2019.nianbao.json");
const COUNTY_2021: &str = include_str!("../core/reports/05-county-2021.nianbao.json");
const COUNTY_2022: &str = include_str!("../core/reports/04-county-2022.nianbao.json");

async fn open(page: &Page, name: &str, json: &str) {
    let file = page.file(name, json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
}

/// What has the focus.
const FOCUSED: &str = "document.activeElement.name";

#[tokio::test]
async fn every_number_of_the_text_is_accounted_for() {
    let page = Page::open().await;
    open(&page, "province.nianbao.json", PROVINCE).await;
    page.fill("p0").await;
    page.find("[data-numbers]").await;
    let counted = page.text("[data-numbers]").await;
    assert!(counted.contains("个数字") && counted.contains("个已核对"), "{counted}");
    for tie in ["cell", "recomputed", "contradicting", "untied"] {
        page.until(&format!("document.querySelectorAll('[aria-hidden=true] [data-tie={tie}]').length > 0")).await;
    }
    // The layer that marks them lies line by line behind the field.
    let same = "(() => { const field = document.querySelector('textarea[name=\"narrative.0.body.0\"]');
        const layer = field.nextElementSibling;
        return layer.textContent === field.value && layer.clientHeight === field.clientHeight; })()";
    page.until(same).await;
    // A click on a number goes to its cell.
    page.click("summary[data-numbers]").await;
    let chip = "[...document.querySelectorAll('[data-action=number][data-tie=cell]')].find(b => b.textContent.startsWith('859件'))";
    page.run(&format!("{chip}.click()"), Vec::new()).await;
    page.until(&format!("{FOCUSED} === 'applications.new.total'")).await;
    // What is typed is marked once it has been checked.
    page.fill("p0").await;
    page.find("textarea[name=\"narrative.0.body.0\"]").await;
    let before = page.run("return document.querySelector('summary[data-numbers]').dataset.numbers", Vec::new()).await;
    page.run("document.querySelector('textarea[name=\"narrative.0.body.0\"]').focus()", Vec::new()).await;
    page.keys("全年开展直播活动12场。").await;
    let one_more = before.as_str().and_then(|count| count.parse::<usize>().ok()).expect("a number") + 1;
    page.until(&format!("document.querySelector('summary[data-numbers]').dataset.numbers === '{one_more}'")).await;
    page.close().await;
}

#[tokio::test]
async fn a_sentence_follows_its_cell() {
    let page = Page::open().await;
    open(&page, "clean.nianbao.json", CLEAN).await;
    page.fill("disputes").await;
    page.type_into("disputes.review.total", "3").await;
    page.find("[data-rule=N13] [data-action=mend]").await;
    let label = page.text("[data-rule=N13] [data-action=mend]").await;
    assert!(label.contains("同步为 3 件"), "{label}");
    page.click("[data-rule=N13] [data-action=mend]").await;
    page.until("!document.querySelector('[data-rule=N13]')").await;
    page.fill("p0").await;
    let text = page.value("narrative.0.body.0").await;
    assert!(text.contains("被申请行政复议3件"), "{text}");
    page.act("undo").await;
    page.until("document.querySelector('textarea[name=\"narrative.0.body.0\"]').value.includes('被申请行政复议2件')")
        .await;
    page.close().await;
}

#[tokio::test]
async fn last_years_report_is_found_among_the_drafts() {
    let page = Page::open().await;
    open(&page, "2021.nianbao.json", COUNTY_2021).await;
    open(&page, "2022.nianbao.json", COUNTY_2022).await;
    page.until("document.body.textContent.includes('已与本单位2021年度的草稿对照')").await;
    page.until("!document.querySelector('[data-rule=N05]')").await;
    page.fill("applications").await;
    page.type_into("applications.carried_in.natural", "4").await;
    page.find("[data-rule=N05][data-severity=error][data-place=\"applications.carried_in.natural\"]").await;
    page.click("[data-rule=N05] [data-action=mend]").await;
    page.until("!document.querySelector('[data-rule=N05]')").await;
    assert_eq!(page.value("applications.carried_in.natural").await, "1");
    page.close().await;
}

#[tokio::test]
async fn the_cell_that_is_wrong_is_offered_and_others_beside_it() {
    let page = Page::open().await;
    page.type_into("new-office", "某县自然资源局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.fill("applications").await;
    for (row, value) in [("new", "12"), ("carried_in", "0"), ("granted", "21"), ("carried_out", "0")] {
        page.type_into(&format!("applications.{row}.natural"), value).await;
    }
    page.click("[data-action=fill-zero]").await;
    page.find("[data-rule=N01] [data-action=mend]").await;
    page.find("[data-rule=N01] [data-action=mend-other]").await;
    page.click("[data-rule=N01] [data-action=mend]").await;
    page.until("!document.querySelector('[data-rule=N01], [data-rule=N02], [data-rule=N03], [data-rule=N06]')").await;
    page.close().await;
}
