//! The table of proposals, whose rows the clerk makes: one by one, and as many as are pasted.

use serde_json::json;

use crate::page::Page;
use crate::sheets::{enter, paste};

/// Shows the table with one category that nothing says of yet.
async fn one_category(page: &Page) {
    page.new_report(2023).await;
    page.fill("proposals").await;
    page.act("proposal-add").await;
    page.until("document.activeElement.name === 'proposals.0.category'").await;
    page.find(".focus-line .hints").await;
}

/// What the table shows, row by row.
async fn shows(page: &Page, expected: &[&str]) {
    let rows = "[...document.querySelectorAll('[data-form=proposals] tr')].slice(1).map(row =>
        [...row.children].map(cell => cell.querySelector('input')?.value ?? cell.textContent).join(' '))";
    page.gives("the rows", rows, &json!(expected)).await;
}

#[tokio::test]
async fn pasted_categories_get_rows_in_one_step() {
    let page = Page::open().await;
    one_category(&page).await;
    paste(&page, "", "社会事业\t5\t5\n工业\t3\t2\n农业\t1\t1\n").await;
    shows(&page, &["社会事业 5 5", "工业 3 2", "农业 1 1", "合计 9 8"]).await;
    page.until("document.activeElement.name === 'proposals.0.category'").await;
    page.act("undo").await;
    shows(&page, &["  ", "合计  "]).await;
    page.close().await;
}

#[tokio::test]
async fn a_whole_table_is_shown_first_and_its_names_say_where_it_belongs() {
    let page = Page::open().await;
    one_category(&page).await;
    page.type_into("proposals.0.category", "工业").await;
    enter(&page, "proposals.0.count").await;
    paste(&page, "", "序号\t类别\t件数\t办结数\n1\t社会事业\t5件\t5\n2\t工业\t3\t2\n\t合计\t8\t7\n").await;
    page.find("[data-paste]").await;
    assert_eq!(page.text("[data-action=paste-fill]").await, "填入 6 格");
    page.act("paste-fill").await;
    shows(&page, &["工业 3 2", "社会事业 5 5", "合计 8 7"]).await;
    page.close().await;
}
