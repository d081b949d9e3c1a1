//! Q01: the text is like last year's.

use super::likeness::{Likeness, body, has_letters, limit, lines, pairs, paragraphs, words};
use crate::draft::{Draft, Part, Place};
use crate::facts::Facts;
use crate::rules::{Basis, Finding, Rule, Severity, Sink, When};
use crate::text::Fingerprint;

pub(super) static RULE: Rule = Rule {
    id: "Q01",
    title: "正文与上年雷同",
    why: "各地考核对照搬上年报告的扣分。把本年与上年的正文（表格和标题不计，年份、标点视作相同）拆成相邻三字的字组，以共有的占所有的\
          比例（Jaccard）为相似度；旁附按词的 Dice（不分词，以相邻两字为词），供对照其他查重结果。达到限度（可设置，默认50%）须核实，\
          45%起提示。存在的主要问题及改进情况单独再查。手头没有上年报告的，不查。",
    example: "全文相似度72%，“一是政策解读形式单一”等句与上年相同。",
    when: When::Pause,
    check,
};

/// From how many per cent on a likeness below the limit is spoken of.
const HINT: usize = 45;

/// The fewest letters of a whole text, and of the part on problems, that tell anything.
const FEWEST: (usize, usize) = (60, 25);

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let Some(last) = case.last else { return };
    let limit = limit(case.draft);
    let enough = |draft: &Draft| has_letters(body(draft), FEWEST.0);
    if enough(case.draft) && enough(last) {
        compare(Place::Title, "全文", &paragraphs(case.draft), &paragraphs(last), limit, found);
    }
    let (Some((n, this)), Some((_, before))) = (problems(case.draft), problems(last)) else { return };
    let (these, others) = (texts(this), texts(before));
    if [&these, &others].into_iter().all(|texts| has_letters(texts.iter().copied(), FEWEST.1)) {
        compare(Place::Part(n), "关于问题和改进的部分", &these, &others, limit, found);
    }
}

/// The part on problems.
fn problems(draft: &Draft) -> Option<(usize, &Part)> {
    draft.narrative().iter().enumerate().find(|(_, part)| part.heading.contains("问题"))
}

fn texts(part: &Part) -> Vec<&str> {
    part.body.iter().filter_map(|item| item.paragraph()).collect()
}

fn compare(place: Place, what: &str, these: &[&str], others: &[&str], limit: usize, found: &mut Sink) {
    let grams = |texts: &[&str]| Fingerprint::grams(texts.iter().copied());
    let jaccard = grams(these).jaccard(&grams(others));
    let severity = match jaccard {
        share if share.reaches(limit) => Severity::Warning,
        share if share.reaches(HINT) => Severity::Hint,
        _ => return,
    };
    let measured = Likeness::beside(jaccard, these, others);
    let percent = measured.jaccard.percent();
    let words =
        format!("与上年正文的相似度 {}。限度是{limit}%。{}", words(measured), pairs(these, others, "本年", "上年"));
    let mut finding = Finding::new(RULE.id, severity, place, format!("{what}与上年相似度{percent}%"))
        .saying(words)
        .computing(lines(measured), None);
    // An acceptance holds for this likeness, and lapses with another one.
    finding.rests_on.push(Basis { place, value: format!("{percent}%") });
    found.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::found_beside;

    const OLD: [&str; 4] = [
        "2022年，本局通过门户网站公开政府信息312条，修订主动公开目录，新设电梯安全栏目，由办公室专人维护，每个工作日检查一次。",
        "全年收到申请41件，办结40件，法规科对每一件答复都作了合法性审查，未发生被纠正的情形，接待查阅486人次。",
        "一是政策解读形式单一，图解和视频少，个体工商户反映专业用语不易看懂；二是部分所的答复文书说理不充分。",
        "下一年由宣传科给每件文件制作图解，由法规科编写答复文书范本，三月底前发到各所，并开展一次案卷评查。",
    ];
    const NEW: [&str; 4] = [
        "2023年，围绕优化营商环境和守牢食品安全底线，向社会发布抽检结果、处罚决定和惠企政策，累计发布527条。",
        "受理群众提出的申请十八件，均按期答复，其中九件同意提供，四件告知不掌握，其余转有关单位办理完毕。",
        "监督抽检数据分散在几个页面，查询一种食品要翻看多处；少数干部对哪些内容应当主动发布把握不准。",
        "准备整合抽检页面，支持按食品名称检索，九月底前上线；组织两轮轮训，把发布标准讲清楚。",
    ];

    fn draft(form: &str, year: u32, setting: &str, texts: [&str; 4]) -> String {
        let [a, b, c, d] = texts;
        format!(
            r#"{{"nianbao": 1, "form": "{form}", "year": {year}, "settings": {{{setting}}}, "narrative": [
            {{"heading": "一、总体情况", "body": ["{a}", "{b}"]}},
            {{"heading": "五、存在的主要问题及改进情况", "body": ["{c}", "{d}"]}}]}}"#
        )
    }

    #[track_caller]
    fn draws(setting: &str, texts: [&str; 4], expected: &[(&str, Severity)]) {
        for (form, year) in [("national-2021", 2023), ("national-2019", 2020), ("narrative-2008", 2017)] {
            let last = draft(form, year - 1, "", OLD);
            let found = found_beside("Q01", &draft(form, year, setting, texts), &last);
            let found: Vec<(String, Severity)> = found.iter().map(|f| (f.identity(), f.severity)).collect();
            let expected: Vec<(String, Severity)> = expected.iter().map(|(id, s)| ((*id).to_owned(), *s)).collect();
            assert_eq!(found, expected, "{form}");
        }
    }

    #[test]
    fn a_text_copied_from_last_year() {
        let copied = OLD.map(|text| text.replace("2022", "2023").replace("312", "297").replace("41件", "35件"));
        let copied = copied.each_ref().map(String::as_str);
        draws("", copied, &[("Q01:title", Severity::Warning), ("Q01:narrative.1", Severity::Warning)]);
        let found =
            found_beside("Q01", &draft("national-2021", 2023, "", copied), &draft("national-2021", 2022, "", OLD));
        let words = &found[1].words;
        assert!(words.starts_with("与上年正文的相似度 100%（三字组 Jaccard）；按词 Dice 100%。限度是50%。"), "{words}");
        assert!(words.contains("②100%　本年“一是政策解读形式单一"), "{words}");
    }

    #[test]
    fn only_the_part_on_problems() {
        let longer = format!("{}{}", OLD[3], NEW[3]);
        let texts = [NEW[0], NEW[1], OLD[2], &longer];
        draws("", texts, &[("Q01:narrative.1", Severity::Warning)]);
        draws(r#""likeness": 90"#, texts, &[("Q01:narrative.1", Severity::Hint)]);
    }

    #[test]
    fn a_text_written_anew() {
        draws("", NEW, &[]);
    }

    #[test]
    fn too_little_to_tell() {
        draws("", ["2023年，未收到申请。", "无。", "无。", "无。"], &[]);
    }
}
