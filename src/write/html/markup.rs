//! HTML being written: elements and texts, whatever the texts hold.

/// HTML that grows.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// Opens an element. Attributes that are empty are left out.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.out.push_str(&format!(" {attribute}=\""));
            self.escaped(value);
            self.out.push('"');
        }
        self.out.push('>');
        self
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) -> &mut Self {
        self.out.push_str(&format!("</{name}>"));
        self
    }

    /// Text; a line end in it is one of HTML.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.out.push_str("<br>");
            }
            self.escaped(line);
        }
        self
    }

    /// A whole element with text in it.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(name, attributes).text(text).close(name)
    }

    /// A line end of the source, for those who read it.
    pub fn line(&mut self) -> &mut Self {
        self.out.push('\n');
        self
    }

    /// HTML that is known to be some: constants of this program.
    pub fn constant(&mut self, html: &'static str) -> &mut Self {
        self.out.push_str(html);
        self
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.out
    }

    /// Text as it may stand in HTML, in a text and in an attribute; without characters that HTML does not allow (HTML Living Standard
    /// 13.2.3.5).
    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\t' => self.out.push(' '),
                c if c.is_control() || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}') => {}
                c => self.out.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_an_element() {
        let mut markup = Markup::default();
        markup.element("p", &[("title", "\"><script>"), ("class", "")], "a<b>&\"\u{0}\u{c}\u{fffe}\nc");
        assert_eq!(markup.finish(), "<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b&gt;&amp;&quot;<br>c</p>");
    }
}
