//! The JSON Schema of a pack, made beside its reader.

use serde_json::{Value, json};

use super::{MOST_ITEMS, MOST_WORDS, PACK_VERSION};

/// The schema (JSON Schema 2020-12) of the file of a pack, as published beside the page.
pub fn pack_schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Nianbao local requirements, version 1 (.nianbao-pack.json)",
        "required": ["nianbao_pack", "name"],
        "properties": {"nianbao_pack": {"const": PACK_VERSION}},
        "allOf": [members()],
    })
}

/// What is in a pack, as a file of its own or in a draft.
pub(in crate::draft) fn members() -> Value {
    let some = json!({"type": "string", "pattern": "\\S"});
    let day = json!({"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"});
    let limit = json!({"type": "integer", "minimum": 0, "maximum": 1_000_000});
    let list = |item: &Value, required: &[&str]| {
        json!({"type": "array", "maxItems": MOST_ITEMS,
            "items": {"type": "object", "required": required, "properties": item}})
    };
    let length = json!({"part": {"type": "string"}, "least": limit, "most": limit, "must": {"type": "boolean"}});
    let topic = json!({"name": some, "part": {"type": "string"}, "count": {"type": "boolean"},
        "must": {"type": "boolean"}, "words": {"type": "array", "maxItems": MOST_WORDS, "items": some}});
    let heading = json!({"heading": some, "must": {"type": "boolean"}});
    json!({"type": "object", "properties": {
        "name": {"type": "string"},
        "source": {"type": "string"},
        "note": {"type": "string"},
        "submit_by": day,
        "publish_by": day,
        "likeness": {"type": "integer", "minimum": 0, "maximum": 100},
        "lengths": list(&length, &[]),
        "topics": list(&topic, &["name"]),
        "headings": list(&heading, &["heading"]),
    }})
}
