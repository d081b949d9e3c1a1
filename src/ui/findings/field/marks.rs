//! What is marked in a text field: its numbers, the words of its findings, the words that are looked for.

use super::lines::{Look, Mark, What};
use crate::draft::{Draft, Place};
use crate::roll::Marks;
use crate::rules::{Account, Finding, Status, Tie, accounts};
use crate::session::{Found, Session};
use crate::ui::body::first_place;
use crate::ui::page::TextField;
use crate::ui::search;
use crate::value::stable_sort_by;

/// How many marks are drawn in a field; no report has so many.
const MARKED: usize = 2_000;

/// The marks of a field by the paragraphs in which they stand, in the order of these. It watches what they come from.
pub fn marks(session: Session, field: TextField) -> Vec<(usize, Mark)> {
    let all = session.accounts(accounts);
    let marks = session.with_findings(|found| {
        session.look(|draft| {
            let Some(first) = first_place(draft, field) else { return Vec::new() };
            let mut marks = of_findings(draft, first, found);
            marks.extend(of_numbers(draft, first, &all));
            marks.truncate(MARKED);
            marks
        })
    });
    in_order(marks.unwrap_or_default().into_iter().chain(hits(session, field)))
}

/// The marks of the words that are looked for.
pub fn hits(session: Session, field: TextField) -> Vec<(usize, Mark)> {
    let Some(first) = session.look(|draft| first_place(draft, field)).flatten() else { return Vec::new() };
    search::with_found(|found| {
        let own = found.hits.iter().enumerate().filter_map(|(at, hit)| {
            let what = What::Hit(found.current == Some(at));
            Some((paragraph_of(hit.place, first)?, Mark { span: hit.span.clone(), what }))
        });
        own.take(MARKED).collect()
    })
}

fn in_order(marks: impl Iterator<Item = (usize, Mark)>) -> Vec<(usize, Mark)> {
    let mut marks: Vec<(usize, Mark)> = marks.collect();
    stable_sort_by(&mut marks, |(one, _), (other, _)| one.cmp(other));
    marks
}

/// The index of a paragraph in its field, which begins at a place; nothing where it stands elsewhere.
fn paragraph_of(place: Place, first: Place) -> Option<usize> {
    let list = first.shown_in()?;
    place.index_in(list)?.checked_sub(first.index_in(list)?)
}

/// The marks of findings, which come the weightiest first. What no longer stands as it was found is left out.
fn of_findings(draft: &Draft, first: Place, found: &[Found]) -> Vec<(usize, Mark)> {
    let mut marks = Vec::new();
    for Found { number, finding, status } in found {
        let Finding { place, severity, quote: Some(quote), .. } = finding else { continue };
        let Some(paragraph) = paragraph_of(*place, first) else { continue };
        let stands = paragraph_at(draft, *place).and_then(|text| text.get(quote.span.clone())) == Some(&*quote.words);
        if !stands {
            continue;
        }
        let (look, gap) = match status {
            Status::Accepted { .. } => (Look::Accepted, None),
            Status::Open | Status::Lapsed { .. } => (Look::Open(*severity), quote.gap),
        };
        marks.push((paragraph, Mark { span: quote.span.clone(), what: What::Found(*number, look) }));
        marks.extend(gap.map(|gap| (paragraph, Mark { span: gap..gap, what: What::Gap })));
    }
    marks
}

/// The marks of numbers. Last year's figures, which are marked as such, need none that says that nothing was held against them.
fn of_numbers(draft: &Draft, first: Place, all: &[Account]) -> Vec<(usize, Mark)> {
    let last_years = Marks::of(draft);
    // The sentences of the paragraph that was looked at last: the numbers come in the order of the text.
    let (mut sentences, mut of) = (Vec::new(), None);
    let mut is_plain = |account: &Account| {
        if account.tie != Tie::Untied || last_years.is_empty() {
            return true;
        }
        if of != Some(account.place) {
            of = Some(account.place);
            sentences = last_years.of_text(paragraph_at(draft, account.place).unwrap_or_default());
        }
        !sentences.iter().any(|sentence| sentence.contains(&account.span.start))
    };
    let mut marks = Vec::new();
    for account in all {
        if let Some(paragraph) = paragraph_of(account.place, first).filter(|_| is_plain(account)) {
            marks.push((paragraph, Mark { span: account.span.clone(), what: What::Number(account.clone()) }));
        }
    }
    marks
}

/// The paragraph of a place.
pub fn paragraph_at(draft: &Draft, place: Place) -> Option<&str> {
    if let Place::Opening(m) = place {
        return draft.opening().get(m).map(String::as_str);
    }
    let Place::Body(n, m) = place else { return None };
    draft.narrative().get(n)?.body.get(m)?.paragraph()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Case;
    use crate::rules::{Severity, check_all};
    use crate::value::Date;

    const JSON: &str = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {"disclosed.total": 88},
        "history": {"disclosed.total": {"2016": 45, "2017": 88}}, "narrative": [{"heading": "一、总体情况", "body": [
        "本单位认真做好公开工作。", {"table": "history"}, "主动公开政府信息总数88条。同比上年增幅％。"]}]}"#;

    fn found(draft: &Draft, status: &Status) -> Vec<Found> {
        let case = Case::new(draft, Date::new(2018, 3, 6).expect("a day"));
        let all = check_all(&case).into_iter().filter(|finding| finding.rule == "N12");
        all.map(|finding| Found { number: 7, finding, status: status.clone() }).collect()
    }

    fn draft() -> Draft {
        Draft::from_json(JSON).unwrap_or_else(|refused| panic!("{refused}")).draft
    }

    #[test]
    fn a_missing_number_is_marked_with_its_words() {
        let draft = draft();
        let found = found(&draft, &Status::Open);
        let marks = of_findings(&draft, Place::Body(0, 2), &found);
        let start = "主动公开政府信息总数88条。".len();
        let gap = start + "同比上年增幅".len();
        let expected = [
            Mark { span: start..gap + "％".len(), what: What::Found(7, Look::Open(Severity::Error)) },
            Mark { span: gap..gap, what: What::Gap },
        ];
        assert_eq!(marks, expected.map(|mark| (0, mark)));
        // It stands in the second field and not in the one before the table.
        assert_eq!(of_findings(&draft, Place::Body(0, 3), &found), []);
        assert_eq!(of_findings(&draft, Place::Opening(0), &found), []);
    }

    #[test]
    fn an_accepted_finding_is_quiet() {
        let draft = draft();
        let accepted = Status::Accepted { note: String::new(), at: String::new() };
        let marks = of_findings(&draft, Place::Body(0, 0), &found(&draft, &accepted));
        let looks: Vec<&What> = marks.iter().map(|(_, mark)| &mark.what).collect();
        assert_eq!(looks, [&What::Found(7, Look::Accepted)]);
    }

    #[test]
    fn words_that_were_changed_since_are_not_marked() {
        let mut draft = draft();
        let found = found(&draft, &Status::Open);
        draft.apply(crate::draft::Edit::SetText(Place::Body(0, 2), "同比上年增幅％。".to_owned()));
        assert_eq!(of_findings(&draft, Place::Body(0, 2), &found), []);
    }

    #[test]
    fn paragraphs_count_from_their_field() {
        assert_eq!(paragraph_of(Place::Body(1, 5), Place::Body(1, 3)), Some(2));
        assert_eq!(paragraph_of(Place::Body(1, 2), Place::Body(1, 3)), None);
        assert_eq!(paragraph_of(Place::Body(2, 5), Place::Body(1, 3)), None);
        assert_eq!(paragraph_of(Place::Heading(1), Place::Body(1, 0)), None);
        assert_eq!(paragraph_of(Place::Opening(2), Place::Opening(0)), Some(2));
        assert_eq!(paragraph_of(Place::Opening(2), Place::Body(0, 0)), None);
    }
}
