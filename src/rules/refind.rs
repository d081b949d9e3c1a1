//! A mend that is chosen some time after its finding was shown: the finding is found again in the draft as it is now, and
//! what the mend would bring about is looked at before it is made.

use super::{Finding, Reviewed, Severity, check_all, follow, rules};
use crate::draft::{Edit, Place};
use crate::facts::{Case, Facts};

/// What a mend was to change no longer stands so: it was mended, rewritten, or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

/// The edit that a mend makes of the draft as it is now. `shown` are all findings that were shown, `of` is the one whose
/// mend was chosen; its first mend is number 0, the alternatives follow.
///
/// The rule looks at the draft once more. Of what it finds that one is taken which is certainly the one that was shown
/// ([`follow`]), wherever its paragraph stands by now. The mend must still say the same on its button.
///
/// # Errors
/// Where no finding is certainly the one that was shown, or its mend would do something else by now.
pub fn mend_now(case: &Case, shown: &[&Finding], of: &Finding, nth: usize) -> Result<Edit, Gone> {
    let label = &of.mends().nth(nth).ok_or(Gone)?.label;
    let rule = rules().find(|rule| rule.id == of.rule).ok_or(Gone)?;
    let now = rule.find(&Facts::new(*case));
    let now: Vec<&Finding> = now.iter().collect();
    let shown: Vec<&Finding> = shown.iter().copied().filter(|finding| finding.rule == of.rule).collect();
    let which = shown.iter().position(|finding| *finding == of).ok_or(Gone)?;
    let found = follow(&shown, &now).into_iter().position(|before| before == Some(which)).ok_or(Gone)?;
    let mend = now.get(found).ok_or(Gone)?.mends().find(|mend| mend.label == *label);
    mend.ok_or(Gone)?.edit(case.draft).ok_or(Gone)
}

/// What an edit of a mend brings about.
pub struct Mended {
    /// The edit, which takes along the acceptances of those findings whose number becomes another by it.
    pub edit: Edit,
    /// The 强制性 findings that it wakes elsewhere.
    pub wakes: Vec<Finding>,
}

/// Looks ahead at what the edit of a mend brings about. It runs all rules twice.
pub fn look_ahead(case: &Case, edit: Edit) -> Mended {
    let before = check_all(case);
    let mut draft = case.draft.clone();
    draft.apply(edit.clone());
    let now = check_all(&Case { draft: &draft, ..*case });
    let of = follow(&before.iter().collect::<Vec<_>>(), &now.iter().collect::<Vec<_>>());
    let carried = Reviewed::of(case.draft, &before).carried_over(&now, &of);
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    // One that says the same of a place in other words, because the mend has changed them, is not woken.
    let gone = before.iter().enumerate().filter(|(at, _)| !of.contains(&Some(*at))).map(|(_, finding)| finding);
    let mut gone: Vec<(&str, Place)> = gone.filter(is_error).map(|finding| (finding.rule, finding.place)).collect();
    let was_error = |of: &Option<usize>| of.and_then(|of| before.get(of)).is_some_and(|before| is_error(&before));
    let mut wakes = Vec::new();
    for (finding, _) in now.iter().zip(&of).filter(|(finding, of)| is_error(finding) && !was_error(of)) {
        match gone.iter().position(|gone| *gone == (finding.rule, finding.place)) {
            Some(at) => _ = gone.swap_remove(at),
            None => wakes.push(finding.clone()),
        }
    }
    Mended {
        wakes,
        edit: match carried {
            Some(reviewed) => Edit::Many(vec![edit, reviewed]),
            None => edit,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Gone, look_ahead, mend_now};
    use crate::draft::{Draft, Edit, Item, Place, Splice};
    use crate::facts::Case;
    use crate::rules::{Finding, check_all};
    use crate::value::Date;

    fn open(body: &[&str]) -> Draft {
        let body: Vec<String> = body.iter().map(|text| format!("\"{text}\"")).collect();
        let json = format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "narrative": [{{"heading": "一、总体情况", "body": [{}]}}]}}"#,
            body.join(", ")
        );
        Draft::from_json(&json).expect("a draft").draft
    }

    /// The paragraphs once the mend of a finding, shown of one text, is chosen when another stands there.
    #[track_caller]
    fn chosen(shown: &[&str], identity: &str, now: impl FnOnce(&mut Draft)) -> Result<Vec<String>, Gone> {
        let today = Date::new(2023, 1, 20).expect("a day");
        let mut draft = open(shown);
        let found = check_all(&Case::new(&draft, today));
        let all: Vec<&Finding> = found.iter().collect();
        let of = found.iter().find(|finding| finding.identity() == identity).expect("the finding");
        now(&mut draft);
        let edit = mend_now(&Case::new(&draft, today), &all, of, 0)?;
        draft.apply(edit);
        let paragraphs = draft.narrative()[0].body.iter().filter_map(Item::paragraph);
        Ok(paragraphs.map(str::to_owned).collect())
    }

    fn typed(m: usize, text: &'static str) -> impl FnOnce(&mut Draft) {
        move |draft| {
            draft.apply(Edit::SetText(Place::Body(0, m), text.to_owned()));
        }
    }

    const OLD: &str = "2021年，我局共主动公开政府信息6条。";
    const FIRST: &str = "F04:narrative.0.body.0#2021年";

    #[test]
    fn what_a_mend_wakes_elsewhere_is_known_beforehand() {
        let ahead = |total: u32| {
            let json = format!(
                r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "figures": {{"applications.new.total": {total}, "applications.carried_in.total": 0}},
                "narrative": [{{"heading": "一、总体情况", "body": ["2021年，我局共收到政府信息公开申请3件。"]}}]}}"#
            );
            let draft = Draft::from_json(&json).expect("a draft").draft;
            let case = Case::new(&draft, Date::new(2023, 1, 20).expect("a day"));
            let found = check_all(&case);
            let all: Vec<&Finding> = found.iter().collect();
            let of = found.iter().find(|finding| finding.rule == "F04").expect("the finding");
            let edit = mend_now(&case, &all, of, 0).expect("an edit");
            look_ahead(&case, edit).wakes.iter().map(Finding::identity).collect::<Vec<_>>()
        };
        assert_eq!(ahead(3), Vec::<String>::new());
        assert_eq!(ahead(5), ["N13:narrative.0.body.0#我局共收到政府信息公开申请3件"]);
    }

    #[test]
    fn what_was_typed_since_stays() {
        let now = typed(0, "2021年，我局共主动公开政府信息6条。另有一句。");
        assert_eq!(chosen(&[OLD], FIRST, now), Ok(vec!["2022年，我局共主动公开政府信息6条。另有一句。".to_owned()]));
        let now = typed(0, "好。2021年，我局共主动公开政府信息6条。");
        assert_eq!(chosen(&[OLD], FIRST, now), Ok(vec!["好。2022年，我局共主动公开政府信息6条。".to_owned()]));
        let now = typed(0, "2021年，我局共主动公开政府信息6条，");
        assert_eq!(chosen(&[OLD], FIRST, now), Ok(vec!["2022年，我局共主动公开政府信息6条，".to_owned()]));
    }

    #[test]
    fn a_paragraph_that_moved_is_mended_where_it_is() {
        let now = |draft: &mut Draft| {
            let new = vec![Item::Paragraph("2021年，我局共收到申请3件。".to_owned())];
            draft.apply(Edit::SpliceBody(0, Splice::insert(0, new)));
        };
        let mended = ["2021年，我局共收到申请3件。", "2022年，我局共主动公开政府信息6条。"];
        assert_eq!(chosen(&[OLD], FIRST, now), Ok(mended.map(str::to_owned).to_vec()));
    }

    #[test]
    fn of_the_same_words_twice_the_one_that_was_shown_is_mended() {
        let text = "2021年，我局共公开6条。2021年，我局共收到申请3件。";
        let now = typed(0, "2021年，我局共公开6条。其余见下。2021年，我局共收到申请3件。");
        let mended = "2021年，我局共公开6条。其余见下。2022年，我局共收到申请3件。";
        assert_eq!(chosen(&[text], &format!("{FIRST}~2"), now), Ok(vec![mended.to_owned()]));
        let mended = "2022年，我局共收到申请3件。";
        let second = "2021年，我局共收到申请3件。";
        assert_eq!(chosen(&[text], &format!("{FIRST}~2"), typed(0, second)), Ok(vec![mended.to_owned()]));
        assert_eq!(chosen(&[text], FIRST, typed(0, second)), Err(Gone));
        // The same sentence in two paragraphs: the second is mended, and stays itself where the first is moved down.
        let mended = Ok(vec![OLD.to_owned(), "2022年，我局共主动公开政府信息6条。".to_owned()]);
        assert_eq!(chosen(&[OLD, OLD], "F04:narrative.0.body.1#2021年", |_| {}), mended);
    }

    #[test]
    fn what_is_gone_is_not_mended_elsewhere() {
        assert_eq!(chosen(&[OLD], FIRST, typed(0, "2022年，我局共主动公开政府信息6条。")), Err(Gone));
        assert_eq!(chosen(&[OLD, OLD], FIRST, typed(0, "2022年，我局共主动公开政府信息6条。")), Err(Gone));
        let now = |draft: &mut Draft| {
            draft.apply(Edit::SpliceBody(0, Splice::remove(0, 1)));
        };
        assert_eq!(chosen(&[OLD, "好。"], FIRST, now), Err(Gone));
    }

    #[test]
    fn a_cell_that_was_typed_into_keeps_what_was_typed() {
        let json = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {"disclosed.total": 88},
            "history": {"disclosed.total": {"2017": 89}}}"#;
        let today = Date::new(2018, 1, 20).expect("a day");
        let mut draft = Draft::from_json(json).expect("a draft").draft;
        let found = check_all(&Case::new(&draft, today));
        let of = found.iter().find(|f| f.identity() == "N25:history.disclosed.total.2017").expect("the finding");
        let mend = of.mend.clone().expect("a mend");
        let place = Place::Past(crate::form::Key::parse("disclosed.total").expect("a key"), 2017);
        draft.apply(Edit::SetCell(place, crate::draft::CellValue::typed(place, "90")));
        assert_eq!(mend.edit(&draft), None);
        draft.apply(Edit::SetCell(place, crate::draft::CellValue::typed(place, "88")));
        assert_eq!(mend_now(&Case::new(&draft, today), &[of], of, 0), Err(Gone));
    }
}
