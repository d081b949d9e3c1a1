//! Web pages, whole and damaged.

use super::super::document::tests::lines;
use super::*;
use crate::read::LeftKind::{Comment, Header, Web};

#[track_caller]
fn reads(html: &str, expected: &[&str]) {
    let document = read_html_text(html).unwrap_or_else(|refusal| panic!("{refusal}: {html}"));
    assert_eq!(lines(&document), expected, "{html}");
}

#[test]
fn blocks_are_paragraphs() {
    reads(
        "<title>年报_xx市</title><h1>标题</h1><div>甲<div>乙</div>丙</div><p>一<br>二<p>三</p>四&nbsp;五 &lt;六&gt;&#x4e03;",
        &["标题", "甲", "乙", "丙", "一", "二", "三", "四\u{a0}五 <六>七"],
    );
    reads("<b>粗<p>段</b>落</p><span>行</span><span>内</span>", &["粗", "段落", "行内"]);
    reads(
        "<p>政府\n  信息 公开 open\ngovernment</p><pre>a\n  b\tc</pre>",
        &["政府信息 公开 open government", "a", "b\tc"],
    );
    reads("<span style='display: block'>甲</span><span>乙</span>", &["甲", "乙"]);
}

#[test]
fn items_have_the_numbers_that_show() {
    reads("<ol><li>甲<li>乙<ol type=a><li>丙</ol><li value=7>丁</ol>", &["1.甲", "2.乙", "a.丙", "7.丁"]);
    reads("<ol start=3><li><p>甲</p><p>乙</p><li>4.丙</ol><ul><li>丁</ul>", &["3.甲", "乙", "4.丙", "丁"]);
    reads(
        "<ol style='list-style:none'><li>甲</ol><ol style='list-style-type:cjk-ideographic'><li>乙</ol>",
        &["甲", "一、乙"],
    );
    reads("<p>前<ol><li></ol><p>后", &["前", "后"]);
}

#[test]
fn words_lists_keep_their_numbers() {
    reads(
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span \
         style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>总体情况<o:p></o:p></p>\
         <p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span></span>要点</p>\
         <p><!--[if !supportEmptyParas]-->&nbsp;<!--[endif]--><o:p></o:p></p>",
        &["一、总体情况", "要点"],
    );
}

#[test]
fn what_is_hidden_is_not_read() {
    reads(
        "<head><style>p{}</style><script>var a='<p>x</p>'</script></head><!-- <p>注 --><p>见<span style='DISPLAY : none !important'>暗\
         <b>暗</b></span><span style='visibility:hidden'>暗</span><i hidden>暗</i><span style='mso-hide:all'>暗</span>到</p>\
         <!--[if gte mso 9]><xml><w:x>暗</w:x></xml><![endif]--><noscript>暗</noscript><template><p>暗</p></template>\
         <svg><title>暗</title><style/></svg><xml>暗</xml><img alt=暗><p>完",
        &["见到", "完"],
    );
    reads(
        "<table><tr><td>甲<td hidden>暗<td>乙<tr style='display:none'><td>1<td>2<tr><td>丙<td>丁</table>",
        &["[甲|乙]", "[丙|丁]"],
    );
    reads("<table><tr><td>甲<td>乙<table hidden><tr><td>暗</table><tr><td>丙<td>丁</table>", &["[甲|乙]", "[丙|丁]"]);
}

#[test]
fn revisions_are_taken_as_made() {
    let document = read_html_text("<p>共<del cite=a>12</del><ins>21</ins>件</p>").expect("text");
    assert_eq!((lines(&document), document.notes.len()), (vec!["共21件".to_owned()], 1));
    let document = read_html_text("<p>共<del> </del>件</p>").expect("text");
    assert_eq!(document.notes, [""; 0]);
}

#[test]
fn what_is_around_the_text_is_left() {
    let document = read_html_text(
        "<title>年报</title><nav><ul><li>首页<li>公开</ul></nav><header>网站</header><article><header><h1>标题</h1></header>正文</article>\
         <footer>主办</footer><div style='mso-element:header'><p>页眉</p></div><div style='mso-element:comment-list'>批注</div><button>打印</button>",
    )
    .expect("text");
    assert_eq!(lines(&document), ["标题", "正文"]);
    let left: Vec<_> = document.left.iter().map(|left| (left.kind, left.text.as_str())).collect();
    assert_eq!(
        left,
        [
            (Web, "年报"),
            (Web, "首页\n公开"),
            (Web, "网站"),
            (Web, "主办"),
            (Header, "页眉"),
            (Comment, "批注"),
            (Web, "打印")
        ]
    );
}

#[test]
fn tables_keep_their_grid() {
    reads(
        "<table><caption>表<br>一</caption><tfoot><tr><td colspan=2>计</tfoot><thead><tr><th rowspan=0>项目<th>件数</thead>\
         <tbody><tr><td rowspan=0>甲<td><p>1</p><p>&nbsp;</p></td></tr><tr><td>2<br>3</tbody></table>",
        &["# 表 一", "[项目|件数]", "[甲<2x1>|1]", "[2⏎3]", "[计<1x2>]"],
    );
    // Whatever is not closed or not begun.
    reads("<tr><td>甲<td>乙<tr><td>丙<td>丁<p>后", &["[甲|乙]", "[丙|丁⏎后]"]);
    reads("<div><td>甲</td><td>乙</td></div><p>后", &["[甲|乙]", "后"]);
    reads("<table>前<tr><td>甲</td>中<td>乙</td></tr></table>后", &["前中", "[甲|乙]", "后"]);
    reads("<table><tr><td><div>甲<td><b>乙</div></b></table>后", &["[甲|乙]", "后"]);
}

#[test]
fn spans_are_not_believed() {
    reads(
        "<table><tr><td colspan=100>题</td></tr><tr><td>甲<td>1<td rowspan=99999999999>2</tr><tr><td>乙<td colspan=1000000>3</table>",
        &["[题<1x3>]", "[甲|1|2<2x1>]", "[乙|3]"],
    );
    let spans = "<td colspan=1000000 rowspan=1000000>1".repeat(2000);
    let _ = read_html_text(&format!("<table><tr>{spans}</table>"));
    let rows = "<tr><td rowspan=1000 colspan=49>1".repeat(20_000);
    let _ = read_html_text(&format!("<table>{rows}</table>"));
    assert!(read_html_text(&format!("<table><tr>{}</table>", "<td>1".repeat(1200))).is_err());
    assert!(read_html_text(&"<table><tr><td>1<td>2</table>".repeat(110_000)).is_err());
}

#[test]
fn a_label_that_runs_over_covers_nothing() {
    reads(
        "<html xmlns:x='urn'><body><table><!--StartFragment--><tr><td colspan=2 style='mso-ignore:colspan;width:9pt'>行政规范性文件的件数</td>\
         <td>1<td>2<td>3<td>4<td>5</tr><tr><td colspan=3>总计<td>6<td>7<td>8<td>9</tr><!--EndFragment--></table>",
        &["[行政规范性文件的件数||1|2|3|4|5]", "[总计<1x3>|6|7|8|9]"],
    );
    reads("Version:0.9\r\nStartHTML:000\r\nEndHTML:9\r\n<html><table><tr><td>甲<td>1</table>", &["[甲|1]"]);
}

#[test]
fn tables_that_only_place_text_are_unfolded() {
    let figures = "<table><tr><td>甲<td>1<tr><td>乙<td>2<tr><td>丙<td>3</table>";
    let read = ["前", "[甲|1]", "[乙|2]", "[丙|3]", "后"];
    reads(&format!("<table><tr><td>前{figures}后</table>"), &read);
    reads(&format!("<table><tr><td>前<td>{figures}<tr><td>后<td></table>"), &read);
    reads(&format!("<table><tr><td></td><td><table><tr><td>前<td><div>{figures}</div></table><p>后</table>"), &read);
    let prose = "政务公开".repeat(60);
    reads(&format!("<table><tr><td>导航<td><p>{prose}</p><p>完</p></table>"), &["导航", &prose, "完"]);
    reads("<table><tr><td>一栏</td></tr><tr><td>两行</td></tr></table>", &["一栏", "两行"]);
    reads("<table><tr><td>12<tr><td>3</table>", &["[12]", "[3]"]);
    // A small table in a cell is part of it.
    reads("<table><tr><td>甲<td><table><tr><td>1<td>2</table><tr><td>乙<td>3</table>", &["[甲|1\t2]", "[乙|3]"]);
    reads("<table><tr><td>&nbsp;<td> </table>完", &["完"]);
}

#[test]
fn fields_show_their_values() {
    reads(
        "<table><tr><td>规章<td><input value=12><input type=hidden value=9><input type=checkbox value=8><td><select><option>0<option \
         selected>3</select><td><textarea>4\n5</textarea><tr><td>甲<td><select><option>请选择<option>1</select><td><select><option>2\
         </select><td>7</table><select><option>友情链接</select>",
        &["[规章|12|3|4⏎5]", "[甲||2|7]"],
    );
}

#[test]
fn bytes_are_decoded_as_the_page_says() {
    let page = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><p>行政许可</p>";
    let bytes = encoding_rs::GB18030.encode(page).0;
    assert_eq!(lines(&read_html(&bytes).expect("text")), ["行政许可"]);
    assert_eq!(declared(page.as_bytes()).as_deref(), Some("gb2312"));
    assert_eq!(declared(b"<?xml version='1.0' encoding = 'UTF-8'?>").as_deref(), Some("utf-8"));
    assert_eq!(declared(b"charset charset: charset=\"big5\"").as_deref(), Some("big5"));
    for empty in ["", "<html><body><img src=a></body>", "<script>alert('x')</script>", "<table><tr><td></table>"] {
        assert!(read_html_text(empty).is_err(), "{empty}");
    }
}

#[test]
fn deep_and_long_pages_take_little_time() {
    for (open, close) in [
        ("<div>", ""),
        ("<b a=1>", ""),
        ("<table><tr><td>", ""),
        ("<ul><li>", ""),
        ("<span>", "</i>"),
        ("<table>", ""),
        ("<td>", ""),
    ] {
        let _ = read_html_text(&format!("{}正文{}", open.repeat(100_000), close.repeat(100_000)));
    }
    let attributes = (0..200).map(|index| format!(" a{index}=1")).collect::<Vec<_>>().concat();
    reads(&format!("<p{attributes}>甲"), &["甲"]);
    reads(&"<nav>甲</nav>".repeat(50_000).replacen("甲", "甲</nav>乙<nav>", 1), &["乙"]);
    assert!(read_html_text(&"<p>甲".repeat(150_000)).is_err());
}

#[test]
fn any_damage_ends_in_a_document_or_a_refusal() {
    let page = "<!DOCTYPE html><html><head><title>题</title></head><body><ol><li>甲<li>乙</ol><table border=1><caption>表</caption><thead><tr>\
        <th rowspan=2 colspan=3>头</th></tr></thead><tr><td style='mso-ignore:colspan' colspan=2>1<td><table><tr><td>2</table></tr></table>\
        <select><option selected>3</select><del>4</del><nav>5</nav><pre>6\n7</pre><!-- 8 --><p>结束&nbsp;&#x4e00;</p></body></html>";
    for length in 0..page.len() {
        let _ = read_html(&page.as_bytes()[..length]);
    }
    let mut seed = 1_u32;
    let mut random = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).expect("32 bits")
    };
    let tags: Vec<&str> = page.split_inclusive('>').collect();
    for _ in 0..1500 {
        let mut bytes = page.as_bytes().to_vec();
        for _ in 0..4 {
            let at = random() % bytes.len();
            bytes[at] ^= 1 << (random() % 8);
        }
        let _ = read_html(&bytes);
        // The same tags in any order.
        let shuffled: String = (0..60).map(|_| tags[random() % tags.len()]).collect();
        let _ = read_html_text(&shuffled);
    }
}

#[test]
fn a_tag_with_attributes_without_end_is_refused() {
    let tag = |count: usize| (0..count).fold(String::new(), |tag, n| tag + &format!(" a{n}=\"1\""));
    let page = |count: usize| format!("<p{}>年报</p>", tag(count));
    assert_eq!(read_html_text(&page(50_000)), Err(too_large()));
    assert_eq!(read_html_text(&page(200)).map(|document| document.blocks.len()), Ok(1));
    // Many tags may have as many together.
    assert_eq!(read_html_text(&page(200).repeat(100)).map(|document| document.blocks.len()), Ok(100));
}
