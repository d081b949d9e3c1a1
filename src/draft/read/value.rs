//! Typed access to JSON values; what is of another type is refused by its path.

use crate::draft::Refused;
use crate::draft::json::{Map, Value};
use crate::value::Date;

pub(in crate::draft) fn wrong(path: &str, expected: &'static str, found: &Value) -> Refused {
    let found = match found {
        Value::Null => "空值".to_owned(),
        Value::Bool(_) => "是否值".to_owned(),
        Value::Number(number) => format!("数字{number}"),
        Value::String(_) => "文字".to_owned(),
        Value::Array(_) => "列表".to_owned(),
        Value::Object(_) => "一组内容".to_owned(),
    };
    Refused::WrongType { path: path.to_owned(), expected, found }
}

pub(in crate::draft) fn out_of_range(path: &str, found: &impl ToString, allowed: &'static str) -> Refused {
    Refused::OutOfRange { path: path.to_owned(), found: found.to_string(), allowed }
}

pub(in crate::draft) fn text(value: Value, path: &str) -> Result<String, Refused> {
    match value {
        Value::String(text) => Ok(text),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            Err(wrong(path, "文字", &other))
        }
    }
}

pub(in crate::draft) fn object(value: Value, path: &str) -> Result<Map, Refused> {
    match value {
        Value::Object(object) => Ok(object),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
            Err(wrong(path, "花括号中的一组内容", &other))
        }
    }
}

pub(in crate::draft) fn list(value: Value, path: &str) -> Result<Vec<Value>, Refused> {
    match value {
        Value::Array(list) => Ok(list),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
            Err(wrong(path, "方括号中的列表", &other))
        }
    }
}

/// A list of texts.
pub(in crate::draft) fn texts(value: Value, path: &str) -> Result<Vec<String>, Refused> {
    list(value, path)?.into_iter().enumerate().map(|(m, value)| text(value, &format!("{path}.{m}"))).collect()
}

/// The text of a member, taken out; empty when it is not there.
pub(in crate::draft) fn take_text(object: &mut Map, name: &str, path: &str) -> Result<String, Refused> {
    object.remove(name).map_or(Ok(String::new()), |value| text(value, &join(path, name)))
}

pub(in crate::draft) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

pub(in crate::draft) fn date(value: Value, path: &str) -> Result<Date, Refused> {
    let text = text(value, path)?;
    text.parse().map_err(|()| out_of_range(path, &format!("“{text}”"), "年-月-日写成的、存在的日期，如2018-03-05"))
}
