//! The numbers that stand before the items of lists and before headings. Source: ODF 1.3 part 3, 5.3, 16.31 and 19.880.

use std::collections::HashMap;

use crate::read::number_form::NumberForm;
use crate::read::xml::Element;

/// The levels of a list.
const LEVELS: usize = 10;
/// The longest text around a number, in characters.
const LONGEST_PATTERN: usize = 64;
/// The largest number at which a list starts.
const LARGEST_START: usize = 32_767;

/// How far the levels of a list are counted.
type Counts = [Option<u32>; LEVELS];

/// The list styles of a document, and how far its lists are counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: HashMap<String, [Option<Level>; LEVELS]>,
    outline: [Option<Level>; LEVELS],
    outline_counts: Counts,
    counts: Vec<Counts>,
    /// Which counts a list has, by its id.
    by_id: HashMap<String, usize>,
    /// Which counts the last list of a style has.
    by_style: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Level {
    form: NumberForm,
    /// What is written, with %1% for the number of the first level.
    pattern: String,
    start: u32,
    is_bullet: bool,
}

/// A list that is being read, or one within it.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenList {
    /// The name of its style; nothing where its paragraphs name one.
    pub style: Option<String>,
    /// Which counts it has.
    counts: usize,
    /// Its level, from 0.
    pub level: usize,
}

impl Lists {
    /// Reads the list styles; where two have one name, the first counts.
    pub(super) fn read(elements: &[Element<'_>]) -> Self {
        let mut lists = Self::default();
        for style in elements {
            match style.name() {
                ("text", "list-style") => {
                    let name = style.attribute("name").unwrap_or_default().into_owned();
                    lists.styles.entry(name).or_insert_with(|| levels(*style));
                }
                ("text", "outline-style") => lists.outline = levels(*style),
                _ => {}
            }
        }
        lists
    }

    /// Begins a list: a new one, one that goes on from another, or one within a list.
    pub(super) fn open(&mut self, list: Element<'_>, outer: Option<&OpenList>) -> OpenList {
        let style = list.attribute("style-name").map(std::borrow::Cow::into_owned);
        if let Some(outer) = outer {
            let style = style.or_else(|| outer.style.clone());
            return OpenList { style, counts: outer.counts, level: outer.level + 1 };
        }
        let id = list.attribute("id").map(std::borrow::Cow::into_owned);
        let before = list.attribute("continue-list").and_then(|id| self.by_id.get(&*id).copied());
        let goes_on = list.attribute("continue-numbering").as_deref() == Some("true");
        let key = style.clone().unwrap_or_default();
        let before = before.or_else(|| self.by_style.get(&key).copied().filter(|_| goes_on));
        let counts = before.unwrap_or_else(|| {
            self.counts.push(Counts::default());
            self.counts.len() - 1
        });
        self.by_style.insert(key, counts);
        if let Some(id) = id {
            self.by_id.insert(id, counts);
        }
        OpenList { style, counts, level: 0 }
    }

    /// Counts an item of a list: what stands before its text.
    pub(super) fn number(&mut self, list: &OpenList, style: Option<&str>, start: Option<usize>) -> Option<String> {
        let levels = self.styles.get(list.style.as_deref().or(style)?)?;
        count(levels, self.counts.get_mut(list.counts)?, list.level, start)
    }

    /// Counts a heading of a level from 0: what stands before its text.
    pub(super) fn heading_number(&mut self, level: usize, start: Option<usize>) -> Option<String> {
        count(&self.outline, &mut self.outline_counts, level, start)
    }
}

fn count(levels: &[Option<Level>; LEVELS], counts: &mut Counts, at: usize, start: Option<usize>) -> Option<String> {
    let level = levels.get(at)?.as_ref()?;
    let counted = counts.get_mut(at)?;
    let start = start.and_then(|start| u32::try_from(start.min(LARGEST_START)).ok());
    let next = || counted.map_or(level.start, |number| number.saturating_add(1));
    *counted = Some(start.unwrap_or_else(next));
    counts.iter_mut().skip(at + 1).for_each(|below| *below = None);
    if level.is_bullet {
        return None;
    }
    let mut written = String::new();
    for (place, part) in level.pattern.split('%').enumerate() {
        // Every second part is the number of a level.
        let Some(other) = part.parse::<usize>().ok().and_then(|other| other.checked_sub(1)).filter(|_| place % 2 == 1)
        else {
            written.push_str(part);
            continue;
        };
        if let Some(level) = levels.get(other).and_then(Option::as_ref).filter(|level| !level.is_bullet) {
            written.push_str(&level.form.write(counts.get(other).copied().flatten().unwrap_or(level.start)));
        }
    }
    Some(written)
}

fn levels(style: Element<'_>) -> [Option<Level>; LEVELS] {
    let mut levels = <[Option<Level>; LEVELS]>::default();
    for element in style.elements() {
        let at = element.number("level").and_then(|level| level.checked_sub(1)).unwrap_or(LEVELS);
        let forms: Vec<NumberForm> =
            levels.iter().map(|level| level.as_ref().map_or(NumberForm::None, |level| level.form)).collect();
        if let Some(level) = levels.get_mut(at) {
            *level = Level::read(element, at, &forms);
        }
    }
    levels
}

impl Level {
    fn read(element: Element<'_>, at: usize, above: &[NumberForm]) -> Option<Self> {
        let is_bullet = match element.name() {
            ("text", "list-level-style-number" | "outline-level-style") => false,
            ("text", "list-level-style-bullet" | "list-level-style-image") => true,
            _ => return None,
        };
        let text = |name: &str| -> String {
            element.attribute(name).unwrap_or_default().chars().take(LONGEST_PATTERN).collect()
        };
        let form = form(&text("num-format"));
        let shown = element.number("display-levels").unwrap_or(1).clamp(1, at + 1);
        // What LibreOffice writes beside is more exact than what the standard has.
        let pattern = Some(text("num-list-format")).filter(|pattern| !pattern.is_empty()).unwrap_or_else(|| {
            let is_shown =
                |level: &usize| *level == at || above.get(*level).is_some_and(|form| *form != NumberForm::None);
            let numbers: Vec<String> =
                (at + 1 - shown..=at).filter(is_shown).map(|level| format!("%{}%", level + 1)).collect();
            // A sign of per cent around a number is not a number.
            let plain = |name: &str| text(name).replace('%', "％");
            plain("num-prefix") + &numbers.join(".") + &plain("num-suffix")
        });
        let start = element.number("start-value").unwrap_or(1).min(LARGEST_START);
        Some(Self { form, pattern, start: u32::try_from(start).unwrap_or(1), is_bullet })
    }
}

/// How numbers are written. Chinese ones are given by how they begin: 一, 二, 三, ... (ODF 1.3 part 3, 19.500).
fn form(format: &str) -> NumberForm {
    let mut signs = format.split(',').map(str::trim);
    match (signs.next().unwrap_or_default(), signs.next().unwrap_or_default()) {
        ("", _) => NumberForm::None,
        ("a", _) => NumberForm::Lower,
        ("A", _) => NumberForm::Upper,
        ("i", _) => NumberForm::LowerRoman,
        ("I", _) => NumberForm::UpperRoman,
        ("１", _) => NumberForm::FullWidth,
        ("①", _) => NumberForm::Circled,
        ("一", _) => NumberForm::Chinese,
        ("壹", "貳") => NumberForm::LegalTraditional,
        ("壹" | "壱", _) => NumberForm::Legal,
        ("甲", _) => NumberForm::Stems,
        ("子", _) => NumberForm::Branches,
        (sign, _) if sign.starts_with('0') => NumberForm::Padded(sign.len()),
        _ => NumberForm::Decimal,
    }
}
