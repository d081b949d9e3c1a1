//! The terms of the statistic form of report years 2014 to 2018. The regulation was then that of 2007.

use super::{Explanation, means};

/// The terms in the order of the form.
pub(super) const TERMS: &[Explanation] = &[
    means("disclosed.total", "同一条信息用不同渠道和方式公开的，只计1条。", "本表一（一）"),
    means("response.topics", "用不同方式回应同一热点或者舆情的，只计1次。", "本表二（一）"),
    means(
        "requests.on_time",
        "能够当场答复的当场答复，不能当场答复的，自收到申请之日起15个工作日内答复。",
        "《政府信息公开条例》（国令第492号）第二十四条",
    ),
    means(
        "requests.extended",
        "经政府信息公开工作机构负责人同意并告知申请人，延长了答复期限，延长最长不超过15个工作日。",
        "《政府信息公开条例》（国令第492号）第二十四条",
    ),
    means(
        "replies.already_public",
        "属于公开范围，已告知获取该政府信息的方式和途径。",
        "《政府信息公开条例》（国令第492号）第二十一条第（一）项",
    ),
    means(
        "replies.partial",
        "含有不应当公开的内容，但能够作区分处理，提供了可以公开的部分。",
        "《政府信息公开条例》（国令第492号）第二十二条",
    ),
    means(
        "replies.denied.safety",
        "公开后会危及国家安全、公共安全、经济安全和社会稳定的政府信息，不得公开。",
        "《政府信息公开条例》（国令第492号）第八条",
    ),
    means(
        "replies.denied.not_information",
        "政府信息是行政机关在履行职责过程中制作或者获取的，以一定形式记录、保存的信息。",
        "《政府信息公开条例》（国令第492号）第二条",
    ),
    means(
        "replies.not_ours",
        "依法不属于本行政机关公开；能够确定公开机关的，应告知其名称、联系方式。",
        "《政府信息公开条例》（国令第492号）第二十一条第（三）项",
    ),
    means(
        "replies.not_exist",
        "所申请的政府信息不存在，已告知申请人。",
        "《政府信息公开条例》（国令第492号）第二十一条第（三）项",
    ),
    means(
        "replies.amend",
        "申请内容不明确，已告知申请人作出更改、补充。",
        "《政府信息公开条例》（国令第492号）第二十一条第（四）项",
    ),
    means(
        "lawsuit.total",
        "复议机关作共同被告的案件，只由作出原行政行为的机关计数，复议机关不计。",
        "国办公开办函〔2016〕201号",
    ),
    means(
        "complaints.total",
        "认为行政机关不依法履行政府信息公开义务，向上级行政机关、监察机关或者政府信息公开工作主管部门的举报。",
        "《政府信息公开条例》（国令第492号）第三十三条",
    ),
    means("charges.amount", "只可收取检索、复制、邮寄等成本费用。", "《政府信息公开条例》（国令第492号）第二十七条"),
    means("bodies.full_time", "不包括政府公报及政府网站工作人员数。", "本表八（三）1"),
    means("bodies.budget", "不包括用于政府公报编辑管理及政府网站建设维护等方面的经费。", "本表八（四）"),
];
