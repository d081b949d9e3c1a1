//! The words around a year: what stands before it, what is said after it.

use crate::facts::Passage;
use crate::text::{NamedYear, Sense, compact, has_any, mark, near};

/// How far around a year its sentence is looked at, in bytes.
const AROUND: usize = 300;

/// The words after a year without those that say that all of it is meant: 2022年内，2011年全年未收取.
fn whole_year(after: &str) -> &str {
    let after = after.strip_prefix("内").filter(|rest| rest.starts_with(['，', ','])).unwrap_or(after);
    after.strip_prefix("全年").unwrap_or(after)
}

/// Words without the titles in them: 按照《条例》要求 says 按照要求.
fn without_titles(words: &str) -> String {
    let mut parts = words.split('《');
    let first = parts.next().unwrap_or_default();
    parts.filter_map(|part| Some(part.split_once('》')?.1)).fold(first.to_owned(), |plain, part| plain + part)
}

/// So many characters before a year can be a title or a clause that leads to it.
pub(super) const TITLE: usize = 24;

/// The words around a year.
pub(super) struct Words<'a> {
    /// From the start of its sentence.
    pub before: &'a str,
    /// Right after it, 度 left out.
    pub after: &'a str,
    /// Its sentence, with the two of them.
    pub sentence: &'a str,
    /// Before it in the paragraph.
    pub earlier: &'a str,
    /// After its sentence in the paragraph.
    pub later: &'a str,
    /// The other years of the sentence.
    pub years: Vec<u64>,
    /// Whether the sentence counts something in 条 or 件.
    pub counts: bool,
    /// Whether it counts anything.
    counts_anything: bool,
}

impl<'a> Words<'a> {
    /// The words around a year of a passage.
    pub fn around(passage: &Passage<'a>, named: &NamedYear) -> Self {
        let reading = &passage.reading;
        let (start, end) = (named.span.start, named.span.end);
        let sentence = near(reading.text, &reading.sentence(start), start, AROUND);
        let all = 0..reading.text.len();
        let numbers = reading.numbers_in(&sentence);
        let others = numbers.iter().filter(|n| n.sense == Sense::Year && n.span.start != start);
        Self {
            before: reading.words(sentence.start..start),
            after: whole_year(reading.words(end..sentence.end.max(end)).trim_start_matches([' ', '度', '年'])),
            sentence: reading.words(sentence.clone()),
            earlier: reading.words(near(reading.text, &all, start, AROUND).start..start),
            later: reading.words(sentence.end..near(reading.text, &all, sentence.end, AROUND).end),
            years: others.filter_map(|n| u64::try_from(n.value).ok()).collect(),
            counts: numbers.iter().any(|n| n.counts("条") || n.counts("件")),
            counts_anything: numbers.iter().any(|n| n.is_count() && !n.unit.is_empty()),
        }
    }

    /// The sentence without the words that only seem to tell of another time: 获得感 has 获得 in it, 线上线下 has 上线, and what the
    /// year before brought may be set beside its own.
    pub fn plain(&self) -> String {
        const SEEMING: [&str; 14] = [
            "获得感",
            "线上线下",
            "新修订",
            "修订后的",
            "与上年同期相比",
            "与去年同期相比",
            "与上年相比",
            "与去年相比",
            "较上年同期",
            "较去年同期",
            "比上年同期",
            "比去年同期",
            "本年新收",
            "上一年结转",
        ];
        SEEMING.iter().fold(self.sentence.to_owned(), |plain, word| plain.replace(word, ""))
    }

    /// Whether the year opens a sentence, or what follows 。 or ； in one.
    pub fn opens(&self) -> bool {
        let before = self.before.trim_end();
        let numbering = mark(before).is_some_and(|mark| mark.span.end == before.len());
        // 收取信息处理费情况：2021年，本机关……: a title stands before the year.
        let titled = before.strip_suffix(['：', ':']).is_some_and(|title| {
            title.chars().count() <= TITLE && ["情况", "方面", "工作"].iter().any(|word| title.ends_with(word))
        });
        before.is_empty() || numbering || titled || before.ends_with(['；', ';', '。'])
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

    /// Whether a clause before the year leads to what the year brought: 一年来，2021年……; 综上，2023年…….
    pub fn is_led_back_to(&self) -> bool {
        let before = without_titles(self.before.trim());
        before.ends_with(['，', ','])
            && before.chars().count() <= TITLE
            && !before.contains(|c: char| c.is_ascii_digit() || c == '年')
            && ["综上", "总的", "总体", "按照", "根据", "在", "截至目前", "截止目前"]
                .iter()
                .any(|word| before.starts_with(word))
            || before == "一年来，"
    }

    /// Whether the words around name the report year by what it is: 本年（2024年）, 回顾2020年的工作, 2023年1月至12月.
    pub fn is_the_years_own(&self) -> bool {
        let before = self.before.trim_end();
        let bracketed =
            ["本年", "本年度", "今年"].iter().any(|own| before.trim_end_matches(['（', '(']).ends_with(own))
                && before.ends_with(['（', '(']);
        let looked_back = before.ends_with("回顾") && self.goes_on_with(&["的工作", "工作", "政府信息公开工作"]);
        let clause = self.after.split(['，', ',', '。']).next().unwrap_or_default();
        let presented = has_any(self.sentence, &["本报告", "此报告", "编制而成"])
            && has_any(before, &["反映", "总结", "介绍", "综合", "汇总", "梳理"])
            && has_any(clause, &["公开工作情况", "公开情况", "公开工作的基础"])
            && !clause.contains("问题");
        let months = self.after.get(..self.after.floor_char_boundary(24)).unwrap_or_default();
        let months = compact(months).replace(['-', '—', '~', '～', '到'], "至").replace("至至", "至");
        let whole = ["1月至12月", "1至12月"].iter().any(|year| months.starts_with(year))
            && !has_any(self.sentence, &["上年", "同期"]);
        let in_work =
            ["的信息公开工作中", "的政府信息公开工作中", "政府信息公开工作中", "信息公开工作中", "政务公开工作中"];
        // 在全市2016年度的信息公开工作中，我局……; not 针对2022年政府信息公开工作中存在的问题.
        let of_work = before.starts_with('在')
            && before.chars().count() <= 6
            && in_work
                .iter()
                .any(|work| self.after.strip_prefix(work).is_some_and(|rest| rest.starts_with(['，', ','])))
            && !has_any(self.sentence, &["存在", "发现", "问题", "整改"]);
        bracketed || looked_back || presented || whole || of_work
    }

    /// Whether what the office itself counted by the end of the year is told: 截至2014年底，我局共收到3件.
    pub fn is_own_count_by_its_end(&self) -> bool {
        let closes = ["截至", "截止", "截止到"].iter().any(|word| self.before.trim_end().ends_with(word));
        let rest = ["底，", "末，", "年底，", "12月底，"].iter().find_map(|end| self.after.strip_prefix(end));
        let own = rest.filter(|rest| {
            rest.starts_with(['我', '本']) || (rest.starts_with('全') && self.after.starts_with("12月底"))
        });
        closes
            && self.counts
            && own.is_some_and(|own| has_any(own, &["共收到", "共公开", "主动公开", "未收到", "共受理", "共发布"]))
    }

    /// The words after the year, a comma left out.
    pub fn told(&self) -> &'a str {
        self.after.trim_start_matches(['，', ',', ' '])
    }

    /// Whether the words after the year begin so, a comma left out.
    pub fn goes_on_with(&self, words: &[&str]) -> bool {
        let after = self.told();
        words.iter().any(|word| after.starts_with(word))
    }

    /// 截至 and its like before, and the end of the year after.
    pub fn is_closing_day(&self) -> bool {
        let before = self.before.trim_end();
        let after = compact(self.after.get(..self.after.floor_char_boundary(24)).unwrap_or_default());
        ["截至", "截止", "截至到", "截止到", "截止至", "截止日期为", "截至日期为"]
            .iter()
            .any(|word| before.ends_with(word))
            && (after.starts_with("12月31日")
                || (self.counts && ["12月，", "12月底，", "12月末，"].iter().any(|end| after.starts_with(end))))
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
