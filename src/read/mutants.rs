//! Damaged files for tests: every reader must end with a document or a refusal, whatever the bytes.

/// Calls with the file cut at many lengths, then with some of its bytes changed, so many times each. The same calls each time.
pub(super) fn damaged(bytes: &[u8], times: usize, mut read: impl FnMut(&[u8])) {
    let step = (bytes.len() / times).max(1);
    for length in (0..bytes.len()).step_by(step) {
        read(&bytes[..length]);
    }
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).expect("31 bits")
    };
    for round in 0..times {
        let mut damaged = bytes.to_vec();
        for _ in 0..=round % 4 {
            let at = next() % damaged.len().max(1);
            // Large and small counts, and single bits.
            let value = match next() % 4 {
                0 => 0xff,
                1 => 0,
                2 => damaged[at] ^ (1 << (next() % 8)),
                _ => u8::try_from(next() % 256).expect("a byte"),
            };
            let end = (at + 1 + next() % 4).min(damaged.len());
            damaged[at..end].fill(value);
        }
        read(&damaged);
    }
}
