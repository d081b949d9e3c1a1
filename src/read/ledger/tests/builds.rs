//! The builds that ledgers of offices have.

use super::*;
use crate::block::{Run, Style};

#[test]
fn a_plain_ledger_with_a_title_and_a_foot() {
    let blocks = [table(
        "2023年",
        "2023年度依申请公开台账|<|<|<|<|<|<
         序号|申请人姓名|证件号码|收到日期|申请内容|答复日期|答复情况
         1|张三|110105199001011234|2023.1.5|某村征地方案|2023.1.20|同意公开
         2|李小四|350102198001010010|2022-12-28|某路规划|2023/1/12|部分公开
         3|某某有限公司||20230301|招标文件|2023年3月9日|信息不存在
         |||||
         4|王五|1|2023年12月20日|某合同||
         5|赵六|2|2023-12-25|某批复|2024-01-08|予以公开
         合计|5|||||
         填表人：张三||||审核：李四||2023年12月31日",
    )];
    let (ledger, counts) = counts(
        &blocks,
        "new.natural=3 new.business=1 carried_in.natural=1 granted.natural=1 partial.natural=1 \
         unable.not_held.business=1 carried_out.natural=2",
    );
    assert_eq!(doubts(&ledger), Vec::<String>::new());
    assert_eq!(ledger.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [3, 4, 5, 7, 8]);
    assert_eq!(ledger.dropped, ["姓名", "证件号", "申请内容"]);
    assert_eq!((counts.new, counts.carried_in, counts.open.len()), (4, 1, 0));
}

#[test]
fn a_sheet_a_month_with_repeated_heads_and_blank_rows() {
    let month = |month: u8, result: &str| {
        let text = format!(
            "申请人类别|受理时间|办结时间|处理方式
             个人|{month}月3日|{month}月20日|{result}
             |||
             申请人类别|受理时间|办结时间|处理方式
             企业|{month}.5|{month}.21|重复申请"
        );
        table(&format!("{month}月"), &text)
    };
    let blocks: Vec<Block> = (1..=3).map(|n| month(n, "全部公开")).collect();
    let (ledger, _) = counts(&blocks, "new.natural=3 new.business=3 granted.natural=3 refused.repeat.business=3");
    assert_eq!(ledger.sheets, ["1月", "2月", "3月"]);
    assert_eq!(ledger.notes, ["12个日期没有写年份，按台账的年份计。"]);
    assert_eq!((ledger.lines[5].sheet, ledger.lines[5].number), (2, 5));
}

#[test]
fn a_line_with_nothing_but_its_day_is_a_line_and_names_no_year() {
    let blocks = [table(
        "2023年",
        "申请人类型|收到日期|答复日期|办理结果
         个人|2023.1.5|2023.1.9|予以公开
         |2022年12月30日||
         个人|3月1日|3月5日|予以公开
         2023年4月|||
         个人|4月2日|4月5日|予以公开
         |||2024年1月8日",
    )];
    let ledger = ledger(&blocks);
    let days: Vec<_> =
        ledger.lines.iter().map(|line| (line.number, line.received.map(|day| day.to_string()))).collect();
    let day = |number: usize, day: &str| (number, Some(day.to_owned()));
    assert_eq!(days, [day(2, "2023-01-05"), day(3, "2022-12-30"), day(4, "2023-03-01"), day(6, "2023-04-02")]);
}

#[test]
fn a_sheet_without_heads_goes_on_with_the_one_before() {
    let blocks = [
        table("一月", "申请主体|收到日期|答复日期|答复结果\n个人|2023.1.5|2023.1.9|公开"),
        table("二月", "个人|2023.2.5|2023.2.9|涉密"),
    ];
    counts(&blocks, "new.natural=2 granted.natural=1 denied.secret.natural=1");
}

#[test]
fn a_head_of_two_rows_with_merged_cells() {
    counts(
        &[table(
            "",
            "序号|申请人|<|<|申请|<|答复|<|<
             ^|姓名|类型|电话|日期|内容|日期|方式|理由
             1|张三|自然人|13800000000|2023.2.1|某项目|2023.2.9|不予公开|商业秘密
             2|某协会|社会团体|13800000001|2023.2.2|某项目|2023.2.10|不予处理|信访
             3|某研究所|法人|13800000002|2023.2.3|某项目|2023.2.11|无法提供|需另行制作",
        )],
        "new.natural=1 new.research=1 new.welfare=1 denied.third_party.natural=1 unable.needs_creation.research=1 \
         refused.petition.welfare=1",
    );
}

#[test]
fn a_head_of_two_rows_pasted_without_its_merges() {
    counts(
        &[table(
            "",
            "序号|申请人||收到日期|办理结果|||
             |姓名|类型||予以公开|部分公开|不予公开|无法提供
             1|张三|自然人|2023.2.1|√|||
             2|李四|自然人|2023.2.2||√||",
        )],
        "new.natural=2 granted.natural=1 partial.natural=1",
    );
}

#[test]
fn ticks_under_the_rows_and_columns_of_table_three() {
    let (ledger, _) = counts(
        &[table(
            "",
            "序号|收到日期|申请人情况|<|<|办理结果|<|<|<|<|答复日期
             ^|^|自然人|商业企业|其他|（一）予以公开|（三）不予公开|<|（六）其他处理|<|^
             ^|^|^|^|^|^|1.属于国家秘密|4.保护第三方合法权益|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|3.其他|^
             1|2023.3.1|√|||√|||||2023.3.5
             2|2023.3.2||1|||1||||2023.3.6
             3|2023.3.3|||✓||||✓||2023.3.7
             4|2023.3.4|是|否||||是|||2023.3.8
             5|2023.3.5|√||||||||
             6|2023.3.6|√|||||||√|2023.3.10
             7|2023.3.7|√|||√||√|||2023.3.11",
        )],
        "new.natural=5 new.business=1 new.other=1 granted.natural=1 denied.secret.business=1 \
         denied.third_party.natural=1 other.no_correction.other=1 other.misc.natural=1 carried_out.natural=1",
    );
    assert_eq!(doubts(&ledger), ["10 写了几种结果：予以公开、第三方合法权益，请定一种"]);
    assert_eq!(ledger.lines[6].suggested.map(|row| row.id), Some("partial"));
}

#[test]
fn no_heads_at_all() {
    let text = "1|张三|2023.1.5|2023.1.9|某村征地补偿安置方案全文|13800000000|予以公开
                2|李小四|2023.2.5|2023.2.19|某道路建设规划及批复文件|13800000001|不掌握
                3|王五六|2023.12.29||某小区规划验收合格证明|13800000002|";
    let (ledger, _) =
        counts(&[table("", text)], "new.natural=3 granted.natural=1 unable.not_held.natural=1 carried_out.natural=1");
    assert_eq!(ledger.dropped, ["姓名", "申请内容", "电话"]);
}

#[test]
fn lines_of_pasted_text() {
    let line = |text: &str| Block::Paragraph(vec![Run { text: text.to_owned(), style: Style::Plain }]);
    for mark in ["\t", "，", " | "] {
        let join = |cells: [&str; 4]| line(&cells.join(mark));
        let blocks = [
            join(["申请人类型", "收到日期", "答复日期", "办理结果"]),
            join(["个人", "2023.1.5", "2023.1.9", "内部事务"]),
            join(["公司", "2023.1.6", "2023.1.9", "执法案卷"]),
        ];
        counts(&blocks, "new.natural=1 new.business=1 denied.internal.natural=1 denied.casefile.business=1");
    }
}

#[test]
fn lines_under_titles_of_their_year() {
    let (ledger, _) = counts(
        &[table(
            "",
            "申请人类型|登记日期|答复日期|结果
             一、2022年结转|<|<|<
             个人|12月28日|2023.1.10|公开
             个人||2023.1.10|上年度结转，公开
             二、2023年新收|<|<|<
             个人|1月8日|1月10日|公开",
        )],
        "new.natural=1 carried_in.natural=1 granted.natural=2",
    );
    assert_eq!(doubts(&ledger), ["4 没有写收到日期"]);
}

#[test]
fn a_request_over_several_rows_is_one() {
    let (ledger, _) = counts(
        &[table(
            "",
            "序号|申请人|收到日期|答复日期|办理结果
             1|张三|2023.1.5|2023.1.9|部分公开
             ^|^|^|^|商业秘密
             2|李四|2023.1.5|2023.1.9|公开
             3|李四|^|2023.1.9|公开",
        )],
        "new.natural=3 granted.natural=2 partial.natural=1",
    );
    assert_eq!(ledger.lines[0].words.result.as_deref(), Some("部分公开，商业秘密"));
}

#[test]
fn mixed_up_columns_and_words() {
    counts(
        &[table(
            "",
            "备注|不予公开理由|申请单位（人）|答复文号|寄出日期|答复截止日期|办理情况|申请时间|公开属性
             |三安全一稳定|张三|〔2023〕1号|2023-01-20|2023-02-10|不公开|2023-01-10|
             |过程性信息|某律师事务所|〔2023〕2号|2023-01-21|2023-02-11|不公开|2023-01-11|
             办理中||某大学|||2024-01-20||2023-12-22|
             |行政查询|某某村民委员会|〔2023〕3号|2023-01-22|2023-02-12|不公开|2023-01-12|",
        )],
        "new.natural=1 new.research=1 new.legal=1 new.other=1 denied.safety.natural=1 denied.process.legal=1 \
         denied.query.other=1 carried_out.research=1",
    );
}

#[test]
fn three_hundred_lines() {
    let kinds = ["个人", "某某有限公司", "某某大学", "某某协会", "某某律师事务所", "某某居委会"];
    let results = ["予以公开", "部分公开", "涉密", "不存在", "重复申请", "逾期不缴费"];
    let lines: Vec<String> = (0..300)
        .map(|n| {
            format!(
                "{}|{}|2023-{:02}-{:02}|2023-12-30|{}",
                n + 1,
                kinds[n % 6],
                n % 12 + 1,
                n % 28 + 1,
                results[n / 6 % 6]
            )
        })
        .collect();
    let text = format!("序号|申请人|收到日期|答复日期|答复结果\n{}", lines.join("\n"));
    let ledger = ledger(&[table("", &text)]);
    let counts = count(&ledger, &Placements::default());
    assert_eq!((ledger.lines.len(), counts.new, counts.open.len()), (300, 300, 0));
    for name in ["natural", "business", "research", "welfare", "legal", "other"] {
        assert_eq!(
            (cell(&counts, &format!("new.{name}")), cell(&counts, &format!("total.{name}"))),
            (50, 50),
            "{name}"
        );
    }
    let rows = ["granted", "partial", "denied.secret", "unable.not_held", "refused.repeat", "other.no_payment"];
    let rows = rows.map(|row| cell(&counts, &format!("{row}.total")));
    assert_eq!(rows.iter().sum::<usize>(), 300);
    assert!(rows.iter().all(|count| *count == 48 || *count == 54), "{rows:?}");
}

#[test]
fn the_edition_of_the_year() {
    let blocks = [table(
        "",
        "申请人类型|收到日期|答复日期|办理结果\n个人|2020.1.5|2020.1.9|逾期不补正\n个人|2020.1.5|2020.1.9|撤回，其他处理",
    )];
    let ledger = read_ledger(&blocks, 2020).expect("a ledger");
    let counts = count(&ledger, &Placements::default());
    assert_eq!(filled(&counts), "new.natural=2 other.natural=2");
}
