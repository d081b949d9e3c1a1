//! A report's blocks laid out as an OFD (GB/T 33190-2016): letters placed line by line, tables as rules.

use nianbao::block::{Block, Table};

use super::{lines, squares, zipped};

/// Lengths are whole tenths of a millimetre.
const LEFT: usize = 280;
const TOP: usize = 350;
const WIDTH: usize = 1560;
const BOTTOM: usize = 2650;
/// The size of the letters of text, and of tables.
const SIZE: usize = 50;
const SMALL: usize = 30;

/// Pages that fill from above.
#[derive(Default)]
struct Pages {
    done: Vec<String>,
    page: String,
    y: usize,
}

impl Pages {
    /// Leaves room of so much height: on this page, or at the top of the next.
    fn room(&mut self, height: usize) {
        if self.y + height > BOTTOM || self.y == 0 {
            self.turn();
        }
    }

    fn turn(&mut self) {
        if self.y > 0 {
            let number = format!("— {} —", self.done.len() + 1);
            self.words(&number, 980, 2780, SIZE);
            self.done.push(std::mem::take(&mut self.page));
        }
        self.y = TOP;
    }

    fn words(&mut self, words: &str, x: usize, y: usize, size: usize) {
        let steps: Vec<String> = words.chars().map(|c| tenths(advance(c, size))).collect();
        let width: usize = words.chars().map(|c| advance(c, size)).sum();
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        self.page += &format!(
            "<ofd:TextObject ID=\"1\" Font=\"1\" Size=\"{0}\" Boundary=\"{1} {2} {3} {0}\"><ofd:TextCode X=\"0\" Y=\"{4}\" \
             DeltaX=\"{5}\">{words}</ofd:TextCode></ofd:TextObject>",
            tenths(size),
            tenths(x),
            tenths(y),
            tenths(width),
            tenths(size * 86 / 100),
            steps.join(" ")
        );
    }

    fn rule(&mut self, from: (usize, usize), to: (usize, usize)) {
        self.page += &format!(
            "<ofd:PathObject ID=\"2\" Boundary=\"0 0 210 297\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M {} {} L {} {}\
             </ofd:AbbreviatedData></ofd:PathObject>",
            tenths(from.0),
            tenths(from.1),
            tenths(to.0),
            tenths(to.1)
        );
    }

    /// A text in lines, its first indented where it is a paragraph.
    fn paragraph(&mut self, text: &str, is_indented: bool) {
        let mut indent = if is_indented { 2 * SIZE } else { 0 };
        for line in broken(text, WIDTH, SIZE, indent) {
            self.room(SIZE * 2);
            // A line that stands alone is centred, as titles are.
            let length: usize = line.chars().map(|c| advance(c, SIZE)).sum();
            let x = if is_indented { LEFT + indent } else { LEFT + (WIDTH - length.min(WIDTH)) / 2 };
            self.words(&line, x, self.y, SIZE);
            self.y += SIZE * 3 / 2;
            indent = 0;
        }
    }

    fn table(&mut self, table: &Table) {
        let all: usize = table.widths.iter().map(|width| usize::from(*width)).sum();
        let mut edges = vec![LEFT];
        for width in &table.widths {
            edges.push(edges[edges.len() - 1] + WIDTH * usize::from(*width) / all);
        }
        let texts = squares(table);
        let mut owners = vec![vec![(0, 0); table.widths.len()]; table.rows.len()];
        let mut spans = vec![vec![(1, 1); table.widths.len()]; table.rows.len()];
        for (n, row) in texts.iter().enumerate() {
            let mut cells = table.rows[n].iter();
            for (column, _) in row.iter().enumerate().filter(|(_, text)| text.is_some()) {
                let cell = cells.next().expect("a cell for each text");
                let (down, across) = (usize::from(cell.row_span), usize::from(cell.column_span));
                spans[n][column] = (down, across);
                for owners in &mut owners[n..n + down] {
                    owners[column..column + across].fill((n, column));
                }
            }
        }
        let line = SMALL * 5 / 4;
        let wrapped = |n: usize, column: usize| {
            let width = edges[column + spans[n][column].1] - edges[column] - 10;
            broken(texts[n][column].as_deref().unwrap_or_default(), width, SMALL, 0)
        };
        let heights: Vec<usize> = (0..table.rows.len())
            .map(|n| {
                let own =
                    (0..table.widths.len()).filter(|column| texts[n][*column].is_some() && spans[n][*column].0 == 1);
                own.map(|column| wrapped(n, column).len()).max().unwrap_or(1).max(1) * line + 20
            })
            .collect();
        let mut top = None;
        for n in 0..table.rows.len() {
            if self.y == 0 || self.y + heights[n] > BOTTOM {
                self.room(BOTTOM);
                top = None;
            }
            let (y, below) = (self.y, self.y + heights[n]);
            for column in 0..table.widths.len() {
                let owner = owners[n][column];
                let is_first = top.is_none() || owner.0 == n;
                let is_last =
                    n + 1 == table.rows.len() || owners[n + 1][column] != owner || below + heights[n + 1] > BOTTOM;
                for (is_drawn, at) in [(is_first, y), (is_last, below)] {
                    if is_drawn {
                        self.rule((edges[column], at), (edges[column + 1], at));
                    }
                }
                if column == owner.1 {
                    self.rule((edges[column], y), (edges[column], below));
                }
                if owner == (n, column) {
                    for (m, words) in wrapped(n, column).iter().enumerate() {
                        self.words(words, edges[column] + 5, y + 10 + m * line, SMALL);
                    }
                }
            }
            self.rule((edges[table.widths.len()], y), (edges[table.widths.len()], below));
            self.y = below;
            top = Some(y);
        }
        self.y += SIZE;
    }
}

/// How far a letter leads.
fn advance(letter: char, size: usize) -> usize {
    if letter.is_ascii() { size / 2 } else { size }
}

/// Lines of a text that are no wider.
fn broken(text: &str, width: usize, size: usize, indent: usize) -> Vec<String> {
    let (mut lines, mut line, mut length) = (Vec::new(), String::new(), indent);
    for letter in text.chars() {
        if letter == '\n' || (length + advance(letter, size) > width && !line.is_empty()) {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if letter != '\n' {
            line.push(letter);
            length += advance(letter, size);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn tenths(length: usize) -> String {
    format!("{}.{}", length / 10, length % 10)
}

/// A report as an OFD.
pub fn ofd(blocks: &[Block]) -> Vec<u8> {
    const NAMES: &str = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    let mut pages = Pages::default();
    for block in blocks {
        let is_title = matches!(block, Block::Title(_) | Block::Picture(_) | Block::Table(_));
        for line in lines(block) {
            pages.paragraph(&line, !is_title);
        }
        if let Block::Table(table) = block {
            pages.table(table);
        }
    }
    pages.turn();
    let numbered: Vec<(String, String)> = (0..)
        .zip(&pages.done)
        .map(|(n, page): (usize, _)| {
            let content = format!(
                "<ofd:Page {NAMES}><ofd:Content><ofd:Layer ID=\"3\">{page}</ofd:Layer></ofd:Content></ofd:Page>"
            );
            (format!("Doc_0/Pages/Page_{n}/Content.xml"), content)
        })
        .collect();
    let list: String = (0..numbered.len())
        .map(|n| format!("<ofd:Page ID=\"{}\" BaseLoc=\"Pages/Page_{n}/Content.xml\"/>", n + 10))
        .collect();
    let entry = format!(
        "<ofd:OFD {NAMES} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    );
    let document = format!(
        "<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
         </ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>"
    );
    let mut parts = vec![("OFD.xml", entry.as_bytes()), ("Doc_0/Document.xml", document.as_bytes())];
    parts.extend(numbered.iter().map(|(name, content)| (name.as_str(), content.as_bytes())));
    zipped(&parts)
}
