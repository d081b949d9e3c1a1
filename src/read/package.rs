//! A ZIP of parts, as DOCX, ODT and OFD are: what parts there are, and what is in one, counted as it comes out.
//!
//! Sources: APPNOTE.TXT 6.3.10 (ZIP); ISO/IEC 29500-2, 6.2.2 (names of parts do not differ by case alone).

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Refusal;
use super::limits::{MOST_INFLATED, MOST_PARTS, too_large};
use super::xml::{MOST_NODES, Spaces, Tree};

/// A ZIP that is open for reading.
#[derive(Debug)]
pub struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names as the file has them, with `/` between folders.
    names: Vec<String>,
    /// Where a part stands, by its name in small letters.
    places: HashMap<String, usize>,
    is_encrypted: bool,
    /// How many bytes have come out of all parts so far.
    inflated: u64,
    /// How many elements and pieces of text may still be read of all parts.
    nodes: usize,
}

impl<'a> Package<'a> {
    /// Reads the list of parts. No part is inflated yet.
    ///
    /// # Errors
    /// Where the bytes are no whole ZIP, or have more parts than are read.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| incomplete())?;
        if zip.len() > MOST_PARTS {
            return Err(too_large());
        }
        let (mut names, mut places, mut is_encrypted) = (Vec::new(), HashMap::new(), false);
        for index in 0..zip.len() {
            let entry = zip.by_index_data(index).map_err(|_| incomplete())?;
            is_encrypted |= entry.encrypted();
            // A name that cannot be told is one that nobody asks for, but its place stays.
            let name = entry.name().map(|name| name.replace('\\', "/")).unwrap_or_default();
            places.entry(key(&name)).or_insert(index);
            names.push(name);
        }
        Ok(Self { zip, names, places, is_encrypted, inflated: 0, nodes: MOST_NODES })
    }

    /// The names of all parts, in the order of the file; folders are between `/`, also where the file has `\`.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a part can be read only with a password.
    pub fn is_encrypted(&self) -> bool {
        self.is_encrypted
    }

    /// What is in the part of this name, whatever the case of its letters; nothing where there is no such part.
    ///
    /// # Errors
    /// Where the part is damaged or needs a password, or where more came out of all parts together than is read.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(&index) = self.places.get(&key(name)) else { return Ok(None) };
        let part = self.zip.by_index(index).map_err(|error| {
            if matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword) {
                encrypted()
            } else if matches!(error, ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) {
                Refusal::new("文件的压缩方式不能识别，没有读入。请用办公软件打开后另存，再试。")
            } else {
                incomplete()
            }
        })?;
        let room = MOST_INFLATED.saturating_sub(self.inflated);
        let mut bytes = Vec::new();
        let read = part.take(room + 1).read_to_end(&mut bytes);
        self.inflated = self.inflated.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if self.inflated > MOST_INFLATED {
            return Err(too_large());
        }
        read.map_err(|_| incomplete())?;
        Ok(Some(bytes))
    }

    /// The text of the part of this name, which is UTF-8 or UTF-16; nothing where there is no such part.
    ///
    /// # Errors
    /// As [`Package::bytes`], and where the part is no text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        self.bytes(name)?.map(|bytes| text_of(bytes).ok_or_else(incomplete)).transpose()
    }

    /// The elements of the part of this name; nothing where there is no such part.
    ///
    /// # Errors
    /// As [`Package::text`], where the part is no whole XML, and where all parts together have more elements than are read.
    pub fn tree(&mut self, name: &str, spaces: &Spaces) -> Result<Option<Tree>, Refusal> {
        self.text(name)?.map(|text| Tree::read_within(&text, spaces, &mut self.nodes)).transpose()
    }
}

/// The folder of a part, empty or with its last `/`.
pub fn folder_of(part: &str) -> &str {
    part.rfind('/').and_then(|end| part.get(..=end)).unwrap_or_default()
}

/// The name of the part with the relations of a part; those of the whole file for no part (ISO/IEC 29500-2, 6.5.2).
pub fn relations_of(part: &str) -> String {
    let folder = folder_of(part);
    format!("{folder}_rels/{}.rels", part.strip_prefix(folder).unwrap_or(part))
}

/// The part that is named from a folder: from the top where the name begins so.
pub fn part_named(folder: &str, name: &str) -> String {
    let name = name.trim().replace('\\', "/");
    let folder = if name.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(name.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// What is said of a file that is cut or damaged.
pub fn incomplete() -> Refusal {
    Refusal::new("文件不完整或已损坏，没有读入。请重新取得这个文件，或用办公软件打开后另存，再试。")
}

/// What is said of a file that needs a password.
pub fn encrypted() -> Refusal {
    Refusal::new("文件有密码，没有读入。请用办公软件打开，去掉密码后另存，再试。")
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').to_ascii_lowercase()
}

/// The text of XML: UTF-8, or UTF-16 as its mark or its first `<` tells (XML 1.0, appendix F).
fn text_of(bytes: Vec<u8>) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    match *bytes.as_slice() {
        [0xff, 0xfe, ref rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, ref rest @ ..] => wide(rest, u16::from_be_bytes),
        [b'<', 0, ..] => wide(&bytes, u16::from_le_bytes),
        [0, b'<', ..] => wide(&bytes, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, ref rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A ZIP with these parts.
    pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(bytes).expect("bytes");
        }
        zip.finish().expect("a ZIP").into_inner()
    }

    #[test]
    fn parts_are_found_by_name_and_read_as_text() {
        let wide: Vec<u8> = "\u{feff}<甲/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wide_unmarked: Vec<u8> = "<乙/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let bytes = zipped(&[
            ("word/Document.xml", b"\xef\xbb\xbf<a/>"),
            ("Doc_0\\Content.xml", &wide),
            ("b.xml", &wide_unmarked),
            ("c.bin", &[0x81, 0x30]),
        ]);
        let mut package = Package::open(&bytes).expect("a ZIP");
        assert_eq!(package.names(), ["word/Document.xml", "Doc_0/Content.xml", "b.xml", "c.bin"]);
        assert!(!package.is_encrypted());
        assert_eq!(package.text("/word/document.xml"), Ok(Some("<a/>".to_owned())));
        assert_eq!(package.text("Doc_0/Content.xml"), Ok(Some("<甲/>".to_owned())));
        assert_eq!(package.text("b.xml"), Ok(Some("<乙/>".to_owned())));
        assert_eq!(package.text("c.bin"), Err(incomplete()));
        assert_eq!(package.bytes("c.bin"), Ok(Some(vec![0x81, 0x30])));
        assert_eq!(package.text("none"), Ok(None));
    }

    #[test]
    fn parts_are_named_from_the_folder_of_another() {
        for (folder, name, part) in [
            ("word/", "styles.xml", "word/styles.xml"),
            ("word/", "/word/styles.xml", "word/styles.xml"),
            ("word/", "../a/./b.xml", "a/b.xml"),
            ("", "../../b.xml", "b.xml"),
            ("Doc_0/", " /Doc_1/A.xml ", "Doc_1/A.xml"),
            ("", "./Doc_0\\Document.xml", "Doc_0/Document.xml"),
            ("A/B/", "../../../../D.xml", "D.xml"),
        ] {
            assert_eq!(part_named(folder, name), part);
        }
        assert_eq!((folder_of("a/b/c.xml"), folder_of("c.xml")), ("a/b/", ""));
        assert_eq!(relations_of("a/b/c.xml"), "a/b/_rels/c.xml.rels");
        assert_eq!((relations_of("c.xml"), relations_of("")), ("_rels/c.xml.rels".into(), "_rels/.rels".into()));
    }

    #[test]
    fn a_file_cut_anywhere_is_said_to_be_incomplete() {
        let bytes = zipped(&[("a.xml", "<甲>乙</甲>".as_bytes())]);
        for length in 0..bytes.len() {
            assert_eq!(Package::open(&bytes[..length]).err(), Some(incomplete()), "{length}");
        }
    }

    #[test]
    fn damage_inside_a_part_is_found() {
        let text = b"0123456789".repeat(50);
        let mut bytes = zipped(&[("a.xml", &text)]);
        let name = bytes.windows(5).position(|window| window == b"a.xml").expect("its name");
        bytes[name + 8] ^= 0x10;
        assert_eq!(Package::open(&bytes).and_then(|mut package| package.bytes("a.xml")), Err(incomplete()));
    }

    #[test]
    fn what_comes_out_is_counted_over_all_parts() {
        let half = vec![0; usize::try_from(MOST_INFLATED / 2).expect("a size") + 1];
        let bytes = zipped(&[("a", &half), ("b", &half)]);
        let mut package = Package::open(&bytes).expect("a ZIP");
        assert!(package.bytes("a").is_ok());
        assert_eq!(package.bytes("b"), Err(too_large()));
    }

    #[test]
    fn too_many_parts_are_refused() {
        let names: Vec<String> = (0..=MOST_PARTS).map(|number| number.to_string()).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert_eq!(Package::open(&zipped(&parts)).err(), Some(too_large()));
        assert!(Package::open(&zipped(&parts[1..])).is_ok());
    }

    #[test]
    fn a_password_is_seen() {
        let mut bytes = zipped(&[("a.xml", b"<a/>")]);
        // The flag of encryption, in the local head and in the list.
        bytes[6] |= 1;
        let list = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("the list");
        bytes[list + 8] |= 1;
        let mut package = Package::open(&bytes).expect("a ZIP");
        assert!(package.is_encrypted());
        assert_eq!(package.text("a.xml"), Err(encrypted()));
    }
}
