//! The dialog in which local requirements are written.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::{RwSignal, Set};

use super::choose;
use super::fields::{Fields, Wrong};
use super::rows::{Rows, Typed};
use crate::draft::{ExtraHeading, Pack};
use crate::form::FormId;
use crate::session::Session;
use crate::text::heading_words;
use crate::ui::dom::{El, close_dialog, el, find, show_dialog};
use crate::ui::page::focus_first;
use crate::ui::parts::{Icon, button, icon_button};

/// 各部分的篇幅.
static LENGTHS: Rows = Rows {
    name: "lengths",
    title: "各部分的篇幅",
    add: "加一个部分",
    count: |fields| fields.lengths.len(),
    push: |fields| fields.lengths.push(Default::default()),
    remove: |fields, n| _ = fields.lengths.remove(n),
    draw: |typed, n| {
        let Some((length, [least, most])) = typed.fields.borrow().lengths.get(n).cloned() else { return Vec::new() };
        let name = |of: &str| format!("lengths.{n}.{of}");
        vec![
            typed.part(&name("part"), &length.part, move |f| f.lengths.get_mut(n).map(|row| &mut row.0.part)),
            typed.line(&name("least"), "至少多少字", &least, move |f| {
                f.lengths.get_mut(n).map(|row| &mut row.1[0])
            }),
            typed.line(&name("most"), "至多多少字", &most, move |f| f.lengths.get_mut(n).map(|row| &mut row.1[1])),
            typed.tick(&name("must"), MUST, length.must, move |f| f.lengths.get_mut(n).map(|row| &mut row.0.must)),
        ]
    },
};

/// 必须写到的事项.
static TOPICS: Rows = Rows {
    name: "topics",
    title: "写到的事项",
    add: "加一个事项",
    count: |fields| fields.topics.len(),
    push: |fields| fields.topics.push(Default::default()),
    remove: |fields, n| _ = fields.topics.remove(n),
    draw: |typed, n| {
        let Some((topic, words)) = typed.fields.borrow().topics.get(n).cloned() else { return Vec::new() };
        let name = |of: &str| format!("topics.{n}.{of}");
        vec![
            typed.line(&name("name"), "事项", &topic.name, move |f| f.topics.get_mut(n).map(|row| &mut row.0.name)),
            typed.part(&name("part"), &topic.part, move |f| f.topics.get_mut(n).map(|row| &mut row.0.part)),
            typed.line(&name("words"), "有哪个词就算写到", &words, move |f| {
                f.topics.get_mut(n).map(|row| &mut row.1)
            }),
            typed.tick(&name("count"), "写出数量", topic.count, move |f| {
                f.topics.get_mut(n).map(|row| &mut row.0.count)
            }),
            typed.tick(&name("must"), MUST, topic.must, move |f| f.topics.get_mut(n).map(|row| &mut row.0.must)),
        ]
    },
};

/// 另加的标题.
static HEADINGS: Rows = Rows {
    name: "headings",
    title: "格式以外的标题",
    add: "加一个标题",
    count: |fields| fields.headings.len(),
    push: |fields| fields.headings.push(ExtraHeading::default()),
    remove: |fields, n| _ = fields.headings.remove(n),
    draw: |typed, n| {
        let Some(heading) = typed.fields.borrow().headings.get(n).cloned() else { return Vec::new() };
        let name = |of: &str| format!("headings.{n}.{of}");
        vec![
            typed.line(&name("heading"), "标题", &heading.heading, move |f| {
                f.headings.get_mut(n).map(|row| &mut row.heading)
            }),
            typed.tick(&name("must"), MUST, heading.must, move |f| f.headings.get_mut(n).map(|row| &mut row.must)),
        ]
    },
};

/// Whether what is asked must be so, or would be better so.
const MUST: &str = "必须";

/// Shows the editor of a pack; what is saved is chosen for the draft.
pub fn show_editor(session: Session, pack: Pack) {
    show_dialog(|| draw(session, pack));
    // The dialog gives the focus to its first button; one begins with the name.
    focus_first(&["[data-pack-editor] [name=\"pack.name\"]"]);
}

fn draw(session: Session, pack: Pack) -> El {
    let parts: Rc<[String]> = session
        .look(|draft| {
            let form = draft.form().unwrap_or_else(|| FormId::of_year(draft.year()).form());
            form.headings_of(draft.year()).iter().map(|heading| heading_words(heading)).collect()
        })
        .unwrap_or_default();
    let refused = RwSignal::new(None::<&'static str>);
    let before = Fields::of(pack);
    let typed = Typed { fields: Rc::new(RefCell::new(before.clone())), parts, refused };
    let dialog = el("dialog").attrs(&[
        ("class", "window pack-editor"),
        ("aria-labelledby", "pack-title"),
        ("data-pack-editor", ""),
    ]);
    let (closed, cancelled, done) = (dialog.clone(), dialog.clone(), dialog.clone());
    let close = icon_button("button quiet small", Icon::CLOSE, "关闭", move || close_dialog(&closed));
    let head = el("div").class("pack-head").child(el("h2").attr("id", "pack-title").text("本地要求")).child(close);
    let saved = typed.clone();
    let save = button("button primary", move || match saved.fields.borrow().read() {
        Ok(pack) => {
            close_dialog(&done);
            choose(session, Some(&pack));
        }
        Err(Wrong { field, words }) => {
            // Gone first, so that the same words are announced again.
            refused.set(None);
            refused.set(Some(words));
            point_at(&field);
        }
    });
    let cancel = button("button", move || close_dialog(&cancelled)).attr("data-action", "pack-cancel").text("取消");
    let said = el("p").attrs(&[("class", "refused grow"), ("role", "alert"), ("id", "pack-refused")]);
    let said = said.text_of(move || leptos::prelude::Get::get(&refused).unwrap_or_default().to_owned());
    let save = save.attr("data-action", "pack-save").text("用这份要求");
    let foot = el("div").class("pack-foot").child(said).child(cancel).child(save);
    // Esc asks once where something was typed.
    let (asked, left) = (Cell::new(false), typed.clone());
    let dialog = dialog.on("cancel", move |event| {
        if !asked.replace(true) && *left.fields.borrow() != before {
            event.prevent_default();
            refused.set(Some("写的还没有用上。再按一次 Esc 放弃。"));
        }
    });
    dialog.child(head).child(fields(&typed)).child(foot)
}

/// All the fields.
fn fields(typed: &Typed) -> El {
    let Fields { pack, submit_by, publish_by, likeness, .. } = typed.fields.borrow().clone();
    let general = el("div")
        .class("pack-general")
        .child(typed.line("name", "名称", &pack.name, |f| Some(&mut f.pack.name)))
        .child(typed.line("source", "依据的通知或者细则", &pack.source, |f| Some(&mut f.pack.source)))
        .child(typed.line("note", "说明", &pack.note, |f| Some(&mut f.pack.note)))
        .child(typed.line("submit_by", "每年几月几日前上报", &submit_by, |f| Some(&mut f.submit_by)))
        .child(typed.line("publish_by", "每年几月几日前公布", &publish_by, |f| Some(&mut f.publish_by)))
        .child(typed.line("likeness", "重复率上限（%）", &likeness, |f| Some(&mut f.likeness)));
    let note = "没有规定的不填。勾“必须”的列为核实性问题，不勾的列为提示。词之间用顿号隔开，不填的以事项名称为准。";
    el("div")
        .class("pack-fields")
        .child(general)
        .child(el("p").class("note").text(note))
        .children([&LENGTHS, &TOPICS, &HEADINGS].map(|rows| rows.list(typed)))
}

/// Marks the field that cannot be taken, and goes there.
fn point_at(field: &str) {
    if let Some(marked) = find("[data-pack-editor] [aria-invalid]") {
        // What is in the page has the attribute or not.
        let _ = marked.remove_attribute("aria-invalid");
    }
    if let Some(input) = find(&format!("[data-pack-editor] [name=\"pack.{field}\"]")) {
        let input = El::of(input).attr("aria-invalid", "true");
        input.focus();
    }
}
