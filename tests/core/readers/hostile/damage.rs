//! Whole files of other programs with bytes changed, lost, or cut off.

use std::io::{Cursor, Read};

use nianbao::read::Input;
use zip::ZipArchive;

use super::super::formats::foreign_files;
use super::super::kind_of;
use super::super::written::zipped;
use super::{Chance, Hostile, survives};

/// Changes a few bytes: counts that are too large or too small, single bits, a stretch of one byte.
fn spoil(bytes: &mut [u8], chance: &mut Chance) {
    for _ in 0..=chance.below(5) {
        let at = chance.below(bytes.len());
        let length = 1 + chance.below(4);
        let value = match chance.below(4) {
            0 => 0xff,
            1 => 0,
            2 => bytes.get(at).map_or(0, |byte| byte ^ (1 << chance.below(8))),
            _ => u8::try_from(chance.below(256)).expect("a byte"),
        };
        bytes.iter_mut().skip(at).take(length).for_each(|byte| *byte = value);
    }
}

/// Text with a stretch taken out, doubled, or a number made absurd.
fn spoil_text(text: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut spoilt = text.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(spoilt.len());
        let end = (at + 1 + chance.below(300)).min(spoilt.len());
        match chance.below(4) {
            0 => drop(spoilt.drain(at..end)),
            1 => {
                let stretch = spoilt[at..end].to_vec();
                spoilt.splice(at..at, stretch);
            }
            2 => spoil(&mut spoilt[at..end], chance),
            _ => {
                let digit = spoilt[at..].iter().position(u8::is_ascii_digit).map(|digit| at + digit);
                let number = ["1000000", "-1", "4294967296", "1e99", "", "9223372036854775808"][chance.below(6)];
                if let Some(digit) = digit {
                    spoilt.splice(digit..=digit, number.bytes());
                }
            }
        }
    }
    spoilt
}

/// A ZIP with one of its parts of XML spoilt, so that its sums are right all the same.
fn spoilt_part(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let mut parts: Vec<(String, Vec<u8>)> = (0..zip.len())
        .map(|n| {
            let mut part = zip.by_index(n).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("bytes");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect();
    // What holds the text is spoilt most often.
    let mut places: Vec<usize> = (0..parts.len()).filter(|n| kind_of(&parts[*n].0) == "xml").collect();
    places.sort_by_key(|n| std::cmp::Reverse(parts[*n].1.len()));
    let place = places[chance.below(6).saturating_sub(3).min(places.len() - 1)];
    parts[place].1 = spoil_text(&parts[place].1, chance);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zipped(&parts)
}

#[test]
fn files_cut_at_any_length() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut all = Vec::new();
    for (name, bytes) in foreign_files() {
        for length in [1, 8, 512, bytes.len() / 2, bytes.len() - 1, chance.below(bytes.len())] {
            all.push(Hostile::file(format!("{name} cut to {length}"), &bytes[..length.min(bytes.len())]));
        }
    }
    survives(all);
}

#[test]
fn files_with_bytes_changed() {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut all = Vec::new();
    for (name, bytes) in foreign_files() {
        for round in 0..6 {
            let mut spoilt = bytes.clone();
            if bytes.starts_with(b"PK") && round < 4 {
                spoilt = spoilt_part(&bytes, &mut chance);
            } else {
                spoil(&mut spoilt, &mut chance);
            }
            all.push(Hostile::file(format!("{name} spoilt {round}"), spoilt));
        }
    }
    let count = all.len();
    let answered = survives(all);
    assert!(answered * 4 > count, "of {count} only {answered} were read at all: the damage is too plain to test much");
}

#[test]
fn pages_of_pdf_with_bytes_changed() {
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let entries = std::fs::read_dir("tests/files/pages").expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let all = paths.iter().flat_map(|path| {
        let json = std::fs::read(path).expect("bytes");
        let rounds: Vec<Hostile> = (0..6)
            .map(|round| Hostile {
                name: format!("{} spoilt {round}", path.display()),
                input: Input::PdfPages,
                bytes: spoil_text(&json, &mut chance),
            })
            .collect();
        rounds
    });
    survives(all.collect::<Vec<_>>());
}
