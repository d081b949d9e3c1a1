//! 图解: seen in its shapes, saved as pictures, printed by itself.

use crate::out::open_city;
use crate::page::Page;

async fn open() -> Page {
    let page = open_city().await;
    page.act("export").await;
    page.click("[data-export] [data-action=infographic]").await;
    page.find("[data-infographic=page] svg text").await;
    page
}

#[tokio::test]
async fn it_is_seen_in_three_shapes_and_saved_as_pictures() {
    let page = open().await;
    let code = "document.querySelector('[data-infographic] svg').textContent";
    for shape in ["page", "long", "wide"] {
        page.click(&format!("[data-shape={shape}]")).await;
        page.until(&format!("!!document.querySelector('[data-infographic={shape}] svg')")).await;
        page.until(&format!("{code}.includes('3511') && {code}.includes('校验码')")).await;
        page.act("infographic-svg").await;
        let (name, svg) = page.downloaded(".svg").await;
        let words = ["", "长图", "宽图"][["page", "long", "wide"].iter().position(|one| *one == shape).expect("it")];
        assert_eq!(name, format!("宿迁市人民政府2023年政府信息公开工作年度报告 图解{words}.svg"));
        assert!(svg.contains("一张图看懂") && !svg.contains("style="), "{svg}");
    }
    page.act("infographic-png").await;
    let (name, png) = page.downloaded_bytes(".png").await;
    assert_eq!(name, "宿迁市人民政府2023年政府信息公开工作年度报告 图解宽图.png");
    assert!(png.starts_with(b"\x89PNG"));
    // Its size stands in the first part of the file: 1920 × 1080.
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((number(16), number(20)), (1920, 1080));
    page.close().await;
}

#[tokio::test]
async fn it_is_printed_by_itself_on_one_page() {
    let page = open().await;
    // The browser's own dialogue would wait for a person.
    page.run("window.print = () => { window.printed = true }", Vec::new()).await;
    page.act("infographic-print").await;
    page.until("window.printed === true").await;
    let printed = page.print().await;
    let words: String = printed.split_whitespace().collect();
    assert!(words.contains("一张图看懂") && words.contains("3511"), "{printed}");
    assert!(!words.contains("存为图片") && !words.contains("年度办理结果"), "{printed}");
    assert_eq!(printed.matches('\u{c}').count(), 1, "{printed}");
    // Afterwards the report is printed again.
    page.until("!document.querySelector('.print-infographic')").await;
    page.close().await;
}

#[tokio::test]
async fn without_figures_it_says_what_to_fill_in() {
    let page = Page::open().await;
    page.type_into("new-office", "某县自然资源局").await;
    page.act("new").await;
    page.find("[name=\"office.name\"]").await;
    page.act("export").await;
    page.click("[data-export] [data-action=infographic]").await;
    page.until("/填/.test(document.querySelector('dialog.infographic .empty')?.textContent ?? '')").await;
    page.close().await;
}
