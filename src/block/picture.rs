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
    /// The same drawing as PNG, for programs that read no SVG. Empty until somebody has drawn it. As base64 in JSON.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "write_bytes",
        deserialize_with = "read_bytes"
    )]
    pub png: Vec<u8>,
}

impl Picture {
    /// How wide a chart stands on paper, in millimetres: within the 156 mm of the text.
    pub const WIDTH: u32 = 150;
    /// How high, in millimetres.
    pub const HEIGHT: u32 = 70;

    /// A chart that nobody has drawn yet.
    pub fn undrawn(chart: &str, caption: String, numbers: Option<Table>) -> Self {
        Self { chart: chart.to_owned(), caption, numbers, svg: Vec::new(), png: Vec::new() }
    }
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
        let picture = Picture { svg: vec![0, 255, 60], ..Picture::undrawn("trend", String::new(), None) };
        let json = serde_json::to_string(&picture).expect("JSON");
        assert_eq!(json, r#"{"chart":"trend","caption":"","svg":"AP88"}"#);
        assert_eq!(serde_json::from_str::<Picture>(&json).ok(), Some(picture));
        assert!(serde_json::from_str::<Picture>(&json.replace("AP88", "图")).is_err());
    }
}
