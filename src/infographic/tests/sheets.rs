//! Nothing lies over anything else, and nothing leaves its sheet.

use super::*;
use crate::form::{FormId, Key};
use crate::infographic::layout::{Area, Item, Run, Sheet, sheet};
use crate::infographic::{Shape, Topic};

const SHAPES: [Shape; 3] = [Shape::Page, Shape::Long, Shape::Wide];

/// A draft in which every count of its form is this one, with everything else that can be filled in.
fn full(form: &str, year: u16, value: i64, name: &str) -> Draft {
    let figures: Vec<String> = FormId::of_year(year)
        .form()
        .keys()
        .chain(Key::all().filter(|key| key.name().starts_with("channel.") || key.name() == "disclosed.total"))
        .filter(|key| key.kind() == crate::form::Kind::Count)
        .map(|key| format!(r#""{key}": {value}"#))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let years: Vec<String> =
        (year - 9..=year).map(|of| format!(r#""{of}": {}"#, value / i64::from(year - of + 1))).collect();
    let proposal = |n: usize| format!(r#"{{"category": "第{n}类{name}", "count": {value}, "closed": 1}}"#);
    let proposals: Vec<String> = (1..=12).map(proposal).collect();
    let members = format!(
        r#""office": {{"name": "{name}"}}, "figures": {{{}}}, "history": {{"disclosed.total": {{{}}}}}, "proposals": [{}]"#,
        figures.join(","),
        years.join(","),
        proposals.join(",")
    );
    draft(form, year, &members)
}

fn drafts() -> Vec<Draft> {
    let long =
        "新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克风景名胜区管理委员会综合行政执法与市场监督管理局".repeat(2);
    let mut all = vec![
        draft("national-2021", 2023, STREET),
        draft("national-2019", 2020, TOWNSHIP),
        draft("narrative-2008", 2017, OFFICE),
        draft("narrative-2008", 2017, r#""figures": {"review.total": 0}"#),
        draft("narrative-2008", 2017, r#""figures": {"disclosed.total": 7}"#),
        draft("narrative-2008", 2017, r#""history": {"disclosed.total": {"2016": 1, "2017": 9007199254740991}}"#),
    ];
    for (form, year) in [("national-2021", 2023), ("national-2019", 2020), ("narrative-2008", 2017)] {
        for (value, name) in [(1, "某局"), (123_456, "ABC 局 Ltd. & <Söhne>"), (9_007_199_254_740_991, &*long)] {
            all.push(full(form, year, value, name));
        }
    }
    all
}

/// What lies over what, and what leaves the sheet.
fn faults(sheet: &Sheet) -> Vec<String> {
    let whole = Area { x: 0, y: 0, width: sheet.width, height: sheet.height };
    let mut faults = Vec::new();
    let mut taken: Vec<(Area, String, bool)> = Vec::new();
    for item in &sheet.items {
        let (area, name, is_text) = match item {
            Item::Text(text) => {
                (text.area(), text.runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" "), true)
            }
            Item::Bar { area, .. } => (*area, "a bar".to_owned(), false),
            Item::Rule { area, .. } => (*area, "a line".to_owned(), false),
            Item::Frame(area) => (*area, String::new(), false),
        };
        if !whole.holds(&area) {
            faults.push(format!("{name} leaves the sheet: {area:?}"));
        }
        if area.width < 0 || area.height < 0 {
            faults.push(format!("{name} is inside out: {area:?}"));
        }
        for (other, its_name, its_text) in &taken {
            // A frame lies around texts, and a line may touch its bars and its frame.
            if (is_text || *its_text) && !name.is_empty() && !its_name.is_empty() && area.meets(other) {
                faults.push(format!("{name} lies over {its_name}: {area:?} {other:?}"));
            }
        }
        taken.push((area, name, is_text));
    }
    faults
}

#[test]
fn nothing_lies_over_anything_and_nothing_leaves_the_sheet() {
    for draft in drafts() {
        let told = of(&draft, None).expect("a picture");
        for shape in SHAPES {
            let sheet = sheet(&told, shape);
            let faults = faults(&sheet);
            assert!(faults.is_empty(), "{shape:?} of {} {}\n{}", draft.year(), told.office, faults.join("\n"));
        }
    }
}

#[test]
fn the_sheets_have_their_sizes() {
    let told = told("national-2021", 2023, STREET);
    let sizes = SHAPES.map(|shape| sheet(&told, shape)).map(|sheet| (sheet.width, sheet.height));
    assert_eq!((sizes[0], sizes[2]), ((794, 1123), (1920, 1080)));
    assert!(sizes[1].0 == 1080 && sizes[1].1 > 2000, "{sizes:?}");
}

#[test]
fn on_a_phone_every_letter_can_be_read() {
    for item in sheet(&told("national-2021", 2023, STREET), Shape::Long).items {
        if let Item::Text(text) = item {
            assert!(text.runs.iter().all(|run| run.size >= 32), "{text:?}");
        }
    }
}

#[test]
fn figures_are_never_cut() {
    let told = of(&full("national-2021", 2023, 9_007_199_254_740_991, "某局"), None).expect("a picture");
    for shape in SHAPES {
        for item in sheet(&told, shape).items {
            if let Item::Text(text) = item {
                let cut = |run: &Run| {
                    run.text.split('…').rev().skip(1).any(|before| before.ends_with(|c: char| c.is_ascii_digit()))
                };
                assert!(!text.runs.iter().any(cut), "{text:?}");
            }
        }
    }
}

#[test]
fn the_least_important_is_left_out_where_there_is_no_room() {
    let told = of(&full("national-2021", 2023, 123_456, "某局"), None).expect("a picture");
    let has = |shape: Shape, topic: Topic| {
        let title = &told.sections.iter().find(|section| section.topic == topic).expect("a section").title;
        sheet(&told, shape).items.iter().any(|item| match item {
            Item::Text(text) => text.runs.iter().any(|run| run.text == *title),
            Item::Bar { .. } | Item::Rule { .. } | Item::Frame(_) => false,
        })
    };
    for shape in SHAPES {
        assert!(has(shape, Topic::Trend) && has(shape, Topic::Outcomes), "{shape:?}");
        assert_eq!(has(shape, Topic::Proposals), shape == Shape::Long, "{shape:?}");
    }
}
