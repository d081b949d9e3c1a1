//! What a 图解 tells of drafts of all editions, how it lies on its sheets, and the file that is made of it.

#[cfg(test)]
mod contents;
#[cfg(test)]
mod sheets;
#[cfg(test)]
mod written;

use super::{Infographic, infographic};
use crate::draft::Draft;
use crate::facts::Case;
use crate::value::Date;

fn draft(form: &str, year: u16, members: &str) -> Draft {
    let json = format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, {members}}}"#);
    Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

/// The 图解 of a draft, beside last year's report where there is one.
fn of(draft: &Draft, last: Option<&Draft>) -> Result<Infographic, &'static str> {
    let case = Case { last, ..Case::new(draft, Date::new(2024, 1, 20).expect("a day")) };
    infographic(&case, "5B19-E0D4")
}

#[track_caller]
fn told(form: &str, year: u16, members: &str) -> Infographic {
    of(&draft(form, year, members), None).unwrap_or_else(|why| panic!("{why}"))
}

/// A street with 25 requests and a history.
const STREET: &str = r#""office": {"name": "城东街道办事处"},
    "history": {"disclosed.total": {"2019": 212, "2020": 248, "2021": 305, "2022": 287, "2023": 326}},
    "figures": {"channel.website": 326, "channel.wechat": 141, "channel.weibo": 0,
    "applications.new.natural": 19, "applications.new.business": 3, "applications.new.legal": 2, "applications.new.total": 24,
    "applications.new.research": 0, "applications.new.welfare": 0, "applications.new.other": 0,
    "applications.carried_in.total": 1, "applications.granted.total": 14, "applications.partial.total": 3,
    "applications.denied.secret.total": 1, "applications.unable.not_held.total": 4,
    "applications.unable.needs_creation.total": 1, "applications.other.no_correction.total": 1,
    "applications.total.total": 24, "applications.carried_out.total": 1,
    "disputes.review.upheld": 1, "disputes.review.total": 1, "disputes.direct.total": 0, "disputes.after_review.total": 0}"#;

/// A township of the form on trial.
const TOWNSHIP: &str = r#""office": {"name": "青石镇人民政府"},
    "figures": {"proactive.rules.published": 0, "proactive.normative.published": 2, "proactive.normative.open": 9,
    "proactive.licences.decisions": 46, "proactive.services.decisions": 118, "proactive.penalties.decisions": 0,
    "proactive.coercion.decisions": 0, "applications.new.natural": 40, "applications.new.total": 40,
    "applications.carried_in.total": 0, "applications.granted.total": 30, "applications.refused.repeat.total": 8,
    "applications.other.total": 2, "applications.total.total": 40, "applications.carried_out.total": 0}"#;

/// An office of the statistic form.
const OFFICE: &str = r#""office": {"name": "兴隆街道办事处"},
    "figures": {"disclosed.total": 88, "channel.website": 88, "channel.wechat": 0,
    "requests.received": 12, "requests.in_person": 2, "requests.fax": 0, "requests.online": 10, "requests.letter": 0,
    "replies.total": 12, "replies.already_public": 3, "replies.granted": 6, "replies.partial": 1, "replies.denied": 0,
    "replies.not_ours": 0, "replies.not_exist": 2, "replies.amend": 0, "replies.elsewhere": 0,
    "charges.amount": "0", "review.total": 0, "lawsuit.total": 3, "lawsuit.upheld": 2, "lawsuit.corrected": 1},
    "history": {"disclosed.total": {"2015": 64, "2017": 88}},
    "proposals": [{"category": "社会事业", "count": 6, "closed": 6}, {"category": "农林水", "count": 2, "closed": 1}]"#;
