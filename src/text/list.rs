//! The list of parts that an opening paragraph gives: 本报告由“…”、“…”等七个部分组成.

use std::ops::Range;

use super::numbers;

/// The parts that a paragraph lists, and how many it says they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The names as listed, without quotation marks.
    pub names: Vec<String>,
    /// The number it states; nothing when it states none.
    pub stated: Option<u64>,
    /// The bytes of the words that state it (等七个部分), or of the whole list.
    pub quote: Range<usize>,
}

/// The parts that a paragraph lists, if it lists any.
pub fn listed_parts(text: &str) -> Option<Listed> {
    listed_after(text).or_else(|| listed_before(text)).or_else(|| listed_without_number(text))
}

/// The parts of a list that says no number of them: 全文包括概述、……，并附统计表。 包括：（一）……；（二）…….
fn listed_without_number(text: &str) -> Option<Listed> {
    const BEGINNINGS: [&str; 8] =
        ["全文包括", "报告内容包括", "报告主要包括", "报告包括", "年报包括", "主要内容包括", "报告内容有", "内容包括"];
    const FEWEST: usize = 4;
    let (at, word) = BEGINNINGS.iter().filter_map(|word| Some((text.find(word)?, *word))).min()?;
    let start = at + word.len();
    let list = text.get(start..)?.split(['。', '\n']).next()?;
    let end = start + list.len();
    let list = list.trim_start_matches(['：', ':']);
    let list = ["，并附", "，附", "及附"].iter().find_map(|word| Some(list.split_once(word)?.0)).unwrap_or(list);
    // 等 leaves parts out.
    if list.ends_with('等') || list.contains("等内容") || list.contains("等方面") {
        return None;
    }
    let names = if list.contains('“') { quoted(list) } else { parted(list, None) };
    let names: Vec<String> = names.iter().map(|name| crate::text::heading_words(name)).collect();
    // The last two may be joined by 和.
    let names = match names.last().map(|last| split_at_last_joint(last)) {
        Some(two) if two.len() == 2 && two.iter().all(|name| name.contains("情况") || name.contains("事项")) => {
            [names.get(..names.len() - 1).unwrap_or_default(), &two].concat()
        }
        _ => names,
    };
    let overviews = ["总体情况", "概述", "基本情况", "工作情况"];
    let of_report = names.first().is_some_and(|name| overviews.iter().any(|overview| name.contains(overview)));
    (names.len() >= FEWEST && of_report).then_some(Listed { names, stated: None, quote: at..end })
}

/// The parts listed after the words that count them: 本报告由六个部分组成：概述，……。
fn listed_after(text: &str) -> Option<Listed> {
    let ends = ["部分组成：", "部分构成：", "部分内容：", "个部分：", "部分组成:", "个部分:"];
    let (at, end) = ends.iter().filter_map(|end| Some((text.find(end)?, *end))).min()?;
    let before = text.get(..at)?;
    let start = ["报告由", "全文由", "报告包括", "报告分为", "报告共分", "报告分"]
        .iter()
        .filter_map(|word| Some((before.rfind(word)?, word.len())))
        .max()
        .filter(|(from, _)| !before.get(*from..).unwrap_or_default().contains('。'))?;
    let count = before.get(start.0 + start.1..)?;
    let stated = numbers(count).last().and_then(|n| u64::try_from(n.value).ok()).or_else(|| trailing_number(count))?;
    let list = text.get(at + end.len()..)?.split(['。', '\n']).next()?;
    let names = if list.contains('“') { quoted(list) } else { parted(list, Some(stated)) };
    let names: Vec<String> = names.iter().map(|name| crate::text::heading_words(name)).collect();
    (names.len() >= 3).then_some(Listed { names, stated: Some(stated), quote: start.0..at + end.len() })
}

/// The parts listed before the words that count them.
fn listed_before(text: &str) -> Option<Listed> {
    let ends = ["部分组成", "部分构成", "个部分", "部分"];
    let counted = ends.iter().find_map(|word| Some((text.find(word)?, *word)));
    // 全文包括甲、乙等五个方面; 本报告由甲、乙、丙情况组成, without their number.
    let told = || {
        let of_report =
            ["报告由", "全文由", "年报由", "报告包括", "全文包括"].iter().find_map(|word| text.find(word))?;
        let rest = text.get(of_report..)?.split('。').next()?;
        ["个方面", "方面内容", "组成"].iter().find_map(|word| Some((of_report + rest.find(word)?, *word)))
    };
    let (end_at, end_word) = counted.or_else(told)?;
    let before = text.get(..end_at)?;
    // 由某镇编制，本报告由概述……: the list is what the report consists of.
    let of_report = ["报告由", "全文由", "年报由", "报告包括", "全文包括", "报告分为", "报告共分为"];
    let of_report = of_report.iter().filter_map(|word| before.rfind(word).map(|at| at + word.len())).max();
    let first =
        || ["由", "包括", "分为", "分"].iter().filter_map(|word| before.find(word).map(|at| at + word.len())).min();
    let start = of_report.or_else(first)?;
    // 本报告由某局编制，包括总体情况、……: who made it stands between.
    let made = before.get(start..).and_then(|words| Some(start + words.find("编制，包括")? + "编制，包括".len()));
    let start = made.unwrap_or(start);
    let list = text.get(start..end_at)?;
    let counts = numbers(text.get(start..end_at + end_word.len())?);
    let stated = counts.last().filter(|n| n.unit == "个").and_then(|n| u64::try_from(n.value).ok());
    let stated = stated.or_else(|| trailing_number(list));
    let names = if list.contains('“') { quoted(list) } else { parted(list, stated) };
    let from = list.rfind('等').map_or(start, |at| start + at);
    // 由甲、乙、丙等六个部分组成 names some of them.
    let names_some = list.contains('等')
        && stated.is_some_and(|stated| u64::try_from(names.len() * 2).is_ok_and(|twice| twice <= stated));
    (names.len() >= 3 && !names_some).then_some(Listed { names, stated, quote: from..end_at + end_word.len() })
}

/// The number with which the words before 部分 end: 等六部分.
fn trailing_number(list: &str) -> Option<u64> {
    let list = list.trim_end_matches(['个', '大']);
    let numeral: String = {
        let mut tail: Vec<char> =
            list.chars().rev().take_while(|c| "一二三四五六七八九十".contains(*c) || c.is_ascii_digit()).collect();
        tail.reverse();
        tail.into_iter().collect()
    };
    numeral.parse().ok().or_else(|| super::chinese_number(&numeral))
}

fn quoted(list: &str) -> Vec<String> {
    let pieces = list.split('“').skip(1);
    pieces.filter_map(|piece| piece.split_once('”').map(|(name, _)| name.trim().to_owned())).collect()
}

/// Names parted by commas. 行政复议、提起行政诉讼的情况 is the name of one part, and the last two names may be joined
/// by 及 or 和, which then makes the number that is stated.
fn parted(list: &str, stated: Option<u64>) -> Vec<String> {
    let list = without_count(list);
    // （一）总体情况（二）……: the numbering parts them by itself.
    let numbered = if list.contains("（一）") && list.contains("（二）") {
        list.replace('（', "；（")
    } else {
        list.to_owned()
    };
    let list = numbered.as_str();
    let by_comma = pieces(list, &['，', '；', ',', ';'], stated);
    let by_all = pieces(list, &['、', '，', '；', ',', ';'], stated);
    // Where commas part the names, a 、 stands within one: 机构建设、经费保障情况，存在的问题.
    let is_stated = |names: &[String]| stated.is_none_or(|stated| u64::try_from(names.len()) == Ok(stated));
    if by_comma.len() >= 3 && (is_stated(&by_comma) || !is_stated(&by_all)) { by_comma } else { by_all }
}

/// The list without 等 and the number after it: 等六个, 等共七个, 6个. 等 within a name stays: 不予公开政府信息等情况.
fn without_count(list: &str) -> &str {
    let is_of_count = |c: char| c.is_ascii_digit() || c.is_whitespace() || "一二三四五六七八九十个大共".contains(c);
    let bare = list.trim_end_matches(is_of_count);
    bare.strip_suffix('等').unwrap_or(bare)
}

fn pieces(list: &str, marks: &[char], stated: Option<u64>) -> Vec<String> {
    let pieces = list.split(marks).map(|name| name.trim().trim_matches(['：', ':']));
    let mut names: Vec<String> = Vec::new();
    for piece in pieces.filter(|name| name.chars().count() >= 2) {
        match names.last_mut() {
            Some(before) if before.ends_with("复议") && piece.contains("诉讼") => {
                before.push('和');
                before.push_str(piece);
            }
            _ => names.push(piece.to_owned()),
        }
    }
    let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
    if stated.is_some_and(|stated| stated == count.saturating_add(1)) {
        let joined = names.pop().unwrap_or_default();
        names.extend(split_at_last_joint(&joined));
    }
    names
}

/// A name as two, parted at the last word that can join names; by itself where there is none.
fn split_at_last_joint(name: &str) -> Vec<String> {
    let joints = ["以及", "及", "和", "与"].into_iter().filter_map(|joint| Some((name.rfind(joint)?, joint)));
    // 以及 ends with 及: the one that ends last and begins first.
    let last = joints.max_by_key(|(at, joint)| (at + joint.len(), joint.len()));
    let parts = last.and_then(|(at, joint)| Some((name.get(..at)?.trim(), name.get(at + joint.len()..)?.trim())));
    match parts {
        // 存在的问题及改进措施 is one part.
        Some((_, other))
            if ["改进", "整改", "措施", "下一步", "对策", "建议", "努力"]
                .iter()
                .any(|word| other.starts_with(word)) =>
        {
            vec![name.to_owned()]
        }
        Some((one, other)) if one.chars().count() >= 2 && other.chars().count() >= 2 => {
            vec![one.to_owned(), other.to_owned()]
        }
        _ => vec![name.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lists(text: &str, stated: Option<u64>, names: &[&str], quote: &str) {
        let listed = listed_parts(text).expect("a list");
        assert_eq!(listed.names, names);
        assert_eq!(listed.stated, stated);
        assert_eq!(&text[listed.quote], quote);
    }

    #[test]
    fn names_in_quotation_marks() {
        lists(
            "本报告由“基本工作情况”、 “人大代表建议、委员提案数及办结率” “主动公开”等三个部分组成，截止日期为2017年。",
            Some(3),
            &["基本工作情况", "人大代表建议、委员提案数及办结率", "主动公开"],
            "等三个部分组成",
        );
    }

    #[test]
    fn names_without_quotation_marks() {
        lists(
            "本报告由总体情况、主动公开政府信息情况、行政复议、行政诉讼情况、其他需要报告的事项等四部分组成。",
            Some(4),
            &["总体情况", "主动公开政府信息情况", "行政复议和行政诉讼情况", "其他需要报告的事项"],
            "等四部分组成",
        );
    }

    #[test]
    fn names_after_their_number_or_after_who_made_it() {
        let text = "本报告由三个部分组成：概述，行政复议、提起行政诉讼的情况，存在的问题和改进措施。统计期限为全年。";
        let names = ["概述", "行政复议、提起行政诉讼的情况", "存在的问题和改进措施"];
        lists(text, Some(3), &names, "报告由三个部分组成：");
        let text = "本年度报告由某局办公室编制，包括总体情况、主动公开情况、存在问题等三个部分。";
        lists(text, Some(3), &["总体情况", "主动公开情况", "存在问题"], "等三个部分");
    }

    #[test]
    fn the_last_two_joined_by_a_word() {
        for joint in ["和", "及", "以及"] {
            lists(
                &format!(
                    "本报告包括总体情况、因政府信息公开申请行政复议、提起行政诉讼的情况、存在的主要问题及改进情况{joint}其他需要报告的事项等四个部分。"
                ),
                Some(4),
                &[
                    "总体情况",
                    "因政府信息公开申请行政复议和提起行政诉讼的情况",
                    "存在的主要问题及改进情况",
                    "其他需要报告的事项",
                ],
                "等四个部分",
            );
        }
        let text =
            "本报告由某镇人民政府编制，报告由概述、依申请公开和不予公开等情况、存在的问题及改进措施等共四个部分组成。";
        let names = ["概述", "依申请公开和不予公开等情况", "存在的问题及改进措施"];
        lists(text, Some(4), &names, "等共四个部分组成");
        let text = "由工作情况,复议、诉讼和投诉情况，机构建设、经费保障情况,存在问题,附表等五部分组成。";
        let names = ["工作情况", "复议、诉讼和投诉情况", "机构建设、经费保障情况", "存在问题", "附表"];
        lists(text, Some(5), &names, "等五部分组成");
        let text = "由概述、公开情况、问题及措施等三个部分组成。";
        lists(text, Some(3), &["概述", "公开情况", "问题及措施"], "等三个部分组成");
    }

    #[test]
    fn no_list() {
        assert_eq!(listed_parts("本报告由某局编制。"), None);
        assert_eq!(listed_parts("各部分内容详见附件。"), None);
        assert_eq!(listed_parts(""), None);
    }
}
