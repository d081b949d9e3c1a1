//! What stands before the first heading: the furniture of the page, the title, the opening.

use super::furniture::furniture;
use super::office::is_office;
use super::prose::Para;
use super::signature::day_of;
use super::title::{Title, title_in};
use crate::read::LeftKind;
use crate::value::Date;

/// The beginning of a report, taken apart.
#[derive(Debug, Default)]
pub struct Opening {
    /// The title, where one was found.
    pub title: Option<(Title, Para)>,
    /// The office as the lines of the title name it.
    pub office: String,
    /// A day under the title.
    pub day: Option<Date>,
    /// The paragraphs of the opening.
    pub paras: Vec<Para>,
    /// What is none of the report.
    pub left: Vec<(LeftKind, Para)>,
}

/// A title has at most so many letters, in all its lines.
const LONGEST: usize = 70;
/// From so many letters on a line is text of the report.
const TEXT: usize = 36;

/// A line under the title with no more letters is furniture, unless it is a sentence.
const FURNITURE: usize = 15;

/// Takes the paragraphs before the first heading apart.
pub fn read_opening(paras: Vec<Para>) -> Opening {
    let mut opening = Opening::default();
    let lines: Vec<Para> = paras.into_iter().flat_map(lines_of).collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let text_begins = !opening.paras.is_empty();
        // Once the text has begun, only a page's number is no part of it.
        if text_begins {
            match furniture(&line.text) {
                Some(kind @ (LeftKind::PageNumber | LeftKind::Web)) if line.text.chars().count() < TEXT => {
                    opening.left.push((kind, line.clone()));
                }
                Some(_) | None => opening.paras.push(line.clone()),
            }
            at += 1;
            continue;
        }
        if let Some((title, para, taken)) = title_at(&lines, at) {
            opening.take_title(title, para);
            at += taken;
            continue;
        }
        if let Some(day) = day_of(&line.text) {
            // The day of posting stands in figures; the report's own is written out, or in brackets.
            if opening.title.is_some() && line.text.contains(['年', '（', '(']) {
                opening.day = Some(day);
            }
            opening.left.push((LeftKind::Web, line.clone()));
        } else if let Some(kind) = furniture(&line.text) {
            opening.left.push((kind, line.clone()));
        } else if is_text(&line.text)
            || opening.title.is_some() && line.text.chars().count() > FURNITURE && !is_office(&line.text)
        {
            opening.paras.push(line.clone());
        } else {
            if is_office(&line.text) && opening.title.is_some() {
                opening.office.clone_from(&line.text);
            }
            opening.left.push((LeftKind::Web, line.clone()));
        }
        at += 1;
    }
    opening
}

impl Opening {
    /// Takes a title; of several (the page's own and the report's) the last, with the office of the first where it has none.
    fn take_title(&mut self, title: Title, para: Para) {
        let office = title.office.clone();
        if !office.is_empty() {
            self.office = office;
        }
        if let Some((before, para)) = self.title.take() {
            // The page repeats the title: the one that says more is the report's.
            if before.text.chars().count() > title.text.chars().count() {
                self.left.push((LeftKind::Web, para.clone()));
                self.title = Some((before, para));
                return;
            }
            self.left.push((LeftKind::Web, para));
        }
        self.title = Some((title, para));
    }
}

/// The title that begins with a line and may go on in the next two; how many lines it takes.
fn title_at(lines: &[Para], at: usize) -> Option<(Title, Para, usize)> {
    for taken in 1..=3 {
        let group = lines.get(at..at + taken)?;
        let length: usize = group.iter().map(|line| line.text.chars().count()).sum();
        if length > LONGEST || group.iter().any(|line| line.text.ends_with(['。', '；', '，', '：'])) {
            return None;
        }
        let first = group.first()?;
        let joined: String = group.iter().map(|line| line.text.as_str()).collect();
        // Only the last line may be what completes it.
        if let Some(title) = title_in(&joined) {
            let begins_here = taken == 1 || title.bytes.start < first.text.len();
            let stands_alone = title_in(&group.last()?.text).is_some_and(|last| is_office(&last.office));
            if !begins_here || joined.len() - title.bytes.end > 30 || (taken > 1 && stands_alone) {
                return None;
            }
            let mut para = first.clone();
            group.iter().skip(1).for_each(|line| para.join(line.clone()));
            return Some((title, para, taken));
        }
        let may_go_on = group.iter().all(|line| furniture(&line.text).is_none() && day_of(&line.text).is_none());
        let is_beginning = is_office(&joined) || joined.contains("年") || joined.contains("政府信息公开");
        if !may_go_on || !is_beginning {
            return None;
        }
    }
    None
}

/// Whether a line is text of the report and no furniture.
fn is_text(line: &str) -> bool {
    let begins = ["根据", "按照", "依照", "依据", "为", "本报告", "本年度", "现将", "现", "遵照", "一年来"];
    line.chars().count() >= TEXT
        || (line.ends_with('。') && line.chars().count() > 8)
        || (begins.iter().any(|word| line.starts_with(word)) && line.chars().count() > 12)
}

/// Whether words have a title, and little more. A sentence may name one: 关于政府信息公开工作年度报告有关事项的通知.
fn is_title(words: &str) -> bool {
    words.chars().count() <= LONGEST && title_in(words).is_some()
}

/// A paragraph that came with the whole page in one line: its pieces up to where the text begins, and the text.
fn lines_of(para: Para) -> Vec<Para> {
    let text = &para.text;
    let has_furniture = text.split_whitespace().any(|piece| furniture(piece).is_some());
    let length = text.chars().count();
    if length <= TEXT || !(has_furniture || is_title(text.split_whitespace().next().unwrap_or_default())) {
        return vec![para];
    }
    let mut cuts = Vec::new();
    let mut from = 0;
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let piece = text.get(from..at).unwrap_or_default().trim();
        if is_text(piece) && !is_title(piece) {
            break;
        }
        cuts.push(at);
        from = at;
    }
    para.parts(cuts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Opening {
        let para = |text: &&str| Para { text: (*text).to_owned(), sources: Vec::new(), at: 0 };
        read_opening(lines.iter().map(para).collect())
    }

    fn shown(opening: &Opening) -> (String, String, Vec<&str>, usize) {
        let title = opening.title.as_ref().map(|(title, _)| title.text.clone()).unwrap_or_default();
        let paras = opening.paras.iter().map(|para| para.text.as_str()).collect();
        (title, opening.office.clone(), paras, opening.left.len())
    }

    #[test]
    fn a_page_with_its_furniture() {
        let opening = read(&[
            "登录 注册",
            "龙潭区人民政府2017年政府信息公开工作年度报告",
            "发布日期：2018-02-26 点击数：",
            "龙潭区人民政府",
            "2017年政府信息公开工作年度报告",
            "依照条例和市政府部署，公布2017年度龙潭区政府信息公开年度报告（以下简称年报）。",
        ]);
        let (title, office, paras, left) = shown(&opening);
        assert_eq!(
            (title.as_str(), office.as_str()),
            ("龙潭区人民政府2017年政府信息公开工作年度报告", "龙潭区人民政府")
        );
        assert_eq!((paras.len(), left), (1, 3));
    }

    #[test]
    fn a_page_in_one_line() {
        let opening = read(&[
            "当前位置： 首页政务公开 平潭县财政局2009年度政府信息公开年度报告 来源：平潭县财政局 时间：2010-05-12 00:00 --> 微信 微博 2009年度政府信息公开年度报告 2009年，为确保我局政府信息可以全面、及时、准确公开，进一步提高我局工作的透明度和公信力，结合我局实际，报告如下：",
        ]);
        let (title, office, paras, _) = shown(&opening);
        assert_eq!((title.as_str(), office.as_str()), ("平潭县财政局2009年度政府信息公开年度报告", "平潭县财政局"));
        assert_eq!(paras.len(), 1);
        assert!(paras[0].starts_with("2009年，为确保"), "{paras:?}");
    }

    #[test]
    fn a_title_in_two_lines_and_none_at_all() {
        let opening =
            read(&["淮安市人民政府", "2024 年政府信息公开工作年度报告", "本报告由淮安市人民政府办公室编制。"]);
        assert_eq!(shown(&opening).0, "淮安市人民政府2024年政府信息公开工作年度报告");
        let opening = read(&["本报告按《中华人民共和国政府信息公开条例》的要求编写。"]);
        assert_eq!((opening.title.is_none(), opening.paras.len()), (true, 1));
        assert!(read(&[]).paras.is_empty());
    }
}
