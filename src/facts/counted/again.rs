//! What a sentence comes back to that another one counted: 已发布的29篇政策解读材料, 14个政府信息公开查阅点逐一检查.

use super::words::{ADDED, GENERAL, SCOPES, VERBS};
use super::{Counted, LONGEST, Reader, SHORTEST, beside};
use crate::text::{Number, compact, has_any};

impl Reader<'_, '_> {
    /// What a sentence comes back to that was counted before: 已发布的29篇政策解读材料, after 发布政策解读材料27篇.
    pub(super) fn told_again(&self, number: &Number, before: &[Counted]) -> Option<Counted> {
        const REACH: usize = 200;
        const BACK: [&str; 9] = ["发布的", "公开的", "推送的", "现有的", "编印的", "全部", "所有", "上述", "现有"];
        if !number.is_count() || number.vague || self.is_of_another_year(number) {
            return None;
        }
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let recent = reading.recent(sentence.start, number.span.start);
        let (lead, after) = beside(reading, number);
        let (lead, after) = (compact(lead), compact(after));
        // Asked before what was counted is gone through, of which there may be much; and of that the last.
        let bare = lead.strip_suffix('的').unwrap_or_default();
        let is_led_back = BACK.iter().any(|back| lead.ends_with(back)) || VERBS.iter().any(|verb| bare.ends_with(verb));
        let is_of_all = after.chars().take(LONGEST + 2).any(|c| matches!(c, '均' | '全' | '都' | '逐'));
        // What leads back says so itself, whatever else its sentence speaks of.
        let scope = if is_led_back { reading.clause_before(number.span.start) } else { recent };
        let scope = if is_led_back { scope.replace("累计", "") } else { scope.to_owned() };
        if has_any(&scope, &SCOPES) || has_any(&lead, &ADDED) {
            return None;
        }
        if !is_led_back && !is_of_all {
            return None;
        }
        let is_same = |counted: &&Counted| {
            let (who, what) = (&*counted.who, &*counted.what);
            let is_known = what.chars().count() >= SHORTEST || who.chars().count() >= SHORTEST;
            // 12篇解读材料 are the 政策解读材料 told of before.
            let shorter =
                what.char_indices().rev().nth(SHORTEST - 1).map_or(what, |(from, _)| what.get(from..).unwrap_or(what));
            let shorter = if GENERAL.contains(&shorter) { what } else { shorter };
            let rest = after.strip_prefix(what).or_else(|| after.strip_prefix(shorter)).filter(|_| is_known);
            let is_back = is_led_back
                || rest
                    .is_some_and(|rest| ["均", "全部", "都", "逐一", "逐个"].iter().any(|all| rest.starts_with(all)));
            // 以视频形式发布的9篇 are some of them.
            let is_whole = !is_led_back || !has_any(&lead, &["形式", "方式", "以", "类", "视频", "图", "部分"]);
            is_whole
                && !counted.is_loose()
                && counted.unit == number.unit
                && rest.is_some()
                && is_back
                && (who.is_empty() || lead.contains(who))
        };
        let known = before.iter().rev().take(REACH).find(is_same)?;
        let words = number.span.start..number.span.end;
        let place = self.passage.place;
        Some(Counted { place, words, value: number.value, is_again: true, ..known.clone() })
    }
}
