//! Containers that lie: archives that swell, lists with wrong counts, chains of sectors that never end.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::super::formats::foreign_files;
use super::super::written::{docx, xlsx, zipped};
use super::{Chance, Hostile, survives};

/// A ZIP of one or more parts whose heads say what they are told to (APPNOTE 6.3.10, 4.3).
struct RawZip {
    bytes: Vec<u8>,
    list: Vec<u8>,
    count: u16,
}

impl RawZip {
    fn new() -> Self {
        Self { bytes: Vec::new(), list: Vec::new(), count: 0 }
    }

    /// Adds a part that was deflated already, which says that so many bytes come out.
    fn part(&mut self, name: &str, deflated: &[u8], stated: u32) {
        let at = u32::try_from(self.bytes.len()).expect("a small file");
        let length = u32::try_from(deflated.len()).expect("a small file");
        self.bytes.extend(head(*b"PK\x03\x04", 0x14, name, length, stated));
        self.bytes.extend(name.bytes());
        self.bytes.extend(deflated);
        self.listed(name, at, length, stated);
    }

    /// Lists a part that begins at a place of the file.
    fn listed(&mut self, name: &str, at: u32, length: u32, stated: u32) {
        self.list.extend(b"PK\x01\x02\x14\0");
        self.list.extend(&head(*b"PK\x01\x02", 0x14, name, length, stated)[4..]);
        self.list.extend([0; 10]);
        self.list.extend(at.to_le_bytes());
        self.list.extend(name.bytes());
        self.count += 1;
    }

    /// The file; its end says that there are so many parts.
    fn finish(mut self, stated: u16) -> Vec<u8> {
        let at = u32::try_from(self.bytes.len()).expect("a small file");
        let length = u32::try_from(self.list.len()).expect("a small file");
        self.bytes.append(&mut self.list);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(stated.to_le_bytes());
        self.bytes.extend(stated.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(at.to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

/// What a part says of itself before its name.
fn head(mark: [u8; 4], version: u16, name: &str, length: u32, stated: u32) -> Vec<u8> {
    let mut head = mark.to_vec();
    head.extend(version.to_le_bytes());
    // Plain names, deflated, no day.
    head.extend([0, 0, 8, 0, 0, 0, 0, 0]);
    head.extend(0_u32.to_le_bytes());
    head.extend(length.to_le_bytes());
    head.extend(stated.to_le_bytes());
    head.extend(u16::try_from(name.len()).expect("a short name").to_le_bytes());
    head.extend([0, 0]);
    head
}

/// Deflated bytes that swell to so many megabytes of one text: a megabyte deflated, then again and again.
fn swelling(text: &str, megabytes: usize) -> Vec<u8> {
    let megabyte = text.repeat((1 << 20) / text.len());
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(megabyte.as_bytes()).expect("bytes");
    encoder.flush().expect("bytes");
    let once = encoder.get_ref().clone();
    let mut all = once.repeat(megabytes);
    // An empty last block.
    all.extend([0x03, 0x00]);
    all
}

const BODIES: [(&str, &str); 4] = [
    ("word/document.xml", "[Content_Types].xml"),
    ("xl/workbook.xml", "[Content_Types].xml"),
    ("content.xml", "mimetype"),
    ("Doc_0/Document.xml", "OFD.xml"),
];

#[test]
fn archives_that_swell() {
    let mut all = Vec::new();
    for (body, list) in BODIES {
        // A hundred gigabytes in as many megabytes, and what says that it is small.
        for (megabytes, stated) in [(100, 100 << 20), (4_000, u32::MAX), (100, 1)] {
            let mut zip = RawZip::new();
            let deflated = swelling("<w:p>年", megabytes);
            zip.part(list, &swelling("a", 0), 0);
            zip.part(body, &deflated, stated);
            all.push(Hostile::file(format!("{body} of {megabytes} MB that says {stated}"), zip.finish(2)));
        }
        // Many names for one part: each inflated for itself.
        let deflated = swelling(" ", 40);
        let mut zip = RawZip::new();
        zip.part(list, &deflated, 40 << 20);
        for n in 0..900 {
            let length = u32::try_from(deflated.len()).expect("a small file");
            zip.listed(if n == 0 { body } else { "xl/sharedStrings.xml" }, 0, length, 40 << 20);
        }
        all.push(Hostile::file(format!("{body} listed 900 times"), zip.finish(901)));
    }
    let inner = zipped(&[("word/document.xml", vec![b' '; 8 << 20].as_slice())]);
    let nested =
        (0..20).fold(inner, |inner, _| zipped(&[("[Content_Types].xml", b"a"), ("word/document.xml", &inner)]));
    all.push(Hostile::file("an archive in an archive, twenty times", nested));
    assert_eq!(survives(all), 0);
}

#[test]
fn archives_with_wrong_lists() {
    let mut all = Vec::new();
    for stated in [0, 1, 3, 1000, u16::MAX] {
        let mut zip = RawZip::new();
        zip.part("[Content_Types].xml", &swelling("a", 0), 0);
        zip.part("word/document.xml", &swelling("a", 0), 0);
        all.push(Hostile::file(format!("two parts that say to be {stated}"), zip.finish(stated)));
    }
    for at in [1, u32::MAX, 1 << 31] {
        let mut zip = RawZip::new();
        zip.part("[Content_Types].xml", &swelling("a", 0), 0);
        zip.listed("word/document.xml", at, 9, 9);
        all.push(Hostile::file(format!("a part at {at}"), zip.finish(2)));
    }
    let names: Vec<String> = (0..40_000).map(|n| format!("word/{n}.xml")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    all.push(Hostile::file("forty thousand parts", zipped(&many)));
    for name in ["../../etc/passwd", "word/../word/document.xml", "/", "", "\\", "word\u{0}/document.xml", "CON"] {
        all.push(Hostile::file(
            format!("a part named {name:?}"),
            zipped(&[("[Content_Types].xml", b"<a/>"), (name, b"<a/>")]),
        ));
    }
    for names in [["xl/worksheets/sheet1.xml", "xl/workbook.xml"], ["OFD.xml", "content.xml"], ["word/", "xl/"]] {
        let parts = [("[Content_Types].xml", b"".as_slice()), (names[0], b""), (names[1], b"")];
        all.push(Hostile::file(format!("empty parts {names:?}"), zipped(&parts)));
    }
    assert_eq!(survives(all), 0);
}

/// Much that may be in a file, of which nothing says that it is too much.
#[test]
fn as_much_as_is_read_at_all() {
    let long = "年报".repeat(9 << 20);
    let paragraph = format!("<w:p><w:r><w:t>{long}</w:t></w:r></w:p>");
    let cells = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>".repeat(60);
    let table = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{cells}</w:tr>").repeat(3_000));
    let paragraphs = "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>".repeat(90_000);
    let row = format!("<row>{}</row>", "<c><v>123456789</v></c>".repeat(190));
    let all = [
        Hostile::file("a paragraph of 54 MB", docx(&paragraph, &[])),
        Hostile::file("text of 8 MB", "年报，".repeat((8 << 20) / 9)),
        Hostile::file("180 000 cells", docx(&table, &[])),
        Hostile::file("90 000 headings", docx(&paragraphs, &[])),
        Hostile::file("a sheet of 190 000 cells", xlsx(&row.repeat(1000))),
    ];
    survives(all);
}

/// A container of the older formats: chains of sectors that turn back, run out of the file, or share sectors ([MS-CFB] 2.3).
#[test]
fn chains_of_sectors_that_never_end() {
    let mut chance = Chance(0x0dd0_feed_beef_cafe);
    let mut all = Vec::new();
    for (name, bytes) in foreign_files().into_iter().filter(|(_, bytes)| bytes.starts_with(b"\xd0\xcf\x11\xe0")) {
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        // Where the first sector of the table of chains begins, and of the list of streams.
        let table = (usize::try_from(number(0x4c)).expect("a place") + 1) * 512;
        let entries = (usize::try_from(number(0x30)).expect("a place") + 1) * 512;
        for round in 0..12 {
            let mut spoilt = bytes.clone();
            let mut put = |at: usize, value: u32| {
                if let Some(place) = spoilt.get_mut(at..at + 4) {
                    place.copy_from_slice(&value.to_le_bytes());
                }
            };
            for _ in 0..=round {
                let entry = chance.below(128);
                let own = u32::try_from(entry).expect("a small number");
                let to = [own, own.saturating_sub(1), 0, u32::MAX - 1, 0x00ff_ffff, u32::MAX - 3][chance.below(6)];
                match round % 3 {
                    0 => put(table + 4 * entry, to),
                    // Left, right, child of an entry; where its stream begins; how long it is.
                    1 => put(entries + 128 * chance.below(4) + [0x44, 0x48, 0x4c, 0x74, 0x78][chance.below(5)], to % 9),
                    // Counts and places in the head.
                    _ => put([0x1e, 0x2c, 0x30, 0x3c, 0x40, 0x44, 0x48, 0x4c, 0x50][chance.below(9)], to),
                }
            }
            all.push(Hostile::file(format!("{name} with chains {round}"), spoilt));
        }
    }
    survives(all);
    let mut empty = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a container");
    for name in ["/WordDocument", "/1Table", "/Workbook"] {
        empty.create_stream(name).expect("a stream").write_all(&[0xff; 40]).expect("bytes");
    }
    assert_eq!(survives([Hostile::file("streams of nothing", empty.into_inner().into_inner())]), 0);
}
