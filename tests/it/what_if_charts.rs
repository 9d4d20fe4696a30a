//! Are the charts, tables, claims and the page of a comparison whole and true, with one, two and four scenarios, long
//! and foreign names, many partners, and nothing changed?

use crate::charts::{check_charts, crowded_study};
use crate::study::{folder, sample};
use offdesk::analysis::{Outcome, analyze, analyze_in};
use offdesk::chart::{COMPARISON_CHART_NAMES, Chart, Drawn, TradeOffPoint, draw_comparison};
use offdesk::finding::{comparison_findings, findings};
use offdesk::import::{MemoryFolder, parse_scenario, read_study};
use offdesk::report::{Parts, WhatIfParts, document, render_html};
use offdesk::scenario::{Comparison, Robustness, Side, apply, robustness, sentence};
use offdesk::study::{PeopleShown, Study};
use offdesk::table::{COMPARISON_TABLE_NAMES, Format, Table, comparison_tables, trade_off_table, write_table};
use offdesk::time::{Day, Minutes, Period};

const RELEASE: &str = "title = \"Release above the minimum on Tuesdays & <Thursdays>\"\nwhy = \"Because <b>partners</b> ask\"\n[[change]]\ndo = \"release\"\nabove_minimum = true\nday = \"Tue/Thu\"\n";
const MINIMUM: &str = "title = \"Two in the evening\"\n[[change]]\ndo = \"minimum\"\nminimum = 2\nday = \"Tue/Thu\"\nstart = \"17:00\"\nend = \"20:00\"\n";
const MORE: &str = "title = \"A substitute takes Monday to Wednesday afternoons at the reference desk, every week of the fall\"\n[[change]]\ndo = \"add_hours\"\nrole = \"Substitute\"\ndesk = \"Reference\"\nday = \"Mon-Wed\"\nstart = \"14:00\"\nend = \"17:00\"\nhourly_rate = 21.5\n[[change]]\ndo = \"release\"\ndesk = \"Reference\"\nabove_minimum = true\nday = \"Mon-Wed\"\nstart = \"14:00\"\nend = \"17:00\"\n";
const STRICT: &str = "title = \"Four in the building\"\n[[change]]\ndo = \"minimum\"\nminimum = 4\n";
/// The minimum that is in force anyway.
const NOTHING: &str =
    "title = \"As it is\"\n[[change]]\ndo = \"minimum\"\ndesk = \"Reference\"\nminimum = 1\nday = \"Sun\"\n";

fn maple_street(people_shown: PeopleShown) -> Study {
    let folder = MemoryFolder::of(sample("maple-street"));
    read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = people_shown).study
}

fn compared(study: &Study, scenarios: &[&str]) -> (Comparison, Robustness) {
    let results = analyze(study);
    let period = results.period.clone();
    let side = |title: &str, results| Side {
        title: title.to_owned(),
        why: String::new(),
        changes: Vec::new(),
        results,
        moved: None,
    };
    let mut sides = vec![side("Today", results)];
    let mut studies = vec![study.clone()];
    for text in scenarios {
        let (scenario, problems) = parse_scenario(text, "scenarios/one.toml", "one", study);
        assert_eq!(problems.iter().count(), 0, "{text}");
        let applied = apply(study, &period, &scenario);
        let results = analyze_in(&applied.study, period.clone());
        let changes = scenario.changes.iter().map(|change| sentence(change, &results)).collect();
        let moved = Some(applied.moved);
        sides.push(Side { why: scenario.why.clone(), changes, moved, ..side(&scenario.title, results) });
        studies.push(applied.study);
    }
    let named: Vec<(String, &Study)> = sides.iter().map(|side| side.title.clone()).zip(&studies).collect();
    let robustness = robustness(&named, &period);
    (Comparison::of(sides), robustness)
}

/// Points of a made-up search.
fn points(n: i64) -> Vec<TradeOffPoint> {
    let label = |n: i64| format!("{n} turn{} in other hands", if n == 1 { "" } else { "s" });
    (0..n)
        .map(|n| TradeOffPoint {
            moved: Minutes(n * 360),
            reachable: Minutes(2865 + 900 * n / (n + 2)),
            label: label(n),
        })
        .collect()
}

fn charts(comparison: &Comparison, robustness: Option<&Robustness>, n_points: i64, width: i32) -> Vec<Chart> {
    let points = points(n_points);
    let drawn = draw_comparison(comparison, robustness, Some(&points), &[], width).unwrap();
    drawn.into_iter().filter_map(|one| if let Drawn::Chart(chart) = one { Some(*chart) } else { None }).collect()
}

#[test]
fn charts_are_whole_with_one_two_and_four_scenarios_at_every_width() {
    let study = maple_street(PeopleShown::Roles);
    for scenarios in [&[RELEASE][..], &[RELEASE, MORE], &[MINIMUM, STRICT, MORE], &[RELEASE, MINIMUM, MORE, STRICT]] {
        let (comparison, robustness) = compared(&study, scenarios);
        for width in [480, 640, 960, 1600] {
            let charts = charts(&comparison, Some(&robustness), 4, width);
            let names: Vec<&str> = charts.iter().map(|chart| chart.name).collect();
            assert_eq!(names, COMPARISON_CHART_NAMES, "{} scenarios", scenarios.len());
            check_charts(&charts);
        }
    }
}

#[test]
fn charts_are_whole_with_45_partners_and_names_in_other_scripts() {
    let study = crowded_study(12, 45);
    let late = "title = \"محمد وצוות · 火曜日の夜 and a long title in three scripts\"\n[[change]]\ndo = \"hours\"\nday = \"Mon-Fri\"\nopen = \"08:00\"\nclose = \"18:00\"\n[[change]]\ndo = \"minimum\"\nminimum = 0\n";
    let release = "title = \"Release\"\n[[change]]\ndo = \"release\"\nabove_minimum = true\n";
    let (comparison, robustness) = compared(&study, &[late, release]);
    let charts = charts(&comparison, Some(&robustness), 12, 960);
    assert!(charts.len() >= 4);
    check_charts(&charts);
}

#[test]
fn a_scenario_that_changes_nothing_is_said_not_drawn() {
    let (comparison, robustness) = compared(&maple_street(PeopleShown::Roles), &[NOTHING]);
    let drawn = draw_comparison(&comparison, Some(&robustness), Some(&[]), &[], 960).unwrap();
    let said: Vec<&str> = drawn
        .iter()
        .filter_map(|one| if let Drawn::LeftOut(_, why) = one { Some(why.as_str()) } else { None })
        .collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said[..3].iter().all(|why| why.contains("as it is today")) && said[3].contains("desk time"), "{said:?}");
    let said: Vec<String> =
        comparison_findings(&comparison, Some(&robustness)).into_iter().map(|one| one.sentence).collect();
    assert_eq!(
        said,
        [
            "With “As it is”, 8.0 h of 27.3 h a week of partner time are reachable, as much as today.",
            "“As it is” moves no desk time, adds no work and leaves desks as well covered as today.",
            "“As it is” is the same in all 10 settings.",
        ]
    );
}

#[test]
fn charts_that_have_nothing_to_show_are_left_out_silently_unless_they_are_named() {
    let (comparison, _) = compared(&maple_street(PeopleShown::Roles), &[RELEASE]);
    let names = |asked: &[&str]| -> Vec<&'static str> {
        let asked: Vec<String> = asked.iter().map(|name| (*name).to_owned()).collect();
        let drawn = draw_comparison(&comparison, None, None, &asked, 960).unwrap();
        drawn.iter().map(|one| if let Drawn::LeftOut(name, _) = one { name } else { "drawn" }).collect()
    };
    assert_eq!(names(&[]), ["drawn", "drawn", "drawn"]);
    assert_eq!(names(&["what-if-robust", "what-if-trade-off"]), ["what-if-robust", "what-if-trade-off"]);
}

#[test]
fn two_periods_stand_beside_each_other_for_a_week_and_without_exact_minutes() {
    let study = maple_street(PeopleShown::Roles);
    let date = |month, day| Day::from_ymd(2026, month, day).unwrap();
    let side = |period: Period| Side {
        title: offdesk::study::period_in_words(&period),
        why: String::new(),
        changes: Vec::new(),
        results: analyze_in(&study, period),
        moved: None,
    };
    let early = side(Period::between(date(9, 14), date(9, 27)));
    let comparison = Comparison::of(vec![early, side(Period::between(date(9, 28), date(10, 25)))]);
    check_charts(&charts(&comparison, None, 0, 960));
    let findings = comparison_findings(&comparison, None);
    assert!(findings[0].sentence.starts_with("Before, 7.3 h of 25.0 h a week"), "{}", findings[0].sentence);
    let table = csv(&comparison_tables(&comparison, None, &findings).unwrap(), "comparison");
    let head: Vec<&str> = table.lines().next().unwrap().split(',').collect();
    let first_min = head.iter().position(|name| *name == "first_min").unwrap();
    for line in table.lines().skip(1) {
        let n_after = head.len() - first_min;
        let cells: Vec<&str> = line.rsplitn(n_after + 1, ',').collect();
        assert_eq!(cells[n_after - 1], "", "{line}");
    }
}

fn csv(tables: &[Table], name: &str) -> String {
    let table = tables.iter().find(|table| table.name == name).unwrap();
    let mut bytes = Vec::new();
    write_table(table, Format::Csv, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn tables_and_sentences_say_what_the_results_say() {
    let (comparison, robustness) = compared(&maple_street(PeopleShown::Roles), &[RELEASE, MORE]);
    let findings = comparison_findings(&comparison, Some(&robustness));
    let tables = comparison_tables(&comparison, Some(&robustness), &findings).unwrap();
    assert_eq!(tables.iter().map(|table| table.name).collect::<Vec<&str>>(), COMPARISON_TABLE_NAMES);
    let of = |side: usize| comparison.sides[side].results.outcome_totals().of(Outcome::Reachable);
    for side in [1, 2] {
        let gained = of(side) - of(0);
        let title = comparison.sides[side].title.as_str();
        let exact = format!("{},{},{gained}", of(0).0, of(side).0, gained = gained.0);
        let found = csv(&tables, "comparison");
        let line = found.lines().find(|line| line.contains(title) && line.contains(",reachable,")).unwrap();
        assert!(line.contains(&exact), "{line} has no {exact}");
        let week = |minutes| comparison.sides[0].results.period.hours_a_week(minutes);
        let sentence = format!("{:.1} h more than today", week(gained));
        assert!(
            findings.iter().any(|one| one.sentence.contains(title) && one.sentence.contains(&sentence)),
            "{sentence}"
        );
        let partners: i64 =
            comparison.partners.iter().map(|partner| comparison.reach_minutes_gained(partner, side).unwrap().0).sum();
        assert_eq!(partners, gained.0);
    }
    for key in ["what_if_reach", "what_if_loss", "what_if_partners", "what_if_cost", "what_if_robust"] {
        assert_eq!(findings.iter().filter(|one| one.key == key).count(), 2, "{key}");
    }
    let costs = findings.iter().find(|one| one.key == "what_if_cost" && one.sentence.contains("substitute")).unwrap();
    assert!(
        costs.sentence.contains("8.5 h a week of work are added") && costs.sentence.contains("t costs 182.75 a week")
    );
    for one in &findings {
        assert!(tables.iter().any(|table| table.name == one.table), "{}", one.table);
    }
    let points = [("Today".to_owned(), Minutes::ZERO, of(0))];
    assert_eq!(trade_off_table(&comparison.sides[0].results, &points).unwrap().n_rows(), 1);
}

#[test]
fn least_and_greatest_desk_shares_are_a_span_and_nobodys() {
    let (comparison, robustness) = compared(&maple_street(PeopleShown::Roles), &[RELEASE]);
    let said: String =
        comparison_findings(&comparison, Some(&robustness)).into_iter().map(|one| one.sentence).collect();
    assert!(said.contains("Desk shares span"), "{said}");
    let charts = charts(&comparison, Some(&robustness), 0, 960);
    assert!(charts[0].svg.contains("Desk shares, least to greatest") && !charts[0].svg.contains("person with"));
    for word in ["idle", "unused", "wasted", "inefficien", "unproductive"] {
        assert!(!said.contains(word) && charts.iter().all(|chart| !chart.svg.contains(word)), "{word}");
    }
}

#[test]
fn figures_that_rest_on_assumed_hours_say_at_least_on_both_sides() {
    let files = [
        (
            "desk-schedule.csv",
            "staff,day,start,end,activity\nAna,Mon,09:00,10:00,desk\nAna,Mon,12:00,13:00,desk\nBen,Mon,09:00,17:00,shift\n",
        ),
        ("library-hours.csv", "day,open,close\nMon,09:00,17:00\n"),
        ("stakeholders.csv", "stakeholder,day,start,end,mode\nShelter,Mon,09:00,13:00,online\n"),
    ];
    let study = read_study(&folder(&files), &toml::Table::new(), &|_| ()).study;
    let other = "title = \"No Ben\"\n[[change]]\ndo = \"absence\"\nstaff = \"Ben\"\n";
    let (comparison, robustness) = compared(&study, &[other]);
    let findings = comparison_findings(&comparison, Some(&robustness));
    assert_eq!(
        findings[0].sentence,
        "With “No Ben”, at least 2.0 h of 4.0 h a week of partner time are reachable, against at least 4.0 h today."
    );
    let charts = charts(&comparison, Some(&robustness), 3, 960);
    assert!(charts[0].title.contains("at least 2.0 h") && charts[0].title.contains("against at least 4.0 h"));
    check_charts(&charts);
    assert!(csv(&comparison_tables(&comparison, None, &findings).unwrap(), "comparison").contains("at least"));
    assert!(page(&comparison, None).contains("an “at least” on each side"));
}

fn page(comparison: &Comparison, robustness: Option<&Robustness>) -> String {
    let results = &comparison.sides[0].results;
    let told = comparison_findings(comparison, robustness);
    let tables = comparison_tables(comparison, robustness, &told).unwrap();
    let what_if =
        WhatIfParts { comparison, robustness, drawn: draw_comparison(comparison, robustness, None, &[], 960).unwrap() };
    let parts = Parts {
        results,
        findings: findings(results),
        what_if: Some(what_if),
        department_swaps: &offdesk::scenario::DepartmentSwaps::default(),
        drawn: offdesk::chart::draw(results, &["time-use".to_owned()], 960).unwrap(),
        tables: &tables,
        tables_left_out: Vec::new(),
        inputs: &[],
        problems: &offdesk::problem::Problems::default(),
        receipts: Vec::new(),
        fingerprints: Vec::new(),
    };
    render_html(&document(parts)).unwrap()
}

#[test]
fn the_page_has_a_section_for_scenarios_with_its_figures_counted_on() {
    let (comparison, robustness) = compared(&maple_street(PeopleShown::Roles), &[RELEASE, MORE]);
    let page = page(&comparison, Some(&robustness));
    let section = page.split("<section id=\"what-if\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(page.contains("<a href=\"#what-if\">What if</a>"));
    assert!(
        section.contains("Tuesdays &amp; &lt;Thursdays&gt;") || section.contains("Tuesdays &#38; &#60;Thursdays&#62;")
    );
    assert!(!page.contains("<Thursdays>") && !page.contains("<b>partners"), "titles are escaped");
    assert!(section.contains("Whoever is above the minimum leaves the desk on Tue/Thu."), "changes are sentences");
    assert!(section.contains("<strong>+") && section.contains("</strong> better"), "differences are signed");
    for n in 1..=4 {
        assert!(section.contains(&format!(">Figure {n}</span>")), "figure {n}");
    }
    let fifth = ">Figure 5</span>";
    assert!(!section.contains(fifth) && page.contains(fifth), "figures are counted on");
    assert!(section.contains("The table behind figure 1"));
    let without: Vec<&str> = page.split(" id=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect();
    let mut once = without.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), without.len(), "an id stands twice");
}
