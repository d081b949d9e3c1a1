//! The order of columns and of lines changes no count.

use proptest::prelude::*;

use super::*;

const HEADS: [&str; 8] = ["序号", "申请人类型", "姓名", "收到日期", "申请内容", "答复日期", "答复方式", "不予公开理由"];

fn line() -> impl Strategy<Value = Vec<String>> {
    let who = prop::sample::select(vec![
        ("自然人", "张三"),
        ("", "李小四"),
        ("法人", "某某有限公司"),
        ("", "某某大学"),
        ("法人", "某某幼儿园"),
        ("律所", ""),
        ("", ""),
    ]);
    let result = prop::sample::select(vec![
        ("予以公开", ""),
        ("部分公开", "商业秘密"),
        ("不予公开", "国家秘密"),
        ("不予公开", ""),
        ("不予处理", "重复申请"),
        ("已答复", ""),
        ("申请人撤回", ""),
        ("", ""),
        ("予以公开", "不存在"),
    ]);
    let day = |year: u16, month: u8, day: u8, shape: u8| match shape {
        0 => format!("{year}.{month}.{day}"),
        1 => format!("{year}-{month:02}-{day:02}"),
        2 => format!("{year}年{month}月{day}日"),
        3 => String::new(),
        _ => format!("{year}/{month}/{day} 10:30"),
    };
    let received = (2022_u16..=2024, 1_u8..=12, 1_u8..=28, 0_u8..=4);
    let answered = (2022_u16..=2024, 1_u8..=12, 1_u8..=28, 0_u8..=5);
    (who, result, received, answered, 1_u16..999).prop_map(move |(who, result, r, a, n)| {
        let cells = [
            n.to_string(),
            who.0.to_owned(),
            who.1.to_owned(),
            day(r.0, r.1, r.2, r.3),
            "某村某年某项目的文件".to_owned(),
            day(a.0, a.1, a.2, a.3),
            result.0.to_owned(),
            result.1.to_owned(),
        ];
        cells.to_vec()
    })
}

/// The counts of a table whose columns and lines stand in an order.
fn counted(lines: &[Vec<String>], columns: &[usize], with_heads: bool) -> Option<(String, usize, usize)> {
    let row = |cells: &[String]| columns.iter().map(|column| cells[*column].clone()).collect::<Vec<_>>().join("|");
    let heads: Vec<String> = HEADS.iter().map(|head| (*head).to_owned()).collect();
    let heads = with_heads.then(|| row(&heads));
    let text: Vec<String> = heads.into_iter().chain(lines.iter().map(|line| row(line))).collect();
    let ledger = read_ledger(&[table("", &text.join("\n"))], 2023).ok()?;
    let counts = count(&ledger, &Placements::default());
    Some((filled(&counts), counts.open.len(), counts.outside.len()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_order_of_columns_and_lines_changes_no_count(
        lines in prop::collection::vec(line(), 2..30),
        columns in Just((0..HEADS.len()).collect::<Vec<_>>()).prop_shuffle(),
        seed in any::<u64>(),
        with_heads in any::<bool>(),
    ) {
        let mut shuffled = lines.clone();
        let key = |line: &Vec<String>| line.iter().flat_map(|cell| cell.bytes()).fold(seed, |n, b| (n ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        shuffled.sort_by_key(key);
        let plain: Vec<usize> = (0..HEADS.len()).collect();
        let first = counted(&lines, &plain, with_heads);
        prop_assert!(!with_heads || first.is_some());
        prop_assert_eq!(&first, &counted(&shuffled, &columns, with_heads));
    }

    #[test]
    fn nothing_breaks_down(cells in prop::collection::vec(prop::collection::vec("[张公开0-9年月.√（|不予申请人日期结果]{0,8}", 1..6), 1..12)) {
        let rows: Vec<String> = cells.iter().map(|row| row.join("|")).collect();
        prop_assume!(!rows.concat().trim().is_empty());
        let blocks = [table("台账", &rows.join("\n"))];
        if let Ok(ledger) = read_ledger(&blocks, 2023) {
            let counts = count(&ledger, &Placements::default());
            let all = counts.placed.len() + counts.open.len() + counts.outside.len() + counts.not_counted.len();
            prop_assert_eq!(all, ledger.lines.len());
        }
        let _ = is_ledger(&blocks);
    }
}
