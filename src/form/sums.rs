//! Which figures are sums of others, and which rest on a figure.

use super::{Form, Key, Law, Place, Relation, Term};
use crate::value::Ordered;

impl Form {
    /// The parts whose sum a figure is, when it is a total of this edition.
    pub fn parts(&self, total: Key) -> Option<&[Term]> {
        match &self.relations.get(*self.sums.get(&total)?)?.law {
            Law::Sum { parts, .. } => Some(parts),
            Law::Balance { .. } | Law::AtMost { .. } | Law::Carried { .. } | Law::Rolled { .. } | Law::Moved { .. } => {
                None
            }
        }
    }

    /// The totals that rest on a figure, by themselves or by other totals; each once.
    pub fn totals_of(&self, key: Key) -> Vec<Key> {
        let mut found = vec![key];
        let mut next = 0;
        while let Some(part) = found.get(next).copied() {
            let rests = |total: &Key| self.parts(*total).is_some_and(|parts| parts.iter().any(|term| term.key == part));
            let totals: Vec<Key> = self.sums.iter().map(|(total, _)| *total).filter(rests).collect();
            found.extend(totals.into_iter().filter(|total| !found.contains(total)).collect::<Vec<_>>());
            next += 1;
        }
        found.split_off(1)
    }

    /// The figures of its own row whose sum a figure is, from left to right. A total of totals has two sums, along its row and down
    /// its column; this is the one along its row.
    pub fn row_parts(&self, total: Key) -> Option<Vec<Key>> {
        let mut sums = self.relations.iter().filter(|relation| matches!(relation.place, Place::Row(..)));
        sums.find_map(|relation| match &relation.law {
            Law::Sum { total: of, parts } if of.key == total => Some(parts.iter().map(|term| term.key).collect()),
            Law::Sum { .. }
            | Law::Balance { .. }
            | Law::AtMost { .. }
            | Law::Carried { .. }
            | Law::Rolled { .. }
            | Law::Moved { .. } => None,
        })
    }

    /// The columns of table three that balance: each with its id, and the two sides of its relation.
    pub fn balances(&self) -> impl Iterator<Item = (&'static str, &[Term], &[Term])> {
        self.relations.iter().filter(|relation| relation.rule == "N01").filter_map(|relation| {
            let (Law::Balance { left, right }, Place::Column(_, column)) = (&relation.law, relation.place) else {
                return None;
            };
            Some((column, left.as_slice(), right.as_slice()))
        })
    }

    /// The totals of these relations, and where each has its sum. A total of totals is summed along its row.
    pub(super) fn index(relations: &[Relation]) -> Ordered<Key, usize> {
        let mut sums = Ordered::new();
        for (index, relation) in relations.iter().enumerate() {
            if let Law::Sum { total, .. } = &relation.law {
                sums.insert(total.key, index);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FormId;

    #[test]
    fn a_total_has_its_parts() {
        let form = FormId::of_year(2023).form();
        let parts = |name: &str| Key::parse(name).and_then(|k| form.parts(k)).map_or(0, <[Term]>::len);
        assert_eq!(parts("applications.new.total"), 6);
        assert_eq!(parts("applications.total.natural"), 21);
        assert_eq!(parts("disputes.direct.total"), 4);
        assert_eq!(parts("applications.new.natural"), 0);
    }

    #[test]
    fn a_figure_has_the_totals_that_rest_on_it() {
        let form = FormId::of_year(2023).form();
        let key = |name: &str| Key::parse(name).expect("a key");
        let totals = |name: &str| {
            let mut names: Vec<String> = form.totals_of(key(name)).into_iter().map(|key| key.to_string()).collect();
            names.sort();
            names
        };
        assert_eq!(totals("applications.new.natural"), ["applications.new.total"]);
        assert_eq!(
            totals("applications.denied.secret.natural"),
            ["applications.denied.secret.total", "applications.total.natural", "applications.total.total"]
        );
        assert_eq!(totals("applications.total.total"), [""; 0]);
    }
}
