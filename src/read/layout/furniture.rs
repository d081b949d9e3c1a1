//! What a page has around its text: heads and feet that are repeated, and its number.

use std::collections::HashMap;

use super::line::{TextLine, lines};
use super::piece::Piece;
use crate::read::LeftKind;
use crate::report::code_in;

/// So many lines at the head and at the foot of a page may be furniture.
const OUTERMOST: usize = 3;
/// So near lines of different pages stand at the same place.
const NEAR: i64 = 3000;
/// The same across the page, where figures of other widths shift a line that is centred.
const ASIDE: i64 = 20_000;

/// A page while its furniture is looked for.
#[derive(Debug)]
pub struct Paper<'a> {
    /// How high it is.
    pub height: i64,
    /// The text that is in no table.
    pub pieces: &'a mut Vec<Piece>,
    /// Where tables begin and end on it, if there are any.
    pub tables: Option<(i64, i64)>,
}

/// A line that may be furniture.
struct Candidate {
    page: usize,
    line: TextLine,
    is_head: bool,
    words: String,
}

/// Takes heads, feet and numbers out of pages, and gives them back.
pub fn take(papers: &mut [Paper<'_>]) -> Vec<(LeftKind, String)> {
    let mut candidates = Vec::new();
    for (page, paper) in papers.iter().enumerate() {
        candidates.extend(outermost(page, paper));
    }
    // Where pages have the same words, figures aside: how far down, and how far across.
    let mut pages: HashMap<(bool, String), Vec<(i64, i64)>> = HashMap::new();
    for candidate in &candidates {
        let key = (candidate.is_head, masked(&candidate.words));
        pages.entry(key).or_default().push((candidate.line.base, candidate.line.left));
    }
    for places in pages.values_mut() {
        places.sort_unstable();
    }
    let all = papers.len();
    let mut taken = Vec::new();
    let mut gone: Vec<Vec<(i64, i64)>> = vec![Vec::new(); all];
    for candidate in candidates {
        let key = (candidate.is_head, masked(&candidate.words));
        let (base, left) = (candidate.line.base, candidate.line.left);
        let repeated = pages.get(&key).map_or(0, |places| {
            let from = places.partition_point(|(at, _)| *at < base - NEAR);
            let level = places.iter().skip(from).take_while(|(at, _)| *at <= base + NEAR);
            level.filter(|(_, at)| (at - left).abs() <= ASIDE).count()
        });
        let is_repeated = repeated >= 2 && repeated * 3 >= all;
        let kind = match (number(&candidate.words), candidate.is_head) {
            // A bare number on a single page may be a figure of the text.
            (Some(is_plain), _) if is_repeated || is_plain => LeftKind::PageNumber,
            (_, true) if is_repeated => LeftKind::Header,
            (_, false) if is_repeated || is_own_foot(&candidate.words) => LeftKind::Footer,
            _ => continue,
        };
        if let Some(gone) = gone.get_mut(candidate.page) {
            gone.extend(candidate.line.pieces.iter().map(|piece| (piece.base, piece.left)));
        }
        taken.push((kind, candidate.words));
    }
    for (paper, mut gone) in papers.iter_mut().zip(gone) {
        gone.sort_unstable();
        paper.pieces.retain(|piece| gone.binary_search(&(piece.base, piece.left)).is_err());
    }
    taken
}

/// The lines of a page from its edges inwards, up to the first that cannot be furniture.
fn outermost(page: usize, paper: &Paper<'_>) -> Vec<Candidate> {
    let all = lines(paper.pieces.clone());
    let (table_top, table_bottom) = paper.tables.unwrap_or((i64::MAX, i64::MIN));
    let candidate =
        |line: &TextLine, is_head: bool| Candidate { page, words: line.text(), line: line.clone(), is_head };
    let is_head = |line: &&TextLine| line.base < paper.height * 15 / 100 && line.base < table_top;
    let is_foot = |line: &&TextLine| line.base > paper.height * 85 / 100 && line.base > table_bottom;
    let heads = all.iter().take(OUTERMOST).take_while(is_head).map(|line| candidate(line, true));
    let feet = all.iter().rev().take(OUTERMOST).take_while(is_foot).map(|line| candidate(line, false));
    heads.chain(feet).collect()
}

/// Whether words are the foot of a page of ours: a check code, with the number of the page or without.
fn is_own_foot(words: &str) -> bool {
    let Some((at, _)) = code_in(words) else { return false };
    let mut rest = words.to_owned();
    rest.replace_range(at, "");
    rest.trim().is_empty() || number(&rest).is_some()
}

/// Words with a sign for each run of figures, so that those of two pages compare as equal.
fn masked(words: &str) -> String {
    let mut masked = String::new();
    for letter in words.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            _ if !letter.is_numeric() => masked.push(letter),
            _ if masked.ends_with('#') => (),
            _ => masked.push('#'),
        }
    }
    masked
}

/// Whether words are the number of a page: true where they can be nothing else (— 1 —, 第1页 共6页, 1/6), false for a bare number.
fn number(words: &str) -> Option<bool> {
    let digits = words.chars().filter(|letter| letter.is_numeric()).count();
    if !(1..=8).contains(&digits) {
        return None;
    }
    match masked(words).as_str() {
        "#" if digits <= 3 => Some(false),
        "—#—" | "-#-" | "–#–" | "―#―" | "－#－" | "─#─" | "·#·" | "~#~" | "第#页" | "#/#" | "第#页共#页"
        | "第#页，共#页" | "第#页,共#页" | "第#页/共#页" | "共#页第#页" | "共#页，第#页" | "Page#of#" | "Page#"
        | "——#——" | "--#--" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::piece::width_of;
    use super::*;

    fn piece(base: i64, text: &str) -> Piece {
        let right = 50_000 + width_of(text) * 5000;
        Piece { left: 50_000, right, base, size: 10_000, text: text.to_owned(), is_turned: false }
    }

    /// What is taken, and what stays; pages are 800 points high.
    fn taken(pages: &[&[(i64, &str)]]) -> (Vec<(LeftKind, String)>, Vec<String>) {
        let mut pages: Vec<Vec<Piece>> =
            pages.iter().map(|page| page.iter().map(|(base, text)| piece(base * 1000, text)).collect()).collect();
        let mut papers: Vec<Paper<'_>> =
            pages.iter_mut().map(|pieces| Paper { height: 800_000, pieces, tables: None }).collect();
        let taken = take(&mut papers);
        (taken, pages.into_iter().flatten().map(|piece| piece.text).collect())
    }

    #[test]
    fn the_signature_at_the_head_of_the_last_page_is_no_head() {
        let mut pages = [vec![piece(40_000, "某市财政局")], vec![piece(40_000, "某市财政局")]];
        for piece in &mut pages[1] {
            (piece.left, piece.right) = (piece.left + 200_000, piece.right + 200_000);
        }
        let mut papers: Vec<Paper<'_>> =
            pages.iter_mut().map(|pieces| Paper { height: 800_000, pieces, tables: None }).collect();
        assert_eq!(take(&mut papers), []);
    }

    #[test]
    fn what_is_repeated_at_its_place_is_taken() {
        let (left, stays) = taken(&[
            &[(40, "某局文件"), (200, "甲"), (760, "1")],
            &[(40, "某局文件"), (200, "乙"), (760, "2")],
            &[(200, "丙"), (760, "3")],
        ]);
        assert_eq!(stays, ["甲", "乙", "丙"]);
        assert_eq!(left[0], (LeftKind::Header, "某局文件".to_owned()));
        assert_eq!(left[1], (LeftKind::PageNumber, "1".to_owned()));
        assert_eq!(left.len(), 5);
    }

    #[test]
    fn a_plain_number_of_a_page_is_taken_from_one_page() {
        for words in ["— 1 —", "- 5 -", "第1页 共6页", "第 1 页", "1 / 6"] {
            assert_eq!(taken(&[&[(200, "甲"), (760, words)]]).0, [(LeftKind::PageNumber, words.to_owned())], "{words}");
        }
    }

    #[test]
    fn the_foot_of_a_page_of_ours_is_taken_from_one_page_and_from_many() {
        let feet = ["校验码 3F7A-91C2 — 1 —", "— 2 — 校验码 3F7A-91C2", "校验码 3F7A-91C2 — 3 —", "校验码 3F7A-91C2"];
        for count in 1..=feet.len() {
            let pages: Vec<[(i64, &str); 2]> =
                feet.iter().take(count).map(|foot| [(200, "甲"), (760, *foot)]).collect();
            let pages: Vec<&[(i64, &str)]> = pages.iter().map(<[_; 2]>::as_slice).collect();
            let (left, stays) = taken(&pages);
            assert_eq!(stays, vec!["甲"; count]);
            let expected: Vec<_> = feet.iter().take(count).map(|foot| (LeftKind::Footer, (*foot).to_owned())).collect();
            assert_eq!(left, expected);
        }
        let words = "请核对校验码 3F7A-91C2。";
        assert_eq!(taken(&[&[(700, "甲"), (760, words)]]).1, ["甲", words]);
    }

    #[test]
    fn what_may_be_text_stays() {
        for words in ["5", "第1项", "2024年3月5日", "- 5 - 6"] {
            assert_eq!(taken(&[&[(200, "甲"), (760, words)]]).1.len(), 2, "{words}");
        }
        // At another place, or in the middle of the page.
        assert_eq!(taken(&[&[(40, "甲")], &[(60, "甲")]]).1.len(), 2);
        assert_eq!(taken(&[&[(400, "— 1 —")], &[(400, "— 2 —")]]).1.len(), 2);
    }
}
