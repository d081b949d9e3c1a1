//! F06: a heading that the national form requires is missing, out of order, or not worded as the form has it.

use super::part_words::count_in_words;
use crate::draft::Place;
use crate::facts::{Case, Facts, Passage, prescribing, required_parts};
use crate::form::{Form, PartRole};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::sheet::outline;
use crate::text::{compact, heading_words, without_markup};

pub(super) static RULE: Rule = Rule {
    id: "F06",
    title: "标题与统一格式不符",
    why: "2019年度起的统一格式规定了六个一级标题，文字、序号、次序都照格式写，不增字、不减字、不缺项。空格多少不算。\
          2018年度及以前各单位自定标题，不在此列。完全没有文字部分的、只有标题没有写的部分，各种格式都提示。",
    example: "写作“五、政府信息公开工作存在的主要问题及改进情况”，格式是“五、存在的主要问题及改进情况”。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    // A draft of figures alone has the form's headings printed around its tables: no fault, but no report yet.
    if prose.parts.is_empty() {
        found.push(
            Finding::new(RULE.id, Severity::Hint, Place::Part(0), "还没有文字部分，只检查了表格")
                .saying("年报由文字和表格组成。在左侧任选一个部分，点“写文字部分”。"),
        );
        return;
    }
    let Some(form) = prescribing(case) else {
        for n in unwritten(case, |heading| heading.contains("问题")) {
            found.push(nothing_under(case, n));
        }
        return;
    };
    let headings = form.headings_of(case.draft.year());
    let parts = required_parts(form, prose);
    // What the overview, the part on problems and that on the fee have to tell is asked for by their own rules.
    let roles = [Some(PartRole::Overview), Some(PartRole::Problems), form.fee_part];
    let asked: Vec<usize> =
        roles.into_iter().flatten().filter_map(|role| parts.get(form.part_of(role)?).copied().flatten()).collect();
    for n in unwritten(case, |_| false).into_iter().filter(|n| !asked.contains(n)) {
        found.push(nothing_under(case, n));
    }
    let moved = out_of_order(&parts);
    for (index, (heading, part)) in headings.iter().zip(&parts).enumerate() {
        let Some(n) = *part else { continue };
        let Some(written) = prose.parts.get(n).map(|part| &part.heading) else { continue };
        found.extend(differing(written, heading, moved.contains(&index)));
    }
    missing(case, form, &headings, &parts, found);
}

/// The parts of which nothing is written and in which no table stands; those of which another rule speaks are left out by their heading.
fn unwritten(case: &Case, is_anothers: impl Fn(&str) -> bool) -> Vec<usize> {
    let sections = outline(case.draft).into_iter().filter(|section| section.tables.is_empty());
    let parts = sections.filter(|section| !is_anothers(&section.heading)).filter_map(|section| section.part);
    parts.filter(|n| case.draft.narrative().get(*n).is_some_and(|part| part.body.is_empty())).collect()
}

/// That a part has a heading and nothing else.
fn nothing_under(case: &Case, n: usize) -> Finding {
    let heading = case.draft.narrative().get(n).map(|part| heading_words(&part.heading)).unwrap_or_default();
    let name = if heading.is_empty() { "这一部分".to_owned() } else { format!("“{heading}”") };
    Finding::new(RULE.id, Severity::Hint, Place::Heading(n), format!("{name}还没有写"))
        .saying("这一部分只有标题。没有内容的，请写明没有，或者去掉这一部分。")
        .resting_on_part(case.draft, n, true)
}

/// A heading without white space and what nobody sees. A comma in it is no other wording: half-width ones are for the
/// rule on marks.
fn plain(written: &str) -> String {
    let mark = |c: char| if matches!(c, '，' | ',' | '､') { '、' } else { c };
    compact(&without_markup(written)).chars().map(mark).collect()
}

/// What differs between a heading and the form's.
fn differing(written: &Passage, heading: &str, is_moved: bool) -> Option<Finding> {
    let text = written.text();
    let plain = plain(text);
    let plain = plain.trim_end_matches(['。', '：', ':', '；', ';']);
    let is_written = plain == compact(heading);
    if is_written && !is_moved {
        return None;
    }
    let same_words = heading_words(plain) == heading_words(heading);
    let title = match (is_moved, same_words) {
        (true, _) => "标题次序与格式不同",
        (false, true) => "标题序号与格式不同",
        (false, false) => "标题文字与格式不同",
    };
    let words = if is_moved {
        format!("格式的标题是“{heading}”，按序号排列，请把这一部分移到它的位置。")
    } else {
        format!("格式的标题是“{heading}”。")
    };
    let whole = 0..text.len();
    let finding =
        Finding::new(RULE.id, Severity::Error, written.place, title).saying(words).quoting(written, whole.clone());
    Some(if is_moved {
        finding
    } else {
        finding.mended_by(format!("改为“{heading}”"), Change::words(written, whole, heading))
    })
}

/// The required parts that do not stand in the form's order: those outside of any longest run that does. Of two that
/// have changed places either could stay, and both are told.
fn out_of_order(parts: &[Option<usize>]) -> Vec<usize> {
    let there: Vec<(usize, usize)> = parts.iter().enumerate().filter_map(|(i, n)| Some((i, (*n)?))).collect();
    // There are six parts at most, so that every choice of them can be looked at.
    let chosen = |choice: u32| -> Vec<(usize, usize)> {
        there.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1).map(|(_, part)| *part).collect()
    };
    let choices = 1_u32 << there.len().min(8);
    let in_order = |run: &Vec<(usize, usize)>| run.windows(2).all(|pair| pair.is_sorted_by_key(|part| part.1));
    let runs: Vec<_> = (0..choices).map(chosen).filter(in_order).collect();
    let longest = runs.iter().map(Vec::len).max().unwrap_or(0);
    let stays = |part: &(usize, usize)| runs.iter().filter(|run| run.len() == longest).all(|run| run.contains(part));
    there.iter().filter(|part| !stays(part)).map(|(index, _)| *index).collect()
}

/// A finding for each gap in which headings are missing.
fn missing(case: &Case, form: &Form, headings: &[String], parts: &[Option<usize>], found: &mut Sink) {
    let last = case.draft.narrative().len().saturating_sub(1);
    let mut index = 0;
    while index < headings.len() {
        let absent: Vec<&String> =
            headings.iter().zip(parts).skip(index).take_while(|(_, part)| part.is_none()).map(|(h, _)| h).collect();
        if absent.is_empty() {
            index += 1;
            continue;
        }
        let before = parts.iter().take(index).flatten().max().copied();
        let names: Vec<String> = absent.iter().map(|heading| format!("“{heading}”")).collect();
        let mut finding =
            Finding::new(RULE.id, Severity::Error, Place::Part(before.unwrap_or(0)), "缺少格式规定的标题")
                .saying(format!("{}的{}个部分中没有{}。", form.short, count_in_words(headings.len()), names.join("")))
                .resting_on(case.draft, (0..=last).map(Place::Heading));
        finding.concerns.clear();
        // Parts that are put in at the end leave every other where it is; one on problems is not left empty.
        let range = index..index + absent.len();
        let on_problems = form.part_of(PartRole::Problems).is_some_and(|at| range.contains(&at));
        if before == Some(last) && !on_problems {
            let headings = absent.into_iter().cloned().collect();
            finding = finding.mended_by(format!("加上{}", names.join("")), Change::Parts(last + 1, headings));
        }
        found.push(finding);
        index = range.end;
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{finds, found, mends};

    const RIGHT: [&str; 6] = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ];

    fn draft(form: &str, year: u16, headings: &[&str]) -> String {
        let parts: Vec<String> =
            headings.iter().map(|heading| format!(r#"{{"heading": "{heading}", "body": ["好。"]}}"#)).collect();
        format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "narrative": [{}]}}"#, parts.join(", "))
    }

    fn new(headings: &[&str]) -> String {
        draft("national-2021", 2023, headings)
    }

    fn with(index: usize, heading: &'static str) -> Vec<&'static str> {
        let mut headings = RIGHT.to_vec();
        headings[index] = heading;
        headings
    }

    #[test]
    fn words_and_numbers_that_are_not_the_forms() {
        for (index, heading) in [
            (0, "一、基本情况"),
            (0, "一、总休情况"),
            (1, "二、主动公开情况"),
            (2, "三、收到和处理政府信息公开申请"),
            (3, "四、政府信息公开行政法复议、行政诉讼情况"),
            (3, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
            (4, "五、政府信息公开工作存在的主要问题及改进情况"),
            (4, "四、存在的主要问题及改进情况"),
            (4, "5、存在的主要问题及改进情况"),
            (5, "其他需要报告的事项"),
        ] {
            let identity = format!("F06:narrative.{index}.heading#{heading}");
            let json = new(&with(index, heading));
            finds("F06", &json, &[&identity]);
            let after = mends(&identity, &json);
            assert_eq!(after.narrative()[index].heading, RIGHT[index]);
            finds("F06", &draft("national-2019", 2020, &with(index, heading)), &[&identity]);
        }
    }

    #[test]
    fn marks_and_white_space_are_no_wording() {
        for (index, heading) in [
            (0, "一、 总体情况。"),
            (0, "一､总体情况"),
            (0, "一、总体情况\u{200b}"),
            (3, "四、政府信息公开行政复议，行政诉讼情况："),
            (3, "四、政府信息公开行政复议,行政诉讼情况;"),
        ] {
            finds("F06", &new(&with(index, heading)), &[]);
        }
    }

    #[test]
    fn missing_headings() {
        finds("F06", &new(&RIGHT[..3]), &["F06:narrative.2"]);
        finds("F06", &new(&RIGHT[1..]), &["F06:narrative.0"]);
        finds("F06", &new(&[RIGHT[0], RIGHT[1], RIGHT[2], RIGHT[4], RIGHT[5]]), &["F06:narrative.2"]);
        let after = mends("F06:narrative.4", &new(&RIGHT[..5]));
        assert_eq!(after.narrative()[5].heading, RIGHT[5]);
    }

    #[test]
    fn headings_in_another_order() {
        let swapped = [RIGHT[0], RIGHT[1], RIGHT[2], RIGHT[4], RIGHT[3], RIGHT[5]];
        finds(
            "F06",
            &new(&swapped),
            &[
                "F06:narrative.4.heading#四、政府信息公开行政复议、行政诉讼情况",
                "F06:narrative.3.heading#五、存在的主要问题及改进情况",
            ],
        );
        let last = [RIGHT[5], RIGHT[0], RIGHT[1], RIGHT[2], RIGHT[3], RIGHT[4]];
        finds("F06", &new(&last), &["F06:narrative.0.heading#六、其他需要报告的事项"]);
    }

    #[test]
    fn what_is_as_the_form_has_it() {
        finds("F06", &new(&RIGHT), &[]);
        finds("F06", &new(&with(0, " 一、 总体情况 ")), &[]);
        finds("F06", &new(&[&RIGHT[..], &["七、附件"]].concat()), &[]);
        // No part at all is no fault of a heading; it is said that there is no report yet.
        for bare in [new(&[]), draft("narrative-2008", 2017, &[])] {
            finds("F06", &bare, &["F06:narrative.0"]);
            assert_eq!(found("F06", &bare)[0].severity, Severity::Hint);
        }
        finds("F06", &draft("narrative-2008", 2017, &["一、概述", "二、问题"]), &[]);
    }
}
