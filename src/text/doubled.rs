//! Marks and words that stand twice where once is meant.

use std::ops::Range;

use super::width::is_han;

/// Something doubled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubled {
    /// The bytes of both.
    pub span: Range<usize>,
    /// What is meant.
    pub once: String,
}

/// Marks of a sentence, the stronger ones after: of two side by side the stronger is meant.
const MARKS: [char; 7] = ['、', '，', '：', '；', '？', '！', '。'];

/// The marks that stand twice (，，) or beside another one (，。), white space between them left out.
pub fn doubled_marks(text: &str) -> Vec<Doubled> {
    let mut found: Vec<Doubled> = Vec::new();
    let mut run: Option<(Range<usize>, char, usize)> = None;
    let close = |run: Option<(Range<usize>, char, usize)>, found: &mut Vec<Doubled>| {
        if let Some((span, meant, _)) = run.filter(|(.., count)| *count > 1) {
            found.push(Doubled { span, once: meant.to_string() });
        }
    };
    for (at, c) in text.char_indices() {
        let strength = |c: char| MARKS.iter().position(|mark| *mark == c);
        match strength(c) {
            // ！！ and ？！ are said on purpose.
            Some(_) if !matches!(c, '？' | '！') => {
                run = Some(match run.take() {
                    Some((span, meant, count)) => {
                        let meant = if strength(c) > strength(meant) { c } else { meant };
                        (span.start..at + c.len_utf8(), meant, count + 1)
                    }
                    None => (at..at + c.len_utf8(), c, 1),
                });
            }
            _ if c == ' ' && run.is_some() => {}
            _ => close(run.take(), &mut found),
        }
    }
    close(run, &mut found);
    found.extend(titles(text));
    found.sort_by_key(|doubled| doubled.span.start);
    found
}

/// The longest title, in bytes.
const TITLE: usize = 300;

/// The marks of a title that stands in two of them: 《《条例》》.
fn titles(text: &str) -> Vec<Doubled> {
    let titles = text.match_indices("《《").filter_map(|(at, marks)| {
        // No further than a title is long.
        let rest = text.get(at + marks.len()..text.floor_char_boundary(at + TITLE))?;
        let end = rest.find("》》").filter(|end| !rest.get(..*end).unwrap_or_default().contains(['《', '》']))?;
        let close = at + marks.len() + end;
        Some([(at..at + marks.len(), "《"), (close..close + marks.len(), "》")])
    });
    titles.flatten().map(|(span, once)| Doubled { span, once: once.to_owned() }).collect()
}

/// A single character that is not doubled in good Chinese, but for these before it or after it.
const SINGLE: [(char, &str, &str); 9] = [
    ('了', "为除", "解结如"),
    ('性', "男女个异两雌雄", "格别能质情"),
    ('可', "", "豆粉脂"),
    ('的', "目标有无端众", "确士"),
    ('和', "共总缓饱温柔", "谐平美睦解气善"),
    ('将', "即必大小名武干", "军领来士"),
    ('在', "存现正实潜内外所旨何", "职线校建岗编场册研押校建家世位"),
    ('与', "参赠给授赋干", "会否"),
    ('们', "", ""),
];

/// Words of two characters that end one compound and begin the next, so that they stand twice with good reason
/// (行政处罚 处罚决定, 规范性文件 文件库, 县政府 政府网站), or that are doubled on purpose (研究研究). Each has two
/// characters, so that two characters found anywhere in the list are one of its words.
const TWICE: &str = "公开 信息 政府 政务 服务 申请 部门 单位 机关 行政 执法 监督 处罚 许可 收费 采购 \
     决定 文件 政策 网站 平台 中心 人员 领导 小组 街道 社区 企业 责任 年度 项目 会议 \
     事项 预算 决算 教育 财政 法律 法规 规范 建设 培训 发布 栏目 专栏 数据 管理 办公 \
     审批 安全 质量 产品 食品 药品 交通 卫生 健康 环境 生态 土地 规划 城市 农村 社会 \
     民生 群众 公众 代表 委员 建议 提案 议案 案件 复议 诉讼 新闻 媒体 微信 微博 视频 \
     图片 档案 资料 标准 目录 清单 工程 资金 补贴 救助 招标 合同 征收 补偿 拆迁 保障 \
     就业 养老 医疗 旅游 文化 体育 科技 农业 水利 住房 民政 统计 审计 税务 价格 市场 \
     电子 网络 用户 窗口 大厅 热线 评价 考核 检查 巡查 评估 指标 结果 决策 意见 通知 \
     公告 公示 备案 登记 信用 应急 防控 疫情 研究 讨论 商量 学习 休息 活动 考虑 方便 \
     体验 宣传 沟通 讲解 了解 交流 锻炼 资源 干部 基层 网上 线上 自然 国家 中央 全国 国土 水务 气象 消防 公安 司法 党员";

/// What is done, and said twice on purpose.
const DONE_TWICE: &str = "研究 讨论 商量 学习 休息 活动 考虑 方便 体验 宣传 沟通 讲解 了解 交流 锻炼 检查 评估 评价";

/// Words of these that stand twice only behind some letters or before some: 智慧政务 政务服务, 严格规范 规范性文件, 县财政 财政资金.
const SOMETIMES: [(&str, &str, &str); 4] = [
    ("保障", "会疗房育老活", ""),
    ("政务", "慧子上字+＋网能一", ""),
    ("规范", "", "性化"),
    ("财政", "省市县区镇乡级央地", "性资部厅局"),
];

/// Characters that are said twice at the end of words.
const SAID_TWICE: &str = "某常往渐慢频纷层处人个天家事件条年月日时刻步谢试看想等多好久明仅刚偏爸妈哥姐弟妹爷奶宝星点滴默稳深紧牢早远轻细满暖圈村户\
     项样代篇句字区岁种面两一落娓井沉稍悄缓徐茫滔源孜兢勃朗琅历芳娜丽婷莉媛倩萍琳玲娟梅兰英华军强伟佳欣蓉蕾晶冰洋洋阳";

/// Longer pieces that stand twice with good reason: 政府信息公开 信息公开专栏.
const LONGER: [&str; 9] = ["公开", "信息", "政府", "政务", "服务", "行政", "部门", "申请", "管理"];

/// The longest piece that is looked for, in characters.
const LONGEST: usize = 8;

/// The characters and words of Chinese that stand twice. Names in 《》 are quoted as they are.
pub fn doubled_words(text: &str) -> Vec<Doubled> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |index: usize| letters.get(index).map_or('\0', |(_, c)| *c);
    let mut found = Vec::new();
    let (mut at, mut in_title) = (0, false);
    while at < letters.len() {
        match letter(at) {
            '《' => in_title = true,
            '》' => in_title = false,
            _ => {}
        }
        let length = if in_title { None } else { repeated(&letters, at) };
        let Some(length) = length else {
            at += 1;
            continue;
        };
        let mut end = at + length;
        while end + length <= letters.len() && (0..length).all(|k| letter(end + k) == letter(at + k)) {
            end += length;
        }
        let byte = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
        let once = text.get(byte(at)..byte(at + length)).unwrap_or_default().to_owned();
        found.push(Doubled { span: byte(at)..byte(end), once });
        at = end;
    }
    found
}

/// The length of the piece that stands twice from here on; the longest one speaks.
fn repeated(letters: &[(usize, char)], at: usize) -> Option<usize> {
    let letter = |index: usize| letters.get(index).map_or('\0', |(_, c)| *c);
    (1..=LONGEST).rev().find(|length| {
        let twice = (0..*length).all(|k| is_han(letter(at + k)) && letter(at + k) == letter(at + length + k));
        twice && is_slip(letters, at, *length)
    })
}

/// Whether a piece stands at a position.
fn follows(letters: &[(usize, char)], at: usize, piece: &str) -> bool {
    piece.chars().enumerate().all(|(k, c)| letters.get(at + k).is_some_and(|(_, other)| *other == c))
}

/// Whether a piece that stands twice is a slip.
fn is_slip(letters: &[(usize, char)], at: usize, length: usize) -> bool {
    let letter = |index: usize| letters.get(index).map_or('\0', |(_, c)| *c);
    let piece = || (at..at + length).map(letter).collect::<String>();
    let before = at.checked_sub(1).map_or('\0', letter);
    let after = letter(at + 2 * length);
    match length {
        // 2023年年12月, 1月月1日.
        // 2013年年主动公开; 2024年年底 is said so.
        1 if "年月日".contains(letter(at)) => {
            before.is_ascii_digit() && !(letter(at) == '年' && "底初末中终度报均会检轻".contains(letter(at + 2)))
        }
        // 立法法 is a law.
        1 if before == '立' && letter(at) == '法' => false,
        // 一是是: an ordinal's own word.
        1 if letter(at) == '是' => {
            let mark = at.checked_sub(2).map_or('\0', letter);
            "一二三四五六七八九".contains(before) && "。；：，、\0".contains(mark)
        }
        1 if SINGLE.iter().any(|(c, except_before, except_after)| {
            letter(at) == *c && !except_before.contains(before) && !except_after.contains(after)
        }) =>
        {
            true
        }
        // 推进会会，: before a mark no word ends so, but for those that are said so (层层、方方面面).
        1 => {
            let of_twos = at > 1 && letter(at - 1) == letter(at - 2);
            is_han(before) && "，。；、！？".contains(after) && !of_twos && !SAID_TWICE.contains(letter(at))
        }
        2 => {
            let numeral = "一二两三四五六七八九十百千万每逐各".contains(letter(at));
            // 业农业农 is 农业农业 once more; 工作 工作人员 are two words.
            let turned = before == letter(at + 1);
            if letter(at) == letter(at + 1) || numeral || turned {
                return false;
            }
            let piece = piece();
            let compound = match piece.as_str() {
                "工作" => "人组者站群室会日推责机".contains(after),
                // 规范性文件解读 解读率.
                "解读" => "率材稿".contains(after),
                _ => false,
            };
            // 政务服务 服务中心 is cut before 服务, not before 务服.
            let is_twice = |word: &str| TWICE.contains(word);
            let cut_later = letter(at + 4) == letter(at) && is_twice(&piece.chars().rev().collect::<String>());
            // 公开公开公开 is one too many, of whatever word.
            let thrice = letter(at + 4) == letter(at) && follows(letters, at + 4, &piece);
            // 行政诉讼诉讼，: no compound ends with a word twice, but what is done is said twice (研究研究).
            let ends = "，。；、".contains(after) && !DONE_TWICE.contains(&piece);
            let is_joined = SOMETIMES
                .iter()
                .find(|(word, ..)| *word == piece)
                .is_none_or(|(_, ends, begins)| ends.contains(before) || begins.contains(after));
            !compound && !cut_later && (thrice || !is_twice(&piece) || !is_joined || ends)
        }
        3 | 4 => {
            let same = (1..length).all(|k| letter(at + k) == letter(at));
            let of_twos = length == 4 && (0..2).all(|k| letter(at + k) == letter(at + 2 + k));
            !same && !of_twos && letter(at) != '一' && {
                let piece = piece();
                !LONGER.iter().any(|word| piece.contains(word))
            }
        }
        _ => {
            let mut pieces = (at..at + length).map(letter);
            let other = pieces.clone().find(|c| *c != letter(at));
            let third = pieces.clone().any(|c| c != letter(at) && Some(c) != other);
            third && pieces.all(|c| c != '一')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(found: &[Doubled], text: &str, expected: &[(&str, &str)]) {
        let found: Vec<(&str, &str)> = found.iter().map(|d| (&text[d.span.clone()], d.once.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_that_stand_twice() {
        for (text, expected) in [
            ("打造整体统一的的网站界面", ("的的", "的")),
            ("规范审核审核发布机制", ("审核审核", "审核")),
            ("存在的问题问题问题", ("问题问题问题", "问题")),
            ("进一步进一步加强", ("进一步进一步", "进一步")),
            ("编制年度报告报告", ("报告报告", "报告")),
            ("至2023年年12月", ("年年", "年")),
            ("一是是加强", ("是是", "是")),
            ("同志们们", ("们们", "们")),
            ("公开公开公开信息", ("公开公开公开", "公开")),
            ("我局我局认真", ("我局我局", "我局")),
            ("认真贯彻落实认真贯彻落实条例", ("认真贯彻落实认真贯彻落实", "认真贯彻落实")),
        ] {
            reads(&doubled_words(text), text, &[expected]);
        }
    }

    #[test]
    fn words_that_stand_twice_with_good_reason() {
        for text in [
            "临江市市场监督管理局、市市场监管局、县县级医院、产品外外包装、申请人人数、公开开展公开方式、会议议题",
            "目的的确定、有的的确、存在在线办理、参与与监督、总和和平均数、即将将要、以及及时、为了了解、行为为主",
            "行政处罚处罚决定、规范性文件文件库、县政府政府网站、政府信息公开信息公开专栏、依法行政行政执法、申请申请人",
            "一个一个办、逐项逐项核、常常、往往、层层、逐步、事事有回音件件有着落、研究研究、家家户户、村村通、时时刻刻",
            "应公开尽公开、应上网尽上网、谁起草谁解读、面对面、手把手、《关于工作工作方案的通知》、部门门户网站、网站站点",
            "服务务必、负责责任、政务务求、全区区域、相关关注、文件件数、工作作为、公开公开栏、各部门部门预算、提出出台",
            "现代农业农业农村局、自然资源资源资产、信息公开工作工作人员、线上线下、基层基层治理",
            "县政务服务服务中心、12345政务服务服务热线、公开工作工作推进会、文件解读解读率、是是非非、2024年年底、年年岁岁",
            "",
        ] {
            reads(&doubled_words(text), text, &[]);
        }
    }

    #[test]
    fn marks_that_stand_twice() {
        let text = "一是公开，，二是解读；。三是回应。 。其他、，完";
        reads(&doubled_marks(text), text, &[("，，", "，"), ("；。", "。"), ("。 。", "。"), ("、，", "，")]);
        reads(&doubled_marks("落实《《条例》》要求"), "落实《《条例》》要求", &[("《《", "《"), ("》》", "》")]);
        let text = "“公开”，《条例》、《办法》……——等？！好！！公开：“甲”。";
        reads(&doubled_marks(text), text, &[]);
    }
}
