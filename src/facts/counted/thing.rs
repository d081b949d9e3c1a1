//! What is counted: who does it, or where, and what, in the plainest words; and what is done.

use super::words::{ACTS, ADDED, AFTER_NAME, BEFORE_NAME, CHANNELS, EMPTY, GENERAL, TAILS, VERBS};
use super::{LONGEST, Reader, SHORTEST};
use crate::text::{Number, compact, has_any, mark};

impl Reader<'_, '_> {
    /// Who or where, and what: before the number, after it (举办3场政务公开培训), or before the verb (政务公开培训举办3场).
    pub(super) fn thing(
        &self,
        lead: &str,
        after: &str,
        recent: &str,
        number: &Number,
    ) -> Option<(String, &'static str)> {
        // A name in 《》 is the thing by itself, where nothing else is counted behind it.
        if let Some(title) = between(lead, '《', '》') {
            let behind = lead.rsplit('》').next().unwrap_or_default();
            let (_, _, act) = parted(lead)?;
            let mut behind = behind.to_owned();
            for word in EMPTY.iter().chain(&VERBS) {
                behind = behind.replace(word, "");
            }
            return plain_what(&behind).is_empty().then(|| (title.to_owned(), act));
        }
        // 设政务公开专区1处、社区公开栏12处: who and what is done stand with the first of them.
        let clause = compact(self.passage.reading.clause_before(number.span.start));
        let (who, what, act) = match lead.strip_prefix('、') {
            Some(what) if parted(what).is_none() => {
                let (who, _, act) = parted(&clause)?;
                (who, what, act)
            }
            Some(_) | None => parted(lead)?,
        };
        let (mut what, who) = (plain_what(what), self.plain_who(who, recent));
        let place = match Self::quoted(recent) {
            Some(name) if what.chars().count() >= 2 => name,
            _ if what.is_empty() && who.is_empty() => {
                let own =
                    after.trim_start_matches('的').split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                what = if own.chars().count() <= LONGEST { plain_what(own) } else { String::new() };
                who
            }
            _ if what.is_empty() => {
                what = who;
                String::new()
            }
            _ => who,
        };
        let is_general = what.chars().count() < SHORTEST || GENERAL.contains(&what.as_str());
        let is_whose = place.chars().count() >= SHORTEST;
        let place = if place.is_empty() { self.channel(recent, &what) } else { place };
        (!what.is_empty() && (!is_general || is_whose)).then(|| ([place.as_str(), "、", &what].concat(), act))
    }

    /// The name of a channel in “”, with what kind it is where that tells it from another of the name; a slogan in “” is no name.
    fn quoted(recent: &str) -> Option<String> {
        const KINDS: [&str; 3] = ["抖音", "视频号", "微博"];
        const AROUND: [&str; 8] = ["栏目", "专栏", "公众号", "微信", "号", "平台", "网", "账号"];
        let name = between(recent, '“', '”')?;
        let (before, after) = recent.rsplit_once(&format!("“{name}”"))?;
        let kind = KINDS
            .iter()
            .find(|kind| after.starts_with(**kind) || before.ends_with(**kind))
            .copied()
            .unwrap_or_default();
        let is_channel =
            !kind.is_empty() || AROUND.iter().any(|word| after.starts_with(word) || before.ends_with(word));
        is_channel.then(|| [kind, name].concat())
    }

    /// The channel that the sentence, or the title of the paragraph, names before what is counted; nothing where it names none.
    fn channel(&self, recent: &str, what: &str) -> String {
        const TITLE: usize = 24;
        let title: String = self.passage.text().chars().take(TITLE).collect();
        let title = title.split(['。', '：']).next().unwrap_or_default();
        let last = |text: &str| {
            let found = CHANNELS.iter().filter_map(|channel| Some((text.rfind(channel)?, *channel)));
            found.max().map(|(_, channel)| channel)
        };
        let named = last(recent).or_else(|| last(title)).unwrap_or_default();
        if what.contains(named) { String::new() } else { named.to_owned() }
    }

    /// Who does it, or where, in the plainest words; what a clause before it says by 通过 or 在 belongs to it.
    fn plain_who(&self, who: &str, recent: &str) -> String {
        const BY: [&str; 7] = ["通过", "借助", "依托", "利用", "经由", "在", "经"];
        let mut who = who.replace(self.office_or_nothing(), "");
        if who.is_empty() {
            let clauses: Vec<&str> = recent.split(['，', ',']).collect();
            let before = clauses.len().checked_sub(2).and_then(|at| clauses.get(at)).map(|clause| compact(clause));
            who = before.filter(|clause| BY.iter().any(|by| clause.starts_with(by))).unwrap_or_default();
        }
        if let Some((_, by)) = BY.iter().find_map(|by| who.split_once(by)) {
            who = by.to_owned();
        }
        let mut who = without_year(&who);
        for word in EMPTY {
            who = who.replace(word, "");
        }
        let who = plain_name(&who);
        let who = without_order(&who).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let bare = who.trim_start_matches(['我', '本', '县', '市', '区', '镇', '乡', '省', '州']);
        if bare.starts_with("政府") { bare.to_owned() } else { who }
    }

    /// The office's name, or a word that is in no text where it has none.
    fn office_or_nothing(&self) -> &str {
        if self.office.is_empty() { "\0" } else { self.office }
    }
}

/// Words without the mark or the 一是 that numbers them.
fn without_order(words: &str) -> &str {
    let words = mark(words).and_then(|mark| words.get(mark.span.end..)).unwrap_or(words);
    let ordinal = words.split_once('是').filter(|(ordinal, _)| {
        let mut letters = ordinal.chars();
        letters.next().is_some_and(|c| "一二三四五六七八九十".contains(c)) && letters.next().is_none()
    });
    ordinal.map_or(words, |(_, rest)| rest)
}

/// The words between the last of two marks.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    let from = text.rfind(open)? + open.len_utf8();
    let inner = text.get(from..)?.split(close).next()?;
    (inner.len() + from < text.len() && inner.chars().count() >= 2).then_some(inner)
}

/// A lead parted at its first verb, names that have one within left whole; nothing where what was added is told.
fn parted(lead: &str) -> Option<(&str, &str, &'static str)> {
    if has_any(lead, &ADDED) {
        return None;
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
    if lead.ends_with("访问量") || lead.ends_with("浏览量") || lead.ends_with("阅读量") || lead.ends_with("点击量")
    {
        return Some((lead, "", ""));
    }
    // 政务新媒体共5个: what there is stands before its sum.
    let there = ["共有", "共计", "共", "总计", "达到", "达", "调整为"].iter().find_map(|sum| lead.strip_suffix(sum));
    let there = there?;
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
fn plain_what(what: &str) -> String {
    let mut what = what.trim_start_matches(['了', '的', '各', '类', '有', '：', ':']);
    loop {
        what = what.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some(tail) = TAILS.iter().find(|tail| what.ends_with(**tail) && what.len() > tail.len()) else { break };
        what = what.get(..what.len() - tail.len()).unwrap_or_default();
    }
    plain_name(what.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// A name as it is most often written.
fn plain_name(name: &str) -> String {
    name.replace("专栏", "栏目").replace("门户", "").replace("人民政府", "政府")
}

/// Words without their year: 2023年, 2023年度.
fn without_year(words: &str) -> String {
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
