//! F08: part one does not cover the five topics.

use super::part_words::count_in_words;
use crate::draft::Place;
use crate::facts::{Facts, PartProse, Title, Topic, required_part, titles};
use crate::form::PartRole;
use crate::rules::{Finding, Rule, Severity, Sink, When};
use crate::text::{has_any, heading_words, mark};

pub(super) static RULE: Rule = Rule {
    id: "F08",
    title: "总体情况没有写全五个方面",
    why: "统一格式要求第一部分写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。分了小标题的看小标题，\
          标题自拟的，说到这一方面就算；没有分小标题的看正文。",
    example: "第一部分只写了主动公开和依申请公开。",
    when: When::Pause,
    check,
};

/// So many paragraphs with numbering make a part with titles.
const TITLED: usize = 2;

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let Some((n, part)) = required_part(case, prose, PartRole::Overview) else { return };
    let topics: Vec<String> =
        case.draft.form().map_or(&[][..], |form| form.topics).iter().map(|topic| heading_words(topic)).collect();
    let missing = missing(&topics, part);
    if missing.is_empty() {
        return;
    }
    let so_many = count_in_words(topics.len());
    let title = if missing.len() == topics.len() {
        format!("总体情况没有写{so_many}个方面")
    } else {
        format!("总体情况没有写{}", missing.join("、"))
    };
    let finding = Finding::new(RULE.id, Severity::Warning, Place::Part(n), title).saying(format!(
        "格式要求写{}{so_many}个方面，这里没有单独说到{}。",
        topics.join("、"),
        missing.join("、")
    ));
    found.push(finding.resting_on_part(case.draft, n, false));
}

/// The topics of a form that a part does not cover. One of which no other words are known is known by its own.
fn missing<'a>(topics: &'a [String], part: &PartProse) -> Vec<&'a str> {
    let numbered = part.body.iter().filter(|passage| mark(passage.text()).is_some()).count();
    let titles: Vec<Title> = part.body.iter().flat_map(|passage| titles(passage.text())).collect();
    let covers = |is_title: &dyn Fn(&Title) -> bool, in_prose: &[&str]| {
        if numbered >= TITLED {
            titles.iter().any(is_title)
        } else {
            part.body.iter().any(|passage| has_any(passage.text(), in_prose))
        }
    };
    let missing = topics.iter().map(String::as_str).filter_map(|asked| match Topic::asked_for(asked) {
        Some(topic) => (!covers(&|title| topic.has_title(title), topic.prose)).then_some(topic.name),
        None => (!covers(&|title| title.says(asked), &[asked])).then_some(asked),
    });
    missing.collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, found};

    fn draft(form: &str, year: u16, body: &[&str]) -> String {
        let body: Vec<String> = body.iter().map(|text| format!("\"{text}\"")).collect();
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{{"heading": "一、总体情况", "body": [{}]}}]}}"#,
            body.join(", ")
        )
    }

    #[track_caller]
    fn lacks(body: &[&str], title: &str) {
        let found = found("F08", &draft("national-2021", 2023, body));
        assert_eq!(found.first().map(|f| f.title.as_str()), Some(title));
        assert_eq!(found.first().map(crate::rules::Finding::identity).as_deref(), Some("F08:narrative.0"));
    }

    #[test]
    fn topics_that_no_title_names() {
        lacks(
            &["（一）主动公开。全年公开3条。", "（二）依申请公开。收到0件。"],
            "总体情况没有写政府信息管理、平台建设、监督保障",
        );
        lacks(
            &["中埠镇2020年度累计主动公开政府信息21条,依申请公开0件,网上公开了21件。"],
            "总体情况没有写政府信息管理、平台建设、监督保障",
        );
        lacks(&[], "总体情况没有写五个方面");
    }

    #[test]
    fn a_paragraph_is_about_what_its_title_says() {
        let rest = ["（一）主动公开。3条。", "（二）依申请公开。无。", "（四）平台建设。网站1个。"];
        let with = |more: &[&'static str]| -> Vec<&'static str> { rest.iter().chain(more).copied().collect() };
        // Its leaders' attention in a sentence is no supervision, and a system of publishing no management of information.
        lacks(
            &with(&["（三）完善信息发布制度。", "（五）管委会领导高度重视政府信息公开工作，全年没有发生问题。"]),
            "总体情况没有写政府信息管理、监督保障",
        );
        let titled = with(&["（三）健全制度，规范流程。", "（五）领导重视，责任到人。"]);
        finds("F08", &draft("national-2021", 2023, &titled), &[]);
    }

    #[test]
    fn the_topics_under_titles_of_every_kind() {
        let forms = [
            "（一）主动公开",
            "公开3条。",
            "（二）依申请公开",
            "无。",
            "（三）政府信息管理",
            "好。",
            "（四）政府信息公开平台建设",
            "好。",
            "（五）监督保障",
            "好。",
        ];
        let free = [
            "（一）深化重点领域信息公开。",
            "（二）规范依申请公开办理。",
            "（三）严格信息发布审查。",
            "（四）平台载体建设方面。",
            "（五）强化考核培训。",
        ];
        let own = [
            "（一）领导重视，健全机构",
            "（二）突出重点，全面公开",
            "（三）依法依规，做好申请答复",
            "（四）建章立制，规范流程",
            "（五）多措并举，拓展途径",
        ];
        let plain = ["主动公开政府信息3条，收到公开申请1件。", "严格审核制度，用好政府网站，开展业务培训。"];
        let lined = [
            "2023年，工作如下。",
            "（一）工作情况。一是抓好主动公开；二是办好依申请公开；三是强化信息管理。",
            "（二）保障情况。一是建好网站；二是加强监督。",
        ];
        for body in [&forms[..], &free, &own, &plain, &lined] {
            finds("F08", &draft("national-2021", 2023, body), &[]);
            finds("F08", &draft("national-2019", 2019, body), &[]);
        }
        finds("F08", &draft("narrative-2008", 2017, &["公开3条。"]), &[]);
    }
}
