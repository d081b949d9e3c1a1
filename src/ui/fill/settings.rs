//! The settings: what findings may depend on beside the figures.

use crate::draft::{Edit, Place, SettingName, SettingValue, UNITS};
use crate::form::Form;
use crate::session::Session;
use crate::ui::dom::{El, el, value_of};
use crate::ui::page::{Page, Route};
use crate::ui::parts::button;
use crate::value::LAST_YEAR;

use super::office::field;
use super::pack::pack_section;

/// 检查用的设置.
pub fn settings_form(page: Page) -> Vec<El> {
    let session = page.session;
    let name_of = |name: SettingName| format!("settings.{}", name.name());
    let day = move |name: SettingName, words: &str| {
        let input = el("input").attr("type", "date").attr("name", &name_of(name));
        field(words, set_by(input, session, name))
    };
    let likeness = el("input").attr("name", &name_of(SettingName::Likeness));
    let likeness = likeness.attrs(&[("inputmode", "numeric"), ("placeholder", "50")]);
    let choice = move |name: SettingName, words: &str, choices: [(&str, &str); 3]| {
        let options = choices.map(|(value, words)| el("option").attr("value", value).text(words));
        field(words, set_by(el("select").attr("name", &name_of(name)).children(options), session, name))
    };
    let leaves_unit_open = move || {
        let open = session.watch(&[Place::Year], |draft| draft.form().is_some_and(Form::leaves_unit_open));
        open == Some(true)
    };
    let units = [("", "没有选"), (UNITS[0], UNITS[0]), (UNITS[1], UNITS[1])];
    let fields = el("div")
        .class("form-grid")
        .child(day(SettingName::SubmitBy, "上报截止"))
        .child(day(SettingName::PublishBy, "公布截止"))
        .child(
            field("与上年文字的重复率上限（%）", set_by(likeness, session, SettingName::Likeness))
                .child(el("small").class("note").text("超过就提醒。本地没有规定的不用填，按 50% 检查。")),
        )
        .child(choice(
            SettingName::RulesPower,
            "有没有规章制定权",
            [("", "按单位类别"), ("true", "有"), ("false", "没有")],
        ))
        .when(leaves_unit_open, move || vec![choice(SettingName::ProcurementUnit, "采购总金额的单位", units)]);
    let fields = fields.child(pack_section(session));
    let settings = el("details").class("settings card").child(el("summary").text("检查用的设置")).child(fields);
    let can_begin = move || session.watch(&[Place::Year], |draft| draft.form().is_some() && draft.year() < LAST_YEAR);
    vec![settings, el("div").when(move || can_begin() == Some(true), move || vec![next_year(page)])]
}

/// What begins the next year from the report that is open.
fn next_year(page: Page) -> El {
    let session = page.session;
    let year = move || session.watch(&[Place::Year], |draft| draft.year().saturating_add(1)).unwrap_or_default();
    let begin = move || {
        let id = page.router.id_now().and_then(|id| session.begin_next_year(&id));
        if let Some(id) = id {
            page.router.go(&Route::filling_in(id));
        }
    };
    let begin = button("button", begin).attr("data-action", "roll").text_of(move || format!("以此开始{}年度", year()));
    let words = "单位、标题、设置、上年结转和文字带到一份新草稿，数字留空；这一份不变。";
    el("div").class("next-year card").child(el("p").class("note").text(words)).child(begin)
}

/// The field of a setting with its value, and what is set by it.
fn set_by(input: El, session: Session, name: SettingName) -> El {
    let value = move || {
        let touches = [Place::Setting(name)];
        session.watch(&touches, |draft| draft.setting(name).map(SettingValue::text)).flatten().unwrap_or_default()
    };
    input.value_of(value).on("change", move |event| set(session, name, &value_of(event)))
}

/// Sets a setting; an empty text takes the form's default, what cannot be read is said and not taken.
fn set(session: Session, name: SettingName, text: &str) {
    let value = name.read(text.trim());
    if value.is_none() && !text.trim().is_empty() {
        session.refuse("这一项没有改：相似度填0到100的整数。");
        session.refresh(Place::Setting(name));
        return;
    }
    session.edit(Edit::SetSetting(name, value));
}
