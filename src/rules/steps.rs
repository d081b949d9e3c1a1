//! The rules of one kind, looked at one by one: between two of them a page can answer the clerk, though the text is long.

use super::{Finding, Rule, When, rules};
use crate::facts::{Case, Facts};

/// A check in steps.
pub struct Steps<'a> {
    facts: Facts<'a>,
    found: Vec<Finding>,
    /// What is left to do, the next one last.
    left: Vec<Step>,
}

/// What is done in one step.
enum Step {
    /// Makes a fact that most rules ask for.
    Make(fn(&Facts)),
    /// Looks at a rule.
    Look(&'static Rule),
}

impl<'a> Steps<'a> {
    /// Nothing is looked at yet.
    pub fn new(case: Case<'a>, when: When) -> Self {
        let facts: [fn(&Facts); 3] =
            [|facts| _ = facts.prose(), |facts| _ = facts.claims(), |facts| _ = facts.shares()];
        let rules = rules().filter(|rule| rule.when == when).map(Step::Look);
        let mut left: Vec<Step> = facts.into_iter().map(Step::Make).chain(rules).collect();
        left.reverse();
        Self { facts: Facts::new(case), found: Vec::new(), left }
    }

    /// Does the next step; false when none is left.
    pub fn step(&mut self) -> bool {
        match self.left.pop() {
            Some(Step::Make(make)) => make(&self.facts),
            Some(Step::Look(rule)) => self.found.extend(rule.find(&self.facts)),
            None => return false,
        }
        true
    }

    /// What was found.
    pub fn into_findings(self) -> Vec<Finding> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::rules::check;
    use crate::value::Date;

    #[test]
    fn step_by_step_the_same_is_found_as_at_once() {
        let draft =
            Draft::from_json(include_str!("../../tests/core/drafts/v1/seed-2017.nianbao.json")).expect("a draft").draft;
        let case = Case::new(&draft, Date::new(2018, 3, 6).expect("a day"));
        for when in [When::EveryEdit, When::Pause] {
            let mut steps = Steps::new(case, when);
            while steps.step() {}
            let found = steps.into_findings();
            assert!(!found.is_empty());
            assert_eq!(found, check(&case, when));
        }
    }
}
