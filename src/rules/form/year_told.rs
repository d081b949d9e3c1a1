//! What is told of a year: by whom, what was done in it, how much of what was counted, or that there was nothing.

use super::year_words::Words;
use crate::text::{compact, has_any};

/// So many characters a run of months has at most: 10月至12月.
const LONGEST_RUN: usize = 8;

impl Words<'_> {
    /// Whether the sentence tells what was counted in a year that opens it, as of one that is over.
    pub fn is_told_as_over(&self) -> bool {
        const AHEAD: [&str; 12] =
            ["将", "计划", "拟", "打算", "预计", "力争", "下一步", "结转", "下年", "目标", "要", "规划"];
        let is_led = ["此外，", "另外，", "同时，"].iter().any(|led| self.before.ends_with(led));
        (self.opens() || is_led)
            && self.counts_anything
            && has_any(self.sentence, &["共", "累计", "收到", "公开", "发布"])
            && !has_any(self.told().split(|c: char| c.is_ascii_digit()).next().unwrap_or_default(), &AHEAD)
            && !self.is_followed_by_a_number()
    }

    /// Whether the office by a short name stands right after the year that opens the sentence, and what it did: 2024年，城管局受理的申请…….
    pub fn tells_of_short_name(&self, office: &str) -> bool {
        const LONGEST: usize = 8;
        const DOES: [&str; 26] = [
            "受理",
            "收到",
            "办理",
            "主动公开",
            "公开",
            "共",
            "认真",
            "严格",
            "坚持",
            "已完成",
            "完成",
            "全面",
            "深入",
            "扎实",
            "积极",
            "紧紧",
            "高度重视",
            "按照",
            "围绕",
            "切实",
            "不断",
            "持续",
            "加强",
            "贯彻",
            "着力",
            "始终",
        ];
        let after = self.told();
        let ends = ["局", "委", "厅", "街道办事处", "街道办", "街道", "镇", "乡", "镇政府", "乡政府", "管委会", "中心"];
        let names = ends.iter().filter_map(|end| Some(after.find(end)? + end.len()));
        let is_own = |length: usize| {
            let (name, rest) = (after.get(..length).unwrap_or_default(), after.get(length..).unwrap_or_default());
            let bare = name.trim_start_matches(['县', '区', '市', '省', '州']);
            let mut letters = office.chars();
            (2..=LONGEST).contains(&name.chars().count())
                && bare.chars().all(|c| letters.any(|other| other == c))
                && DOES.iter().any(|does| rest.starts_with(does))
        };
        let leads =
            self.opens() || ["统一部署，", "要求，", "部署，", "目前，"].iter().any(|led| self.before.ends_with(led));
        leads && names.into_iter().any(is_own)
    }

    /// Whether the office itself stands right before the year, and its work of the year right after it: 我镇2022年政府信息公开工作…….
    pub fn is_of_own_work(&self) -> bool {
        let clause = self.before.rsplit(['，', ',', '；', '：', '。']).next().unwrap_or_default().trim();
        let is_own =
            clause.starts_with(['我', '本']) && (2..=6).contains(&clause.chars().count()) && !clause.contains('与');
        is_own
            && self.goes_on_with(&[
                "政府信息公开",
                "主动公开",
                "依申请公开",
                "政务公开",
                "在政府信息公开",
                "未收到",
                "没有收到",
                "未发生",
                "未产生行政",
                "没有发生",
                "无行政",
            ])
    }

    /// Whether the year opens what was held or made in it, and how often: 2021年共举办培训2次.
    pub fn counts_what_was_done(&self) -> bool {
        const DONE: [&str; 9] = ["举办", "召开", "开展", "组织", "发布", "编发", "印发", "制定", "推送"];
        let after = self.told();
        let told = after.strip_prefix('共').or_else(|| after.strip_prefix("累计"));
        self.counts_anything && told.is_some_and(|told| DONE.iter().any(|done| told.starts_with(done)))
    }

    /// Whether what the office itself counted by the end of the year is told: 截至2014年底，我局共收到3件.
    pub fn is_own_count_by_its_end(&self) -> bool {
        let closes = ["截至", "截止", "截止到"].iter().any(|word| self.before.trim_end().ends_with(word));
        let rest = ["底，", "末，", "年底，", "12月底，"].iter().find_map(|end| self.after.strip_prefix(end));
        let own = rest.filter(|rest| {
            rest.starts_with(['我', '本'])
                || rest.starts_with("政府信息公开工作")
                || (rest.starts_with('全') && self.after.starts_with("12月底"))
        });
        let is_told = |own: &str| {
            (self.counts && has_any(own, &["收到", "公开", "受理", "发布"]))
                || has_any(own, &["运行正常", "运转正常", "未收到", "没有收到", "未发生", "没有发生"])
        };
        closes && own.is_some_and(is_told)
    }

    /// Whether what was done in all of the year is told, 在 or 于 before it: 全局在2023年围绕三条主线，公开1715条; 于2024年度继续…….
    pub fn is_told_as_a_whole(&self) -> bool {
        let before = self.before.trim_end();
        let is_within =
            before.ends_with(['在', '于']) && !["早在", "始于", "成立于"].iter().any(|w| before.ends_with(w));
        let is_day = self.after.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十的".contains(c));
        is_within && !is_day && self.counts_anything
    }

    /// Whether months of the year are told of as of the report's: 2017年4月至12月，局网站……9件.
    pub fn is_a_run_of_months(&self) -> bool {
        let months: String = compact(self.after).chars().take(LONGEST_RUN).collect();
        let run = months.split_once('至').or_else(|| months.split_once('—')).or_else(|| months.split_once('-'));
        let is_month =
            |words: &str| words.trim_end_matches('月').chars().all(|c| c.is_ascii_digit()) && !words.is_empty();
        let last =
            run.and_then(|(first, last)| is_month(first).then(|| last.split_once('月').map(|(month, _)| month))?);
        last.is_some_and(is_month) && self.opens() && self.counts
    }

    /// Whether the words after the year begin with a piece of the office's name, or with 县政府 where it is one.
    pub fn begins_with_own_name(&self, office: &str) -> bool {
        let after = self.told();
        let piece: String = after.chars().take(3).collect();
        let letters: Vec<char> = piece.chars().collect();
        let [level, rest @ ..] = letters.as_slice() else { return false };
        let is_government = rest == ['政', '府'] && office.ends_with("人民政府") && office.contains(*level);
        letters.len() == 3 && (office.contains(&piece) || is_government)
    }

    /// Whether what is counted follows the year: 共收到, 全区共主动公开.
    pub fn tells_a_count(&self) -> bool {
        let after = self.told();
        let whole = ["我单位", "本单位", "本机关", "我街道", "本街道"].iter().find_map(|who| after.strip_prefix(who));
        let short = || {
            let mut letters = after.chars();
            letters.next().filter(|c| "我本全".contains(*c))?;
            letters.next().map(|_| letters.as_str())
        };
        let told = whole.or_else(short).unwrap_or(after);
        ["共", "累计", "主动公开", "收到", "受理", "未收到", "没有收到", "全年", "制作"]
            .iter()
            .any(|word| told.starts_with(word))
            || told.strip_prefix("公开").is_some_and(|what| {
                what.starts_with(|c: char| c.is_ascii_digit())
                    || ["信息", "政府信息", "各类"].iter().any(|word| what.starts_with(word))
            })
            || told.strip_prefix("通过").is_some_and(|by| {
                let channel = by.get(..by.floor_char_boundary(60)).unwrap_or_default();
                has_any(channel, &["网", "平台", "公众号", "新媒体", "渠道", "公开栏", "公示栏", "方式", "形式"])
                    && has_any(by, &["公开", "发布"])
            })
    }

    /// Whether the words after the year say that there was nothing of what a report must tell.
    pub fn tells_of_nothing(&self) -> bool {
        let subjects = ["费用", "收费", "处理费", "复议", "诉讼", "公开申请", "申请公开"];
        self.goes_on_with(&["没有", "未收", "未发生", "未产生", "未接到", "无", "暂无", "尚未", "不存在"])
            && has_any(self.sentence, &subjects)
    }
}
