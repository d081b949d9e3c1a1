//! N25: the same thing with two different numbers, in the text or in the history.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::calc::shown;
use crate::draft::Place;
use crate::facts::{Case, Claim, Counted, Facts, Said, Standing, Subject};
use crate::rules::{Change, Finding, Line, Rule, Severity, Sink, When};
use crate::value::{Decimal, is_turned};

pub(super) static RULE: Rule = Rule {
    id: "N25",
    title: "同一事项前后数字不一",
    why: "同一件事在文中前后写成两个数，或者历年数据中报告年度的数与统计数不同，公开后一看便知。两个数只是数字写倒、说的可能是同一件事的，\
          列为核实性问题。表格中有的数由N13检查。",
    example: "总体情况写主动公开政府信息471条，后文写主动公开政府信息417条。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let case = &facts.case;
    let prose = facts.prose();
    let claims = facts.claims();
    for (first, claim) in differing(claims) {
        let words = |claim: &Claim| {
            let passage = prose.paragraph(claim.place);
            passage.map(|passage| passage.reading.words(claim.words.clone()).to_owned()).unwrap_or_default()
        };
        let Some(passage) = prose.paragraph(claim.place) else { continue };
        let lines = [("前文", first), ("此处", claim)].map(|(label, c)| Line::of("", [(label.to_owned(), c.value)]));
        let mut finding =
            Finding::new(RULE.id, Severity::Error, claim.place, format!("{}前后不一", claim.subject.label()))
                .saying(format!("前面写的是“{}”，这里写的是“{}”。", words(first), words(claim)))
                .quoting(passage, claim.words.clone())
                .computing(lines.into(), Some((first.value - claim.value).abs()));
        finding.concerns.push(first.place);
        found.push(finding);
    }
    things(facts, found);
    history(case, found);
}

/// A finding for each thing of which two sentences give two numbers, where these are all that are given of it: more of them are a list.
fn things(facts: &Facts, found: &mut Sink) {
    let differing = differing_things(facts.counted()).into_iter().map(|pair| (pair, Severity::Error));
    let turned = turned_things(facts.counted()).into_iter().map(|pair| (pair, Severity::Warning));
    // Of one number one finding tells.
    let mut told: HashSet<(Place, usize)> =
        self::differing(facts.claims()).iter().map(|(_, claim)| (claim.place, claim.words.end)).collect();
    for ((first, other), severity) in differing.chain(turned) {
        let prose = facts.prose();
        let words = |counted: &Counted| {
            let passage = prose.paragraph(counted.place);
            passage.map(|passage| passage.reading.words(counted.words.clone()).to_owned()).unwrap_or_default()
        };
        let Some(passage) = prose.paragraph(other.place) else { continue };
        // Of one sentence two numbers are told apart by it, unless it comes back to the first.
        let sentence = passage.reading.sentence(other.words.start);
        let is_beside = first.place == other.place && sentence.contains(&first.words.start);
        let is_parted = || passage.reading.recent(first.words.end, other.words.start).contains(['；', ';']);
        if (!other.is_again && is_beside && !is_parted()) || !told.insert((other.place, other.words.end)) {
            continue;
        }
        let lines = [("前文", first), ("此处", other)].map(|(label, c)| Line::of("", [(label.to_owned(), c.value)]));
        let title = if severity == Severity::Error {
            "同一事项前后两个数"
        } else {
            "前后两个数的数字可能写倒"
        };
        let mut finding = Finding::new(RULE.id, severity, other.place, title)
            .saying(format!("前面写的是“{}”，这里写的是“{}”。", words(first), words(other)))
            .quoting(passage, other.words.clone())
            .computing(lines.into(), Some((first.value - other.value).abs()));
        finding.concerns.push(first.place);
        found.push(finding);
    }
}

/// The things of which just two numbers are given, in two sentences.
fn differing_things(all: &[Counted]) -> Vec<(&Counted, &Counted)> {
    let mut by_thing: HashMap<(String, &str), Vec<&Counted>> = HashMap::new();
    for counted in all.iter().filter(|counted| !counted.is_loose()) {
        // 县长信箱回复留言 and 回复县长信箱留言 are one.
        let thing = [&*counted.who, &*counted.what].concat();
        by_thing.entry((thing, counted.unit)).or_default().push(counted);
    }
    let mut pairs: Vec<(&Counted, &Counted)> = Vec::new();
    for told in by_thing.into_values() {
        let acts: BTreeSet<&str> = told.iter().map(|counted| counted.act).filter(|act| !act.is_empty()).collect();
        // Of what there is, whatever is done with it; of what is done by each act.
        let acts = if acts.len() > 1 { acts.into_iter().collect() } else { vec![""] };
        for act in acts {
            let of_act = told.iter().filter(|counted| act.is_empty() || counted.act == act || counted.act.is_empty());
            let of_act: Vec<&Counted> = of_act.copied().collect();
            pairs.extend(just_two(&of_act));
        }
    }
    pairs.extend(said_alike(all));
    pairs.sort_by_key(|(_, other)| (other.place, other.words.start));
    pairs.dedup_by_key(|(_, other)| (other.place, other.words.start));
    pairs
}

/// Two numbers behind the same words, whatever they count: 我局共对外发布信息203条, 我局共对外发布信息199条.
fn said_alike(all: &[Counted]) -> Vec<(&Counted, &Counted)> {
    const TELLING: usize = 8;
    let mut by_words: HashMap<(&str, &str), Vec<&Counted>> = HashMap::new();
    let whole = all.iter().filter(|counted| !counted.is_part && counted.said.chars().count() >= TELLING);
    for counted in whole {
        by_words.entry((&counted.said, counted.unit)).or_default().push(counted);
    }
    by_words.into_values().filter_map(|told| just_two(&told)).collect()
}

/// The first two numbers, where no third one is given.
fn just_two<'c>(told: &[&'c Counted]) -> Option<(&'c Counted, &'c Counted)> {
    let (first, rest) = told.split_first()?;
    let other = rest.iter().find(|other| other.value != first.value)?;
    told.iter().all(|counted| [first.value, other.value].contains(&counted.value)).then_some((*first, *other))
}

/// Numbers in two sentences of which one is the other with two digits turned, of things that can be one: 发布信息92条 and 发布信息29条.
fn turned_things(all: &[Counted]) -> Vec<(&Counted, &Counted)> {
    /// So many numbers with the same digits are gone through.
    const MANY: usize = 8;
    const TAIL: usize = 2;
    /// From this number on two that are turned by chance are rare enough, whatever else is said of what they count.
    const TELLING: u32 = 100;
    let mut alike: HashMap<(&str, Vec<char>, String), Vec<&Counted>> = HashMap::new();
    let mut pairs = Vec::new();
    for counted in all {
        let mut digits: Vec<char> = counted.value.normalize().to_string().chars().collect();
        digits.sort_unstable();
        let what: Vec<char> = counted.what.chars().collect();
        let tail = what.iter().skip(what.len().saturating_sub(TAIL)).collect();
        let before = alike.entry((counted.unit, digits, tail)).or_default();
        let is_one = |first: &&&Counted| {
            let is_same = first.what == counted.what;
            let is_named = counted.what.chars().count() > TAIL && first.what.chars().count() > TAIL;
            let is_telling = is_same || is_named || counted.value >= Decimal::from(TELLING);
            is_telling && is_turned(first.value, counted.value) && are_alike(&first.who, &counted.who)
        };
        pairs.extend(before.iter().find(is_one).map(|first| (*first, counted)));
        if before.len() < MANY {
            before.push(counted);
        }
    }
    pairs
}

/// Whether two can be one: the same, or one that is not named.
fn are_alike(one: &str, other: &str) -> bool {
    let are_sites = one.ends_with("网站") && other.ends_with("网站");
    one.is_empty() || other.is_empty() || one.contains(other) || other.contains(one) || are_sites
}

/// The claims that say another number than the first of their subject, with that one.
pub(super) fn differing(claims: &[Claim]) -> Vec<(&Claim, &Claim)> {
    let carried = claims.iter().filter(|claim| claim.subject == Subject::CarriedIn).map(|claim| claim.value);
    let carried: Vec<Decimal> = carried.take(4).collect();
    let mut firsts: HashMap<Subject, &Claim> = HashMap::new();
    let pairs = claims.iter().filter(|claim| is_comparable(claim)).map(|claim| {
        let first: &Claim = firsts.entry(claim.subject).or_insert(claim);
        (first, claim)
    });
    // 收到 may count what was carried in, and may not.
    // 废止2件、宣布失效3件: two kinds of one thing, side by side.
    let is_beside = |first: &Claim, claim: &Claim| {
        first.place == claim.place && claim.words.start.saturating_sub(first.words.end) <= '、'.len_utf8()
    };
    let differs = |(first, claim): &(&Claim, &Claim)| {
        first.value != claim.value && !is_beside(first, claim) && !carried.contains(&(first.value - claim.value).abs())
    };
    pairs.filter(differs).collect()
}

/// Whether a claim says its thing by an exact number, and no table decides whether that is right.
fn is_comparable(claim: &Claim) -> bool {
    claim.firm && matches!(claim.said, Said::Number { vague: false, .. }) && claim.standing == Standing::Unknown
}

/// A finding where the history's report year is not the figure of the tables.
fn history(case: &Case, found: &mut Sink) {
    let (draft, year) = (case.draft, case.draft.year());
    for key in draft.history().keys() {
        let (Some(past), Some(figure)) = (draft.past(*key, year), shown(draft, *key).figure) else { continue };
        if past.exact() == figure.exact() {
            continue;
        }
        let place = Place::Past(*key, year);
        let lines = vec![
            Line::of("", [(format!("历年数据，{year}年"), past.exact())]),
            Line::of("", [(key.label(), figure.exact())]),
        ];
        let change = Change::cell(draft, Place::Past(*key, year), figure);
        found.push(
            Finding::new(RULE.id, Severity::Error, place, format!("历年数据中{year}年的数与统计数不同"))
                .computing(lines, Some((past.exact() - figure.exact()).abs()))
                .resting_on(draft, [place, Place::Cell(*key)])
                .mended_by(format!("历年数据改为 {figure}"), change),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::rules::tests::{finds, found, mends};

    fn report(body: &[&str]) -> String {
        let body: Vec<String> = body.iter().map(|text| format!("\"{text}\"")).collect();
        format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022,
            "narrative": [{{"heading": "一、总体情况", "body": [{}]}}]}}"#,
            body.join(", ")
        )
    }

    #[test]
    fn two_numbers_for_one_thing() {
        finds(
            "N25",
            &report(&["主动公开政府信息471条。", "全年共主动公开政府信息417条。"]),
            &["N25:narrative.0.body.1#全年共主动公开政府信息417条"],
        );
    }

    #[test]
    fn other_scopes_are_other_things() {
        for second in [
            "主动公开政府信息471条。",
            "通过网站主动公开政府信息81条。",
            "上年主动公开政府信息300条。",
            "市本级主动公开政府信息81条。",
            "其中主动公开政府信息3条。",
        ] {
            finds("N25", &report(&["主动公开政府信息471条。", second]), &[]);
        }
    }

    #[test]
    fn two_numbers_for_whatever_it_is() {
        finds(
            "N25",
            &report(&["召开政务公开专题会议3次。", "监督保障方面，年内召开政务公开专题会议4次，层层压实责任。"]),
            &["N25:narrative.0.body.1#年内召开政务公开专题会议4次"],
        );
        for (one, other) in [
            ("组织开展政务公开业务培训3次。", "开展政务公开业务培训2次"),
            (
                "为使各科室熟悉办理的程序和答复的格式，邀请专家授课，举办政务公开业务培训3次。",
                "举办政务公开业务培训2次",
            ),
            ("一是召开政务公开专题会议3次。", "年内召开政务公开专题会议4次"),
            ("开设政务公开专栏5个。", "政务公开专栏现有6个"),
            ("门户网站访问量46万人次。", "网站访问量达48万人次"),
            ("县长信箱回复留言86件。", "回复县长信箱留言68件"),
            ("热线工单办结356件。", "热线工单办结365件"),
            ("按照上级要求，举办政务公开业务培训4次。", "举办政务公开业务培训3次"),
        ] {
            let second = format!("{other}。");
            finds("N25", &report(&[one, &second]), &[&format!("N25:narrative.0.body.1#{other}")]);
        }
        for (one, other) in [
            ("组织编印手册3份。", "组织开展政务公开业务培训3次。"),
            ("县长信箱回复留言86件。", "局长信箱回复留言68件。"),
            ("县政府网站公开信息78条。", "微信公众号公开信息87条。"),
            ("召开专题会议3次。", "其中召开专题会议2次。"),
            ("设立政府信息查阅点14个。", "上年设立政府信息查阅点12个。"),
        ] {
            finds("N25", &report(&[one, other]), &[]);
        }
    }

    #[test]
    fn digits_that_are_turned() {
        let weights = |one: &str, other: &str| -> Vec<Severity> {
            found("N25", &report(&[one, other])).iter().map(|finding| finding.severity).collect()
        };
        assert_eq!(weights("全年发布信息192条。", "我局网站发布信息129条。"), [Severity::Warning]);
        assert_eq!(weights("收到群众来信34件。", "回应群众网上来信43件。"), [Severity::Warning]);
        assert_eq!(weights("全年发布信息192条。", "我局网站发布信息159条。"), []);
        assert_eq!(weights("微信公众号发布信息192条。", "微博发布信息129条。"), []);
        assert_eq!(weights("2022年我局共对外发布信息203条。", "2022年我局共对外发布信息199条。"), [Severity::Error]);
    }

    #[test]
    fn the_history_of_the_report_year() {
        let json = r#"{"nianbao": 1, "form": "narrative-2008", "year": 2017, "figures": {"disclosed.total": 88},
            "history": {"disclosed.total": {"2016": 45, "2017": 89}}}"#;
        finds("N25", json, &["N25:history.disclosed.total.2017"]);
        let mended = mends("N25:history.disclosed.total.2017", json);
        assert!(mended.to_json().contains("\"2017\": 88"));
    }
}
