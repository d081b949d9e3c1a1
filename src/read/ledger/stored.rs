//! What travels of a ledger as JSON: days as ISO 8601, kinds of applicants and rows of results by their ids.

use serde::{Deserialize, Deserializer, Serializer, de};

use super::Standing;
use crate::form::{Applicant, Form, ResultRow, forms, result_rows};

const PENDING: &str = "pending";
const NOT_COUNTED: &str = "not_counted";

impl From<Standing> for String {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Result(row) => row.id,
            Standing::Pending => PENDING,
            Standing::NotCounted => NOT_COUNTED,
        }
        .to_owned()
    }
}

impl TryFrom<String> for Standing {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.as_str() {
            PENDING => Ok(Self::Pending),
            NOT_COUNTED => Ok(Self::NotCounted),
            id => result_rows().find(|row| row.id == id).map(Self::Result).ok_or(text),
        }
    }
}

/// Reads a text that may be missing.
fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    find: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    find(&text).map(Some).ok_or_else(|| de::Error::custom(text))
}

/// A day.
pub(super) mod date {
    use super::{Deserializer, Serializer, read};
    use crate::value::Date;

    #[allow(
        clippy::ref_option,
        clippy::ref_option_ref,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it so"
    )]
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => serializer.serialize_some(&date.to_string()),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        read(deserializer, |text| text.parse().ok())
    }
}

/// A kind of applicant.
pub(super) mod applicant {
    use super::{Applicant, Deserializer, Form, Serializer, forms, read};

    #[allow(
        clippy::ref_option,
        clippy::ref_option_ref,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it so"
    )]
    pub fn serialize<S: Serializer>(who: &Option<&'static Applicant>, serializer: S) -> Result<S::Ok, S::Error> {
        match who {
            Some(applicant) => serializer.serialize_some(applicant.id),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static Applicant>, D::Error> {
        read(deserializer, |id| forms().iter().flat_map(Form::applicants).find(|applicant| applicant.id == id))
    }
}

/// A row of results.
pub(super) mod row {
    use super::{Deserializer, ResultRow, Serializer, read, result_rows};

    #[allow(
        clippy::ref_option,
        clippy::ref_option_ref,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it so"
    )]
    pub fn serialize<S: Serializer>(row: &Option<&'static ResultRow>, serializer: S) -> Result<S::Ok, S::Error> {
        match row {
            Some(row) => serializer.serialize_some(row.id),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static ResultRow>, D::Error> {
        read(deserializer, |id| result_rows().find(|row| row.id == id))
    }
}
