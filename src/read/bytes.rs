//! Numbers in the bytes of older formats, low byte first; nothing where the bytes end before.

/// The byte at this place.
pub fn u8_at(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).copied()
}

/// The number of two bytes at this place.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(array_at(bytes, at)?))
}

/// The signed number of two bytes at this place.
pub fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    Some(i16::from_le_bytes(array_at(bytes, at)?))
}

/// The number of four bytes at this place.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(array_at(bytes, at)?))
}

/// The signed number of four bytes at this place.
pub fn i32_at(bytes: &[u8], at: usize) -> Option<i32> {
    Some(i32::from_le_bytes(array_at(bytes, at)?))
}

/// The floating-point number of eight bytes at this place.
pub fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(array_at(bytes, at)?))
}

/// A number of four bytes as a place or a length; nothing where the bytes end before.
pub fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

/// So many bytes from this place; nothing where they are not all there.
pub fn slice_at(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// The text of UTF-16, low byte first; what is no text is replaced by U+FFFD.
pub fn utf16(bytes: &[u8]) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| u16::from_le_bytes(*pair)))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn array_at<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_all_there_is_nothing() {
        let bytes = [1, 2, 3, 0xff, 0xff];
        assert_eq!((u16_at(&bytes, 1), u16_at(&bytes, 4)), (Some(0x0302), None));
        assert_eq!((i16_at(&bytes, 3), u32_at(&bytes, 2)), (Some(-1), None));
        assert_eq!((size_at(&bytes, 0), i32_at(&bytes, usize::MAX)), (Some(0xff03_0201), None));
        assert_eq!((slice_at(&bytes, 3, 2), slice_at(&bytes, 3, usize::MAX)), (Some([0xff, 0xff].as_slice()), None));
        assert_eq!(utf16(&[0x2d, 0x4e, 0x00, 0xd8, 0x41]), "中\u{fffd}");
        assert_eq!(f64_at(&1.5_f64.to_le_bytes(), 0), Some(1.5));
    }
}
