//! Random edits on random drafts: each followed by its inverse gives the same bytes.

use nianbao::draft::{
    CellValue, ChartId, Draft, Edit, Embed, Embedded, FormName, Item, OfficeField, Part, Place, Proposal,
    ProposalField, SettingName, Splice,
};
use nianbao::form::{FormId, Key, TABLES, forms};
use nianbao::value::{Date, Figure, Kind};
use proptest::prelude::*;
use proptest::sample::select;

use crate::drafts::{CITY, FULL, SEED, open};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[一二三、，。０-９0-9％“”\n a-z]{1,12}"]
}

fn figure(kind: Kind) -> impl Strategy<Value = Figure> {
    (0_i64..2_000_000, any::<bool>()).prop_filter_map("of the kind", move |(n, negative)| {
        let n = if negative && kind == Kind::Change { -n } else { n };
        let text = if kind == Kind::Money { format!("{}.{:02}", n / 100, n % 100) } else { n.to_string() };
        Figure::read(kind, &text).ok().flatten()
    })
}

fn entry(kind: Kind) -> BoxedStrategy<CellValue> {
    prop_oneof![
        Just(CellValue::Blank),
        figure(kind).prop_map(CellValue::Figure),
        Just(CellValue::Unread("约20".to_owned())),
    ]
    .boxed()
}

fn key() -> impl Strategy<Value = Key> {
    select(Key::all().collect::<Vec<_>>())
}

fn cell() -> impl Strategy<Value = Place> {
    prop_oneof![
        key().prop_map(Place::Cell),
        (key(), 2008_u16..2024).prop_map(|(key, year)| Place::Past(key, year)),
        (0_usize..6).prop_map(|n| Place::Proposal(n, ProposalField::Count)),
        (0_usize..6).prop_map(|n| Place::Proposal(n, ProposalField::Closed)),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    let what = prop_oneof![
        select(TABLES.to_vec()).prop_map(Embedded::Table),
        select(ChartId::ALL.to_vec()).prop_map(Embedded::Chart),
    ];
    prop_oneof![text().prop_map(Item::Paragraph), what.prop_map(|what| Item::Embed(Embed::new(what)))]
}

fn splice<T: std::fmt::Debug>(items: impl Strategy<Value = T>) -> impl Strategy<Value = Splice<T>> {
    (0_usize..9, 0_usize..4, prop::collection::vec(items, 0..3)).prop_map(|(at, remove, insert)| Splice {
        at,
        remove,
        insert,
    })
}

fn part() -> impl Strategy<Value = Part> {
    (text(), prop::collection::vec(item(), 0..3)).prop_map(|(heading, body)| {
        let mut part = Part::new(heading);
        part.body = body;
        part
    })
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::Title),
        select(OfficeField::ALL.to_vec()).prop_map(Place::Office),
        (0_usize..9).prop_map(Place::Heading),
        (0_usize..3).prop_map(Place::Opening),
        (0_usize..9, 0_usize..9).prop_map(|(n, m)| Place::Body(n, m)),
        (0_usize..6).prop_map(|n| Place::Proposal(n, ProposalField::Category)),
    ]
}

fn single() -> impl Strategy<Value = Edit> {
    let cell = cell().prop_flat_map(|place| {
        let kind = place.kind().expect("a cell");
        entry(kind).prop_map(move |entry| Edit::SetCell(place, entry))
    });
    let setting = select(SettingName::ALL.to_vec()).prop_flat_map(|name| {
        let words = select(vec!["2020-01-31", "50", "true", "元", ""]);
        words.prop_map(move |word| Edit::SetSetting(name, name.read(word)))
    });
    let proposal = text().prop_map(Proposal::new);
    prop_oneof![
        6 => cell,
        3 => (place(), text()).prop_map(|(place, text)| Edit::SetText(place, text)),
        1 => (2018_i32..2024, 1_u32..13).prop_map(|(year, month)| Edit::SetPublished(Date::new(year, month, 28))),
        1 => (2008_u16..2024, select(forms().iter().map(|form| form.id).collect::<Vec<_>>()))
            .prop_map(|(year, form)| Edit::SetYear(year, FormName::Known(form))),
        1 => setting,
        2 => splice(text()).prop_map(Edit::SpliceOpening),
        4 => (0_usize..9, splice(item())).prop_map(|(n, splice)| Edit::SpliceBody(n, splice)),
        2 => splice(part()).prop_map(Edit::SpliceParts),
        2 => splice(proposal).prop_map(Edit::SpliceProposals),
        1 => splice(text()).prop_map(Edit::SpliceConfirmed),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![4 => single().boxed(), 1 => prop::collection::vec(single(), 0..4).prop_map(Edit::Many).boxed()]
}

fn draft() -> impl Strategy<Value = Draft> {
    let fresh = (2008_u16..2024).prop_map(|year| Draft::new("d".to_owned(), year, "某局", "department"));
    prop_oneof![Just(open(SEED)), Just(open(CITY)), Just(open(FULL)), fresh]
}

proptest! {
    #[test]
    fn an_edit_and_its_inverse_give_the_same_bytes(mut draft in draft(), edits in prop::collection::vec(edit(), 1..12)) {
        let mut states = vec![draft.to_json()];
        let mut inverses = Vec::new();
        for edit in edits {
            inverses.push(draft.apply(edit));
            states.push(draft.to_json());
        }
        while let Some(inverse) = inverses.pop() {
            prop_assert_eq!(&draft.to_json(), &states.pop().expect("a state"));
            let again = draft.apply(inverse);
            // The inverse of the inverse is the edit.
            let back = draft.to_json();
            let inverse = draft.apply(again);
            draft.apply(inverse);
            prop_assert_eq!(draft.to_json(), back);
        }
        prop_assert_eq!(draft.to_json(), states.pop().expect("a state"));
    }

    #[test]
    fn what_is_written_is_read_back_the_same(mut draft in draft(), edits in prop::collection::vec(edit(), 0..12)) {
        for edit in edits {
            draft.apply(edit);
        }
        let written = draft.to_json();
        let opened = Draft::from_json(&written).map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        prop_assert_eq!(opened.draft.to_json(), written);
    }

    #[test]
    fn any_text_ends_in_a_draft_or_a_refusal(text in "\\PC{0,200}") {
        let _ = Draft::from_json(&text).map_err(|refused| refused.to_string());
    }
}

/// A change of year keeps the figures of the form it leaves, and they come back with the year.
#[test]
fn a_change_of_year_and_back_keeps_everything() {
    let mut draft = open(CITY);
    let before = draft.to_json();
    draft.apply(Edit::SetYear(2018, FormName::Known(FormId::of_year(2018))));
    assert!(draft.to_json().contains("applications.new.natural"));
    draft.apply(Edit::SetYear(2023, FormName::Known(FormId::of_year(2023))));
    assert_eq!(draft.to_json(), before);
}
