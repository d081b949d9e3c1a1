//! The words by which the build of a sentence is told: what is done, when, of which whole; and words that say nothing of what is counted.

/// What is done, so that what stands after it is what is counted, and what stands before it is who or where.
pub(super) const VERBS: [&str; 72] = [
    "确定", "播放", "播出", "从事", "自办", "召开", "举办", "举行", "组织", "开展", "进行", "发布", "公开", "公布",
    "推送", "编发", "编辑", "编印", "编制", "印发", "制作", "制发", "出版", "建成", "建立", "设立", "设置", "开设",
    "开通", "现有", "共有", "办理", "回复", "答复", "受理", "收到", "通报", "整改", "发现", "发放", "刊发", "刊登",
    "转发", "报送", "更新", "派发", "接待", "检查", "抽查", "制定", "出台", "上传", "撰写", "采编", "发送", "拥有",
    "运维", "播发", "张贴", "提供", "解决", "评估", "修订", "清理", "设有", "配备", "承办", "接受", "办结", "解答",
    "回应", "接听",
];
/// What verbs do, by kinds: what was received is another number than what was answered, printed, handed out. What is in none of them
/// tells what there is.
pub(super) const ACTS: [(&str, &[&str]); 9] = [
    ("get", &["受理", "收到", "接待", "接听"]),
    ("answer", &["办理", "回复", "答复", "整改", "解决", "承办", "办结", "解答", "回应"]),
    ("hand out", &["发放", "派发", "张贴"]),
    ("pass on", &["报送", "转发", "提供"]),
    ("change", &["更新", "修订", "清理"]),
    ("look over", &["通报", "发现", "检查", "抽查", "评估"]),
    ("hold", &["召开", "举办", "举行", "组织", "开展", "进行"]),
    ("be given", &["接受"]),
    (
        "make",
        &[
            "发布", "公开", "公布", "推送", "编发", "编辑", "编印", "编制", "印发", "制作", "制发", "出版", "刊发",
            "刊登", "制定", "出台", "上传", "撰写", "采编", "发送", "播发",
        ],
    ),
];

/// What is counted without anything being done with it.
pub(super) const QUANTITIES: [&str; 12] = [
    "访问总量",
    "访问人次",
    "培训人员",
    "参训人员",
    "参加人员",
    "访问量",
    "浏览量",
    "阅读量",
    "点击量",
    "关注用户",
    "粉丝",
    "粉丝量",
];

/// Verbs that tell of what was added, which is less than what there is.
pub(super) const ADDED: [&str; 7] = ["新增", "新建", "新设", "增设", "新开", "扩建", "改建"];
/// After these 公开 is part of a name; before those likewise.
pub(super) const BEFORE_NAME: [&str; 4] = ["政务", "信息", "依申请", "财务"];
pub(super) const AFTER_NAME: [&str; 12] =
    ["栏", "专栏", "专区", "平台", "目录", "指南", "日", "工作", "网", "领域", "申请", "类"];
/// Words that make a number that of a part, of another time, of others, or of a difference.
pub(super) const SCOPES: [&str; 34] = [
    "其中",
    "包括",
    "包含",
    "分别",
    "涉及",
    "上半年",
    "下半年",
    "季度",
    "月份",
    "上年",
    "去年",
    "上一年",
    "同比",
    "较",
    "比",
    "增加",
    "减少",
    "增长",
    "下降",
    "每",
    "平均",
    "以来",
    "历年",
    "近年",
    "累计",
    "下一步",
    "将",
    "计划",
    "要求",
    "不少于",
    "各镇",
    "各部门",
    "各单位",
    "所属",
];
/// Words of time, of sum and of oneself that say nothing of who or what.
pub(super) const EMPTY: [&str; 58] = [
    "全旗",
    "全州",
    "全乡",
    "全局",
    "全系统",
    "全省",
    "本年度",
    "本年",
    "全年",
    "年内",
    "今年",
    "当年",
    "一年来",
    "截至年底",
    "截至",
    "目前",
    "现",
    "共计",
    "共",
    "总计",
    "合计",
    "已",
    "还",
    "另",
    "先后",
    "同时",
    "及时",
    "官方",
    "认真",
    "主动",
    "积极",
    "扎实",
    "集中",
    "定期",
    "专门",
    "首先",
    "其次",
    "我街道",
    "我局",
    "我镇",
    "我乡",
    "我县",
    "我区",
    "我市",
    "我委",
    "我厅",
    "我院",
    "我办",
    "我单位",
    "本局",
    "本机关",
    "本单位",
    "全县",
    "全区",
    "全市",
    "全镇",
    "全街道",
    "向社会",
];
/// Words right before a number that say nothing of what is counted.
pub(super) const TAILS: [&str; 19] = [
    "累计", "共计", "总计", "合计", "共", "计", "达到", "达", "为", "有", "了", "的", "约", "近", "数量", "总数", "数",
    "出版", "印发",
];
/// What can be counted of anything: by itself it is no thing.
pub(super) const GENERAL: [&str; 22] = [
    "信息",
    "政府信息",
    "政务信息",
    "各类信息",
    "文章",
    "稿件",
    "文件",
    "内容",
    "动态",
    "视频",
    "问题",
    "会议",
    "培训",
    "活动",
    "资料",
    "申请",
    "事项",
    "数据",
    "人员",
    "工作动态",
    "通知公告",
    "图文信息",
];
/// Channels, of which each has numbers of its own.
pub(super) const CHANNELS: [&str; 15] = [
    "网站",
    "公众号",
    "微信",
    "微博",
    "抖音",
    "视频号",
    "公开栏",
    "公示栏",
    "电视",
    "广播",
    "报刊",
    "公报",
    "新媒体",
    "客户端",
    "电子屏",
];
/// The measure words of things.
pub(super) const UNITS: [&str; 20] = [
    "条", "件", "个", "次", "篇", "部", "项", "期", "人", "份", "家", "场", "处", "名", "册", "张", "起", "人次",
    "批次", "封",
];
