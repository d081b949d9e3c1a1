//! What the sentences before a number speak of.

use super::subject::Court;

/// What the sentences before a number speak of.
#[derive(Clone, Copy, Default)]
pub(super) struct Topic {
    /// Whether they speak of applications.
    pub applications: bool,
    /// The court they speak of.
    pub court: Option<Court>,
}

/// A word that turns the topic.
#[derive(Clone, Copy)]
enum Turn {
    Applications,
    Court(Court),
    Other,
}

/// The words that turn the topic, by their first letter, so that a text is gone through once for all of them.
fn turn_at(rest: &str) -> Option<Turn> {
    let words: &[(&str, Turn)] = match rest.chars().next()? {
        '依' => &[("依申请公开", Turn::Applications)],
        '公' => &[("公开申请", Turn::Applications)],
        '申' => &[("申请公开", Turn::Applications), ("申请办理", Turn::Applications)],
        '收' => &[("收到申请", Turn::Applications), ("收申请", Turn::Applications)],
        '受' => &[("受理申请", Turn::Applications)],
        '办' => &[("办结申请", Turn::Applications), ("办理申请", Turn::Applications)],
        '答' => &[("答复申请", Turn::Applications)],
        '复' => &[("复议后起诉", Turn::Court(Court::AfterReview)), ("复议", Turn::Court(Court::Review))],
        '直' => &[("直接起诉", Turn::Court(Court::Direct))],
        '诉' => &[("诉讼", Turn::Court(Court::Suit))],
        '应' => &[("应诉", Turn::Court(Court::Suit))],
        '起' => &[("起诉", Turn::Court(Court::Suit))],
        '主' => &[("主动公开", Turn::Other)],
        '政' => &[("政策解读", Turn::Other)],
        '新' => &[("新媒体", Turn::Other)],
        '行' => &[("行政许可", Turn::Other)],
        '信' => &[("信访", Turn::Other)],
        '热' => &[("热线", Turn::Other)],
        '培' => &[("培训", Turn::Other)],
        '网' => &[("网站", Turn::Other)],
        '咨' => &[("咨询", Turn::Other)],
        '留' => &[("留言", Turn::Other)],
        '建' => &[("建议", Turn::Other)],
        '提' => &[("提案", Turn::Other)],
        _ => return None,
    };
    words.iter().find(|(word, _)| rest.starts_with(word)).map(|(_, turn)| *turn)
}

/// Two courts no further apart than this, in bytes, are meant together: 复议案件、被提起行政诉讼.
const TOGETHER: usize = "复议案件、被提起行政".len();

impl Topic {
    /// The topic after these words.
    pub fn turn(&mut self, words: &str) {
        let mut review: Option<usize> = None;
        let mut after_review: Option<usize> = None;
        for (at, _) in words.char_indices() {
            let Some(turn) = words.get(at..).and_then(turn_at) else { continue };
            match turn {
                Turn::Applications => self.applications = true,
                Turn::Other => *self = Self::default(),
                Turn::Court(court @ (Court::AfterReview | Court::Direct)) => {
                    after_review = Some(at);
                    self.court = Some(court);
                }
                Turn::Court(Court::Suit) => {
                    // The 起诉 of 复议后起诉 and of 直接起诉 names no court of its own.
                    if after_review.is_some_and(|before| at - before < "复议后起诉".len()) {
                        continue;
                    }
                    let both = review.is_some_and(|review| at - review <= TOGETHER);
                    self.court = Some(if both { Court::Both } else { Court::Suit });
                }
                Turn::Court(court) => {
                    review = Some(at);
                    self.court = Some(court);
                }
            }
        }
    }
}
