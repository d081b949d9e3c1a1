//! The published JSON Schema, and every example draft against it.

use serde_json::Value;

use crate::drafts::{CITY, FULL, SEED};

const PATH: &str = "public/draft.schema.json";
const PACK: &str = "public/pack.schema.json";

fn published() -> String {
    std::fs::read_to_string(PATH).expect("the published schema")
}

/// Set `BLESS=1` to write the schemas anew after a change of the draft or of the local requirements.
#[test]
fn the_published_schemas_are_those_made_from_the_types() {
    for (path, schema) in [(PATH, nianbao::draft::schema()), (PACK, nianbao::draft::pack_schema())] {
        let made = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &made).expect("written");
        }
        let published = std::fs::read_to_string(path).unwrap_or_default();
        assert!(made == published, "{path} is stale: run BLESS=1 cargo test --test core schema");
    }
}

#[test]
fn every_known_pack_is_valid() {
    let validator = jsonschema::validator_for(&nianbao::draft::pack_schema()).expect("a schema");
    for pack in nianbao::draft::known_packs() {
        let written: Value = serde_json::from_str(&pack.to_json()).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&written).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn every_example_is_valid() {
    let schema: Value = serde_json::from_str(&published()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for json in [SEED, CITY, FULL] {
        let draft: Value = serde_json::from_str(json).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&draft).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema: Value = serde_json::from_str(&published()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for json in [
        r#"{"form": "national-2021", "year": 2023}"#,
        r#"{"nianbao": 1, "form": "national-2021", "year": 2007}"#,
        r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {"applications.new.natural": -1}}"#,
        r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "title": 1}"#,
    ] {
        assert!(!validator.is_valid(&serde_json::from_str(json).expect("JSON")), "{json}");
    }
}
