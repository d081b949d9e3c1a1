//! Simplified letters for the traditional ones that the form's labels, headings and titles can be written with on mirrors of a site.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The traditional letters of the words of the form, each with its simplified one.
const PAIRS: &str = "\
    動动 開开 報报 項项 內内 數数 範范 現现 許许 罰罚 強强 業业 費费 額额 單单 萬万 處处 決决 產产 採采 \
    購购 總总 計计 結结 轉转 請请 機机 構构 務务 組组 織织 會会 團团 體体 億亿 個个 區区 辦办 聯联 繫系 \
    電电 話话 與与 這这 於于 級级 審审 實实 屬属 國国 規规 護护 權权 過过 執执 檔档 詢询 關关 無无 製制 \
    補补 訴诉 訟讼 舉举 類类 複复 復复 認认 獲获 響响 應应 條条 記记 錄录 繳缴 納纳 續续 繼继 維维 糾纠 \
    餘余 屆届 發发 釋释 講讲 眾众 參参 間间 訪访 譯译 稱称 號号 標标 題题 問问 進进 點点 檢检 測测 達达 \
    讀读 變变 遠远 邏逻 場场 鎮镇 鄉乡 縣县 廳厅 財财 環环 農农 鐵铁 軍军 衛卫 勞劳 險险 藝艺 術术 樓楼 \
    郵邮 編编 網网 優优 雙双 創创 觀观 興兴 衆众 爲为 為为 給给 對对 專专 將将 經经 濟济 據据 擬拟 備备 \
    後后 歷历 稅税 責责 導导 當当 來来 時时 從从 樣样 證证 顯显 劃划 臺台 灣湾 壓压 營营 見见 兩两 價价 \
    擔担 賽赛 績绩 聞闻 際际 佈布 傳传 況况 減减 別别 醫医 \
    員员 圍围 圖图 廣广 廢废 徑径 態态 沒没 瀏浏 遊游 熱热 療疗 監监 確确 祕秘 穩稳 簡简 線线 絡络 統统 職职 輿舆 視视 \
    覽览 訓训 議议 設设 試试 談谈 負负 資资 載载 輯辑 輸输 運运 錯错 門门 閉闭 閱阅 隱隐 頁页 駁驳 裏里 積积 幹干 徵征 \
    準准 瞭了 羣群 覆复 筆笔 條条 綜综 橋桥 興兴 灣湾 東东 嶺岭 龍龙 陽阳 懷怀 樣样 現现 銀银 長长 豐丰 寧宁 雲云 蘇苏 漢汉 遼辽 瀋沈";

/// The same, to look up.
static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut letters = PAIRS.chars().filter(|c| !c.is_whitespace());
    let mut known = HashMap::new();
    while let (Some(traditional), Some(plain)) = (letters.next(), letters.next()) {
        known.insert(traditional, plain);
    }
    known
});

/// The simplified letter for a traditional one of the form's words; any other letter as it is.
pub fn simplified(c: char) -> char {
    SIMPLIFIED.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_form_are_known_in_traditional_letters() {
        let plain: String =
            "一、本年新收政府信息公開申請數量，總計，結轉下年度繼續辦理".chars().map(simplified).collect();
        assert_eq!(plain, "一、本年新收政府信息公开申请数量，总计，结转下年度继续办理");
        assert_eq!(simplified('〇'), '〇');
        assert_eq!(simplified('a'), 'a');
    }
}
