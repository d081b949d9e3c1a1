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
pub(super) fn without_titles(words: &str) -> String {
    let mut parts = words.split('《');
    let first = parts.next().unwrap_or_default();
    parts.filter_map(|part| Some(part.split_once('》')?.1)).fold(first.to_owned(), |plain, part| plain + part)
}

/// What has the year of its making in its name, and how long that name may be, in bytes.
const NAMES: [&str; 3] = ["工作要点", "重点任务", "任务分解"];
const LONGEST_NAME: usize = 36;

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
    pub counts_anything: bool,
}

impl<'a> Words<'a> {
    /// The words around a year of a passage.
    pub fn around(passage: &Passage<'a>, named: &NamedYear) -> Self {
        let reading = &passage.reading;
        let (start, end) = (named.span.start, named.span.end);
        let sentence = near(reading.text, &reading.sentence(start), start, AROUND);
        let all = 0..reading.text.len();
        let numbers = reading.numbers_in(&sentence);
        // 2024年政务公开工作要点 has the year in its name: it is no other year that is told of.
        let is_of_name = |n: &crate::text::Number| {
            let rest = reading.text.get(n.span.end..sentence.end).unwrap_or_default();
            let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            NAMES.iter().any(|word| name.find(word).is_some_and(|at| at <= LONGEST_NAME))
        };
        let others = numbers.iter().filter(|n| n.sense == Sense::Year && n.span.start != start && !is_of_name(n));
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
        // 本年度内无投诉 sets nothing beside the year before: nothing is counted in it.
        let is_beside = |clause: &&str| {
            !["本年", "今年"].iter().any(|own| clause.trim_start().starts_with(own))
                || clause.contains(|c: char| c.is_ascii_digit())
        };
        let clauses: Vec<&str> = self.sentence.split_inclusive(['，', ',', '；', ';']).filter(is_beside).collect();
        SEEMING.iter().fold(clauses.concat(), |plain, word| plain.replace(word, ""))
    }

    /// Whether a number follows the year, as a month does.
    pub fn is_followed_by_a_number(&self) -> bool {
        self.after.trim_start().starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    }

    /// Whether the year opens a sentence, or what follows 。 or ； in one.
    pub fn opens(&self) -> bool {
        let before = self.before.trim_end();
        let numbering = mark(before).is_some_and(|mark| mark.span.end == before.len());
        // 收取信息处理费情况：2021年，本机关……: a title stands before the year.
        let titled = before.strip_suffix(['：', ':']).is_some_and(|title| {
            title.chars().count() <= TITLE && ["情况", "方面", "工作"].iter().any(|word| title.ends_with(word))
        });
        // （三）政府信息管理情况 2022年，……: the title of the paragraph, and nothing behind it.
        let headed = mark(before).is_some()
            && before.chars().count() <= TITLE
            && ["情况", "方面", "公开", "管理", "建设", "保障"].iter().any(|word| before.ends_with(word));
        before.is_empty() || numbering || titled || headed || before.ends_with(['；', ';', '。'])
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
            && has_any(before, &["反映", "总结", "介绍", "综合", "汇总", "梳理", "结合"])
            && has_any(
                clause,
                &["公开工作情况", "公开情况", "公开工作的基础", "公开工作实际", "公开年度报告", "公开工作年度报告"],
            )
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
            && !has_any(self.sentence, &["存在", "发现", "问题", "整改", "将", "拟", "计划"]);
        bracketed || looked_back || presented || whole || of_work
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
}
