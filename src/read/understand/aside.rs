//! What stands among the figures of a table and is none: the number of a page, a remark, the number of a row, a dash.

use super::tape::{Gap, Tape};

/// Whether a letter is a dash that stands for nothing.
pub fn is_dash(c: char) -> bool {
    matches!(c, '/' | '-' | '—' | '–' | '*')
}

/// Whether a row with a number of its own begins here: （八）.
pub fn begins_row(tape: &Tape, at: usize) -> bool {
    let numerals =
        (at + 1..at + 4).take_while(|at| tape.plain(*at).is_some_and(|c| "一二三四五六七八九十".contains(c)));
    let count = numerals.count();
    tape.plain(at) == Some('(') && count > 0 && tape.plain(at + 1 + count) == Some(')')
}

/// The letter after the number of a page that stands by itself: - 5 -, — 5 —.
pub fn page_number(tape: &Tape, at: usize, end: usize) -> Option<usize> {
    if tape.plain(at) == Some('第') {
        let digits = (at + 1..end).take_while(|at| tape.plain(*at).is_some_and(|c| c.is_ascii_digit())).count();
        let after = at + 1 + digits;
        return ((1..=3).contains(&digits) && tape.plain(after) == Some('页')).then_some(after + 1);
    }
    let dash = |at: usize| {
        (at..end).take_while(|at| tape.plain(*at).is_some_and(|c| matches!(c, '-' | '—' | '–' | '－'))).count()
    };
    let first = dash(at);
    if first == 0 || tape.letters.get(at)?.gap < Gap::Blank {
        return None;
    }
    let digits = (at + first..end).take_while(|at| tape.plain(*at).is_some_and(|c| c.is_ascii_digit())).count();
    let last = dash(at + first + digits);
    let after = at + first + digits + last;
    let is_one_line = (at + 1..after).all(|at| tape.letters.get(at).is_some_and(|letter| letter.gap <= Gap::Blank));
    if !(1..=3).contains(&digits) || last == 0 || tape.plain(at + first) == Some('0') || !is_one_line {
        return None;
    }
    // On a line of its own, or at least before words and not among the dashes of a row.
    let is_line = |gap: Gap| matches!(gap, Gap::Line | Gap::Block);
    let next = tape.letters.get(after);
    let is_alone = is_line(tape.letters.get(at)?.gap) && next.is_none_or(|next| is_line(next.gap));
    let before = at.checked_sub(1).and_then(|at| tape.plain(at));
    let is_before_words = before.is_some_and(|c| c.is_ascii_digit())
        && next.is_none_or(|next| next.gap > Gap::None && next.plain > '\u{3fff}');
    (is_alone || is_before_words).then_some(after)
}

/// The letter after a remark in brackets that has words in it: （不同渠道公开相同信息计1条）.
pub fn remark(tape: &Tape, at: usize, end: usize) -> Option<usize> {
    if tape.plain(at)? != '(' {
        return None;
    }
    let close = (at..end.min(at + 60)).find(|at| tape.plain(*at) == Some(')'))?;
    let has_words = (at..close).any(|at| tape.plain(at).is_some_and(|c| c > '\u{3fff}'));
    // A remark that is wrapped around the figures of its row has them within it.
    let digits = (at..close).filter(|at| tape.plain(*at).is_some_and(|c| c.is_ascii_digit())).count();
    (has_words && digits <= 1).then_some(close + 1)
}
