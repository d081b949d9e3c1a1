//! F12: the local requirements that were chosen in the settings are not kept.

use std::ops::Range;

use crate::draft::{Draft, ExtraHeading, Length, Pack, Place, SettingName, Topic};
use crate::facts::{Facts, Passage, Title, part_named, prescribing, titles};
use crate::rules::{Change, Finding, Rule, Severity, Sink, When};
use crate::text::{Number, chinese_ordinal, compact, has_any, heading_words, length, mark};

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
    let mut lengths: Vec<Fault> = Vec::new();
    for fault in pack.lengths.iter().filter_map(|asked| wrong_length(facts, &pack, asked)) {
        // Of two lengths of one part the first that is not kept speaks.
        if lengths.iter().all(|known| known.place != fault.place) {
            lengths.push(fault);
        }
    }
    found.extend(lengths.into_iter().map(|fault| fault.finding(draft)));
    let mut untold = Untold::default();
    for topic in &pack.topics {
        match told(facts, topic) {
            Told::Whole | Told::NoPart => {}
            Told::Not(place) => untold.add(place, topic),
            Told::WithoutNumber(passage, span) => {
                let name = &topic.name;
                found.push(
                    Finding::new(RULE.id, severity(topic.must), passage.place, format!("写了{name}，没有写数量"))
                        .saying(format!("按“{}”，要写出{name}的数量；没有的写明没有。", source(&pack)))
                        .quoting(passage, span),
                );
            }
        }
    }
    found.extend(untold.faults(&pack).map(|fault| fault.finding(draft)));
    found.extend(without_headings(facts, &pack));
}

fn severity(must: bool) -> Severity {
    if must { Severity::Warning } else { Severity::Hint }
}

/// Who asks: the pack by its name, or by its source.
fn source(pack: &Pack) -> &str {
    [&pack.name, &pack.source].into_iter().find(|name| !name.trim().is_empty()).map_or("本地要求", String::as_str)
}

/// What a place lacks: one finding, since a finding is known by its place.
struct Fault {
    place: Place,
    must: bool,
    title: String,
    saying: String,
}

/// The topics that are not told, by the place that should tell them.
#[derive(Default)]
struct Untold<'p>(Vec<(Place, Vec<&'p Topic>)>);

impl<'p> Untold<'p> {
    fn add(&mut self, place: Place, topic: &'p Topic) {
        match self.0.iter_mut().find(|(known, _)| *known == place) {
            Some((_, topics)) => topics.push(topic),
            None => self.0.push((place, vec![topic])),
        }
    }

    fn faults(self, pack: &Pack) -> impl Iterator<Item = Fault> {
        self.0.into_iter().map(|(place, topics)| {
            let name = |topic: &&Topic| format!("{}{}", topic.name, if topic.must { "" } else { "（建议）" });
            let names: Vec<&str> = topics.iter().map(|topic| topic.name.as_str()).collect();
            let asked: Vec<String> = topics.iter().map(name).collect();
            Fault {
                place,
                must: topics.iter().any(|topic| topic.must),
                title: format!("没有写{}", names.join("、")),
                saying: format!("按“{}”，要写到{}。", source(pack), asked.join("、")),
            }
        })
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
    let saying = format!("按“{}”，{name}应在{limit}字{bound}，现有{written}字。", source(pack));
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
    WithoutNumber(&'p Passage<'a>, Range<usize>),
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
            // Each sentence is asked once, however often it has the word.
            let mut asked = 0;
            for (at, _) in passage.text().match_indices(word) {
                if at < asked {
                    continue;
                }
                let sentence = passage.reading.sentence(at);
                if !topic.count || has_number(passage, &sentence) {
                    return Told::Whole;
                }
                asked = sentence.end;
                if first.is_none() {
                    first = Some((passage, at..at + word.len()));
                }
            }
        }
    }
    first.map_or(Told::Not(place), |(passage, span)| Told::WithoutNumber(passage, span))
}

/// Whether the sentence at a position counts something, or says that there is none; or the one after it goes on with a count:
/// 加强网站建设。全年发布信息3200条。
fn has_number(passage: &Passage, sentence: &Range<usize>) -> bool {
    const GOES_ON: [&str; 6] = ["全年", "共", "累计", "本年", "今年", "年内"];
    let reading = &passage.reading;
    let counts = |range: &Range<usize>| reading.numbers_in(range).iter().any(Number::is_count);
    let next = reading.sentence(sentence.end);
    let goes_on = GOES_ON.iter().any(|word| reading.words(next.clone()).trim_start().starts_with(word));
    counts(sentence)
        || says_none(reading.words(sentence.clone()))
        || (next.start == sentence.end && goes_on && counts(&next))
}

/// Whether a sentence says that there is none: 未制作解读材料, 解读材料为零; not 未来, 无障碍.
fn says_none(sentence: &str) -> bool {
    let is_not = |sign: char, other: &[&str]| {
        sentence.match_indices(sign).any(|(at, word)| {
            let after = sentence.get(at + word.len()..).unwrap_or_default();
            !other.iter().any(|word| after.starts_with(word))
        })
    };
    has_any(sentence, &["没有", "为零", "为0"])
        || is_not('未', &["来", "必", "成年", "雨"])
        || is_not('无', &["障碍", "人机", "线", "论", "缝", "须", "需", "偿", "疑"])
}

/// Headings that are asked for beside the form's, of which a title of a paragraph is one too.
fn without_headings(facts: &Facts, pack: &Pack) -> Option<Finding> {
    let (prose, draft) = (facts.prose(), facts.case.draft);
    let written: Vec<String> = prose.headings().map(|heading| heading_words(heading.text())).collect();
    if pack.headings.is_empty() {
        return None;
    }
    let titles: Vec<Title> = prose.paragraphs().flat_map(|passage| titles(passage.text())).collect();
    let is_there = |asked: &&ExtraHeading| {
        let words = heading_words(&asked.heading);
        written.iter().any(|heading| heading.contains(&words)) || titles.iter().any(|title| title.says(&words))
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
        .saying(format!("按“{}”，要另有标题{names}。", source(pack)))
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
            .saying(format!("按“{}”，应在{}前上报，成文日期是{}。", source(pack), limit.chinese(), signed.chinese()))
            .resting_on(draft, [Place::Published, Place::Year, Place::Setting(SettingName::Pack)])
    })
}

#[cfg(test)]
mod tests;
