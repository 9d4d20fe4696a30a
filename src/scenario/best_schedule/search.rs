//! Which desk schedule is best over the whole period? Every branch and date, alike ones once, side by side.

use super::answer::{BestSchedule, DayAnswer, Reassignment, Status, TradeOff};
use super::day_problem::{DayProblem, Place, Rules};
use super::day_search::{Candidate, DaySearch};
use super::pose::Poser;
use super::reassign::handovers;
use super::solver::Solver;
use crate::analysis::{Results, branch_facts};
use crate::study::{BranchId, Settings, StakeholderId, Study};
use crate::time::{Day, Minutes};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// What is asked of the search.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Which branches; none for all.
    pub branches: Vec<BranchId>,
    /// How much more or less desk time than today a person may have on a date, in minutes.
    pub tolerance: u16,
    /// The longest time on desks without a pause, in minutes; a longer stint of today may stay.
    pub max_stint: u16,
    /// The shortest time on one desk, in minutes; a shorter stint of today may stay.
    pub min_stint: u16,
    /// How many reachable minutes one moved minute of desk time must win, more than 0: 0.05 where 20 moved minutes may
    /// win one.
    pub weight: f64,
    /// How long the search may take, in seconds, as far as the solver keeps to it.
    pub seconds: f64,
    /// Which solver, for large problems.
    pub solver: Solver,
}

impl Default for Ask {
    fn default() -> Ask {
        Ask {
            branches: Vec::new(),
            tolerance: 30,
            max_stint: 120,
            min_stint: 30,
            weight: 0.05,
            seconds: 30.0,
            solver: Solver::default(),
        }
    }
}

impl Ask {
    /// What is asked by default, with the settings of a study.
    #[must_use]
    pub fn of(settings: &Settings) -> Ask {
        Ask { max_stint: settings.max_stint, ..Ask::default() }
    }
}

/// The weights of the trade-off curve: what a moved minute must win.
const CURVE: [f64; 4] = [0.15, 0.3, 0.6, 1.0];
/// The points of a curve that are shown.
const MOST_POINTS: usize = 12;
/// Shares of the time: a first round for every problem, a second for those that are not proven, the curve.
const SHARES: [f64; 3] = [0.35, 0.5, 0.15];
/// The open places from which on a problem is large: it is searched a few people at a time before it is searched whole.
const LARGE: usize = 600;
/// The solver runs that a search of a few people at a time may take up its share with.
const MOST_RUNS: f64 = 12.0;
/// About how many steps the solver takes in a second: turns time into work that can be counted.
const STEPS_A_SECOND: f64 = 10_000.0;

/// One date with the number of its problem.
struct Dated {
    branch: BranchId,
    day: Day,
    problem: usize,
}

/// Searches for the best desk schedule over the period of the results, which are those of the study as it is.
#[must_use]
pub fn best_schedule(study: &Study, results: &Results, ask: &Ask) -> BestSchedule {
    let (problems, dates) = pose_all(study, results, ask);
    let searches = search_all(problems, ask);
    assemble(&searches, &dates)
}

/// The problems of all dates, each once.
fn pose_all(study: &Study, results: &Results, ask: &Ask) -> (Vec<DayProblem>, Vec<Dated>) {
    let rules = Rules {
        tolerance: i32::from(ask.tolerance),
        max_stint: i32::from(ask.max_stint),
        min_stint: i32::from(ask.min_stint),
    };
    let (mut problems, mut dates) = (Vec::new(), Vec::new());
    let mut known: FxHashMap<(BranchId, DayProblem), usize> = FxHashMap::default();
    for branch in (0..study.branches.len()).map(BranchId::at) {
        if !ask.branches.is_empty() && !ask.branches.contains(&branch) {
            continue;
        }
        let facts = branch_facts(study, &results.period, branch);
        let elsewhere = reached_elsewhere(study, results, branch);
        let poser = Poser::new(study, &facts, rules, &elsewhere);
        for &day in results.period.days() {
            let Some(problem) = poser.pose(day) else { continue };
            let number = *known.entry((branch, problem.clone())).or_insert_with(|| {
                problems.push(problem);
                problems.len() - 1
            });
            dates.push(Dated { branch, day, problem: number });
        }
    }
    (problems, dates)
}

/// When other branches reach a stakeholder that any branch may meet, in minutes since 1970-01-01.
fn reached_elsewhere(study: &Study, results: &Results, branch: BranchId) -> Vec<(StakeholderId, (i32, i32))> {
    let is_anywhere = |of: StakeholderId| study.stakeholders[of.index()].branch.is_none();
    let slots = results.slots.iter().filter(|slot| slot.branch != branch && !slot.is_tentative);
    slots
        .filter(|slot| is_anywhere(slot.stakeholder))
        .map(|slot| (slot.stakeholder, (slot.span.start.0, slot.span.end.0)))
        .collect()
}

/// Searches every problem: all of them for a while, then longer where nothing is proven, then the trade-offs.
fn search_all(problems: Vec<DayProblem>, ask: &Ask) -> Vec<DaySearch> {
    let mut searches: Vec<DaySearch> =
        problems.into_par_iter().map(|problem| DaySearch::new(problem, ask.weight)).collect();
    let time = Time { seconds: ask.seconds, n_threads: rayon::current_num_threads() };
    let slice = time.slice(SHARES[0], searches.len());
    searches.par_iter_mut().for_each(|search| {
        if search.size() < LARGE {
            search.improve(Solver::Microlp, slice);
        } else {
            search.search_nearby(slice * STEPS_A_SECOND, slice / MOST_RUNS);
        }
    });
    let n_open = searches.iter().filter(|search| !search.is_proven()).count();
    let slice = time.slice(SHARES[1], n_open);
    searches.par_iter_mut().filter(|search| !search.is_proven()).for_each(|search| {
        search.improve(solver_for(search, ask), 0.7 * slice);
        if search.size() < LARGE && !search.is_proven() {
            search.search_nearby(0.3 * slice * STEPS_A_SECOND, 0.3 * slice / MOST_RUNS);
        }
    });
    let slice = time.slice(SHARES[2], searches.len() * CURVE.len());
    searches.par_iter_mut().for_each(|search| search.trade_off(solver_for(search, ask), &CURVE, slice));
    searches
}

/// microlp is at least as fast where a problem is not large.
fn solver_for(search: &DaySearch, ask: &Ask) -> Solver {
    if search.size() < LARGE { Solver::Microlp } else { ask.solver }
}

/// The time of a search, given out beforehand: nothing here reads a clock.
struct Time {
    seconds: f64,
    n_threads: usize,
}

impl Time {
    /// How long each of `n` solver runs may take, in seconds, if all of them together take a share of the time.
    fn slice(&self, share: f64, n: usize) -> f64 {
        let n_rounds = u32::try_from(n.div_ceil(self.n_threads.max(1)).max(1)).unwrap_or(u32::MAX);
        self.seconds * share / f64::from(n_rounds)
    }
}

fn assemble(searches: &[DaySearch], dates: &[Dated]) -> BestSchedule {
    let days: Vec<DayAnswer> = dates
        .iter()
        .map(|date| {
            let search = &searches[date.problem];
            DayAnswer::new(date.branch, date.day, search.steps[0].worth, search.best.worth, search.bound())
        })
        .collect();
    let bound = days.iter().map(|day| day.bound).sum::<Option<Minutes>>();
    let reach_best: Minutes = days.iter().map(|day| day.reach).sum();
    let handed: Vec<Vec<super::reassign::Handover>> =
        searches.par_iter().map(|search| handovers(&search.problem, &search.best.assignment)).collect();
    let reassignments = dates
        .iter()
        .flat_map(|date| {
            let problem = &searches[date.problem].problem;
            handed[date.problem].iter().map(move |handover| reassignment(problem, date, handover))
        })
        .collect();
    BestSchedule {
        status: Status::of(reach_best, bound),
        reach_today: days.iter().map(|day| day.reach_today).sum(),
        reach_best,
        bound,
        moved: days.iter().map(|day| day.moved).sum(),
        curve: curve(searches, dates),
        reassignments,
        days,
    }
}

fn reassignment(problem: &DayProblem, date: &Dated, handover: &super::reassign::Handover) -> Reassignment {
    let stakeholder = |place: usize| problem.partners[place].stakeholder;
    Reassignment {
        branch: date.branch,
        span: date.day.span(problem.cuts[handover.first], problem.cuts[handover.last + 1]),
        desk: problem.desks[handover.desk].desk,
        from: problem.people[handover.from].staff,
        to: handover.to.map(|to| problem.people[to].staff),
        leaves_a_desk: handover.to.is_some_and(|to| {
            let today = &problem.people[to].today[handover.first..=handover.last];
            today.iter().any(|place| matches!(place, Place::Desk(_)))
        }),
        wins: handover.wins.iter().map(|(place, minutes)| (stakeholder(*place), Minutes(*minutes))).collect(),
        supports: handover.supports.iter().map(|place| stakeholder(*place)).collect(),
    }
}

/// The trade-off over all dates: the steps of all problems, those first that win the most for what they move. A problem
/// of several dates steps on all of them at once.
fn curve(searches: &[DaySearch], dates: &[Dated]) -> Vec<TradeOff> {
    let mut n_dates = vec![0_i64; searches.len()];
    dates.iter().for_each(|date| n_dates[date.problem] += 1);
    let mut steps: Vec<(i64, i64)> = Vec::new();
    for (search, n_dates) in searches.iter().zip(&n_dates) {
        let gain = |pair: &[Candidate]| {
            let (a, b) = (pair[0].worth, pair[1].worth);
            ((b.moved - a.moved) * n_dates, (b.reach - a.reach) * n_dates)
        };
        steps.extend(search.steps.windows(2).map(gain));
    }
    // steepest first; the cross products compare the slopes without rounding
    steps.sort_by(|a, b| (b.1 * a.0).cmp(&(a.1 * b.0)).then(a.cmp(b)));
    let reach = searches.iter().zip(&n_dates).map(|(search, n_dates)| search.steps[0].worth.reach * n_dates).sum();
    let mut points = vec![TradeOff { moved: Minutes::ZERO, reach: Minutes(reach) }];
    for (moved, reach) in steps {
        let last = points[points.len() - 1];
        points.push(TradeOff { moved: last.moved + Minutes(moved), reach: last.reach + Minutes(reach) });
    }
    thinned(points)
}

/// At most so many points, the first and the last among them.
fn thinned(points: Vec<TradeOff>) -> Vec<TradeOff> {
    let n = points.len();
    if n <= MOST_POINTS {
        return points;
    }
    (0..MOST_POINTS).map(|k| points[k * (n - 1) / (MOST_POINTS - 1)]).collect()
}
