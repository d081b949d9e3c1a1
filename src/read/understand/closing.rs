//! What stands at the end of a report: the signature, and what comes after it.

use super::furniture::furniture;
use super::office::is_office;
use super::prose::Para;
use super::signature::day_of;
use crate::read::LeftKind;
use crate::value::Date;

/// The end of a report, taken apart.
#[derive(Debug, Default)]
pub struct Closing {
    /// The office that signed.
    pub office: String,
    /// The day under it.
    pub day: Option<Date>,
    /// Where the day came from.
    pub para: Option<Para>,
    /// What is none of the report.
    pub left: Vec<(LeftKind, Para)>,
}

/// The signature is looked for in so many paragraphs from the end.
const LAST: usize = 16;

/// Takes the end of a report off its paragraphs.
pub fn take_closing(paras: &mut Vec<Para>) -> Closing {
    let mut closing = Closing::default();
    let first = paras.len().saturating_sub(LAST);
    let signed = (first..paras.len()).rev().find_map(|at| Some((at, signature(&paras.get(at)?.text)?)));
    if let Some((at, (before, name, day, after))) = signed {
        let rest: Vec<Para> = paras.drain(at + 1..).collect();
        let line = paras.pop();
        closing.day = Some(day);
        closing.office = name;
        closing.para.clone_from(&line);
        if let Some(line) = &line {
            let part = |text: String| Para { text, ..line.clone() };
            if !before.is_empty() {
                paras.push(part(before));
            }
            if !after.is_empty() {
                let kind = furniture(&after).unwrap_or(LeftKind::Attachment);
                closing.left.push((kind, part(after)));
            }
        }
        if closing.office.is_empty()
            && let Some(line) = paras.pop_if(|line| is_office(&line.text.replace(' ', "")))
        {
            closing.office = line.text.replace(' ', "");
        }
        let kind = |para: Para| (furniture(&para.text).unwrap_or(LeftKind::Attachment), para);
        closing.left.extend(rest.into_iter().map(kind));
    }
    // A signature may be a name and no day.
    if closing.day.is_none() {
        let last = paras.iter().rposition(|para| furniture(&para.text).is_none()).filter(|at| *at > 0);
        let name = last.and_then(|at| paras.get(at)).map(|para| para.text.replace(' ', ""));
        if let (Some(at), Some(name)) = (last, name.filter(|name| is_office(name) && name.chars().count() >= 4)) {
            let line = paras.remove(at);
            closing.office = name;
            closing.para = Some(line);
        }
    }
    // Without a signature, and before one, lines of the page may still stand at the end.
    while let Some(para) = paras.pop_if(|para| furniture(&para.text).is_some()) {
        let kind = furniture(&para.text).unwrap_or(LeftKind::Web);
        closing.left.insert(0, (kind, para));
    }
    closing
}

/// The signature in a line: what stands before it, the office, the day, what stands behind.
fn signature(line: &str) -> Option<(String, String, Date, String)> {
    if let Some(day) = day_of(line) {
        return Some((String::new(), String::new(), day, String::new()));
    }
    // 无。某某局2023年1月5日, behind the last sentence.
    if let Some(end) = line.rfind('。').map(|at| at + '。'.len_utf8())
        && let Some((before, tail)) = line.split_at_checked(end)
        && let Some((between, name, day, after)) = (!tail.trim().is_empty()).then(|| signature(tail.trim())).flatten()
    {
        return Some((format!("{before}{between}"), name, day, after));
    }
    let pieces: Vec<&str> = line.split_whitespace().collect();
    if pieces.len() > 60 {
        return None;
    }
    // The day may itself be written with blanks.
    for from in 0..pieces.len() {
        for to in from + 1..=(from + 6).min(pieces.len()) {
            let Some(day) = pieces.get(from..to).and_then(|day| day_of(&day.concat())) else { continue };
            let name = pieces.get(..from)?.concat();
            let after = pieces.get(to..)?.join(" ");
            let has_text = name.contains(['。', '；', '，']) || name.chars().count() > 40;
            if has_text || !(name.is_empty() || is_office(&name)) {
                let last = pieces.get(from.checked_sub(1)?)?;
                let before = pieces.get(..from - 1)?.join(" ");
                return is_office(last).then(|| (before, (*last).to_owned(), day, after));
            }
            return Some((String::new(), name, day, after));
        }
    }
    // 某某局2023年1月5日, without a blank.
    let at = line.find(|c: char| c.is_ascii_digit() || c == '二').filter(|at| *at > 0)?;
    let (name, day) = line.split_at(at);
    is_office(name.trim()).then_some(())?;
    Some((String::new(), name.trim().to_owned(), day_of(day)?, String::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(lines: &[&str]) -> (Closing, Vec<String>) {
        let para = |text: &&str| Para { text: (*text).to_owned(), sources: Vec::new(), at: 0 };
        let mut paras: Vec<Para> = lines.iter().map(para).collect();
        let closing = take_closing(&mut paras);
        (closing, paras.into_iter().map(|para| para.text).collect())
    }

    #[test]
    fn the_signature_and_what_comes_after() {
        let day = Date::new(2023, 1, 5);
        for lines in [
            &["无。", "某市财政局", "2023年1月5日"][..],
            &["无。", "某市财政局 2023年1月5日"],
            &["无。", "某市财政局2023年1月5日"],
            &["无。", "某市财政局", "2023 年 1 月 5 日", "附件下载", "打印本页"],
        ] {
            let (closing, rest) = closed(lines);
            assert_eq!((closing.office.as_str(), closing.day), ("某市财政局", day), "{lines:?}");
            assert_eq!(rest, ["无。"], "{lines:?}");
        }
        let (closing, rest) = closed(&["平潭县财政局 二○一○年四月十日 附表："]);
        assert_eq!((closing.office.as_str(), closing.left.len(), rest.len()), ("平潭县财政局", 1, 0));
    }

    #[test]
    fn a_report_without_a_signature() {
        let (closing, rest) = closed(&["2022年，无收取信息处理费情况。", "附件下载"]);
        assert_eq!((closing.day, closing.left.len()), (None, 1));
        assert_eq!(rest, ["2022年，无收取信息处理费情况。"]);
    }
}
