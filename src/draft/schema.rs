//! The JSON Schema of the draft, made from the same names as the reader and the writer use.

use serde_json::{Map, Value, json};

use super::VERSION;
use super::content::ChartId;
use super::{OFFICE_KINDS, OfficeField, SettingName, UNITS};
use crate::form::{Key, Kind, TABLES, forms};
use crate::value::{FIRST_YEAR, LAST_YEAR};

/// The schema (JSON Schema 2020-12) of a draft of this version, as published beside the page.
pub fn schema() -> Value {
    let largest = 9_007_199_254_740_991_i64;
    let count = json!({"type": "integer", "minimum": 0, "maximum": largest});
    let change = json!({"type": "integer", "minimum": -largest, "maximum": largest});
    let money = json!({"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$"});
    let by_kind = |kind| match kind {
        Kind::Count => json!({"$ref": "#/$defs/count"}),
        Kind::Change => json!({"$ref": "#/$defs/change"}),
        Kind::Money => json!({"$ref": "#/$defs/money"}),
    };
    let figures = members(Key::all().map(|key| (key.name(), by_kind(key.kind()))));
    let history =
        members(Key::all().map(|key| {
            (key.name(), json!({"type": "object", "patternProperties": {"^[0-9]{4}$": by_kind(key.kind())}}))
        }));
    let text = || json!({"type": "string"});
    let office = members(OfficeField::ALL.into_iter().map(|field| {
        let kinds: Vec<&str> = OFFICE_KINDS.iter().map(|(kind, _)| *kind).collect();
        (field.name(), if field == OfficeField::Kind { json!({"type": "string", "examples": kinds}) } else { text() })
    }));
    let settings = members(SettingName::ALL.into_iter().map(|name| {
        let value = match name {
            SettingName::SubmitBy | SettingName::PublishBy => json!({"type": "string", "format": "date"}),
            SettingName::Likeness => json!({"type": "integer", "minimum": 0, "maximum": 100}),
            SettingName::RulesPower => json!({"type": "boolean"}),
            SettingName::ProcurementUnit => json!({"enum": UNITS}),
            SettingName::Pack => super::pack::members(),
        };
        (name.name(), value)
    }));
    let forms: Vec<&str> = forms().iter().map(|form| form.draft_name).collect();
    let tables: Vec<&str> = TABLES.iter().map(|table| table.name()).collect();
    let charts: Vec<&str> = ChartId::ALL.iter().map(|chart| chart.name()).collect();
    let properties = json!({
        "nianbao": {"const": VERSION},
        "id": text(),
        "form": {"type": "string", "examples": forms},
        "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        "office": {"type": "object", "properties": office},
        "title": text(),
        "published": {"type": "string", "format": "date"},
        "opening": {"type": "array", "items": text()},
        "figures": {"type": "object", "properties": figures},
        "history": {"type": "object", "properties": history},
        "proposals": {"type": "array", "items": {"type": "object", "properties": {
            "category": text(), "count": {"$ref": "#/$defs/count"}, "closed": {"$ref": "#/$defs/count"}}}},
        "narrative": {"type": "array", "items": {"type": "object", "properties": {
            "heading": text(),
            "body": {"type": "array", "items": {"anyOf": [
                {"type": "string"},
                {"type": "object", "properties": {
                    "table": {"type": "string", "examples": tables},
                    "chart": {"type": "string", "examples": charts},
                    "caption": text()}}]}}}}},
        "reviewed": {"type": "array", "items": {"type": "object", "properties": {
            "finding": text(), "verdict": {"type": "string", "examples": ["accepted"]}, "note": text(),
            "basis": {"type": "object", "additionalProperties": text()}, "at": text()}}},
        "settings": {"type": "object", "properties": settings},
        "unread": {"type": "object", "additionalProperties": text()},
        "last_year_text": {"type": "object", "properties": {
            "sentences": {"type": "array", "items": text()}, "confirmed": {"type": "array", "items": text()}}}
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Nianbao draft, version 1 (.nianbao.json)",
        "type": "object",
        "required": ["nianbao", "form", "year"],
        "properties": properties,
        "$defs": {"count": count, "change": change, "money": money}
    })
}

fn members<'a>(members: impl Iterator<Item = (&'a str, Value)>) -> Map<String, Value> {
    members.map(|(name, value)| (name.to_owned(), value)).collect()
}
