//! Which mixed-integer program is a [`DayProblem`]? Variables and rows, for any solver.
//!
//! - `x[person, desk, interval]`: the person is on the desk (0 or 1).
//! - `v[visit, person, block]`: the person is off the desk in the whole block, and meets the partner in its piece. Of
//!   the blocks that share an interval a person has one at most, and none while on a desk: rows of an interval matrix,
//!   so that `v` needs no integrality of its own.
//! - `z[partner, segment]`: somebody meets the partner in the segment.

use super::day_problem::{Assignment, DayProblem, Place};

/// How a row's sum stands to its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// At most.
    AtMost,
    /// At least.
    AtLeast,
    /// Equal.
    Equal,
}

/// One row: a weighted sum of variables against a bound.
#[derive(Clone, Debug)]
pub struct Row {
    /// Variables, each once, and their weights.
    pub terms: Vec<(usize, f64)>,
    /// How the sum stands to the bound.
    pub relation: Relation,
    /// The bound.
    pub bound: f64,
}

/// The program of one date.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// How many variables; the first `n_binary` are 0 or 1, the others between 0 and 1.
    pub n_variables: usize,
    /// How many of them are integral.
    pub n_binary: usize,
    /// What each variable adds to the reach, in minutes.
    pub reach: Vec<f64>,
    /// What each variable takes from the moved minutes.
    pub kept: Vec<f64>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Reach that nothing can change, in minutes.
    pub sure_reach: f64,
    /// Desk time of today that can be changed, in minutes.
    pub desk_today: f64,
    x: Vec<Vec<Vec<Option<usize>>>>,
    pub(super) n_visits: usize,
    pub(super) blocks: Vec<Block>,
    pub(super) segments: Vec<Segment>,
    /// Variables that say that a stint begins: whether the person is on the desk now, and just before.
    pub(super) begins: Vec<(usize, Term, usize)>,
}

/// A block of off-desk time that a person could have, and the piece of a window that it would reach.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub variable: usize,
    pub visit: usize,
    pub person: usize,
    pub first: usize,
    pub last: usize,
    pub piece: (i32, i32),
}

/// Time of a partner in which the same blocks reach it.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub variable: usize,
    pub length: i32,
    pub blocks: Vec<usize>,
}

/// A variable, or a number that is known.
#[derive(Clone, Copy, Debug)]
pub(super) enum Term {
    Variable(usize),
    Known(f64),
}

impl Model {
    /// The program of a date.
    #[must_use]
    pub fn of(problem: &DayProblem) -> Model {
        let mut model = Model::default();
        model.add_places(problem);
        model.n_binary = model.n_variables;
        model.add_cover(problem);
        for person in 0..problem.people.len() {
            model.add_tolerance(problem, person);
            model.add_longest_stint(problem, person);
            (0..problem.desks.len()).for_each(|desk| model.add_shortest_stint(problem, person, desk));
        }
        model.add_partners(problem);
        model.add_one_place(problem);
        model
    }

    /// The schedule that a solution stands for; `value` gives the value of a variable.
    #[must_use]
    pub fn assignment(&self, problem: &DayProblem, value: impl Fn(usize) -> f64) -> Assignment {
        let mut assignment = problem.today();
        for (person, places) in assignment.iter_mut().enumerate() {
            for (at, place) in places.iter_mut().enumerate().filter(|(at, _)| !problem.people[person].is_fixed[*at]) {
                let on = |desk: &usize| self.x[person][*desk][at].is_some_and(|x| value(x) > 0.5);
                *place = (0..problem.desks.len()).find(on).map_or(Place::Free, Place::Desk);
            }
        }
        assignment
    }

    /// The values of all variables for a schedule.
    #[must_use]
    pub fn values(&self, assignment: &Assignment) -> Vec<f64> {
        let mut values = vec![0.0; self.n_variables];
        for (person, desks) in self.x.iter().enumerate() {
            for (desk, intervals) in desks.iter().enumerate() {
                for (at, x) in intervals.iter().enumerate() {
                    if let Some(x) = x.filter(|_| assignment[person][at] == Place::Desk(desk)) {
                        values[x] = 1.0;
                    }
                }
            }
        }
        let is_free = |person: usize, at: usize| assignment[person].get(at) == Some(&Place::Free);
        // of the blocks that a person has, the one that no other of them contains
        let mut had: Vec<&Block> =
            self.blocks.iter().filter(|block| (block.first..=block.last).all(|at| is_free(block.person, at))).collect();
        had.sort_by_key(|block| std::cmp::Reverse(block.last - block.first));
        for block in had {
            let is_taken = self.blocks.iter().any(|other| {
                let is_alike = (other.person, other.visit) == (block.person, block.visit);
                is_alike && values[other.variable] > 0.5 && other.first <= block.last && block.first <= other.last
            });
            if !is_taken {
                values[block.variable] = 1.0;
            }
        }
        for (begin, now, before) in &self.begins {
            let is_now = match now {
                Term::Variable(now) => values[*now] > 0.5,
                Term::Known(known) => *known > 0.5,
            };
            values[*begin] = if is_now && values[*before] < 0.5 { 1.0 } else { 0.0 };
        }
        for segment in &self.segments {
            let is_met = segment.blocks.iter().any(|block| values[self.blocks[*block].variable] > 0.5);
            values[segment.variable] = if is_met { 1.0 } else { 0.0 };
        }
        values
    }

    /// The reach of every schedule is [`Model::sure_reach`] and a whole number of these, in minutes.
    #[must_use]
    pub fn grain(&self) -> f64 {
        self.segments.iter().map(|segment| segment.length).fold(0, greatest_common_divisor).max(1).into()
    }

    pub(super) fn add_variable(&mut self, reach: f64, kept: f64) -> usize {
        self.reach.push(reach);
        self.kept.push(kept);
        self.n_variables += 1;
        self.n_variables - 1
    }

    pub(super) fn add_row(&mut self, terms: Vec<(usize, f64)>, relation: Relation, bound: f64) {
        if !terms.is_empty() {
            self.rows.push(Row { terms, relation, bound });
        }
    }

    fn add_places(&mut self, problem: &DayProblem) {
        for person in &problem.people {
            let mut desks = Vec::new();
            for (desk, needs) in problem.desks.iter().enumerate() {
                let intervals = (0..problem.n_intervals()).map(|at| {
                    let length = f64::from(problem.length(at));
                    let is_open = !person.is_fixed[at] && person.could_be_at(desk, at) && needs.most[at] > 0;
                    is_open.then(|| {
                        let is_today = person.today[at] == Place::Desk(desk);
                        self.desk_today += if is_today { length } else { 0.0 };
                        self.add_variable(0.0, if is_today { length } else { 0.0 })
                    })
                });
                desks.push(intervals.collect());
            }
            self.x.push(desks);
        }
    }

    /// Whether a person is on a desk in an interval.
    pub(super) fn on_desk(&self, problem: &DayProblem, person: usize, desk: usize, at: usize) -> Term {
        let of = &problem.people[person];
        match self.x[person][desk][at] {
            Some(x) => Term::Variable(x),
            None if of.is_fixed[at] && of.today[at] == Place::Desk(desk) => Term::Known(1.0),
            None => Term::Known(0.0),
        }
    }

    pub(super) fn variables_of(&self, person: usize, at: usize) -> impl Iterator<Item = usize> {
        self.x[person].iter().filter_map(move |intervals| intervals[at])
    }

    fn add_cover(&mut self, problem: &DayProblem) {
        for (desk, needs) in problem.desks.iter().enumerate() {
            for at in (0..problem.n_intervals()).filter(|at| needs.most[*at] > 0) {
                let terms: Vec<(usize, f64)> =
                    self.x.iter().filter_map(|desks| desks[desk][at]).map(|x| (x, 1.0)).collect();
                let (needed, most) = (f64::from(needs.needed[at]), f64::from(needs.most[at]));
                if needs.needed[at] == needs.most[at] {
                    self.add_row(terms, Relation::Equal, needed);
                } else {
                    self.add_row(terms.clone(), Relation::AtLeast, needed);
                    self.add_row(terms, Relation::AtMost, most);
                }
            }
        }
    }

    fn add_tolerance(&mut self, problem: &DayProblem, person: usize) {
        let (mut terms, mut today) = (Vec::new(), 0.0);
        for at in 0..problem.n_intervals() {
            let length = f64::from(problem.length(at));
            let of = &problem.people[person];
            if !of.is_fixed[at] && matches!(of.today[at], Place::Desk(_)) {
                today += length;
            }
            terms.extend(self.variables_of(person, at).map(|x| (x, length)));
        }
        let tolerance = f64::from(problem.rules.tolerance);
        let at_most: f64 = terms.iter().map(|term| term.1).sum();
        if at_most > today + tolerance {
            self.add_row(terms.clone(), Relation::AtMost, today + tolerance);
        }
        if today > tolerance {
            self.add_row(terms, Relation::AtLeast, today - tolerance);
        }
    }

    pub(super) fn add_sum_at_most_zero(&mut self, sum: Vec<(Term, f64)>) {
        let (mut terms, mut bound): (Vec<(usize, f64)>, f64) = (Vec::new(), 0.0);
        for (term, weight) in sum {
            match term {
                Term::Variable(x) => match terms.iter_mut().find(|known| known.0 == x) {
                    Some(known) => known.1 += weight,
                    None => terms.push((x, weight)),
                },
                Term::Known(known) => bound -= known * weight,
            }
        }
        terms.retain(|term| term.1.abs() > 0.5);
        let greatest: f64 = terms.iter().map(|term: &(usize, f64)| term.1.max(0.0)).sum();
        if greatest > bound {
            self.add_row(terms, Relation::AtMost, bound);
        }
    }

    /// Nobody is on two desks at once.
    fn add_one_place(&mut self, problem: &DayProblem) {
        for person in 0..problem.people.len() {
            for at in 0..problem.n_intervals() {
                let terms: Vec<(usize, f64)> = self.variables_of(person, at).map(|x| (x, 1.0)).collect();
                let has_row = self.blocks.iter().any(|b| b.person == person && b.first <= at && at <= b.last);
                if terms.len() > 1 && !has_row {
                    self.add_row(terms, Relation::AtMost, 1.0);
                }
            }
        }
    }
}

fn greatest_common_divisor(a: i32, b: i32) -> i32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
