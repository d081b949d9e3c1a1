//! The places of a text at which the office's own name must stand: who made the report, a table, a paper of its own; with whom to speak;
//! who filled in a form.

use std::ops::Range;

use super::office_name::{is_han, leading_office};
use crate::facts::Passage;
use crate::text::{has_any, near};

/// How far a name may reach, in bytes.
const REACH: usize = 120;

/// How far around 由 its sentence is looked at, in bytes: between who made the report and that it was made its bases may stand.
const SENTENCE: usize = 480;

/// What stands before a colon and the office's own name.
const LABELS: [&str; 18] = [
    "填报单位",
    "编制单位",
    "报送单位",
    "公布单位",
    "发布单位",
    "制表单位",
    "报告单位",
    "填表单位",
    "单位名称",
    "填表人",
    "填报人",
    "制表人",
    "联系单位",
    "联系方式",
    "联系科室",
    "受理机构",
    "咨询机构",
    "编制机关",
];

/// What is done with a report or a table by whoever 由 names.
const MADE: [&str; 6] = ["编制", "填报", "汇总", "起草", "撰写", "负责解释"];

/// What is done with a paper of the office's own.
const MADE_ANEW: [&str; 12] =
    ["附", "见", "编制", "修订", "制定", "更新", "公布", "完善", "发布", "印发", "编印", "公开"];

/// The offices that a passage names where its own must be named: the bytes of each name, without a section behind it.
pub(super) fn offices_in_own_role(passage: &Passage) -> Vec<Range<usize>> {
    let text = passage.text();
    let mut starts: Vec<usize> = Vec::new();
    for label in LABELS {
        let ends = text.match_indices(label).map(|(at, _)| at + label.len());
        starts.extend(ends.filter_map(|end| Some(end + colon(text.get(end..)?)?)));
    }
    // With whom to speak: 请与某局联系; not 公开申请与某局会商.
    for (word, then) in [
        ("请与", "联系"),
        ("可与", "联系"),
        ("请向", "咨询"),
        ("请联系", ""),
        ("请致电", ""),
        ("现将", ""),
        ("上表为", ""),
    ] {
        let is_meant = |at: &usize| {
            let before = text.get(..*at).unwrap_or_default();
            !before.ends_with('申') && clause_after(text, at + word.len()).contains(then)
        };
        let ends = text.match_indices(word).map(|(at, _)| at).filter(is_meant).map(|at| at + word.len());
        starts.extend(ends.map(|end| end + colon(text.get(end..).unwrap_or_default()).unwrap_or(0)));
    }
    starts.extend(caption(text));
    starts.extend(made_by(passage));
    starts.extend(papers(passage));
    starts.extend(accounts(text));
    starts.extend(plain_papers(text));
    let mut found: Vec<Range<usize>> = starts.into_iter().filter_map(|start| office_at(text, start)).collect();
    found.extend(kept_at(text));
    found
}

/// The offices by which a passage says that the report was made: the bytes of each name.
pub(super) fn makers(passage: &Passage) -> Vec<Range<usize>> {
    let text = passage.text();
    made_by(passage).into_iter().filter_map(|start| office_at(text, start)).collect()
}

/// The name of an office that begins at a position.
fn office_at(text: &str, start: usize) -> Option<Range<usize>> {
    let window = near(text, &(start..text.len()), start, REACH);
    let words = text.get(window)?;
    let run = words.find(|c| !is_han(c)).unwrap_or(words.len());
    Some(start..start + leading_office(words.get(..run)?)?.len())
}

/// The words from a position to the end of their clause, or as far as a name may reach.
fn clause_after(text: &str, from: usize) -> &str {
    let words = text.get(near(text, &(from..text.len()), from, REACH)).unwrap_or_default();
    words.split(['，', '。', '；']).next().unwrap_or_default()
}

/// How long a colon with white space is, where one stands.
fn colon(words: &str) -> Option<usize> {
    let rest = words.trim_start().strip_prefix(['：', ':'])?;
    Some(words.len() - rest.trim_start().len())
}

/// Where the words of a caption begin: 表1：, 附件：, 图 2 .
pub(super) fn caption(text: &str) -> Option<usize> {
    let bare = text.trim_start();
    let kind = ["附件", "附表", "附图", "图", "表", "附"].iter().find_map(|kind| bare.strip_prefix(kind))?;
    let number =
        kind.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let rest = number.trim_start().strip_prefix(['：', ':', '、', '.', '．']).unwrap_or(number);
    let is_numbered = number.len() < kind.len() || rest.len() < number.len();
    let rest = rest.trim_start().trim_start_matches(['《', '“']);
    let is_of_report = has_any(rest, &["公开", "统计表", "情况表", "年度报告"]);
    (is_numbered && is_of_report).then(|| text.len() - rest.len())
}

/// Where names begin of who made the report, or a table of it: 本报告由某局编制.
fn made_by(passage: &Passage) -> Vec<usize> {
    let text = passage.text();
    let by = text.match_indices('由').filter(|(at, _)| {
        let sentence = near(text, &passage.reading.sentence(*at), *at, SENTENCE);
        let (before, after) = (passage.reading.words(sentence.start..*at), passage.reading.words(*at..sentence.end));
        let clause = after.split(['，', '。', '；']).next().unwrap_or_default();
        let is_made = MADE.iter().any(|made| clause.contains(made));
        let is_own =
            has_any(before, &["本报告", "本年度报告", "年度报告", "本年报", "年报", "表格", "附表", "上表", "统计表"])
                || has_any(clause, &["编制本报告", "编制本年度报告", "编制本年报"]);
        is_own && is_made
    });
    by.map(|(at, word)| at + word.len()).collect()
}

/// Where names begin in 《某局政府信息公开指南》, of which the text says that it was made anew or where to read it.
fn papers(passage: &Passage) -> Vec<usize> {
    let text = passage.text();
    let is_own = |title: &&Range<usize>| {
        let words = passage.reading.words((*title).clone());
        let papers = ["信息公开指南", "信息公开目录", "信息公开制度", "信息主动公开", "情况统计表", "年度报告"];
        let (before, after) = (passage.reading.clause_before(title.start), clause_after(text, title.end));
        let others = [
            "根据", "按照", "依据", "依照", "参照", "学习", "借鉴", "参考", "转发", "评议", "对照", "贯彻", "落实",
            "执行", "对标", "对表", "意见", "误",
        ];
        let is_told = has_any(after, &["更新", "修订", "修编", "下载", "由", "组成", "公布", "发布"])
            || has_any(before, &MADE_ANEW);
        has_any(words, &papers) && is_told && !has_any(before, &others)
    };
    passage.reading.titles().iter().filter(is_own).map(|title| title.start + '《'.len_utf8()).collect()
}

/// Where names begin in 完善黄村乡信息公开目录, without the marks of a title.
fn plain_papers(text: &str) -> Vec<usize> {
    const PAPERS: [&str; 4] = ["政府信息公开指南", "政府信息公开目录", "信息公开目录", "信息公开指南"];
    const MADE: [&str; 7] = ["制定", "完善", "编制", "修订", "更新", "编印", "修编"];
    let papers = PAPERS.iter().flat_map(|paper| text.match_indices(paper)).filter_map(|(at, _)| {
        let before = text.get(near(text, &(0..at), at, REACH))?;
        let clause = before.rsplit(|c| !is_han(c)).next()?;
        let made = MADE.iter().filter_map(|made| Some(clause.rfind(made)? + made.len())).max()?;
        let name = clause.get(made..)?.trim_start_matches(['了', '和', '并']);
        (name.ends_with(['镇', '乡']) || name.ends_with("街道")).then_some(at - name.len())
    });
    papers.collect()
}

/// Where names begin by which an account in public is known: 微信公众号“某镇人民政府”, “某街道办事处”视频号.
fn accounts(text: &str) -> Vec<usize> {
    const KINDS: [&str; 6] = ["公众号", "微信", "微博", "新媒体", "视频号", "抖音号"];
    let open = text.match_indices('“').map(|(at, mark)| (at, at + mark.len()));
    let named = open.filter(|(at, start)| {
        let (name, after) = text
            .get(near(text, &(*start..text.len()), *start, REACH))
            .and_then(|rest| rest.split_once('”'))
            .unwrap_or_default();
        let before = text.get(..*at).unwrap_or_default();
        // “走进科技局” is a name of its own; that of an office names its place.
        let is_office = name.contains(['省', '市', '县', '区', '州', '旗', '镇', '乡']) || name.contains("街道");
        is_office && KINDS.iter().any(|kind| before.ends_with(kind) || after.starts_with(kind))
    });
    named.map(|(_, start)| start).collect()
}

/// Where the report can be had: 纸质文本在某镇人民政府备取.
fn kept_at(text: &str) -> Vec<Range<usize>> {
    let kept = |(at, word): (usize, &str)| {
        let office = office_at(text, at + word.len())?;
        let rest = clause_after(text, office.end);
        let before = text.get(near(text, &(0..at), at, REACH))?.rsplit(['。', '；']).next().unwrap_or_default();
        let is_had = has_any(rest, &["备取", "领取", "索取", "备查"]) && has_any(before, &["报告", "文本", "年报"]);
        is_had.then_some(office)
    };
    text.match_indices('在').filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Place;

    #[track_caller]
    fn names(text: &str, expected: &[&str]) {
        let passage = Passage::new(Place::Title, text);
        let found: Vec<&str> = offices_in_own_role(&passage).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn where_the_own_name_must_stand() {
        names("请与临江市水务局办公室联系（电话：1）。", &["临江市水务局"]);
        names("附件：统计表（填报单位：和平县环境保护厅；填报日期：2月）", &["和平县环境保护厅"]);
        names("表1：河阳区住房和城乡规划局2023年主动公开信息分类统计", &["河阳区住房和城乡规划局"]);
        names("根据《条例》要求，由临江市国土资源局编制本报告。", &["临江市国土资源局"]);
        names("《临江市安全生产监督管理局政府信息公开指南》本年度更新2次。", &["临江市安全生产监督管理局"]);
        names("表格由青禾县柳合镇人民政府党政办填报。", &["青禾县柳合镇人民政府"]);
        names("报告纸质文本在青禾县石桥镇人民政府党政综合办公室备取。", &["青禾县石桥镇人民政府"]);
    }

    #[test]
    fn where_others_stand_as_well() {
        for text in [
            "由县财政局牵头开展培训，会同县审计局检查。",
            "按照《某省财政厅政府信息公开指南》办理。",
            "在县档案局设查阅点。",
            "表彰了某县财政局。",
            "附近的某镇人民政府。",
        ] {
            names(text, &[]);
        }
    }
}
