//! Which finding of now is which of before: a finding stays itself while its words stand, though its paragraph moved, its
//! sentence was rewritten, or the same words before it were mended.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Finding, Quote};

/// For each finding of now the index of the one of before that it is; nothing where it is new, or where it may be several of
/// before. Sentences that are the same word for word are taken in their order: nobody can tell them apart.
pub fn follow<'f>(before: &'f [&'f Finding], now: &'f [&'f Finding]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { before, now, taken: vec![false; before.len()], of: vec![None; now.len()] };
    // What stands in the same words of the same sentence is the same: of several in one place, the one that stands as far from
    // the beginning or from the end of the text as before, and then in the order in which they stand.
    let at = |finding: &'f Finding, of: fn(&Quote) -> usize| {
        Some((finding.rule, finding.place, In::of(finding), of(finding.quote.as_ref()?)))
    };
    pairs.join(false, |finding| at(finding, |quote| quote.span.start));
    pairs.join(false, |finding| at(finding, |quote| quote.after));
    pairs.join(false, |finding| Some((finding.rule, finding.place, In::of(finding))));
    pairs.join(false, |finding| Some((finding.rule, In::of(finding).quoted()?)));
    // Of a sentence that was rewritten one end may still stand.
    pairs.join(true, |finding| Some((finding.rule, finding.place, In::of(finding).quoted()?.start())));
    pairs.join(true, |finding| Some((finding.rule, finding.place, In::of(finding).quoted()?.end())));
    // Or it is the only one of these words in its place.
    pairs.join(true, |finding| Some((finding.rule, finding.place, In::of(finding).words)));
    pairs.of
}

/// The words of a finding in their sentence.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct In<'f> {
    words: Option<&'f str>,
    /// What stands before the words in their sentence, and after them.
    around: (&'f str, &'f str),
}

impl<'f> In<'f> {
    fn of(finding: &'f Finding) -> Self {
        let words = finding.quote.as_ref().map(|quote| quote.words.as_str());
        Self { words, around: finding.around().unwrap_or_default() }
    }

    /// The same where there are words: a finding without them is known by its place alone.
    fn quoted(self) -> Option<Self> {
        self.words.map(|_| self)
    }

    fn start(self) -> (Option<&'f str>, &'f str) {
        (self.words, self.around.0)
    }

    fn end(self) -> (Option<&'f str>, &'f str) {
        (self.words, self.around.1)
    }
}

struct Pairs<'f> {
    before: &'f [&'f Finding],
    now: &'f [&'f Finding],
    taken: Vec<bool>,
    of: Vec<Option<usize>>,
}

impl<'f> Pairs<'f> {
    /// Joins what has the same key, each with the first that is free; or only where there is one on either side.
    fn join<K: Hash + Eq>(&mut self, only_one: bool, key: impl Fn(&'f Finding) -> Option<K>) {
        let mut known: HashMap<K, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, finding) in self.before.iter().enumerate().filter(|(at, _)| self.taken.get(*at) == Some(&false)) {
            if let Some(key) = key(finding) {
                known.entry(key).or_default().0.push(at);
            }
        }
        for (at, finding) in self.now.iter().enumerate().filter(|(at, _)| self.of.get(*at) == Some(&None)) {
            if let Some((_, now)) = key(finding).and_then(|key| known.get_mut(&key)) {
                now.push(at);
            }
        }
        for (before, now) in known.into_values() {
            if only_one && (before.len(), now.len()) != (1, 1) {
                continue;
            }
            for (before, now) in before.into_iter().zip(now) {
                if let (Some(taken), Some(of)) = (self.taken.get_mut(before), self.of.get_mut(now)) {
                    *taken = true;
                    *of = Some(before);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::facts::Case;
    use crate::rules::check_all;
    use crate::value::Date;

    fn found(rule: &str, paragraphs: &[&str]) -> Vec<Finding> {
        let body: Vec<String> = paragraphs.iter().map(|text| format!("\"{text}\"")).collect();
        let json = format!(
            r#"{{"nianbao": 1, "form": "national-2021", "year": 2022, "narrative": [{{"heading": "一、总体情况", "body": [{}]}}]}}"#,
            body.join(", ")
        );
        let draft = Draft::from_json(&json).expect("a draft").draft;
        let mut found = check_all(&Case::new(&draft, Date::new(2023, 1, 20).expect("a day")));
        found.retain(|finding| finding.rule == rule);
        found
    }

    /// For each finding of now the identity that it had before.
    fn followed(before: &[&str], now: &[&str]) -> Vec<Option<String>> {
        followed_by("F04", before, now)
    }

    fn followed_by(rule: &str, before: &[&str], now: &[&str]) -> Vec<Option<String>> {
        let (before, now) = (found(rule, before), found(rule, now));
        let (before, now): (Vec<&Finding>, Vec<&Finding>) = (before.iter().collect(), now.iter().collect());
        follow(&before, &now).into_iter().map(|of| of.map(|of| before[of].identity())).collect()
    }

    const FIRST: &str = "F04:narrative.0.body.0#2021年";

    #[test]
    fn the_second_stays_the_second_when_the_first_goes() {
        let second = || Some(format!("{FIRST}~2"));
        let twice = "2021年，我局共公开6条。2021年，我局共收到申请3件。";
        assert_eq!(followed(&[twice], &["2022年，我局共公开6条。2021年，我局共收到申请3件。"]), [second()]);
        // In one sentence it is told by the end that still stands.
        let of = |words: &str| Some(format!("F02:narrative.0.body.0#{words}"));
        let text = |first: &str, second: &str| format!("按照{first}〔2021〕30号和{second}〔2021〕30号的格式编写。");
        let followed = |first: &str, second: &str| {
            let (before, now) = (text("国办公开办涵", "国办公开办涵"), text(first, second));
            followed_by("F02", &[before.as_str()], &[now.as_str()])
        };
        let wrong = "国办公开办涵〔2021〕30号";
        assert_eq!(followed("国办公开办函", "国办公开办涵"), [of(&format!("{wrong}~2"))]);
        assert_eq!(followed("国办公开办涵", "国办公开办函"), [of(wrong)]);
    }

    #[test]
    fn the_same_sentence_twice_stays_in_its_order() {
        let twice = "2021年，我局共公开6条。";
        let both = [Some(FIRST.to_owned()), Some("F04:narrative.0.body.1#2021年".to_owned())];
        assert_eq!(followed(&[twice, twice], &[twice, twice]), both);
        assert_eq!(followed(&[twice], &["好。", twice]), [Some(FIRST.to_owned())], "moved down");
        assert_eq!(followed(&[twice], &[twice, twice]), [Some(FIRST.to_owned()), None], "a new one");
    }

    #[test]
    fn what_could_be_several_is_none_of_them() {
        let before = "2021年，我局共公开6条。2021年，我局共收到申请3件。";
        assert_eq!(followed(&[before], &["2021年，我局共受理咨询9次。"]), [None]);
    }
}
