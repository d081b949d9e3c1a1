//! 本地要求 in the settings: which one is chosen, what it asks for, and the ways to load, change and hand it on.

mod editor;
mod fields;
mod rows;

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::office::field;
use crate::browser::{decode_text, download, read_bytes, spawn};
use crate::draft::{Draft, Edit, LARGEST_PACK, PACK_ENDING, Pack, Place, SettingName, SettingValue, known_packs};
use crate::report::file_name;
use crate::session::Session;
use crate::ui::dom::{El, el, value_of};
use crate::ui::parts::button;
use editor::show_editor;

/// What shows the choice depends on.
const TOUCHES: [Place; 1] = [Place::Setting(SettingName::Pack)];

/// The value of the choice of a pack that did not come with the page.
const OWN: &str = "own";

/// The section of the settings.
pub fn pack_section(session: Session) -> El {
    let chosen = move || session.watch(&TOUCHES, Draft::pack).flatten();
    let is_chosen = move || chosen().is_some();
    let input = file_input(session);
    let open = input.clone();
    let load = button("button small", move || open.click()).attr("data-action", "pack-load").text("载入文件…");
    let change = button("button small", move || show_editor(session, now(session).unwrap_or_default()));
    let change = change
        .attr("data-action", "pack-edit")
        .text_of(move || if is_chosen() { "修改…" } else { "新写一份…" }.to_owned());
    let save = move || {
        vec![button("button small", move || save(session)).attr("data-action", "pack-save-file").text("存成文件")]
    };
    let commands = el("div").class("pack-commands");
    // Of a draft that is only shown nothing can be chosen.
    let commands = if session.read_only() { commands } else { commands.child(load).child(change) };
    let commands = commands.when(is_chosen, save).child(input);
    let words = "上级机关的通知或者考核细则在格式以外的要求，选了就照它检查，也随草稿交给同事。";
    el("section")
        .class("pack-of")
        .attr("aria-label", "本地要求")
        .child(field("本地要求", choice(session)).child(el("small").class("note").text(words)))
        .child(commands)
        .switch(chosen, |pack| pack.as_ref().map(asked).unwrap_or_default())
}

fn now(session: Session) -> Option<Pack> {
    session.look(Draft::pack).flatten()
}

/// Chooses a pack, or none.
fn choose(session: Session, pack: Option<&Pack>) {
    session.edit(Edit::SetSetting(SettingName::Pack, pack.map(SettingValue::of_pack)));
}

/// The choice: none, those that come with the page, and the draft's own where it is another.
fn choice(session: Session) -> El {
    let value = move || {
        let Some(pack) = session.watch(&TOUCHES, Draft::pack).flatten() else { return String::new() };
        let known = known_packs().iter().position(|known| *known == pack);
        known.map_or_else(|| OWN.to_owned(), |at| at.to_string())
    };
    let own = move || session.watch(&TOUCHES, Draft::pack).flatten().filter(|pack| !known_packs().contains(pack));
    let options = |own: &Option<Pack>| {
        let option = |value: &str, words: &str| el("option").attr("value", value).text(words);
        let own = own.iter().map(|pack| option(OWN, if pack.name.is_empty() { "没有名称" } else { &pack.name }));
        let known = known_packs().iter().enumerate().map(|(at, pack)| option(&at.to_string(), &pack.name));
        std::iter::once(option("", "没有选")).chain(own).chain(known).collect()
    };
    let select = el("select").attr("name", "settings.pack").attr_if("disabled", session.read_only().then_some(""));
    let select = select.switch(own, options).value_of(value);
    select.on("change", move |event| {
        let value = value_of(event);
        if value != OWN {
            choose(session, value.parse::<usize>().ok().and_then(|at| known_packs().get(at)));
        }
    })
}

/// What a pack asks for, and where that is written.
fn asked(pack: &Pack) -> Vec<El> {
    let lines = pack.lines();
    let list = el("ul").attr("data-pack-asks", "").children(lines.iter().map(|line| el("li").text(line)));
    let list = if lines.is_empty() {
        el("p").class("note").text("还没有写要求。点“修改”来写。")
    } else {
        list
    };
    let source = (!pack.source.is_empty()).then(|| el("p").class("note").text(&format!("依据：{}", pack.source)));
    let note = (!pack.note.is_empty()).then(|| el("p").class("note").text(&pack.note));
    std::iter::once(list).chain(source).chain(note).collect()
}

/// Hands the chosen pack on as a file.
fn save(session: Session) {
    let Some(pack) = now(session) else { return };
    let name = file_name(&pack.name);
    let name = if name.trim().is_empty() { "本地要求" } else { name.trim() };
    download(&format!("{name}{PACK_ENDING}"), "application/json", &pack.to_json());
}

/// The input for the file of a pack. It is not seen: a button stands for it.
fn file_input(session: Session) -> El {
    let input = el("input").attrs(&[
        ("type", "file"),
        ("name", "pack-file"),
        ("accept", ".json"),
        ("hidden", ""),
        ("aria-label", "本地要求文件"),
        ("tabindex", "-1"),
    ]);
    let chosen = input.clone();
    input.on("change", move |_| {
        let files = chosen.node().dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files);
        if let Some(file) = files.and_then(|files| files.item(0)) {
            spawn(load(session, file));
        }
        // So that the same file can be chosen again.
        chosen.set_value("");
    })
}

/// Reads the file of a pack and chooses it, or says why not.
async fn load(session: Session, file: File) {
    let most = u32::try_from(LARGEST_PACK + 1).unwrap_or(u32::MAX);
    let bytes = read_bytes(&file, most).await;
    let text = bytes.and_then(|bytes| decode_text(&bytes));
    let read = text
        .ok_or_else(|| "不是文字，读不出来。".to_owned())
        .and_then(|text| Pack::from_json(&text).map_err(|why| why.to_string()));
    match read {
        Ok(pack) => {
            choose(session, Some(&pack));
            session.say_undoable(format!("已载入本地要求“{}”。", pack.name));
        }
        Err(why) => session.refuse(format!("没有载入“{}”：{why}", file.name())),
    }
}
