//! The foot of the rail: the days that are left, and the way to 可以交了吗. It is fetched late.

use crate::browser;
use crate::draft::{Due, OfficeField, Place, SettingName};
use crate::ui::command::{READY, action};
use crate::ui::dom::{El, el};
use crate::ui::page::Page;
use crate::ui::parts::icon;

/// What the days depend on.
const TOUCHES: [Place; 5] = [
    Place::Year,
    Place::Office(OfficeField::Kind),
    Place::Office(OfficeField::Name),
    Place::Setting(SettingName::SubmitBy),
    Place::Setting(SettingName::PublishBy),
];

/// Draws the foot.
pub fn rail_foot(page: Page) -> Vec<El> {
    let due = move || {
        let today = browser::today();
        let due = page.session.watch(&TOUCHES, |draft| today.map(|today| draft.due(today)));
        due.flatten().unwrap_or_default()
    };
    let line = |due: &Due| el("p").attr_if("data-soon", due.is_soon().then_some("")).text(&due.words());
    let days = el("div").attr("data-due", "").switch(due, move |due| due.iter().map(line).collect());
    let ready = action(page, &READY, "button small").child(icon(READY.icon)).child(el("span").text(READY.words));
    vec![days, ready]
}
