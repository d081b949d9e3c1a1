//! The drafts on the shelf, and what could not be read of it. It is fetched late.

use std::hash::{Hash, Hasher};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::order::{Column, Order, moment};
use crate::browser;
use crate::session::{Session, Summary};
use crate::ui::dom::{El, el, listen, value_of};
use crate::ui::page::{Page, Route, Router, focus_in_place_of, keep_focus};
use crate::ui::parts::{Icon, SEVERITIES, button, icon, severity_mark};

/// The recent drafts in a table, with what stands unreadable beside them.
pub fn shelf_list(page: Page) -> El {
    let Page { session, router, .. } = page;
    let wanted = RwSignal::new(String::new());
    let count = move || session.shelved().entries.len();
    let search = move || {
        let field = el("input").attrs(&[
            ("class", "search"),
            ("type", "search"),
            ("placeholder", "单位或年度"),
            ("aria-label", "按单位或年度找草稿"),
        ]);
        // As in other programs, / goes there.
        let found = field.clone();
        listen("keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.key() == "/") else { return };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_none_or(|target| !target.matches("input,textarea,select").unwrap_or(false)) {
                event.prevent_default();
                found.focus();
            }
        });
        vec![field.on("input", move |event| wanted.set(value_of(event)))]
    };
    let head = el("div")
        .class("shelf-head")
        .child(el("h2").attr("id", "shelf-title").text("最近的草稿"))
        .child(el("span").class("note").text_of(move || format!("{} 份", count())))
        .child(el("span").class("grow"))
        .when(move || count() > 5, search);
    let section = el("section").attrs(&[("class", "shelf"), ("aria-labelledby", "shelf-title")]).child(head);
    let empty = || {
        let words = el("p").text("新建一份，或打开同事存下的文件");
        vec![el("div").class("empty").child(icon(Icon::FILE)).child(el("strong").text("还没有草稿")).child(words)]
    };
    section
        .when(move || count() == 0, empty)
        .when(move || count() > 0, move || vec![table(session, router, wanted)])
        .when(move || !session.shelved().unreadable.is_empty(), move || vec![unreadable(session)])
}

/// A draft as it is listed: the same row while nothing of it has changed.
#[derive(PartialEq)]
struct Listed(Summary);

impl Hash for Listed {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.0.id.hash(hasher);
    }
}

fn table(session: Session, router: Router, wanted: RwSignal<String>) -> El {
    let order = RwSignal::new(Order::LATEST);
    let heads = [
        ("单位", false, Some(Column::Office)),
        ("年度", true, Some(Column::Year)),
        ("格式", false, None),
        ("已填", false, Some(Column::Filled)),
        ("检查", false, Some(Column::Checks)),
        ("上次保存", true, Some(Column::Saved)),
    ];
    let heads = heads.into_iter().map(|(words, number, by)| {
        let head = el("th").attr("scope", "col").attr_if("class", number.then_some("number"));
        match by {
            Some(by) => sorted_by(head, words, by, order),
            None => head.text(words),
        }
    });
    let last = el("th").attr("scope", "col").child(el("span").class("unseen").text("开始下一年，删除"));
    let listed = move || {
        let wanted = wanted.get();
        let is_wanted =
            |entry: &Summary| wanted.is_empty() || format!("{}{}", entry.office, entry.year).contains(wanted.trim());
        // A draft that was written since, or checked since, is another row.
        let mut entries: Vec<Summary> = session.shelved().entries.into_iter().filter(is_wanted).collect();
        order.get().sort(&mut entries);
        entries.into_iter().map(Listed).collect()
    };
    let row = move |Listed(entry): &Listed| vec![row(session, router, entry)];
    let table = el("table").class("shelf-table");
    let table = table.child(el("thead").child(el("tr").children(heads).child(last)));
    el("div").class("card scroll").child(table.child(el("tbody").each(listed, row)))
}

/// The head of a column by which the drafts can be listed.
fn sorted_by(head: El, words: &str, by: Column, order: RwSignal<Order>) -> El {
    let stands = move || {
        let Order { by: now, descending } = order.get();
        (now == by).then(|| if descending { "descending" } else { "ascending" }.to_owned())
    };
    let sort = button("sort", move || order.update(|order| *order = order.clicked(by))).text(words);
    head.attr_of("aria-sort", stands).child(sort)
}

fn row(session: Session, router: Router, entry: &Summary) -> El {
    let name = if entry.office.is_empty() { "（没有写单位名称）" } else { &entry.office };
    let shown = el("tr").attr("data-draft", &entry.id);
    let own = shown.clone();
    let (opened, deleted) = (entry.id.clone(), entry.id.clone());
    let open = button("link name", move || router.go(&Route::filling_in(opened.clone()))).text(name);
    let label = format!("删除{name}{}年度的草稿", entry.year);
    let delete = move || {
        let next = focus_in_place_of(Some(own.node()), "[data-draft] .name", "[name=new-office]");
        session.delete(&deleted);
        next();
    };
    let delete = button("button quiet small", delete).attr("data-action", "delete");
    let delete = delete.attr("aria-label", &label).child(icon(Icon::REMOVE));
    let last = entry.id.clone();
    let begin = move || {
        if let Some(id) = session.begin_next_year(&last) {
            router.go(&Route::filling_in(id));
        }
    };
    let label = format!("以{name}{}年度报告开始{}年度", entry.year, entry.year.saturating_add(1));
    let begin = button("button quiet small", begin).attr("data-action", "roll");
    let begin = begin.attrs(&[("aria-label", &label), ("title", "以此开始下一年")]).child(icon(Icon::PLUS));
    let begin = begin.child(el("span").text(&format!("{}年度", entry.year.saturating_add(1))));
    let progress = entry.progress;
    // A report without an official table has no cells to count.
    let filled = (progress.all > 0).then(|| {
        let bar = el("progress").attr("max", &progress.all.to_string()).attr("value", &progress.filled.to_string());
        let words = el("span").class("number").text(&format!("{} / {}", progress.filled, progress.all));
        [bar.attr("aria-label", "已填"), words]
    });
    let saved = moment(browser::day_of(&entry.time), browser::today(), &browser::time_of_day(&entry.time));
    shown
        .child(el("th").attr("scope", "row").child(open))
        .child(el("td").class("number").text(&entry.year.to_string()))
        .child(el("td").text(&entry.form))
        .child(el("td").class("progress-cell").children(filled.into_iter().flatten()))
        .child(checks(el("td").class("checks"), entry.found))
        .child(el("td").class("number").text(&saved))
        .child(el("td").child(begin).child(delete))
}

/// What the checks found in a draft.
fn checks(cell: El, found: Option<[usize; 3]>) -> El {
    let Some(found) = found else { return cell.child(el("span").class("note").text("正在检查……")) };
    if found == [0; 3] {
        return cell.child(el("span").class("ok").child(icon(Icon::TICK)).text("没有问题"));
    }
    let counts = SEVERITIES.iter().zip(found).filter(|(_, count)| *count > 0);
    cell.children(counts.map(|((severity, words, name), count)| {
        let unseen = el("span").class("unseen").text(words);
        let mark = el("span").class("count").attr("title", words).child(severity_mark(*severity));
        mark.child(unseen).child(el("span").attr("data-count", name).text(&count.to_string()))
    }))
}

/// What stands in storage and cannot be read as a draft: never overwritten, offered as a file.
fn unreadable(session: Session) -> El {
    let listed = move || session.shelved().unreadable;
    let row = move |(key, why): &(String, String)| {
        let (saved, forgotten) = (key.clone(), key.clone());
        let save = button("button small", move || session.save_unreadable(&saved)).text("存为文件");
        let forget = move || {
            keep_focus();
            session.forget_unreadable(&forgotten);
        };
        let forget = button("button small destructive", forget).text("删除");
        let words = el("span").child(el("strong").text(key)).text(" ").text(why);
        vec![el("li").child(words).child(save).child(forget)]
    };
    el("div")
        .attrs(&[("class", "card unreadable"), ("role", "status")])
        .child(el("h3").text("有读不出来的内容"))
        .child(el("p").class("note").text("原文还在，没有改动。可以存为文件，请人看看。"))
        .child(el("ul").each(listed, row))
}
