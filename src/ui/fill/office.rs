//! The office, the year and the title.

use std::rc::Rc;

use crate::draft::{Draft, Edit, FormName, OFFICE_KINDS, OfficeField, Place};
use crate::form::FormId;
use crate::session::Session;
use crate::ui::dom::{El, Signal, el, value_of};
use crate::ui::page::{LateView, Page, Piece, keep_focus};
use crate::value::{FIRST_YEAR, LAST_YEAR, Year, half_width};

/// A field under its name.
pub fn field(name: &str, field: El) -> El {
    el("label").class("field").child(el("span").text(name)).child(field)
}

/// A field of one line.
fn line(session: Session, place: Place, name: &str, placeholder: &str) -> El {
    let touches = [place];
    let value = move || session.watch(&touches, |draft| draft.text(place)).flatten().unwrap_or_default();
    let input = el("input")
        .attr("name", &place.to_string())
        .attrs(&[("placeholder", placeholder), ("autocomplete", "off")])
        .attr_if("readonly", session.read_only().then_some(""))
        .value_of(value)
        .on("input", move |event| session.type_line(place, &value_of(event)))
        .on("blur", move |_| session.seal());
    field(name, input)
}

/// 单位与年度.
pub fn office_form(page: Page) -> Vec<El> {
    let Page { session, late, .. } = page;
    let office = move |field, name, placeholder| line(session, Place::Office(field), name, placeholder);
    let made = move || {
        let touches = [Place::Title, Place::Year, Place::Office(OfficeField::Name)];
        let made = |draft: &Draft| draft.own_title().is_empty().then(|| format!("自动生成的标题：{}", draft.title()));
        session.watch(&touches, made).flatten().unwrap_or_default()
    };
    let fields = el("div")
        .class("form-grid card")
        .child(office(OfficeField::Name, "单位名称", "照公章上的全称写"))
        .child(kind_field(session))
        .child(year_field(session))
        .child(line(session, Place::Title, "标题", "不写则按格式自动生成"))
        .child(el("p").class("note wide").text_of(made))
        .child(office(OfficeField::Address, "地址", ""))
        .child(office(OfficeField::Postcode, "邮政编码", ""))
        .child(office(OfficeField::Phone, "电话", ""))
        .child(office(OfficeField::Email, "电子邮箱", ""))
        .child(office(OfficeField::Website, "网址", ""));
    let head = el("div").class("part-head").child(el("h1").text("单位与年度"));
    let settings = LateView::new(Piece::Editors, "设置", move |_| Some((late.editors()?.settings)(page)));
    vec![head, fields, late.place_quietly(el("div").class("late"), settings)]
}

fn kind_field(session: Session) -> El {
    let place = Place::Office(OfficeField::Kind);
    let kind = move || session.watch(&[place], |draft| draft.text(place)).flatten().unwrap_or_default();
    let is_known = |kind: &str| OFFICE_KINDS.iter().any(|(name, _)| *name == kind);
    // A kind from elsewhere is kept, and offered as it is.
    let other = move || Some(kind()).filter(|kind| !is_known(kind));
    let options = move |other: &Option<String>| {
        let other = other.as_deref().map(|kind| (kind, if kind.is_empty() { "没有选" } else { kind }));
        let all = other.into_iter().chain(OFFICE_KINDS);
        all.map(|(name, words)| el("option").attr("value", name).text(words)).collect()
    };
    let select = el("select").attr("name", "office.kind").switch(other, options).value_of(kind);
    let select = select.on("change", move |event| {
        session.type_line(place, &value_of(event));
        session.seal();
    });
    field("单位类别", select)
}

/// The report year; it decides the form.
fn year_field(session: Session) -> El {
    let year = move || session.watch(&[Place::Year], |draft| draft.year().to_string()).unwrap_or_default();
    let form = move || {
        let form = session.watch(&[Place::Year], |draft| draft.form().map(|form| form.summary)).flatten();
        form.unwrap_or("本页不认识这种格式").to_owned()
    };
    let wrong = Rc::new(Signal::new(false));
    let (known, shown) = (Rc::clone(&wrong), Rc::clone(&wrong));
    let set = move |typed: &str| {
        let year = half_width(typed).trim().parse::<Year>().ok().filter(|y| (FIRST_YEAR..=LAST_YEAR).contains(y));
        wrong.set(year.is_none());
        if let Some(year) = year.filter(|year| session.look(Draft::year) != Some(*year)) {
            // Another form is another screen.
            keep_focus();
            session.set_year(year);
        }
    };
    let input = el("input")
        .attrs(&[("name", "year"), ("inputmode", "numeric")])
        .attr_if("readonly", session.read_only().then_some(""))
        .attr_of("aria-invalid", move || Some(known.with(bool::to_string)))
        .value_of(year)
        .on("change", move |event| set(&value_of(event)));
    let refused = || {
        let refused = el("small").attrs(&[("class", "refused"), ("role", "alert")]);
        vec![refused.text("年度是2008到2100的四位数，如2023。")]
    };
    field("年度", input)
        .child(el("small").class("note").text_of(form))
        .when(move || shown.with(|wrong| *wrong), refused)
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
