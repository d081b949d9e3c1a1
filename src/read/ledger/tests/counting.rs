//! Doubts, placing by hand, balances, and the change of the draft.

use super::*;
use crate::draft::{CellValue, Draft, Edit, Place};

fn picture() -> Ledger {
    ledger(&[table(
        "",
        "申请人|收到|收到日期|答复日期|办理结果
         个人||2023-02-18|2023-03-01|已答复
         个人||2023-03-30|2023-04-11|已答复
         个人||2023-05-16|2023-05-20|转农业农村局
         个人||2023-06-07|2023-06-11|告知另找部门
         个人||2023-09-05|2023-09-11|查无此件
         某某公司||2023-10-11|2023-10-12|申请人撤回
         个人||2023-01-05|2023-01-17|公开，隐去他人信息",
    )])
}

fn row(id: &str) -> Standing {
    Standing::try_from(id.to_owned()).unwrap_or_else(|id| panic!("{id}"))
}

#[test]
fn what_is_not_understood_says_why() {
    let ledger = picture();
    assert_eq!(
        doubts(&ledger),
        [
            "2 “已答复”没有说怎样答复的",
            "3 “已答复”没有说怎样答复的",
            "4 没有“转办”这一项",
            "5 像“不掌握”，请定",
            "6 像“不掌握”，请定",
            "7 没有“撤回”这一项",
        ]
    );
    let words: Vec<_> = ledger.lines.iter().filter_map(|line| line.words.result.as_deref()).collect();
    let expected = ["已答复", "已答复", "转农业农村局", "告知另找部门", "查无此件", "申请人撤回", "公开，隐去他人信息"];
    assert_eq!(words, expected);
    assert_eq!(ledger.lines[5].words.applicant.as_deref(), Some("公司"));
    assert_eq!(ledger.lines[3].suggested.map(|row| row.id), Some("unable.not_held"));
    assert_eq!(ledger.lines[3].standing, None, "nothing is guessed");
}

#[test]
fn the_same_words_follow_and_the_balance_tells_what_is_left() {
    let ledger = picture();
    let mut placements = Placements::default();
    let before = count(&ledger, &placements);
    assert_eq!((before.new, before.placed.len(), before.open.len()), (7, 1, 6));
    let difference = |counts: &Counts| counts.balances.iter().map(Balance::difference).collect::<Vec<_>>();
    assert_eq!(difference(&before), [5, 1, 0, 0, 0, 0, 6]);
    placements.place(&ledger.lines[0], Choice::Standing(row("granted")), true);
    placements.place(&ledger.lines[3], Choice::Standing(row("unable.not_held")), true);
    placements.place(&ledger.lines[5], Choice::Standing(row("other.misc")), false);
    let after = count(&ledger, &placements);
    assert_eq!(after.open, [2, 4], "转办 and 查无此件");
    assert_eq!(after.lines(Key::parse("applications.granted.natural").expect("a key")), [0, 1]);
    assert_eq!(difference(&after), [2, 0, 0, 0, 0, 0, 2]);
    assert_eq!(placements.of(&ledger.lines[1]).follows, Some((0, 2)));
    placements.take_back(&ledger.lines[0], About::Result);
    assert_eq!(count(&ledger, &placements).open, [0, 1, 2, 4]);
}

#[test]
fn words_are_remembered_for_the_next_ledger_and_lines_are_not() {
    let first = picture();
    let mut placements = Placements::default();
    placements.place(&first.lines[0], Choice::Standing(row("granted")), true);
    placements.place(&first.lines[2], Choice::Standing(Standing::NotCounted), false);
    placements.forget_lines();
    let again = count(&picture(), &placements);
    assert_eq!((again.placed.clone(), again.not_counted.clone()), (vec![0, 1, 6], vec![]));
    assert_eq!(placements.of(&first.lines[1]).follows, None);
}

#[test]
fn a_line_without_the_same_words_does_not_follow() {
    let ledger = picture();
    let mut placements = Placements::default();
    placements.place(&ledger.lines[0], Choice::Standing(row("granted")), false);
    assert_eq!(count(&ledger, &placements).placed, [0, 6]);
    placements.place(&ledger.lines[2], Choice::Standing(Standing::NotCounted), false);
    let counts = count(&ledger, &placements);
    assert_eq!((counts.not_counted, counts.new), (vec![2], 6));
}

#[test]
fn days_decide_what_is_of_the_year() {
    let text = "申请人|收到日期|答复日期|办理结果
        个人|2022-12-30|2022-12-31|公开
        个人|2022-12-30|2023-01-03|公开
        个人|2023-12-30|2024-01-03|公开
        个人|2022-12-30||办理中
        个人|2024-01-02|2024-01-03|公开
        个人|2023-05-05|2023-04-03|公开
        个人|2023-05-05||公开
        个人|2023-05-05|2023-05-06|
        个人|五月|2023-05-06|公开
        个人|2023-05-05|2023-05-06|办理中
        个人|2023-12-30|1.8|公开";
    let (ledger, counts) =
        counts(&[table("", text)], "new.natural=6 carried_in.natural=2 granted.natural=1 carried_out.natural=3");
    assert_eq!(counts.outside, [0, 4]);
    assert_eq!(
        doubts(&ledger),
        [
            "7 答复日期早于收到日期，请核对",
            "8 没有写答复日期",
            "9 有答复日期，没有写办理结果",
            "10 没有看懂收到日期",
            "11 有答复日期，又写着没有办结",
        ]
    );
    let mut placements = Placements::default();
    placements.place(&ledger.lines[8], Choice::Intake(Intake::New), true);
    assert_eq!(cell(&count(&ledger, &placements), "granted.natural"), 2);
}

#[test]
fn applicants_that_are_not_told() {
    let text = "申请人类型|申请人|收到日期|答复日期|办理结果
        法人||2023-05-05|2023-05-06|公开
        法人|某某有限公司|2023-05-05|2023-05-06|公开
        |阳光幼儿园|2023-05-05|2023-05-06|公开
        |春雨幼儿园|2023-05-05|2023-05-06|公开
        ||2023-05-05|2023-05-06|公开
        台胞|张三|2023-05-05|2023-05-06|公开";
    let (ledger, counts) =
        counts(&[table("", text)], "new.natural=1 new.business=1 granted.natural=1 granted.business=1");
    assert_eq!(
        doubts(&ledger),
        ["2 “法人”没有说是哪一种", "4 没有看懂申请人是哪一种", "5 没有看懂申请人是哪一种", "6 没有写申请人"]
    );
    assert_eq!(counts.open.len(), 4);
    let mut placements = Placements::default();
    let other = FormId::of_year(2023).form().applicants().last().expect("a kind");
    placements.place(&ledger.lines[2], Choice::Applicant(other), true);
    assert_eq!(count(&ledger, &placements).open.len(), 3, "the names are not kept: one does not follow the other");
}

#[test]
fn a_ledger_without_a_column_of_applicants_is_placed_at_once() {
    let ledger = ledger(&[table("", "收到日期|答复日期|办理结果\n2023.1.5|2023.1.9|公开\n2023.1.6|2023.1.9|涉密")]);
    let mut placements = Placements::default();
    let natural = FormId::of_year(2023).form().applicants().first().expect("a kind");
    placements.place(&ledger.lines[0], Choice::Applicant(natural), true);
    let counts = count(&ledger, &placements);
    assert_eq!(filled(&counts), "new.natural=2 granted.natural=1 denied.secret.natural=1");
}

#[test]
fn the_draft_gets_what_is_counted_and_zeros() {
    let ledger = ledger(&[table("", "申请人|收到日期|答复日期|办理结果\n个人|2023.1.5|2023.1.9|公开")]);
    let mut draft = Draft::new("a".to_owned(), 2023, "某局", "department");
    let before = draft.clone();
    let inverse = draft.apply(count(&ledger, &Placements::default()).edit());
    let figure = |name: &str| Key::parse(name).and_then(|key| draft.figure(key)).map(|figure| figure.to_string());
    assert_eq!(figure("applications.new.natural").as_deref(), Some("1"));
    assert_eq!(figure("applications.granted.natural").as_deref(), Some("1"));
    assert_eq!(figure("applications.carried_out.legal").as_deref(), Some("0"));
    assert_eq!(figure("applications.total.natural"), None, "totals add up by themselves");
    let total = crate::calc::shown(&draft, Key::parse("applications.total.total").expect("a key"));
    assert_eq!(total.figure.map(|figure| figure.to_string()).as_deref(), Some("1"));
    assert!(crate::calc::is_complete(&draft, Key::parse("applications.total.total").expect("a key")));
    draft.apply(inverse);
    assert_eq!(draft, before);
}

#[test]
fn what_a_draft_has_otherwise_is_told_cell_by_cell() {
    let ledger = ledger(&[table("", "申请人|收到日期|答复日期|办理结果\n个人|2023.1.5|2023.1.9|公开")]);
    let counts = count(&ledger, &Placements::default());
    let mut draft = Draft::new("a".to_owned(), 2023, "某局", "department");
    let key = |name: &str| Key::parse(name).expect("a key");
    let names = |draft: &Draft| {
        let all = counts.differences(draft).into_iter().filter(|(_, now)| !now.text().is_empty());
        all.map(|(key, now)| format!("{}={}", key.name(), now.text())).collect::<Vec<_>>()
    };
    // Every cell that is no total is blank, which is not 0.
    let form = FormId::of_year(2023).form();
    let cells = form.table(TableId::Applications).expect("table three").keys.len();
    let totals = form.results().count() + 4 + form.applicants().len();
    assert_eq!(counts.differences(&draft).len(), cells - totals);
    draft.apply(counts.edit());
    assert!(counts.differences(&draft).is_empty());
    for (name, text) in [
        ("new.natural", "2"),
        ("granted.legal", "x"),
        ("granted.natural", "1"),
        ("new.total", "1"),
        ("total.total", "3"),
    ] {
        let place = Place::Cell(key(&format!("applications.{name}")));
        draft.apply(Edit::SetCell(place, CellValue::typed(place, text)));
    }
    assert_eq!(
        names(&draft),
        ["applications.new.natural=2", "applications.granted.legal=x", "applications.total.total=3"]
    );
}

#[test]
fn results_of_another_edition_are_forgotten() {
    let ledger = picture();
    let mut placements = Placements::default();
    placements.place(&ledger.lines[0], Choice::Standing(row("granted")), true);
    placements.place(&ledger.lines[5], Choice::Standing(row("other.misc")), true);
    placements.place(
        &ledger.lines[5],
        Choice::Applicant(FormId::of_year(2023).form().applicants().last().expect("a kind")),
        true,
    );
    placements.keep_rows_of(FormId::of_year(2020).form());
    assert_eq!(placements.of(&ledger.lines[1]).standing, Some(row("granted")));
    assert_eq!(placements.of(&ledger.lines[5]).standing, None);
    assert_eq!(placements.of(&ledger.lines[5]).applicant.map(|applicant| applicant.id), Some("other"));
}

#[test]
fn a_ledger_travels_as_json() {
    let ledger = picture();
    let json = serde_json::to_string(&ledger).expect("JSON");
    assert!(json.contains(r#""received":"2023-02-18""#) && json.contains(r#""applicant":"natural""#), "{json}");
    assert_eq!(serde_json::from_str::<Ledger>(&json).ok(), Some(ledger));
    assert!(serde_json::from_str::<Ledger>(&json.replace("partial", "part")).is_err());
}
