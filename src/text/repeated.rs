//! Clauses and items of a list that stand twice side by side.

use super::doubled::Doubled;
use super::width::is_han;

/// The pieces between marks that stand twice side by side: 干事、干事, 全面地公开政府信息，全面地公开政府信息.
pub fn doubled_pieces(text: &str) -> Vec<Doubled> {
    const MARKS: [char; 5] = ['、', '，', '。', '；', ','];
    // Shorter clauses are said twice on purpose.
    const CLAUSE: usize = 6;
    const ITEM: usize = 2;
    let mut found: Vec<Doubled> = Vec::new();
    let (mut at, mut before) = (0, "");
    for piece in text.split_inclusive(MARKS) {
        let bare = piece.trim_end_matches(MARKS);
        let shortest = if before.ends_with('、') { ITEM } else { CLAUSE };
        let is_worded = bare.chars().filter(|c| is_han(*c)).count() >= shortest;
        let has_number = bare.contains(|c: char| c.is_ascii_digit());
        if is_worded && !has_number && before.trim_end_matches(MARKS) == bare {
            // However often it stands there, it is one.
            match found.last_mut().filter(|last| last.span.end == at) {
                Some(last) => last.span.end += piece.len(),
                None => found.push(Doubled { span: at - before.len()..at + piece.len(), once: piece.to_owned() }),
            }
        }
        at += piece.len();
        before = piece;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&str, &str)> {
        let found = doubled_pieces(text);
        let once = |piece: &Doubled| text.find(&piece.once).and_then(|at| text.get(at..at + piece.once.len()));
        found.iter().map(|piece| (&text[piece.span.clone()], once(piece).unwrap_or_default())).collect()
    }

    #[test]
    fn pieces_that_stand_twice() {
        for (text, expected) in [
            ("想干事、干事、干事、干事、干成事", ("干事、干事、干事、", "干事、")),
            ("全面公开政府信息，全面公开政府信息。好", ("全面公开政府信息，全面公开政府信息。", "全面公开政府信息。")),
        ] {
            assert_eq!(pieces(text), [expected], "{text}");
        }
        for text in ["好、好，面对面，面对面。", "收到3件，收到3件，", "", "、、，，"] {
            assert!(pieces(text).is_empty(), "{text}");
        }
    }
}
