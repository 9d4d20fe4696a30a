//! Do the files agree with each other? Wrong-but-plausible input is caught here: a name that matches nobody, a
//! branch without hours, a row that stands twice.

use super::canonical::{COVERAGE, DUTIES, HOURS, SCHEDULE, STAFF, TRAFFIC};
use super::line_reader::LineReader;
use super::seen::Seen;
use super::stakeholders::FILE as STAKEHOLDERS;
use crate::problem::{Code, Problem, Problems, nearest};
use crate::study::{BranchId, DeskId, HoursRow, ScheduleRow, Study};
use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

/// Checks the files of a study against each other; `seen` is what its schedule names.
pub fn cross_check(study: &Study, seen: &Seen, lines: &mut LineReader<'_>, problems: &mut Problems) {
    let mut check = Check { study, lines, problems, seen };
    check.people();
    check.branches();
    check.roles();
    check.desks();
    check.duty_percentages();
    check.repeated_schedule_rows();
    check.open_and_closed();
    check.groups();
}

struct Check<'a, 'l, 'f> {
    study: &'a Study,
    lines: &'l mut LineReader<'f>,
    problems: &'l mut Problems,
    seen: &'a Seen,
}

impl Check<'_, '_, '_> {
    fn people(&mut self) {
        let listed: Vec<&str> =
            self.study.staff.iter().filter(|member| member.line.is_some()).map(|member| member.name.as_str()).collect();
        for (id, member) in self.study.staff.iter().enumerate() {
            let id = u32::try_from(id).unwrap_or(u32::MAX);
            match (member.line, self.seen.staff.get(&id)) {
                (None, Some(&line)) if !listed.is_empty() => self.not_listed(&member.name, line, &listed),
                (Some(line), None) => {
                    let place = self.lines.cell(STAFF.name, line, "staff");
                    self.problems.push(
                        Problem::new(Code::N327, place)
                            .says(format!("`{}` has no schedule row", member.name))
                            .done("the person is in no figure")
                            .help("if the schedule writes the name another way, add that as an alias in staff.csv"),
                    );
                }
                _ => {}
            }
        }
    }

    fn not_listed(&mut self, name: &str, line: u32, listed: &[&str]) {
        let place = self.lines.cell(SCHEDULE.name, line, "staff");
        let done = "taken as a person of their own, who may meet partners";
        let problem = match nearest(name, listed.iter().copied()) {
            Some(near) => Problem::new(Code::W301, place)
                .says(format!("`{name}` is not in staff.csv, and `{near}` is"))
                .label(format!("did you mean `{near}`?"))
                .help(format!(
                    "mend the name; or add `{name}` to the aliases of `{near}`, or as a person of their own"
                )),
            None => Problem::new(Code::N302, place)
                .says(format!("`{name}` is not in staff.csv"))
                .help("add the person to staff.csv, with role, department and whether they meet partners"),
        };
        self.problems.push(problem.done(done));
    }

    fn branches(&mut self) {
        let with_hours: FxHashSet<BranchId> = self.study.hours.iter().map(|row| row.branch).collect();
        let mut branches: Vec<(u16, u32)> = self.seen.branches.iter().map(|(branch, line)| (*branch, *line)).collect();
        branches.sort_unstable();
        if branches.is_empty() || with_hours.is_empty() {
            return;
        }
        if !branches.iter().any(|(branch, _)| with_hours.contains(&BranchId(*branch))) {
            let place = crate::text::Location::of_file(HOURS.name);
            self.problems.push(
                Problem::new(Code::W305, place)
                    .says("desk-schedule.csv and library-hours.csv have no branch in common")
                    .done("every branch of the schedule counts as closed all the time")
                    .help("write the branch the same way in both files; or leave it blank in library-hours.csv, which holds for every branch"),
            );
        }
        let names: Vec<&str> = with_hours_names(self.study, &with_hours);
        for (branch, line) in branches.into_iter().filter(|(branch, _)| !with_hours.contains(&BranchId(*branch))) {
            let name = self.study.branch_name(BranchId(branch));
            let near = nearest(name, names.iter().copied());
            let place = self.lines.cell(SCHEDULE.name, line, "branch");
            self.problems.push(
                Problem::new(Code::W304, place)
                    .says(format!("`{name}` has no opening hours"))
                    .done("the branch counts as closed all the time")
                    .help(near.map_or("add its hours to library-hours.csv".to_owned(), |near| {
                        format!("did you mean `{near}`?")
                    })),
            );
        }
    }

    fn roles(&mut self) {
        let roles: FxHashSet<CompactString> =
            self.study.staff.iter().map(|member| super::lexicon::key(&member.role)).collect();
        let names: Vec<&str> =
            self.study.staff.iter().map(|member| member.role.as_str()).filter(|role| !role.is_empty()).collect();
        let mut wanted: Vec<(&str, u32, Code)> =
            self.study.windows.iter().map(|row| (row.needs_role.as_str(), row.line, Code::W312)).collect();
        wanted.extend(self.study.duties.iter().map(|duty| (duty.role.as_str(), duty.line, Code::W316)));
        let mut said = FxHashSet::default();
        for (role, line, code) in wanted {
            if role.is_empty() || roles.contains(&super::lexicon::key(role)) || !said.insert((code, role)) {
                continue;
            }
            let near = nearest(role, names.iter().copied())
                .map_or("write the role as staff.csv writes it".to_owned(), |near| format!("did you mean `{near}`?"));
            let problem = if code == Code::W312 {
                Problem::new(code, self.lines.cell(STAKEHOLDERS, line, "needs_role"))
                    .says(format!("nobody has the role `{role}`"))
                    .done("nobody can meet this stakeholder")
            } else {
                Problem::new(code, self.lines.cell(DUTIES.name, line, "role"))
                    .says(format!("nobody has the role `{role}`"))
                    .done("the duty is shown without a schedule beside it")
            };
            self.problems.push(problem.help(near));
        }
    }

    fn desks(&mut self) {
        let mut named: Vec<(BranchId, DeskId, u32, Code)> = Vec::new();
        named.extend(
            self.study
                .coverage
                .iter()
                .filter_map(|rule| rule.desk.map(|desk| (rule.branch, desk, rule.line, Code::W313))),
        );
        named.extend(self.study.traffic.iter().map(|row| (row.branch, row.desk, row.line, Code::W314)));
        let mut said = FxHashSet::default();
        for (branch, desk, line, code) in named {
            let is_known = self.seen.desks.contains(&(branch.0, desk.0)) || !self.seen.branches.contains_key(&branch.0);
            if is_known || !said.insert((branch, desk, code)) {
                continue;
            }
            let name = self.study.desk_name(desk);
            let mut staffed: Vec<&str> = self
                .seen
                .desks
                .iter()
                .filter(|(at, _)| *at == branch.0)
                .map(|(_, desk)| self.study.desk_name(DeskId(*desk)))
                .collect();
            staffed.sort_unstable();
            let file = if code == Code::W313 { COVERAGE.name } else { TRAFFIC.name };
            let done = if code == Code::W313 {
                "it counts as a desk that nobody staffs: all of its minimum is missing"
            } else {
                "its transactions are shown without a staffed hour beside them"
            };
            let near = nearest(name, staffed.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            let problem = Problem::new(code, self.lines.cell(file, line, "desk"))
                .says(format!("nobody staffs a desk `{name}`"))
                .done(done);
            self.problems
                .push(problem.help(near.unwrap_or_else(|| format!("the staffed desks are: {}", staffed.join(", ")))));
        }
    }

    fn duty_percentages(&mut self) {
        let mut roles: Vec<(&str, f64, u32)> = Vec::new();
        for duty in &self.study.duties {
            match roles.iter_mut().find(|(role, ..)| *role == duty.role) {
                Some((_, sum, _)) => *sum += duty.percent,
                None => roles.push((&duty.role, duty.percent, duty.line)),
            }
        }
        for (role, sum, line) in roles.into_iter().filter(|(_, sum, _)| (sum - 100.0).abs() > 0.5) {
            let place = self.lines.cell(DUTIES.name, line, "percent");
            self.problems.push(
                Problem::new(Code::W315, place)
                    .says(format!("the duties of `{role}` add up to {sum} %"))
                    .done("the percentages are shown as they stand")
                    .help("mend the percentages, or add the duty that is missing"),
            );
        }
    }

    /// A schedule with the same row twice is most often a paste that went wrong. Long files, which come from systems,
    /// are not searched.
    fn repeated_schedule_rows(&mut self) {
        const MOST_ROWS: usize = 200_000;
        if self.study.n_schedule_rows() > MOST_ROWS {
            return;
        }
        let mut first: FxHashMap<ScheduleRow, u32> = FxHashMap::default();
        for row in self.study.schedule_rows() {
            let earlier = *first.entry(ScheduleRow { line: 0, ..row }).or_insert(row.line);
            if earlier != row.line {
                let place = self.lines.location(SCHEDULE.name, row.line);
                self.problems.push(
                    Problem::new(Code::W317, place)
                        .says(format!("the row says the same as line {earlier}"))
                        .done("both are read; time that is said twice counts once")
                        .help("delete one of them"),
                );
            }
        }
    }

    fn open_and_closed(&mut self) {
        let mut open_at: FxHashMap<BranchId, Vec<&HoursRow>> = FxHashMap::default();
        for row in self.study.hours.iter().filter(|row| row.open.is_some()) {
            open_at.entry(row.branch).or_default().push(row);
        }
        for closed in self.study.hours.iter().filter(|row| row.open.is_none()) {
            let is_same_day = |row: &&&HoursRow| {
                use crate::time::DayRule::{On, Weekly};
                match (row.day, closed.day) {
                    (On(a), On(b)) => a == b,
                    (Weekly(a, x), Weekly(b, y)) => a.overlaps(b) && x == y && row.validity == closed.validity,
                    _ => false,
                }
            };
            let open = open_at.get(&closed.branch).and_then(|rows| rows.iter().find(is_same_day));
            if let Some(open) = open {
                let place = self.lines.cell(HOURS.name, closed.line, "open");
                self.problems.push(
                    Problem::new(Code::W318, place)
                        .says(format!("the row says closed, and line {} says open on the same day", open.line))
                        .done("the open hours are used")
                        .help("delete the one that is wrong"),
                );
            }
        }
    }

    fn groups(&mut self) {
        for (group, names) in &self.study.settings.groups {
            for name in names {
                let is_scheduled = self.study.staff.iter().enumerate().any(|(id, member)| {
                    super::lexicon::key(&member.name) == super::lexicon::key(name)
                        && self.seen.staff.contains_key(&u32::try_from(id).unwrap_or(u32::MAX))
                });
                if !is_scheduled {
                    let near = nearest(name, self.study.staff.iter().map(|member| member.name.as_str()));
                    self.problems.push(
                        Problem::new(Code::W328, crate::text::Location::of_file(super::canonical::SETTINGS_FILE.name))
                            .says(format!("`{name}` of the group `{group}` is not scheduled"))
                            .done("the group is taken without them")
                            .help(near.map_or_else(String::new, |near| format!("did you mean `{near}`?"))),
                    );
                }
            }
        }
    }
}

fn with_hours_names<'a>(study: &'a Study, with_hours: &FxHashSet<BranchId>) -> Vec<&'a str> {
    study
        .branches
        .iter()
        .enumerate()
        .filter(|(id, _)| with_hours.contains(&BranchId::at(*id)))
        .map(|(_, name)| name)
        .collect()
}
