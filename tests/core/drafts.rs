//! Whole drafts: read, written, and read again.

use nianbao::draft::Draft;

/// The seed's report, as its office printed it.
pub const SEED: &str = include_str!("drafts/v1/seed-2017.nianbao.json");
/// A city's tables in the national form, all totals stated.
pub const CITY: &str = include_str!("drafts/v1/city-2023.nianbao.json");
/// A draft with every member there is, in all its spellings.
pub const FULL: &str = include_str!("drafts/v1/full-2020.nianbao.json");

#[track_caller]
pub fn open(json: &str) -> Draft {
    Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft
}

#[test]
fn whole_drafts_are_their_own_canonical_bytes() {
    for json in [SEED, CITY, FULL] {
        assert_eq!(open(json).to_json(), json);
    }
}

#[test]
fn a_whole_draft_draws_no_notice_but_of_what_is_not_known() {
    for json in [SEED, CITY] {
        assert!(Draft::from_json(json).is_ok_and(|opened| opened.notices.is_empty()));
    }
    let notices = Draft::from_json(FULL).map(|opened| opened.notices).unwrap_or_default();
    assert_eq!(notices.len(), 2, "{notices:?}");
    assert!(notices.iter().any(|n| n.contains("unit_of_measure")), "{notices:?}");
    assert!(notices.iter().any(|n| n.contains("bureau")), "{notices:?}");
}

#[test]
fn what_is_accepted_though_it_is_not_canonical() {
    let loose = "\u{feff}{\"year\": 2017.0, \"nianbao\": 1, \"title\": \"\", \"opening\": [\"\", \"甲\\r\\n乙\"],
        \"figures\": {\"disclosed.total\": 88.0, \"channel.website\": null, \"charges.amount\": 59237.24490000000000000001,
        \"bodies.budget\": \"1234567890123456.78\"}, \"history\": {}, \"narrative\": [{}]}";
    let opened = Draft::from_json(loose).expect("a draft");
    let expected = r#"{
  "nianbao": 1,
  "form": "narrative-2008",
  "year": 2017,
  "opening": [
    "甲",
    "乙"
  ],
  "figures": {
    "disclosed.total": 88,
    "charges.amount": "59237.24490000000000000001",
    "bodies.budget": "1234567890123456.78"
  },
  "narrative": [
    {}
  ]
}
"#;
    assert_eq!(opened.draft.to_json(), expected);
    assert_eq!(opened.notices.len(), 4, "{:?}", opened.notices);
    assert_eq!(open(expected).to_json(), expected);
}

#[test]
fn a_newer_colleagues_members_survive_the_round_trip() {
    let json = r#"{
  "nianbao": 1,
  "form": "national-2029",
  "year": 2030,
  "office": {
    "name": "某局",
    "fax": "1"
  },
  "figures": {
    "proactive.drones.issued": 1.50
  },
  "narrative": [
    {
      "heading": "一、",
      "body": [
        {
          "map": "district"
        },
        "甲"
      ],
      "colour": null
    }
  ],
  "attachments": [
    1e+400
  ]
}
"#;
    let opened = Draft::from_json(json).expect("a draft");
    assert_eq!(opened.draft.to_json(), json);
    assert!(opened.draft.form().is_none());
}

#[test]
fn figures_of_another_form_are_kept_after_those_of_the_drafts_own() {
    let json = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017,
        "figures": {"applications.new.natural": 3, "disclosed.total": 88}}"#;
    let written = open(json).to_json();
    assert!(written.find("disclosed.total") < written.find("applications.new.natural"), "{written}");
}

#[test]
fn of_many_unknown_names_the_first_are_listed() {
    let figures = |count: usize| (0..count).map(|n| format!("\"unknown.f{n:03}\": {n}")).collect::<Vec<_>>().join(",");
    let notice = |count: usize| {
        let json =
            format!(r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "figures": {{{}}}}}"#, figures(count));
        let opened = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}"));
        opened.notices.join("")
    };
    assert!(notice(20).ends_with("“figures.unknown.f019”。"), "{}", notice(20));
    assert!(notice(21).ends_with("“figures.unknown.f019”等21项。"), "{}", notice(21));
}
