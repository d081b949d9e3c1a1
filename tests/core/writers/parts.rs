//! A file as text, for a snapshot: a text as it is, a package as its parts, a line an element.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The file as text.
pub fn parts(bytes: &[u8]) -> String {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8(bytes.to_vec()).expect("a text").replace('\r', "");
    };
    let mut text = String::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes");
        text.push_str(&format!(
            "== {} {}\n",
            part.name().expect("a name"),
            part.last_modified().map(|time| time.to_string()).unwrap_or_default()
        ));
        match String::from_utf8(bytes) {
            Ok(xml) => text.push_str(&xml.replace("><", ">\n<")),
            Err(binary) => text.push_str(&format!("{} bytes", binary.as_bytes().len())),
        }
        text.push('\n');
    }
    text
}
