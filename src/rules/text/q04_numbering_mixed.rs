//! Q04: headings of one level are numbered in different styles, or out of sequence.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Facts, Passage};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{Mark, MarkStyle, has_any, mark, ordinals};

pub(super) static RULE: Rule = Rule {
    id: "Q04",
    title: "标题序号不一致",
    why: "同一层的序号用一种写法，依次为一、（一）1.（1）（GB/T 9704）。“1、”和“1.”算一种；两种写法一样多的，以上一层之下应有的写法为准。\
          “一是……二是……三是……”和同一层的序号应当连续。",
    example: "第一部分写作“1、”，第二部分写作“二、”。",
    when: When::Pause,
    check,
};

/// A numbered heading or paragraph.
struct Marked<'a> {
    passage: &'a Passage<'a>,
    mark: Mark,
}

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let headings: Vec<Marked> = prose.headings().filter_map(numbered).collect();
    let level = common_style(&headings, MarkStyle::Chinese);
    // A form that prescribes its headings has them numbered as it says: F06 speaks of those.
    if case.draft.form().is_some_and(|form| form.topics.is_empty()) {
        mixed(&headings, level, found);
    }
    for part in &prose.parts {
        for list in lists(part.body.iter().filter_map(numbered)) {
            let parent = list.parent.or(level).unwrap_or(MarkStyle::Chinese);
            let style = common_style(&list.members, parent.below());
            mixed(&list.members, style, found);
            out_of_sequence(&list.members, &part.body, found);
        }
        broken_sequence(&part.body, found);
    }
}

fn numbered<'a>(passage: &'a Passage<'a>) -> Option<Marked<'a>> {
    Some(Marked { passage, mark: mark(passage.text())? })
}

/// The style of most members; of two that are equally common, the one that belongs there.
fn common_style(members: &[Marked], belongs: MarkStyle) -> Option<MarkStyle> {
    let mut counts: BTreeMap<MarkStyle, usize> = BTreeMap::new();
    for member in members {
        *counts.entry(member.mark.style).or_default() += 1;
    }
    let count = |style: &MarkStyle| counts.get(style).copied();
    members.iter().map(|m| m.mark.style).max_by_key(|style| (count(style), *style == belongs))
}

/// A finding for each member whose style is not that of its list.
fn mixed(members: &[Marked], style: Option<MarkStyle>, found: &mut Sink) {
    let Some(style) = style else { return };
    let Some(model) = members.iter().find(|m| m.mark.style == style) else { return };
    for Marked { passage, mark } in members.iter().filter(|m| m.mark.style != style) {
        let written = passage.reading.words(mark.span.clone());
        let other = model.passage.reading.words(model.mark.span.clone());
        let title = format!("序号“{written}”与“{other}”写法不一");
        let mut finding = Finding::new(RULE.id, Severity::Warning, passage.place, title)
            .saying("同一层的序号用一种写法。")
            .quoting(passage, mark.span.clone());
        if let Some(right) = style.write(mark.ordinal) {
            // White space after the mark goes with it: 一、 needs none.
            let after = passage.text().get(mark.span.end..).unwrap_or_default();
            let end = mark.span.end + after.len() - after.trim_start().len();
            let label = format!("改为“{right}”");
            finding = finding.mended_by(label, Change::words(passage, mark.span.start..end, right));
        }
        found.push(finding);
    }
}

/// Paragraphs that are numbered side by side.
struct List<'a> {
    parent: Option<MarkStyle>,
    members: Vec<Marked<'a>>,
    styles: BTreeSet<MarkStyle>,
}

impl<'a> List<'a> {
    fn of(parent: Option<MarkStyle>, first: Marked<'a>) -> Self {
        Self { parent, styles: BTreeSet::from([first.mark.style]), members: vec![first] }
    }

    fn push(&mut self, member: Marked<'a>) {
        self.styles.insert(member.mark.style);
        self.members.push(member);
    }

    fn goes_on_with(&self, mark: &Mark) -> bool {
        self.members.last().is_some_and(|last| last.mark.ordinal + 1 == mark.ordinal)
    }

    fn has(&self, style: MarkStyle) -> bool {
        self.styles.contains(&style)
    }
}

/// The numbered paragraphs of a part as lists within lists. One that begins with 1 in another style opens a list below;
/// one that goes on with the next number belongs to the list whose number it continues, whatever its style.
fn lists<'a>(marked: impl Iterator<Item = Marked<'a>>) -> Vec<List<'a>> {
    let (mut open, mut closed): (Vec<List>, Vec<List>) = (Vec::new(), Vec::new());
    for member in marked {
        let mark = &member.mark;
        let same = open.iter().rposition(|list| list.has(mark.style) && mark.ordinal != 1);
        let continued = open.iter().rposition(|list| list.goes_on_with(mark));
        let restarted = open.iter().rposition(|list| list.has(mark.style));
        let target = same.or(if mark.ordinal == 1 { None } else { continued });
        match (target, restarted) {
            (Some(index), _) => {
                closed.extend(open.drain(index + 1..));
                if let Some(list) = open.last_mut() {
                    list.push(member);
                }
            }
            (None, Some(index)) => {
                let parent = open.get(index).and_then(|list| list.parent);
                closed.extend(open.drain(index..));
                open.push(List::of(parent, member));
            }
            (None, None) => {
                let parent = open.last().and_then(|list| list.members.last()).map(|m| m.mark.style);
                open.push(List::of(parent, member));
            }
        }
    }
    closed.extend(open);
    closed
}

/// A finding where the numbering of paragraphs side by side leaves one number out, which stands nowhere between them: （二）, （四）.
fn out_of_sequence(members: &[Marked], body: &[Passage], found: &mut Sink) {
    for pair in members.windows(2) {
        let [before, after] = pair else { continue };
        let expected = before.mark.ordinal + 1;
        let written = after.passage.reading.words(after.mark.span.clone());
        if after.mark.style == before.mark.style && after.mark.ordinal == before.mark.ordinal {
            found.push(
                Finding::new(RULE.id, Severity::Warning, after.passage.place, format!("“{written}”用了两次"))
                    .saying("同一层的序号不应重复。")
                    .quoting(after.passage, after.mark.span.clone()),
            );
            continue;
        }
        let is_left_out = after.mark.style == before.mark.style && after.mark.ordinal == expected + 1;
        let Some(missing) = before.mark.style.write(expected).filter(|_| is_left_out) else { continue };
        // It may stand within a paragraph, behind the title of the one before.
        let from = body.partition_point(|passage| passage.place < before.passage.place);
        let between = body.get(from..).unwrap_or_default().iter();
        let mut between = between.take_while(|passage| passage.place < after.passage.place);
        let bare = missing.trim_end_matches(['、', '.']);
        if between.any(|passage| passage.text().contains(bare)) {
            continue;
        }
        found.push(
            Finding::new(RULE.id, Severity::Warning, after.passage.place, format!("“{written}”之前应为“{missing}”"))
                .saying("序号有缺漏。")
                .quoting(after.passage, after.mark.span.clone()),
        );
    }
}

/// A finding where 一是 … 二是 … leaves one out or says one twice.
fn broken_sequence(body: &[Passage], found: &mut Sink) {
    let all: Vec<_> =
        body.iter().flat_map(|passage| ordinals(passage.text()).into_iter().map(move |one| (passage, one))).collect();
    let next = all.iter().skip(1).map(|(_, (ordinal, _))| Some(*ordinal)).chain([None]);
    // ……将加强培训；二是……: the first of them has no 一是, nor another word that begins.
    let begins = LazyCell::new(|| {
        body.iter().any(|passage| has_any(passage.text(), &["一是", "首先", "一方面", "第一", "其一"]))
    });
    let mut last = 0;
    for ((passage, (ordinal, span)), next) in all.iter().zip(next) {
        let (place, text, ordinal) = (passage.place, passage.text(), *ordinal);
        let expected = last + 1;
        let is_headless = last == 0 && ordinal == 2 && next == Some(3) && !*begins;
        let is_broken = (ordinal != 1 && last > 0 && ordinal != expected) || is_headless;
        if is_broken {
            let written = text.get(span.clone()).unwrap_or_default();
            let missing = crate::text::chinese_ordinal(expected).unwrap_or_default();
            let title = format!("“{written}”之前应为“{missing}是”");
            found.push(
                Finding::new(RULE.id, Severity::Warning, place, title)
                    .saying("“一是……二是……”的次序有缺漏或重复。")
                    .quoting(passage, span.clone()),
            );
        }
        // 二是, 四是, 四是: one of them is a slip of the pen, and what follows goes on from the number that was meant.
        let slipped = is_broken && next == Some(expected + 1);
        last = match (slipped, ordinal == 1 || last > 0) {
            (true, _) => expected,
            (false, true) => ordinal,
            (false, false) => 0,
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends};

    fn draft(parts: &[(&str, &[&str])]) -> String {
        let parts: Vec<String> = parts
            .iter()
            .map(|(heading, body)| {
                let body: Vec<String> = body.iter().map(|text| format!("\"{text}\"")).collect();
                format!(r#"{{"heading": "{heading}", "body": [{}]}}"#, body.join(", "))
            })
            .collect();
        format!(r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "narrative": [{}]}}"#, parts.join(", "))
    }

    #[test]
    fn headings_of_the_less_common_style() {
        let json = draft(&[("1、 基本情况", &[]), ("二、主动公开", &[]), ("三、收费", &[]), ("4.问题", &[])]);
        finds("Q04", &json, &["Q04:narrative.0.heading#1、", "Q04:narrative.3.heading#4."]);
        let mended = mends("Q04:narrative.0.heading#1、", &json);
        assert_eq!(mended.narrative().first().map(|p| p.heading.as_str()), Some("一、基本情况"));
    }

    #[test]
    fn a_tie_goes_to_the_style_that_belongs_there() {
        let json = draft(&[("一、安排", &["安排如下：", "（1） 强化管理。", "（二） 加大力度。"]), ("二、其他", &[])]);
        finds("Q04", &json, &["Q04:narrative.0.body.1#（1）"]);
        assert!(mends("Q04:narrative.0.body.1#（1）", &json).to_json().contains("\"（一）强化管理。\""));
    }

    #[test]
    fn levels_within_levels_are_one_style_each() {
        let body = [
            "（一）主动公开。",
            "1.政策。",
            "2、解读。",
            "（1）稿件。",
            "（2）图解。",
            "（二）平台。",
            "1.网站。",
            "2.微信。",
            "（三）监督。",
        ];
        finds("Q04", &draft(&[("一、总体情况", &body), ("二、其他", &["1.甲", "2.乙"])]), &[]);
        finds("Q04", &draft(&[("总体情况", &["（一）甲"]), ("其他", &[])]), &[]);
    }

    #[test]
    fn a_number_left_out() {
        let gap = ["（一）主动公开。", "（二）依申请公开。", "（四）平台。", "（五）监督。"];
        finds("Q04", &draft(&[("一、总体情况", &gap)]), &["Q04:narrative.0.body.2#（四）"]);
        let within = ["（一）主动公开。", "（二）依申请公开。（三）管理。", "（四）平台。"];
        finds("Q04", &draft(&[("一、总体情况", &within)]), &[]);
    }

    #[test]
    fn ordinals_in_sequence() {
        finds("Q04", &draft(&[("一、问题", &["一是意识不强；二是渠道不多；三是质量不高。"])]), &[]);
        let gap = draft(&[("一、问题", &["一是意识不强；三是质量不高。"])]);
        finds("Q04", &gap, &["Q04:narrative.0.body.0#三是"]);
        let twice = draft(&[("一、问题", &["一是意识不强；", "二是渠道不多；", "二是质量不高。"])]);
        finds("Q04", &twice, &["Q04:narrative.0.body.2#二是"]);
        finds("Q04", &draft(&[("一、问题", &["一是甲；二是乙。", "一是丙；二是丁。"])]), &[]);
        let slip = draft(&[("一、问题", &["一是甲；二是乙；四是丙；四是丁；五是戊。"])]);
        finds("Q04", &slip, &["Q04:narrative.0.body.0#四是"]);
    }
}
