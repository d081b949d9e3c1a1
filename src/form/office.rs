//! The office that reports, and the settings on which findings may depend.

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
    /// 本地要求: what a superior office asks of the report beside the form.
    Pack,
}

impl SettingName {
    /// The settings in the order of the draft.
    pub const ALL: [Self; 6] =
        [Self::SubmitBy, Self::PublishBy, Self::Likeness, Self::RulesPower, Self::ProcurementUnit, Self::Pack];

    /// The name in drafts.
    pub fn name(self) -> &'static str {
        match self {
            Self::SubmitBy => "submit_by",
            Self::PublishBy => "publish_by",
            Self::Likeness => "likeness",
            Self::RulesPower => "rules_power",
            Self::ProcurementUnit => "procurement_unit",
            Self::Pack => "pack",
        }
    }

    /// The setting of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }
}
