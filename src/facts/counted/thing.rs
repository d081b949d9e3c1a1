//! What is counted: who does it, or where, and what, in the plainest words; and what is done.

use super::plain::{
    between, is_channel, parted, plain_name, plain_what, until_it_goes_on, without_order, without_the_kind,
    without_year,
};
use super::words::{CHANNELS, EMPTY, GENERAL, VERBS};
use super::{LONGEST, NAMED, Reader, SHORTEST};
use crate::text::{Number, compact, has_any};

/// What a number counts.
pub(super) struct Thing {
    /// Who or where, in the plainest words.
    pub who: String,
    /// What, in the plainest words.
    pub what: String,
    /// What is done with it, as the kind of its verb.
    pub act: &'static str,
    /// Whether it can be counted of anything.
    pub is_general: bool,
}

impl Thing {
    /// Whether a channel by itself is whose number it is.
    pub(super) fn names_a_channel(&self) -> bool {
        is_channel(&self.who)
    }
}

impl Reader<'_, '_> {
    /// Who or where, and what: before the number, after it (举办3场政务公开培训), or before the verb (政务公开培训举办3场).
    pub(super) fn thing(&self, lead: &str, after: &str, recent: &str, number: &Number) -> Option<Thing> {
        // A name in 《》 is the thing by itself, where nothing else is counted behind it.
        if let Some(title) = between(lead, '《', '》') {
            let behind = lead.rsplit('》').next().unwrap_or_default();
            let (_, _, act) = parted(lead)?;
            let mut behind = behind.to_owned();
            for word in EMPTY.iter().chain(&VERBS) {
                behind = behind.replace(word, "");
            }
            let is_alone = plain_what(&behind).is_empty();
            return is_alone.then(|| Thing { who: String::new(), what: title.to_owned(), act, is_general: false });
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
        let who = match Self::quoted(recent) {
            Some(name) if what.chars().count() >= 2 => name,
            _ if what.is_empty() && (who.is_empty() || act == "there") => {
                let own = until_it_goes_on(after.trim_start_matches('的'));
                what = if own.chars().count() <= LONGEST { plain_what(own) } else { String::new() };
                who
            }
            _ if what.is_empty() && !act.is_empty() && is_channel(&who) => {
                what = self.of_its_whole(number)?;
                who
            }
            _ if what.is_empty() => {
                what = who;
                String::new()
            }
            _ => who,
        };
        let what = without_the_kind(&what);
        // 对14个……检查: some of them may be meant.
        let is_there = act == "there";
        let act = if what.ends_with("咨询") && act == "be given" { "get" } else { act };
        let is_general = what.chars().count() < NAMED || GENERAL.contains(&what.as_str());
        // Where a meeting is held, or a place set up, is not whose it is.
        let who = if Self::is_a_place(&who, act, recent) { String::new() } else { who };
        // 财政资金栏目 is “财政资金”.
        let who = match who.strip_suffix("栏目").filter(|own| own.chars().count() >= SHORTEST) {
            Some(own) => own.to_owned(),
            None => who,
        };
        let is_whose = who.chars().count() >= SHORTEST;
        let who = if who.is_empty() { self.channel(recent, &what) } else { who };
        (!what.is_empty()).then_some(Thing { who, what, act, is_general: is_there || (is_general && !is_whose) })
    }

    /// What the number counts of which this one is a part: the information of 公开信息907条，其中微信公众号公开821条.
    fn of_its_whole(&self, number: &Number) -> Option<String> {
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let mut before = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        let whole = before.find(|n| {
            n.unit == number.unit && reading.lead(n).trim_end_matches(['共', '计', '为']).ends_with("信息")
        })?;
        (whole.value > number.value).then(|| "信息".to_owned())
    }

    /// The name of a channel in “”, with what kind it is where that tells it from another of the name; a slogan in “” is no name.
    fn quoted(recent: &str) -> Option<String> {
        const KINDS: [&str; 3] = ["抖音", "视频号", "微博"];
        const AROUND: [&str; 8] = ["栏目", "专栏", "公众号", "微信", "号", "平台", "网", "账号"];
        let name = between(recent, '“', '”')?;
        let (before, after) = recent.rsplit_once(&format!("“{name}”"))?;
        // “某某”微信公众号发布288条，在局门户网站公开630条: the nearest one has the number.
        let behind = after.split_once(['，', ',']).map_or("", |(_, behind)| behind);
        if CHANNELS.iter().any(|channel| behind.contains(channel)) {
            return None;
        }
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
        // 创新功能为新媒体平台赋能，全年召开发布会4场: what has a name of its own is not held on a channel named elsewhere.
        let near = recent.rsplit(['，', ',']).next().unwrap_or_default();
        let is_named = what.chars().count() >= SHORTEST && !GENERAL.contains(&what);
        let by =
            recent.rsplit(['，', ',']).nth(1).filter(|by| has_any(by, &["通过", "借助", "依托", "利用", "运用", "在"]));
        let named =
            if is_named { last(near).or_else(|| by.and_then(last)) } else { last(recent).or_else(|| last(title)) };
        let named = named.unwrap_or_default();
        if what.contains(named) { String::new() } else { named.to_owned() }
    }

    /// Who does it, or where, in the plainest words; what a clause before it says by 通过 or 在 belongs to it.
    fn plain_who(&self, who: &str, recent: &str) -> String {
        const BY: [&str; 9] = ["通过", "借助", "依托", "利用", "运用", "使用", "经由", "在", "经"];
        let mut who = who.replace(self.office_or_nothing(), "");
        if who.is_empty() {
            let clauses: Vec<&str> = recent.split(['，', ',']).collect();
            let before = clauses.len().checked_sub(2).and_then(|at| clauses.get(at)).map(|clause| compact(clause));
            let before = before.map(|clause| clause.trim_start_matches("积极").trim_start_matches("充分").to_owned());
            let by = before.filter(|clause| BY.iter().any(|by| clause.starts_with(by))).unwrap_or_default();
            // 运用微信公众号推送提示: what is done by it is no part of its name.
            who = parted(&by).filter(|(who, ..)| !who.is_empty()).map_or(by.clone(), |(who, ..)| who.to_owned());
        }
        if let Some((doer, by)) = BY.iter().find_map(|by| who.split_once(by)) {
            // 市政府办公室通过政府网站: another body than the office itself has numbers of its own.
            let doer = EMPTY.iter().fold(without_year(doer), |plain, word| plain.replace(word, ""));
            let is_body = ["办公室", "局", "委", "部门", "单位", "厅"].iter().any(|end| doer.ends_with(end));
            who = if is_body && !self.is_the_office(&doer) { [&doer, by].concat() } else { by.to_owned() };
        }
        let mut who = without_year(&who);
        for word in EMPTY {
            who = who.replace(word, "");
        }
        let who = plain_name(&who);
        let who = without_order(&who).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        // 门户网站、政务新媒体 are all of them; by a short name the office itself.
        let channels = CHANNELS.iter().filter(|channel| who.contains(**channel)).count();
        if (channels > 1 && who.contains(['、', '和', '及', '与'])) || self.is_the_office(&who) {
            return String::new();
        }
        // 管委会网站审计信息栏目 is 审计信息栏目, wherever it is held.
        for (within, end) in [("网站", "栏目"), ("大厅", "窗口"), ("平台", "栏目")] {
            let own = who.rsplit_once(within).map(|(_, own)| own).filter(|own| own.ends_with(end));
            if let Some(own) = own.filter(|own| own.chars().count() >= SHORTEST) {
                return own.to_owned();
            }
        }
        let bare = who.trim_start_matches(['我', '本', '县', '市', '区', '镇', '乡', '省', '州']);
        if bare.starts_with("政府") { bare.to_owned() } else { who }
    }

    /// Whether a name is that of a place where something is held or stands: 在市政府新闻办公室举办新闻发布会, 在档案室等处设有查阅点.
    fn is_a_place(who: &str, act: &str, recent: &str) -> bool {
        let is_led_to = |at: usize| {
            let before = recent.get(..at).unwrap_or_default();
            before.trim_end_matches(['市', '县', '区']).ends_with(['在', '于'])
        };
        ["等处", "等地", "等场所"].iter().any(|end| who.ends_with(end))
            || (act == "hold" && !who.is_empty() && recent.match_indices(who).any(|(at, _)| is_led_to(at)))
    }

    /// Whether a name is short for the office's own: 市政府 of 鄂阳市人民政府.
    fn is_the_office(&self, who: &str) -> bool {
        let mut letters = self.office.chars();
        who.chars().count() >= 2 && who.chars().all(|c| letters.any(|other| other == c))
    }

    /// The office's name, or a word that is in no text where it has none.
    fn office_or_nothing(&self) -> &str {
        if self.office.is_empty() { "\0" } else { self.office }
    }
}
