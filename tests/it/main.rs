//! All tests that use offdesk from the outside, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests"
)]

mod against_the_oracle;
mod before_after;
mod best_schedule;
mod browser;
mod calendars;
mod charts;
mod chromium;
mod commands;
mod departments;
mod domain_page;
mod fixtures;
mod fuzz;
mod groups;
mod house;
mod import_cases;
mod import_fixtures;
mod imports;
mod job_description;
mod laws;
mod made;
mod map_hours;
mod numbers;
mod oracle;
mod packet;
mod packets;
mod peer;
mod practice;
mod privacy;
mod problems;
mod public;
mod real_files;
mod report;
mod samples;
mod scenario_laws;
mod scenarios;
mod sentences;
mod stories;
mod study;
mod suggestions;
mod unlocks;
mod what_if_charts;
mod wording;
mod work;
mod worlds;
