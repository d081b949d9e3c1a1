//! 政府信息公开情况统计表, the tree of indicators of report years 2014 to 2018.

/// An indicator, in the order of the printed form.
pub(super) struct Indicator {
    /// How deep it stands: 0 for 一、, 1 for （一）, 2 for 1. …
    pub depth: usize,
    /// The name of its figure, or of its group.
    pub name: &'static str,
    /// Its words.
    pub label: &'static str,
    /// Its unit; empty for a heading, which has no cell.
    pub unit: &'static str,
    /// Whether it is the sum of the indicators one level below it.
    pub sum: bool,
}

const fn head(depth: usize, name: &'static str, label: &'static str) -> Indicator {
    Indicator { depth, name, label, unit: "", sum: false }
}

const fn item(depth: usize, name: &'static str, label: &'static str, unit: &'static str) -> Indicator {
    Indicator { depth, name, label, unit, sum: false }
}

const fn sum(depth: usize, name: &'static str, label: &'static str, unit: &'static str) -> Indicator {
    Indicator { depth, name, label, unit, sum: true }
}

/// Every indicator of the form.
pub(super) const INDICATORS: &[Indicator] = &[
    head(0, "disclosed", "一、主动公开情况"),
    item(1, "disclosed.total", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"),
    item(2, "disclosed.normative", "其中：主动公开规范性文件数", "条"),
    item(2, "normative.issued", "制发规范性文件总数", "件"),
    head(1, "channel", "（二）通过不同渠道和方式公开政府信息的情况"),
    item(2, "channel.gazette", "1.政府公报公开政府信息数", "条"),
    item(2, "channel.website", "2.政府网站公开政府信息数", "条"),
    item(2, "channel.weibo", "3.政务微博公开政府信息数", "条"),
    item(2, "channel.wechat", "4.政务微信公开政府信息数", "条"),
    item(2, "channel.other", "5.其他方式公开政府信息数", "条"),
    head(0, "response", "二、回应解读情况"),
    item(1, "response.topics", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次"),
    head(1, "response.by", "（二）通过不同渠道和方式回应解读的情况"),
    item(2, "response.press", "1.参加或举办新闻发布会总次数", "次"),
    item(3, "response.press_lead", "其中：主要负责同志参加新闻发布会次数", "次"),
    item(2, "response.interviews", "2.政府网站在线访谈次数", "次"),
    item(3, "response.interviews_lead", "其中：主要负责同志参加政府网站在线访谈次数", "次"),
    item(2, "response.interpretations", "3.政策解读稿件发布数", "篇"),
    item(2, "response.social", "4.微博微信回应事件数", "次"),
    item(2, "response.other", "5.其他方式回应事件数", "次"),
    head(0, "requests", "三、依申请公开情况"),
    sum(1, "requests.received", "（一）收到申请数", "件"),
    item(2, "requests.in_person", "1.当面申请数", "件"),
    item(2, "requests.fax", "2.传真申请数", "件"),
    item(2, "requests.online", "3.网络申请数", "件"),
    item(2, "requests.letter", "4.信函申请数", "件"),
    sum(1, "requests.closed", "（二）申请办结数", "件"),
    item(2, "requests.on_time", "1.按时办结数", "件"),
    item(2, "requests.extended", "2.延期办结数", "件"),
    sum(1, "replies.total", "（三）申请答复数", "件"),
    item(2, "replies.already_public", "1.属于已主动公开范围数", "件"),
    item(2, "replies.granted", "2.同意公开答复数", "件"),
    item(2, "replies.partial", "3.同意部分公开答复数", "件"),
    sum(2, "replies.denied", "4.不同意公开答复数", "件"),
    item(3, "replies.denied.secret", "涉及国家秘密", "件"),
    item(3, "replies.denied.trade", "涉及商业秘密", "件"),
    item(3, "replies.denied.privacy", "涉及个人隐私", "件"),
    item(3, "replies.denied.safety", "危及国家安全、公共安全、经济安全和社会稳定", "件"),
    item(3, "replies.denied.not_information", "不是《条例》所指政府信息", "件"),
    item(3, "replies.denied.law", "法律法规规定的其他情形", "件"),
    item(2, "replies.not_ours", "5.不属于本行政机关公开数", "件"),
    item(2, "replies.not_exist", "6.申请信息不存在数", "件"),
    item(2, "replies.amend", "7.告知作出更改补充数", "件"),
    item(2, "replies.elsewhere", "8.告知通过其他途径办理数", "件"),
    sum(0, "review.total", "四、行政复议数量", "件"),
    item(1, "review.upheld", "（一）维持具体行政行为数", "件"),
    item(1, "review.corrected", "（二）被依法纠错数", "件"),
    item(1, "review.other", "（三）其他情形数", "件"),
    sum(0, "lawsuit.total", "五、行政诉讼数量", "件"),
    item(1, "lawsuit.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件"),
    item(1, "lawsuit.corrected", "（二）被依法纠错数", "件"),
    item(1, "lawsuit.other", "（三）其他情形数", "件"),
    item(0, "complaints.total", "六、举报投诉数量", "件"),
    item(0, "charges.amount", "七、依申请公开信息收取的费用", "万元"),
    head(0, "bodies", "八、机构建设和保障经费情况"),
    item(1, "bodies.units", "（一）政府信息公开工作专门机构数", "个"),
    item(1, "bodies.reading_points", "（二）设置政府信息公开查阅点数", "个"),
    sum(1, "bodies.staff", "（三）从事政府信息公开工作人员数", "人"),
    item(2, "bodies.full_time", "1.专职人员数（不包括政府公报及政府网站工作人员数）", "人"),
    item(2, "bodies.part_time", "2.兼职人员数", "人"),
    item(
        1,
        "bodies.budget",
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "万元",
    ),
    head(0, "training", "九、政府信息公开会议和培训情况"),
    item(1, "training.meetings", "（一）召开政府信息公开工作会议或专题会议数", "次"),
    item(1, "training.courses", "（二）举办各类培训班数", "次"),
    item(1, "training.trainees", "（三）接受培训人员数", "人次"),
];
