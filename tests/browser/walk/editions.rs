//! Each edition, empty, half filled in and full: every screen of a draft.

use super::Walk;
use super::drafts::{Amount, draft, id};

/// Walks over the edition of a year.
async fn edition(year: u16) {
    let mut walk = Walk::open().await;
    // The bar, the rail and the findings are read on the way through the states.
    walk.read = "main";
    for amount in [Amount::Empty, Amount::Half, Amount::Full] {
        walk.open_drafts(&[draft(year, amount)]).await;
        walk.page.findings().await;
        let screens: Vec<String> = serde_json::from_value(walk.page.run(SCREENS, Vec::new()).await).expect("addresses");
        assert!(screens.len() > 5, "{screens:?}");
        for screen in screens {
            walk.page.go(&screen).await;
            let part = screen.rsplit('/').next().unwrap_or_default();
            walk.look(&format!("{year} {amount:?} {part}")).await;
        }
        charts_and_paper(&mut walk, year, amount).await;
    }
    walk.end().await;
}

/// The addresses of all that is filled in.
const SCREENS: &str =
    "return [...new Set([...document.querySelectorAll('nav a[href*=\"/fill/\"]')].map((a) => a.getAttribute('href')))]";

async fn charts_and_paper(walk: &mut Walk, year: u16, amount: Amount) {
    let id = id(year, amount);
    walk.page.go(&format!("#/d/{id}/charts")).await;
    let drawn = "[...document.querySelectorAll('figure[data-chart]')].every((f) => f.querySelector('svg') || !f.querySelector('button'))";
    walk.page.find("figure[data-chart]").await;
    if amount != Amount::Empty {
        // What is out of sight is drawn when it is scrolled to.
        let scroll = "for (const figure of document.querySelectorAll('figure[data-chart]')) figure.scrollIntoView()";
        walk.page.run(scroll, Vec::new()).await;
    }
    walk.page.until(drawn).await;
    walk.look(&format!("{year} {amount:?} charts")).await;
    let as_tables = "for (const button of document.querySelectorAll('figure[data-chart] button[aria-pressed=false]')) button.click()";
    walk.page.run(as_tables, Vec::new()).await;
    walk.look(&format!("{year} {amount:?} charts as tables")).await;
    walk.page.go(&format!("#/d/{id}/preview")).await;
    walk.page.find("article[data-report]").await;
    walk.look(&format!("{year} {amount:?} preview")).await;
}

#[tokio::test]
async fn the_form_of_2021() {
    edition(2023).await;
}

#[tokio::test]
async fn the_form_of_2019() {
    edition(2020).await;
}

#[tokio::test]
async fn the_form_of_2008() {
    edition(2017).await;
}
