//! How do names become numbers? All files' names in one order; every row with its branch.

use super::canonical::SCHEDULE;
use super::directory::Directory;
use super::read::{Lines, StudyReader};
use super::seen::Seen;
use super::stakeholders::WindowLine;
use crate::problem::{Code, Problem};
use crate::study::{
    BranchId, CoverageRule, DeskId, HoursRow, Names, PersonDays, SchedulePart, StaffId, Stakeholder, StakeholderId,
    TrafficRow, WindowRow,
};
use compact_str::CompactString;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Stands for a blank branch cell until the row's branch is known.
pub const NO_BRANCH: BranchId = BranchId(u16::MAX);

impl StudyReader<'_> {
    /// Numbers all names in their order, and gives every row its branch. What the schedule names.
    pub(super) fn number(&mut self, lines: &Lines) -> Seen {
        let all = lines.hours.iter().map(|row| &row.branch).chain(lines.windows.iter().map(|row| &row.branch));
        let all =
            all.chain(lines.coverage.iter().map(|row| &row.branch)).chain(lines.traffic.iter().map(|row| &row.branch));
        for name in all {
            self.directory.branch(name);
        }
        for (desk, branch) in
            lines.coverage.iter().map(|row| (&row.desk, false)).chain(lines.traffic.iter().map(|row| (&row.desk, true)))
        {
            if branch || !desk.is_empty() {
                self.directory.desk(desk);
            }
        }
        if self.directory.branches.names().is_empty() {
            let name = if self.study.settings.library.is_empty() { "Library" } else { &self.study.settings.library };
            self.directory.branches.number(name);
        }
        let order = Order::of(&self.directory);
        self.study.branches = Names(sorted(self.directory.branches.names(), &order.branches));
        self.study.desks = Names(sorted(self.directory.desks.names(), &order.desks));
        self.study.staff = sorted(&self.directory.members, &order.staff);
        for member in &mut self.study.staff {
            member.home = member.home.map(|home| order.branch(home));
        }
        let seen = self.number_schedule(&order);
        self.number_small(lines, &order);
        seen
    }

    /// A row without a branch belongs to the person's branch, else to the only one; else it cannot be used.
    fn number_schedule(&mut self, order: &Order) -> Seen {
        let only = (self.study.branches.len() == 1).then_some(BranchId(0));
        let homes: Vec<BranchId> =
            self.study.staff.iter().map(|member| member.home.or(only).unwrap_or(NO_BRANCH)).collect();
        let number = |(part, numbers): (&mut SchedulePart, &StretchNumbers)| -> (Vec<u32>, Seen) {
            let numbers = numbers.in_order(order);
            part.renumber(
                numbers.first_line,
                |person| numbers.apply(person, &homes),
                |desk| numbers.desks[desk.index()],
            );
            let mut homeless = Vec::new();
            if part.people().iter().any(|person| person.branch == NO_BRANCH) {
                homeless.extend(part.rows().filter(|row| row.branch == NO_BRANCH).map(|row| row.line));
                part.retain(|row| row.branch != NO_BRANCH);
            }
            // looked through while it is near the processor
            (homeless, Seen::of_part(part))
        };
        let parts: Vec<(Vec<u32>, Seen)> =
            self.study.schedule.par_iter_mut().zip(&self.numbers).with_max_len(1).map(number).collect();
        let (homeless, seen): (Vec<Vec<u32>>, Vec<Seen>) = parts.into_iter().unzip();
        let mut homeless = homeless.concat();
        homeless.sort_unstable();
        if let Some(input) = self.study.inputs.iter_mut().find(|input| input.name == SCHEDULE.name) {
            input.n_left_out += homeless.len();
        }
        for line in homeless {
            let problem = Problem::new(Code::E303, self.lines.cell(SCHEDULE.name, line, "branch"))
                .says("the row does not say which branch it belongs to")
                .help("fill in `branch`; or give the person a branch in staff.csv");
            self.problems.push(problem);
        }
        seen.into_iter().reduce(Seen::and_then).unwrap_or_default()
    }

    fn number_small(&mut self, lines: &Lines, order: &Order) {
        let n_branches = self.study.branches.len();
        let directory = &mut self.directory;
        // a row without a branch holds for every branch
        let mut branches = |name: &str| match directory.branch(name) {
            Some(branch) => vec![order.branch(branch)],
            None => (0..n_branches).map(BranchId::at).collect(),
        };
        for row in &lines.hours {
            for branch in branches(&row.branch) {
                self.study.hours.push(HoursRow {
                    branch,
                    day: row.day,
                    open: row.open,
                    validity: row.validity,
                    line: row.line,
                });
            }
        }
        let desk_of = |directory: &Directory, name: &str| {
            order.desk(usize::try_from(directory.desks.known(name).unwrap_or(0)).unwrap_or(0))
        };
        for row in &lines.coverage {
            for branch in branches(&row.branch) {
                self.study.coverage.push(CoverageRule {
                    branch,
                    desk: None,
                    day: row.day,
                    start: row.start,
                    end: row.end,
                    minimum: row.minimum,
                    line: row.line,
                });
            }
        }
        for row in &lines.traffic {
            for branch in branches(&row.branch) {
                self.study.traffic.push(TrafficRow {
                    branch,
                    desk: DeskId(0),
                    day: row.day,
                    start: row.start,
                    end: row.end,
                    count: row.count,
                    line: row.line,
                });
            }
        }
        let desks: FxHashMap<u32, &str> = lines.coverage.iter().map(|row| (row.line, row.desk.as_str())).collect();
        for rule in &mut self.study.coverage {
            let desk = desks.get(&rule.line).copied().unwrap_or("");
            rule.desk = (!desk.is_empty()).then(|| desk_of(&self.directory, desk));
        }
        let desks: FxHashMap<u32, &str> = lines.traffic.iter().map(|row| (row.line, row.desk.as_str())).collect();
        for row in &mut self.study.traffic {
            let desk = desks.get(&row.line).copied().unwrap_or("");
            row.desk = desk_of(&self.directory, if desk.is_empty() { super::directory::UNNAMED_DESK } else { desk });
        }
        self.number_windows(&lines.windows, order);
    }

    /// A stakeholder is one of a branch; the first row that gives a group or a priority gives it.
    fn number_windows(&mut self, lines: &[WindowLine], order: &Order) {
        let mut keys: Vec<(Option<BranchId>, CompactString, &WindowLine)> = lines
            .iter()
            .map(|row| {
                (
                    self.directory.branch(&row.branch).map(|branch| order.branch(branch)),
                    super::lexicon::key(&row.stakeholder),
                    row,
                )
            })
            .collect();
        let by_line = keys.clone();
        keys.sort_by(|a, b| (a.0, &a.1, a.2.line).cmp(&(b.0, &b.1, b.2.line)));
        let mut numbers: FxHashMap<(Option<BranchId>, CompactString), StakeholderId> = FxHashMap::default();
        for (branch, key, row) in keys {
            let stakeholders = &mut self.study.stakeholders;
            let id = *numbers.entry((branch, key)).or_insert_with(|| {
                stakeholders.push(Stakeholder {
                    name: row.stakeholder.clone(),
                    branch,
                    group: String::new(),
                    priority: None,
                });
                StakeholderId::at(stakeholders.len() - 1)
            });
            let stakeholder = &mut stakeholders[id.index()];
            if stakeholder.group.is_empty() {
                stakeholder.group.clone_from(&row.group);
            }
            stakeholder.priority = stakeholder.priority.or(row.priority);
        }
        let (min_visit, travel) = (self.study.settings.min_visit, self.study.settings.travel);
        self.study.windows = by_line
            .into_iter()
            .map(|(branch, key, row)| WindowRow {
                stakeholder: numbers.get(&(branch, key)).copied().unwrap_or_default(),
                day: row.day,
                window: row.window,
                mode: row.mode,
                travel: row.travel.unwrap_or(travel),
                min_visit: row.min_visit.unwrap_or(min_visit),
                is_tentative: row.is_tentative,
                needs_role: row.needs_role.clone(),
                validity: row.validity,
                line: row.line,
            })
            .collect();
    }
}

/// From the numbers of a stretch of the schedule to those of the study.
pub struct StretchNumbers {
    pub staff: Vec<StaffId>,
    pub branches: Vec<BranchId>,
    pub desks: Vec<DeskId>,
    pub validities: Vec<u32>,
    /// The number of lines before the stretch.
    pub first_line: u32,
}

impl StretchNumbers {
    /// The same, as the places of the names in their order.
    fn in_order(&self, order: &Order) -> StretchNumbers {
        let branch = |branch: &BranchId| if *branch == NO_BRANCH { NO_BRANCH } else { order.branch(*branch) };
        StretchNumbers {
            staff: self.staff.iter().map(|staff| StaffId(order.staff[staff.index()])).collect(),
            branches: self.branches.iter().map(branch).collect(),
            desks: self.desks.iter().map(|desk| order.desk(usize::from(desk.0))).collect(),
            validities: self.validities.clone(),
            first_line: self.first_line,
        }
    }

    fn apply(&self, person: &mut PersonDays, homes: &[BranchId]) {
        person.staff = self.staff[person.staff.index()];
        person.branch = self.branches[person.branch.index()];
        if person.branch == NO_BRANCH {
            person.branch = homes[person.staff.index()];
        }
        person.validity = usize::try_from(person.validity).map_or(0, |number| self.validities[number]);
    }
}

/// From the numbers in which names first appeared to the order of the names.
struct Order {
    branches: Vec<u32>,
    staff: Vec<u32>,
    desks: Vec<u32>,
}

impl Order {
    fn of(directory: &Directory) -> Order {
        Order {
            branches: directory.branches.sorted_places(),
            staff: directory.staff.sorted_places(),
            desks: directory.desks.sorted_places(),
        }
    }

    fn desk(&self, number: usize) -> DeskId {
        DeskId::at(usize::try_from(self.desks[number]).unwrap_or(0))
    }

    fn branch(&self, branch: BranchId) -> BranchId {
        BranchId::at(
            self.branches.get(branch.index()).and_then(|&place| usize::try_from(place).ok()).unwrap_or(usize::MAX),
        )
    }
}

/// The items at their places in the order.
fn sorted<T: Clone>(items: &[T], places: &[u32]) -> Vec<T> {
    let mut order: Vec<(u32, &T)> = places.iter().copied().zip(items).collect();
    order.sort_by_key(|(place, _)| *place);
    order.into_iter().map(|(_, item)| item.clone()).collect()
}
