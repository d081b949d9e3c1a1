//! Which parts a Word document has beside its text. Source: ISO/IEC 29500-1, 11.3; ISO/IEC 29500-2, 6.5.

use crate::read::xml::Element;

/// What a part is to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Styles.
    Styles,
    /// Lists and their numbers.
    Lists,
    /// A head of its pages.
    Header,
    /// A foot of its pages.
    Footer,
    /// Notes at the foot of a page, or after the text.
    Notes,
    /// Remarks.
    Comments,
}

/// The name of the part with the text.
pub(super) fn main_part(relations: Option<Element<'_>>) -> String {
    let found = targets(relations).find(|(kind, _)| kind.ends_with("/officeDocument"));
    found.map_or_else(|| "word/document.xml".to_owned(), |(_, target)| resolve("", &target))
}

/// The folder of a part, empty or with its last `/`.
pub(super) fn folder_of(part: &str) -> &str {
    part.rfind('/').and_then(|end| part.get(..=end)).unwrap_or_default()
}

/// The name of the part with the relations of a part.
pub(super) fn relations_of(part: &str) -> String {
    let folder = folder_of(part);
    format!("{folder}_rels/{}.rels", part.strip_prefix(folder).unwrap_or(part))
}

/// The parts that the text is related to, with their names, in the order of the file.
pub(super) fn related(relations: Option<Element<'_>>, folder: &str) -> Vec<(Kind, String)> {
    let kinds = [
        ("/styles", Kind::Styles),
        ("/numbering", Kind::Lists),
        ("/header", Kind::Header),
        ("/footer", Kind::Footer),
        ("/footnotes", Kind::Notes),
        ("/endnotes", Kind::Notes),
        ("/comments", Kind::Comments),
    ];
    let kind = |of: &str| kinds.iter().find(|(end, _)| of.ends_with(end)).map(|(_, kind)| *kind);
    targets(relations).filter_map(|(of, target)| Some((kind(&of)?, resolve(folder, &target)))).collect()
}

/// The kind and the target of each relation inside the file.
fn targets(relations: Option<Element<'_>>) -> impl Iterator<Item = (String, String)> {
    relations.into_iter().flat_map(Element::elements).filter_map(|relation| {
        let is_outside = relation.attribute("TargetMode").as_deref() == Some("External");
        let (kind, target) = (relation.attribute("Type")?, relation.attribute("Target")?);
        (!is_outside).then(|| (kind.into_owned(), target.into_owned()))
    })
}

/// The name of a part that is named from a folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(name) = target.strip_prefix('/') {
        return name.to_owned();
    }
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_resolved_from_the_folder_of_their_part() {
        for (folder, target, name) in [
            ("word/", "styles.xml", "word/styles.xml"),
            ("word/", "/word/styles.xml", "word/styles.xml"),
            ("word/", "../a/./b.xml", "a/b.xml"),
            ("", "../../b.xml", "b.xml"),
        ] {
            assert_eq!(resolve(folder, target), name);
        }
        assert_eq!(relations_of("a/b/c.xml"), "a/b/_rels/c.xml.rels");
        assert_eq!(relations_of("c.xml"), "_rels/c.xml.rels");
    }
}
