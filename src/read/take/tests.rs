//! Pieces of a report, taken over and taken back.

use super::*;

fn draft(members: &str) -> Draft {
    let json = format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, {members}}}"#);
    Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

fn read() -> Draft {
    draft(
        r#""office": {"name": "某县财政局", "kind": "department"}, "opening": ["本报告。"],
        "figures": {"applications.new.natural": 3, "proactive.rules.issued": 0},
        "narrative": [{"heading": "一、总体情况", "body": ["收到3件。"]}, {"heading": "三、收到和处理政府信息公开申请情况"},
            {"heading": "七、附则", "body": ["无。"]}]"#,
    )
}

#[test]
fn a_report_has_its_pieces_in_order() {
    assert_eq!(
        pieces(&read(), &[]),
        [
            Piece::Office,
            Piece::Opening,
            Piece::Text(0),
            Piece::Figures(TableId::Applications),
            Piece::Text(2),
            Piece::Figures(TableId::Proactive)
        ]
    );
}

#[test]
fn all_pieces_make_the_same_draft_and_some_make_less() {
    let read = read();
    let whole = draft_of(&read, "a".to_owned(), &pieces(&read, &[]));
    assert_eq!(whole.with_id(String::new()).to_json(), read.clone().with_id(String::new()).to_json());
    let figures = draft_of(&read, "a".to_owned(), &[Piece::Figures(TableId::Applications)]);
    assert_eq!(figures.narrative().iter().map(|part| part.body.len()).sum::<usize>(), 0);
    assert_eq!(cells(&figures, TableId::Applications)[0].1.text(), "3");
    assert_eq!(cells(&figures, TableId::Proactive)[0].1, CellValue::Blank);
}

#[test]
fn into_an_open_draft_comes_what_differs_and_is_taken_back_by_one_step() {
    let read = read();
    let own = r#""figures": {"applications.new.natural": 4, "applications.new.business": 2},
        "narrative": [{"heading": "（一）总体情况", "body": ["收到4件。"]}]"#;
    let mut open = draft(own);
    let before = open.to_json();
    assert_eq!(differences(&read, &open, Piece::Figures(TableId::Applications)), 1);
    assert_eq!(differences(&read, &open, Piece::Text(0)), 2);
    let inverse = open.apply(take(&read, &open, &pieces(&read, &[])));
    let text = |place: &str| open.text(place.parse().expect("a place")).unwrap_or_default();
    assert_eq!(text("applications.new.natural"), "3");
    assert_eq!(text("applications.new.business"), "2", "what is blank in the report stays");
    assert_eq!(text("narrative.0.body.0"), "收到3件。");
    assert_eq!(text("narrative.1.heading"), "七、附则");
    assert!(pieces(&read, &[]).into_iter().all(|piece| differences(&read, &open, piece) == 0));
    open.apply(inverse);
    assert_eq!(open.to_json(), before);
}

#[test]
fn what_is_no_number_goes_with_the_category_under_which_it_was_typed() {
    let read = draft(r#""proposals": [{"category": "社会事业", "count": 6, "closed": 6}]"#);
    let mut open =
        draft(r#""proposals": [{"category": "农林水", "count": 2}], "unread": {"proposals.0.closed": "约两件"}"#);
    let before = open.to_json();
    let inverse = open.apply(take(&read, &open, &[Piece::Figures(TableId::Proposals)]));
    let after = open.to_json();
    assert!(!after.contains("约两件") && after.contains("社会事业"), "{after}");
    open.apply(inverse);
    assert_eq!(open.to_json(), before);
}

#[test]
fn what_was_left_out_is_put_back_where_it_stood() {
    let source = |block| vec![Source { block, cell: None, range: 0..3 }];
    let mut understood = Understood::new(read());
    for (place, block) in [(Place::Heading(0), 2), (Place::Body(0, 0), 3), (Place::Heading(2), 8)] {
        understood.texts.push(crate::read::understand::ReadText { place, sources: source(block) });
    }
    let tried = |block| {
        let left = LeftWords { kind: crate::read::LeftKind::Web, text: "补回".to_owned(), sources: source(block) };
        let mut draft = understood.draft.clone();
        put_back(&understood, &mut draft, &left);
        (draft.opening().len(), draft.narrative().iter().map(|part| part.body.len()).collect::<Vec<_>>())
    };
    assert_eq!(tried(0), (2, vec![1, 0, 1]));
    assert_eq!(tried(5), (1, vec![2, 0, 1]));
    assert_eq!(tried(9), (1, vec![1, 0, 2]));
    let choice = Choice {
        places: vec!["applications.new.natural".parse().expect("a place")],
        words: "12".to_owned(),
        sources: Vec::new(),
        ways: vec![Way { values: vec!["12".to_owned()], remark: String::new() }],
        listed: crate::read::understand::Listed::All,
    };
    let mut draft = understood.draft.clone();
    let open = [Choice { places: vec!["disputes.review.upheld".parse().expect("a place")], ..choice.clone() }];
    let has = |choices: &[Choice]| pieces(&read(), choices).contains(&Piece::Figures(TableId::Disputes));
    assert!(has(&open) && !has(&[]), "a table of which all is open is a piece too");
    choose(&mut draft, &choice, &choice.ways[0]);
    assert_eq!(cells(&draft, TableId::Applications)[0].1.text(), "12");
}
