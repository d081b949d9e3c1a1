//! The parts of a report in order, each with the official tables that stand under its heading.

use crate::draft::{Draft, Embedded, Item};
use crate::form::TableId;
use crate::text::heading_words;

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its index in the narrative; nothing when the draft does not have it yet.
    pub part: Option<usize>,
    /// Its heading.
    pub heading: String,
    /// The official tables that stand under its heading.
    pub tables: Vec<TableId>,
}

/// The parts of a report in order. An official table stands in the part whose heading has the form's words, or else
/// in the part of the form's number; one whose part is missing stands under the form's heading after the last part.
/// A table that a body mentions stands there and nowhere else.
pub fn outline(draft: &Draft) -> Vec<Section> {
    let parts = draft.narrative();
    let own = parts.iter().enumerate();
    let mut sections: Vec<Section> =
        own.map(|(n, part)| Section { part: Some(n), heading: part.heading.clone(), tables: Vec::new() }).collect();
    let Some(form) = draft.form() else { return sections };
    let headings = form.headings_of(draft.year());
    let official: Vec<_> = form.tables.iter().filter(|table| table.part.is_some()).collect();
    if sections.is_empty() && !official.is_empty() {
        let missing = headings.iter().map(|h| Section { part: None, heading: h.clone(), tables: Vec::new() });
        sections.extend(missing);
    }
    let whole = sections.len() == headings.len();
    for table in official {
        if is_embedded(draft, table.id) {
            continue;
        }
        let Some((at, heading)) = table.part.and_then(|at| Some((at, headings.get(at)?))) else { continue };
        let worded = sections.iter().position(|section| is_same(&section.heading, heading));
        let home = worded.or_else(|| whole.then_some(at)).and_then(|index| sections.get_mut(index));
        match home {
            Some(section) => section.tables.push(table.id),
            None => sections.push(Section { part: None, heading: heading.clone(), tables: vec![table.id] }),
        }
    }
    sections
}

/// Whether a table stands between the paragraphs of a part.
pub fn is_embedded(draft: &Draft, table: TableId) -> bool {
    draft.narrative().iter().flat_map(|part| &part.body).any(|item| match item {
        Item::Embed(embed) => embed.what == Embedded::Table(table),
        Item::Paragraph(_) | Item::Other(_) => false,
    })
}

/// Whether two headings have the same words, numbering and white space left out.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (heading_words(one), heading_words(other));
    !one.is_empty() && (one == other || one.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(form: &str, year: u16, narrative: &str) -> Vec<String> {
        let json = format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{narrative}]}}"#);
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let shown = outline(&draft).into_iter().map(|section| {
            let tables: Vec<&str> = section.tables.iter().map(|t| t.name()).collect();
            let part = section.part.map_or_else(|| "-".to_owned(), |n| n.to_string());
            format!("{part} {} {}", section.heading, tables.join(" ")).trim_end().to_owned()
        });
        shown.collect()
    }

    #[test]
    fn a_draft_without_text_has_the_forms_headings() {
        let shown = sections("national-2021", 2023, "");
        assert_eq!(shown.len(), 6);
        assert_eq!(shown[2], "- 三、收到和处理政府信息公开申请情况 applications");
        assert!(sections("narrative-2008", 2017, "").is_empty());
    }

    #[test]
    fn a_table_stands_under_its_words_or_its_number_or_at_the_end() {
        let cut = r#"{"heading": "一、总体情况"}, {"heading": "二、收到和处理政府信息公开申请情况"}"#;
        assert_eq!(
            sections("national-2021", 2023, cut),
            [
                "0 一、总体情况",
                "1 二、收到和处理政府信息公开申请情况 applications",
                "- 二、主动公开政府信息情况 proactive",
                "- 四、政府信息公开行政复议、行政诉讼情况 disputes",
            ]
        );
        let six = r#"{}, {"heading": "主动公开"}, {}, {}, {}, {}"#;
        assert_eq!(sections("national-2021", 2023, six)[1], "1 主动公开 proactive");
    }

    #[test]
    fn a_table_that_a_body_mentions_stands_there() {
        let moved = r#"{"heading": "一、总体情况", "body": [{"table": "proactive"}]}, {}, {}, {}, {}, {}"#;
        assert_eq!(sections("national-2021", 2023, moved)[1], "1");
    }
}
