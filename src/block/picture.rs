//! A picture of a report: a chart, its numbers, and its drawing once somebody has made one.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Table;

/// A chart in a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The chart's name (`trend`, `channels` …).
    pub chart: String,
    /// The line under it.
    pub caption: String,
    /// The numbers that it shows, for those who print them in its place; nothing while there is nothing to draw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Table>,
    /// The drawing as SVG, in UTF-8. Whoever draws the chart fills it in; empty until then. As base64 in JSON.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "write_bytes",
        deserialize_with = "read_bytes"
    )]
    pub svg: Vec<u8>,
}

fn write_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&BASE64_STANDARD.encode(bytes))
}

fn read_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    BASE64_STANDARD.decode(String::deserialize(deserializer)?).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_travel_as_text() {
        let picture =
            Picture { chart: "trend".to_owned(), caption: String::new(), numbers: None, svg: vec![0, 255, 60] };
        let json = serde_json::to_string(&picture).expect("JSON");
        assert_eq!(json, r#"{"chart":"trend","caption":"","svg":"AP88"}"#);
        assert_eq!(serde_json::from_str::<Picture>(&json).ok(), Some(picture));
        assert!(serde_json::from_str::<Picture>(&json.replace("AP88", "图")).is_err());
    }
}
