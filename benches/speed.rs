//! How long do the parts take, on a branch and on a small system? `cargo bench`.

mod large_branch;

use divan::Bencher;
use offdesk::analysis::analyze;
use offdesk::chart::{Drawn, Rasterizer, draw};
use offdesk::finding::findings;
use offdesk::import::{MemoryFolder, read_scenario, read_study};
use offdesk::scenario::best_schedule::{Ask, Status, best_schedule};
use offdesk::scenario::{apply, robustness, unlocks};
use offdesk::table::tables;

fn main() {
    divan::main();
}

/// A sample study in memory.
fn sample(name: &str) -> MemoryFolder {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name);
    #[expect(clippy::disallowed_methods, reason = "a benchmark reads its own input")]
    let files = |inner: &str| {
        let entries = std::fs::read_dir(folder.join(inner)).into_iter().flatten().filter_map(Result::ok);
        let named = entries.filter_map(|entry| {
            let bytes = std::fs::read(entry.path()).ok()?;
            Some((format!("{inner}{}", entry.file_name().into_string().ok()?), bytes))
        });
        named.collect::<Vec<(String, Vec<u8>)>>()
    };
    MemoryFolder::of(files("").into_iter().chain(files("scenarios/")))
}

/// A schedule of dated rows: 8 people at each branch, 4 rows a day; with a floater, who is at every branch once.
fn system(n_branches: usize, n_days: i32, has_floater: bool) -> MemoryFolder {
    use std::fmt::Write;
    let mut schedule = "branch,staff,date,start,end,activity,desk\n".to_owned();
    let monday = offdesk::time::Day::from_ymd(2026, 1, 5).unwrap_or_default();
    for branch in 0..n_branches {
        if has_floater {
            let _ = writeln!(
                schedule,
                "B{branch:03},Floater,{},09:00,17:30,shift,",
                monday.plus(7 * (i32::try_from(branch).unwrap_or(0) % 4))
            );
        }
        for day in 0..n_days {
            for person in 0..8 {
                let who = format!("B{branch:03},B{branch:03}-{person},{}", monday.plus(day));
                let _ = writeln!(
                    schedule,
                    "{who},09:00,17:30,shift,\n{who},10:00,12:00,desk,Reference\n{who},12:00,12:30,meal,\n{who},14:00,16:30,desk,Circulation"
                );
            }
        }
    }
    MemoryFolder::of([
        ("desk-schedule.csv", schedule),
        ("library-hours.csv", "day,open,close\nMon-Sat,09:00,18:00\n".to_owned()),
    ])
}

#[divan::bench(args = ["maple-street", "river-county"])]
fn read(bencher: Bencher, name: &str) {
    let folder = sample(name);
    bencher.bench(|| read_study(&folder, &toml::Table::new(), &|_| {}).study);
}

#[divan::bench(args = ["maple-street", "river-county"])]
fn analyze_a_sample(bencher: Bencher, name: &str) {
    let folder = sample(name);
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    bencher.bench(|| analyze(&study));
}

#[divan::bench(args = [10, 20, 40], sample_count = 10)]
fn analyze_a_system(bencher: Bencher, n_branches: usize) {
    let folder = system(n_branches, 28, false);
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    bencher.bench(|| analyze(&study));
}

#[divan::bench(args = [10, 20, 40], sample_count = 10)]
fn analyze_a_system_that_shares_a_floater(bencher: Bencher, n_branches: usize) {
    let folder = system(n_branches, 28, true);
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    bencher.bench(|| analyze(&study));
}

#[divan::bench]
fn tables_of_maple_street(bencher: Bencher) {
    let folder = sample("maple-street");
    let results = analyze(&read_study(&folder, &toml::Table::new(), &|_| {}).study);
    let findings = findings(&results);
    bencher.bench(|| tables(&results, &findings, &[]));
}

#[divan::bench(args = ["svg", "png"])]
fn charts_of_maple_street(bencher: Bencher, format: &str) {
    let folder = sample("maple-street");
    let results = analyze(&read_study(&folder, &toml::Table::new(), &|_| {}).study);
    let rasterizer = Rasterizer::new(None).ok();
    bencher.bench(|| {
        let drawn = draw(&results, &[], 960).unwrap_or_default();
        let charts = drawn.iter().filter_map(|one| if let Drawn::Chart(chart) = one { Some(chart) } else { None });
        let pixels =
            |chart| rasterizer.as_ref().filter(|_| format == "png").and_then(|rasterizer| rasterizer.png(chart).ok());
        charts.map(|chart| pixels(chart).map_or(chart.svg.len(), |png| png.len())).sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn a_scenario_of_maple_street_in_every_setting(bencher: Bencher) {
    let folder = sample("maple-street");
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    let period = analyze(&study).period;
    let (scenario, _) = read_scenario(&folder, "one-desk", &study);
    bencher.bench(|| {
        let then = apply(&study, &period, &scenario).study;
        robustness(&[("Today".to_owned(), &study), ("Then".to_owned(), &then)], &period)
    });
}

#[divan::bench(sample_count = 10)]
fn single_changes_for_maple_street(bencher: Bencher) {
    let folder = sample("maple-street");
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    let results = analyze(&study);
    bencher.bench(|| unlocks(&study, &results));
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn the_best_schedule_of_maple_street(bencher: Bencher) {
    let folder = sample("maple-street");
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    let results = analyze(&study);
    bencher.bench(|| best_schedule(&study, &results, &Ask::of(&study.settings)));
}

/// In a minute, the answer is proven to be within three percent of the best there is.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn the_best_schedule_of_forty_people(bencher: Bencher) {
    let folder = MemoryFolder::of(large_branch::files());
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    let results = analyze(&study);
    let ask = Ask { seconds: 60.0, ..Ask::of(&study.settings) };
    bencher.bench(|| {
        let best = best_schedule(&study, &results, &ask);
        let is_near = match best.status {
            Status::Proven => true,
            Status::Within(share) => share <= 0.03,
            Status::BestFound => false,
        };
        assert!(is_near && best.reach_best > best.reach_today, "{:?}", best.status);
    });
}
