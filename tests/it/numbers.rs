//! Is every number in a claim one of the tables, formatted? Recomputed from the CSV files with whole numbers alone; nothing
//! here is shared with the code that makes the sentences.

use crate::packets::{PACKETS, Packet, Rows, is_a};
use std::collections::{BTreeMap, BTreeSet};

/// A number over another, rounded to whole ones, halves upwards.
fn rounded(number: i64, over: i64) -> i64 {
    (2 * number + over).div_euclid(2 * over)
}

/// With one decimal, from tenths.
fn tenths(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What the tables say, by the rules of formatting.
struct Tables<'p> {
    packet: &'p Packet,
}

impl Tables<'_> {
    fn rows(&self, table: &str) -> Rows {
        self.packet.table(table).unwrap_or_else(|| panic!("{} has no table {table}", self.packet.name))
    }

    fn sum(&self, table: &str, columns: &[&str]) -> i64 {
        self.rows(table).iter().flat_map(|row| columns.iter().map(|column| minutes(row, column))).sum()
    }

    /// Minutes over the period as hours a week with one decimal.
    fn hours(&self, minutes: i64) -> String {
        tenths(rounded(minutes.abs() * 70, 60 * self.packet.n_days))
    }

    /// The same, with a decimal more where it rounds to nothing.
    fn difference(&self, minutes: i64) -> String {
        let hundredths = rounded(minutes.abs() * 700, 60 * self.packet.n_days);
        if minutes.abs() * 700 < 5 * 60 * self.packet.n_days {
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        } else {
            self.hours(minutes)
        }
    }

    /// The same in whole hours.
    fn whole_hours(&self, minutes: i64) -> String {
        rounded(minutes * 7, 60 * self.packet.n_days).to_string()
    }

    /// Less than half a hundredth of an hour a week counts as nothing.
    fn is_nothing(&self, minutes: i64) -> bool {
        minutes.abs() * 7 * 1000 < 5 * 60 * self.packet.n_days
    }
}

fn minutes(row: &BTreeMap<String, String>, column: &str) -> i64 {
    row.get(column).unwrap_or_else(|| panic!("no column {column} in {row:?}")).parse().unwrap_or(0)
}

/// A decimal cell in thousandths.
fn thousandths(cell: &str) -> i64 {
    let number: f64 = cell.parse().unwrap_or(0.0);
    format!("{:.0}", number * 1000.0).parse().unwrap()
}

/// A share in whole percent; one that is more than nothing is at least 1.
fn percent(part: i64, whole: i64) -> String {
    if part > 0 && part * 200 < whole { "1".to_owned() } else { rounded(part * 100, whole).to_string() }
}

/// The numbers of a sentence, in order; names and titles of the user's are taken away before.
fn numbers(sentence: &str, names: &BTreeSet<String>) -> Vec<String> {
    let mut text = sentence.to_owned();
    let mut by_length: Vec<&String> = names.iter().filter(|name| name.chars().any(|c| c.is_ascii_digit())).collect();
    by_length.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in by_length {
        text = text.replace(name.as_str(), "…");
    }
    let mut found = vec![String::new()];
    let signs: Vec<char> = text.chars().collect();
    for (at, c) in signs.iter().enumerate() {
        let is_inside = matches!(c, '.' | ':')
            && !found.last().unwrap().is_empty()
            && signs.get(at + 1).is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || is_inside {
            found.last_mut().unwrap().push(*c);
        } else if !found.last().unwrap().is_empty() {
            found.push(String::new());
        }
    }
    found.retain(|number| !number.is_empty());
    found
}

/// Every text that the user gave: cells of tables that are no numbers and no sentences.
fn names(packet: &Packet) -> BTreeSet<String> {
    let ours = ["sentence", "change", "half_hour", "start", "end", "day", "date", "weekday", "setting", "value", "who"];
    let mut names = BTreeSet::new();
    for path in packet.files.keys().filter(|path| path.starts_with("tables/") && is_a(path, "csv")) {
        let table = path.trim_start_matches("tables/").trim_end_matches(".csv");
        for (column, cell) in packet.table(table).unwrap().into_iter().flatten() {
            if !ours.contains(&column.as_str()) && cell.parse::<f64>().is_err() {
                names.insert(cell);
            }
        }
    }
    names
}

type Numbers = Vec<String>;

/// The numbers that a claim of today must have, by its key.
#[expect(clippy::too_many_lines, reason = "one arm a claim")]
fn of_today(tables: &Tables<'_>, key: &str) -> Option<Numbers> {
    let partners = "stakeholder_outcomes";
    let window = |tables: &Tables<'_>| tables.sum(partners, &["window_min"]);
    Some(match key {
        "reach" => {
            let rows = tables.rows(partners);
            let reachable = tables.sum(partners, &["reachable_min"]);
            let mut said = vec![tables.hours(window(tables))];
            said.extend((rows.len() > 1).then(|| rows.len().to_string()));
            said.push(tables.hours(reachable));
            said.extend(at_most(tables, partners, "reachable_at_most_min", "reachable_min"));
            said.push(percent(reachable, window(tables)));
            said
        }
        "desk_losses" => {
            let (spare, needed) =
                (tables.sum(partners, &["desk_spare_min"]), tables.sum(partners, &["desk_needed_min"]));
            let mut said = vec![tables.hours(spare + needed), percent(spare + needed, window(tables))];
            said.extend((spare > 0 && needed > 0).then(|| tables.hours(spare)));
            said
        }
        "desk_share" => {
            let (desk, staffed) =
                (tables.sum("staff_time", &["desk_min"]), tables.sum("staff_time", &["on_shift_min"]));
            vec![percent(desk, staffed), tables.whole_hours(desk), tables.whole_hours(staffed)]
        }
        "blocks" => {
            let (usable, rest) =
                (tables.sum("staff_time", &["usable_min"]), tables.sum("staff_time", &["fragments_min"]));
            let mut said = vec![tables.hours(usable + rest), tables.hours(usable)];
            said.extend(at_most(tables, "staff_time", "usable_at_most_min", "usable_min"));
            said.push(min_block(tables.packet));
            said.extend((rest > 0).then(|| tables.hours(rest)));
            said
        }
        "other_losses" => {
            let columns = ["too_short_min", "pinned_min", "other_duties_min", "unstaffed_min", "unknown_min"];
            vec![tables.hours(columns.iter().map(|column| tables.sum(partners, &[column])).max().unwrap())]
        }
        "closed" => {
            let lost = tables.sum(partners, &["closed_min"]);
            let mut said = vec![tables.hours(lost), percent(lost, window(tables))];
            let options = tables.rows("hours_options");
            let most = options.iter().map(|row| minutes(row, "lost_closed_min")).max().unwrap_or(0);
            let best = options.iter().find(|row| most > 0 && minutes(row, "lost_closed_min") == most);
            said.extend(best.iter().flat_map(|row| row["half_hour"].split('-')).map(str::to_owned));
            said
        }
        "unreached" => {
            let rows = tables.rows(partners);
            let lost = rows.iter().filter(|row| minutes(row, "reachable_min") == 0);
            let windows: Vec<i64> = lost.map(|row| minutes(row, "window_min")).filter(|window| *window > 0).collect();
            let more = (windows.len() > 3).then(|| (windows.len() - 3).to_string());
            more.into_iter().chain([tables.hours(windows.iter().sum())]).collect()
        }
        "desk_cover" => {
            let above = tables.sum("desk_cover", &["above_minimum_person_min"]);
            let under = tables.sum("desk_cover", &["under_minimum_min"]);
            [above, under].into_iter().filter(|minutes| *minutes > 0).map(|minutes| tables.hours(minutes)).collect()
        }
        "descriptions" => {
            let is_community = |row: &&BTreeMap<String, String>| {
                ["outreach", "planning", "assessment", "program"].contains(&row["activity"].as_str())
            };
            let (described, scheduled) = ("described_percent", "scheduled_percent");
            let rows = tables.rows("duties");
            let behind = |row: &&BTreeMap<String, String>| match row[scheduled].as_str() {
                "" => i64::MIN,
                _ => thousandths(&row[described]) - thousandths(&row[scheduled]),
            };
            let furthest = rows.iter().filter(is_community).max_by_key(behind).unwrap();
            vec![
                rounded(thousandths(&furthest[described]), 1000).to_string(),
                rounded(thousandths(&furthest[scheduled]), 1000).to_string(),
            ]
        }
        "planning" => {
            let scheduled = tables.sum("staff_time", &["planning_min", "assessment_min"]);
            let usable = tables.hours(tables.sum("staff_time", &["usable_min"]));
            if scheduled == 0 {
                vec![usable]
            } else {
                vec![tables.hours(scheduled), percent(scheduled, tables.sum("staff_time", &["on_shift_min"])), usable]
            }
        }
        "departments" => {
            let rows = tables.rows("department_overlap");
            let is_named = |name: &str| !matches!(name, "No department" | "Other departments");
            let between = rows.iter().filter(|row| {
                row["department"] != row["with"] && is_named(&row["department"]) && is_named(&row["with"])
            });
            let shared: Vec<(i64, i64)> =
                between.map(|row| (minutes(row, "shared_pair_min"), minutes(row, "any_pair_min"))).collect();
            let n_never = shared.iter().filter(|(pairs, _)| *pairs == 0).count();
            match n_never {
                0 => vec![tables.hours(shared.iter().map(|(_, any)| *any).min().unwrap())],
                n => (n > 2).then(|| (n - 2).to_string()).into_iter().collect(),
            }
        }
        "quiet" => {
            let rows = tables.rows("quiet_desk");
            let above = rows.iter().filter(|row| minutes(row, "above_minimum_person_min") > 0);
            // transactions for each person-hour, the first of the least: a / b < c / d is a d < c b
            let served =
                |row: &BTreeMap<String, String>| (minutes(row, "transactions") * 60, minutes(row, "person_min"));
            let quietest = above.filter(|row| served(row).1 > 0).reduce(|best, row| {
                if served(row).0 * served(best).1 < served(best).0 * served(row).1 { row } else { best }
            });
            let quietest = quietest.unwrap();
            let (transactions, hours) = served(quietest);
            let days = quietest["day"].split('-').filter(|part| part.parse::<i64>().is_ok()).map(str::to_owned);
            let times = [quietest["start"].clone(), quietest["end"].clone(), tenths(rounded(transactions * 10, hours))];
            days.chain(times).collect()
        }
        _ => return None,
    })
}

/// The upper bound of a sum, where some row has one.
fn at_most(tables: &Tables<'_>, table: &str, most: &str, least: &str) -> Option<String> {
    let rows = tables.rows(table);
    if rows.iter().all(|row| row.get(most).is_none_or(String::is_empty)) {
        return None;
    }
    let of = |row: &BTreeMap<String, String>| minutes(row, if row[most].is_empty() { least } else { most });
    let most = rows.iter().map(of).sum();
    (most > tables.sum(table, &[least])).then(|| tables.hours(most))
}

/// The shortest usable block of a study, from its file.
fn min_block(packet: &Packet) -> String {
    let file = format!("{}/sample-data/{}/offdesk.toml", env!("CARGO_MANIFEST_DIR"), packet.study);
    let settings: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
    settings.get("outreach").and_then(|table| table.get("min_block")).map_or("60".to_owned(), ToString::to_string)
}

/// The numbers that a claim about a scenario must have.
#[expect(clippy::too_many_lines, reason = "one arm a claim")]
fn of_scenario(tables: &Tables<'_>, key: &str, title: &str) -> Option<Numbers> {
    let all = tables.rows("comparison");
    let find = |key: &str| all.iter().find(|row| row["scenario"] == title && row["key"] == key);
    let first = |key: &str| find(key).map_or(0, |row| minutes(row, "first_min"));
    let then = |key: &str| find(key).map_or(0, |row| minutes(row, "then_min"));
    let more = |key: &str| find(key).map_or(0, |row| minutes(row, "difference_min"));
    let of_scenario = |row: &&BTreeMap<String, String>| row["scenario"] == title;
    Some(match key {
        "what_if_reach" => {
            let partners = tables.rows("comparison_partners");
            let window = partners.iter().filter(of_scenario).map(|row| minutes(row, "window_min")).sum();
            let gained = more("reachable");
            let mut said = vec![tables.hours(then("reachable")), tables.hours(window)];
            said.extend((!tables.is_nothing(gained)).then(|| tables.difference(gained)));
            said
        }
        "what_if_loss" => {
            let losses =
                ["too_short", "pinned", "other_duties", "desk_spare", "desk_needed", "unknown", "unstaffed", "closed"];
            let changed: Vec<&str> = losses.into_iter().filter(|key| !tables.is_nothing(more(key))).collect();
            // of equal ones the first shrinks most, and the last grows most
            let shrinks = changed.iter().copied().min_by_key(|key| more(key)).filter(|key| more(key) < 0);
            let grows = changed.iter().copied().max_by_key(|key| more(key)).filter(|key| more(key) > 0);
            let both = [shrinks, grows].into_iter().flatten();
            both.flat_map(|key| [tables.hours(first(key)), tables.hours(then(key))]).collect()
        }
        "what_if_partners" => {
            let partners = tables.rows("comparison_partners");
            let mut gains: Vec<i64> =
                partners.iter().filter(of_scenario).map(|row| minutes(row, "gained_min")).collect();
            gains.retain(|gain| !tables.is_nothing(*gain));
            gains.sort_unstable();
            let list = |of: Vec<i64>| {
                let more = (of.len() > 4).then(|| (of.len() - 4).to_string());
                let told = of.into_iter().take(4).map(|gain| tables.difference(gain)).collect::<Vec<String>>();
                told.into_iter().chain(more).collect::<Vec<String>>()
            };
            let up = list(gains.iter().rev().copied().filter(|gain| *gain > 0).collect());
            let down = list(gains.iter().copied().filter(|gain| *gain < 0).collect());
            [up, down].concat()
        }
        "what_if_cost" => {
            let (desk, moved) = (more("desk"), then("desk_moved"));
            let mut said = Vec::new();
            let is_all = !tables.is_nothing(desk) && tables.is_nothing(desk.abs() - moved);
            let parts = [(moved, is_all), (then("work_added"), false), (then("work_removed"), false), (desk, false)];
            said.extend(
                parts.iter().filter(|part| !part.1 && !tables.is_nothing(part.0)).map(|part| tables.hours(part.0)),
            );
            let cost = find("cost").map_or("", |row| row["then"].as_str());
            let cents = rounded(thousandths(cost), 10);
            said.extend((cents > 0).then(|| format!("{}.{:02}", cents / 100, cents % 100)));
            let under = more("under_minimum");
            if !tables.is_nothing(under) {
                said.extend([tables.difference(under), tables.hours(then("under_minimum"))]);
            }
            let stints = find("long_stints").map_or(0, |row| thousandths(&row["difference"]).abs());
            said.extend((stints >= 50).then(|| tenths(rounded(stints, 100))));
            let share = |key: &str, side: &str| find(key).map(|row| percent(thousandths(&row[side]), 1000));
            let span = |side: &str| Some([share("least_desk_share", side)?, share("greatest_desk_share", side)?]);
            if let (Some(own), Some(first)) = (span("then"), span("first"))
                && own != first
            {
                said.extend(own.into_iter().chain(first));
            }
            said
        }
        "what_if_robust" => {
            let rows = tables.rows("robustness");
            let own: Vec<&BTreeMap<String, String>> = rows.iter().filter(of_scenario).collect();
            let better = own.iter().filter(|row| row["better"] == "better").count();
            let n = own.len();
            let is_named = |is_better: bool| {
                own.iter()
                    .filter(|row| (row["better"] == "better") == is_better)
                    .map(|row| row["setting"].clone())
                    .collect()
            };
            let named: Vec<String> = match better {
                0 => Vec::new(),
                better if better == n => Vec::new(),
                better if better < n - better => is_named(true),
                _ => is_named(false),
            };
            let counts = if named.is_empty() { vec![n.to_string()] } else { vec![better.to_string(), n.to_string()] };
            let settings = named.iter().take(4).flat_map(|setting| numbers(setting, &BTreeSet::new()));
            let more = (named.len() > 4).then(|| (named.len() - 4).to_string());
            counts.into_iter().chain(settings).chain(more).collect()
        }
        _ => return None,
    })
}

/// Every number that a table can give to a sentence: cells, sums, counts, and percentages of two of them.
fn of_table(tables: &Tables<'_>, table: &str) -> BTreeSet<String> {
    let rows = tables.rows(table);
    let columns: BTreeSet<String> = rows.iter().flat_map(|row| row.keys().cloned()).collect();
    let mut minutes_of: BTreeSet<i64> = BTreeSet::new();
    let mut found: BTreeSet<String> = (0..=rows.len()).map(|n| n.to_string()).collect();
    for column in columns {
        let cells: Vec<&String> = rows.iter().map(|row| &row[&column]).collect();
        for cell in &cells {
            found.extend(numbers(cell, &BTreeSet::new()));
            if let Ok(number) = cell.parse::<f64>() {
                found.extend([format!("{number:.0}"), format!("{number:.1}"), format!("{number:.2}")]);
            }
        }
        if column.ends_with("_min") {
            let all = cells.iter().map(|cell| cell.parse::<i64>().unwrap_or(0));
            minutes_of.extend(all.clone());
            minutes_of.insert(all.sum());
        } else {
            let counts: Vec<i64> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
            found.insert(counts.iter().sum::<i64>().to_string());
        }
    }
    // the weights by which partners count, and the share of all of them
    if table == "groups" {
        let sum = |column: &str| rows.iter().map(|row| thousandths(&row[column])).sum::<i64>();
        let (reachable, window) = (sum("weighted_reachable_h"), sum("weighted_window_h"));
        found.extend(["1", "2", "3"].map(str::to_owned));
        found.extend((window > 0).then(|| percent(reachable, window)));
    }
    for minutes in &minutes_of {
        found.extend([tables.hours(*minutes), tables.whole_hours(minutes.abs())]);
        let wholes = minutes_of.iter().filter(|whole| **whole > 0 && **whole >= minutes.abs());
        found.extend(wholes.map(|whole| percent(minutes.abs(), *whole)));
    }
    found
}

#[test]
fn every_number_of_a_claim_is_one_of_a_table_formatted() {
    let mut n_claims = BTreeMap::<String, usize>::new();
    let mut wrong = Vec::new();
    for packet in PACKETS.iter().filter(|packet| packet.page().is_some()) {
        let tables = Tables { packet };
        let names = names(packet);
        let titles: BTreeSet<String> =
            packet.table("comparison").unwrap_or_default().into_iter().map(|row| row["scenario"].clone()).collect();
        let mut keys: BTreeMap<String, String> = BTreeMap::new();
        for table in ["findings", "comparison_findings"] {
            let rows = packet.table(table).unwrap_or_default();
            keys.extend(rows.into_iter().map(|row| (row["sentence"].clone(), row["finding"].clone())));
        }
        for (claim, table) in packet.claims() {
            let key = keys.get(&claim).cloned().unwrap_or_default();
            let title = titles.iter().find(|title| claim.contains(&format!("“{title}”")));
            let expected = match title {
                Some(title) if key.starts_with("what_if") => of_scenario(&tables, &key, title),
                _ => of_today(&tables, &key),
            };
            let said = numbers(&claim, &names);
            match expected {
                Some(expected) => {
                    *n_claims.entry(key).or_default() += 1;
                    if said != expected {
                        wrong.push(format!("{}: {claim}\n  says {said:?}, and {table} says {expected:?}", packet.name));
                    }
                }
                None => {
                    *n_claims.entry("another".to_owned()).or_default() += 1;
                    let of_table = of_table(&tables, &table);
                    let lost: Vec<&String> = said.iter().filter(|number| !of_table.contains(*number)).collect();
                    if !lost.is_empty() {
                        wrong.push(format!("{}: {claim}\n  {lost:?} is not in {table}", packet.name));
                    }
                }
            }
        }
    }
    let with_rules = [
        "reach",
        "desk_losses",
        "desk_share",
        "blocks",
        "other_losses",
        "closed",
        "unreached",
        "desk_cover",
        "planning",
        "descriptions",
    ];
    let of_scenarios = ["what_if_reach", "what_if_loss", "what_if_partners", "what_if_cost", "what_if_robust"];
    for key in with_rules.iter().chain(&of_scenarios) {
        assert!(n_claims.contains_key(*key), "no sample has a claim {key}: {n_claims:?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
