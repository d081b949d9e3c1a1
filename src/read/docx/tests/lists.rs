//! Numbers that Word puts before paragraphs.

use super::*;

/// A level: how its numbers are written, its pattern, and whatever else.
fn level(at: usize, form: &str, pattern: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/>{more}<w:lvlText w:val=\"{pattern}\"/></w:lvl>"
    )
}

fn definition(id: usize, inside: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{inside}</w:abstractNum>")
}

fn list(id: usize, definition: usize, inside: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{inside}</w:num>")
}

fn item(list: usize, level: usize, text: &str) -> String {
    paragraph(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), text)
}

fn styled(style: &str, text: &str) -> String {
    paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), text)
}

fn numbered(body: &str, lists: &str, styles: &str) -> Vec<String> {
    plain(&read(body, &[("numbering", "numbering", lists), ("styles", "styles", styles)]))
}

#[test]
fn chinese_headings_are_numbered_across_tables_and_typed_numbers_stay() {
    let lists = definition(0, &level(0, "chineseCountingThousand", "%1、", "")) + &list(1, 0, "");
    let table = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let headings = ["总体情况", "主动公开", "收到和处理", "复议诉讼", "主要问题", "其他"];
    let body: String =
        headings.iter().map(|heading| item(1, 0, heading) + &paragraph("", "（一）手写的") + table).collect();
    let read: Vec<String> = numbered(&body, &lists, "").into_iter().filter(|block| !block.starts_with('[')).collect();
    let expected = ["一、总体情况", "二、主动公开", "三、收到和处理", "四、复议诉讼", "五、主要问题", "六、其他"];
    let expected: Vec<&str> = expected.iter().flat_map(|heading| [*heading, "（一）手写的"]).collect();
    assert_eq!(read, expected);
}

#[test]
fn levels_start_anew_under_a_new_number_above() {
    let levels = level(0, "decimal", "%1.", "")
        + &level(1, "decimal", "%1.%2", "")
        + &level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"0\"/>")
        + &level(3, "bullet", "•", "");
    let lists = definition(0, &levels) + &list(1, 0, "");
    let body = [0, 1, 1, 2, 0, 1, 2, 3].map(|level| item(1, level, "甲")).concat();
    assert_eq!(numbered(&body, &lists, ""), ["1.甲", "1.1甲", "1.2甲", "a)甲", "2.甲", "2.1甲", "b)甲", "甲"]);
    assert_eq!(numbered(&item(1, 1, "甲"), &lists, ""), ["1.1甲"]);
    assert_eq!(numbered(&item(1, 0, "1.甲"), &lists, ""), ["1.甲"], "a typed number is not doubled");
}

#[test]
fn lists_of_one_definition_count_on_unless_one_has_its_own_start() {
    let own = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let lists = definition(0, &level(0, "decimal", "%1.", "")) + &list(1, 0, "") + &list(2, 0, "") + &list(3, 0, own);
    let body = [1, 2, 3, 3, 1].map(|list| item(list, 0, "甲")).concat();
    assert_eq!(numbered(&body, &lists, ""), ["1.甲", "2.甲", "5.甲", "6.甲", "7.甲"]);
    let other = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "upperRoman", "(%1)", ""));
    let lists = definition(0, &level(0, "decimal", "%1.", "")) + &list(1, 0, &other);
    assert_eq!(numbered(&item(1, 0, "甲"), &lists, ""), ["(I)甲"]);
}

#[test]
fn a_style_puts_its_paragraphs_in_a_list() {
    let levels = level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"标题1\"/>")
        + &level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"标题2\"/>");
    let lists = definition(0, &levels) + &list(1, 0, "");
    let style = |id: &str, base: &str, more: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:basedOn w:val=\"{base}\"/><w:pPr>{more}</w:pPr></w:style>"
        )
    };
    let place = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
    let styles = style("标题1", "正文", place) + &style("标题2", "标题2", place) + &style("改", "标题1", "");
    let out = paragraph("<w:pStyle w:val=\"标题1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "不编");
    let body = styled("标题1", "甲") + &styled("标题2", "乙") + &out + &styled("改", "丙") + &styled("标题2", "丁");
    assert_eq!(numbered(&body, &lists, &styles), ["一、甲", "（一）乙", "不编", "二、丙", "（一）丁"]);
}

#[test]
fn a_definition_may_stand_behind_a_style() {
    let link = "<w:numStyleLink w:val=\"列表\"/>";
    let lists = definition(0, &level(0, "decimalEnclosedCircle", "%1", ""))
        + &definition(1, link)
        + &list(1, 0, "")
        + &list(2, 1, "");
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"列表\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    assert_eq!(numbered(&(item(2, 0, "甲") + &item(2, 0, "乙")), &lists, styles), ["①甲", "②乙"]);
}

#[test]
fn a_number_alone_in_a_cell_is_seen_and_deleted_items_do_not_count() {
    let lists = definition(0, &level(0, "decimal", "%1", "")) + &list(1, 0, "");
    let row = format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", item(1, 0, ""), paragraph("", "甲"));
    assert_eq!(numbered(&format!("<w:tbl>{row}{row}</w:tbl>"), &lists, ""), ["[1|甲][2|甲]"]);
    let gone = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:t>旧</w:t></w:r></w:del></w:p>";
    assert_eq!(numbered(&(item(1, 0, "甲") + gone + &item(1, 0, "乙")), &lists, ""), ["1甲", "2乙"]);
}

#[test]
fn patterns_take_plain_digits_and_signs_of_per_cent_as_they_are() {
    let levels = level(0, "chineseCounting", "第%1章", "") + &level(1, "decimal", "%1.%2%0%", "<w:isLgl/>");
    let lists = definition(0, &levels) + &list(1, 0, "");
    assert_eq!(numbered(&(item(1, 0, "甲") + &item(1, 1, "乙")), &lists, ""), ["第一章甲", "1.1%0%乙"]);
}
