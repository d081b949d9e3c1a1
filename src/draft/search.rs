//! Finding words in the text of a draft, and putting others in their place. Figures and settings are no text.

use std::ops::Range;

use super::{Draft, Edit, Item, Place};
use crate::text::find;

/// In which texts one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The opening and all parts.
    All,
    /// The opening.
    Opening,
    /// A part: its heading, its paragraphs, the captions that somebody wrote.
    Part(usize),
}

/// Words that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The text in which they stand.
    pub place: Place,
    /// Their bytes in it.
    pub span: Range<usize>,
}

/// Where words stand, in the order of the report: the first so many places, and how many there are.
pub fn search(draft: &Draft, within: Within, words: &str, most: usize) -> (Vec<Hit>, usize) {
    let (mut hits, mut count) = (Vec::new(), 0);
    for (place, text) in texts(draft, within) {
        let found = find(text, words);
        count += found.len();
        let room = most.saturating_sub(hits.len());
        hits.extend(found.into_iter().take(room).map(|span| Hit { place, span }));
    }
    (hits, count)
}

/// The edit that puts other words in the place of all that are found, and how many that are; nothing where none would change.
pub fn replacing(draft: &Draft, within: Within, words: &str, with: &str) -> Option<(Edit, usize)> {
    let mut count = 0;
    let mut edits: Vec<Edit> = Vec::new();
    for (place, text) in texts(draft, within) {
        let spans = find(text, words);
        let after = replaced(text, &spans, with);
        if after != text {
            count += spans.len();
            edits.push(Edit::SetText(place, after));
        }
    }
    // From the end: a paragraph of which nothing is left goes, and what stands after it moves up.
    edits.reverse();
    (count > 0).then_some((Edit::Many(edits), count))
}

/// The edit that puts other words in the place of one that was found; nothing where the words no longer stand there, or would stay.
pub fn replacing_one(draft: &Draft, hit: &Hit, words: &str, with: &str) -> Option<Edit> {
    let text = draft.text(hit.place)?;
    let own = text.get(hit.span.clone())?;
    let stands = find(own, words).first() == Some(&(0..own.len()));
    (stands && own != with).then(|| Edit::SetText(hit.place, replaced(&text, std::slice::from_ref(&hit.span), with)))
}

/// A text with other words at some spans.
fn replaced(text: &str, spans: &[Range<usize>], with: &str) -> String {
    let (mut after, mut from) = (String::with_capacity(text.len()), 0);
    for span in spans {
        after.push_str(text.get(from..span.start).unwrap_or_default());
        after.push_str(with);
        from = span.end;
    }
    after.push_str(text.get(from..).unwrap_or_default());
    after
}

/// The texts in which one looks, in the order of the report.
fn texts(draft: &Draft, within: Within) -> Vec<(Place, &str)> {
    let opening = draft.opening().iter().enumerate().map(|(m, text)| (Place::Opening(m), text.as_str()));
    match within {
        Within::Opening => opening.collect(),
        Within::Part(n) => of_part(draft, n),
        Within::All => opening.chain((0..draft.narrative().len()).flat_map(|n| of_part(draft, n))).collect(),
    }
}

fn of_part(draft: &Draft, n: usize) -> Vec<(Place, &str)> {
    let Some(part) = draft.narrative().get(n) else { return Vec::new() };
    let body = part.body.iter().enumerate().filter_map(|(m, item)| match item {
        Item::Paragraph(text) => Some((Place::Body(n, m), text.as_str())),
        Item::Embed(embed) => Some((Place::Body(n, m), embed.caption.as_str())),
        Item::Other(_) => None,
    });
    std::iter::once((Place::Heading(n), part.heading.as_str())).chain(body).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Splice;

    const FORMS: [(&str, u32); 3] = [("national-2021", 2023), ("national-2019", 2020), ("narrative-2008", 2017)];

    fn draft(form: &str, year: u32) -> Draft {
        let json = format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "title": "公开", "opening": ["公开一。", "二"], "narrative": [
            {{"heading": "一、公开", "body": ["公开公开", {{"table": "channels", "caption": "公开渠道"}}, "甲", {{"chart": "trend"}}]}},
            {{"heading": "二、其他", "body": ["公开"]}}]}}"#
        );
        Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    fn each(run: impl Fn(Draft)) {
        for (form, year) in FORMS {
            run(draft(form, year));
        }
    }

    #[test]
    fn words_are_found_in_the_order_of_the_report() {
        each(|draft| {
            let places = |within| {
                let (hits, count) = search(&draft, within, "公开", 100);
                assert_eq!(hits.len(), count);
                hits.into_iter().map(|hit| (hit.place.to_string(), hit.span)).collect::<Vec<_>>()
            };
            let at = |place: Place, span: Range<usize>| (place.to_string(), span);
            let part = [
                at(Place::Heading(0), 6..12),
                at(Place::Body(0, 0), 0..6),
                at(Place::Body(0, 0), 6..12),
                at(Place::Body(0, 1), 0..6),
            ];
            assert_eq!(places(Within::Opening), [at(Place::Opening(0), 0..6)]);
            assert_eq!(places(Within::Part(0)), part);
            assert_eq!(places(Within::Part(9)), []);
            let all = [at(Place::Opening(0), 0..6)].into_iter().chain(part).chain([at(Place::Body(1, 0), 0..6)]);
            assert_eq!(places(Within::All), all.collect::<Vec<_>>());
        });
    }

    #[test]
    fn more_than_is_listed_is_counted() {
        let (hits, count) = search(&draft("national-2021", 2023), Within::All, "公开", 2);
        assert_eq!((hits.len(), count), (2, 6));
    }

    #[test]
    fn all_are_replaced_at_once_and_undo_restores_the_bytes() {
        each(|mut draft| {
            let before = draft.to_json();
            let (edit, count) = replacing(&draft, Within::All, "公开", "政务公开").expect("an edit");
            assert_eq!(count, 6);
            let inverse = draft.apply(edit);
            assert_eq!(search(&draft, Within::All, "政务公开", 100).1, 6);
            assert_eq!(draft.text(Place::Body(0, 0)).as_deref(), Some("政务公开政务公开"));
            assert_eq!(draft.text(Place::Title).as_deref(), Some("公开"), "the title is none of the text");
            draft.apply(inverse);
            assert_eq!(draft.to_json(), before);
        });
    }

    #[test]
    fn a_paragraph_of_which_nothing_is_left_goes() {
        each(|mut draft| {
            let before = draft.to_json();
            let (edit, count) = replacing(&draft, Within::All, "公开", "").expect("an edit");
            assert_eq!(count, 6);
            let inverse = draft.apply(edit);
            assert_eq!(draft.opening(), ["一。", "二"]);
            let body = |n: usize| draft.narrative()[n].body.iter().filter_map(Item::paragraph).collect::<Vec<_>>();
            assert_eq!((body(0), body(1)), (vec!["甲"], vec![]));
            draft.apply(inverse);
            assert_eq!(draft.to_json(), before);
        });
    }

    #[test]
    fn nothing_is_replaced_by_itself() {
        each(|draft| {
            assert_eq!(replacing(&draft, Within::All, "公开", "公开"), None);
            assert_eq!(replacing(&draft, Within::All, "没有", "有"), None);
            assert_eq!(replacing(&draft, Within::All, "", "有"), None);
        });
    }

    #[test]
    fn one_is_replaced_where_it_still_stands() {
        each(|mut draft| {
            let (hits, _) = search(&draft, Within::Part(0), "公开", 100);
            let edit = replacing_one(&draft, &hits[2], "公开", "发布").expect("an edit");
            draft.apply(edit);
            assert_eq!(draft.text(Place::Body(0, 0)).as_deref(), Some("公开发布"));
            assert_eq!(replacing_one(&draft, &hits[2], "公开", "发布"), None, "it is replaced already");
            assert_eq!(replacing_one(&draft, &hits[1], "公开", "公开"), None, "it would stay");
            draft.apply(Edit::SpliceBody(0, Splice::remove(0, 1)));
            assert_eq!(replacing_one(&draft, &hits[1], "开公", ""), None, "other words stand there");
        });
    }
}
