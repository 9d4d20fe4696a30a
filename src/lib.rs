//! How much time do a public library's schedules leave for the community, and why is the rest lost?
//!
//! offdesk reads a study (a folder of CSV files: desk schedules, opening hours, when stakeholders can meet), computes to
//! the minute where people's time goes and what becomes of every minute of stakeholder time, and writes tables, charts
//! and a report. Staff use it to make the case for a change of the staffing model; so time off the desk is work time
//! here, roles stand before names, and nobody is ranked.
//!
//! # Floors
//!
//! A floor uses itself and the floors under it, never one above; `tests/it/house.rs` reads the sources and fails
//! otherwise.
//!
//! | floor | what it does |
//! | --- | --- |
//! | [`cli`] | the only place that prints, reads arguments and the environment, and touches the disk |
//! | [`report`] | findings, charts and tables as one HTML page (askama) and as PDFs (Typst) |
//! | [`chart`], [`table`] | pictures (plotters, resvg) and data frames (polars); they do not know each other |
//! | [`finding`] | what the results say, in sentences; all wording of figures |
//! | [`scenario`] | changes to a study, two results compared, changes searched for |
//! | [`analysis`] | a study in, one [`analysis::Results`] out; all arithmetic on minutes ends here |
//! | [`import`] | files in, a study and its problems out; never fails on content |
//! | [`study`] | what a library told us: plain data, compact rows, each with its line |
//! | [`problem`] | code, place, what was done, what to do; three renderings |
//! | [`text`], [`time`], [`wording`] | places in files; minutes, spans and days; every message; they do not know each other |
//!
//! One engine serves a one-room library and a nation: rows are 8 bytes, what a person's day has in
//! common is kept once, each person and branch is swept once, components of branches that share people side by side. There is no second, slower path. Where working hours are not
//! given, the same pass runs a second time with the wider assumption, for the "at most" beside each "at least".
//!
//! # Two kinds of failure
//!
//! A [`problem::Problem`] is about the user's files: it is collected, sorted by place and never stops the reading. An
//! error (one enum for each floor that touches the world) is about disk, font or flag. A panic is a bug of ours.
//!
//! # Adding the common thing
//!
//! - A check for bad data: a variant in `problem/code.rs`, a page in `problem/explain/`, raise it in the cell or
//!   cross-check file, a fixture in `tests/it/fixtures.rs`.
//! - An export format: one file in `import/foreign/shape/` with `fit` and `read`, a line in `import/foreign/recognize.rs`,
//!   a sample in `sample-data/imports` and what it comes to in `tests/imports/expected.txt`; nothing above `import` moves.
//! - A figure: a field in [`analysis::Results`] from one file of `analysis/`, a law in `tests/it/laws.rs` and a figure
//!   in the oracle (`tests/it/oracle.rs`, a grid of minutes that shares no code), a column in `table/`, a drawing in
//!   `chart/` whose parts say what they are ([`chart::Hint`]), a claim in `finding/`.
//! - A change of a scenario: a variant of [`study::Action`], its words in `import/scenarios/` (read and written), what it
//!   does in `scenario/apply/`, its sentence in `scenario/sentence.rs`, a worked example in `tests/it/scenarios.rs`, a row
//!   in the README.
//! - A table: its name in `TABLE_NAMES`, and in `table/rows_of.rs` of whom its rows are. Rows of single people have a
//!   column `staff`, and are left out of a public packet by that list alone. Rows of groups have columns `role`,
//!   `department` (and `with`) or `branch` and take these from the results ([`analysis::PersonShown::role`] and
//!   `department`, [`analysis::Results::people_branch`]), where small groups are merged; people's time is never split by
//!   role and branch at once. What holds a role's name beside figures of its own (a job description) is dropped in
//!   `analysis/public.rs` where the role is merged. `tests/it/public.rs` fails for a table that is not on the list, or
//!   that shows a label which nobody merged.
//! - A setting: a field in [`study::Settings`], a line in `import/settings.rs` (default, unit, reason), a flag in
//!   `cli/settings_flags.rs`.
//!
//! # What the rules leave open, and what offdesk does
//!
//! - Only rows dated in the period count, each whole: a row of the last date keeps its tail past midnight, and nothing
//!   of the day before the first date enters.
//! - Working time that is assumed between two rows belongs to the branch of the row that ended last before it, so that
//!   splitting a row changes nothing.
//! - Where several duties cover a minute, the first in the order of [`study::Activity`] counts; leave and desk go first.
//! - "In the same usable block" is read as: off the desk together for at least `min_block` minutes at a stretch.
//! - Time on call (`on-call`) is off-desk time in which the person must stay in the building: it counts for `host` and
//!   `online`, and is `pinned` for `go`.
//! - A partner is out of reach where none of its firm minutes is reachable: on no day of the week, in no week of the
//!   period, is there a contact slot. It is reached seldom where its reachable time, divided by the weeks of the period,
//!   is shorter than its shortest useful visit. By priority, priority 1 weighs 1, priority 2 a half, priority 3 a third;
//!   a partner without one weighs as the lowest priority that the study gives.
//! - All departments of a branch are together where one person of each is off the desk, the same people for at least
//!   `min_block` minutes at a stretch.
//! - An hours, coverage or traffic row without a branch holds for every branch.

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod finding;
pub mod import;
pub mod problem;
pub mod report;
pub mod scenario;
pub mod study;
pub mod table;
pub mod text;
pub mod time;
pub mod wording;
