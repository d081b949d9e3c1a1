//! F12: the local requirements that were chosen in the settings are not kept.

use crate::draft::{Draft, ExtraHeading, Length, Pack, Place, SettingName, Topic};
use crate::facts::{Facts, Passage, part_named, prescribing, titles};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{chinese_ordinal, compact, has_any, heading_words, length, mark};

pub(super) static RULE: Rule = Rule {
    id: "F12",
    title: "不合本地要求",
    why: "上级机关的通知、考核细则常有格式以外的要求：各部分写多长，必须写到哪些事项、写出数量，另加哪些标题，几号前上报和公布，与上年的\
          重复率。在“检查用的设置”里选了本地要求的，照它检查：必须做到的要核实，建议做到的提示；重复率和公布日期照它改变其他规则的限度。\
          没有选的，不查。字数同文字处理软件的“字数”，标点计入，空格不计，一串数字或字母计一个。",
    example: "通知要求总体情况在1000字以内，写出政策解读的数量；总体情况有1240字，写了政策解读，没有写数量。",
    when: When::Pause,
    check,
};

fn check(facts: &Facts, found: &mut Sink) {
    let draft = facts.case.draft;
    let Some(pack) = draft.pack() else { return };
    found.extend(signed_late(draft, &pack));
    // Without text there is nothing to hold against it: that it is missing is told already.
    if facts.prose().parts.is_empty() {
        return;
    }
    let mut faults = Faults::default();
    pack.lengths.iter().filter_map(|asked| wrong_length(facts, &pack, asked)).for_each(|fault| faults.add(fault));
    for topic in &pack.topics {
        match told(facts, topic) {
            Told::Whole | Told::NoPart => {}
            Told::Not(place) => {
                let saying = format!("{}要求写{}。", source(&pack), topic.name);
                faults.add(Fault { place, must: topic.must, title: format!("没有写{}", topic.name), saying });
            }
            Told::WithoutNumber(passage, span) => {
                let name = &topic.name;
                found.push(
                    Finding::new(RULE.id, severity(topic.must), passage.place, format!("写了{name}，没有写数量"))
                        .saying(format!("{}要求写出{name}的数量；没有的写明没有。", source(&pack)))
                        .quoting(passage, span),
                );
            }
        }
    }
    found.extend(faults.0.into_iter().map(|fault| fault.finding(draft)));
    found.extend(without_headings(facts, &pack));
}

fn severity(must: bool) -> Severity {
    if must { Severity::Warning } else { Severity::Hint }
}

/// Who asks: the pack by its source, or by its name.
fn source(pack: &Pack) -> &str {
    [&pack.source, &pack.name].into_iter().find(|name| !name.trim().is_empty()).map_or("本地", String::as_str)
}

/// What a part, or the whole text, lacks.
struct Fault {
    place: Place,
    must: bool,
    title: String,
    saying: String,
}

/// The faults, those of one place as one: a finding is known by its place.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, fault: Fault) {
        let Some(known) = self.0.iter_mut().find(|known| known.place == fault.place) else { return self.0.push(fault) };
        known.must |= fault.must;
        let more = match fault.title.strip_prefix("没有写") {
            Some(name) if known.title.starts_with("没有写") => name,
            Some(_) | None => &fault.title,
        };
        known.title = format!("{}、{more}", known.title);
        known.saying.push_str(&fault.saying);
    }
}

impl Fault {
    fn finding(self, draft: &Draft) -> Finding {
        let finding = Finding::new(RULE.id, severity(self.must), self.place, self.title).saying(self.saying);
        match self.place.part() {
            Some(n) => finding.resting_on_part(draft, n, true),
            None => finding.resting_on(draft, [Place::Setting(SettingName::Pack)]),
        }
    }
}

/// The paragraphs of a part by the words of its heading, and where what is missing there is told; of the whole text where there are
/// none. Nothing where there is no such part.
fn named<'p, 'a>(facts: &'p Facts<'a>, part: &str) -> Option<(Place, Vec<&'p Passage<'a>>)> {
    let prose = facts.prose();
    if part.trim().is_empty() {
        return Some((Place::Title, prose.paragraphs().collect()));
    }
    let (n, part) = part_named(&facts.case, prose, part)?;
    Some((Place::Part(n), part.body.iter().collect()))
}

/// A part that is too long or too short.
fn wrong_length(facts: &Facts, pack: &Pack, asked: &Length) -> Option<Fault> {
    let (place, body) = named(facts, &asked.part)?;
    let written: usize = body.iter().map(|passage| length(passage.text())).sum();
    let (least, most) = (usize::try_from(asked.least).ok()?, usize::try_from(asked.most).ok()?);
    let (what, limit) = if most > 0 && written > most {
        ("超过", most)
    } else if written < least && written > 0 {
        ("不到", least)
    } else {
        return None;
    };
    let name = if asked.part.trim().is_empty() { "正文".to_owned() } else { heading_words(&asked.part) };
    // A part has a place for its length and one for what it does not tell, so that either can be accepted by itself.
    let place = if let Place::Part(n) = place { Place::Heading(n) } else { Place::WholeOpening };
    let bound = if what == "超过" { "以内" } else { "以上" };
    let saying = format!("{}要求{name}在{limit}字{bound}，现有{written}字。", source(pack));
    Some(Fault { place, must: asked.must, title: format!("{name}{what}{limit}字"), saying })
}

/// How a topic is told.
enum Told<'p, 'a> {
    /// As it is asked for.
    Whole,
    /// Its part is missing, which other rules tell.
    NoPart,
    /// Not at all.
    Not(Place),
    /// Without a number: where it is first spoken of.
    WithoutNumber(&'p Passage<'a>, std::ops::Range<usize>),
}

fn told<'p, 'a>(facts: &'p Facts<'a>, topic: &Topic) -> Told<'p, 'a> {
    let Some((place, body)) = named(facts, &topic.part) else {
        // A form that prescribes its parts has a rule for the one that is missing.
        return if prescribing(&facts.case).is_some() { Told::NoPart } else { Told::Not(Place::Title) };
    };
    let words = topic.known_by();
    let mut first = None;
    for passage in body {
        for word in &words {
            for (at, _) in passage.text().match_indices(word) {
                if !topic.count || has_number(passage, at) {
                    return Told::Whole;
                }
                if first.is_none() {
                    first = Some((passage, at..at + word.len()));
                }
            }
        }
    }
    first.map_or(Told::Not(place), |(passage, span)| Told::WithoutNumber(passage, span))
}

/// Whether the sentence at a position counts something, or says that there is none.
fn has_number(passage: &Passage, at: usize) -> bool {
    const NONE: [&str; 5] = ["没有", "未", "无", "均为零", "均为0"];
    let sentence = passage.reading.sentence(at);
    passage.reading.numbers_in(&sentence).iter().any(|number| number.is_count())
        || has_any(passage.reading.words(sentence), &NONE)
}

/// Headings that are asked for beside the form's, of which a title of a paragraph is one too.
fn without_headings(facts: &Facts, pack: &Pack) -> Option<Finding> {
    let (prose, draft) = (facts.prose(), facts.case.draft);
    let written: Vec<String> = prose.headings().map(|heading| heading_words(heading.text())).collect();
    let is_there = |asked: &&ExtraHeading| {
        let words = heading_words(&asked.heading);
        let is_title = |passage: &Passage| titles(passage.text()).iter().any(|title| title.says(&words));
        written.iter().any(|heading| heading.contains(&words)) || prose.paragraphs().any(is_title)
    };
    let missing: Vec<&ExtraHeading> = pack.headings.iter().filter(|asked| !is_there(asked)).collect();
    if missing.is_empty() {
        return None;
    }
    let parts = draft.narrative().len();
    let numbered: Vec<String> = missing
        .iter()
        .enumerate()
        .map(|(k, asked)| {
            let number = u64::try_from(parts + k + 1).ok().and_then(chinese_ordinal);
            match number.filter(|_| mark(&asked.heading).is_none()) {
                Some(number) => format!("{number}、{}", compact(&asked.heading)),
                None => asked.heading.clone(),
            }
        })
        .collect();
    let names: String = missing.iter().map(|asked| format!("“{}”", heading_words(&asked.heading))).collect();
    let must = missing.iter().any(|asked| asked.must);
    let finding = Finding::new(RULE.id, severity(must), Place::Parts, format!("没有{names}"))
        .saying(format!("{}要求另有标题{names}。", source(pack)))
        .resting_on(draft, (0..parts).map(Place::Heading))
        .mended_by(format!("加上{names}"), Change::Parts(parts, numbered));
    Some(Finding { concerns: Vec::new(), ..finding })
}

/// A report signed after the day by which it is handed in.
fn signed_late(draft: &Draft, pack: &Pack) -> Option<Finding> {
    pack.submit_by?;
    let (signed, limit) = (draft.published()?, draft.submit_by()?);
    (signed > limit).then(|| {
        Finding::new(RULE.id, Severity::Hint, Place::Published, "成文日期晚于上报截止")
            .saying(format!("{}要求{}前上报，成文日期是{}。", source(pack), limit.chinese(), signed.chinese()))
            .resting_on(draft, [Place::Published, Place::Year, Place::Setting(SettingName::Pack)])
    })
}

#[cfg(test)]
mod tests;
