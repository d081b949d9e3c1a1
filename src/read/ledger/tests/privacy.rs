//! Nothing of a person and nothing of what was asked for is in a ledger.

use super::*;

const PERSONAL: [&str; 26] = [
    "张建国",
    "李秀英",
    "王小明",
    "欧阳青",
    "诸葛明亮",
    "买买提",
    "阳光养老院",
    "东方红建设",
    "110105194912310021",
    "13812345678",
    "0591-23165385",
    "87654321",
    "zhang@example.com",
    "桃花村12号",
    "征地补偿",
    "安置方案",
    "宅基地",
    "低保名单",
    "拆迁",
    "刘经办",
    "陈代理",
    "91350128MA2Y",
    "规划许可",
    "建国",
    "秀英",
    "养老院",
];

const HEADED: &str = "序号|申请人姓名|身份证号|联系电话|通信地址|电子邮箱|代理人|收到日期|申请内容|答复日期|答复情况|经办人|备注
    1|张建国|110105194912310021|13812345678|桃花村12号|zhang@example.com|陈代理|2023.1.5|征地补偿安置方案|2023.1.9|同意公开征地补偿安置方案|刘经办|张建国来电
    2|李秀英|110105194912310021|13812345678|桃花村12号|||2023.1.5|宅基地审批|2023.1.9|已答复李秀英|刘经办|
    3|王小明|110105194912310021|13812345678|桃花村12号|||2023.1.5|低保名单|2023.1.9|王小明撤回|刘经办|
    4|阳光养老院|91350128MA2Y|0591-23165385|桃花村12号|||2023.1.5|拆迁公告|2023.1.9|已告知阳光养老院另找部门|刘经办|
    5|东方红建设有限公司|91350128MA2Y|87654321|桃花村12号|||2023.1.5|规划许可证|2023.1.9|电话13812345678告知，不存在|刘经办|
    6|欧阳青|110105194912310021|13812345678|桃花村12号|||2023.1.5|征地补偿|张建国已领取|信息不存在，已联系欧阳青|刘经办|不掌握，张建国
    7|诸葛明亮|110105194912310021|13812345678|桃花村12号|||李秀英送来|征地补偿|2023.1.9|诸葛明亮要求的宅基地材料涉及王小明隐私|刘经办|
    8|买买提·艾力|110105194912310021|13812345678|桃花村12号|||2023.1.5|征地补偿|2023.1.9||刘经办|信访，诸葛明亮
    合计|张建国|||||||||||";

#[track_caller]
fn is_clean(blocks: &[Block]) -> Ledger {
    let ledger = ledger(blocks);
    let json = serde_json::to_string(&ledger).expect("JSON");
    for personal in PERSONAL {
        assert!(!json.contains(personal), "{personal}: {json:#}");
        let counts = count(&ledger, &Placements::default());
        assert!(!format!("{counts:?}").contains(personal), "{personal}");
    }
    ledger
}

#[test]
fn nothing_personal_is_kept_of_a_ledger_with_heads() {
    let ledger = is_clean(&[table("张建国的台账", HEADED)]);
    assert_eq!(ledger.lines.len(), 8);
    assert_eq!(ledger.sheets, ["第1张表"]);
    assert_eq!(ledger.dropped, ["姓名", "证件号", "电话", "地址", "邮箱", "联系人", "申请内容", "经办人", "备注"]);
    assert_eq!(ledger.lines[0].words.result.as_deref(), Some("同意公开"));
    assert_eq!(ledger.lines[2].words.result.as_deref(), Some("撤回"));
}

#[test]
fn what_was_asked_for_is_not_kept_beside_a_result_that_is_understood() {
    let text = "申请人类型|收到日期|答复日期|办理结果
        个人|2023.1.5|2023.1.9|同意公开低保名单
        个人|2023.1.5|2023.1.9|宅基地材料不存在";
    let ledger = is_clean(&[table("", text)]);
    let words: Vec<_> = ledger.lines.iter().map(|line| line.words.result.as_deref()).collect();
    assert_eq!(words, [Some("同意公开"), Some("不存在")]);
}

#[test]
fn nothing_personal_is_kept_of_a_ledger_without_heads() {
    let text: Vec<&str> = HEADED.lines().skip(1).collect();
    let ledger = is_clean(&[table("", &text.join("\n"))]);
    assert_eq!(ledger.lines.len(), 8);
}

#[test]
fn nothing_personal_is_kept_of_merged_or_strange_heads() {
    let text = "张建国|李秀英|申请人类型|收到日期|办理结果|王小明
        征地补偿|13812345678|自然人|2023.1.5|公开|宅基地
        征地补偿|13812345678|王小明|2023.1.5|李秀英的申请重复|宅基地
        征地补偿|13812345678|养老院|2023.1.5|重复|宅基地";
    is_clean(&[table("李秀英", text)]);
    is_clean(&[table("", text), table("张建国", "甲|乙\n征地补偿|宅基地")]);
}
