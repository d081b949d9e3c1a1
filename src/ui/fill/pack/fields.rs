//! What stands in the fields of the editor, and the pack that it means.

use crate::draft::{DayOfYear, ExtraHeading, Length, MOST_WORDS, Pack, Topic};
use crate::value::half_width;

/// The fields, as typed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Fields {
    /// What is taken as it is typed.
    pub pack: Pack,
    /// 上报截止.
    pub submit_by: String,
    /// 公布截止.
    pub publish_by: String,
    /// 重复率上限.
    pub likeness: String,
    /// Parts with their least and greatest length.
    pub lengths: Vec<(Length, [String; 2])>,
    /// Topics with the words they are known by.
    pub topics: Vec<(Topic, String)>,
    /// Headings.
    pub headings: Vec<ExtraHeading>,
}

/// What cannot be taken.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the field.
    pub field: String,
    /// What to do.
    pub words: &'static str,
}

/// Parts the words of a topic.
const BETWEEN: [char; 6] = ['、', '，', ',', '；', ';', '\n'];

impl Fields {
    /// The fields of a pack.
    pub fn of(pack: Pack) -> Self {
        let day = |day: Option<DayOfYear>| day.map(DayOfYear::words).unwrap_or_default();
        let limit = |limit: u32| if limit == 0 { String::new() } else { limit.to_string() };
        Self {
            submit_by: day(pack.submit_by),
            publish_by: day(pack.publish_by),
            likeness: pack.likeness.map(|percent| percent.to_string()).unwrap_or_default(),
            lengths: pack.lengths.iter().map(|l| (l.clone(), [limit(l.least), limit(l.most)])).collect(),
            topics: pack.topics.iter().map(|topic| (topic.clone(), topic.words.join("、"))).collect(),
            headings: pack.headings.clone(),
            pack,
        }
    }

    /// The pack that they mean. A row in which nothing is typed is left out.
    pub fn read(&self) -> Result<Pack, Wrong> {
        let mut pack = self.pack.clone();
        if pack.name.trim().is_empty() {
            return Err(wrong("name", "请写名称，如“某市2025年度要求”。"));
        }
        (pack.submit_by, pack.publish_by) = (day(&self.submit_by, "submit_by")?, day(&self.publish_by, "publish_by")?);
        let likeness = number(&self.likeness, "likeness", 100, "重复率上限填0到100的整数，没有规定的不填。")?;
        pack.likeness = likeness.and_then(|percent| u8::try_from(percent).ok());
        pack.lengths = Vec::new();
        for (n, (length, [least, most])) in self.lengths.iter().enumerate() {
            let limit = |typed: &str, name: &str| {
                let field = format!("lengths.{n}.{name}");
                number(typed, &field, 1_000_000, "字数填1到1000000的整数。").map(|limit| limit.unwrap_or(0))
            };
            let (least, most) = (limit(least, "least")?, limit(most, "most")?);
            if (least, most) == (0, 0) {
                continue;
            }
            if most > 0 && least > most {
                return Err(wrong(format!("lengths.{n}.least"), "至少的字数比至多的还多，请改一个。"));
            }
            let mut length = length.clone();
            (length.least, length.most) = (least, most);
            pack.lengths.push(length);
        }
        pack.topics = Vec::new();
        for (n, (topic, words)) in self.topics.iter().enumerate() {
            let words: Vec<String> =
                words.split(BETWEEN).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            if words.len() > MOST_WORDS {
                return Err(wrong(format!("topics.{n}.words"), "一个事项最多写20个词。"));
            }
            match (topic.name.trim(), words.is_empty()) {
                ("", true) => {}
                ("", false) => return Err(wrong(format!("topics.{n}.name"), "请写事项的名称，如“政策解读”。")),
                (name, _) => {
                    let mut topic = topic.clone();
                    (topic.name, topic.words) = (name.to_owned(), words);
                    pack.topics.push(topic);
                }
            }
        }
        pack.headings = self.headings.iter().filter(|heading| !heading.heading.trim().is_empty()).cloned().collect();
        Ok(pack)
    }
}

fn wrong(field: impl Into<String>, words: &'static str) -> Wrong {
    Wrong { field: field.into(), words }
}

/// A day as it is typed: 1月20日, 01-20, 1.20.
fn day(typed: &str, field: &str) -> Result<Option<DayOfYear>, Wrong> {
    let plain = half_width(typed);
    let plain = plain.trim().trim_end_matches('前').trim_end_matches(['日', '号']);
    if plain.is_empty() {
        return Ok(None);
    }
    let parts = plain.split_once(['月', '-', '.', '/']);
    let day = parts.and_then(|(month, day)| DayOfYear::new(month.trim().parse().ok()?, day.trim().parse().ok()?));
    day.map(Some).ok_or_else(|| wrong(field, "日期写成月和日，如“1月20日”。"))
}

/// A number up to a limit; nothing where nothing is typed.
fn number(typed: &str, field: &str, most: u32, words: &'static str) -> Result<Option<u32>, Wrong> {
    let plain = half_width(typed);
    match plain.trim().trim_end_matches(['%', '字']) {
        "" => Ok(None),
        digits => digits.parse().ok().filter(|number| *number <= most).map(Some).ok_or_else(|| wrong(field, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::known_packs;

    #[test]
    fn what_is_not_changed_is_the_same_pack() {
        for pack in known_packs() {
            assert_eq!(Fields::of(pack.clone()).read().as_ref(), Ok(pack));
        }
    }

    #[test]
    fn what_is_typed_is_read_as_a_person_writes_it() {
        let mut fields = Fields::default();
        assert_eq!(fields.read(), Err(wrong("name", "请写名称，如“某市2025年度要求”。")));
        fields.pack.name = "某市".to_owned();
        (fields.submit_by, fields.publish_by) = ("１月20日前".to_owned(), "1-31".to_owned());
        fields.likeness = "５０％".to_owned();
        fields.lengths.push((Length::default(), [String::new(), "1000字".to_owned()]));
        fields.lengths.push((Length::default(), Default::default()));
        fields.topics.push((Topic::default(), "解读、 图解，".to_owned()));
        fields.topics[0].0.name = " 政策解读 ".to_owned();
        fields.topics.push(Default::default());
        fields.headings.push(ExtraHeading::default());
        let pack = fields.read().expect("a pack");
        assert_eq!(pack.lines().len(), 5);
        assert_eq!(pack.topics[0].words, ["解读", "图解"]);
        assert_eq!((pack.submit_by, pack.publish_by), (DayOfYear::new(1, 20), DayOfYear::new(1, 31)));
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_field() {
        let named = |change: fn(&mut Fields)| {
            let mut fields = Fields::default();
            fields.pack.name = "某市".to_owned();
            change(&mut fields);
            fields.read().map(|pack| pack.name).unwrap_err().field
        };
        assert_eq!(named(|f| f.submit_by = "二月三十".to_owned()), "submit_by");
        assert_eq!(named(|f| f.publish_by = "2月30日".to_owned()), "publish_by");
        assert_eq!(named(|f| f.likeness = "一半".to_owned()), "likeness");
        assert_eq!(named(|f| f.lengths.push((Length::default(), ["x".to_owned(), String::new()]))), "lengths.0.least");
        assert_eq!(named(|f| f.lengths.push((Length::default(), ["9".to_owned(), "8".to_owned()]))), "lengths.0.least");
        assert_eq!(named(|f| f.topics.push((Topic::default(), "解读".to_owned()))), "topics.0.name");
        assert_eq!(named(|f| f.topics.push((Topic::default(), "词、".repeat(21)))), "topics.0.words");
    }
}
