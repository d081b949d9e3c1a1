//! Documents made by hand: their text in one piece, the looks of its marks and characters, and other parts.

use super::super::fib;
use crate::read::ole::tests::contained;

/// Where the text begins, and the pages that say how paragraphs and characters look.
const FROM: u32 = 1024;
const PARAGRAPHS: u32 = 3;
const CHARACTERS: u32 = 4;

/// What a document is made of.
#[derive(Default)]
pub struct Made<'a> {
    /// All its stories, one after the other.
    pub text: &'a str,
    /// For each mark that ends a paragraph, a cell or a row, the changes to it.
    pub marks: &'a [&'a [u8]],
    /// How many characters have the next look, and the changes to it.
    pub looks: &'a [(u32, &'a [u8])],
    /// How long the stories after the main one are, by their place in the head.
    pub stories: &'a [(usize, u32)],
    /// Other parts of the stream of tables, and what stands behind each.
    pub parts: &'a [(usize, Vec<u8>, Vec<u8>)],
}

impl Made<'_> {
    /// The bytes of the document.
    pub fn bytes(&self) -> Vec<u8> {
        let units: Vec<u16> = self.text.encode_utf16().collect();
        let count = u32::try_from(units.len()).expect("short");
        let others: u32 = self.stories.iter().map(|(_, length)| length).sum();
        let mut main = vec![0; 1024];
        main[0..2].copy_from_slice(&0xa5ec_u16.to_le_bytes());
        main[2..4].copy_from_slice(&0xc1_u16.to_le_bytes());
        main[10..12].copy_from_slice(&0x0200_u16.to_le_bytes());
        main[32..34].copy_from_slice(&14_u16.to_le_bytes());
        main[62..64].copy_from_slice(&22_u16.to_le_bytes());
        for (story, length) in [(0, count - others)].iter().chain(self.stories) {
            main[76 + story * 4..80 + story * 4].copy_from_slice(&length.to_le_bytes());
        }
        main[152..154].copy_from_slice(&93_u16.to_le_bytes());
        main.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        assert!(main.len() <= 1536);
        main.resize(1536, 0);

        let mut table = Vec::new();
        let mut add = |main: &mut [u8], index: usize, part: &[u8], behind: &[u8]| {
            let place = [table.len(), part.len()].map(|n| u32::try_from(n).expect("short").to_le_bytes());
            main[154 + index * 8..162 + index * 8].copy_from_slice(&place.concat());
            table.extend([part, behind].concat());
        };
        let long = |numbers: &[u32]| numbers.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<_>>();
        let pieces = [&[2], long(&[16, 0, count]).as_slice(), &[0, 0], &long(&[FROM]), &[0, 0]].concat();
        add(&mut main, fib::CLX, &pieces, &[]);
        let end = FROM + count * 2;
        add(&mut main, fib::PLCF_BTE_PAPX, &long(&[FROM, end, PARAGRAPHS]), &[]);
        add(&mut main, fib::PLCF_BTE_CHPX, &long(&[FROM, end, CHARACTERS]), &[]);
        for (index, part, behind) in self.parts {
            add(&mut main, *index, part, behind);
        }

        let ends = (0..count).zip(&units).filter(|(_, unit)| matches!(unit, 7 | 13)).map(|(at, _)| at + 1);
        let marks = ends.enumerate().map(|(index, end)| {
            // The number of its style comes first.
            let mut list = [&[0, 0], self.marks.get(index).copied().unwrap_or_default()].concat();
            list.resize(list.len() + 1 - list.len() % 2, 0);
            (end, [&[u8::try_from(list.len().div_ceil(2)).expect("short")], list.as_slice()].concat())
        });
        main.extend(page(&marks.collect::<Vec<_>>(), 13));
        let mut end = 0;
        let looks = self.looks.iter().map(|(length, list)| {
            end += length;
            (end, [&[u8::try_from(list.len()).expect("short")], *list].concat())
        });
        main.extend(page(&looks.collect::<Vec<_>>(), 1));
        contained(&[("/WordDocument", &main), ("/1Table", &table)])
    }
}

/// A page of runs: the character before which each ends, and its changes; so many bytes say where these are.
fn page(runs: &[(u32, Vec<u8>)], size: usize) -> Vec<u8> {
    let mut page = vec![0; 512];
    page[511] = u8::try_from(runs.len()).expect("few");
    page[0..4].copy_from_slice(&FROM.to_le_bytes());
    let mut at = 510;
    for (index, (end, list)) in runs.iter().enumerate() {
        page[index * 4 + 4..index * 4 + 8].copy_from_slice(&(FROM + end * 2).to_le_bytes());
        at = (at - list.len()) / 2 * 2;
        page[at..at + list.len()].copy_from_slice(list);
        page[(runs.len() + 1) * 4 + index * size] = u8::try_from(at / 2).expect("on the page");
    }
    page
}

/// The changes that end a row with these columns: their edges, and how each is merged.
pub fn row(edges: &[i16], flags: &[u16]) -> Vec<u8> {
    let mut operand = vec![u8::try_from(flags.len()).expect("few")];
    operand.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
    for flags in flags {
        operand.extend(flags.to_le_bytes());
        operand.extend([0; 18]);
    }
    let mut list = vec![0x16, 0x24, 1, 0x17, 0x24, 1, 0x08, 0xd6];
    list.extend(u16::try_from(operand.len() + 1).expect("short").to_le_bytes());
    list.extend(operand);
    list
}
