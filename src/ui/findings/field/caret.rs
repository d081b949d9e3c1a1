//! Where in the lines of a field its caret stands: a browser counts UTF-16 units from the beginning, a text has bytes.

/// The line in which so many units end, counted from 0, and how many bytes of it stand before; nothing where the text is shorter.
pub fn line_and_byte(lines: &[&str], units: usize) -> Option<(usize, usize)> {
    let mut left = units;
    for (nth, line) in lines.iter().enumerate() {
        let length = line.encode_utf16().count();
        if left <= length {
            return Some((nth, byte_at(line, left)));
        }
        // The break at the end of the line is a unit as well.
        left -= length + 1;
    }
    None
}

/// The byte at which so many units of a line end; within a letter of two units, where it begins.
fn byte_at(line: &str, units: usize) -> usize {
    let mut so_far = 0;
    let before = line.chars().take_while(|letter| {
        so_far += letter.len_utf16();
        so_far <= units
    });
    before.map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::line_and_byte;

    #[test]
    fn units_are_counted_over_lines() {
        let lines = ["甲a", "", "𠀀乙"];
        for (units, expected) in [
            (0, Some((0, 0))),
            (1, Some((0, 3))),
            (2, Some((0, 4))),
            (3, Some((1, 0))),
            (4, Some((2, 0))),
            (5, Some((2, 0))),
            (6, Some((2, 4))),
            (7, Some((2, 7))),
            (8, None),
        ] {
            assert_eq!(line_and_byte(&lines, units), expected, "{units}");
        }
        assert_eq!(line_and_byte(&[""], 0), Some((0, 0)));
        assert_eq!(line_and_byte(&[], 0), None);
    }
}
