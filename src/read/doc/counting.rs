//! The ways in which a list of Word writes its numbers. Source: [MS-OSHARED] 2.2.1.3, MSONFC.

use super::super::number_form::NumberForm;

/// A bullet.
const BULLET: u8 = 23;
/// No number at all.
const NOTHING: u8 = 255;

/// Whether there is a number in this way of writing.
pub fn is_number(format: u8) -> bool {
    format != BULLET && format != NOTHING
}

/// The number as it is written; as decimal digits where the way has no sign for it.
pub fn counted(number: i32, format: u8) -> String {
    let form = match format {
        1 => NumberForm::UpperRoman,
        2 => NumberForm::LowerRoman,
        3 => NumberForm::Upper,
        4 => NumberForm::Lower,
        14 => NumberForm::FullWidth,
        18 | 28 => NumberForm::Circled,
        22 => NumberForm::Padded(2),
        26 => NumberForm::Stopped,
        27 => NumberForm::Bracketed,
        29 => NumberForm::ChineseCircled,
        30 => NumberForm::Stems,
        31 => NumberForm::Branches,
        10 | 40 => NumberForm::ChineseDigits,
        11 => NumberForm::Japanese,
        33 | 35 | 37 | 39 => NumberForm::Chinese,
        34 => NumberForm::LegalTraditional,
        38 => NumberForm::Legal,
        57 => NumberForm::Dashed,
        _ => NumberForm::Decimal,
    };
    u32::try_from(number).map_or_else(|_| number.to_string(), |number| form.write(number))
}

#[cfg(test)]
mod tests {
    use super::{counted, is_number};

    #[test]
    fn numbers_are_written_as_their_list_says() {
        for (number, format, written) in [
            (3, 0, "3"),
            (4, 1, "IV"),
            (19, 2, "xix"),
            (28, 3, "BB"),
            (1, 4, "a"),
            (12, 14, "１２"),
            (2, 18, "②"),
            (7, 22, "07"),
            (5, 29, "㊄"),
            (10, 37, "十"),
            (11, 39, "十一"),
            (20, 37, "二十"),
            (-1, 37, "-1"),
            (i32::MAX, 1, "2147483647"),
            (i32::MAX, 4, "2147483647"),
        ] {
            assert_eq!(counted(number, format), written, "{number} in {format}");
        }
        assert_eq!([0, 23, 37, 255].map(is_number), [true, false, true, false]);
    }
}
