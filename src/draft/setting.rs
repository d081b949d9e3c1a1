//! The values of settings.

use std::sync::Arc;

use super::json::Value;
use super::{Pack, SettingName};
use crate::value::Date;

/// The value of a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    /// A day.
    Day(Date),
    /// Per cent, 0 to 100.
    Percent(u8),
    /// Yes or no.
    Flag(bool),
    /// 元 or 万元.
    Unit(&'static str),
    /// Local requirements, as they were read; see [`Pack`].
    Pack(Arc<Value>),
}

/// The units in which an amount may be given.
pub const UNITS: [&str; 2] = ["元", "万元"];

impl SettingName {
    /// The value that a text stands for: a day, per cent, `true` or `false`, a unit. Local requirements are no text.
    pub fn read(self, text: &str) -> Option<SettingValue> {
        match self {
            Self::SubmitBy | Self::PublishBy => text.parse().ok().map(SettingValue::Day),
            Self::Likeness => text.parse().ok().filter(|p| *p <= 100).map(SettingValue::Percent),
            Self::RulesPower => text.parse().ok().map(SettingValue::Flag),
            Self::ProcurementUnit => UNITS.into_iter().find(|unit| *unit == text).map(SettingValue::Unit),
            Self::Pack => None,
        }
    }
}

impl SettingValue {
    /// The setting that chooses local requirements.
    pub fn of_pack(pack: &Pack) -> Self {
        Self::Pack(Arc::new(pack.to_value()))
    }

    /// The value as a text that [`SettingName::read`] reads back; of local requirements the name.
    pub fn text(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Percent(percent) => percent.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Unit(unit) => (*unit).to_owned(),
            Self::Pack(pack) => match &**pack {
                Value::Object(members) => members.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => String::new(),
            },
        }
    }
}
