//! How like two texts are worded: Jaccard of their character 3-grams, and Dice over their words beside it.
//!
//! There is no segmenter here: a word is a run of Latin letters or digits, and of a run of Chinese characters each two
//! neighbours are one. Both measures count what is there, not how often, and are whole numbers over whole numbers.

use super::width::is_han;
use super::wording::wording;

/// The grams, or the words, of a text, each once and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<u64>);

/// A share of something, as two whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

impl Share {
    /// Whether the share is so many per cent or more; of nothing there is no share.
    pub fn reaches(self, percent: usize) -> bool {
        self.part > 0 && self.part * 100 >= percent * self.whole
    }

    /// The share in per cent, cut and not rounded: what is shown reaches a limit only where the share does.
    pub fn percent(self) -> usize {
        (self.part * 100).checked_div(self.whole).unwrap_or(0)
    }
}

impl Fingerprint {
    /// The 3-grams of paragraphs; none reaches from one into the next.
    pub fn grams<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::of(texts, |letters, found| found.extend(letters.windows(3).map(pack)))
    }

    /// The words of paragraphs.
    pub fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::of(texts, words_into)
    }

    fn of<'a>(texts: impl IntoIterator<Item = &'a str>, read: impl Fn(&[char], &mut Vec<u64>)) -> Self {
        let mut found = Vec::new();
        for text in texts {
            read(&wording(text), &mut found);
        }
        found.sort_unstable();
        found.dedup();
        Self(found)
    }

    /// How many different ones it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Jaccard: what both have among what either has.
    pub fn jaccard(&self, other: &Self) -> Share {
        let part = common(&self.0, &other.0);
        Share { part, whole: self.len() + other.len() - part }
    }

    /// Dice: twice what both have among what one and the other have.
    pub fn dice(&self, other: &Self) -> Share {
        Share { part: 2 * common(&self.0, &other.0), whole: self.len() + other.len() }
    }
}

/// Letters as one number: three of 21 bits each fit.
fn pack(letters: &[char]) -> u64 {
    letters.iter().fold(0, |packed, c| packed << 21 | u64::from(u32::from(*c)))
}

/// Adds the words of a wording.
fn words_into(letters: &[char], words: &mut Vec<u64>) {
    for run in letters.chunk_by(|one, next| is_han(*one) == is_han(*next)) {
        if run.first().is_some_and(|c| is_han(*c)) {
            words.extend(run.windows(2.min(run.len())).map(pack));
        } else {
            // FNV-1a: a number or a name in Latin letters is one word, however long.
            let hash = run.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, c| {
                (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01b3)
            });
            words.push(hash | 1 << 63);
        }
    }
}

/// How many numbers two ordered lists have in common.
fn common(one: &[u64], other: &[u64]) -> usize {
    let (mut one, mut other, mut count) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => _ = one.next(),
            std::cmp::Ordering::Greater => _ = other.next(),
            std::cmp::Ordering::Equal => {
                count += 1;
                one.next();
                other.next();
            }
        }
    }
    count
}

/// A piece of one text and the piece of another that is most like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike<'a> {
    /// The piece of the first text.
    pub this: &'a str,
    /// The piece of the second text.
    pub other: &'a str,
    /// Jaccard of their grams.
    pub share: Share,
}

/// The shortest piece that is compared, in grams.
const SHORTEST: usize = 10;

/// A gram that stands in more pieces than these says nothing about any of them. This keeps the search linear.
const COMMON: usize = 8;

/// From how many per cent on two pieces are alike.
const ALIKE: usize = 60;

/// The pieces of a text that are most like a piece of another one, the most alike and among these the longest first.
pub fn alike<'a>(these: &[&'a str], others: &[&'a str], most: usize) -> Vec<Alike<'a>> {
    let read = |pieces: &[&'a str]| -> Vec<(&'a str, Fingerprint)> {
        let prints = pieces.iter().map(|piece| (*piece, Fingerprint::grams([*piece])));
        prints.filter(|(_, print)| print.len() >= SHORTEST).collect()
    };
    let others = read(others);
    let grams = others.iter().enumerate().flat_map(|(index, (_, print))| print.0.iter().map(move |g| (*g, index)));
    let mut index: Vec<(u64, usize)> = grams.collect();
    index.sort_unstable();
    let mut found: Vec<(Alike, usize)> = Vec::new();
    for (this, print) in read(these) {
        let Some((other, of_other)) = most_votes(&print, &index).and_then(|k| others.get(k)) else { continue };
        let share = print.jaccard(of_other);
        if share.reaches(ALIKE) {
            found.push((Alike { this, other, share }, print.len()));
        }
    }
    found.sort_by_key(|(alike, length)| std::cmp::Reverse((alike.share.percent(), *length)));
    found.into_iter().take(most).map(|(alike, _)| alike).collect()
}

/// The piece that has most of the rarer grams of this one.
fn most_votes(print: &Fingerprint, index: &[(u64, usize)]) -> Option<usize> {
    let mut votes: Vec<usize> = Vec::new();
    for gram in &print.0 {
        let from = index.partition_point(|(other, _)| other < gram);
        let here = index.get(from..).unwrap_or_default().iter().take(COMMON + 1).take_while(|(other, _)| other == gram);
        if here.clone().count() <= COMMON {
            votes.extend(here.map(|(_, piece)| *piece));
        }
    }
    votes.sort_unstable();
    let counted = votes.chunk_by(|one, next| one == next).filter_map(|same| Some((same.len(), *same.first()?)));
    counted.max_by_key(|(count, piece)| (*count, std::cmp::Reverse(*piece))).map(|(_, piece)| piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shares(one: &str, other: &str) -> ((usize, usize), (usize, usize)) {
        let jaccard = Fingerprint::grams([one]).jaccard(&Fingerprint::grams([other]));
        let dice = Fingerprint::words([one]).dice(&Fingerprint::words([other]));
        ((jaccard.part, jaccard.whole), (dice.part, dice.whole))
    }

    #[test]
    fn both_measures() {
        // 甲乙丙 乙丙丁 丙丁戊 and 甲乙丙 乙丙丁 丙丁己; 甲乙 乙丙 丙丁 丁戊 and 甲乙 乙丙 丙丁 丁己.
        assert_eq!(shares("甲乙丙丁戊", "甲乙，丙丁己"), ((2, 4), (6, 8)));
        assert_eq!(shares("2022年公开12条", "2023年公开12条。"), ((5, 5), (10, 10)));
        assert_eq!(shares("", "甲乙丙"), ((0, 1), (0, 2)));
    }

    #[test]
    fn a_share_reaches_a_limit_exactly() {
        let share = |part, whole| Share { part, whole };
        assert!(share(1, 2).reaches(50) && !share(499, 1000).reaches(50) && !share(0, 0).reaches(0));
        assert_eq!((share(499, 1000).percent(), share(0, 0).percent(), share(7, 7).percent()), (49, 0, 100));
    }

    #[test]
    fn pieces_most_alike() {
        let these = ["2023年全年举办业务培训班四期共培训二百人次。", "建成一图看懂专栏并上线运行。", "短句。"];
        let others = ["短句。", "2022年全年举办业务培训班四期共培训三百人次。", "修订主动公开基本目录。"];
        let found = alike(&these, &others, 5);
        let found: Vec<(&str, &str)> = found.iter().map(|a| (a.this, a.other)).collect();
        assert_eq!(found, [(these[0], others[1])]);
    }

    #[test]
    fn a_long_text_of_one_sentence_again_and_again_is_compared_in_no_time() {
        let sentence = "全年举办业务培训班四期共培训二百人次。";
        let many = vec![sentence; 8_000];
        assert!(alike(&many, &many, 5).len() <= 5);
    }
}
