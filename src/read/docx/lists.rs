//! The numbers that Word puts before paragraphs, counted as Word counts them. Source: ISO/IEC 29500-1, 17.9.

use std::collections::HashMap;

use super::styles::{ListPlace, Styles};
use crate::read::number_form::NumberForm;
use crate::read::xml::Element;

/// The levels of a list.
const LEVELS: usize = 9;
/// The longest pattern of a number, in characters. Word takes no more than 31.
const LONGEST_PATTERN: usize = 64;
/// The largest number at which a list starts.
const LARGEST_START: usize = 32_767;

/// The lists of a document, and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The definitions (w:abstractNum), which several lists may share, and then they count on.
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
}

#[derive(Debug, Default)]
struct Definition {
    levels: [Option<Level>; LEVELS],
    /// The style whose list has the levels.
    link: Option<String>,
    counted: [Option<u32>; LEVELS],
}

#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: [Option<u32>; LEVELS],
    /// Levels that replace those of the definition.
    levels: [Option<Level>; LEVELS],
    /// Where the list has begun with its own start.
    is_begun: [bool; LEVELS],
}

#[derive(Clone, Debug)]
struct Level {
    /// How its number is written; nothing for a bullet.
    form: Option<NumberForm>,
    /// %1 is the number of the first level.
    pattern: String,
    start: u32,
    /// It starts anew after so many of the upper levels; 0 is never.
    restart: usize,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
    /// All numbers in 1 2 3.
    is_plain: bool,
}

impl Lists {
    /// Reads the root of the part of the lists.
    pub(super) fn read(root: Option<Element<'_>>, styles: &Styles) -> Self {
        let mut lists = Self::default();
        for element in root.into_iter().flat_map(Element::elements) {
            match element.name() {
                ("w", "abstractNum" | "listDef") => {
                    let mut definition = Definition::default();
                    let link = element.child("w", "numStyleLink").and_then(|link| link.attribute("val"));
                    definition.link = link.map(std::borrow::Cow::into_owned);
                    for level in element.elements().filter(|level| level.name() == ("w", "lvl")) {
                        place(&mut definition.levels, level, |at| Some(Level::read(level, at)));
                    }
                    lists.definitions.insert(id(element, &["abstractNumId", "listDefId"]), definition);
                }
                ("w", "num" | "list") => {
                    let definition = element.child("w", "abstractNumId").or_else(|| element.child("w", "ilst"));
                    let definition = definition.map(|own| id(own, &["val"]));
                    let mut list = List { definition: definition.unwrap_or_default(), ..List::default() };
                    for change in element.elements().filter(|change| change.name() == ("w", "lvlOverride")) {
                        let start = change.child("w", "startOverride").and_then(start_of);
                        place(&mut list.starts, change, |_| start);
                        if let Some(level) = change.child("w", "lvl") {
                            place(&mut list.levels, change, |at| Some(Level::read(level, at)));
                        }
                    }
                    lists.lists.insert(id(element, &["numId", "ilfo"]), list);
                }
                _ => {}
            }
        }
        lists.follow_links(styles);
        lists
    }

    /// A definition may only name a style, whose list has the definition that is meant.
    fn follow_links(&mut self, styles: &Styles) {
        let targets: HashMap<String, String> = self
            .definitions
            .iter()
            .filter_map(|(id, definition)| {
                let place = styles.list_place(Some(definition.link.as_deref()?));
                let target = &self.lists.get(&place.list?)?.definition;
                (target != id).then(|| (id.clone(), target.clone()))
            })
            .collect();
        for list in self.lists.values_mut() {
            if let Some(target) = targets.get(&list.definition) {
                list.definition.clone_from(target);
            }
        }
    }

    /// Counts a paragraph: what stands before its text; nothing where it is in no list, or has a bullet.
    pub(super) fn number(&mut self, own: ListPlace, style: Option<&str>, styles: &Styles) -> Option<String> {
        let of_style = styles.list_place(style);
        let is_own = own.list.is_some();
        let id = own.list.or(of_style.list)?;
        let list = self.lists.get_mut(&id)?;
        let definition = self.definitions.get_mut(&list.definition)?;
        let level = own.level.or_else(|| {
            // A style is of the level that names it; a list that the paragraph itself names begins at its first level.
            let linked = || styles.ids(style).into_iter().find_map(|id| definition.level_of_style(id));
            if is_own { Some(0) } else { linked().or(of_style.level) }
        });
        let level = level.unwrap_or(0).min(LEVELS - 1);
        list.count(definition, level)
    }
}

impl Definition {
    fn level_of_style(&self, style: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.as_ref().is_some_and(|level| level.style.as_deref() == Some(style)))
    }
}

impl List {
    fn level<'l>(&'l self, definition: &'l Definition, at: usize) -> Option<&'l Level> {
        let own = self.levels.get(at).and_then(Option::as_ref);
        own.or_else(|| definition.levels.get(at).and_then(Option::as_ref))
    }

    fn start(&self, definition: &Definition, at: usize) -> u32 {
        let own = self.starts.get(at).copied().flatten();
        own.or_else(|| self.level(definition, at).map(|level| level.start)).unwrap_or(1)
    }

    fn count(&mut self, definition: &mut Definition, at: usize) -> Option<String> {
        let (start, has_start) = (self.start(definition, at), self.starts.get(at).is_some_and(Option::is_some));
        let is_begun = self.is_begun.get_mut(at)?;
        let begins = has_start && !*is_begun;
        *is_begun = true;
        let counted = definition.counted.get_mut(at)?;
        *counted = Some(counted.filter(|_| !begins).map_or(start, |number| number.saturating_add(1)));
        for below in at + 1..LEVELS {
            if self.level(definition, below).is_none_or(|level| level.restart > at)
                && let Some(counted) = definition.counted.get_mut(below)
            {
                *counted = None;
            }
        }
        let level = self.level(definition, at)?;
        level.form?;
        let mut written = String::new();
        let mut signs = level.pattern.chars().peekable();
        while let Some(sign) = signs.next() {
            let named = signs.peek().and_then(|sign| sign.to_digit(10)).filter(|digit| sign == '%' && *digit > 0);
            let Some(other) = named.and_then(|digit| usize::try_from(digit - 1).ok()) else {
                written.push(sign);
                continue;
            };
            signs.next();
            let form = self.level(definition, other).and_then(|level| level.form).unwrap_or(NumberForm::None);
            let form = if level.is_plain { NumberForm::Decimal } else { form };
            let number = definition.counted.get(other).copied().flatten();
            written.push_str(&form.write(number.unwrap_or_else(|| self.start(definition, other))));
        }
        Some(written)
    }
}

impl Level {
    fn read(level: Element<'_>, at: usize) -> Self {
        let value = |name: &str| level.child("w", name).and_then(|element| element.attribute("val"));
        let pattern = value("lvlText").unwrap_or_default().chars().take(LONGEST_PATTERN).collect();
        // Newer kinds of numbers stand beside what older programs take in their place.
        let kind = level.child("w", "numFmt").or_else(|| {
            let choice = level.child("mc", "AlternateContent")?;
            choice.elements().find_map(|branch| branch.child("w", "numFmt"))
        });
        let code = level.child("w", "nfc").and_then(|code| code.number("val")).unwrap_or(0);
        Self {
            form: kind.map_or_else(|| NumberForm::of_code(code), form),
            pattern,
            start: level.child("w", "start").and_then(start_of).unwrap_or(0),
            restart: level.child("w", "lvlRestart").and_then(|restart| restart.number("val")).unwrap_or(at),
            style: value("pStyle").map(std::borrow::Cow::into_owned),
            is_plain: level.child("w", "isLgl").is_some_and(super::is_set),
        }
    }
}

/// How the numbers of a level are written; nothing for a bullet.
fn form(kind: Element<'_>) -> Option<NumberForm> {
    Some(match kind.attribute("val").as_deref().unwrap_or_default() {
        "bullet" => return None,
        "none" => NumberForm::None,
        "decimalZero" => NumberForm::Padded(2),
        "custom" => {
            NumberForm::Padded(kind.attribute("format").map_or(1, |signs| signs.split(',').next().map_or(1, str::len)))
        }
        "decimalFullWidth" | "decimalFullWidth2" => NumberForm::FullWidth,
        "numberInDash" => NumberForm::Dashed,
        "chineseCounting" | "chineseCountingThousand" | "taiwaneseCounting" | "taiwaneseCountingThousand" => {
            NumberForm::Chinese
        }
        "japaneseCounting" => NumberForm::Japanese,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => NumberForm::ChineseDigits,
        "chineseLegalSimplified" => NumberForm::Legal,
        "ideographLegalTraditional" | "japaneseLegal" => NumberForm::LegalTraditional,
        "ideographTraditional" => NumberForm::Stems,
        "ideographZodiac" => NumberForm::Branches,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => NumberForm::Circled,
        "decimalEnclosedFullstop" => NumberForm::Stopped,
        "decimalEnclosedParen" => NumberForm::Bracketed,
        "ideographEnclosedCircle" => NumberForm::ChineseCircled,
        "lowerLetter" => NumberForm::Lower,
        "upperLetter" => NumberForm::Upper,
        "lowerRoman" => NumberForm::LowerRoman,
        "upperRoman" => NumberForm::UpperRoman,
        _ => NumberForm::Decimal,
    })
}

/// The id in the first of these attributes that is there; Word 2003 has other names than later ones.
fn id(element: Element<'_>, attributes: &[&str]) -> String {
    let found = attributes.iter().find_map(|attribute| element.attribute(attribute));
    found.unwrap_or_default().trim().to_owned()
}

fn start_of(element: Element<'_>) -> Option<u32> {
    u32::try_from(element.number("val")?.min(LARGEST_START)).ok()
}

/// Puts what an element says of a level in its place.
fn place<T>(levels: &mut [Option<T>; LEVELS], element: Element<'_>, value: impl FnOnce(usize) -> Option<T>) {
    let at = element.number("ilvl").unwrap_or(0);
    if let Some(level) = levels.get_mut(at) {
        *level = value(at);
    }
}
