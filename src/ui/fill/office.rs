//! The office, the year, the title and the settings.

use leptos::prelude::*;

use crate::draft::{Draft, Edit, FormName, OFFICE_KINDS, OfficeField, Place, SettingName, SettingValue, Touch, UNITS};
use crate::form::FormId;
use crate::session::Session;
use crate::value::{FIRST_YEAR, LAST_YEAR, Year};

/// A field of one line.
fn line(session: Session, place: Place, label: &'static str, placeholder: &'static str) -> AnyView {
    let value = move || session.watch(&[Touch::Text(place)], |draft| draft.text(place)).flatten().unwrap_or_default();
    view! {
        <label class="field"><span>{label}</span>
            <input name=place.to_string() prop:value=value placeholder=placeholder autocomplete="off" readonly=session.read_only()
                on:input=move |event| session.type_line(place, &event_target_value(&event)) on:blur=move |_| session.seal() />
        </label>
    }
    .into_any()
}

/// 单位与年度.
#[component]
pub fn OfficeForm() -> impl IntoView {
    let session = Session::here();
    let office = move |field, label, placeholder| line(session, Place::Office(field), label, placeholder);
    let made = move || {
        let touches = [Touch::Text(Place::Title), Touch::Year, Touch::Text(Place::Office(OfficeField::Name))];
        session.watch(&touches, |draft| if draft.own_title().is_empty() { draft.title() } else { String::new() })
    };
    view! {
        <div class="part-head"><h1>"单位与年度"</h1></div>
        <div class="form-grid card">
            {office(OfficeField::Name, "单位名称", "照公章上的全称写")}
            <KindField />
            <YearField />
            {line(session, Place::Title, "标题", "不写则按格式自动生成")}
            <p class="note wide">{move || made().filter(|title| !title.is_empty()).map(|title| format!("自动生成的标题：{title}"))}</p>
            {office(OfficeField::Address, "地址", "")}
            {office(OfficeField::Postcode, "邮政编码", "")}
            {office(OfficeField::Phone, "电话", "")}
            {office(OfficeField::Email, "电子邮箱", "")}
            {office(OfficeField::Website, "网址", "")}
        </div>
        <Settings />
    }
}

#[component]
fn KindField() -> impl IntoView {
    let session = Session::here();
    let place = Place::Office(OfficeField::Kind);
    let kind = Memo::new(move |_| {
        session.watch(&[Touch::Text(place)], |draft| draft.text(place)).flatten().unwrap_or_default()
    });
    let options = move || {
        let now = kind.get();
        let known = OFFICE_KINDS.iter().any(|(name, _)| *name == now);
        let other = (!known).then(|| {
            let words = if now.is_empty() { "没有选".to_owned() } else { now.clone() };
            view! { <option value=now.clone() selected=true>{words}</option> }
        });
        let kinds = OFFICE_KINDS
            .iter()
            .map(|(name, words)| view! { <option value=*name selected=*name == now>{*words}</option> });
        view! { {other}{kinds.collect_view()} }
    };
    view! {
        <label class="field"><span>"单位类别"</span>
            <select name="office.kind" prop:value=move || kind.get()
                on:change=move |event| { session.type_line(place, &event_target_value(&event)); session.seal(); }>{options}</select>
        </label>
    }
}

/// The report year; it decides the form.
#[component]
fn YearField() -> impl IntoView {
    let session = Session::here();
    let year = move || session.watch(&[Touch::Year], |draft| draft.year().to_string()).unwrap_or_default();
    let form = move || {
        session
            .watch(&[Touch::Year], |draft| draft.form().map(|form| form.summary))
            .flatten()
            .unwrap_or("本页不认识这种格式")
    };
    let wrong = RwSignal::new(false);
    let set = move |event| {
        let year =
            event_target_value(&event).trim().parse::<Year>().ok().filter(|y| (FIRST_YEAR..=LAST_YEAR).contains(y));
        wrong.set(year.is_none());
        let Some(year) = year.filter(|year| session.look(Draft::year) != Some(*year)) else { return };
        session.set_year(year);
    };
    view! {
        <label class="field"><span>"年度"</span>
            <input name="year" inputmode="numeric" prop:value=year aria-invalid=move || wrong.get().to_string() readonly=session.read_only() on:change=set />
            <small class="note">{form}</small>
            {move || wrong.get().then(|| view! { <small class="refused" role="alert">"年度是2008到2100的四位数，如2023。"</small> })}
        </label>
    }
}

/// What findings may depend on beside the figures.
#[component]
fn Settings() -> impl IntoView {
    let session = Session::here();
    let day = move |name: SettingName, label: &'static str| {
        view! {
            <label class="field"><span>{label}</span>
                <input type="date" name=format!("settings.{}", name.name()) prop:value=setting(session, name)
                    on:change=move |event| set(session, name, &event_target_value(&event)) />
            </label>
        }
    };
    let choice = move |name: SettingName, label: &'static str, choices: Vec<(&'static str, &'static str)>| {
        let value = setting(session, name);
        let options = choices
            .into_iter()
            .map(move |(v, words)| view! { <option value=v selected=move || value() == v>{words}</option> });
        view! {
            <label class="field"><span>{label}</span>
                <select name=format!("settings.{}", name.name()) on:change=move |event| set(session, name, &event_target_value(&event))>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    let is_2019 = move || {
        session.watch(&[Touch::Year], |draft| draft.form().is_some_and(|form| form.id == FormId::National2019))
            == Some(true)
    };
    view! {
        <details class="settings card">
            <summary>"检查用的设置"</summary>
            <div class="form-grid">
                {day(SettingName::SubmitBy, "上报截止")}
                {day(SettingName::PublishBy, "公布截止")}
                <label class="field"><span>"与上年相似到多少算问题（%）"</span>
                    <input name="settings.likeness" inputmode="numeric" placeholder="50" prop:value=setting(session, SettingName::Likeness)
                        on:change=move |event| set(session, SettingName::Likeness, &event_target_value(&event)) />
                </label>
                {choice(SettingName::RulesPower, "有没有规章制定权", vec![("", "按单位类别"), ("true", "有"), ("false", "没有")])}
                {move || is_2019().then(|| choice(SettingName::ProcurementUnit, "采购总金额的单位", vec![("", "没有选"), (UNITS[0], UNITS[0]), (UNITS[1], UNITS[1])]))}
            </div>
        </details>
    }
}

fn setting(session: Session, name: SettingName) -> impl Fn() -> String + Copy + 'static {
    move || {
        session
            .watch(&[Touch::Setting(name)], |draft| draft.setting(name).map(SettingValue::text))
            .flatten()
            .unwrap_or_default()
    }
}

/// Sets a setting; an empty text takes the form's default, what cannot be read is said and not taken.
fn set(session: Session, name: SettingName, text: &str) {
    let value = name.read(text.trim());
    if value.is_none() && !text.trim().is_empty() {
        session.refuse("这一项没有改：相似度填0到100的整数。");
        session.refresh(Touch::Setting(name));
        return;
    }
    session.edit(Edit::SetSetting(name, value));
}

impl Session {
    /// Sets the report year and the form that goes with it; headings that still read as the form made them follow.
    fn set_year(self, year: Year) {
        let edit = self.look(|draft| {
            let form = FormId::of_year(year);
            let mut edits = vec![Edit::SetYear(year, FormName::Known(form))];
            let before = draft.form().map(|form| form.headings_of(draft.year())).unwrap_or_default();
            let own: Vec<&str> = draft.narrative().iter().map(|part| part.heading.as_str()).collect();
            let untouched = draft.narrative().iter().all(|part| part.body.is_empty()) && own == before;
            if untouched {
                let parts = form.form().headings_of(year).into_iter().map(crate::draft::Part::new).collect();
                edits.push(Edit::SpliceParts(crate::draft::Splice { at: 0, remove: own.len(), insert: parts }));
            }
            Edit::Many(edits)
        });
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }
}
