//! Full names of offices like the office's own in other places, which a text taken over from one of them still has.

use std::ops::Range;

use super::office_name::{is_han, split_levels};
use crate::facts::Passage;
use crate::text::{has_any, near};

/// How far a name and the words around it may reach, in bytes.
const REACH: usize = 90;

/// Words of a clause in which another office has its place: 赴白河县应急管理局学习.
const MET: [&str; 26] = [
    "赴",
    "学习",
    "与",
    "会同",
    "联合",
    "交流",
    "借鉴",
    "参照",
    "抄送",
    "对口",
    "协作",
    "移送",
    "转办",
    "转交",
    "原",
    "更名",
    "撤销",
    "评查",
    "通报",
    "案例",
    "来函",
    "被告",
    "第三人",
    "告知",
    "向",
    "由",
];

/// The parts of a name between which another name of the same build differs: 白河县 before 应急管理局, 滨江 before 街道办事处.
struct Frame<'a> {
    before: &'a str,
    own: &'a str,
    after: &'a str,
}

impl<'a> Frame<'a> {
    fn of(own: &'a str) -> Option<Self> {
        let (levels, core) = split_levels(own);
        for after in ["镇人民政府", "乡人民政府", "街道办事处", "分局"] {
            let Some(rest) = core.strip_suffix(after) else { continue };
            // 生态环境局云岭分局: the name stands behind the office above.
            let from = rest.rfind('局').map_or(0, |at| at + '局'.len_utf8());
            let own = rest.get(from..).filter(|own| (2..=4).contains(&own.chars().count()))?;
            return Some(Self { before: rest.get(..from)?, own, after });
        }
        if let Some(place) = core.strip_suffix("人民政府").filter(|_| levels.is_empty()) {
            let level = place.chars().last().filter(|level| "县区市旗".contains(*level))?;
            let own = place.strip_suffix(level)?;
            return Some(Self { before: "", own, after: core.get(own.len()..)? });
        }
        let level = levels.chars().last()?;
        let above = levels.strip_suffix(level)?;
        let from = above
            .rfind(['省', '市', '州', '盟'])
            .map_or(0, |at| above.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8()));
        let own_name = above.get(from..).filter(|name| (2..=4).contains(&name.chars().count()))?;
        let is_long = core.chars().count() >= 3;
        is_long.then_some(Self { before: "", own: own_name, after: own.get(levels.len() - level.len_utf8()..)? })
    }
}

/// The full names in a passage of offices that are like the office's own but for their place or name.
pub(super) fn elsewhere(passage: &Passage, own: &str) -> Vec<Range<usize>> {
    let text = passage.text();
    let Some(frame) = Frame::of(own) else { return Vec::new() };
    let found = text.match_indices(frame.after).filter_map(|(at, after)| {
        let window = near(text, &(0..at), at, REACH);
        let before = text.get(window)?;
        let run = before.rsplit(|c| !is_han(c)).next()?;
        let run = if frame.before.is_empty() { run } else { run.rsplit_once(frame.before)?.1 };
        let letters: Vec<(usize, char)> = run.char_indices().collect();
        let length = frame.own.chars().count();
        let from = letters.len().checked_sub(length).and_then(|index| letters.get(index)).map(|(from, _)| *from)?;
        let name = run.get(from..)?;
        if run.ends_with(frame.own) || !is_proper(name) || !frame.before.is_empty() && from > 0 {
            return None;
        }
        let end = at + after.len();
        let clause = passage.reading.clause_before(at);
        let led = clause.strip_suffix(run).unwrap_or(clause);
        let behind = text.get(end..)?;
        let is_met =
            has_any(led, &MET) || MET.iter().any(|word| run.get(..from).is_some_and(|led| led.ends_with(word)));
        let goes_on = behind.starts_with(['、', '和', '与', '及', '等', '来', '”'])
            || ["交流", "学习", "调研"].iter().any(|word| behind.starts_with(word));
        (!is_met && !goes_on).then_some(at - name.len() - frame.before.len()..end)
    });
    found.collect()
}

/// Whether letters can be the name of a place: none of them joins or tells of several.
fn is_proper(name: &str) -> bool {
    !name.contains(|c: char| "各全本我该辖属等个的省市县区镇乡道州旗年度和与及由在对向，、开布了被其市上下级公基层经据登陆交办导为到请将把从让编制订印发按照依统监督报送示以指部委".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Place;

    #[track_caller]
    fn names(own: &str, text: &str, expected: &[&str]) {
        let passage = Passage::new(Place::Title, text);
        let found: Vec<&str> = elsewhere(&passage, own).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn like_offices_in_other_places() {
        names("青禾县应急管理局", "充实了白河县应急管理局政务公开工作领导小组。", &["白河县应急管理局"]);
        names("临江市青禾县应急管理局", "可在白河县应急管理局网站下载。", &["白河县应急管理局"]);
        names("望川县人民政府", "2023年，白河县人民政府公开信息1638条。", &["白河县人民政府"]);
        names("临江市兴隆街道办事处", "临江市滨江街道办事处公开3条。", &["滨江街道办事处"]);
        names("南屏市生态环境局云岭分局", "南屏市生态环境局清源分局公开3条。", &["生态环境局清源分局"]);
    }

    #[test]
    fn others_that_have_their_place() {
        for (own, text) in [
            ("青禾县应急管理局", "青禾县应急管理局公开3条，临江市应急管理局和省应急管理局印发通知。"),
            ("青禾县应急管理局", "赴白河县应急管理局学习，会同白河县应急管理局检查。"),
            ("临江市兴隆街道办事处", "各街道办事处、乡镇街道办事处和滨江街道办事处、兴隆街道办事处。"),
            ("望川县人民政府", "望川县人民政府公开3条。"),
            ("某镇", "白河县人民政府。"),
        ] {
            let found = elsewhere(&Passage::new(Place::Title, text), own);
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}
