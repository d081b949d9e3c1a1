//! Writing a pack: as a file, and as the JSON that a draft keeps.

use super::{ExtraHeading, Length, PACK_VERSION, Pack, Topic};
use crate::draft::json::{self, Value};
use crate::draft::write::{Node, Object, text, texts};

impl Pack {
    /// The file of the pack, with a newline at the end.
    pub fn to_json(&self) -> String {
        let version = Object::default().put(super::PACK_MEMBER, Node::Number(PACK_VERSION.to_string()));
        self.put_into(version).to_json()
    }

    /// The pack as a draft keeps it.
    pub(in crate::draft) fn to_value(&self) -> Value {
        // What was written can be read.
        json::parse(&self.put_into(Object::default()).to_json()).unwrap_or(Value::Null)
    }

    fn put_into<'a>(&'a self, object: Object<'a>) -> Node<'a> {
        let day = |day: Option<super::DayOfYear>| Node::Text(day.map(|day| day.to_string()).unwrap_or_default().into());
        object
            .put("name", text(&self.name))
            .put("source", text(&self.source))
            .put("note", text(&self.note))
            .put("submit_by", day(self.submit_by))
            .put("publish_by", day(self.publish_by))
            .put_all(self.likeness.map(|percent| ("likeness".into(), Node::Number(percent.to_string()))))
            .put("lengths", Node::List(self.lengths.iter().map(length).collect()))
            .put("topics", Node::List(self.topics.iter().map(topic).collect()))
            .put("headings", Node::List(self.headings.iter().map(heading).collect()))
            .unknown(&self.unknown)
    }
}

fn length(length: &Length) -> Node<'_> {
    let limit = |name: &'static str, limit: u32| (limit > 0).then(|| (name.into(), Node::Number(limit.to_string())));
    let limits = limit("least", length.least).into_iter().chain(limit("most", length.most));
    let object = Object::default().put("part", text(&length.part)).put_all(limits);
    object.put_all(unless("must", length.must)).unknown(&length.unknown)
}

fn topic(topic: &Topic) -> Node<'_> {
    let object = Object::default()
        .put("name", text(&topic.name))
        .put("part", text(&topic.part))
        .put("words", texts(&topic.words))
        .put_all(topic.count.then_some(("count".into(), Node::Flag(true))));
    object.put_all(unless("must", topic.must)).unknown(&topic.unknown)
}

fn heading(heading: &ExtraHeading) -> Node<'_> {
    Object::default()
        .put("heading", text(&heading.heading))
        .put_all(unless("must", heading.must))
        .unknown(&heading.unknown)
}

/// A flag that is taken to be set: written only where it is not.
fn unless<'a>(name: &'static str, is: bool) -> Option<(std::borrow::Cow<'a, str>, Node<'a>)> {
    (!is).then_some((name.into(), Node::Flag(false)))
}
