//! The words around a year: what stands before it, what is said after it.

use crate::facts::Passage;
use crate::text::{NamedYear, Sense, compact, has_any, mark, near};

/// How far around a year its sentence is looked at, in bytes.
const AROUND: usize = 300;

/// So many characters before a year can be a title or a clause that leads to it.
const TITLE: usize = 24;

/// After 将 these say what is to be done; 将工作列入考核 tells of what was.
const TO_DO: [&str; 20] = [
    "采取",
    "继续",
    "进一步",
    "着力",
    "着重",
    "切实",
    "认真",
    "从以下",
    "重点做好",
    "重点抓好",
    "重点从",
    "重点围绕",
    "努力",
    "不断",
    "持续",
    "深入",
    "严格",
    "做好",
    "抓好",
    "按照",
];

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
    /// Whether the sentence counts something.
    pub counts: bool,
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
            after: reading.words(end..sentence.end.max(end)).trim_start_matches([' ', '度', '年']),
            sentence: reading.words(sentence.clone()),
            earlier: reading.words(near(reading.text, &all, start, AROUND).start..start),
            later: reading.words(sentence.end..near(reading.text, &all, sentence.end, AROUND).end),
            years: others.filter_map(|n| u64::try_from(n.value).ok()).collect(),
            counts: numbers.iter().any(|n| n.counts("条") || n.counts("件")),
        }
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

    /// Whether a short clause before the year leads to what is to be done: 针对以上问题，2023年……
    pub fn is_led_to(&self) -> bool {
        let before = self.before.trim();
        before.ends_with(['，', ','])
            && before.chars().count() <= TITLE
            && !before.contains(|c: char| c.is_ascii_digit())
            && ["针对", "下一步", "今后", "为此", "对此"].iter().any(|word| before.starts_with(word))
    }

    /// Whether the words after the year begin so, a comma left out.
    pub fn goes_on_with(&self, words: &[&str]) -> bool {
        let after = self.after.trim_start_matches(['，', ',', ' ']);
        words.iter().any(|word| after.starts_with(word))
    }

    /// Whether the sentence says what is to be done.
    pub fn is_plan(&self) -> bool {
        let to_do = |(at, word): (usize, &str)| {
            let after = self.sentence.get(at + word.len()..).unwrap_or_default();
            // 将以群众需求为导向; 将以往的文件 is what was worked on.
            let with = after.starts_with('以') && after.contains('为');
            let on = ["以往", "以前", "以案", "以上"].iter().any(|word| after.starts_with(word));
            (with && !on) || TO_DO.iter().any(|word| after.starts_with(word))
        };
        self.sentence.match_indices('将').any(to_do)
            && !has_any(self.sentence, &["作为", "纳入", "列入", "已", "取得", "完成"])
    }

    /// 截至 and its like before, and the end of the year after.
    pub fn is_closing_day(&self) -> bool {
        let before = self.before.trim_end();
        let after = compact(self.after.get(..self.after.floor_char_boundary(24)).unwrap_or_default());
        ["截至", "截止", "截至到", "截止到", "截止至", "截止日期为", "截至日期为"]
            .iter()
            .any(|word| before.ends_with(word))
            && after.starts_with("12月31日")
    }

    /// Whether the words after the year begin with a piece of the office's name, or with 县政府 where it is one.
    pub fn begins_with_own_name(&self, office: &str) -> bool {
        let after = self.after.trim_start_matches(['，', ',', ' ']);
        let piece: String = after.chars().take(3).collect();
        let letters: Vec<char> = piece.chars().collect();
        let [level, rest @ ..] = letters.as_slice() else { return false };
        let is_government = rest == ['政', '府'] && office.ends_with("人民政府") && office.contains(*level);
        letters.len() == 3 && (office.contains(&piece) || is_government)
    }

    /// Whether what is counted follows the year: 共收到, 全区共主动公开.
    pub fn tells_a_count(&self) -> bool {
        let after = self.after.trim_start_matches(['，', ',', ' ']);
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
        self.goes_on_with(&["没有", "未收", "未发生", "未产生", "未接到", "无"]) && has_any(self.sentence, &subjects)
    }
}
