//! The whole of a 图解 in words, for those who do not see it.

use super::{Infographic, MainNumber, Mark, Section};

impl Infographic {
    /// What it is of, in one line.
    pub fn title(&self) -> String {
        format!("{}{}", self.office, self.headline)
    }

    /// All that it tells, in sentences in the order of the page.
    pub fn words(&self) -> String {
        let mut all = vec![format!("统计时间：{}。", self.period)];
        all.extend(self.numbers.iter().map(number));
        all.extend(self.sections.iter().map(section));
        all.extend(self.boxes.iter().map(|closing| remark(&closing.title, &closing.note)));
        all.push(format!("{}校验码 {}。", self.source, self.code));
        all.concat()
    }
}

fn remark(said: &str, note: &str) -> String {
    if note.is_empty() { format!("{said}。") } else { format!("{said}，{note}。") }
}

fn number(number: &MainNumber) -> String {
    remark(&format!("{} {} {}", number.name, number.value, number.unit), &number.note)
}

fn section(section: &Section) -> String {
    let mark = |mark: &Mark| {
        let grown = if mark.growth.is_empty() || mark.growth == "—" {
            String::new()
        } else {
            format!("（比上年 {}）", mark.growth)
        };
        match mark.value {
            Some(0) => format!("{}没有{grown}", mark.label),
            Some(value) => format!("{} {value} {}{grown}", mark.label, section.unit),
            None => format!("{}没有数", mark.label),
        }
    };
    let marks: Vec<String> = section.marks.iter().map(mark).collect();
    format!("{}：{}{}。{}", section.title, section.sentence, marks.join("，"), section.note)
}
