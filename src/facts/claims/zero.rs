//! Words for zero: 未收到政府信息公开申请, 没有发生行政复议, 无上年结转.

use std::ops::Range;

use super::reader::ClaimReader;
use super::subject::{Court, Outcome, Stage, Subject};
use super::topic::Topic;
use super::whose::{another_acts, is_another_body};
use super::{Claim, Said, Standing};
use crate::draft::OfficeField;
use crate::form::{Document, Named};
use crate::text::{Sense, compact, has_any};
use crate::value::Decimal;

/// Negations with the words that remain without them.
const NEGATIONS: [(&str, &str); 27] = [
    ("不存在", "存在"),
    ("无一例", "有"),
    ("无一起", "有"),
    ("无一件", "有"),
    ("未接收", "接收"),
    ("未新收", "新收"),
    ("未收到", "收到"),
    ("没有收到", "收到"),
    ("未接到", "接到"),
    ("没有接到", "接到"),
    ("未受理", "受理"),
    ("未发生", "发生"),
    ("没有发生", "发生"),
    ("未产生", "产生"),
    ("没有产生", "产生"),
    ("未出现", "出现"),
    ("未引发", "引发"),
    ("未制发", "制发"),
    ("未制定", "制定"),
    ("未出台", "出台"),
    ("没有制发", "制发"),
    ("没有制定", "制定"),
    ("没有出台", "出台"),
    ("没有因", "因"),
    ("未因", "因"),
    ("没有", "有"),
    ("无", "有"),
];

/// Words before a negation that make it a condition, an aim or another's.
const CONDITIONS: [&str; 12] = ["如", "若", "对", "确保", "避免", "防止", "力争", "做到", "杜绝", "凡", "因", "由于"];

/// The furthest the thing that is not may stand after its negation, in characters.
const REACH: usize = 36;

/// Adds the claims that a paragraph makes by words for zero.
pub(super) fn zeros(reader: &ClaimReader, topic: Topic, found: &mut Vec<Claim>) {
    let reading = &reader.passage.reading;
    for clause in reading.clauses() {
        let text = reading.words(clause.clone());
        if let Some(object) = told_by_zero(text) {
            if is_anothers(reader, object, "", clause) {
                continue;
            }
            for subject in subjects(reader, ("", "未收到", object), clause.start, topic) {
                let start = clause.start + text.len() - text.trim_start().len();
                let end = clause.start + text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
                found.push(zero(reader, subject, start..end, object.trim_start().to_owned()));
            }
        }
        if !text.contains(['未', '没', '无']) {
            continue;
        }
        let negation = NEGATIONS.iter().filter_map(|(words, positive)| Some((text.find(words)?, *words, *positive)));
        // Of 没有发生 and 没有 the one that begins first and is longer.
        let Some((at, words, positive)) = negation.min_by_key(|(at, words, _)| (*at, usize::MAX - words.len())) else {
            continue;
        };
        let (before, object) = (text.get(..at).unwrap_or_default(), text.get(at + words.len()..).unwrap_or_default());
        let own = Decimal::from(reader.year);
        let mut years = reading.numbers_in(clause).iter().filter(|number| number.sense == Sense::Year);
        let is_elsewhen = years.any(|year| year.value != own)
            || (has_any(before, &["上年", "上一年"]) && !object.starts_with("结转"))
            || has_any(before, &["季度", "半年", "月份"]);
        if is_elsewhen
            || has_any(before, &CONDITIONS)
            || text.contains("去年")
            || object.chars().count() > REACH
            || is_anothers(reader, before, object, clause)
        {
            continue;
        }
        let number_inside = reading
            .numbers_in(&(clause.start + at + words.len()..clause.end))
            .iter()
            .any(crate::text::Number::is_count);
        if number_inside {
            continue;
        }
        for subject in subjects(reader, (before, words, object), clause.start, topic) {
            let start = clause.start + at;
            let object = object.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end();
            let end = start + words.len() + object.len();
            found.push(zero(reader, subject, start..end, format!("{positive}{object}")));
        }
    }
}

/// Whether there is none of what is somebody else's: 下辖的清河镇未收到, 县教育局反馈，没有收到, 未受理以居民委员会为被告的.
fn is_anothers(reader: &ClaimReader, before: &str, object: &str, clause: &Range<usize>) -> bool {
    const TOLD: [&str; 6] = ["反映", "反馈", "表示", "公示", "公告", "项目"];
    let reading = &reader.passage.reading;
    let office = reader.draft.office(OfficeField::Name);
    let sentence = reading.sentence(clause.start);
    let earlier = compact(reading.recent(sentence.start, clause.start));
    let earlier = earlier.trim_end_matches(['，', ',']);
    let party = object.split_once('以').and_then(|(_, party)| party.split_once('为'));
    let is_other_party = party.is_some_and(|(who, _)| !who.starts_with(['我', '本']) && !office.contains(who));
    is_other_party
        || is_another_body(&compact(before), office)
        || TOLD.iter().any(|told| earlier.ends_with(told))
        || another_acts(earlier, office)
}

fn zero(reader: &ClaimReader, subject: Subject, words: Range<usize>, positive: String) -> Claim {
    let said = Said::Zero { positive };
    let (place, value, standing) = (reader.passage.place, Decimal::ZERO, Standing::Unknown);
    Claim { place, digits: words.clone(), words, value, subject, said, firm: true, standing }
}

/// The words of a clause before its 均为零 or 零发生, when they are short and no condition, aim or longer time.
fn told_by_zero(clause: &str) -> Option<&str> {
    const ENDS: [&str; 9] =
        ["数量均为零", "数均为零", "均为零", "均为0", "数量为零", "数为零", "为零", "为0", "零发生"];
    let bare = clause.trim_end_matches(|c: char| !c.is_alphanumeric());
    let object = ENDS.iter().find_map(|end| bare.strip_suffix(end))?;
    let longer = has_any(object, &["连续", "去年", "上年", "率", "实现", "保持", "目标"]);
    (!longer && !has_any(object, &CONDITIONS) && object.chars().count() <= REACH).then_some(object)
}

/// What there is none of.
fn subjects(
    reader: &ClaimReader,
    (before, negation, object): (&str, &str, &str),
    clause: usize,
    topic: Topic,
) -> Vec<Subject> {
    // 未收到当面提交的申请 is of a kind, 未出现因答复不当引起的复议 of a cause: neither is all of them.
    const KINDS: [&str; 14] = [
        "组织提出",
        "企业提出",
        "涉密",
        "当面",
        "窗口",
        "信函",
        "邮寄",
        "网络",
        "网上",
        "电子邮件",
        "口头",
        "法人的",
        "自然人",
        "企业的",
    ];
    const CARRIED: [&str; 7] =
        ["上年结转", "上年度结转", "结转上年", "上年转入", "上年度转入", "上一年转入", "上年遗留"];
    let because = object.split_once('因').map_or("", |(_, why)| why).replace("不服", "");
    let ends = ["引起", "引发", "被", "提起"];
    let because = ends.iter().find_map(|end| because.split_once(end)).map_or("", |(why, _)| why);
    if has_any(object, &KINDS) || because.contains(['不', '未', '误', '逾', '超']) {
        return Vec::new();
    }
    let received = ["收到", "接收", "新收", "接到", "受理"].iter().any(|verb| negation.ends_with(verb));
    let weak = matches!(negation, "无" | "没有");
    // Of villages and of the party's own affairs no table counts.
    if has_any(object, &["村务", "党务", "财务", "校务", "厂务"]) {
        return Vec::new();
    }
    if let Some((_, what)) = CARRIED.iter().find_map(|words| object.split_once(words)) {
        // 无上年结转的整改事项 is no application.
        let what = what.trim_matches(|c: char| !c.is_alphanumeric());
        let is_ours = what.is_empty() || matches!(what, "件" | "的件") || has_any(what, &["申请", "公开", "办理"]);
        return if is_ours { vec![Subject::CarriedIn] } else { Vec::new() };
    }
    if has_any(object, &["结转下年", "结转至下", "结转到下", "结转下一年", "下年度结转", "下年结转"])
    {
        return vec![Subject::CarriedOut];
    }
    let last_year = ["上年", "上年度", "上一年", "上一年度"].iter().any(|words| before.trim_end().ends_with(words));
    if last_year && object.starts_with("结转") {
        return vec![Subject::CarriedIn];
    }
    if object.contains("规范性文件")
        && !has_any(object, &["权", "配套", "备案", "目录", "草案"])
        && has_any(negation, &["制发", "制定", "出台"])
    {
        return vec![Subject::Document(Document::Normative, Stage::Issued)];
    }
    if has_any(object, &["收费", "费用"]) && has_any(object, &["信息公开", "政府信息", "依申请"]) && !received
    {
        return vec![Subject::Statistic(Named::of("charges.amount"))];
    }
    let courts = if object.contains('纠') { [before, object].concat() } else { object.to_owned() };
    let (review, suit) = (courts.contains("复议"), has_any(&courts, &["诉讼", "应诉", "起诉"]));
    if review || suit {
        // 没有被纠正的复议 says nothing of how many there were.
        let of_their_result =
            has_any(object, &["纠", "败", "撤", "错", "维持", "不服", "机关", "违法", "被责令", "后", "直接"]);
        let reading = &reader.passage.reading;
        // 复议诉讼未出现被纠错: none has that result.
        if of_their_result
            && object.contains('纠')
            && !has_any(object, &["不当", "违法", "程序"])
            && reader.speaks_of_information(reading.sentence(clause))
        {
            let court = match (review, suit) {
                (true, true) => Court::Both,
                (true, false) => Court::Review,
                (false, _) => Court::Suit,
            };
            return vec![Subject::Disputes(court, Outcome::Corrected)];
        }
        if of_their_result || !reader.speaks_of_information(reading.sentence(clause)) {
            return Vec::new();
        }
        let court = match (review, suit) {
            (true, true) => Court::Both,
            (true, false) => Court::Review,
            (false, _) => Court::Suit,
        };
        return vec![Subject::Disputes(court, Outcome::Total)];
    }
    let applications = has_any(object, &["公开申请", "依申请公开", "公开的申请", "信息的申请", "信息申请", "申请公开"]);
    let bare = topic.applications
        && matches!(object.trim_matches(|c: char| !c.is_alphanumeric()), "申请" | "相关申请" | "该项申请" | "此类申请");
    let other = has_any(
        object,
        &["答复", "补正", "投诉", "举报", "逾期", "异议", "收费", "费用", "问题", "超期", "渠道", "未"],
    );
    if (applications || bare)
        && !other
        && (received
            || (weak
                && ["申请", "依申请公开", "依申请公开的情况", "依申请公开情况", "依申请公开事项", "依申请公开件"]
                    .iter()
                    .any(|end| object.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(end))))
    {
        return vec![Subject::Received];
    }
    Vec::new()
}
