//! Reading a pack: whole, or a refusal that names the place.

use std::fmt;

use super::{
    DayOfYear, ExtraHeading, LARGEST_PACK, Length, MOST_ITEMS, MOST_WORDS, PACK_ENDING, PACK_VERSION, Pack, Topic,
};
use crate::draft::Refused;
use crate::draft::json::{self, Map, Value};
use crate::draft::read::value::{join, list, object, out_of_range, take_text, text, wrong};

/// The member that tells a file of a pack from others: its version.
pub const PACK_MEMBER: &str = "nianbao_pack";

/// Why a file is not read as a pack. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRefused(Refused);

impl fmt::Display for PackRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Refused::Empty => f.write_str("这个文件是空的，里面没有内容。请检查是不是选错了文件。"),
            Refused::NotJson { line, column, .. } => {
                write!(
                    f,
                    "这个文件不是本地要求：第{line}行第{column}列不合JSON格式。请选择以 {PACK_ENDING} 结尾的文件。"
                )
            }
            Refused::Newer { version } => {
                write!(
                    f,
                    "这份本地要求由更新的版本写成（第{version}版，本页能读到第{PACK_VERSION}版）。请刷新页面，用新版打开。"
                )
            }
            // A place in the file and what may stand there are said in the same words as of a draft.
            Refused::Twice { .. } | Refused::WrongType { .. } | Refused::OutOfRange { .. } => self.0.fmt(f),
            Refused::TooLarge => f.write_str("这个文件超过256KB，不像是本地要求。请核对是否选错了文件。"),
            Refused::TooDeep => f.write_str("这个文件不是本地要求：嵌套超过64层。"),
            Refused::Foreign(_) | Refused::NotText | Refused::NotAnObject | Refused::NotADraft | Refused::Pack => {
                write!(f, "这个文件不是本地要求：缺少“{PACK_MEMBER}”一项。请选择以 {PACK_ENDING} 结尾的文件。")
            }
        }
    }
}

impl Pack {
    /// Reads the file of a pack.
    pub fn from_json(text: &str) -> Result<Self, PackRefused> {
        file(text).map_err(PackRefused)
    }

    /// The pack that a draft keeps, which was read before.
    pub(super) fn of_value(value: &Value) -> Option<Self> {
        Self::read(value.clone(), "").ok()
    }

    /// Reads a pack at a place of a file. What is not known of it is kept.
    pub(in crate::draft) fn read(value: Value, path: &str) -> Result<Self, Refused> {
        let mut members = object(value, path)?;
        let mut pack = Self {
            name: take_text(&mut members, "name", path)?,
            source: take_text(&mut members, "source", path)?,
            note: take_text(&mut members, "note", path)?,
            submit_by: day(&mut members, "submit_by", path)?,
            publish_by: day(&mut members, "publish_by", path)?,
            likeness: number(&mut members, "likeness", path, 100, "0到100的整数")?
                .and_then(|percent| u8::try_from(percent).ok()),
            lengths: items(&mut members, "lengths", path, length)?,
            topics: items(&mut members, "topics", path, topic)?,
            headings: items(&mut members, "headings", path, heading)?,
            unknown: Map::new(),
        };
        pack.unknown = members;
        Ok(pack)
    }
}

fn file(text: &str) -> Result<Pack, Refused> {
    if text.len() > LARGEST_PACK {
        return Err(Refused::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let Value::Object(mut file) = json::parse(text)? else { return Err(Refused::NotAnObject) };
    let written = file.remove(PACK_MEMBER).ok_or(Refused::NotADraft)?;
    let Value::Number(version) = &written else { return Err(wrong(PACK_MEMBER, "整数1", &written)) };
    match version.parse::<u32>() {
        Ok(PACK_VERSION) => Pack::read(Value::Object(file), ""),
        Ok(newer) if newer > PACK_VERSION => Err(Refused::Newer { version: version.clone() }),
        Ok(_) | Err(_) => Err(wrong(PACK_MEMBER, "整数1", &written)),
    }
}

/// The items of a list; none where it is not there.
fn items<T>(
    members: &mut Map,
    name: &str,
    path: &str,
    read: fn(Map, &str) -> Result<T, Refused>,
) -> Result<Vec<T>, Refused> {
    let path = join(path, name);
    let Some(value) = members.remove(name) else { return Ok(Vec::new()) };
    let items = list(value, &path)?;
    if items.len() > MOST_ITEMS {
        return Err(out_of_range(&path, &items.len(), "不超过100项的列表"));
    }
    let item = |(n, item): (usize, Value)| {
        let path = format!("{path}.{n}");
        read(object(item, &path)?, &path)
    };
    items.into_iter().enumerate().map(item).collect()
}

fn length(mut members: Map, path: &str) -> Result<Length, Refused> {
    const MOST: u32 = 1_000_000;
    const ALLOWED: &str = "1到1000000的整数";
    let part = take_text(&mut members, "part", path)?;
    let mut limit = |name: &str| number(&mut members, name, path, MOST, ALLOWED);
    let (least, most) = (limit("least")?.unwrap_or(0), limit("most")?.unwrap_or(0));
    if (least, most) == (0, 0) {
        return Err(out_of_range(&join(path, "most"), &"（没有写）", ALLOWED));
    }
    let is_due = flag(&mut members, "must", path)?.unwrap_or(true);
    Ok(Length { part, least, most, must: is_due, unknown: members })
}

fn topic(mut members: Map, path: &str) -> Result<Topic, Refused> {
    let (name, part) = (needed(&mut members, "name", path)?, take_text(&mut members, "part", path)?);
    let at = join(path, "words");
    let words = match members.remove("words") {
        Some(value) => list(value, &at)?,
        None => Vec::new(),
    };
    if words.len() > MOST_WORDS {
        return Err(out_of_range(&at, &words.len(), "不超过20个词的列表"));
    }
    let word = |(n, value): (usize, Value)| {
        let at = format!("{at}.{n}");
        text(value, &at).and_then(|word| if word.trim().is_empty() { Err(empty(&at)) } else { Ok(word) })
    };
    let words = words.into_iter().enumerate().map(word).collect::<Result<_, _>>()?;
    let count = flag(&mut members, "count", path)?.unwrap_or(false);
    let must = flag(&mut members, "must", path)?.unwrap_or(true);
    Ok(Topic { name, part, words, count, must, unknown: members })
}

fn heading(mut members: Map, path: &str) -> Result<ExtraHeading, Refused> {
    let heading = needed(&mut members, "heading", path)?;
    let must = flag(&mut members, "must", path)?.unwrap_or(true);
    Ok(ExtraHeading { heading, must, unknown: members })
}

fn empty(path: &str) -> Refused {
    out_of_range(path, &"（没有写）", "不空的文字")
}

/// A text that must be there.
fn needed(members: &mut Map, name: &str, path: &str) -> Result<String, Refused> {
    let text = take_text(members, name, path)?;
    if text.trim().is_empty() { Err(empty(&join(path, name))) } else { Ok(text) }
}

fn day(members: &mut Map, name: &str, path: &str) -> Result<Option<DayOfYear>, Refused> {
    let written = take_text(members, name, path)?;
    if written.is_empty() {
        return Ok(None);
    }
    let refused = || out_of_range(&join(path, name), &format!("“{written}”"), "每年都有的月-日，如01-20");
    DayOfYear::parse(&written).map(Some).ok_or_else(refused)
}

fn number(members: &mut Map, name: &str, path: &str, most: u32, allowed: &'static str) -> Result<Option<u32>, Refused> {
    let path = join(path, name);
    match members.remove(name) {
        None => Ok(None),
        Some(Value::Number(written)) => {
            let number = written.parse().ok().filter(|number| *number <= most);
            number.map(Some).ok_or_else(|| out_of_range(&path, &written, allowed))
        }
        Some(other) => Err(wrong(&path, "数字", &other)),
    }
}

fn flag(members: &mut Map, name: &str, path: &str) -> Result<Option<bool>, Refused> {
    match members.remove(name) {
        None => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(flag)),
        Some(other) => Err(wrong(&join(path, name), "true或false", &other)),
    }
}
