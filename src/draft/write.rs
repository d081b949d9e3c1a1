//! The draft as canonical JSON: one order, one item a line, so that equal drafts are the same bytes.
//!
//! What is empty is not written. Unknown members follow the known ones of their object, sorted.

use std::borrow::Cow;

use super::content::{Embed, Embedded, Item, Part, Proposal, Review};
use super::json::{Value, quote};
use super::last_year::LastYearText;
use super::model::{Draft, Unknown};
use super::{OfficeField, Place, SettingName, SettingValue, VERSION};
use crate::form::Key;
use crate::value::{Figure, stable_sort_by};

/// A JSON value whose members keep their order.
pub(super) enum Node<'a> {
    Text(Cow<'a, str>),
    Number(String),
    Flag(bool),
    Nothing,
    List(Vec<Node<'a>>),
    Object(Object<'a>),
}

/// An object in the making: what is empty is not put in.
#[derive(Default)]
pub(super) struct Object<'a>(Vec<(Cow<'a, str>, Node<'a>)>);

impl<'a> Object<'a> {
    pub(super) fn put(mut self, name: impl Into<Cow<'a, str>>, node: Node<'a>) -> Self {
        let empty = match &node {
            Node::Text(text) => text.is_empty(),
            Node::List(list) => list.is_empty(),
            Node::Object(object) => object.0.is_empty(),
            Node::Number(_) | Node::Flag(_) | Node::Nothing => false,
        };
        if !empty {
            self.0.push((name.into(), node));
        }
        self
    }

    pub(super) fn put_all(self, members: impl IntoIterator<Item = (Cow<'a, str>, Node<'a>)>) -> Self {
        members.into_iter().fold(self, |object, (name, node)| object.put(name, node))
    }

    /// Adds what this version does not know, as it was.
    pub(super) fn unknown(mut self, unknown: &'a Unknown) -> Node<'a> {
        self.0.extend(sorted(unknown));
        Node::Object(self)
    }
}

impl Node<'_> {
    /// The value as a file, with a newline at the end.
    pub(super) fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json, 0);
        json.push('\n');
        json
    }

    /// Writes the value, which stands so deep in others.
    fn write(&self, json: &mut String, depth: usize) {
        match self {
            Self::Text(text) => quote(text, json),
            Self::Number(number) => json.push_str(number),
            Self::Flag(flag) => json.push_str(if *flag { "true" } else { "false" }),
            Self::Nothing => json.push_str("null"),
            Self::List(list) => {
                let items = list.iter().map(|node| (None, node));
                write_all(json, depth, ['[', ']'], items);
            }
            Self::Object(object) => {
                let members = object.0.iter().map(|(name, node)| (Some(&**name), node));
                write_all(json, depth, ['{', '}'], members);
            }
        }
    }
}

/// Writes what stands in a list or an object, one a line.
fn write_all<'a>(
    json: &mut String,
    depth: usize,
    [begin, end]: [char; 2],
    nodes: impl Iterator<Item = (Option<&'a str>, &'a Node<'a>)>,
) {
    let line = |json: &mut String, depth: usize| {
        json.push('\n');
        (0..depth).for_each(|_| json.push_str("  "));
    };
    json.push(begin);
    let mut empty = true;
    for (name, node) in nodes {
        if !std::mem::replace(&mut empty, false) {
            json.push(',');
        }
        line(json, depth + 1);
        if let Some(name) = name {
            quote(name, json);
            json.push_str(": ");
        }
        node.write(json, depth + 1);
    }
    if !empty {
        line(json, depth);
    }
    json.push(end);
}

/// A value that this version does not know, as it was read, with the members of its objects sorted.
fn kept(value: &Value) -> Node<'_> {
    match value {
        Value::Null => Node::Nothing,
        Value::Bool(flag) => Node::Flag(*flag),
        Value::Number(number) => Node::Number(number.clone()),
        Value::String(words) => text(words),
        Value::Array(list) => Node::List(list.iter().map(kept).collect()),
        Value::Object(members) => Node::Object(Object(sorted(members).collect())),
    }
}

fn sorted(members: &Unknown) -> impl Iterator<Item = (Cow<'_, str>, Node<'_>)> {
    // A map is in the order of its names.
    members.iter().map(|(name, value)| (name.as_str().into(), kept(value)))
}

pub(super) fn text(text: &str) -> Node<'_> {
    Node::Text(text.into())
}

fn figure<'a>(figure: Figure) -> Node<'a> {
    match figure {
        Figure::Count(count) => Node::Number(count.get().to_string()),
        Figure::Change(change) => Node::Number(change.get().to_string()),
        // Money is a text, so that no reader takes it through binary floating point.
        Figure::Money(amount) => Node::Text(amount.get().to_string().into()),
    }
}

impl Draft {
    /// The draft as canonical JSON, with a newline at the end.
    pub fn to_json(&self) -> String {
        self.node().to_json()
    }

    fn node(&self) -> Node<'_> {
        let unknown = &self.unknown;
        let office = OfficeField::ALL.iter().map(|field| (field.name().into(), text(self.office(*field))));
        let reviewed = self.reviewed.iter().map(review).collect();
        Object::default()
            .put("nianbao", Node::Number(VERSION.to_string()))
            .put("id", text(&self.id))
            .put("form", text(self.form.name()))
            .put("year", Node::Number(self.year.to_string()))
            .put("office", Object::default().put_all(office).unknown(&unknown.office))
            .put("title", text(&self.title))
            .put("published", Node::Text(self.published.map(|date| date.to_string()).unwrap_or_default().into()))
            .put("opening", texts(&self.opening))
            .put("figures", self.figures_node())
            .put("history", self.history_node())
            .put("proposals", Node::List(self.proposals.iter().map(proposal).collect()))
            .put("narrative", Node::List(self.narrative.iter().map(part).collect()))
            .put("reviewed", Node::List(reviewed))
            .put("settings", self.settings_node())
            .put("unread", self.unread_node())
            .put("last_year_text", self.last_year_text_node())
            .unknown(&unknown.top)
    }

    /// The keys of this draft's form in its order, then those of other forms.
    fn keys_in_order(&self) -> Vec<Key> {
        let own: Vec<Key> = self.form().map(|form| form.keys().collect()).unwrap_or_default();
        let others = Key::all().filter(|key| !own.contains(key)).collect::<Vec<_>>();
        own.into_iter().chain(others).collect()
    }

    fn figures_node(&self) -> Node<'_> {
        let in_order = self.keys_in_order().into_iter();
        let figures = in_order.filter_map(|key| Some((key.name().into(), figure(self.figure(key)?))));
        Object::default().put_all(figures).unknown(&self.unknown.figures)
    }

    fn history_node(&self) -> Node<'_> {
        let by_key = self.keys_in_order().into_iter().filter_map(|key| {
            let years = self.history.get(&key)?.iter().map(|(year, value)| (year.to_string().into(), figure(*value)));
            Some((key.name().into(), Node::Object(Object::default().put_all(years))))
        });
        Object::default().put_all(by_key).unknown(&self.unknown.history)
    }

    fn settings_node(&self) -> Node<'_> {
        let settings = SettingName::ALL.iter().filter_map(|name| {
            let node = match self.settings.get(name)? {
                SettingValue::Day(day) => Node::Text(day.to_string().into()),
                SettingValue::Percent(percent) => Node::Number(percent.to_string()),
                SettingValue::Flag(flag) => Node::Flag(*flag),
                SettingValue::Unit(unit) => text(unit),
                SettingValue::Pack(pack) => kept(pack),
            };
            Some((name.name().into(), node))
        });
        Object::default().put_all(settings).unknown(&self.unknown.settings)
    }

    fn last_year_text_node(&self) -> Node<'_> {
        let LastYearText { sentences, confirmed, unknown } = &self.last_year_text;
        Object::default().put("sentences", texts(sentences)).put("confirmed", texts(confirmed)).unknown(unknown)
    }

    fn unread_node(&self) -> Node<'_> {
        // By name, as every list of places is.
        let mut unread: Vec<(String, &String)> =
            self.unread.iter().map(|(place, t)| (Place::to_string(place), t)).collect();
        stable_sort_by(&mut unread, Ord::cmp);
        let members = unread.into_iter().map(|(place, value)| (place.into(), text(value)));
        Object::default().put_all(members).unknown(&self.unknown.unread)
    }
}

pub(super) fn texts(texts: &[String]) -> Node<'_> {
    Node::List(texts.iter().map(|words| text(words)).collect())
}

fn proposal(proposal: &Proposal) -> Node<'_> {
    let count = |name: &'static str, count| (name.into(), figure(Figure::Count(count)));
    Object::default()
        .put("category", text(&proposal.category))
        .put_all(proposal.count.map(|c| count("count", c)))
        .put_all(proposal.closed.map(|c| count("closed", c)))
        .unknown(&proposal.unknown)
}

fn part(part: &Part) -> Node<'_> {
    Object::default()
        .put("heading", text(&part.heading))
        .put("body", Node::List(part.body.iter().map(item).collect()))
        .unknown(&part.unknown)
}

fn item(item: &Item) -> Node<'_> {
    match item {
        Item::Paragraph(paragraph) => text(paragraph),
        Item::Other(value) => kept(value),
        Item::Embed(Embed { what, caption, unknown }) => {
            let (kind, name) = match what {
                Embedded::Table(table) => ("table", table.name()),
                Embedded::Chart(chart) => ("chart", chart.name()),
            };
            Object::default().put(kind, text(name)).put("caption", text(caption)).unknown(unknown)
        }
    }
}

fn review(review: &Review) -> Node<'_> {
    // A blank the finding rested on is a value too, so it is written though it is empty.
    let basis = review.basis.iter().map(|(place, value)| (Cow::from(place), text(value)));
    Object::default()
        .put("finding", text(&review.finding))
        .put("verdict", text(&review.verdict))
        .put("note", text(&review.note))
        .put("basis", Node::Object(Object(basis.collect())))
        .put("at", text(&review.at))
        .unknown(&review.unknown)
}
