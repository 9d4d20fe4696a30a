//! Which solver finds the best values of a [`Model`]? microlp in every build, HiGHS where the feature `highs` is on; both
//! through `good_lp`.

use super::model::{Model, Relation};
use good_lp::solvers::microlp::microlp;
use good_lp::{
    Constraint, Expression, ProblemVariables, Solution, SolutionStatus, SolverModel, Variable, WithInitialSolution,
    WithTimeLimit, constraint, variable,
};

/// Which solver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Solver {
    /// The pure-Rust solver of every build.
    #[cfg_attr(not(feature = "highs"), default)]
    Microlp,
    /// HiGHS, for large branches: the default where it is built in.
    #[cfg(feature = "highs")]
    #[default]
    Highs,
}

/// What is asked of a solver.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    /// The program.
    pub model: &'a Model,
    /// What a moved minute takes from the objective, where a reachable minute gives one.
    pub weight: f64,
    /// Values to start from: a schedule that keeps to every row.
    pub start: Vec<f64>,
    /// How long it may take, in seconds.
    pub seconds: f64,
}

/// What a solver answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The value of each variable.
    pub values: Vec<f64>,
    /// No schedule has a greater objective than this; none where the solver does not say.
    pub bound: Option<f64>,
    /// How many steps it took, as far as the solver says.
    pub n_steps: f64,
}

impl Task<'_> {
    fn weight_of(&self, variable: usize) -> f64 {
        self.model.reach[variable] + self.weight * self.model.kept[variable]
    }

    /// What the objective holds beside the variables.
    fn constant(&self) -> f64 {
        self.model.sure_reach - self.weight * self.model.desk_today
    }

    fn variables(&self, is_relaxed: bool) -> (ProblemVariables, Vec<Variable>) {
        let mut variables = ProblemVariables::new();
        let list = (0..self.model.n_variables)
            .map(|n| {
                let definition = if n < self.model.n_binary && !is_relaxed {
                    variable().binary()
                } else {
                    variable().clamp(0.0, 1.0)
                };
                variables.add(definition)
            })
            .collect();
        (variables, list)
    }

    fn sum(terms: impl Iterator<Item = (usize, f64)>, variables: &[Variable]) -> Expression {
        let mut sum = Expression::default();
        for (n, weight) in terms {
            sum.add_mul(weight, variables[n]);
        }
        sum
    }

    fn rows(&self, variables: &[Variable]) -> Vec<Constraint> {
        let rows = self.model.rows.iter().map(|row| {
            let sum = Task::sum(row.terms.iter().copied(), variables);
            match row.relation {
                Relation::AtMost => constraint!(sum <= row.bound),
                Relation::AtLeast => constraint!(sum >= row.bound),
                Relation::Equal => constraint!(sum == row.bound),
            }
        });
        rows.collect()
    }

    /// The best values that a solver finds in the time given; none where it finds none.
    #[must_use]
    pub fn solve(&self, solver: Solver) -> Option<Answer> {
        match solver {
            Solver::Microlp => self.solve_by_microlp(),
            #[cfg(feature = "highs")]
            Solver::Highs => self.solve_by_highs(),
        }
    }

    fn sum_of_weights(&self, variables: &[Variable]) -> Expression {
        Task::sum((0..self.model.n_variables).map(|n| (n, self.weight_of(n))), variables)
    }

    fn worth_of(&self, values: impl Iterator<Item = f64>) -> f64 {
        values.enumerate().map(|(n, value)| value * self.weight_of(n)).sum()
    }

    fn solve_by_microlp(&self) -> Option<Answer> {
        let (problem, variables) = self.variables(false);
        let model = problem
            .maximise(self.sum_of_weights(&variables))
            .using(microlp)
            .with_initial_solution(variables.iter().copied().zip(self.start.iter().copied()))
            .with_time_limit(self.seconds)
            .with_all(self.rows(&variables));
        let solution = model.solve().ok()?;
        let values: Vec<f64> = variables.iter().map(|variable| solution.value(*variable)).collect();
        let is_proven = matches!(solution.status(), SolutionStatus::Optimal);
        let own = self.worth_of(values.iter().copied());
        let stats = solution.into_inner().stats();
        let bound = if is_proven { Some(own) } else { stats.best_bound };
        Some(Answer { values, bound: bound.map(|bound| bound + self.constant()), n_steps: steps(stats.lp_iterations) })
    }

    #[cfg(feature = "highs")]
    fn solve_by_highs(&self) -> Option<Answer> {
        use good_lp::solvers::highs::highs;
        let start =
            |variables: &[Variable]| variables.iter().copied().zip(self.start.iter().copied()).collect::<Vec<_>>();
        let (problem, variables) = self.variables(false);
        let model = problem.maximise(self.sum_of_weights(&variables)).using(highs).set_threads(1);
        let model = model.with_initial_solution(start(&variables)).with_time_limit(self.seconds);
        let solution = model.with_all(self.rows(&variables)).solve().ok()?;
        let values: Vec<f64> = variables.iter().map(|variable| solution.value(*variable)).collect();
        let bound = if matches!(solution.status(), SolutionStatus::TimeLimit) {
            // HiGHS keeps its own bound to itself: that of the program without integrality is above it
            let (problem, variables) = self.variables(true);
            let model = problem.maximise(self.sum_of_weights(&variables)).using(highs).set_threads(1);
            let relaxed = model.with_all(self.rows(&variables)).solve().ok();
            relaxed.map(|relaxed| self.worth_of(variables.iter().map(|variable| relaxed.value(*variable))))
        } else {
            Some(self.worth_of(values.iter().copied()))
        };
        Some(Answer { values, bound: bound.map(|bound| bound + self.constant()), n_steps: 0.0 })
    }
}

fn steps(n_steps: u64) -> f64 {
    u32::try_from(n_steps).map_or(f64::from(u32::MAX), f64::from)
}
