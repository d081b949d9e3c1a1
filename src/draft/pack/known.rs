//! Packs that come with the page, after public notices and a score sheet, each named in its file.

use std::sync::LazyLock;

use super::Pack;

/// Their files, in the order in which they are offered.
const FILES: [&str; 3] = [
    include_str!("known/wuwei-2025.nianbao-pack.json"),
    include_str!("known/licheng-2020.nianbao-pack.json"),
    include_str!("known/huaihua-2021.nianbao-pack.json"),
];

static KNOWN: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    // That each can be read is a test.
    FILES.iter().filter_map(|file| Pack::from_json(file).ok()).collect()
});

/// The packs that come with the page.
pub fn known_packs() -> &'static [Pack] {
    &KNOWN
}
