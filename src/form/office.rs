//! The office that reports, and the settings on which findings may depend.

use crate::value::Date;

/// A field of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeField {
    /// 单位全称.
    Name,
    /// 单位类别: state, province, city, county, department, township, street.
    Kind,
    /// 地址.
    Address,
    /// 邮政编码.
    Postcode,
    /// 电话.
    Phone,
    /// 电子邮箱.
    Email,
    /// 网址.
    Website,
}

impl OfficeField {
    /// The fields in the order of the draft.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Kind, Self::Address, Self::Postcode, Self::Phone, Self::Email, Self::Website];

    /// The name in drafts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Address => "address",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Website => "website",
        }
    }

    /// The field of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// The kinds of office, with the words for them.
pub const OFFICE_KINDS: [(&str, &str); 7] = [
    ("street", "街道"),
    ("township", "乡镇"),
    ("department", "部门"),
    ("county", "县级政府"),
    ("city", "市级政府"),
    ("province", "省级政府"),
    ("state", "国务院部门"),
];

/// The name of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingName {
    /// The day by which the report is handed in.
    SubmitBy,
    /// The day by which it is published.
    PublishBy,
    /// The likeness to last year's text from which it is a fault, in per cent.
    Likeness,
    /// Whether the office may make 规章.
    RulesPower,
    /// The unit of 采购总金额 in the form of 2019: 元 or 万元.
    ProcurementUnit,
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingValue {
    /// A day.
    Day(Date),
    /// Per cent, 0 to 100.
    Percent(u8),
    /// Yes or no.
    Flag(bool),
    /// 元 or 万元.
    Unit(&'static str),
}

/// The units in which an amount may be given.
pub const UNITS: [&str; 2] = ["元", "万元"];

impl SettingName {
    /// The settings in the order of the draft.
    pub const ALL: [Self; 5] =
        [Self::SubmitBy, Self::PublishBy, Self::Likeness, Self::RulesPower, Self::ProcurementUnit];

    /// The name in drafts.
    pub fn name(self) -> &'static str {
        match self {
            Self::SubmitBy => "submit_by",
            Self::PublishBy => "publish_by",
            Self::Likeness => "likeness",
            Self::RulesPower => "rules_power",
            Self::ProcurementUnit => "procurement_unit",
        }
    }

    /// The setting of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// The value that a text stands for: a day, per cent, `true` or `false`, a unit.
    pub fn read(self, text: &str) -> Option<SettingValue> {
        match self {
            Self::SubmitBy | Self::PublishBy => text.parse().ok().map(SettingValue::Day),
            Self::Likeness => text.parse().ok().filter(|p| *p <= 100).map(SettingValue::Percent),
            Self::RulesPower => text.parse().ok().map(SettingValue::Flag),
            Self::ProcurementUnit => UNITS.into_iter().find(|unit| *unit == text).map(SettingValue::Unit),
        }
    }
}

impl SettingValue {
    /// The value as a text that [`SettingName::read`] reads back.
    pub fn text(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Percent(percent) => percent.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Unit(unit) => (*unit).to_owned(),
        }
    }
}
