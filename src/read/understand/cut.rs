//! Figures that run together, cut by their sums.

/// What a row is to be cut into: blocks of numbers, each of whose last is the sum of those before it where it has one.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// How many numbers a block has.
    pub width: usize,
    /// How many blocks there are.
    pub blocks: usize,
    /// Whether the last number of a block is the sum of the others.
    pub sums: bool,
}

/// A run that is a cell with a dash in it: it counts as 0.
pub const DASH: &str = "-";

/// The most ways of cutting that are listed.
pub const MOST_WAYS: usize = 64;
/// The most steps that are taken to find them.
const MOST_STEPS: usize = 200_000;
/// The most digits of a number.
const LONGEST: usize = 16;

/// The ways to cut digits that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cuts {
    /// The ways, each with a number for each figure.
    pub ways: Vec<Vec<u64>>,
    /// Whether these are all: the search was not given up.
    pub is_all: bool,
}

/// The ways to cut runs of digits into the numbers of a row. A number has no zero in front but a 0 that stands alone; between two
/// runs there is always a cut.
pub fn cuts(runs: &[&str], shape: Shape) -> Cuts {
    let wanted = shape.width * shape.blocks;
    let left: usize = runs.iter().map(|run| run.len()).sum();
    let is_plain = runs.iter().all(|run| *run == DASH || run.bytes().all(|b| b.is_ascii_digit()) && !run.is_empty());
    if !is_plain || left < wanted || runs.len() > wanted {
        return Cuts { ways: Vec::new(), is_all: true };
    }
    let mut search = Search { shape, wanted, found: Cuts { ways: Vec::new(), is_all: true }, steps: 0 };
    search.go(runs, 0, &mut Vec::with_capacity(wanted));
    search.found
}

struct Search {
    shape: Shape,
    wanted: usize,
    found: Cuts,
    steps: usize,
}

impl Search {
    fn go(&mut self, runs: &[&str], at: usize, numbers: &mut Vec<u64>) {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.found.ways.len() >= MOST_WAYS {
            self.found.is_all = false;
            return;
        }
        let Some((run, rest)) = runs.split_first() else {
            if numbers.len() == self.wanted {
                self.found.ways.push(numbers.clone());
            }
            return;
        };
        let Some(digits) = run.get(at..).filter(|digits| !digits.is_empty()) else {
            return self.go(rest, 0, numbers);
        };
        let others: usize = rest.iter().map(|run| run.len()).sum();
        let missing = self.wanted - numbers.len();
        if missing == 0 || digits.len() + others < missing || digits.len() + others > missing * LONGEST {
            return;
        }
        if digits == DASH {
            if self.fits(numbers, 0) {
                numbers.push(0);
                self.go(rest, 0, numbers);
                numbers.pop();
            }
            return;
        }
        let most = if digits.starts_with('0') { 1 } else { digits.len().min(LONGEST) };
        for length in 1..=most {
            let Some(number) = digits.get(..length).and_then(|digits| digits.parse().ok()) else { break };
            if !self.fits(numbers, number) {
                continue;
            }
            numbers.push(number);
            self.go(runs, at + length, numbers);
            numbers.pop();
        }
    }

    /// Whether the next number may be this one: the last of a block is the sum of the others.
    fn fits(&self, numbers: &[u64], number: u64) -> bool {
        let index = numbers.len() % self.shape.width;
        if !self.shape.sums || index + 1 < self.shape.width {
            return true;
        }
        let block = numbers.iter().rev().take(index);
        block.copied().try_fold(0_u64, u64::checked_add) == Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Shape = Shape { width: 7, blocks: 1, sums: true };

    #[test]
    fn a_row_of_seven_is_cut_by_its_sum() {
        for (runs, way) in [
            (&["21710000218"][..], vec![217, 1, 0, 0, 0, 0, 218]),
            (&["200", "000121"], vec![20, 0, 0, 0, 0, 1, 21]),
            (&["12", DASH, DASH, DASH, DASH, "012"], vec![12, 0, 0, 0, 0, 0, 12]),
            (&["1000001"], vec![1, 0, 0, 0, 0, 0, 1]),
            (&["200", "00000200"], vec![200, 0, 0, 0, 0, 0, 200]),
            (&["1", "2", "0", "0", "0", "0", "3"], vec![1, 2, 0, 0, 0, 0, 3]),
        ] {
            assert_eq!(cuts(runs, ROW), Cuts { ways: vec![way], is_all: true }, "{runs:?}");
        }
        for runs in [&["200000"][..], &["3000004"], &["12a4567"], &["1", "", "2"], &["00000000"]] {
            assert!(cuts(runs, ROW).ways.is_empty(), "{runs:?}");
        }
    }

    #[test]
    fn several_ways_are_all_told() {
        let three = Shape { width: 3, blocks: 1, sums: false };
        assert_eq!(cuts(&["6051"], three).ways, [[6, 0, 51], [60, 5, 1]]);
        assert_eq!(cuts(&["000"], three).ways, [[0, 0, 0]]);
    }

    #[test]
    fn disputes_have_three_sums() {
        let disputes = Shape { width: 5, blocks: 3, sums: true };
        assert_eq!(cuts(&["21317000001324019"], disputes).ways, [[2, 1, 3, 1, 7, 0, 0, 0, 0, 0, 13, 2, 4, 0, 19]]);
        assert_eq!(cuts(&["000000000000000"], disputes).ways, [[0; 15]]);
    }

    #[test]
    fn a_hostile_run_ends() {
        let long = "1".repeat(4000);
        assert!(cuts(&[&long], ROW).ways.is_empty());
        let most = cuts(&["123456789123456789123456789"], Shape { width: 7, blocks: 1, sums: false });
        assert_eq!((most.ways.len(), most.is_all), (MOST_WAYS, false));
        // Two ways add up, of which the search finds one before it is given up.
        assert!(!cuts(&["1823860464436352851393177864"], ROW).is_all);
    }
}
