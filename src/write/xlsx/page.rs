//! The paper: A4, upright or across as the table fits, and what stands at its foot.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::tables::Placed;
use super::measure::Measures;
use super::name::one_line;

/// A4 in the list of papers that Excel knows (ISO/IEC 29500-1, 18.3.1.63).
const A4: u8 = 9;
/// The margins in inches: 15 mm beside, 18 mm above and below, header and footer within.
const BESIDE: f64 = 0.59;
const ABOVE: f64 = 0.71;
const EDGE: f64 = 0.35;
/// What is left of A4 between the margins, in pixels.
const NARROW: u32 = 676;
const WIDE: u32 = 1004;
const HIGH: u32 = 980;
const LOW: u32 = 650;
/// The longest header or footer (ISO/IEC 29500-1, 18.3.1.46 ff.; Excel's own limit).
const LONGEST_FOOTER: usize = 255;

/// How a table stands on paper.
pub struct Page {
    /// Whether the paper lies across.
    is_landscape: bool,
    /// Whether the table is made smaller to fit on one page.
    is_single: bool,
    /// The widths and heights.
    pub measures: Measures,
}

impl Page {
    /// Chooses the paper. A table may be made a little smaller; one that is far too wide lies across, one that is far too long goes on over
    /// more pages.
    pub fn new(placed: &Placed, widths: &[u16], title: &str) -> Self {
        let upright = Measures::new(placed, widths, title, NARROW);
        let is_landscape = !is_near(upright.width(), NARROW);
        let (measures, width, height) = if is_landscape {
            (Measures::new(placed, widths, title, WIDE), WIDE, LOW)
        } else {
            (upright, NARROW, HIGH)
        };
        // Made smaller to fit the width it is less high too.
        let room = u64::from(height) * u64::from(measures.width().max(width)) / u64::from(width);
        let room = u32::try_from(room).unwrap_or(u32::MAX);
        let needed = measures.height().saturating_add(measures.title).saturating_add(30);
        Self { is_landscape, is_single: is_near(needed, room), measures }
    }

    /// Sets up the page of a sheet whose grid begins in row `top`, with so many rows of heads.
    pub fn set(&self, worksheet: &mut Worksheet, top: u32, heads: u32, code: &str) -> Result<(), XlsxError> {
        worksheet.set_paper_size(A4);
        if self.is_landscape {
            worksheet.set_landscape();
        }
        worksheet.set_margins(BESIDE, BESIDE, ABOVE, ABOVE, EDGE, EDGE);
        worksheet.set_print_fit_to_pages(1, u16::from(self.is_single));
        worksheet.set_print_center_horizontally(true);
        worksheet.set_footer(footer(code));
        if heads > 0 {
            worksheet.set_repeat_rows(top, top + heads - 1)?;
        }
        Ok(())
    }
}

/// Whether a length fits, a quarter more at most: at 80% the grid still stands in 8.4 pt.
fn is_near(length: u32, room: u32) -> bool {
    length <= room.saturating_add(room / 4)
}

/// The page number in the middle, as official documents have it, and the code on the right.
fn footer(code: &str) -> String {
    let page = "&C— &P —";
    let code = one_line(code).replace('&', "&&");
    let footer = format!("{page}&R校验码 {code}");
    if code.is_empty() || footer.encode_utf16().count() > LONGEST_FOOTER { page.to_owned() } else { footer }
}

#[cfg(test)]
mod tests {
    use super::super::super::tables::tests::table;
    use super::*;
    use crate::block::Role;

    fn page(columns: usize, rows: usize) -> Page {
        let row = vec![("123456", Role::Value, 1, 1); columns];
        let rows: Vec<&[_]> = vec![&row; rows];
        let table = table(&vec![1; columns], &rows);
        Page::new(&Placed::new(&table), &table.widths, "题")
    }

    #[test]
    fn a_wide_table_lies_across_and_a_long_one_goes_on() {
        let shape = |page: Page| (page.is_landscape, page.is_single);
        assert_eq!(shape(page(5, 10)), (false, true));
        assert_eq!(shape(page(14, 10)), (false, true));
        assert_eq!(shape(page(18, 10)), (true, true));
        assert_eq!(shape(page(5, 40)), (false, true));
        assert_eq!(shape(page(5, 60)), (false, false));
    }

    #[test]
    fn the_foot_has_the_page_and_the_code() {
        assert_eq!(footer("3F7A-91C2"), "&C— &P —&R校验码 3F7A-91C2");
        assert_eq!(footer("A&B"), "&C— &P —&R校验码 A&&B");
        assert_eq!(footer(""), "&C— &P —");
        assert_eq!(footer(&"A".repeat(250)), "&C— &P —");
    }
}
