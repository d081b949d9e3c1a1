//! N24: numbers in the text that nothing in the draft can be held against.

use super::disputed::disputed;
use crate::facts::Facts;
use crate::rules::account::{Account, Tie, each_account};
use crate::rules::{Finding, Rule, Severity, Sink, When};

pub(super) static RULE: Rule = Rule {
    id: "N24",
    title: "有数字没有核对",
    why: "正文的每个数字，或与表格、历年数据、建议提案中的数相同，或由其他数字算得；年份、日期、文号、电话、地址、条款、序号不计。\
          其余的列出来，请自行核对。",
    example: "全年开展直播活动12场。（表格里没有这个数）",
    when: When::Pause,
    check,
};

/// So many numbers are named; of more, how many they are says enough.
const NAMED: usize = 12;

/// The untied numbers of a part, or of the opening.
struct Untied {
    part: Option<usize>,
    count: usize,
    named: Vec<String>,
    first: Finding,
}

fn check(facts: &Facts, found: &mut Sink) {
    let mut all: Vec<Untied> = Vec::new();
    each_account(facts, disputed(facts), &mut |passage, Account { place, span, tie }| {
        if tie != Tie::Untied {
            return;
        }
        if all.last().is_none_or(|last| last.part != place.part()) {
            let first = Finding::new(RULE.id, Severity::Hint, place, "").quoting(passage, span.clone());
            all.push(Untied { part: place.part(), count: 0, named: Vec::new(), first });
        }
        let Some(untied) = all.last_mut() else { return };
        untied.count += 1;
        if untied.named.len() < NAMED {
            untied.named.push(passage.reading.words(span).to_owned());
        }
    });
    for Untied { count, named, first, .. } in all {
        let more = if count > NAMED { "等" } else { "" };
        let words = format!("表格里没有这些数，请自行核对：{}{more}。", named.join("、"));
        found.push(Finding { title: format!("有 {count} 个数字没有核对"), ..first }.saying(words));
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::facts::Case;
    use crate::rules::tests::finds;
    use crate::rules::{Tie, accounts};

    fn report(text: &str) -> String {
        format!(
            r#"{{"nianbao": 1, "form": "narrative-2008", "year": 2017,
            "figures": {{"disclosed.total": 88, "channel.website": 88, "channel.wechat": 22}},
            "history": {{"disclosed.total": {{"2016": 45, "2017": 88}}}},
            "proposals": [{{"category": "社会事业", "count": 6, "closed": 6}}, {{"category": "农林水", "count": 2, "closed": 2}}],
            "narrative": [{{"heading": "一、基本情况", "body": ["{text}"]}}]}}"#
        )
    }

    /// The numbers of a text with their ties: `88条 cell`.
    #[track_caller]
    fn ties(text: &str, expected: &[&str]) {
        let json = report(text);
        let draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let case = Case::new(&draft, crate::value::Date::new(2018, 3, 6).expect("a day"));
        let shown: Vec<String> = accounts(&case)
            .into_iter()
            .map(|account| {
                let tie = match account.tie {
                    Tie::Cell(place) => place.to_string(),
                    Tie::Recomputed => "recomputed".to_owned(),
                    Tie::Contradicting => "contradicting".to_owned(),
                    Tie::Untied => "untied".to_owned(),
                };
                format!("{} {tie}", &text[account.span])
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn every_number_has_its_tie() {
        ties(
            "主动公开政府信息88条，比上年的45条增长95.6%。",
            &["88条 disclosed.total", "45条 history.disclosed.total.2016", "95.6% recomputed"],
        );
        ties(
            "共收到建议、提案8件，其中社会事业6件，农林水2件，办结率100%。",
            &["8件 proposals.0.count", "6件 proposals.0.count", "2件 proposals.1.count", "100% recomputed"],
        );
        ties("主动公开政府信息89条，开展直播12场。", &["89条 contradicting", "12场 untied"]);
        ties(
            "公开20件，其中甲3件、乙17件，乙占85%。",
            &["20件 recomputed", "3件 recomputed", "17件 recomputed", "85% recomputed"],
        );
    }

    #[test]
    fn what_has_no_account() {
        ties(
            "2017年3月5日，按国办发〔2017〕24号和《条例》第二十条，设6个部分，电话0439-5222458，8:30上班，“12345”热线。",
            &[],
        );
        ties("一是成立三个小组，落实“六稳”，第一时间，16号院2楼。", &[]);
    }

    #[test]
    fn the_untied_are_listed_once_a_part() {
        finds("N24", &report("开展直播12场，培训30人次。发布稿件5篇。"), &["N24:narrative.0.body.0#12场"]);
        finds("N24", &report("主动公开政府信息88条。"), &[]);
    }
}
