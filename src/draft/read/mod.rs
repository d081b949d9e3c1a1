//! Reading a draft: a whole draft with what was noticed, or a refusal that names the place. Never half a draft.

mod figure;
mod members;
pub(super) mod value;

use super::content::{Item, paragraphs};
use super::json::{self, Map, Value};
use super::model::{Draft, FormName, UnknownMembers};
use super::pack::PACK_MEMBER;
use super::relocate::Renumbered;
use super::{LARGEST_FILE, Refused, VERSION, migrate};
use crate::form::FormId;
use value::{date, join, list, object, out_of_range, text, texts, wrong};

/// A draft that was read, and what there is to say of the file.
#[derive(Debug)]
pub struct Opened {
    /// The draft.
    pub draft: Draft,
    /// What was taken otherwise than written, or kept without being understood: sentences for the clerk.
    pub notices: Vec<String>,
}

impl Draft {
    /// Reads a draft from JSON.
    pub fn from_json(text: &str) -> Result<Opened, Refused> {
        if text.len() > LARGEST_FILE {
            return Err(Refused::TooLarge);
        }
        if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
            return Err(Refused::Empty);
        }
        let mut reader = Reader::default();
        let plain = text.strip_prefix('\u{feff}');
        if plain.is_some() {
            reader.notices.push("文件开头有字节顺序标记，已略去。".to_owned());
        }
        let Value::Object(mut file) = json::parse(plain.unwrap_or(text))? else { return Err(Refused::NotAnObject) };
        let is_pack = file.contains_key(PACK_MEMBER);
        let version = file.remove("nianbao").ok_or(if is_pack { Refused::Pack } else { Refused::NotADraft })?;
        migrate::migrate(&mut file, known_version(&version)?);
        let mut draft = reader.draft(file)?;
        normalise(&mut draft);
        Ok(Opened { draft, notices: reader.said() })
    }
}

/// The file's version, when this program knows it.
fn known_version(version: &Value) -> Result<u32, Refused> {
    let Value::Number(written) = version else {
        return Err(wrong("nianbao", "整数", version));
    };
    match written.parse() {
        Ok(known @ 1..=VERSION) => Ok(known),
        Ok(0) => Err(out_of_range("nianbao", written, "从1起的整数")),
        _ if written.bytes().all(|b| b.is_ascii_digit()) => Err(Refused::Newer { version: written.clone() }),
        Ok(_) | Err(_) => Err(out_of_range("nianbao", written, "从1起的整数")),
    }
}

/// Gathers what there is to say of a file on the way.
#[derive(Default)]
struct Reader {
    notices: Vec<String>,
    blanks: usize,
    unknown: Vec<String>,
}

/// How many unknown names a notice lists: a file can hold a hundred thousand of them.
const NAMED: usize = 20;

impl Reader {
    /// Everything there is to say.
    fn said(mut self) -> Vec<String> {
        if self.blanks > 0 {
            self.notices.push(format!("有{}处写作null，按没有填处理。", self.blanks));
        }
        if !self.unknown.is_empty() {
            let names: Vec<String> = self.unknown.iter().take(NAMED).map(|name| format!("“{name}”")).collect();
            let all = self.unknown.len();
            let count = if all > NAMED { format!("等{all}项") } else { String::new() };
            self.notices.push(format!("有本页不认识的内容，已原样保留：{}{count}。", names.join("、")));
        }
        self.notices
    }

    /// Keeps what is left of an object, and notes its names.
    fn keep(&mut self, left: Map, path: &str) -> Map {
        self.unknown.extend(left.keys().map(|name| join(path, name)));
        left
    }

    fn draft(&mut self, mut file: Map) -> Result<Draft, Refused> {
        let year = match file.remove("year") {
            Some(value) => self.year(&value)?,
            None => return Err(out_of_range("year", &"（没有写）", "2008到2100的年份")),
        };
        let form = match value::take_text(&mut file, "form", "")? {
            name if name.is_empty() => FormName::Known(FormId::of_year(year)),
            name => name.parse().map_or(FormName::Other(name), FormName::Known),
        };
        if let FormName::Other(name) = &form {
            self.notices.push(format!("本页不认识“{name}”格式，只能查看，不能修改。"));
        }
        let mut unknown = UnknownMembers::default();
        let mut member = |name: &str| file.remove(name);
        let (id, office) = (member("id"), member("office"));
        let (title, published, opening) = (member("title"), member("published"), member("opening"));
        let (figures, history, proposals) = (member("figures"), member("history"), member("proposals"));
        let (narrative, reviewed) = (member("narrative"), member("reviewed"));
        let (settings, unread) = (member("settings"), member("unread"));
        let last_year_text = member("last_year_text");
        unknown.top = self.keep(file, "");
        let mut draft = Draft::new(id.map_or(Ok(String::new()), |v| text(v, "id"))?, year, "", "");
        draft.narrative.clear();
        draft.form = form;
        if let Some(value) = office {
            (draft.office, unknown.office) = self.office(object(value, "office")?)?;
        }
        draft.title = title.map_or(Ok(String::new()), |v| text(v, "title"))?;
        draft.published = published.map(|v| date(v, "published")).transpose()?;
        if let Some(value) = opening {
            draft.opening = texts(value, "opening")?;
        }
        if let Some(value) = figures {
            (draft.figures, unknown.figures) = self.figures(object(value, "figures")?)?;
        }
        if let Some(value) = history {
            (draft.history, unknown.history) = self.history(object(value, "history")?)?;
        }
        if let Some(value) = proposals {
            let items = list(value, "proposals")?.into_iter().enumerate();
            draft.proposals = items.map(|(n, v)| self.proposal(v, n)).collect::<Result<_, _>>()?;
        }
        if let Some(value) = narrative {
            let parts = list(value, "narrative")?.into_iter().enumerate();
            draft.narrative = parts.map(|(n, v)| self.part(v, n)).collect::<Result<_, _>>()?;
        }
        if let Some(value) = reviewed {
            let items = list(value, "reviewed")?.into_iter().enumerate();
            draft.reviewed = items.map(|(n, v)| self.review(v, n)).collect::<Result<_, _>>()?;
        }
        if let Some(value) = settings {
            (draft.settings, unknown.settings) = self.settings(object(value, "settings")?)?;
        }
        if let Some(value) = unread {
            self.unread(object(value, "unread")?, &mut draft, &mut unknown)?;
        }
        if let Some(value) = last_year_text {
            draft.last_year_text = self.last_year_text(object(value, "last_year_text")?)?;
        }
        draft.unknown = unknown;
        Ok(draft)
    }
}

/// Makes each line a paragraph of its own and leaves empty ones out; what names places moves along, once for all of them.
fn normalise(draft: &mut Draft) {
    let is_one = |text: &str| !text.is_empty() && !text.contains('\n') && !text.ends_with('\r');
    if !draft.opening.iter().all(|text| is_one(text)) {
        let (lists, counts) = one_a_line(std::mem::take(&mut draft.opening), |text| paragraphs(&text).collect());
        draft.opening = lists;
        draft.renumber(&Renumbered::Opening(counts));
    }
    for n in 0..draft.narrative.len() {
        let Some(part) = draft.narrative.get_mut(n) else { continue };
        if part.body.iter().filter_map(Item::paragraph).all(is_one) {
            continue;
        }
        let (lists, counts) = one_a_line(std::mem::take(&mut part.body), Item::one_a_line);
        part.body = lists;
        draft.renumber(&Renumbered::Body(n, counts));
    }
}

/// A list whose items each become so many, and how many these are.
fn one_a_line<T>(items: Vec<T>, lines: impl Fn(T) -> Vec<T>) -> (Vec<T>, Vec<usize>) {
    let (mut all, mut counts) = (Vec::new(), Vec::new());
    for item in items {
        let mut lines = lines(item);
        counts.push(lines.len());
        all.append(&mut lines);
    }
    (all, counts)
}
