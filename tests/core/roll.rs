//! Beginning the year from every report at hand.

use nianbao::draft::{Draft, Edit, Item, Place};
use nianbao::facts::Case;
use nianbao::roll::{Progress, confirming, likeness, next_year, paragraphs, untouched};
use nianbao::rules::{Finding, check_all};
use nianbao::value::Date;

fn reports() -> Vec<(String, Draft)> {
    let folders = ["tests/core/reports", "tests/core/drafts/v1"];
    let files = folders.into_iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|file| file.expect("a file").path().display().to_string());
    let drafts = paths.filter_map(|path| {
        let json = std::fs::read_to_string(&path).ok()?;
        Some((path, Draft::from_json(&json).ok()?.draft))
    });
    drafts.collect()
}

#[test]
fn no_report_brings_a_wrong_year_or_a_wrong_figure_along() {
    let reports = reports();
    assert!(reports.len() > 10);
    for (path, last) in reports {
        let draft = next_year(&last, "next".to_owned()).expect("a year to come");
        let today = Date::new(i32::from(draft.year()) + 1, 1, 15).expect("a day");
        let found = check_all(&Case { last: Some(&last), ..Case::new(&draft, today) });
        let wrong: Vec<_> =
            found.iter().filter(|f| matches!(f.rule, "F01" | "F04" | "N05" | "N22")).map(Finding::identity).collect();
        assert!(wrong.is_empty(), "{path}: {wrong:?}");
        let written = draft.to_json();
        assert_eq!(Draft::from_json(&written).expect("a draft").draft, draft, "{path}");
        // Nothing is rewritten yet, so nearly all letters are last year's, and all that is likeness says so.
        let progress = Progress::of(&draft);
        assert!(
            progress.left >= progress.all && progress.confirmed == 0 && progress.rewritten == 0,
            "{path}: {progress:?}"
        );
        if let Some(likeness) = likeness(&draft, Some(&last)) {
            assert!(likeness.jaccard.percent() > 90 && untouched(&draft).percent() > 75, "{path}: {likeness:?}");
            assert!(found.iter().any(|f| f.rule == "Q01") && found.iter().any(|f| f.rule == "Q10"), "{path}");
        }
    }
}

/// Sentence by sentence, rewritten and confirmed by turns, until nothing is marked; all the way back restores the bytes.
#[test]
fn sentence_by_sentence_until_nothing_is_last_years() {
    for (path, last) in reports() {
        let mut draft = next_year(&last, "next".to_owned()).expect("a year to come");
        let (before, mut back) = (draft.to_json(), Vec::new());
        let sentences = draft.last_year_text().sentences.clone();
        for (n, sentence) in sentences.iter().enumerate() {
            let left = Progress::of(&draft).left;
            if n % 2 == 0 {
                let edit = confirming(&draft, sentence);
                back.push(draft.apply(edit));
            } else if let Some((place, text)) = standing(&draft, sentence) {
                let text = text.replace(sentence.as_str(), "另写一句甲乙丙丁。");
                back.push(draft.apply(Edit::SetText(place, text)));
            }
            assert!(Progress::of(&draft).left < left, "{path}: {sentence}");
            draft = Draft::from_json(&draft.to_json()).expect("a draft").draft;
        }
        assert_eq!(Progress::of(&draft).left, 0, "{path}");
        assert_eq!(untouched(&draft).part, 0, "{path}");
        while let Some(edit) = back.pop() {
            draft.apply(edit);
        }
        assert_eq!(draft.to_json(), before, "{path}");
    }
}

/// The paragraph in which a sentence stands, and its text.
fn standing(draft: &Draft, sentence: &str) -> Option<(Place, String)> {
    let opening = draft.opening().iter().enumerate().map(|(m, text)| (Place::Opening(m), text.clone()));
    let bodies = draft.narrative().iter().enumerate().flat_map(|(n, part)| {
        let texts = part.body.iter().enumerate();
        texts.filter_map(move |(m, item)| Some((Place::Body(n, m), Item::paragraph(item)?.to_owned())))
    });
    assert!(!paragraphs(draft).is_empty());
    opening.chain(bodies).find(|(_, text)| text.contains(sentence))
}
