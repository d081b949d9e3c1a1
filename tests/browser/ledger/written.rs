//! A ledger as an office writes it, and how it comes into the page.

use serde_json::{Value, json};
use thirtyfour::prelude::Key;

use crate::page::Page;

/// A draft of 2023 with nothing in it, and one whose table three has two figures.
pub fn draft(id: &str, office: &str, figures: &Value) -> String {
    json!({"nianbao": 1, "id": id, "form": "national-2021", "year": 2023, "office": {"name": office}, "figures": figures})
        .to_string()
}

/// The lines of a ledger with everything that offices write beside: names, numbers, phones, what was asked for.
pub fn lines() -> Vec<[String; 8]> {
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

pub const HEADS: &str = "申请人姓名,申请人类型,联系电话,证件号码,收到日期,申请内容,答复日期,办理结果\r\n";

pub fn csv(lines: &[[String; 8]]) -> String {
    let lines = lines.iter().map(|line| line.join(",") + "\r\n");
    [HEADS.to_owned(), lines.collect()].concat()
}

/// What nobody may see or find stored.
pub const PERSONAL: [&str; 5] = ["诸葛青云", "云岭商贸", "13912345678", "44030819900101123X", "青云路"];

pub async fn opens(page: &Page, name: &str, text: &str) {
    let file = page.file(name, text);
    page.choose(&[file]).await;
}

/// A page with a draft open, beside which a ledger came.
pub async fn beside(figures: &Value, text: &str) -> Page {
    let page = Page::open().await;
    opens(&page, "draft.nianbao.json", &draft("ledger-beside", "某县自然资源局", figures)).await;
    page.find("[name=\"office.name\"]").await;
    page.saved().await;
    opens(&page, "台账.csv", text).await;
    page.find("[data-ledger]").await;
    page
}

/// How many lines a cell of table three counts.
pub async fn counts(page: &Page, cell: &str, count: usize) {
    let cell = format!("[data-ledger-cell=\"applications.{cell}\"]");
    page.gives(&cell, &format!("document.querySelector('{cell}')?.dataset.value"), &json!(count.to_string())).await;
}

pub async fn focus(page: &Page, selector: &str) {
    page.find(selector).await;
    page.run("document.querySelector(arguments[0]).focus()", vec![json!(selector)]).await;
}

/// Chooses in the select of a line, by keys: so many steps down.
pub async fn place(page: &Page, line: &str, what: &str, steps: usize) {
    focus(page, &format!("select[name=\"ledger.{line}.{what}\"]")).await;
    for _ in 0..steps {
        page.keys(Key::Down + "").await;
    }
}

pub async fn is_shown(page: &Page, words: &str) {
    let expression = format!("document.querySelector('[data-ledger]')?.innerText.includes('{words}') === true");
    page.gives(words, &expression, &json!(true)).await;
}
