//! Slips of the pen of which it is certain what was meant.

use super::doubled::Doubled;

/// Slips of which it is certain what was meant: what is wrong, what is right, and what after it makes it another word.
const SLIPS: [(&str, &str, &str); 41] = [
    ("为为", "为", "民人"),
    ("局局", "局", "长域部面势办属党机网务内领班"),
    ("令第711条", "令第711号", ""),
    ("日止如", "日止。如", "期"),
    ("可通过可以通过", "可通过", ""),
    ("他其信息", "其他信息", ""),
    ("对对", "对", "口应子比外于"),
    ("镇镇", "镇", "长政村区域直机党人级里办属街内纪委容务企有通"),
    ("乡乡", "乡", "长政村镇级域道机党人办土亲纪贤愁"),
    ("有待于有待", "有待", ""),
    ("整改改", "整改", "革进善正变为"),
    ("做好好", "做好", "事人的"),
    ("等等等", "等", ""),
    ("县县人民政府", "县人民政府", ""),
    ("区区人民政府", "区人民政府", ""),
    ("镇镇人民政府", "镇人民政府", ""),
    ("乡乡人民政府", "乡人民政府", ""),
    ("由由", "由", "衷来"),
    // With a number after it the document's own rule speaks of it.
    ("国办公开办涵", "国办公开办函", "〔[（(﹝【"),
    ("国办公开函办", "国办公开办函", "〔[（(﹝【"),
    ("国办公办函", "国办公开办函", "〔[（(﹝【"),
    ("与以公开", "予以公开", "促为推助"),
    ("与以答复", "予以答复", ""),
    ("与以部分公开", "予以部分公开", ""),
    ("不与公开", "不予公开", "的相"),
    ("进一步步", "进一步", "入"),
    ("工作布署", "工作部署", "名"),
    ("决策布署", "决策部署", "名"),
    ("工作按排", "工作安排", "名序列行队放污"),
    ("贯切落实", "贯彻落实", ""),
    ("依审请公开", "依申请公开", ""),
    ("依申请工开", "依申请公开", ""),
    ("主动工开", "主动公开", ""),
    ("信息工开", "信息公开", ""),
    ("政务工开", "政务公开", ""),
    ("行政复意", "行政复议", ""),
    ("行政复义", "行政复议", ""),
    ("行政诉颂", "行政诉讼", ""),
    ("下年渡", "下年度", ""),
    ("上年渡", "上年度", ""),
    ("建立建全", "建立健全", "国省市县区镇"),
];

/// The known slips of a text: their bytes, and what was meant.
pub fn slips(text: &str) -> Vec<Doubled> {
    let mut found = Vec::new();
    for (wrong, right, other) in SLIPS {
        for (at, _) in text.match_indices(wrong) {
            let end = at + wrong.len();
            let after = text.get(end..).and_then(|rest| rest.chars().next());
            if after.is_none_or(|c| !other.contains(c)) {
                found.push(Doubled { span: at..end, once: right.to_owned() });
            }
        }
    }
    found.sort_by_key(|slip| slip.span.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_slips() {
        let text = "（国办公开办涵）国办公开办涵〔2021〕30号，与以公开3件，与以公开促落实，工作按排名公布";
        let found: Vec<(&str, String)> = slips(text).into_iter().map(|slip| (&text[slip.span], slip.once)).collect();
        assert_eq!(found, [("国办公开办涵", "国办公开办函".to_owned()), ("与以公开", "予以公开".to_owned())]);
    }

    #[test]
    fn letters_too_many() {
        let found = |text: &str| slips(text).len();
        assert_eq!(found("抓好整改改，做好好药品公开，由由局长，某县县人民政府，公报等等等。"), 5);
        assert_eq!(found("整改改进，由由衷，做好好事，县人民政府，等等。"), 0);
    }
}
