//! Markup that another program left in a text: tags, entities, field codes, letters that nobody sees.

use std::ops::Range;

/// A piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markup {
    /// Its bytes.
    pub span: Range<usize>,
    /// What stands for it in the text once it is gone: the letter that an entity means; mostly nothing.
    pub means: &'static str,
}

/// The longest piece that is looked for, in bytes: a bracket that never closes is not followed through the text.
const LONGEST: usize = 600;

/// Tags by which a page is built, beside those with a colon in their names.
const TAGS: [&str; 46] = [
    "a", "b", "i", "p", "u", "br", "hr", "em", "li", "ol", "ul", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6",
    "img", "div", "del", "ins", "pre", "sub", "sup", "xml", "font", "meta", "span", "html", "head", "body", "link",
    "table", "tbody", "thead", "style", "title", "center", "strong", "script", "section", "iframe", "input",
];

/// The names of entities, and what they mean; blanks between Chinese letters mean nothing.
const ENTITIES: [(&str, &str); 21] = [
    ("nbsp", ""),
    ("ensp", ""),
    ("emsp", ""),
    ("thinsp", ""),
    ("zwnj", ""),
    ("zwj", ""),
    ("shy", ""),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("middot", "·"),
    ("times", "×"),
];

/// What stands between square brackets when a program put it there.
const BRACKETED: [&str; 6] = ["bookmark:", "toc]", "if ", "endif]", "image:", "embed:"];

/// What a word processor writes where a field's source is gone.
const ERRORS: [&str; 6] = [
    "错误!未找到引用源。",
    "错误！未找到引用源。",
    "错误!未定义书签。",
    "错误！未定义书签。",
    "Error! Reference source not found.",
    "Error! Bookmark not defined.",
];

/// The words of a word processor's fields.
const FIELDS: [&str; 4] = ["HYPERLINK ", "PAGEREF ", "TOC \\", "INCLUDEPICTURE "];

/// The markup of a text from left to right.
pub fn markup(text: &str) -> Vec<Markup> {
    let mut found: Vec<Markup> = Vec::new();
    let mut until = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| opens(*c)) {
        if at < until {
            continue;
        }
        let Some((length, means)) = at_start(window(text, at), c) else { continue };
        // A tag of ours or a field begins a word: XHYPERLINK is none.
        if c.is_ascii_alphabetic() && text.get(..at).is_some_and(|b| b.ends_with(|c: char| c.is_ascii_alphanumeric())) {
            continue;
        }
        until = at + length;
        found.push(Markup { span: at..until, means });
    }
    found
}

/// A text without its markup. What comes to light beneath (&amp;nbsp;) goes too.
pub fn without_markup(text: &str) -> String {
    let mut plain = text.to_owned();
    for _ in 0..3 {
        let found = markup(&plain);
        if found.is_empty() {
            break;
        }
        let (mut rest, mut from) = (String::new(), 0);
        for Markup { span, means } in found {
            rest.push_str(plain.get(from..span.start).unwrap_or_default());
            rest.push_str(means);
            from = span.end;
        }
        rest.push_str(plain.get(from..).unwrap_or_default());
        plain = rest;
    }
    plain
}

/// Whether a piece of markup may begin with this letter.
fn opens(c: char) -> bool {
    matches!(c, '<' | '&' | '[' | '{' | '_' | '\\' | 'H' | 'P' | 'T' | 'I' | '错' | 'E') || is_unseen(c)
}

/// Letters that take no room, that stand for an object, or that are bullets of a symbol font.
fn is_unseen(c: char) -> bool {
    let bare_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    bare_control
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}')
        || matches!(c, '\u{feff}' | '\u{fffc}' | '\u{f000}'..='\u{f0ff}')
}

/// The text from a position, so far as a piece of markup may reach.
fn window(text: &str, at: usize) -> &str {
    text.get(at..text.ceil_char_boundary(at + LONGEST)).unwrap_or_default()
}

/// How many bytes of markup a text begins with, and what they mean.
fn at_start(text: &str, c: char) -> Option<(usize, &'static str)> {
    if is_unseen(c) {
        return Some((c.len_utf8(), ""));
    }
    match c {
        '错' | 'E' => ERRORS.iter().find(|words| text.starts_with(**words)).map(|words| (words.len(), "")),
        '<' => tag(text).map(|length| (length, "")),
        '&' => entity(text),
        '[' => {
            let inner = text.get(1..)?.to_ascii_lowercase();
            BRACKETED.iter().any(|word| inner.starts_with(word)).then_some(())?;
            Some((text.find(']')? + 1, ""))
        }
        '{' => {
            let inner = text.strip_prefix("{{")?;
            Some((inner.find("}}")? + 4, ""))
        }
        '_' => escape(text).map(|length| (length, "")),
        '\\' => text.starts_with("\\* MERGEFORMAT").then_some((14, "")),
        _ => field(text).map(|length| (length, "")),
    }
}

/// A tag or a comment of a page. <中华人民共和国政府信息公开条例> and <www.gov.cn> are none.
fn tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        // A comment without its end: the rest is text.
        return text.find("-->").map(|end| end + 3).or(Some(4));
    }
    let inner = text.get(1..)?;
    if inner.starts_with("![") || inner.starts_with("!DOCTYPE") {
        return text.find('>').map(|end| end + 1);
    }
    let inner = inner.trim_start_matches(['/', '?']);
    let name: String = inner.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == ':').collect();
    let after = inner.chars().nth(name.len())?;
    // <?xml:namespace prefix = o />
    let known = name.eq_ignore_ascii_case("xml:namespace")
        || TAGS.contains(&name.to_ascii_lowercase().as_str())
        || name.split_once(':').is_some_and(|(space, _)| matches!(space, "o" | "w" | "v" | "m" | "st1" | "wp" | "a"));
    if !known || !matches!(after, '>' | '/' | ' ' | '?') {
        return None;
    }
    text.find('>').map(|end| end + 1)
}

/// &nbsp; and &#160;.
fn entity(text: &str) -> Option<(usize, &'static str)> {
    let end = text.get(..text.len().min(12)).or_else(|| text.split(|c: char| !c.is_ascii()).next())?.find(';')?;
    let name = text.get(1..end)?;
    if let Some((_, means)) = ENTITIES.into_iter().find(|(entity, _)| *entity == name) {
        return Some((end + 1, means));
    }
    let digits = name.strip_prefix('#')?;
    let number = digits.strip_prefix(['x', 'X']).unwrap_or(digits);
    let numeric = !number.is_empty() && number.chars().all(|c| c.is_ascii_hexdigit());
    numeric.then_some((end + 1, ""))
}

/// _x000D_ of a table, _GoBack and _Toc123456 of bookmarks.
fn escape(text: &str) -> Option<usize> {
    if text.starts_with("_GoBack") {
        return Some(7);
    }
    if let Some(digits) = text.strip_prefix("_Toc") {
        let length = digits.chars().take_while(char::is_ascii_digit).count();
        return (length >= 4).then_some(4 + length);
    }
    let code = text.strip_prefix("_x")?.get(..5)?;
    let hex = code.strip_suffix('_')?.chars().all(|c| c.is_ascii_hexdigit());
    hex.then_some(7)
}

/// The code of a field with its switches: HYPERLINK "http://…" \h. The words that it shows stand after it and stay.
fn field(text: &str) -> Option<usize> {
    let word = FIELDS.into_iter().find(|word| text.starts_with(word))?;
    let mut rest = text.get(word.len()..)?;
    loop {
        let trimmed = rest.trim_start_matches(' ');
        let after = if let Some(quoted) = trimmed.strip_prefix('"') {
            quoted.split_once('"').map(|(_, after)| after)
        } else if let Some(switch) = trimmed.strip_prefix('\\') {
            switch.get(1..)
        } else if word.starts_with("HYPERLINK") && trimmed.starts_with("http") {
            // An address without its quotation marks.
            Some(trimmed.trim_start_matches(|c: char| c.is_ascii_graphic()))
        } else if let Some(name) = trimmed.strip_prefix("_Toc") {
            Some(name.trim_start_matches(|c: char| c.is_ascii_digit()))
        } else {
            word.ends_with('\\').then(|| trimmed.strip_prefix(['o', 'h', 'z', 'u'])).flatten()
        };
        let Some(after) = after else { break };
        rest = after;
    }
    let length = text.len() - rest.len();
    (length > word.len()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[&str], plain: &str) {
        let found: Vec<&str> = markup(text).into_iter().map(|m| &text[m.span]).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(without_markup(text), plain, "{text}");
    }

    #[test]
    fn pieces_of_markup() {
        reads("[bookmark: _GoBack]一、总体情况", &["[bookmark: _GoBack]"], "一、总体情况");
        reads(
            "<!--[if !supportLists]-->（一）<!--[endif]-->公开",
            &["<!--[if !supportLists]-->", "<!--[endif]-->"],
            "（一）公开",
        );
        reads("公开&nbsp;信息&#160;3条&lt;见表", &["&nbsp;", "&#160;", "&lt;"], "公开信息3条<见表");
        reads(
            "<p class=\"a\">公开</p><br/>信息<o:p></o:p>",
            &["<p class=\"a\">", "</p>", "<br/>", "<o:p>", "</o:p>"],
            "公开信息",
        );
        reads("公开_x000D_，{{单位名称}}办理", &["_x000D_", "{{单位名称}}"], "公开，办理");
        reads("见HYPERLINK \"http://a.cn\" \\h www.a.cn", &["HYPERLINK \"http://a.cn\" \\h"], "见 www.a.cn");
        reads("第3页\\* MERGEFORMAT[toc]", &["\\* MERGEFORMAT", "[toc]"], "第3页");
        reads("公\u{200b}开\u{feff}信息\u{fffc}", &["\u{200b}", "\u{feff}", "\u{fffc}"], "公开信息");
        reads("见错误！未找到引用源。公开", &["错误！未找到引用源。"], "见公开");
        reads("公开&amp;nbsp;信息", &["&amp;"], "公开信息");
    }

    #[test]
    fn what_is_no_markup() {
        for text in [
            "印发<中华人民共和国政府信息公开工作年度报告格式>的通知",
            "电子邮箱<a1@163.com>，网址<www.a.gov.cn>，科研机构（R&D; A&B）",
            "国办发[2019]60号，[附件]，占比<5%，a_x与TOC，PDF、HTML5格式，{单位}",
            "未闭合的<p 与 [bookmark: 及 {{ 和 &nbsp 和 HYPERLINK 。",
            "138****1234，3<5，5>3，微博#政务公开#",
            "<",
            "&",
            "[",
            "{{",
            "_",
            "\\",
            "_x12中",
            "&中文;",
            "<中",
            "",
        ] {
            reads(text, &[], text);
        }
    }

    #[test]
    fn brackets_without_end_are_read_in_linear_time() {
        let text = "<p [bookmark: {{".repeat(20_000);
        assert!(markup(&text).is_empty());
    }
}
