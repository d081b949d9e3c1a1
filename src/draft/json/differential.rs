//! The reader held against `serde_json` on drafts that were changed at random, always the same ones.
//!
//! Both take and refuse the same texts and read the same values, but for what is refused here by design: a name given twice,
//! and lists and objects more than 64 deep. (A lone surrogate both refuse.)

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{DEPTH, Value, parse};
use crate::draft::Refused;

const ROUNDS: usize = 100_000;

/// Small drafts in which everything stands that JSON has.
const SMALL: [&str; 4] = [
    r#"{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {"name": "临江市财政局", "kind": "department"}, "figures":
        {"applications.new.natural": 12, "proactive.licences.change": -3, "charges.amount": "59237.2449", "n": null}}"#,
    r#"{"nianbao":1,"year":2017,"history":{"disclosed.total":{"2016":45,"2017":88.0}},"extra":[1.50,-0,2e3,4E-5,0.10e+7,true,false,[]]}"#,
    r#"{"a": "\"\\\/\b\f\n\r\t\u5e74\ud83d\ude00", "年报": "😀é", "b": {"c": [{"d": [[], {}, "", 0]}], "a": 9007199254740993}}"#,
    "[\n  \"第一段。\",\n  {\"table\": \"history\", \"caption\": \"\"},\t{\"chart\": \"trend\"},\r\n  12345678901234567890.00100\n]",
];

/// What is put between other signs.
const PUT: [&str; 40] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "-",
    "+",
    ".",
    "e",
    "E",
    "0",
    "1",
    "9",
    "00",
    " ",
    "\n",
    "\t",
    "\u{1}",
    "\u{7f}",
    "\u{a0}",
    "\u{feff}",
    "\u{2028}",
    "\u{3000}",
    "年",
    "😀",
    "１",
    "\\u",
    "\\u00e9",
    "\\ud83d",
    "\\ude00",
    "\\uD83D\\uDE00",
    "null",
    "true",
    "false",
    "[]",
    "{}",
    "\"a\":1,",
];

/// Numbers that look random and are the same every time (SplitMix64).
struct Random(u64);

impl Random {
    /// A number below `end`; 0 where `end` is 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).expect("63 bits").checked_rem(end).unwrap_or(0)
    }

    /// A stretch of a text, at most so many bytes long.
    fn range(&mut self, text: &str, longest: usize) -> std::ops::Range<usize> {
        let from = text.floor_char_boundary(self.below(text.len() + 1));
        let to = text.floor_char_boundary((from + self.below(longest)).min(text.len()));
        from..to.max(from)
    }
}

/// Changes a text at one place.
fn change(text: &mut String, random: &mut Random) {
    let range = random.range(text, 24);
    match random.below(8) {
        0 => text.replace_range(range, ""),
        1 => text.truncate(range.start),
        2 => {
            let copy = text[range.clone()].to_owned();
            text.insert_str(range.end, &copy);
        }
        3 => {
            let other = random.range(text, 24);
            let taken = text[other].to_owned();
            text.replace_range(range, &taken);
        }
        4 => {
            let brackets = 1 + random.below(70);
            text.insert_str(0, &"[".repeat(brackets));
            text.push_str(&"]".repeat(brackets));
        }
        5 => {
            // Another digit, which leaves most texts what they were.
            let digits: Vec<usize> =
                text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(at, _)| at).collect();
            if let Some(at) = digits.get(random.below(digits.len())).copied() {
                text.replace_range(at..=at, &random.below(10).to_string());
            }
        }
        _ => text.insert_str(range.start, PUT[random.below(PUT.len())]),
    }
}

/// Whether a name is given twice in some object.
struct Twice(bool);

impl<'de> Deserialize<'de> for Twice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Look;
        impl<'de> Visitor<'de> for Look {
            type Value = Twice;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_unit<E>(self) -> Result<Twice, E> {
                Ok(Twice(false))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Twice, E> {
                Ok(Twice(false))
            }
            fn visit_u64<E>(self, _: u64) -> Result<Twice, E> {
                Ok(Twice(false))
            }
            fn visit_i64<E>(self, _: i64) -> Result<Twice, E> {
                Ok(Twice(false))
            }
            fn visit_str<E>(self, _: &str) -> Result<Twice, E> {
                Ok(Twice(false))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Twice, A::Error> {
                let mut twice = false;
                while let Some(Twice(inside)) = list.next_element()? {
                    twice |= inside;
                }
                Ok(Twice(twice))
            }
            // A number beyond 64 bits comes as an object of one member, whose name is its own.
            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Twice, A::Error> {
                let (mut names, mut twice) = (HashSet::new(), false);
                while let Some((name, Twice(inside))) = object.next_entry::<String, Twice>()? {
                    twice |= inside || !names.insert(name);
                }
                Ok(Twice(twice))
            }
        }
        from.deserialize_any(Look)
    }
}

/// A number with its digits as they are written, and its exponent as `serde_json` writes it: 2E3 as 2e+3.
fn with_signed_exponent(number: &str) -> String {
    match number.split_once(['e', 'E']) {
        Some((digits, exponent)) if exponent.starts_with(['+', '-']) => format!("{digits}e{exponent}"),
        Some((digits, exponent)) => format!("{digits}e+{exponent}"),
        None => number.to_owned(),
    }
}

fn is_equal(ours: &Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), Theirs::Number(theirs)) => with_signed_exponent(ours) == theirs.to_string(),
        (Value::String(ours), Theirs::String(theirs)) => ours == theirs,
        (Value::Array(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_equal(ours, theirs))
        }
        (Value::Object(ours), Theirs::Object(theirs)) => {
            let same = |(name, ours): (&String, &Value)| theirs.get(name).is_some_and(|theirs| is_equal(ours, theirs));
            ours.iter().count() == theirs.len() && ours.iter().all(same)
        }
        _ => false,
    }
}

fn depth(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Array(list) => 1 + list.iter().map(depth).max().unwrap_or(0),
        serde_json::Value::Object(object) => 1 + object.values().map(depth).max().unwrap_or(0),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => 0,
    }
}

/// How often each outcome came.
#[derive(Default)]
struct Outcomes {
    read: usize,
    no_json: usize,
    twice: usize,
    too_deep: usize,
}

/// Reads a text both ways.
#[track_caller]
fn compare(text: &str, outcomes: &mut Outcomes) {
    let ours = parse(text);
    let Ok(theirs) = serde_json::from_str::<serde_json::Value>(text) else {
        outcomes.no_json += 1;
        assert!(ours.is_err(), "only serde_json refuses {text:?}");
        return;
    };
    if depth(&theirs) > DEPTH {
        outcomes.too_deep += 1;
        assert_eq!(ours, Err(Refused::TooDeep), "{text:?}");
    } else if serde_json::from_str::<Twice>(text).expect("read before").0 {
        outcomes.twice += 1;
        assert!(matches!(ours, Err(Refused::Twice { .. })), "{ours:?} {text:?}");
    } else {
        outcomes.read += 1;
        let ours = ours.unwrap_or_else(|refused| panic!("{refused} {text:?}"));
        assert!(is_equal(&ours, &theirs), "{ours:?}\n{theirs:?}\n{text:?}");
    }
}

#[test]
fn what_serde_json_reads_is_read_the_same_and_no_more() {
    let whole = [
        include_str!("../../../tests/core/drafts/v1/full-2020.nianbao.json"),
        include_str!("../../../tests/core/drafts/v1/seed-2017.nianbao.json"),
        include_str!("../../../tests/core/drafts/v1/city-2023.nianbao.json"),
    ];
    let mut random = Random(2026);
    let mut outcomes = Outcomes::default();
    for round in 0..ROUNDS {
        // A whole draft now and then: it takes as long as twenty small ones.
        let base = if round % 50 == 0 { whole[round / 50 % whole.len()] } else { SMALL[round % SMALL.len()] };
        let mut text = base.to_owned();
        for _ in 0..=random.below(3) {
            change(&mut text, &mut random);
        }
        compare(&text, &mut outcomes);
    }
    // Each outcome is seen often enough for the comparison to mean something.
    let Outcomes { read, no_json, twice, too_deep } = outcomes;
    assert!(read > ROUNDS / 10 && no_json > ROUNDS / 10, "{read} read, {no_json} are no JSON");
    assert!(twice > 100 && too_deep > 100, "{twice} with a name twice, {too_deep} too deep");
}
