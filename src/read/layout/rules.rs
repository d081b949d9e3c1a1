//! The frames of tables, out of the rules of a page.

use std::collections::{BTreeMap, HashMap};

use crate::read::limits::MOST_CELLS;

/// Rules so close are one: the sides of neighbouring cells are often drawn one by one.
pub const NEAR: i64 = 3000;
/// So low no row is: rules between neighbouring cells that are closer, one above the other, are one.
pub const LOW: i64 = 6500;
/// How far a rule may rise from end to end.
const SLOPE: i64 = 1000;
/// A page with more frames is a drawing.
const MOST_FRAMES: usize = 200;

/// A level or upright rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// Where it lies: y of a level one, x of an upright one.
    pub at: i64,
    /// Where it begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
}

/// Rules that touch each other, with which a table may be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its sides.
    pub left: i64,
    /// Its sides.
    pub top: i64,
    /// Its sides.
    pub right: i64,
    /// Its sides.
    pub bottom: i64,
    /// The level rules.
    pub level: Vec<Rule>,
    /// The upright rules.
    pub upright: Vec<Rule>,
}

impl Frame {
    /// Whether a point is within.
    pub fn holds(&self, (x, y): (i64, i64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// The places of the upright rules, each once, from left to right.
    pub fn columns(&self) -> Vec<i64> {
        places(&self.upright, NEAR)
    }

    /// The places of the level rules, each once, from top to bottom.
    pub fn rows(&self) -> Vec<i64> {
        places(&self.level, LOW)
    }

    /// Moves it downwards.
    pub fn shift(&mut self, by: i64) {
        self.top += by;
        self.bottom += by;
        self.level.iter_mut().for_each(|rule| rule.at += by);
        for rule in &mut self.upright {
            rule.from += by;
            rule.to += by;
        }
    }
}

/// The places of rules, each once: what is near is one.
fn places(rules: &[Rule], near: i64) -> Vec<i64> {
    let mut all: Vec<i64> = rules.iter().map(|rule| rule.at).collect();
    all.sort_unstable();
    let mut places: Vec<i64> = Vec::new();
    for at in all {
        if places.last().is_none_or(|last| at - last > near) {
            places.push(at);
        }
    }
    places
}

/// The frames of a page, none within another, from top to bottom.
pub fn frames(rules: &[[i64; 4]]) -> Vec<Frame> {
    let (mut level, mut upright) = (Vec::new(), Vec::new());
    for [x0, y0, x1, y1] in rules.iter().copied() {
        if y1 - y0 <= SLOPE && x1 - x0 > y1 - y0 {
            level.push(Rule { at: i64::midpoint(y0, y1), from: x0, to: x1 });
        } else if x1 - x0 <= SLOPE && y1 > y0 {
            upright.push(Rule { at: i64::midpoint(x0, x1), from: y0, to: y1 });
        }
    }
    let (level, upright) = (merged(level), merged(upright));
    let Some(groups) = touching(&level, &upright) else { return Vec::new() };
    if groups.len() > MOST_FRAMES {
        return Vec::new();
    }
    let mut frames: Vec<Frame> = groups.into_iter().filter_map(|(level, upright)| frame(level, upright)).collect();
    // The larger of two that overlap is the table; the other is drawn within a cell.
    frames.sort_by_key(|frame| std::cmp::Reverse((frame.right - frame.left).saturating_mul(frame.bottom - frame.top)));
    let mut kept: Vec<Frame> = Vec::new();
    for frame in frames {
        let overlaps = |other: &Frame| {
            frame.left < other.right && other.left < frame.right && frame.top < other.bottom && other.top < frame.bottom
        };
        if !kept.iter().any(overlaps) {
            kept.push(frame);
        }
    }
    kept.sort_by_key(|frame| (frame.top, frame.left));
    kept
}

/// Makes one rule of those that continue each other.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_unstable();
    let mut all: Vec<Rule> = Vec::new();
    let mut rest = rules.as_mut_slice();
    while let Some(first) = rest.first().map(|rule| rule.at) {
        let count = rest.partition_point(|rule| rule.at - first <= NEAR);
        let (near, others) = rest.split_at_mut(count.max(1));
        let at = near.last().map_or(first, |last| i64::midpoint(first, last.at));
        near.sort_unstable_by_key(|rule| (rule.from, rule.to));
        let start = all.len();
        for rule in near {
            match all.get_mut(start..).and_then(<[Rule]>::last_mut) {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => all.push(Rule { at, ..*rule }),
            }
        }
        rest = others;
    }
    all
}

type Group = (Vec<Rule>, Vec<Rule>);

/// The rules that touch each other, group by group; nothing where they cross more often than any tables do.
fn touching(level: &[Rule], upright: &[Rule]) -> Option<Vec<Group>> {
    let mut sets = Sets((0..level.len() + upright.len()).collect());
    // From top to bottom: the upright rules that reach down to where we are, from left to right.
    let mut begin: Vec<usize> = (0..upright.len()).collect();
    begin.sort_by_key(|index| upright.get(*index).map(|rule| rule.from));
    let mut begin = begin.into_iter().peekable();
    let mut reaching: BTreeMap<(i64, usize), i64> = BTreeMap::new();
    let mut crossings = 0_usize;
    for (index, rule) in level.iter().enumerate() {
        while let Some(next) = begin.peek().copied() {
            let Some(found) = upright.get(next).filter(|found| found.from <= rule.at + NEAR) else { break };
            reaching.insert((found.at, next), found.to);
            begin.next();
        }
        let mut ended = Vec::new();
        for (&(at, other), &to) in reaching.range((rule.from - NEAR, 0)..=(rule.to + NEAR, usize::MAX)) {
            crossings += 1;
            if to < rule.at - NEAR {
                ended.push((at, other));
            } else {
                sets.unite(index, level.len() + other);
            }
        }
        for key in ended {
            reaching.remove(&key);
        }
        if crossings > MOST_CELLS * 2 {
            return None;
        }
    }
    let mut groups: HashMap<usize, Group> = HashMap::new();
    for (index, rule) in level.iter().enumerate() {
        groups.entry(sets.root(index)).or_default().0.push(*rule);
    }
    for (index, rule) in upright.iter().enumerate() {
        groups.entry(sets.root(level.len() + index)).or_default().1.push(*rule);
    }
    groups.retain(|_, (level, upright)| level.len() >= 2 && !upright.is_empty());
    Some(groups.into_values().collect())
}

/// Which things belong together: each names another of its set, the first itself.
struct Sets(Vec<usize>);

impl Sets {
    fn root(&mut self, mut index: usize) -> usize {
        while let Some(&parent) = self.0.get(index).filter(|parent| **parent != index) {
            let above = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(link) = self.0.get_mut(index) {
                *link = above;
            }
            index = above;
        }
        index
    }

    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(link) = self.0.get_mut(one.max(other)) {
            *link = one.min(other);
        }
    }
}

/// A frame with all four sides; nothing for what has not two columns. Sides that are not drawn, as of a table that is open to the
/// left and right or that goes on over the page, are where its other rules end.
fn frame(mut level: Vec<Rule>, mut upright: Vec<Rule>) -> Option<Frame> {
    let left = level.iter().map(|rule| rule.from).chain(upright.iter().map(|rule| rule.at)).min()?;
    let right = level.iter().map(|rule| rule.to).chain(upright.iter().map(|rule| rule.at)).max()?;
    let top = level.iter().map(|rule| rule.at).chain(upright.iter().map(|rule| rule.from)).min()?;
    let bottom = level.iter().map(|rule| rule.at).chain(upright.iter().map(|rule| rule.to)).max()?;
    let is_missing = |rules: &[Rule], side: i64| rules.iter().all(|rule| (rule.at - side).abs() > NEAR);
    let reach = |rules: &[Rule], side: i64, end: fn(&Rule) -> i64| {
        rules.iter().filter(|rule| (end(rule) - side).abs() <= NEAR).count() >= 2
    };
    for (side, end) in [(left, (|rule| rule.from) as fn(&Rule) -> i64), (right, |rule| rule.to)] {
        if is_missing(&upright, side) && reach(&level, side, end) {
            upright.push(Rule { at: side, from: top, to: bottom });
        }
    }
    for (side, end) in [(top, (|rule| rule.from) as fn(&Rule) -> i64), (bottom, |rule| rule.to)] {
        if is_missing(&level, side) && reach(&upright, side, end) {
            level.push(Rule { at: side, from: left, to: right });
        }
    }
    let frame = Frame { left, top, right, bottom, level, upright };
    (frame.columns().len() >= 3 && frame.rows().len() >= 2).then_some(frame)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(xs: &[i64], ys: &[i64]) -> Vec<[i64; 4]> {
        let (left, right) = (xs[0], xs[xs.len() - 1]);
        let (top, bottom) = (ys[0], ys[ys.len() - 1]);
        let upright = xs.iter().map(|x| [*x, top, *x, bottom]);
        ys.iter().map(|y| [left, *y, right, *y]).chain(upright).collect()
    }

    #[test]
    fn rules_that_touch_are_a_frame() {
        let mut rules = grid(&[0, 50_000, 90_000], &[0, 20_000, 40_000]);
        rules.extend(grid(&[0, 50_000, 90_000], &[60_000, 80_000]));
        let frames = frames(&rules);
        let sides: Vec<(i64, i64)> = frames.iter().map(|frame| (frame.top, frame.bottom)).collect();
        assert_eq!(sides, [(0, 40_000), (60_000, 80_000)]);
        assert_eq!(frames[0].columns(), [0, 50_000, 90_000]);
    }

    #[test]
    fn a_box_and_a_line_are_no_frame() {
        assert_eq!(frames(&grid(&[0, 90_000], &[0, 50_000])), []);
        assert_eq!(frames(&[[0, 0, 90_000, 0], [0, 0, 50_000, 50_000]]), []);
    }

    #[test]
    fn sides_drawn_cell_by_cell_are_one() {
        let boxes: Vec<[i64; 4]> = [(0, 0), (32_000, 0), (0, 22_000), (32_000, 22_000)]
            .iter()
            .flat_map(|(x, y)| {
                let mut one = grid(&[0, 30_000], &[0, 20_000]);
                for rule in &mut one {
                    *rule = [rule[0] + x, rule[1] + y, rule[2] + x, rule[3] + y];
                }
                one
            })
            .collect();
        let frames = frames(&boxes);
        assert_eq!((frames.len(), frames[0].columns().len(), frames[0].rows().len()), (1, 3, 3));
    }

    #[test]
    fn a_table_open_at_its_sides_ends_where_its_rules_end() {
        let mut rules = grid(&[0, 40_000, 60_000, 90_000], &[0, 20_000, 40_000]);
        rules.retain(|rule| rule[0] != rule[2] || ![0, 90_000].contains(&rule[0]));
        assert_eq!(frames(&rules)[0].columns(), [0, 40_000, 60_000, 90_000]);
    }

    #[test]
    fn what_is_drawn_within_a_cell_is_no_table_of_its_own() {
        let mut rules = grid(&[0, 50_000, 90_000], &[0, 60_000]);
        rules.extend(grid(&[10_000, 20_000, 30_000], &[10_000, 30_000]));
        assert_eq!(frames(&rules).len(), 1);
    }

    #[test]
    fn a_drawing_of_many_rules_is_no_table() {
        let many: Vec<i64> = (0..50_000).map(|at| at * 4000).collect();
        assert_eq!(frames(&grid(&many, &many)), []);
    }
}
