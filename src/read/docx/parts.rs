//! Which parts a Word document has beside its text. Source: ISO/IEC 29500-1, 11.3; ISO/IEC 29500-2, 6.5.

use crate::read::package::part_named;
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
    found.map_or_else(|| "word/document.xml".to_owned(), |(_, target)| part_named("", &target))
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
    targets(relations).filter_map(|(of, target)| Some((kind(&of)?, part_named(folder, &target)))).collect()
}

/// The kind and the target of each relation inside the file.
fn targets(relations: Option<Element<'_>>) -> impl Iterator<Item = (String, String)> {
    relations.into_iter().flat_map(Element::elements).filter_map(|relation| {
        let is_outside = relation.attribute("TargetMode").as_deref() == Some("External");
        let (kind, target) = (relation.attribute("Type")?, relation.attribute("Target")?);
        (!is_outside).then(|| (kind.into_owned(), target.into_owned()))
    })
}
