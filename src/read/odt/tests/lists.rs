//! Numbers of lists and headings.

use super::*;

fn level(at: usize, form: &str, more: &str) -> String {
    format!("<text:list-level-style-number text:level=\"{at}\" style:num-format=\"{form}\" {more}/>")
}

fn style(name: &str, levels: &str) -> String {
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

fn list(attributes: &str, items: &[&str]) -> String {
    let items = items.join("</text:list-item><text:list-item>");
    format!("<text:list {attributes}><text:list-item>{items}</text:list-item></text:list>")
}

#[test]
fn chinese_numbers_go_on_where_a_list_goes_on() {
    let styles = style("L1", &level(1, "一, 二, 三, ...", "style:num-suffix=\"、\""));
    let (one, two) = (paragraph("甲"), paragraph("乙"));
    let text = list("text:style-name=\"L1\" xml:id=\"a\"", &[&(one.clone() + &two), &one])
        + &paragraph("一、手写")
        + &list("text:style-name=\"L1\" text:continue-numbering=\"true\"", &[&one])
        + &list("text:style-name=\"L1\"", &[&one])
        + &list("text:style-name=\"L1\" text:continue-list=\"a\"", &[&two]);
    assert_eq!(plain(&read(&text, &styles)), ["一、甲", "乙", "二、甲", "一、手写", "三、甲", "一、甲", "四、乙"]);
}

#[test]
fn levels_are_counted_one_in_another() {
    let bullet = "<text:list-level-style-bullet text:level=\"4\" text:bullet-char=\"•\"/>";
    let levels = level(1, "1", "style:num-suffix=\".\"")
        + &level(2, "a", "text:display-levels=\"2\" style:num-prefix=\"(\" style:num-suffix=\")\"")
        + &level(3, "I", "loext:num-list-format=\"第%1%条%3%％款\"")
        + bullet;
    let one = paragraph("甲");
    let deep = |inside: &str| list("", &[inside]);
    let text = list(
        "text:style-name=\"L1\"",
        &[
            &(one.clone() + &list("", &[&one, &(one.clone() + &deep(&(one.clone() + &deep(&one))))])),
            &(one.clone() + &deep(&one)),
        ],
    );
    let read = plain(&read(&text, &style("L1", &levels)));
    assert_eq!(read, ["1.甲", "(1.a)甲", "(1.b)甲", "第1条I％款甲", "甲", "2.甲", "(2.a)甲"]);
}

#[test]
fn starts_headers_and_written_numbers_count() {
    let styles = style("L1", &level(1, "①, ②, ③, ...", "text:start-value=\"3\""))
        + "<style:style style:family=\"paragraph\" style:name=\"P1\" style:list-style-name=\"L1\"/>";
    let text = "<text:list><text:list-header><text:p text:style-name=\"P1\">头</text:p></text:list-header>\
                <text:list-item><text:p text:style-name=\"P1\">甲</text:p></text:list-item>\
                <text:list-item text:start-value=\"9\"><text:p text:style-name=\"P1\">乙</text:p></text:list-item>\
                <text:list-item><text:number>写⑽</text:number><text:p text:style-name=\"P1\">丙</text:p></text:list-item></text:list>";
    assert_eq!(plain(&read(text, &styles)), ["头", "③甲", "⑨乙", "写⑽丙"]);
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let styles = "<text:outline-style>\
        <text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>\
        <text:outline-level-style text:level=\"2\" style:num-format=\"\"/></text:outline-style>\
        <style:style style:family=\"paragraph\" style:name=\"P1\" style:list-style-name=\"\"/>";
    let heading = |level: usize, more: &str| format!("<text:h text:outline-level=\"{level}\" {more}>甲</text:h>");
    let text = [
        heading(1, ""),
        heading(2, ""),
        heading(1, "text:is-list-header=\"true\""),
        heading(1, "text:style-name=\"P1\""),
        heading(1, ""),
        heading(1, "text:restart-numbering=\"true\" text:start-value=\"5\""),
    ];
    assert_eq!(plain(&read(&text.concat(), styles)), ["一、甲", "甲", "甲", "甲", "二、甲", "五、甲"]);
}
