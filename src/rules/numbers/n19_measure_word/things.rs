//! What is counted outside the tables, with the measure words that go with it and those that do not.

/// A thing outside the tables: with which words it ends, with which measure words it does not go, and with which it does.
pub(super) struct Thing {
    pub label: &'static str,
    /// The words with which it ends.
    pub ends: &'static [&'static str],
    /// Words that must stand in its clause too, where its own mean other things as well: 建议 of the public is counted in 条.
    pub beside: &'static [&'static str],
    pub unfit: &'static [&'static str],
    pub fit: &'static [&'static str],
}

pub(super) const THINGS: [Thing; 8] = [
    Thing {
        label: "会议",
        ends: &["召开会议", "专题会议", "工作会议", "小组会议", "推进会", "部署会", "例会"],
        beside: &[],
        unfit: &["件", "条", "份", "篇", "部", "个", "项"],
        fit: &["次", "期"],
    },
    Thing {
        label: "培训",
        ends: &["培训会", "培训班", "开展培训", "业务培训", "专题培训", "组织培训"],
        beside: &[],
        unfit: &["件", "条", "份", "篇", "部", "项", "个"],
        fit: &["次", "期"],
    },
    Thing {
        label: "建议、提案",
        ends: &["建议", "提案", "建议提案", "建议、提案"],
        beside: &["代表", "委员", "人大", "政协", "提案"],
        unfit: &["条", "份", "个", "项", "篇"],
        fit: &["件"],
    },
    Thing {
        label: "政务新媒体",
        ends: &["新媒体", "新媒体账号", "公众号"],
        beside: &[],
        unfit: &["件", "条", "份", "篇", "次"],
        fit: &["个", "家"],
    },
    Thing {
        label: "政策解读",
        ends: &["解读材料", "解读稿件", "解读文章", "政策解读", "解读稿"],
        beside: &[],
        unfit: &["件次", "部", "次", "项"],
        fit: &["篇", "个"],
    },
    Thing {
        label: "申请",
        ends: &["公开申请", "公开的申请", "信息的申请", "信息申请", "受理申请", "收到申请", "依申请公开"],
        beside: &["信息公开", "公开申请", "公开政府信息", "依申请", "政府信息"],
        unfit: &["条", "份", "笔", "次", "宗", "个", "篇", "项", "起", "例", "人次", "封"],
        fit: &["件"],
    },
    Thing {
        label: "复议、诉讼",
        ends: &["行政复议", "行政诉讼", "行政复议案件", "行政诉讼案件"],
        beside: &["信息公开"],
        unfit: &["条", "份", "宗", "个", "起", "例", "项"],
        fit: &["件"],
    },
    Thing {
        label: "信息",
        ends: &[
            "发布信息",
            "公开信息",
            "发布政府信息",
            "公开政府信息",
            "发布政务信息",
            "公开政务信息",
            "发布各类信息",
            "公开各类信息",
            "更新信息",
            "推送信息",
        ],
        beside: &[],
        unfit: &["篇", "份", "个", "项", "期", "部", "则", "次"],
        fit: &["条", "件"],
    },
];
