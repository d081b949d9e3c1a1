//! Q02: the text is like another office's.

use super::likeness::{Likeness, body, has_letters, limit, lines, pairs, paragraphs, words};
use crate::draft::{Draft, OfficeField, OfficeYear, Place};
use crate::facts::Facts;
use crate::rules::{Basis, Finding, Rule, Severity, Sink, When};
use crate::text::{Fingerprint, Share};

pub(super) static RULE: Rule = Rule {
    id: "Q02",
    title: "正文与其他单位雷同",
    why: "汇总时逐一比对各单位各年度的正文，单位名称、地名和“我局”“本镇”之类的自称不计，量法和限度与Q01相同。相互抄用的报告不反映本单位的工作。",
    example: "某街道的报告与邻近街道的相似度81%。",
    when: When::Pause,
    check,
};

/// The fewest letters of a text that tell anything.
const FEWEST: usize = 60;

/// How many offices are named.
const NAMED: usize = 5;

/// What offices call themselves.
const SELF: [&str; 22] = [
    "我街道",
    "本街道",
    "我街",
    "本街",
    "我镇",
    "本镇",
    "我乡",
    "本乡",
    "我局",
    "本局",
    "我委",
    "本委",
    "我办",
    "本办",
    "我区",
    "我县",
    "我市",
    "本区",
    "本县",
    "本市",
    "本单位",
    "本机关",
];

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let enough = |draft: &Draft| has_letters(body(draft), FEWEST);
    if case.others.is_empty() || !enough(case.draft) {
        return;
    }
    let limit = limit(case.draft);
    let own = bare(case.draft);
    let grams = |texts: &[String]| Fingerprint::grams(texts.iter().map(String::as_str));
    let own_grams = grams(&own);
    let mut alike: Vec<(Share, &Draft)> = Vec::new();
    for other in case.others.iter().filter(|other| is_another(case.draft, other) && enough(other)) {
        let share = own_grams.jaccard(&grams(&bare(other)));
        if share.reaches(limit) {
            alike.push((share, other));
        }
    }
    // One finding names them all: they would share a place.
    let name = |other: &Draft| named(case.draft, other);
    alike.sort_by_key(|(share, other)| (std::cmp::Reverse(share.percent()), name(other)));
    let Some((share, other)) = alike.first() else { return };
    let theirs = bare(other);
    let measured = Likeness::beside(*share, &strs(&own), &strs(&theirs));
    let percent = share.percent();
    let rest = alike.iter().skip(1).take(NAMED - 1);
    let more: Vec<String> = rest.map(|(share, draft)| format!("{}{}%", name(draft), share.percent())).collect();
    let more = if more.is_empty() { String::new() } else { format!("相似的还有：{}。", more.join("、")) };
    let words = format!(
        "与{}正文的相似度 {}。限度是{limit}%。{more}{}",
        name(other),
        words(measured),
        pairs(&paragraphs(case.draft), &paragraphs(other), "本单位", "对方")
    );
    let title = format!("正文与{}相似度{percent}%", name(other));
    let mut finding =
        Finding::new(RULE.id, Severity::Warning, Place::Title, title).saying(words).computing(lines(measured), None);
    finding.rests_on.push(Basis { place: Place::Title, value: format!("{}{percent}%", name(other)) });
    found.push(finding);
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Whether a draft is another office's, and no copy of this one. The ids say nothing of it: a report that was made by altering
/// another office's file has that one's id.
fn is_another(draft: &Draft, other: &Draft) -> bool {
    match (OfficeYear::of(draft), OfficeYear::of(other)) {
        (Some(own), Some(theirs)) => own.office() != theirs.office(),
        // Where nobody says whose it is, it may be the office's own of another year.
        _ => draft.year() == other.year() && draft != other,
    }
}

/// What another office's report is called in a finding: by its year as well where that is another.
fn named(draft: &Draft, other: &Draft) -> String {
    let name = other.office(OfficeField::Name);
    let name = if name.is_empty() { "另一单位" } else { name };
    if other.year() == draft.year() { name.to_owned() } else { format!("{name}{}年度的报告", other.year()) }
}

/// The text of a report without what tells whose it is.
fn bare(draft: &Draft) -> Vec<String> {
    let names = names(draft.office(OfficeField::Name));
    let without = |text: &str| {
        let names = names.iter().map(String::as_str).chain(SELF);
        names.fold(text.to_owned(), |text, name| if text.contains(name) { text.replace(name, "") } else { text })
    };
    paragraphs(draft).into_iter().map(without).collect()
}

/// What an office is called in its text, the longest first: 临江市兴隆街道办事处, 兴隆街道, 临江市.
fn names(full: &str) -> Vec<String> {
    let ends = full.char_indices().filter(|(_, c)| matches!(c, '省' | '市' | '区' | '县' | '旗' | '州' | '盟'));
    let cuts: Vec<usize> = std::iter::once(0).chain(ends.map(|(at, c)| at + c.len_utf8())).collect();
    let mut names: Vec<String> = Vec::new();
    for tail in cuts.iter().filter_map(|cut| full.get(*cut..)) {
        names.push(tail.to_owned());
        let short =
            ["人民政府办公室", "人民政府", "办事处", "管理委员会"].iter().find_map(|end| tail.strip_suffix(end));
        names.extend(short.map(str::to_owned));
    }
    names.extend(cuts.windows(2).filter_map(|cut| full.get(*cut.first()?..*cut.last()?)).map(str::to_owned));
    names.retain(|name| name.chars().count() >= 2);
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::rules::tests::found_among;

    fn draft(name: &str, texts: &[&str]) -> String {
        let body: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2023, "office": {{"name": "{name}"}},
            "narrative": [{{"heading": "一、总体情况", "body": [{}]}}]}}"#,
            body.join(", ")
        )
    }

    const ONE: &str = "兴隆街道通过门户网站公开信息，修订主动公开目录，新设惠民补贴栏目，由党政办公室专人维护，每个工作日检查一次，\
        我街对每一件答复都作合法性审查，全年接待群众查阅，开展案卷评查。";
    const SAME: &str = "新市街道通过门户网站公开信息，修订主动公开目录，新设惠民补贴栏目，由党政办公室专人维护，每个工作日检查一次，\
        本街对每一件答复都作合法性审查，全年接待群众查阅，开展案卷评查。";
    const OTHER: &str = "围绕村务公开和惠农政策落实，把补贴发放结果按月在所在村公示，公示期不少于七天；把复工政策印成明白纸，由村干部送到\
        每一户，并通过村广播播报；乡纪委每季抽查公开栏。";

    #[test]
    fn a_text_shared_by_offices() {
        let own = draft("临江市兴隆街道办事处", &[ONE]);
        let others = [draft("临江市新市街道办事处", &[SAME]), draft("临江市苇沙乡人民政府", &[OTHER])];
        let found = found_among("Q02", &own, &others);
        let shown: Vec<(String, &str)> = found.iter().map(|f| (f.identity(), f.title.as_str())).collect();
        assert_eq!(shown, [("Q02:title".to_owned(), "正文与临江市新市街道办事处相似度100%")]);
        assert!(found_among("Q02", &own, &others[1..]).is_empty());
    }

    #[test]
    fn the_offices_own_copy_is_no_other_office() {
        let own = draft("临江市兴隆街道办事处", &[ONE]);
        assert!(found_among("Q02", &own, std::slice::from_ref(&own)).is_empty());
        assert!(found_among("Q02", &own, &[]).is_empty());
        let unnamed = draft("", &[ONE]);
        assert!(found_among("Q02", &unnamed, std::slice::from_ref(&unnamed)).is_empty());
    }

    #[test]
    fn a_report_made_by_altering_another_offices_file_shares_its_id() {
        let with_id = |json: String| json.replacen('{', r#"{"id": "copied", "#, 1);
        let own = with_id(draft("临江市兴隆街道办事处", &[ONE]));
        let other = with_id(draft("临江市新市街道办事处", &[SAME]));
        assert_eq!(found_among("Q02", &own, &[other]).len(), 1);
    }

    #[test]
    fn another_offices_report_of_another_year_is_named_with_it() {
        let own = draft("临江市兴隆街道办事处", &[ONE]);
        let of = |name: &str| draft(name, &[SAME]).replace("2023", "2022");
        let found = found_among("Q02", &own, &[of("临江市新市街道办事处"), of("临江市兴隆街道办事处")]);
        let titles: Vec<&str> = found.iter().map(|f| f.title.as_str()).collect();
        assert_eq!(titles, ["正文与临江市新市街道办事处2022年度的报告相似度100%"]);
        assert!(found_among("Q02", &own, &[of("")]).is_empty(), "it may be its own");
    }

    #[test]
    fn what_an_office_is_called() {
        let called = names("临江市兴隆街道办事处");
        for name in ["临江市兴隆街道办事处", "临江市兴隆街道", "兴隆街道", "临江市"] {
            assert!(called.iter().any(|other| other == name), "{name}");
        }
        assert!(names("").is_empty());
    }
}
