//! The words by which a report counts what it made public: information, documents, channels.

use std::sync::OnceLock;

use super::{FILLERS, ending, stripped};
use crate::facts::claims::Stage;
use crate::form::{BandRow, ColumnRole, Document, Form, Named, TableId, forms};
use crate::text::has_any;

/// The rows of table two of which decisions are counted.
fn decided() -> impl Iterator<Item = &'static BandRow> {
    let cells = forms().iter().flat_map(Form::band_cells);
    cells.filter(|(_, _, column)| column.role == ColumnRole::Decisions).map(|(_, row, _)| row)
}

/// The row of table two whose decisions the words before a number count, when nothing narrows them: 依法作出行政许可决定;
/// in a list (作出行政许可决定5件、行政处罚决定3件) the sentence says that they were made.
/// Told without that it counts what the words may narrow: 办理行政许可; that is not certain.
pub(in crate::facts::claims) fn decisions(lead: &str, sentence: &str) -> Option<(&'static str, bool)> {
    const MADE: [&str; 11] = ["作出", "做出", "依法", "全年", "本年", "本年度", "年度", "我局", "本机关", "、", "和"];
    let rest = stripped(lead, &[&FILLERS]);
    let loosely = || {
        let bare = stripped(rest, &[&["决定书", "决定", "案件", "案", "事项", "处理", "措施"]]);
        decided().find(|row| bare.ends_with(row.label)).map(|row| (row.id, false))
    };
    let Some(words) = rest.strip_suffix("决定") else { return loosely() };
    let words = words.strip_suffix("处理").unwrap_or(words);
    let words = words.strip_suffix("措施").unwrap_or(words);
    let (row, before) = decided().find_map(|row| Some((row.id, words.strip_suffix(row.label)?)))?;
    let before = stripped(without_the_office(stripped(before, &[&FILLERS, &MADE])), &[&FILLERS, &MADE]);
    // 2022年度我局共作出: of the year nothing but its number is left.
    let bare = before.trim_end_matches('年').trim_end_matches(|c: char| c.is_ascii_digit());
    let plain = bare.is_empty() || before.ends_with('年') || before == "其中";
    let is_made = has_any(sentence, &["作出", "做出"])
        || (has_any(sentence, &["全年", "本年", "年度"]) && has_any(lead, &["全年", "本年", "年度"]));
    if plain && is_made { Some((row, true)) } else { loosely() }
}

/// Words without the office that ends them: 全年我镇.
fn without_the_office(words: &str) -> &str {
    const LONGEST: usize = 4;
    let near: Vec<(usize, char)> = words.char_indices().rev().take(LONGEST).collect();
    let own = near.iter().find(|(_, c)| matches!(c, '我' | '本'));
    own.and_then(|(at, _)| words.get(..*at)).unwrap_or(words)
}

const DOCUMENTS: [(&str, Document); 4] = [
    ("规范性文件", Document::Normative),
    ("行政规范性文件", Document::Normative),
    ("规章", Document::Rules),
    ("政府规章", Document::Rules),
];

/// The row of table two whose documents the words before a number count.
pub(in crate::facts::claims) fn document(lead: &str) -> Option<Document> {
    let rest = stripped(lead, &[&FILLERS]);
    let (length, row) = ending(rest, &DOCUMENTS)?;
    let before = rest.get(..rest.len() - length)?;
    let other = ["部门", "党内", "内部", "政府办", "镇级", "其他", "类", "党委"];
    (!other.iter().any(|word| before.ends_with(word))).then_some(row)
}

/// Whether the words before a number count information made public: 主动公开各类政府信息.
pub(in crate::facts::claims) fn disclosed(lead: &str) -> bool {
    let rest = stripped(lead, &[&FILLERS, &["各类", "政府信息", "政务信息", "信息", "政府", "我局"]]);
    let counted = lead.get(rest.len()..).unwrap_or_default();
    rest.ends_with("主动公开") && counted.contains("信息")
}

const CHANNELS: [(&str, Named); 11] = [
    ("政府公报", Named::of("channel.gazette")),
    ("政府网站", Named::of("channel.website")),
    ("门户网站", Named::of("channel.website")),
    ("政务微博", Named::of("channel.weibo")),
    ("微博", Named::of("channel.weibo")),
    ("政务微信", Named::of("channel.wechat")),
    ("微信", Named::of("channel.wechat")),
    ("微信公众号", Named::of("channel.wechat")),
    ("其他方式", Named::of("channel.other")),
    ("其他渠道", Named::of("channel.other")),
    ("其它方式", Named::of("channel.other")),
];

/// The channels in the words of the statistic form.
const FORM: [&str; 6] = ["政府公报", "政府网站", "政务微博", "政务微信", "其他方式", "其它方式"];

const REQUESTS: [(&str, Named); 6] = [
    ("当面", Named::of("requests.in_person")),
    ("传真", Named::of("requests.fax")),
    ("网络", Named::of("requests.online")),
    ("网上", Named::of("requests.online")),
    ("信函", Named::of("requests.letter")),
    ("电子邮件", Named::of("requests.online")),
];

const EVENTS: [(&str, Named); 8] = [
    ("专题会议", Named::of("training.meetings")),
    ("工作会议", Named::of("training.meetings")),
    ("培训班", Named::of("training.courses")),
    ("接受培训", Named::of("training.trainees")),
    ("新闻发布会", Named::of("response.press")),
    ("在线访谈", Named::of("response.interviews")),
    ("解读稿件", Named::of("response.interpretations")),
    ("举报投诉", Named::of("complaints.total")),
];

/// The figure of the statistic form that the words before a number count, and whether they can mean nothing else:
/// channels and ways of applying do; meetings and interviews may be told more narrowly than they are counted.
pub(in crate::facts::claims) fn statistic(lead: &str) -> Option<(Named, bool)> {
    let rest = stripped(lead, &[&FILLERS, &["主动公开", "公开", "政府信息", "信息", "发布"]]);
    let request = ending(stripped(lead, &[&FILLERS, &["申请", "提出", "方式", "件"]]), &REQUESTS);
    // 网络和信函申请共12件 counts two of them.
    let is_one = |(length, _): &(usize, Named)| {
        let rest = stripped(lead, &[&FILLERS, &["申请", "提出", "方式", "件"]]);
        let before = rest.get(..rest.len() - length).unwrap_or_default();
        // 、网络申请9件 goes on a list of numbers.
        !before.ends_with(['和', '及', '与', '或']) && (before == "、" || !before.ends_with('、'))
    };
    let request = request.filter(|found| lead.contains("申请") && is_one(found));
    let events = || ending(stripped(lead, &[&FILLERS]), &EVENTS).map(|(_, name)| (name, false));
    // 县政府网站 and 微博 may be one of several, or count all that went there; the words of the form mean its figure.
    let channel = ending(rest, &CHANNELS).map(|(length, name)| {
        let (before, word) = rest.split_at(rest.len() - length);
        let one = ["省", "市", "县", "区", "旗", "镇", "乡", "局", "部门"].iter().any(|owner| before.ends_with(owner));
        (name, !one && FORM.contains(&word))
    });
    channel.or(request.map(|(_, name)| (name, true))).or_else(events)
}

/// The figure of the statistic form that its own words before a number name (按时办结数), and whether nothing else stands before the
/// number. Words of two figures name none.
pub(in crate::facts::claims) fn statistic_by_its_own_words(lead: &str) -> Option<(Named, bool)> {
    const SHORTEST: usize = 4;
    static OWN: OnceLock<Vec<(String, Named)>> = OnceLock::new();
    let own = OWN.get_or_init(|| {
        let tables = forms().iter().filter_map(|form| form.table(TableId::Statistics));
        let figures = tables.flat_map(|table| table.labels.iter());
        let words = figures.map(|(key, label)| (stripped(label, &[&FILLERS]).to_owned(), Named::from(*key)));
        let all: Vec<(String, Named)> = words.collect();
        let is_one = |words: &str| all.iter().filter(|(other, _)| other == words).count() == 1;
        all.iter().filter(|(words, _)| words.chars().count() >= SHORTEST && is_one(words)).cloned().collect()
    });
    let rest = stripped(lead, &[&FILLERS]);
    let named = own.iter().filter(|(words, _)| rest.ends_with(words));
    let bare = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    named.max_by_key(|(words, _)| words.len()).map(|(words, figure)| (*figure, bare == words))
}

/// What a clause says was done with documents; nothing where it speaks of something else than making them public. In a
/// list (公开规章13件，规范性文件60件) the sentence before says it, and then any column may be meant.
pub(in crate::facts::claims) fn stage(clause: &str, sentence: &str) -> Option<Stage> {
    const OTHER: [&str; 20] = [
        "审核",
        "审查",
        "备案",
        "清理",
        "解读",
        "评估",
        "刊登",
        "转发",
        "汇编",
        "修改",
        "修订",
        "梳理",
        "报送",
        "征求",
        "起草",
        "代拟",
        "涉及",
        "配套",
        "后评估",
        "上传",
    ];
    /// What is done with all that are in force, so that it narrows nothing: 梳理公布现行有效规范性文件393件.
    const OF_ALL: [&str; 4] = ["梳理", "清理", "汇编", "上传"];
    const VERBS: [(&str, Stage); 21] = [
        ("尚在执行", Stage::InForce),
        ("正在执行", Stage::InForce),
        ("继续执行", Stage::InForce),
        ("废止", Stage::Repealed),
        ("失效", Stage::Repealed),
        ("现行有效", Stage::InForce),
        ("继续有效", Stage::InForce),
        ("仍然有效", Stage::InForce),
        ("仍有效", Stage::InForce),
        ("目前有效", Stage::InForce),
        ("继续保留", Stage::InForce),
        ("制发", Stage::Issued),
        ("制定", Stage::Issued),
        ("制作", Stage::Issued),
        ("出台", Stage::Issued),
        ("印发", Stage::Issued),
        ("新制作", Stage::Issued),
        ("对外公开", Stage::InForce),
        ("公开", Stage::Any),
        ("发布", Stage::Any),
        ("公布", Stage::Any),
    ];
    let last = |words: &str| {
        let found =
            VERBS.iter().filter_map(|(verb, stage)| Some((words.rfind(verb)? + verb.len(), verb.len(), *stage)));
        found.max_by_key(|(end, length, _)| (*end, *length)).map(|(.., stage)| stage)
    };
    let is_of_all = matches!(last(clause), Some(Stage::InForce | Stage::Repealed));
    if OTHER.iter().any(|word| clause.contains(word) && !(is_of_all && OF_ALL.contains(word))) {
        return None;
    }
    last(clause).or_else(|| last(sentence).filter(|_| !has_any(sentence, &OTHER)).map(|_| Stage::Any))
}

/// What was done with documents, where the words before a number say only that: 废止1件.
pub(in crate::facts::claims) fn stage_alone(lead: &str) -> Option<Stage> {
    const VERBS: [(&str, Stage); 5] = [
        ("对外公开", Stage::InForce),
        ("废止", Stage::Repealed),
        ("宣布失效", Stage::Repealed),
        ("现行有效", Stage::InForce),
        ("继续有效", Stage::InForce),
    ];
    ending(stripped(lead, &[&FILLERS, &["文件"]]), &VERBS).map(|(_, stage)| stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_and_information() {
        assert_eq!(document("动态更新本年度制发的规范性文件"), Some(Document::Normative));
        assert_eq!(document("部门规范性文件"), None);
        assert_eq!(decisions("2024年依法作出行政许可决定", "2024年依法作出行政许可决定"), Some(("licences", true)));
        assert_eq!(decisions("、行政处罚决定", "依法作出行政许可决定5件、行政处罚决定"), Some(("penalties", true)));
        assert_eq!(decisions("全年共办理行政许可", "全年共办理行政许可"), Some(("licences", false)));
        for lead in [
            "县市场监管局作出行政处罚决定",
            "各区局作出行政许可决定",
            "公示行政处罚决定",
            "作出食品领域行政处罚决定",
            "公开行政许可决定书",
            "不予行政处罚决定",
        ] {
            assert!(!decisions(lead, "全年作出").is_some_and(|(_, firm)| firm), "{lead}");
        }
        for lead in ["通过县政府网站公开", "发布微博", "门户网站发布信息"] {
            assert!(!statistic(lead).is_some_and(|(_, firm)| firm), "{lead}");
        }
        assert_eq!(document("刊登政府规章、规范性文件等"), None);
        assert!(disclosed("累计主动公开各类政府信息"));
        assert!(!disclosed("主动公开规章"));
        assert_eq!(statistic("政务微信公开政府信息数"), Some((Named::of("channel.wechat"), true)));
        assert_eq!(statistic("举办新闻发布会"), Some((Named::of("response.press"), false)));
    }
}
