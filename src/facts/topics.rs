//! The topics of the overview that the national forms ask for, and the words by which a text is known to speak of them.

use crate::text::{compact, has_any, mark, ordinals};

/// A topic of part one.
pub struct Topic {
    /// Its name in the form, in few words.
    pub name: &'static str,
    /// Words that a title of its own is known by.
    pub title: &'static [&'static str],
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
        prose: &["主动公开", "公开政府信息", "公开信息", "发布信息"],
    },
    Topic {
        name: "依申请公开", title: &["申请"], prose: &["依申请", "申请公开", "公开申请", "信息申请"]
    },
    Topic {
        name: "政府信息管理",
        title: &["管理", "审查", "审核", "制度", "机制", "规范化", "规范信息", "规范公开", "流程", "建章立制", "保密"],
        prose: &["信息管理", "审查", "审核", "制度", "机制", "三审", "清理", "目录"],
    },
    Topic {
        name: "平台建设",
        title: &["平台", "载体", "网站", "新媒体", "渠道", "专栏", "公众号", "阵地", "途径"],
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
            "评议",
            "责任",
            "督查",
            "督导",
            "监管",
            "督办",
            "领导",
            "评估",
        ],
        prose: &["监督", "保障", "考核", "培训", "评议", "责任", "督查", "督导", "领导小组", "专人"],
    },
];

/// So many letters at the start of a paragraph, or after 一是, can be a title.
const TITLE: usize = 40;

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
    pub fn has_title(&self, title: &str) -> bool {
        has_any(title, self.title)
    }
}

/// What can be a title in a paragraph: its beginning, and what stands after 一是, to the first mark.
pub fn titles(text: &str) -> Vec<String> {
    let after = ordinals(text).into_iter().map(|(_, span)| span.end);
    let starts = std::iter::once(mark(text).map_or(0, |mark| mark.span.end)).chain(after);
    let title = |start: usize| -> Option<String> {
        let words = text.get(start..)?.trim_start().chars().take(TITLE);
        Some(words.take_while(|c| !matches!(c, '。' | '：' | ':' | '；')).collect())
    };
    starts.filter_map(title).collect()
}

/// Whether a text speaks of the fee for handling information, be it that there was none.
pub fn tells_of_fee(text: &str) -> bool {
    has_any(&compact(text), &["处理费", "收费", "收取", "费用", "免费"])
}
