//! How each kind of what was pasted is treated: what of it is a choice, and how many cells it concerns.

use crate::draft::Draft;
use crate::paste::{Choice, Choices, Item, Plan, What};

/// A line of what is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// Its name in the page.
    pub name: &'static str,
    /// What was pasted, by examples.
    pub of: String,
    /// What becomes of it.
    pub becomes: String,
    /// How many cells it concerns.
    pub count: usize,
    /// The choice, and whether it is chosen; nothing where there is none.
    pub choice: Option<(Choice, bool)>,
}

/// What is done with what was pasted, line by line.
pub fn treatments(draft: &Draft, plan: &Plan, choices: Choices) -> Vec<Treatment> {
    let of = |is: fn(What) -> bool| -> Vec<&Item> { plan.items.iter().filter(|item| is(item.what)).collect() };
    let chosen = |choice: Choice| Some((choice, choices.has(choice)));
    let line = |name, items: &[&Item], of: String, becomes: &str, choice| {
        let (count, becomes) = (items.len(), becomes.to_owned());
        (count > 0).then_some(Treatment { name, of, becomes, count, choice })
    };
    let tidied = of(|what| matches!(what, What::Tidied(_)));
    let dashes = of(|what| what == What::Dash);
    let blanks = of(|what| what == What::Blank);
    let hidden = of(|what| what == What::Hidden);
    let words = of(|what| what == What::Words);
    let (all, other) = plan.sums(draft, choices);
    let sum = match other {
        0 => "不填，由表自己加；与粘贴的都相同".to_owned(),
        _ => format!("{other} 格与表自己加的不同；勾选则照粘贴的填"),
    };
    let outside = plan.outside.len();
    let mut lines: Vec<Treatment> = [
        line("tidied", &tidied, examples(&tidied), "去掉单位和分隔符，全角改半角", chosen(Choice::Tidied)),
        line("dashes", &dashes, examples(&dashes), "当作 0", chosen(Choice::Dashes)),
        line("blanks", &blanks, "空".to_owned(), "不动原来的数；勾选则当作 0", chosen(Choice::Blanks)),
        (all > 0).then(|| Treatment {
            name: "sums",
            of: "合计".to_owned(),
            becomes: sum,
            count: all,
            choice: (other > 0).then_some((Choice::Sums, choices.has(Choice::Sums))),
        }),
        line("hidden", &hidden, "####".to_owned(), "看不到数，没有填：请在原表把这一列拉宽，再复制", None),
        line("words", &words, examples(&words), "不是数，没有填", None),
    ]
    .into_iter()
    .flatten()
    .collect();
    if plan.labels > 0 {
        let becomes =
            if plan.by_labels { "只用来对行列，不填" } else { "和表里的行名对不上，按位置填" };
        let (of, becomes) = ("行名、表头".to_owned(), becomes.to_owned());
        lines.push(Treatment { name: "labels", of, becomes, count: plan.labels, choice: None });
    }
    if outside > 0 {
        let (of, becomes) = ("表外的数".to_owned(), "这张表没有这些行列，没有填".to_owned());
        lines.push(Treatment { name: "outside", of, becomes, count: outside, choice: None });
    }
    lines
}

/// Up to three of the words, each once.
fn examples(items: &[&Item]) -> String {
    let mut shown: Vec<&str> = Vec::new();
    for item in items {
        let words = item.words.trim();
        if shown.len() < 3 && !shown.contains(&words) {
            shown.push(words);
        }
    }
    shown.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::TableId;
    use crate::paste::Squares;
    use crate::sheet::{Layout, View, grid};

    #[test]
    fn each_kind_is_told_once_with_its_count() {
        let json = r#"{"nianbao": 1, "form": "national-2021", "year": 2023}"#;
        let draft = Draft::from_json(json).unwrap_or_else(|refused| panic!("{refused}")).draft;
        let grid = grid(&draft, TableId::Applications, View::Filled(&[])).expect("a grid");
        let layout = Layout::of(&grid);
        let squares =
            Squares::of_text("予以公开\t27件\t27件\t—\t\t##\t约3\t60\n部分公开\t1\t0\t0\t0\t0\t0\t1\n没有\t5\n");
        let plan = Plan::of(&draft, &grid, &layout, &squares, layout.region((3, 3), (3, 3)));
        let told = |choices| -> Vec<String> {
            let lines = treatments(&draft, &plan, choices);
            lines
                .iter()
                .map(|line| {
                    format!("{} {} {} {:?}", line.name, line.of, line.count, line.choice.map(|(_, chosen)| chosen))
                })
                .collect()
        };
        assert_eq!(
            told(Choices::default()),
            [
                "tidied 27件 2 Some(true)",
                "dashes — 1 Some(true)",
                "blanks 空 1 Some(false)",
                "sums 合计 2 Some(false)",
                "hidden #### 1 None",
                "words 约3 1 None",
                "labels 行名、表头 3 None",
                "outside 表外的数 1 None"
            ]
        );
    }
}
