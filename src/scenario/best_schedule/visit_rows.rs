//! Which variables and rows of a [`Model`] say when partners are met? Blocks of off-desk time that people could have,
//! and the segments of partner time that they reach.

use super::day_problem::{DayProblem, Visit, runs};
use super::measure::{piece, union, without};
use super::model::{Block, Model, Relation, Segment};
use super::slack::{least_desk_time, most_desk_time};

impl Model {
    pub(super) fn add_partners(&mut self, problem: &DayProblem) {
        for partner in &problem.partners {
            let sure = union(partner.visits.iter().flat_map(|visit| self.sure_pieces(problem, visit)).collect());
            let reached = without(&sure, &partner.elsewhere);
            self.sure_reach += reached.iter().map(|span| f64::from(span.1 - span.0)).sum::<f64>();
            let settled = union([sure, partner.elsewhere.clone()].concat());
            let first = self.blocks.len();
            for visit in &partner.visits {
                self.add_blocks(problem, visit, &settled);
                self.n_visits += 1;
            }
            self.add_segments(first, &settled);
        }
    }

    /// Pieces that are reachable whatever changes: the person cannot be put on a desk in the block.
    fn sure_pieces(&self, problem: &DayProblem, visit: &Visit) -> Vec<(i32, i32)> {
        let mut pieces = Vec::new();
        for &person in &visit.people {
            let is_sure = |at: usize| {
                let is_free = problem.people[person].could_be_free(at) && visit.is_usable[at];
                is_free && self.variables_of(person, at).next().is_none()
            };
            pieces
                .extend(runs(problem.n_intervals(), is_sure).into_iter().filter_map(|run| piece(problem, visit, run)));
        }
        pieces
    }

    /// One variable for each block that would reach another piece of the window, and the rows by which a person is in
    /// one place.
    fn add_blocks(&mut self, problem: &DayProblem, visit: &Visit, settled: &[(i32, i32)]) {
        for &person in &visit.people {
            let could_be = |at: usize| problem.people[person].could_be_free(at) && visit.is_usable[at];
            let new = self.blocks.len();
            let least = least_desk_time(problem, person);
            for (from, to) in runs(problem.n_intervals(), could_be) {
                for first in from..=to {
                    for last in first..=to {
                        let is_kept_off = |at: usize| first <= at && at <= last;
                        // no longer block is possible either
                        if most_desk_time(problem, person, is_kept_off) < least {
                            break;
                        }
                        self.add_block(problem, visit, (person, first, last), settled);
                    }
                }
            }
            for at in 0..problem.n_intervals() {
                let mut terms: Vec<(usize, f64)> = self.variables_of(person, at).map(|x| (x, 1.0)).collect();
                if terms.is_empty() {
                    continue;
                }
                let own = self.blocks[new..].iter().filter(|block| block.first <= at && at <= block.last);
                let n_places = terms.len();
                terms.extend(own.map(|block| (block.variable, 1.0)));
                if terms.len() > n_places {
                    self.add_row(terms, Relation::AtMost, 1.0);
                }
            }
        }
    }

    fn add_block(&mut self, problem: &DayProblem, visit: &Visit, at: (usize, usize, usize), settled: &[(i32, i32)]) {
        let (person, first, last) = at;
        let Some(found) = piece(problem, visit, (first, last)) else { return };
        // the same piece from a shorter block is the better offer
        let is_longer = (first < last)
            && (piece(problem, visit, (first + 1, last)) == Some(found)
                || piece(problem, visit, (first, last - 1)) == Some(found));
        if is_longer || without(&[found], settled).is_empty() {
            return;
        }
        let variable = self.add_variable(0.0, 0.0);
        self.blocks.push(Block { variable, visit: self.n_visits, person, first, last, piece: found });
    }

    fn add_segments(&mut self, first: usize, settled: &[(i32, i32)]) {
        let mut ends: Vec<i32> = self.blocks[first..].iter().flat_map(|block| [block.piece.0, block.piece.1]).collect();
        ends.extend(settled.iter().flat_map(|span| [span.0, span.1]));
        ends.sort_unstable();
        ends.dedup();
        let mut segments: Vec<(Vec<usize>, i32)> = Vec::new();
        for pair in ends.windows(2) {
            if without(&[(pair[0], pair[1])], settled).is_empty() {
                continue;
            }
            let meets =
                |block: &usize| self.blocks[*block].piece.0 <= pair[0] && pair[1] <= self.blocks[*block].piece.1;
            let blocks: Vec<usize> = (first..self.blocks.len()).filter(meets).collect();
            match segments.iter_mut().find(|segment| segment.0 == blocks) {
                Some(segment) => segment.1 += pair[1] - pair[0],
                None if !blocks.is_empty() => segments.push((blocks, pair[1] - pair[0])),
                None => {}
            }
        }
        for (blocks, length) in segments {
            let variable = self.add_variable(f64::from(length), 0.0);
            let mut terms = vec![(variable, 1.0)];
            terms.extend(blocks.iter().map(|block| (self.blocks[*block].variable, -1.0)));
            self.add_row(terms, Relation::AtMost, 0.0);
            self.segments.push(Segment { variable, length, blocks });
        }
    }
}
