//! F07: the parts that the opening counts and lists are not those of the body.

use crate::draft::Place;
use crate::facts::{Case, Facts};
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::text::{has_any, heading_words, listed_parts};

pub(super) static RULE: Rule = Rule {
    id: "F07",
    title: "引言所列部分与正文不一致",
    why: "引言说“本报告由……等七个部分组成”的，所列名称、个数和次序应与正文各部分相同。措辞略有出入（工作、办理，措施、情况）不算，\
          “行政复议、行政诉讼情况”是一个部分。",
    example: "引言第二项是“人大代表建议、委员提案数及办结率”，正文排在第五。",
    when: When::Pause,
    check,
};

/// A text with more parts than these is no report with a list of them.
const MOST: usize = 200;

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let headings: Vec<String> = prose.headings().map(|heading| bare(heading.text())).collect();
    if headings.is_empty() || headings.len() > MOST {
        return;
    }
    for passage in &prose.opening {
        let text = passage.text();
        let Some(listed) = listed_parts(text) else { continue };
        if of_form(case, &listed.names, listed.stated) {
            continue;
        }
        let names = joined(listed.names, &headings);
        let (names, stated) = without_appendix(names, listed.stated, &headings);
        let Some((title, words)) = difference(&names, stated, &headings) else { continue };
        let mut finding =
            Finding::new(RULE.id, Severity::Warning, passage.place, title).saying(words).quoting(passage, listed.quote);
        let headings = (0..case.draft.narrative().len()).map(Place::Heading);
        finding = finding.resting_on(case.draft, headings);
        finding.concerns.clear();
        found.push(finding);
    }
}

/// Whether the list is the form's own: then the body is at fault, of which F06 speaks.
fn of_form(case: &Case, names: &[String], stated: Option<u64>) -> bool {
    let Some(form) = case.draft.form().filter(|form| form.prescribes_text()) else { return false };
    let headings = form.headings_of(case.draft.year());
    names.len() == headings.len()
        && stated.is_none_or(|stated| u64::try_from(names.len()) == Ok(stated))
        && names.iter().zip(&headings).all(|(name, heading)| same(&bare(name), &bare(heading)))
}

/// The list with those names joined again that together are one heading: 人大代表建议、委员提案数及办结率.
fn joined(names: Vec<String>, headings: &[String]) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for name in names {
        let both = whole.last().map(|last| [last, "、", &name].concat());
        let is_one = both.as_ref().is_some_and(|both| headings.contains(&bare(both)));
        match (both, whole.last_mut()) {
            (Some(both), Some(last)) if is_one => *last = both,
            _ => whole.push(name),
        }
    }
    whole
}

/// The list without the appendix that it counts among the parts (工作概述、……、附表等六个部分), where the body has none.
fn without_appendix(mut names: Vec<String>, stated: Option<u64>, headings: &[String]) -> (Vec<String>, Option<u64>) {
    // 需要说明的事项与附表 is a part of the body with what is appended to it.
    let is_appendix = |name: &str| {
        ["附表", "附件", "附录", "统计表"].iter().any(|word| name.contains(word))
            && !has_any(name, &["事项", "说明", "情况与", "情况及"])
    };
    let counted = u64::try_from(names.len()).ok();
    let last = names.last().is_some_and(|name| is_appendix(name));
    if last && !headings.last().is_some_and(|heading| is_appendix(heading)) {
        names.pop();
        // Both ways of counting are found: with the appendix and without it.
        let stated = stated.map(|stated| if Some(stated) == counted { stated.saturating_sub(1) } else { stated });
        return (names, stated);
    }
    (names, stated)
}

/// What differs between the list and the headings, in one line and in full.
fn difference(names: &[String], stated: Option<u64>, headings: &[String]) -> Option<(String, String)> {
    let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
    if let Some(stated) = stated.filter(|stated| *stated != count) {
        let words = format!("引言写的是{stated}个部分，列出了{count}个。");
        return Some(("引言所写部分数与所列不符".to_owned(), words));
    }
    if names.len() != headings.len() {
        let title = "引言所列部分数与正文不同".to_owned();
        return Some((title, format!("引言列出{count}个部分，正文有{}个。", headings.len())));
    }
    let places: Vec<Option<usize>> =
        names.iter().map(|name| headings.iter().position(|heading| same(&bare(name), heading))).collect();
    if let Some((name, _)) = names.iter().zip(&places).find(|(_, place)| place.is_none()) {
        return Some(("引言所列部分正文中没有".to_owned(), format!("引言列出“{name}”，正文没有这个标题。")));
    }
    if places.iter().flatten().zip(0..).all(|(place, index)| *place == index) {
        return None;
    }
    let order: Vec<&str> = headings.iter().map(String::as_str).collect();
    let title = format!("引言列出的{count}个部分，次序与正文不同");
    Some((title, format!("正文的次序是：{}。", order.join("、"))))
}

/// A heading without its numbering, white space and quotation marks.
fn bare(heading: &str) -> String {
    heading_words(heading).replace("行政复议、行政诉讼", "行政复议和行政诉讼").replace("其它", "其他")
}

/// Whether a listed name means a heading; small differences of wording are none.
fn same(name: &str, heading: &str) -> bool {
    let plain = |text: &str| {
        let mut text = text.to_owned();
        for word in [
            "政府信息公开",
            "信息公开",
            "政府信息",
            "情况",
            "工作",
            "办理",
            "措施",
            "的",
            "和",
            "及",
            "与",
            "、",
            "主要",
        ] {
            text = text.replace(word, "");
        }
        text
    };
    // 因政府信息公开工作被申请行政复议或提起行政诉讼情况.
    let of_disputes = |text: &str| text.contains("复议") && text.contains("诉讼");
    if of_disputes(name) && of_disputes(heading) {
        return true;
    }
    let (name, heading) = (plain(name), plain(heading));
    name == heading || (!name.is_empty() && !heading.is_empty() && (name.contains(&heading) || heading.contains(&name)))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::finds;

    fn draft(opening: &str, headings: &[&str]) -> String {
        let parts: Vec<String> = headings.iter().map(|heading| format!("{{\"heading\": \"{heading}\"}}")).collect();
        format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017, "opening": ["{opening}"], "narrative": [{}]}}"#,
            parts.join(", ")
        )
    }

    #[test]
    fn another_order_another_number_another_name() {
        let headings = ["一、基本情况", "二、收费情况", "三、存在问题"];
        let listed = |opening: &str| draft(opening, &headings);
        finds(
            "F07",
            &listed("由“基本情况”、“存在问题”、“收费情况”等三个部分组成。"),
            &["F07:opening.0#等三个部分组成"],
        );
        finds(
            "F07",
            &listed("由“基本情况”、“收费情况”、“存在问题”等四个部分组成。"),
            &["F07:opening.0#等四个部分组成"],
        );
        finds("F07", &listed("由基本情况、收费情况、存在问题、安排等四部分组成。"), &["F07:opening.0#等四部分组成"]);
        finds(
            "F07",
            &listed("由“基本情况”、“复议情况”、“存在问题”三个部分组成。"),
            &["F07:opening.0#“基本情况”、“复议情况”、“存在问题”三个部分组成"],
        );
    }

    #[test]
    fn small_differences_of_wording_are_none() {
        let headings = ["一、工作基本情况", "二、行政复议、行政诉讼情况", "三、存在的主要问题及改进措施"];
        let listed = |opening: &str| draft(opening, &headings);
        finds("F07", &listed("由基本情况、行政复议、行政诉讼情况、存在的问题及改进情况等三部分组成。"), &[]);
        finds(
            "F07",
            &listed(
                "由基本情况、因政府信息公开申请行政复议、提起行政诉讼的情况、存在的主要问题及改进措施等三部分组成。",
            ),
            &[],
        );
        finds("F07", &listed("由基本情况、被申请行政复议或提起行政诉讼情况及存在的问题等三个部分组成。"), &[]);
        finds("F07", &listed("本报告由某街道编制。"), &[]);
        for list in ["、附表等四个部分", "、附件等三个部分", "和附表四个部分"] {
            let text = format!("由基本情况、行政复议和行政诉讼情况、存在问题{list}组成。");
            finds("F07", &listed(&text), &[]);
        }
        let after = "本报告由三个部分组成：基本情况，行政复议、行政诉讼情况，存在的问题。";
        finds("F07", &listed(after), &[]);
        let wrong = after.replace("三个", "四个");
        finds("F07", &listed(&wrong), &["F07:opening.0#报告由四个部分组成："]);
        finds("F07", &draft("由“甲乙”、“丙丁”、“戊己”三个部分组成。", &[]), &[]);
    }
}
