//! The pictures of `docs/pictures`: each kind of page as it stands, for those who read the project and for whoever compares a change with
//! what was. They are taken into `target/tmp`, and `script/pictures` puts them there; the same page gives the same picture on the same machine.

mod screens;

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::page::Page;
use crate::paper::drawn;
use crate::program::variable;

const SEED: &str = include_str!("../core/drafts/v1/seed-2017.nianbao.json");
const CITY: &str = include_str!("../core/drafts/v1/city-2023.nianbao.json");

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

async fn open(json: &str) -> Page {
    let page = Page::open().await;
    let size = json!({"width": 1440, "height": 900, "deviceScaleFactor": 1, "mobile": false});
    page.devtools("Emulation.setDeviceMetricsOverride", size).await;
    let file = page.file("draft.nianbao.json", json);
    page.choose(&[file]).await;
    page.find("[name=\"office.name\"]").await;
    page.find("html[data-checked]").await;
    page.saved().await;
    page
}

async fn go(page: &Page, screen: &str) {
    let id = page.id().await;
    page.go(&format!("#/d/{id}/{screen}")).await;
}

/// Takes a picture of the window. Nothing in it tells the time or the day, and no caret blinks.
async fn take(page: &Page, name: &str) {
    let still = "const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const fixed = [[/\\d\\d:\\d\\d:\\d\\d/, '12:03:07'], [/今天 \\d\\d:\\d\\d/, '今天 12:03'], [/已过 \\d+ 天/, '已过 20 天']];
        for (let text; (text = texts.nextNode());)
            for (const [from, to] of fixed) if (from.test(text.data)) text.data = text.data.replace(from, to);
        document.documentElement.style.caretColor = 'transparent';
        for (const moving of document.getAnimations()) if (isFinite(moving.effect.getComputedTiming().endTime)) moving.finish()";
    page.run(still, Vec::new()).await;
    // A quarter as large as PNG, so that dozens of them weigh little in the repository.
    let taken = page.devtools("Page.captureScreenshot", json!({"format": "webp", "quality": 85})).await;
    let picture = BASE64_STANDARD.decode(taken["data"].as_str().expect("a picture")).expect("base64");
    std::fs::write(folder().join(format!("{name}.webp")), picture).expect("written");
}

/// Prints, and takes a picture of these pages at 96 dots an inch: the number in the file of a page and its name here.
async fn take_printed(page: &Page, pages: &[(usize, &str)]) {
    let pdf = page.print_to_file().await;
    let program = variable("PDFTOTEXT").replace("pdftotext", "pdftoppm");
    for (number, name) in pages {
        let number = number.to_string();
        let status = Command::new(&program)
            .args(["-r", "96", "-png", "-singlefile", "-f", &number, "-l", &number, &pdf])
            .arg(folder().join(name))
            .status();
        assert!(status.expect("pdftoppm").success(), "page {number} was not drawn");
    }
}

#[tokio::test]
async fn pictures_of_a_report_of_2017() {
    let page = open(SEED).await;
    go(&page, "preview").await;
    drawn(&page).await;
    page.find("[data-mark]").await;
    take(&page, "preview").await;
    page.click("input[name=hand-in]").await;
    page.find("[data-hand-in]").await;
    let pages = page.count("[data-page]").await;
    take_printed(&page, &[(1, "print-first"), (2, "print-table"), (pages, "print-last"), (pages + 1, "hand-in")]).await;
    page.act("export").await;
    page.find("[data-export] .passed").await;
    take(&page, "export").await;
    page.close().await;
}

#[tokio::test]
async fn pictures_of_a_city() {
    let page = open(CITY).await;
    go(&page, "charts").await;
    page.until(
        "document.querySelectorAll('.drawing').length === 3 && document.querySelectorAll('[data-drawn]').length === 3",
    )
    .await;
    take(&page, "charts").await;
    go(&page, "preview").await;
    drawn(&page).await;
    take_printed(&page, &[(2, "print-table-three")]).await;
    page.act("export").await;
    page.click("[data-export] [data-action=infographic]").await;
    page.find("[data-infographic=page] svg text").await;
    take(&page, "infographic").await;
    for (shape, ending) in [("page", ""), ("long", "长图"), ("wide", "宽图")] {
        page.click(&format!("[data-shape={shape}]")).await;
        page.find(&format!("[data-infographic={shape}] svg")).await;
        page.act("infographic-png").await;
        let (name, png) = page.downloaded_bytes(".png").await;
        assert!(name.ends_with(&format!("图解{ending}.png")), "{name}");
        std::fs::write(folder().join(format!("infographic-{shape}.png")), png).expect("written");
    }
    page.close().await;
}
