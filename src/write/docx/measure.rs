//! Lengths of the page, in twentieths of a point, as Word counts them. Source: GB/T 9704-2012, 5 and 6.

/// A length in hundredths of a millimetre.
pub(super) const fn mm(hundredths: u32) -> u32 {
    (hundredths * 144 + 127) / 254
}

/// The sheet, A4.
pub(super) const SHEET: (u32, u32) = (mm(21_000), mm(29_700));
/// 天头.
pub(super) const TOP: u32 = mm(3_700);
/// The margin at the foot.
pub(super) const BOTTOM: u32 = mm(3_500);
/// The margin on the right.
pub(super) const RIGHT: u32 = mm(2_600);
/// 订口: what the text of 156 mm leaves.
pub(super) const LEFT: u32 = SHEET.0 - WIDTH - RIGHT;
/// The width of the text, of 28 characters.
pub(super) const WIDTH: u32 = mm(15_600);
/// The height of the text, of 22 lines.
pub(super) const HEIGHT: u32 = SHEET.1 - TOP - BOTTOM;
/// The pitch of the lines.
pub(super) const PITCH: u32 = HEIGHT / 22;
/// The characters of a line.
pub(super) const CHARACTERS: u32 = 28;
/// The size of the text in half points: 三号.
pub(super) const SIZE: u32 = 32;
/// How much closer characters of the text stand than their size, so that a line holds 28.
pub(super) const CLOSER: u32 = SIZE * 10 - WIDTH / CHARACTERS;
/// The same of the grid of the page, which is exact, in 4096ths of a point.
pub(super) const GRID_CLOSER: u32 = ((CHARACTERS * SIZE * 10 - WIDTH) * 4096).div_ceil(CHARACTERS * 20);
/// Two characters.
pub(super) const TWO: u32 = 2 * WIDTH / CHARACTERS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_22_lines_of_28_characters() {
        assert_eq!((SHEET, LEFT, TOP, RIGHT, BOTTOM), ((11_906, 16_838), 1588, 2098, 1474, 1984));
        assert_eq!((WIDTH, HEIGHT, PITCH), (8844, 12_756, 579));
        assert_eq!(HEIGHT / PITCH, 22);
        // In 4096ths of a point.
        for pitch in [SIZE / 2 * 4096 - GRID_CLOSER, (SIZE * 10 - CLOSER) * 4096 / 20] {
            assert!(28 * pitch * 20 <= WIDTH * 4096 && 29 * pitch * 20 > WIDTH * 4096);
        }
    }
}
