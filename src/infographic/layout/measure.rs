//! How wide text is, estimated: a Chinese character is as wide as it is high. The fonts of the reader differ, so the
//! estimate is on the wide side.

/// The width of a letter in hundredths of its size.
fn letter(c: char, is_bold: bool) -> i64 {
    let width = match c {
        '0'..='9' => 57,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 95,
        'A'..='Z' => 68,
        '\0'..='\u{7f}' | '−' => 60,
        // A mark that is set on the letter before it takes no room.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        _ => 100,
    };
    if is_bold && width < 100 { width + 4 } else { width }
}

/// The width of a text at a size, in pixels, rounded up.
pub(super) fn width(text: &str, size: i64, is_bold: bool) -> i64 {
    let em: i64 = text.chars().map(|c| letter(c, is_bold)).sum();
    em.saturating_mul(size).saturating_add(99) / 100
}

/// Marks that no line begins with.
fn closes(c: char) -> bool {
    "，。、；：？！）》〉”’】〕％%…".contains(c)
}

/// Marks that no line ends with.
fn opens(c: char) -> bool {
    "（《〈“‘【〔".contains(c)
}

/// The pieces between which a line may break: a Chinese character with the marks that stay at it, a run of other letters.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control()) {
        let stays = pieces.last().and_then(|piece| piece.chars().last()).is_some_and(|before| {
            let is_run = |c: char| c.is_ascii() && c != ' ';
            let is_measure = before.is_ascii_digit() && "件条项年月日次篇".contains(c);
            opens(before) || closes(c) || c == ' ' || is_measure || (is_run(before) && is_run(c))
        });
        match pieces.last_mut() {
            Some(piece) if stays => piece.push(c),
            Some(_) | None => pieces.push(c.to_string()),
        }
    }
    pieces
}

/// A text in lines that are no wider than this, so many at most; what is left over ends in an ellipsis.
pub(super) fn wrap(text: &str, size: i64, is_bold: bool, room: i64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let fits = |text: &str| width(text.trim_end(), size, is_bold) <= room;
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // A run that is wider than a line is broken where the line ends.
        for c in piece.chars() {
            if !line.is_empty() && !fits(&format!("{line}{c}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let is_cut = lines.len() > most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        while !last.is_empty() && !fits(&format!("{last}…")) {
            last.pop();
        }
        // A number that is cut would be another number.
        while last.ends_with(|c: char| c.is_ascii_digit()) {
            last.pop();
        }
        last.push('…');
    }
    lines.into_iter().map(|line| line.trim().to_owned()).collect()
}

/// A text cut to one line of this width.
pub(super) fn one_line(text: &str, size: i64, is_bold: bool, room: i64) -> String {
    wrap(text, size, is_bold, room, 1).into_iter().next().unwrap_or_default()
}

/// The same, without a last line of a letter or two where the lines before it can lend it some.
pub(super) fn wrap_evenly(text: &str, size: i64, is_bold: bool, room: i64, most: usize) -> Vec<String> {
    let lines = wrap(text, size, is_bold, room, most);
    let is_even = |lines: &[String]| lines.last().is_none_or(|last| width(last, size, is_bold) >= size * 3);
    if lines.len() < 2 || is_even(&lines) {
        return lines;
    }
    let narrower = (1..=3).map(|less| wrap(text, size, is_bold, room - size * less, most));
    let even = narrower.filter(|other| other.len() == lines.len()).find(|other| is_even(other));
    even.unwrap_or(lines)
}

/// The largest size, from this one down to a quarter of it, at which a text is no wider than its room.
pub(super) fn fitting(text: &str, size: i64, is_bold: bool, room: i64) -> i64 {
    let least = size / 4;
    (least..=size).rev().find(|size| width(text, *size, is_bold) <= room).unwrap_or(least).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_no_mark_and_breaks_no_number() {
        assert_eq!(wrap("收到24件，办结24件。", 10, false, 52, 3), ["收到24件，", "办结24件。"]);
        assert_eq!(wrap("数字与《某局报告》相同", 10, false, 40, 9), ["数字与", "《某局报", "告》相同"]);
        assert_eq!(wrap("共123456件", 10, false, 40, 9), ["共", "123456", "件"]);
    }

    #[test]
    fn what_has_no_room_is_cut_with_an_ellipsis() {
        assert_eq!(wrap("一二三四五六七八", 10, false, 30, 2), ["一二三", "四五…"]);
        assert_eq!(wrap("一二三12345", 10, false, 50, 1), ["一二三…"]);
        assert_eq!(one_line("一二三四", 10, false, 40), "一二三四");
        assert_eq!(wrap("ABCDEFGH", 10, false, 30, 5).concat(), "ABCDEFGH");
        assert!(wrap("", 10, false, 30, 2).is_empty() && one_line("", 10, false, 9).is_empty());
        // However narrow, it ends.
        assert!(!wrap("一二三", 10, false, 0, 3).is_empty());
        assert_eq!(wrap("甲\u{1}\n乙", 10, false, 90, 1), ["甲 乙"]);
    }

    #[test]
    fn a_last_line_is_no_single_letter() {
        assert_eq!(wrap("一二三四五六七八九十一", 10, false, 50, 3), ["一二三四五", "六七八九十", "一"]);
        assert_eq!(wrap_evenly("一二三四五六七八九十一", 10, false, 50, 3), ["一二三四", "五六七八", "九十一"]);
        assert_eq!(wrap_evenly("一二三四五六", 10, false, 50, 3), ["一二三", "四五六"]);
        assert_eq!(wrap_evenly("一", 10, false, 50, 3), ["一"]);
    }

    #[test]
    fn a_size_is_found_at_which_a_number_fits() {
        assert_eq!(fitting("88", 40, true, 400), 40);
        let size = fitting("1808595", 40, true, 120);
        assert!(size < 40 && width("1808595", size, true) <= 120, "{size}");
        assert_eq!(fitting("9007199254740991", 40, true, 1), 10);
    }
}
