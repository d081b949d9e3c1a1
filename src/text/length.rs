//! How long a text is, in 字 as WPS and Word count them.

/// How many 字 a text has: each character but white space, a run of Latin letters and digits once.
pub fn length(text: &str) -> usize {
    let (mut count, mut in_word) = (0, false);
    for c in text.chars() {
        // A point or a comma inside a number parts no word.
        let is_word =
            c.is_ascii_alphanumeric() || (in_word && matches!(c, '.' | ',' | '-' | '/' | ':' | '%' | '@' | '_'));
        count += usize::from(!c.is_whitespace() && !(is_word && in_word));
        in_word = is_word;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn characters_and_words_are_counted_as_word_processors_do() {
        assert_eq!(length(""), 0);
        assert_eq!(length("公开 信息，共 1,234.5 条。"), 9);
        assert_eq!(length("访问 www.example.gov.cn 12%"), 4);
        assert_eq!(length("１２条\u{3000}（全角）"), 7);
    }
}
