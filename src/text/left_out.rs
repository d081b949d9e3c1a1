//! Signs of a date that were left out: 我局2022无考核, 2021，在县委领导下, 至12月31止.

use super::doubled::Doubled;
use super::mark;

/// The years around the report's that stand without 年 and the days without 日, with what is meant.
pub fn left_out(text: &str, year: u16) -> Vec<Doubled> {
    let mut found: Vec<Doubled> = (year - 1..=year + 1).flat_map(|year| years(text, &year.to_string())).collect();
    found.extend(days(text));
    found.sort_by_key(|left| left.span.start);
    found
}

/// Where a year opens what the office did, and has no 年.
fn years(text: &str, year: &str) -> Vec<Doubled> {
    const GOES_ON: [&str; 14] =
        ["，", ",", "我", "本", "全", "无", "未", "没有", "共", "收到", "主动公开", "累计", "度，", "度我"];
    let bare = |at: &usize| {
        let (before, after) = (text.get(..*at).unwrap_or_default(), text.get(at + year.len()..).unwrap_or_default());
        let bare = before.trim_end();
        // 1.2021，: the mark of the paragraph stands before it.
        let opens = bare.is_empty() || bare.ends_with('。') || mark(text).is_some_and(|mark| mark.span.end == *at);
        let numbered = bare.ends_with(['.', '、', '．'])
            && (1..=3).contains(&bare.len())
            && bare.starts_with(|c: char| c.is_ascii_digit());
        let own = bare
            .char_indices()
            .rev()
            .take(4)
            .find(|(_, c)| matches!(c, '我' | '本'))
            .and_then(|(from, _)| bare.get(from..));
        let is_own = own.is_some_and(|own| {
            own.ends_with(['局', '镇', '乡', '办', '县', '区', '市', '道', '位', '关', '委', '厅', '院'])
        });
        (opens || numbered || is_own) && GOES_ON.iter().any(|word| after.starts_with(word))
    };
    let places = text.match_indices(year).map(|(at, _)| at).filter(bare);
    places.map(|at| Doubled { span: at..at + year.len(), once: format!("{year}年") }).collect()
}

/// Days of a month that close or open a period, without 日: 12月31止.
fn days(text: &str) -> impl Iterator<Item = Doubled> + '_ {
    text.match_indices('月').filter_map(|(at, month)| {
        let rest = text.get(at + month.len()..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (day, after) = rest.split_at_checked(digits)?;
        let is_dated = text.get(..at)?.ends_with(|c: char| c.is_ascii_digit()) && (1..=2).contains(&digits);
        let span = at + month.len()..at + month.len() + digits;
        (is_dated && after.starts_with(['止', '起'])).then(|| Doubled { span, once: format!("{day}日") })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &[(&str, &str)]) {
        let found = left_out(text, 2022);
        let found: Vec<(&str, &str)> = found.iter().map(|d| (&text[d.span.clone()], d.once.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_and_days() {
        reads("我局2022无政务公开工作考核。", &[("2022", "2022年")]);
        reads("1.2021，在县委领导下。", &[("2021", "2021年")]);
        reads("2022，我镇公开3条。", &[("2022", "2022年")]);
        reads("自2022年1月1日至12月31止。", &[("31", "31日")]);
    }

    #[test]
    fn nothing_is_left_out() {
        for text in [
            "2022年，我局公开2022条。",
            "“平安2022”行动，北京2022冬奥会，《2022政务公开》。",
            "电话：0431-2022，编号2022，",
            "本局2022件，12月31日止，12月起。",
            "",
        ] {
            reads(text, &[]);
        }
    }
}
