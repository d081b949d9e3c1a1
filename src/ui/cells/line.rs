//! The line under a table: the cell that has the focus with last year's figure, or what is selected and what it adds up to.

use leptos::prelude::document;
use web_sys::HtmlInputElement;

use super::balance::arithmetic;
use crate::block::Content;
use crate::calc::growth;
use crate::draft::Place;
use crate::form::{Key, TableId};
use crate::session::{Selected, Session};
use crate::sheet::{cell_content, summary};
use crate::ui::dom::{El, el};
use crate::ui::page::Page;

/// Draws the line.
pub fn line(page: Page) -> Vec<El> {
    let session = page.session;
    let words = move || match session.selected() {
        Some(selected) => {
            session.at_rest();
            told(session, &selected)
        }
        None => cell(session).unwrap_or_default(),
    };
    let several = move || session.selected().is_some();
    let keys = |hints: &[(&str, &str)]| {
        let line = el("span").class("hints");
        vec![hints.iter().fold(line, |line, (key, words)| line.child(el("kbd").text(key)).text(words))]
    };
    vec![
        el("span").attrs(&[("class", "number-line"), ("role", "status"), ("data-selected", "")]).text_of(words),
        el("span").class("grow"),
        el("span").class("late").switch(several, move |several| {
            if *several {
                keys(&[("Ctrl C", " 复制　"), ("Ctrl V", " 粘贴　"), ("Delete", " 清除")])
            } else {
                keys(&[("Enter", " 下一行　"), ("Tab", " 右一格　"), ("Esc", " 还原　"), ("?", " 全部按键")])
            }
        }),
    ]
}

/// What is selected: how many cells, and what their figures come to.
fn told(session: Session, selected: &Selected) -> String {
    let sums = session.look(|draft| summary(draft, &selected.places)).unwrap_or_default();
    let mut words = format!("已选 {} 格　{} 行 {} 列", selected.places.len(), selected.rows, selected.columns);
    if sums.count > 0 {
        words +=
            &format!("　　求和 {}　计数 {}　平均 {}　不为 0 {}", sums.sum, sums.count, sums.average(), sums.not_zero);
    }
    words
}

/// The cell that has the focus, with last year's figure and the change since.
fn cell(session: Session) -> Option<String> {
    let place = session.focused().filter(|place| place.is_cell())?;
    let label = |key: Key| session.look(|draft| draft.form().and_then(|form| form.label(key))).flatten();
    let label = |key: Key| label(key).unwrap_or_else(|| key.label());
    if let Place::Past(key, year) = place {
        return Some(format!("{year}年　{}", label(key)));
    }
    let Some(key) = place.figure() else {
        return place.index_in(Place::Table(TableId::Proposals)).map(|n| format!("第{}类", n + 1));
    };
    session.at_rest();
    let column = session.look(|draft| arithmetic(draft, place)).flatten();
    let told = [Some(label(key)), beside(session, place), column];
    Some(told.into_iter().flatten().collect::<Vec<_>>().join("　　"))
}

/// Last year's figure of a cell, and the change since.
fn beside(session: Session, place: Place) -> Option<String> {
    session.look_at_case(|case| {
        let Content::Number(last) = cell_content(case.last?, place) else { return None };
        let words = format!("上年 {}", last.value);
        let Content::Number(now) = cell_content(case.draft, place) else { return Some(words) };
        Some(match growth(now.value, last.value) {
            Some(rate) if rate.is_zero() => format!("{words}，没有变化"),
            Some(rate) if rate.is_sign_negative() => format!("{words}，下降 {}%", -rate),
            Some(rate) => format!("{words}，增长 {rate}%"),
            None => words,
        })
    })?
}

/// Names the finding that speaks of a cell to those who cannot see it, where it is listed.
pub fn describe(session: Session, input: &HtmlInputElement) {
    let place = input.name().parse().ok();
    let card = place.and_then(|place| session.mark(place)).map(|(_, number)| format!("finding-{number}"));
    // The names are this program's own.
    let _ = match card.filter(|card| document().get_element_by_id(card).is_some()) {
        Some(card) => input.set_attribute("aria-describedby", &card),
        None => input.remove_attribute("aria-describedby"),
    };
}
