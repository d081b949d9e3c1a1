//! Who a sentence says that tells: what the office calls itself, and whose work the sentence tells of.

use std::ops::Range;

use super::office_name::{Class, class, is_foreign, is_han, is_renamed};
use crate::facts::Passage;
use crate::text::mark;

/// What offices call themselves, with the letters one of which their names must have.
const SELVES: [(&str, &[&str]); 13] = [
    ("我街道", &["街道"]),
    ("本街道", &["街道"]),
    ("我镇", &["镇"]),
    ("本镇", &["镇"]),
    ("我乡", &["乡"]),
    ("本乡", &["乡"]),
    ("我局", &["局"]),
    ("本局", &["局"]),
    ("我委", &["委", "党工委"]),
    ("本委", &["委", "党工委"]),
    ("我厅", &["厅"]),
    ("本厅", &["厅"]),
    ("我院", &["院"]),
];

/// So many times a word is looked at in a paragraph.
const MANY: usize = 20;

/// Where a paragraph calls the office what it is not, and what it would be: 我局 in the report of a town. Once a paragraph.
pub(super) fn other_self(passage: &Passage, own: &str) -> Option<(Range<usize>, String)> {
    let text = passage.text();
    let places = SELVES.iter().filter(|(_, letters)| !letters.iter().any(|letter| own.contains(letter)));
    let places = places.filter_map(|(word, _)| {
        let mut found = text.match_indices(word).take(MANY);
        found.find(|(at, word)| {
            let after = text.get(at + word.len()..).unwrap_or_default();
            // 我委托, 本局部 and what is quoted are none; nor 我局 of who is named before it.
            let quoted =
                text.get(..*at).is_some_and(|before| before.matches('“').count() > before.matches('”').count());
            !after.starts_with(['托', '部', '派', '域', '面', '限', '土']) && !quoted
        })
    });
    let (at, word) = places.min()?;
    let right = ["街道", "镇", "乡", "局", "委", "厅", "院"].iter().find(|kind| own.contains(**kind));
    let right = right.map_or_else(|| "本单位".to_owned(), |kind| ["我", kind].concat());
    Some((at..at + word.len(), right))
}

/// The name with which a sentence begins that tells of the office's own work, where it is another office of the same kind.
pub(super) fn teller(passage: &Passage, own: &str) -> Vec<Range<usize>> {
    const TELLS: [&str; 14] = [
        "将政务公开",
        "将政府信息公开",
        "2",
        "全年",
        "共",
        "主动公开",
        "未收到",
        "收到",
        "重视政府信息公开",
        "高度重视政府信息公开",
        "高度重视政务公开",
        "坚持以公开",
        "本年",
        "未发生",
    ];
    const SHORT: usize = 5;
    const DOES: [&str; 17] = [
        "在",
        "通过",
        "共",
        "全年",
        "认真",
        "严格",
        "坚持",
        "高度重视",
        "积极",
        "始终",
        "深入",
        "扎实",
        "主动公开",
        "全面",
        "切实",
        "持续",
        "紧紧围绕",
    ];
    // How offices become others.
    const PAST: [&str; 9] = ["更名", "改", "组建", "成立", "挂牌", "划", "合并", "并入", "撤"];
    const ENDS: [&str; 6] = ["街道办事处", "人民政府", "管理委员会", "委员会", "局", "厅"];
    let mut found = Vec::new();
    for sentence in passage.reading.sentences() {
        let text = passage.reading.words(sentence.clone());
        let bare = mark(text).and_then(|mark| text.get(mark.span.end..)).unwrap_or(text);
        let bare = bare.trim_start_matches(|c: char| !is_han(c));
        let bare = ["年，", "年度，", "年度", "年"].iter().find_map(|year| bare.strip_prefix(year)).unwrap_or(bare);
        let run = bare.find(|c| !is_han(c)).unwrap_or(bare.len());
        let words = bare.get(..run).unwrap_or_default();
        // 南关街道认真贯彻, 河口乡坚持: a town or a street by its short name does what follows.
        let short =
            ["街道", "镇", "乡"].iter().filter_map(|end| Some(words.find(end)? + end.len())).min().filter(|length| {
                let rest = words.get(*length..).unwrap_or_default();
                words.get(..*length).is_some_and(|name| name.chars().count() <= SHORT)
                    && DOES.iter().any(|does| rest.starts_with(does))
            });
        let Some(length) = ENDS.iter().filter_map(|end| Some(words.find(end)? + end.len())).chain(short).min() else {
            continue;
        };
        let (name, rest) = (words.get(..length).unwrap_or_default(), bare.get(length..).unwrap_or_default());
        let led = [
            "现将",
            "由",
            "本报告",
            "请",
            "与",
            "向",
            "在",
            "经",
            "据",
            "按",
            "会同",
            "根据",
            "对",
            "从",
            "以",
            "各",
            "因",
            "除",
            "依托",
            "通过",
        ];
        let presents = led.iter().any(|word| name.starts_with(word));
        // 主动公开街道办事处领导简介 begins with what is done, and names no street.
        if ["公开", "公布", "发布", "公示", "全年"].iter().any(|word| name.contains(word)) {
            continue;
        }
        // 乡镇人民政府 are all of them.
        if ["乡镇", "镇乡", "基层", "街道办事处"].iter().any(|all| name.starts_with(all)) {
            continue;
        }
        // Of towns and streets another one tells of nothing here.
        let is_like = matches!(class(name), Some(Class::Town | Class::Street));
        let goes_on = is_like
            && !rest.starts_with(|c| !is_han(c) || "的和与及等以办党牵".contains(c))
            && !PAST.iter().any(|past| rest.starts_with(past));
        let tells = TELLS.iter().any(|tell| rest.starts_with(tell)) || goes_on;
        // By another name of its own the office does whatever follows: 某市文化和旅游厅于9月印发.
        let does = rest.starts_with(is_han) && !rest.starts_with(['的', '和', '与', '及', '等', '网', '办']);
        let is_other = (tells && is_foreign(own, name)) || ((tells || does) && is_renamed(own, name));
        if !presents && is_other && !PAST.iter().any(|past| rest.starts_with(past)) {
            let start = sentence.end - (sentence.end - sentence.start - text.len()) - bare.len();
            found.push(start..start + length);
        }
    }
    found
}
