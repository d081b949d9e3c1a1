//! The topics of the overview that the national forms ask for, and the words by which a text is known to speak of them.

use crate::text::{compact, has_any, mark, ordinals};

/// A topic of part one.
pub struct Topic {
    /// Its name in the form, in few words.
    pub name: &'static str,
    /// Words that a title of its own is known by.
    title: &'static [&'static str],
    /// Words that make a title one of this topic where it speaks of no other: a system of publishing is no topic of its own.
    weak: &'static [&'static str],
    /// Words that prose without titles is known by.
    pub prose: &'static [&'static str],
}

static TOPICS: [Topic; 5] = [
    Topic {
        name: "主动公开",
        title: &[
            "主动公开",
            "重点领域",
            "重点信息",
            "公开内容",
            "公开力度",
            "公开质量",
            "信息发布",
            "全面公开",
            "公开重点",
        ],
        weak: &["抓公开", "促公开", "公开工作"],
        prose: &["主动公开", "公开政府信息", "公开信息", "发布信息"],
    },
    Topic {
        name: "依申请公开", title: &["申请"], weak: &[], prose: &["依申请", "申请公开", "公开申请", "信息申请"]
    },
    Topic {
        name: "政府信息管理",
        title: &["信息管理", "规范管理", "管理规范", "审查", "审核", "三审", "规范性文件", "清理", "建章立制", "保密"],
        weak: &["管理", "管信息", "制度", "机制", "规范化", "规范信息", "规范公开", "流程"],
        prose: &[
            "信息管理",
            "审查",
            "审核",
            "三审",
            "清理",
            "目录",
            "规范性文件",
            "保密",
            "公开制度",
            "公开工作制度",
            "规章制度",
            "各项制度",
            "制度建设",
            "公开机制",
            "工作机制",
            "长效机制",
        ],
    },
    Topic {
        name: "平台建设",
        title: &["平台", "载体", "网站", "新媒体", "渠道", "专栏", "公众号", "阵地", "途径"],
        weak: &[],
        prose: &["平台", "载体", "网站", "新媒体", "渠道", "公众号", "公开栏", "专栏"],
    },
    Topic {
        name: "监督保障",
        title: &[
            "监督",
            "保障",
            "考核",
            "培训",
            "队伍",
            "组织领导",
            "领导小组",
            "加强领导",
            "评议",
            "责任追究",
            "责任落实",
            "落实责任",
            "责任制",
            "督查",
            "督导",
            "监管",
            "督办",
            "评估",
            "问责",
        ],
        weak: &["领导", "责任"],
        prose: &["监督", "保障", "考核", "培训", "评议", "责任", "督查", "督导", "领导小组", "专人"],
    },
];

/// So many letters at the start of a paragraph, or after 一是, can be a title.
const TITLE: usize = 40;
/// A title is no longer; what is longer is a sentence, of which only the plainest words tell the topic.
const SHORT: usize = 20;

/// What can be a title of a paragraph.
pub struct Title {
    words: String,
    /// Whether it is as short as a title, and ends with a mark or the paragraph.
    is_short: bool,
}

impl Title {
    /// Whether it has these words.
    pub fn says(&self, words: &str) -> bool {
        self.words.contains(words)
    }
}

impl Topic {
    /// 主动公开.
    pub const PUBLISHING: &'static str = "主动公开";
    /// 依申请公开.
    pub const REQUESTS: &'static str = "依申请公开";

    /// What is known of a topic that a form asks for.
    pub fn asked_for(asked: &str) -> Option<&'static Self> {
        TOPICS.iter().find(|topic| asked.contains(topic.name))
    }

    /// Whether a title is one of this topic.
    pub fn has_title(&self, title: &Title) -> bool {
        let is_other = || TOPICS.iter().any(|other| other.name != self.name && has_any(&title.words, other.title));
        has_any(&title.words, self.title) || (title.is_short && has_any(&title.words, self.weak) && !is_other())
    }
}

/// What can be a title in a paragraph: its beginning, and what stands after 一是, to the first mark.
pub fn titles(text: &str) -> Vec<Title> {
    let after = ordinals(text).into_iter().map(|(_, span)| span.end);
    let starts = std::iter::once(mark(text).map_or(0, |mark| mark.span.end)).chain(after);
    let title = |start: usize| -> Option<Title> {
        let words = text.get(start..)?.trim_start().chars().take(TITLE);
        let words: String = words.take_while(|c| !matches!(c, '。' | '：' | ':' | '；')).collect();
        let is_short = words.chars().count() <= SHORT;
        Some(Title { words, is_short })
    };
    starts.filter_map(title).collect()
}

/// Whether a text speaks of the fee for handling information, be it that there was none.
pub fn tells_of_fee(text: &str) -> bool {
    has_any(&compact(text), &["处理费", "收费", "收取", "费用", "免费"])
}
