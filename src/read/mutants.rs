//! Damaged files for tests: every reader must end with a document or a refusal, whatever the bytes.

/// Numbers below those that are asked for (Marsaglia's xorshift): the same in every run.
pub(super) fn random() -> impl FnMut(usize) -> usize {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    move |below| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).expect("31 bits") % below.max(1)
    }
}

/// The text with up to three of its bytes changed into others that XML may have; nothing where it is no text any more.
pub(super) fn garbled(text: &str, random: &mut impl FnMut(usize) -> usize) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random(3) {
        let at = random(bytes.len());
        bytes[at] = b"<>/\"&;=0129w: -"[random(15)];
    }
    String::from_utf8(bytes).ok()
}

/// Calls with the file cut at many lengths, then with some of its bytes changed, so many times each. The same calls each time.
pub(super) fn damaged(bytes: &[u8], times: usize, mut read: impl FnMut(&[u8])) {
    let step = (bytes.len() / times).max(1);
    for length in (0..bytes.len()).step_by(step) {
        read(&bytes[..length]);
    }
    let mut random = random();
    for round in 0..times {
        let mut damaged = bytes.to_vec();
        for _ in 0..=round % 4 {
            let at = random(damaged.len());
            // Large and small counts, and single bits.
            let value = match random(4) {
                0 => 0xff,
                1 => 0,
                2 => damaged[at] ^ (1 << random(8)),
                _ => u8::try_from(random(256)).expect("a byte"),
            };
            let end = (at + 1 + random(4)).min(damaged.len());
            damaged[at..end].fill(value);
        }
        read(&damaged);
    }
}
