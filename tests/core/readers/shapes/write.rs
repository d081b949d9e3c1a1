//! The shapes in which reports are met: how each writes its tables and text.

use nianbao::block::{Block, Table};

use super::super::written::{lines, squares, table_html};

/// A report as text, each table written so.
fn with_tables(blocks: &[Block], end: &str, table: impl Fn(&Table) -> String) -> String {
    let mut text = String::new();
    for block in blocks {
        for line in lines(block) {
            text += &format!("{line}{end}");
        }
        if let Block::Table(own) = block {
            text += &table(own);
        }
    }
    text
}

/// The cells of a table that begin in each row.
fn cells(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.content.to_string()).collect()).collect()
}

/// All in one line, nothing between cells.
pub fn run_together(blocks: &[Block]) -> String {
    with_tables(blocks, "", |table| cells(table).concat().concat())
}

/// A row a line, a blank between cells; the heads in words that other offices use.
pub fn spaced(blocks: &[Block]) -> String {
    with_tables(blocks, "\n", |table| cells(table).iter().map(|row| row.join(" ") + "\n").collect())
        .replace("本年制发件数", "本年(2023)制发件数")
        .replace("现行有效件数", "现行有效件数(历史累计)")
        .replace("行政规范性文件", "规范性文件")
        .replace("上年结转政府信息公开申请数量", "上年转结政府信息公开申请数量")
        .replace("1.", "1、")
        .replace("2.", "2、")
}

/// A row a line, cells with a bar behind them, as many bars as there are columns.
pub fn piped(blocks: &[Block]) -> String {
    with_tables(blocks, "\n", |table| {
        let columns = table.widths.len();
        let row = |row: &Vec<String>| {
            let padding = "|".repeat(columns.saturating_sub(row.len()));
            format!("{} |{padding}\n", row.join(" | "))
        };
        cells(table).iter().map(row).collect()
    })
    .replace("25.1 |", "251000元 |")
}

/// A cell a line with an empty line behind, in the furniture of a web page; figures in full-width digits, a fall in words.
pub fn lined(blocks: &[Block]) -> String {
    let wide = |text: &str| -> String {
        let is_figure = text.chars().all(|c| c.is_ascii_digit() || c == '-');
        let letter = |c: char| char::from_u32(u32::from(c) + 0xfee0).filter(|_| c.is_ascii_digit()).unwrap_or(c);
        if is_figure { text.chars().map(letter).collect::<String>() } else { text.to_owned() }
    };
    let text = with_tables(blocks, "\n\n", |table| {
        cells(table).concat().iter().map(|cell| format!("{}\n\n", wide(cell))).collect()
    });
    format!(
        "当前位置：首页>政务公开>法定主动公开内容>政府信息公开年报\n\n来源：双桥镇　发布时间：2021-01-20 09:12　字号：【大 中 小】 打印 关闭\n\n{}\
         附件下载：\n\n1.双桥镇年度报告.docx\n\n分享到：微信 微博\n\n主办：石门县人民政府办公室　网站标识码：0000000000\n",
        text.replacen("-３\n\n", "减3\n\n", 1)
    )
}

/// A cell a line, and a bar on a line of its own between cells.
pub fn barred(blocks: &[Block]) -> String {
    with_tables(blocks, "\n", |table| cells(table).iter().map(|row| row.join("\n|\n") + "\n|\n").collect())
        .replace("商业企业", "商业\n企业")
}

/// A web page as sites publish it: merged cells, blanks that do not break, paragraphs and breaks within cells, things around.
pub fn page(blocks: &[Block]) -> String {
    let mut body = String::new();
    for block in blocks {
        for line in lines(block) {
            body += &format!("<p style=\"text-indent: 2em;\">&nbsp;&nbsp;&nbsp;&nbsp;{line}</p>\n");
        }
        if let Block::Table(table) = block {
            let html = table_html(table);
            body += &html
                .replace("<p>", "<p style=\"text-align: center;\"><span>&nbsp;")
                .replace("</p>", "</span><br /></p>");
        }
    }
    format!(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"><title>年报-云台县人民政府</title>\
         <script>var a = '<p>一、总体情况</p>';</script><style>.a{{}}</style></head><body><div class=\"nav\"><ul><li><a href=\"#\">首页</a></li>\
         <li><a href=\"#\">政务公开</a></li></ul></div><div class=\"article\">{body}</div><div class=\"footer\">\
         <p>版权所有：云台县人民政府　备案号：备00000000号</p></div></body></html>"
    )
}

/// What Word and WPS put into the clipboard: their own marks around every word.
pub fn word(blocks: &[Block]) -> String {
    let marked = |text: &str| {
        format!(
            "<span lang=ZH-CN style='font-size:16.0pt;font-family:仿宋_GB2312;mso-ascii-font-family:\"Times New Roman\"'>{text}</span><o:p></o:p>"
        )
    };
    let mut body = String::new();
    for block in blocks {
        for line in lines(block) {
            body += &format!(
                "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>{}</p>\n",
                marked(&line)
            );
        }
        if let Block::Table(table) = block {
            body += &table_html(table)
                .replace("<table", "<table class=MsoNormalTable style='mso-padding-alt:0cm 5.4pt 0cm 5.4pt'")
                .replace("&nbsp;", "<span><o:p>&nbsp;</o:p></span>")
                .replace("<p>", "<p class=MsoNormal align=center><span lang=EN-US style='mso-bidi-font-size:12pt'>")
                .replace("</p>", "</span></p>");
        }
    }
    format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head>\
         <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {{mso-style-parent:\"\";}} --></style>\
         </head><body lang=ZH-CN><!--StartFragment-->{body}<!--EndFragment--></body></html>"
    )
}

/// Pages of a PDF as text: lines that break, a head over many rows one letter a line, labels that wrap around their figures, numbers of
/// pages in the middle of a table, a label that is said again on the next page.
pub fn pages(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        for line in lines(block) {
            let indent = if matches!(block, Block::Paragraph(_)) { "    " } else { "" };
            text += &format!("{indent}{}\n", broken(&line, 28).join("\n"));
        }
        if let Block::Table(table) = block {
            for (n, row) in squares(table).into_iter().enumerate() {
                let cells: Vec<String> = row.into_iter().flatten().collect();
                let labels = cells.iter().take_while(|cell| cell.parse::<f64>().is_err()).count();
                let (labels, figures) = cells.split_at(labels);
                let figures = figures.join(" ");
                let Some((last, heads)) = labels.split_last() else {
                    text += &format!("{figures}\n");
                    continue;
                };
                for head in heads {
                    let is_upright = head.starts_with("三、本年度");
                    text += &format!("{}\n", broken(head, if is_upright { 1 } else { 5 }).join("\n"));
                }
                let lines = broken(last, 16);
                match lines.split_last() {
                    _ if figures.is_empty() => text += &format!("{}\n", lines.join("\n")),
                    // Before the last line, as the middle of a cell of several.
                    Some((last, before)) if !before.is_empty() => {
                        text += &format!("{}\n{figures}\n{last}\n", before.join("\n"));
                    }
                    _ => text += &format!("{last} {figures}\n"),
                }
                if n == 14 {
                    text += "\n- 5 -\n（四）无法提供\n";
                }
            }
        }
    }
    text
}

/// A text in lines of so many letters.
fn broken(text: &str, length: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(length).map(|line| line.iter().collect()).collect()
}
