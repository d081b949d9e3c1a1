//! The words of a count in their plainest form: what a verb parts, without what says nothing.

use super::NAMED;
use super::words::{ACTS, ADDED, AFTER_NAME, BEFORE_NAME, CHANNELS, QUANTITIES, TAILS, VERBS};
use crate::text::{has_any, mark};

/// Whether a name is that of a place in which information is published: a channel, or a part of one.
pub(super) fn is_channel(who: &str) -> bool {
    has_any(who, &CHANNELS) || ["栏目", "目录", "专区"].iter().any(|end| who.ends_with(end))
}

/// Words without the mark or the 一是 that numbers them.
pub(super) fn without_order(words: &str) -> &str {
    let words = mark(words).and_then(|mark| words.get(mark.span.end..)).unwrap_or(words);
    let ordinal = words.split_once('是').filter(|(ordinal, _)| {
        let mut letters = ordinal.chars();
        letters.next().is_some_and(|c| "一二三四五六七八九十".contains(c)) && letters.next().is_none()
    });
    ordinal.map_or(words, |(_, rest)| rest)
}

/// The words between the last of two marks.
pub(super) fn between(text: &str, open: char, close: char) -> Option<&str> {
    let from = text.rfind(open)? + open.len_utf8();
    let inner = text.get(from..)?.split(close).next()?;
    (inner.len() + from < text.len() && inner.chars().count() >= 2).then_some(inner)
}

/// A lead parted at its first verb, names that have one within left whole; nothing where what was added is told.
pub(super) fn parted(lead: &str) -> Option<(&str, &str, &'static str)> {
    if has_any(lead, &ADDED) {
        return None;
    }
    // 专项检查共通报问题32个: what is summed up stands behind 共.
    if let Some((who, what)) = lead.split_once('共').filter(|(who, what)| {
        who.chars().count() > 1
            && VERBS.iter().any(|verb| what.starts_with(verb))
            && VERBS.iter().any(|verb| who.contains(verb))
    }) {
        return parted(what).map(|(_, what, act)| (who, what, act));
    }
    let is_name = |at: usize, verb: &str| {
        let (before, after) = (lead.get(..at).unwrap_or_default(), lead.get(at + verb.len()..).unwrap_or_default());
        verb == "公开"
            && (BEFORE_NAME.iter().any(|word| before.ends_with(word))
                || AFTER_NAME.iter().any(|word| after.starts_with(word)))
    };
    let verbs = VERBS.iter().flat_map(|verb| lead.match_indices(verb)).filter(|(at, verb)| !is_name(*at, verb));
    let first = verbs.min_by_key(|(at, verb)| (*at, usize::MAX - verb.len()));
    if let Some((at, verb)) = first {
        let act = ACTS.iter().find(|(_, verbs)| verbs.contains(&verb)).map_or("", |(act, _)| *act);
        let what = lead.get(at + verb.len()..)?;
        let (what, act) = second(what, act).unwrap_or((what, act));
        return Some((lead.get(..at)?, what, act));
    }
    // 网站总访问量46万人次: a quantity is counted by itself.
    if let Some(quantity) = QUANTITIES.iter().find(|quantity| lead.trim_end_matches('达').ends_with(**quantity)) {
        let lead = lead.trim_end_matches('达');
        return Some((lead.get(..lead.len() - quantity.len())?.trim_end_matches('总'), quantity, ""));
    }
    // 就9个重大事项征集意见, 现对14个……: what is counted stands behind its number.
    if let Some(who) = ["就", "对"].iter().find_map(|word| lead.strip_suffix(word)) {
        return Some((who, "", "there"));
    }
    // 政务新媒体共5个: what there is stands before its sum.
    let there = ["共有", "共计", "共", "总计", "达到", "达", "调整为"].iter().find_map(|sum| lead.strip_suffix(sum));
    let Some(there) = there else {
        // 全区已备案41个政务新媒体账号: it stands behind its number.
        return lead.ends_with("备案").then_some((lead, "", "there"));
    };
    (!there.starts_with('、')).then(|| ("", there.trim_start_matches('将'), ""))
}

/// What a second verb leaves of what follows the first: 组织开展培训, 编制印发手册.
fn second<'t>(what: &'t str, first: &str) -> Option<(&'t str, &'static str)> {
    const LEFT: usize = 2;
    let (act, rest) =
        ACTS.iter().find_map(|(act, verbs)| Some((*act, verbs.iter().find_map(|verb| what.strip_prefix(verb))?)))?;
    let is_name = AFTER_NAME.iter().any(|word| rest.starts_with(word));
    (!is_name && (first == "hold" || first == act) && rest.chars().count() >= LEFT).then_some((rest, act))
}

/// What is counted, in the plainest words.
pub(super) fn plain_what(what: &str) -> String {
    let mut what = what.trim_start_matches(['了', '的', '各', '类', '有', '：', ':']);
    loop {
        what = what.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some(tail) = TAILS.iter().find(|tail| what.ends_with(**tail) && what.len() > tail.len()) else { break };
        what = what.get(..what.len() - tail.len()).unwrap_or_default();
    }
    plain_name(what.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// The words behind a number up to what is told of what they name: 政务新媒体账号 of 政务新媒体账号日常监管.
pub(super) fn until_it_goes_on(after: &str) -> &str {
    const GOES_ON: [&str; 9] = ["均", "全部", "都", "逐", "日常", "及时", "按", "已", "共"];
    let words = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let end = GOES_ON.iter().filter_map(|word| words.find(word)).filter(|at| *at > 0).min();
    end.and_then(|end| words.get(..end)).unwrap_or(words)
}

/// What is counted without words that set nothing of it apart: 各类政务信息 are 信息.
pub(super) fn without_the_kind(what: &str) -> String {
    const KINDS: [&str; 5] = ["各类", "已备案", "备案", "专兼职", "相关"];
    let plain = KINDS.iter().fold(what.to_owned(), |plain, kind| plain.replace(kind, ""));
    // 全区政务新媒体账号: all of them are meant, wherever they are.
    // 从事政务公开工作的兼职人员.
    let plain = match plain.rsplit_once('的') {
        Some((of, who)) if of.starts_with("从事") => who.to_owned(),
        _ => plain,
    };
    // 人大代表建议和政协提案 are 建议提案.
    let plain = ["人大代表", "政协委员", "人大", "政协", "委员"].iter().fold(plain, |plain, of| plain.replace(of, ""));
    let plain = ["建议和提案", "建议、提案", "建议及提案", "建议与提案"]
        .iter()
        .fold(plain, |plain, both| plain.replace(both, "建议提案"));
    let whole = plain
        .strip_prefix('全')
        .and_then(|rest| rest.strip_prefix(['省', '市', '县', '区', '州', '旗', '镇', '乡', '局']));
    let plain = whole.map_or_else(|| plain.clone(), str::to_owned);
    // Of what office they are says nothing: 政府信息公开查阅点 are 查阅点.
    let bare = plain.strip_prefix("政府信息公开").filter(|bare| bare.chars().count() >= NAMED);
    let bare = bare.or_else(|| plain.strip_prefix("政务公开").filter(|bare| *bare == "信息"));
    let plain = bare.map_or(plain.clone(), str::to_owned);
    if matches!(plain.as_str(), "政府信息" | "政务信息") { "信息".to_owned() } else { plain }
}

/// A name as it is most often written.
pub(super) fn plain_name(name: &str) -> String {
    name.replace("专栏", "栏目").replace("门户", "").replace("人民政府", "政府")
}

/// Words without their year: 2023年, 2023年度.
pub(super) fn without_year(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('年') {
        let (before, after) =
            (rest.get(..at).unwrap_or_default(), rest.get(at + '年'.len_utf8()..).unwrap_or_default());
        let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
        plain.push_str(bare);
        if bare.len() == before.len() {
            plain.push('年');
        }
        rest = if bare.len() == before.len() { after } else { after.trim_start_matches('度') };
    }
    plain + rest
}
