//! F02: the number of the notice that gives the form is another form's, is misspelled, or is not that of its name; or the notice is
//! named by words alone, and is another form's.

use std::ops::Range;

use super::notice_named::{NAME, form_beside, name_beside, named, notices};
use crate::facts::{Facts, Passage};
use crate::form::{Form, Notice};
use crate::rules::{Change, Finding, Replacement, Rule, Severity, Sink, When};
use crate::text::{DocumentNumber, compact, document_numbers, has_any, near};

pub(super) static RULE: Rule = Rule {
    id: "F02",
    title: "格式通知的文号有误",
    why: "每一种年度报告格式都由一个通知规定，例如2020年度是国办公开办函〔2019〕60号（关于政府信息公开工作年度报告有关事项的通知），\
          2023年度是国办公开办函〔2021〕30号（关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知）。引用的文号应与报告年度的格式、\
          旁边的通知名称一致；机关代字写“国办公开办函”，年份用六角括号〔〕。只写名称、不写文号的，也应是本年度格式的通知。\
          其他文件的文号、国务院令不在此列。",
    example: "2022年度的报告引用国办公开办函〔2019〕60号，或写成“国办公开办涵[2021]30号”。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let Some(form) = case.draft.form() else { return };
    for passage in prose.passages() {
        let numbers = document_numbers(passage.text());
        for number in &numbers {
            found.extend(fault(form, case.draft.year(), passage, number));
        }
        found.extend(named_only(form, case.draft.year(), passage, &numbers));
    }
}

/// Words of a sentence that tells of an older notice as past.
const PAST: [&str; 8] = ["废止", "停止执行", "不再", "替代", "代替", "取代", "此前", "以往"];

/// A notice of another form that a sentence names by words, without any number.
fn named_only(form: &Form, year: u16, passage: &Passage, numbers: &[DocumentNumber]) -> Vec<Finding> {
    let text = passage.text();
    let is_other = |(notice, span): &(&'static Notice, Range<usize>)| {
        let sentence = passage.reading.sentence(span.start);
        let is_numbered = numbers.iter().any(|number| sentence.contains(&number.span.start));
        !is_numbered && form.notice != Some(notice) && !has_any(passage.reading.words(sentence), &PAST)
    };
    let told = |(notice, span): (&'static Notice, Range<usize>)| {
        let title = "引用的不是本年度格式的通知".to_owned();
        let Some(right) = form.notice else {
            return reported(passage, span, title, format!("{year}年度的报告早于这个通知，不用它的格式。"));
        };
        let words = format!("{year}年度格式的依据是{}《{}》。", right.written(), right.name);
        let written = text.get(span.clone()).unwrap_or_default();
        let becomes = if written.ends_with("通知") { right.name } else { right.known_by };
        let is_whole = written == notice.known_by || written == notice.name;
        let finding = reported(passage, span.clone(), title, words);
        if !is_whole {
            return finding;
        }
        let change = Change::Words([Replacement::new(passage, span, becomes)].into());
        finding.mended_by(format!("改为《{becomes}》"), change)
    };
    named(passage).into_iter().filter(is_other).map(told).collect()
}

/// Whether a number is that of a notice.
fn is_of(number: &DocumentNumber, notice: &Notice) -> bool {
    (notice.year, notice.number) == (number.year, number.number)
}

/// What is wrong with a document number, if it is the form's notice's.
fn fault(form: &Form, year: u16, passage: &Passage, number: &DocumentNumber) -> Option<Finding> {
    let text = passage.text();
    let issuer = compact(text.get(number.issuer.clone())?);
    let is_of_office = issuer.starts_with("国办") && issuer.contains("公开");
    let generic = || Some((form.notice?, form_beside(text, number)?)).filter(|_| is_of_office);
    let beside = name_beside(text, number, is_of_office).or_else(generic);
    let named = beside.as_ref().map(|(notice, _)| *notice).filter(|_| issuer.is_empty() || issuer.starts_with("国办"));
    let cited = notices().find(|notice| is_of(number, notice)).filter(|_| is_of_office);
    let around = near(text, &passage.reading.sentence(number.span.start), number.span.start, NAME);
    let around = passage.reading.words(around);
    // A number of one notice in the year of another is meant for one of them where the reports are spoken of.
    let of_reports = ["年度报告", "年报", "本报告", "格式"];
    let crossed =
        is_of_office && notices().any(|notice| notice.number == number.number) && has_any(around, &of_reports);
    // 国办发〔2021〕30号 is another office's number; where the report is spoken of the form's notice is meant.
    let of_another = issuer == "国办发"
        && notices().any(|notice| is_of(number, notice))
        && (has_any(around, &of_reports) || around.contains("编制"));
    if named.is_none() && cited.is_none() && !crossed && !of_another {
        return None;
    }
    // A report may tell that an older notice no longer holds, or how the form has changed since.
    let compares = has_any(around, &["相比", "对比", "比较"])
        && form.notice.is_some_and(|notice| around.contains(&notice.written()));
    if has_any(around, &PAST) || compares {
        return None;
    }
    let right = form.notice;
    let written = compact(text.get(number.span.clone())?);
    let name_differs = named.is_some_and(|notice| !is_of(number, notice));
    let (title, words, right) = match right {
        Some(right) if cited.is_some_and(|cited| cited != right) => {
            let words = format!("{year}年度的报告用{}的格式，写的是{written}。", right.written());
            (format!("引用的文号不是{year}年度格式的文号"), words, right)
        }
        Some(right) if name_differs || cited.is_none() => {
            let words = format!("{year}年度格式的文号是{}，名称是《{}》。", right.written(), right.name);
            (if name_differs { "文号与通知名称不符" } else { "格式通知的文号有误" }.to_owned(), words, right)
        }
        Some(right) if named.is_some_and(|notice| notice != right) => {
            let words = format!("{year}年度格式的依据是{}《{}》。", right.written(), right.name);
            ("引用的不是本年度格式的通知".to_owned(), words, right)
        }
        Some(right) if !is_well_written(&written) => {
            ("格式通知的文号写法有误".to_owned(), format!("应写作{}。", right.written()), right)
        }
        None if cited.is_some() => {
            let words = format!("{year}年度的报告早于这个通知，不用它的格式。");
            let title = "引用的文号不是本年度格式的文号";
            return Some(reported(passage, number.span.clone(), title.to_owned(), words));
        }
        _ => return None,
    };
    let change = change(passage, number, beside.filter(|(notice, _)| *notice != right), right);
    let finding = reported(passage, number.span.clone(), title, words);
    Some(match change {
        Some(change) => finding.mended_by(format!("改为{}", right.written()), change),
        None => finding,
    })
}

fn reported(passage: &Passage, quote: Range<usize>, title: String, words: String) -> Finding {
    Finding::new(RULE.id, Severity::Error, passage.place, title).saying(words).quoting(passage, quote)
}

/// The small tortoise-shell brackets look like the large ones, and are taken for them.
fn is_well_written(written: &str) -> bool {
    let written = written.replace('﹝', "〔").replace('﹞', "〕");
    notices().any(|notice| notice.written() == crate::value::half_width(&written))
}

/// The right number, and the right name where another notice's stands beside it.
fn change(
    passage: &Passage,
    number: &DocumentNumber,
    wrong_name: Option<(&'static Notice, Range<usize>)>,
    right: &Notice,
) -> Option<Change> {
    let text = passage.text();
    let number = Replacement::new(passage, number.span.clone(), right.written());
    let Some((notice, span)) = wrong_name else { return Some(Change::Words([number].into())) };
    // The name is put right only where it is written in full, with one pair of marks or another around the form's.
    let window = near(text, &(0..span.end), span.start, NAME);
    let before = text.get(window.clone())?;
    let inner = notice.name.replace(['〈', '〉'], "");
    let written = [
        notice.name.to_owned(),
        notice.name.replace('〈', "《").replace('〉', "》"),
        notice.name.replace('〈', "<").replace('〉', ">"),
        inner,
    ];
    let (at, length) = written.iter().find_map(|name| Some((before.rfind(name.as_str())?, name.len())))?;
    let start = window.start + at;
    let name = Replacement::new(passage, start..start + length, right.name);
    Some(Change::Words([name, number].into()))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::{finds, mends, opening as draft};

    const NEW: &str =
        "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》";
    const OLD: &str = "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》";

    #[track_caller]
    fn draws(year: u16, text: &str, quote: &str) {
        finds("F02", &draft(year, text), &[&format!("F02:opening.0#{quote}")]);
    }

    #[track_caller]
    fn mended(year: u16, text: &str, quote: &str, right: &str) {
        let after = mends(&format!("F02:opening.0#{quote}"), &draft(year, text));
        assert_eq!(after.opening().first().map(String::as_str), Some(right));
    }

    #[test]
    fn the_number_of_another_form() {
        draws(2022, "根据国办公开办函〔2019〕60号要求编制。", "国办公开办函〔2019〕60号");
        draws(2020, "根据国办公开办函〔2021〕30号要求编制。", "国办公开办函〔2021〕30号");
        draws(2017, "根据国办公开办函〔2019〕60号要求编制。", "国办公开办函〔2019〕60号");
        mended(
            2022,
            "按国办公开办函〔2019〕60号编制。",
            "国办公开办函〔2019〕60号",
            "按国办公开办函〔2021〕30号编制。",
        );
        let old = format!("根据{OLD}（国办公开办函〔2019〕60号）编制。");
        let new = format!("根据{NEW}（国办公开办函〔2021〕30号）编制。");
        mended(2023, &old, "国办公开办函〔2019〕60号", &new);
        mended(2019, &new, "国办公开办函〔2021〕30号", &old);
    }

    #[test]
    fn a_number_that_is_not_that_of_the_name() {
        let cases = [(2023, NEW, "〔2021〕31号", "〔2021〕30号"), (2020, OLD, "〔2020〕60号", "〔2019〕60号")];
        for (year, name, wrong, right) in cases {
            let text = |number: &str| format!("根据{name}（国办公开办函{number}）编制。");
            mended(year, &text(wrong), &format!("国办公开办函{wrong}"), &text(right));
        }
        draws(2022, &format!("根据{OLD}（国办公开办函〔2021〕30号）编制。"), "国办公开办函〔2021〕30号");
        draws(2022, "按国办公开办函〔2022〕30号编制年度报告。", "国办公开办函〔2022〕30号");
        let form = "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕";
        draws(2022, &format!("{form}3号）编制。"), "国办公开办函〔2021〕3号");
        finds("F02", &draft(2022, &format!("{form}30号）编制。")), &[]);
    }

    #[test]
    fn a_number_that_is_misspelled() {
        for wrong in [
            "国办公开办涵〔2021〕30号",
            "国办公开函〔2021〕30号",
            "国办公开办函[2021]30号",
            "国办公开办函（2021）30号",
            "国办公开办函〔2021]30号",
            "国办公开办函〔2021〕第30号",
            "国办公开办函【2021】30号",
        ] {
            mended(2022, &format!("根据{wrong}编制。"), wrong, "根据国办公开办函〔2021〕30号编制。");
        }
        draws(2022, &format!("根据{NEW}（国办函〔2021〕30号）编制。"), "国办函〔2021〕30号");
    }

    #[test]
    fn a_number_of_no_notice_beside_the_form() {
        draws(
            2023,
            "根据《政府信息公开工作年度报告格式》（国办公开办函〔2021〕20号）编制。",
            "国办公开办函〔2021〕20号",
        );
        draws(2025, "本报告按照国办公开办函〔2022〕30号文件所附格式编制。", "国办公开办函〔2022〕30号");
        draws(2019, "按照国办公开办函〔2018〕60号要求，对照新格式编制本报告。", "国办公开办函〔2018〕60号");
    }

    #[test]
    fn a_notice_that_is_named_by_words_alone() {
        let old = OLD.trim_matches(['《', '》']).trim_start_matches("国务院办公厅政府信息与政务公开办公室");
        let text = |name: &str| format!("按照国务院办公厅政府信息与政务公开办公室《{name}》要求编制。");
        let new = "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知";
        mended(2023, &text(old), old, &text(new));
        mended(2020, &text(new), new, &text(old));
        draws(2022, "参照2019年印发的政府信息公开工作年度报告格式编制。", "2019年印发的政府信息公开工作年度报告格式");
        draws(2022, "按《政府信息公开工作年度报告格式（试行）》编制。", "政府信息公开工作年度报告格式（试行）");
        draws(2018, &format!("按照{OLD}编制。"), old);
        for text in [
            format!("按照{NEW}编制。"),
            "不再使用2019年印发的年度报告格式。".to_owned(),
            "2021年印发的年度报告格式实行以来，我局组织培训。".to_owned(),
            "《省政府办公厅关于2022年政府信息公开工作年度报告有关事项的通知》".to_owned(),
            "按照《政府信息公开工作年度报告格式》编制。".to_owned(),
        ] {
            finds("F02", &draft(2022, &text), &[]);
        }
        finds("F02", &draft(2020, "按《政府信息公开工作年度报告格式（试行）》编制。"), &[]);
    }

    #[test]
    fn what_is_right_and_what_is_another_document() {
        for text in [
            "根据国办公开办函〔2021〕30号编制。",
            "根据国办公开办函 〔2021〕 30 号编制。",
            "国办公开办函﹝2021﹞30号",
            "《中华人民共和国政府信息公开条例》（国务院令第711号，国令第711号）",
            "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），国办发〔2019〕60号，国办函〔2021〕30号",
            "《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）",
            "《省政府办公厅关于编制2022年政府信息公开工作年度报告有关事项的通知》（闽政办〔2023〕3号）",
            "国办公开办函〔2019〕60号废止，按国办公开办函〔2021〕30号编制。",
            "〔2021〕30号，（2021）30号，2021年30号",
        ] {
            finds("F02", &draft(2022, text), &[]);
        }
        finds("F02", &draft(2020, "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）"), &[]);
        finds("F02", &draft(2020, &format!("根据{OLD}（国办公开办函〔2019〕60号）编制。")), &[]);
        finds("F02", &draft(2022, &format!("根据{NEW}（国办公开办函〔2021〕30号）编制。")), &[]);
    }
}
