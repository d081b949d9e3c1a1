//! Which words of a ledger may be kept: those of results, short, and with nothing of a person or of what was asked for.

use std::collections::HashSet;

use super::applicant::{Who, who};
use super::terms::{plain, terms};
use super::verdict::Verdict;
use crate::text::{is_family_name, personal};

/// The longest words that are kept, in letters.
const LONGEST: usize = 18;
/// So many letters of words may be none that the program knows, where a clerk has to see what they mean.
const UNKNOWN: usize = 8;
/// So many where they are understood without.
const UNKNOWN_BESIDE: usize = 1;
/// So many digits side by side may be a number of somebody.
const DIGITS: usize = 5;
/// So many letters that also stand in what was asked for tell of it.
const SHARED: usize = 4;

/// The names that stand in a ledger, while it is read.
#[derive(Default)]
pub(super) struct Names<'a> {
    known: HashSet<&'a str>,
    longest: usize,
}

impl<'a> Names<'a> {
    /// Adds what stands in a cell of names.
    pub fn add(&mut self, cell: &'a str) {
        for name in cell.split(|c: char| c.is_whitespace() || "、，,；;/（）()和".contains(c)) {
            let letters = name.chars().count();
            let is_kind = matches!(who(name), Who::Kind(_, word) if word == name);
            if (2..=LONGEST).contains(&letters) && !is_kind && !terms(&plain(name)).0.iter().any(|t| t.words == name) {
                self.longest = self.longest.max(letters);
                self.known.insert(name);
            }
        }
    }

    /// Whether one of them stands in words.
    fn are_in(&self, words: &str) -> bool {
        let bounds: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        bounds.iter().enumerate().any(|(first, from)| {
            let ends = bounds.iter().skip(first + 2).take(self.longest);
            ends.into_iter().any(|to| words.get(*from..*to).is_some_and(|part| self.known.contains(part)))
        })
    }
}

/// The words as they may be kept: themselves, or what of them the program knows; nothing where neither may be.
///
/// `dropped` are the cells of the line that are not kept.
pub(super) fn kept(words: &str, verdict: &Verdict, dropped: &[&str], names: &Names) -> Option<String> {
    let known = &verdict.known;
    let most = if verdict.standing.is_some() { UNKNOWN_BESIDE } else { UNKNOWN };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.is_empty() && is_harmless(&words, most, dropped, names) {
        return Some(words);
    }
    (!known.is_empty()).then(|| known.join("，"))
}

fn is_harmless(words: &str, most: usize, dropped: &[&str], names: &Names) -> bool {
    if words.chars().count() > LONGEST || has_run(words, DIGITS, char::is_numeric) {
        return false;
    }
    if has_run(words, 3, |c| c.is_ascii_alphabetic()) || words.contains(['@', '《', '》', '〔']) {
        return false;
    }
    let runs = unknown_runs(words);
    if runs.is_empty() {
        return true;
    }
    let is_shared = |cell: &&str| runs.iter().any(|run| shares(run, cell));
    runs.iter().map(|run| run.chars().count()).sum::<usize>() <= most
        && personal(words).is_empty()
        && !runs.iter().any(|run| may_be_a_name(run))
        && !names.are_in(words)
        && !dropped.iter().any(is_shared)
}

fn has_run(words: &str, length: usize, like: impl Fn(char) -> bool) -> bool {
    let mut run = 0;
    words.chars().any(|c| {
        run = if like(c) { run + 1 } else { 0 };
        run >= length
    })
}

/// What of words is none of the program's own, run by run.
fn unknown_runs(words: &str) -> Vec<String> {
    let (mut runs, mut run) = (Vec::new(), String::new());
    for piece in words.split(|c: char| !c.is_alphabetic()) {
        let mut rest = piece;
        while let Some(first) = rest.chars().next() {
            let known = terms(rest).0.first().filter(|term| rest.starts_with(term.words)).map(|term| term.words.len());
            if known.is_some() {
                runs.extend(Some(std::mem::take(&mut run)).filter(|run| !run.is_empty()));
            } else {
                run.push(first);
            }
            rest = rest.get(known.unwrap_or(first.len_utf8())..).unwrap_or_default();
        }
        runs.extend(Some(std::mem::take(&mut run)).filter(|run| !run.is_empty()));
    }
    runs
}

/// Whether letters begin like a person's name somewhere. The name of a body is none: 林业局.
fn may_be_a_name(run: &str) -> bool {
    const BODIES: [&str; 12] = ["局", "委", "办", "厅", "部", "中心", "政府", "街道", "镇", "乡", "部门", "机关"];
    const MORE: &str = "方任于常万段章白江史文包洪欧鲁向易骆植詹柳聂祝房申关麦单容庞樊焦柴安穆路左辛耿游米";
    let letters = run.chars().count();
    if letters < 2 || (letters > 2 && BODIES.iter().any(|body| run.ends_with(body))) {
        return false;
    }
    let is_short = letters <= 3;
    run.chars().take(letters - 1).any(is_family_name)
        || (is_short && run.chars().next().is_some_and(|c| MORE.contains(c)))
}

/// Whether so many letters of a run also stand in a cell.
fn shares(run: &str, cell: &str) -> bool {
    let bounds: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    let length = SHARED.min(bounds.len().saturating_sub(1)).max(2);
    bounds.windows(length + 1).any(|window| match window {
        [from, .., to] => run.get(*from..*to).is_some_and(|part| cell.contains(part)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_words_are_kept_as_they_stand() {
        let names = Names::default();
        for words in [
            "已答复",
            "转农业农村局",
            "转林业局",
            "告知另找部门",
            "查无此件",
            "申请人撤回",
            "公开，隐去他人信息",
            "区分处理，部分公开",
            "（三）1.国家秘密",
            "退回原件",
        ] {
            assert_eq!(kept(words, &Verdict::default(), &[], &names).as_deref(), Some(words));
        }
    }

    #[test]
    fn words_that_tell_of_somebody_are_not() {
        let mut names = Names::default();
        names.add("诸葛亮明");
        names.add("阳光养老院");
        let public = Verdict { known: vec!["公开"], ..Verdict::default() };
        for words in [
            "已答复李四",
            "李四撤回",
            "已答复诸葛亮明",
            "告知阳光养老院",
            "同意公开征地补偿方案",
            "电话13812345678",
            "见邮箱abc@qq.com",
            "《征地公告》已公开",
            "已答复，方明",
            "证件号 44030819",
            "经审查，你所申请的信息属于本机关制作的文件，予以公开",
        ] {
            assert_eq!(kept(words, &Verdict::default(), &["某村征地补偿方案"], &names), None, "{words}");
            assert_eq!(kept(words, &public, &["某村征地补偿方案"], &names).as_deref(), Some("公开"), "{words}");
        }
    }
}
