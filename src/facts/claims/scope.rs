//! What a number's words leave out of the report's own figures of the year: other times, and more or fewer bodies than
//! the report's own.

use super::reader::ClaimReader;
use crate::draft::{Draft, OfficeField};
use crate::text::{Number, Sense, has_any};
use crate::value::Decimal;

impl ClaimReader<'_, '_> {
    /// Whether the words before a number speak of another time than the report year, or of a difference.
    pub(super) fn is_of_another_time(&self, number: &Number, [lead, before, recent]: [&str; 3]) -> bool {
        let past = has_any(before, &["上年", "去年", "上一年", "往年"]) && !has_any(lead, &["结转", "转来", "转入"]);
        let tail: String = lead.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        let differs = has_any(&tail, &["增加", "减少", "增长", "下降", "增幅", "上升", "多", "少", "高于", "低于"]);
        let part_of_year = has_any(before, &["季度", "半年", "月份", "当月", "一季"]);
        // 今年以来 is the report year; 以来累计受理156件，其中2024年受理9件 comes back to it.
        let own = format!("{}年", self.year);
        let recent = recent.replace("今年以来", "").replace("本年以来", "").replace("本年度以来", "");
        let recent = if lead.contains(&own) { "" } else { recent.as_str() };
        let long = has_any(recent, &["以来", "历年", "近年", "近几年", "年来", "五”期间", "五”时期", "任期"])
            || has_any(recent, &["此前", "前三年", "前五年", "近三年", "近两年", "近五年", "三年间", "五年间"])
            || (has_any(recent, &["截至", "截止"])
                && recent.contains("累计")
                && !has_any(recent, &["全年", "本年", "年内"]));
        past || differs || part_of_year || long || (self.names_another_year(number) && !lead.contains("结转"))
    }

    /// Whether the clause that a number stands in, or one before it that is nothing but years (2021年，收到申请3件),
    /// names another year than the report's: 2020年至2024年, 2023年、2024年分别.
    fn names_another_year(&self, number: &Number) -> bool {
        let reading = &self.passage.reading;
        let (clause, sentence) = (reading.clause(number.span.start), reading.sentence(number.span.start));
        let before = reading.numbers.get(..reading.index(number)).unwrap_or_default().iter().rev().take(8);
        let years = before.take_while(|n| n.span.start >= sentence.start).filter(|n| n.sense == Sense::Year);
        let named = years.map(|year| (reading.clause(year.span.start), year.value)).filter(|(own, _)| {
            let only_years = |c: char| c.is_ascii_digit() || !c.is_alphanumeric() || "年度至到和".contains(c);
            *own == clause || reading.words(own.clone()).chars().all(only_years)
        });
        let mut nearest = None;
        for (own, year) in named {
            if *nearest.get_or_insert_with(|| own.clone()) != own {
                break;
            }
            if year != Decimal::from(self.year) {
                return true;
            }
        }
        false
    }

    /// Whether the reviews or suits that a number counts are those over every kind of act, which a body of review
    /// handles, and not only those over information: nothing before their court speaks of information, and they are
    /// said to be handled, or those over information are then told as a part (行政复议18件，其中涉及政府信息公开2件).
    pub(super) fn is_of_every_kind(&self, number: &Number, before: &str, recent: &str) -> bool {
        const INFORMATION: [&str; 3] = ["信息公开", "政务公开", "依申请"];
        const HANDLED: [&str; 4] = ["办理", "审理", "审结", "受理"];
        if has_any(before, &HANDLED) && !has_any(before, &["信息公开", "政务公开"]) {
            return true;
        }
        let courts = ["复议", "诉讼", "应诉", "起诉"].iter().filter_map(|court| recent.find(court)).min();
        let first = recent.get(..courts.unwrap_or(recent.len())).unwrap_or(recent);
        if has_any(first, &INFORMATION) {
            return false;
        }
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let after = reading.words(number.span.end..sentence.end.min(self.end_after(number)));
        let part = |words: &str| words.split_once("其中").is_some_and(|(_, part)| has_any(part, &INFORMATION));
        has_any(recent, &HANDLED) || part(after) || part(recent)
    }

    /// Whether the count before a number in its sentence is one of applications in the same measure word: 收到申请74宗，予以公开60宗.
    pub(super) fn goes_on_in_its_unit(&self, number: &Number) -> bool {
        let reading = &self.passage.reading;
        let sentence = reading.sentence(number.span.start);
        let mut before = reading.numbers_in(&(sentence.start..number.span.start)).iter().rev().take(8);
        let first = before.find(|n| n.is_count() && reading.lead(n).contains("申请"));
        first.is_some_and(|first| first.unit == number.unit)
    }
}

/// Whether the words right before a number, or its sentence, make it that of fewer or more bodies than the report's
/// own: 市本级, 各部门, 协助市政府答复; and where the office is no government, 全市.
pub(super) fn is_of_other_bodies(draft: &Draft, recent: &str) -> bool {
    let kind = draft.office(OfficeField::Kind);
    let governs = kind.is_empty()
        || ["state", "province", "city", "county"].contains(&kind)
        || draft.office(OfficeField::Name).contains("人民政府办公");
    // Brackets do not end what belongs together: 指导各县（市、区）局办理申请55件.
    let before = recent.rsplit(['，', ',', '；', ';']).next().unwrap_or(recent);
    // 紧扣全市中心工作，我局收到: the office itself is named where it counts.
    let is_own = before.contains(['我', '本']) && !has_any(before, &AREAS);
    has_any(before, &BODIES) || (!governs && !is_own && has_any(recent, &AREAS))
}

/// Words that narrow a figure to a part of what the tables count, or give it to somebody else.
const BODIES: [&str; 49] = [
    "办公室本部门",
    "上级政府",
    "上级机关",
    "省级层面",
    "有的",
    "市本级",
    "区本级",
    "县本级",
    "本级",
    "机关本身",
    "级部门",
    "个部门",
    "所辖",
    "行政村",
    "各行政机关",
    "个乡镇",
    "个镇",
    "家单位",
    "各镇",
    "各乡镇",
    "各街道",
    "各部门",
    "各单位",
    "各县",
    "各区",
    "各市",
    "各地",
    "县直",
    "市直",
    "区直",
    "下级",
    "下属",
    "所属",
    "直属",
    "基层",
    "系统收到",
    "系统共",
    "指导",
    "协助",
    "配合",
    "协办",
    "督促",
    "移送",
    "转办",
    "抽查",
    "评查",
    "代市政府",
    "代区政府",
    "代县政府",
];

/// The area of a government, which reaches further than one of its departments or streets.
const AREAS: [&str; 9] = ["全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全系统", "全行业"];

/// Whether what was made public is that of all channels: none is named, or 网站、公众号等各种形式.
pub(super) fn is_by_all_channels(before: &str) -> bool {
    !has_any(before, &CHANNELS) || has_any(before, &["等各种", "等多种", "等各类", "等多渠道"])
}

/// Words that narrow what was made public to a channel.
const CHANNELS: [&str; 16] = [
    "电视",
    "广播",
    "电子屏",
    "抖音",
    "公开网",
    "报刊",
    "网站",
    "微信",
    "微博",
    "公众号",
    "平台",
    "公报",
    "公示栏",
    "公开栏",
    "渠道",
    "客户端",
];

/// Words without the rule by which something was done: 按照有关规定受理, 按要求答复.
pub(super) fn without_its_basis(words: &str) -> String {
    const FAR: usize = 36;
    let Some(at) = words.find(['按', '依']) else { return words.to_owned() };
    let rest = words.get(at..).unwrap_or_default();
    let end = ["规定", "要求"].iter().filter_map(|end| Some(rest.find(end)? + end.len())).min();
    match end.filter(|end| *end <= FAR) {
        Some(end) => [words.get(..at).unwrap_or_default(), rest.get(end..).unwrap_or_default()].concat(),
        None => words.to_owned(),
    }
}

/// What else is applied for, and is no information.
pub(super) const OTHER_APPLICATIONS: [&str; 12] =
    ["认定", "仲裁", "许可", "登记", "低保", "救助", "补贴", "职称", "专利", "商标", "公租房", "有的"];
