//! Does python-dateutil find the same dates for the same rules, and do calendars of the world come to what is known of
//! them? The first runs where Python with dateutil is at hand, the second where ../shared is; both must run in CI.

use crate::made::is_ci;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::{America::Montreal, Europe::Berlin};
use offdesk::import::foreign::{CalendarReading, Occurrence, OccurrenceKind, read_calendar};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Reads one case a line, and prints when what lasts an hour touches the days asked for on the clock of Berlin.
const PEER: &str = r#"
import sys
from datetime import datetime, timedelta
from dateutil import tz
from dateutil.rrule import rrulestr, rruleset

BERLIN = tz.gettz("Europe/Berlin")
for line in sys.stdin.read().splitlines():
    name, start, zone, rule, left_out, first, last = line.split("|")
    clock = tz.gettz(zone) if zone else None
    def moment(text):
        return datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=clock)
    series = rruleset()
    series.rrule(rrulestr(rule, dtstart=moment(start)))
    for text in left_out.split(","):
        series.exdate(moment(text))
    first = datetime.strptime(first, "%Y-%m-%d")
    end = datetime.strptime(last, "%Y-%m-%d") + timedelta(days=1)
    found = []
    for at in series:
        if at.replace(tzinfo=None) > end + timedelta(days=2):
            break
        local = at.astimezone(BERLIN).replace(tzinfo=None) if clock else at
        if local < end and local + timedelta(hours=1) > first:
            found.append(local.strftime("%Y%m%dT%H%M%S"))
    print(name + "|" + ",".join(found))
"#;

/// A Python that has dateutil: the one that is named, or the machine's.
fn python() -> Option<String> {
    let named = std::env::var("OFFDESK_PYTHON").ok();
    let candidates = named.into_iter().chain(["python3".to_owned()]);
    candidates.into_iter().find(|python| {
        Command::new(python).args(["-c", "import dateutil"]).output().is_ok_and(|output| output.status.success())
    })
}

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn is_so(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }

    /// One to three different ones.
    fn some(&mut self, of: &[&str]) -> String {
        let n = 1 + self.below(3);
        let mut chosen: Vec<&str> = Vec::new();
        for _ in 0..n {
            let one = self.one(of);
            if !chosen.contains(&one) {
                chosen.push(one);
            }
        }
        chosen.join(",")
    }
}

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
const MONTH_DAYS: [&str; 7] = ["1", "10", "15", "28", "-1", "-3", "31"];

/// A series and the days that are asked for.
struct Series {
    start: NaiveDateTime,
    zone: &'static str,
    rule: String,
    left_out: Vec<NaiveDateTime>,
    first: NaiveDate,
    last: NaiveDate,
}

/// A rule that comes true again and again: one that never does keeps dateutil busy to the year 9999.
fn rule(random: &mut Random, start: NaiveDateTime, zone: &str) -> String {
    let frequency = random.one(&["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"]);
    let interval = if random.is_so(50) { 1 + random.below(4) } else { 1 };
    let mut parts = vec![format!("FREQ={frequency};INTERVAL={interval}")];
    match random.below(3) {
        0 => parts.push(format!("COUNT={}", 1 + random.below(150))),
        1 => {
            let until = start + TimeDelta::hours(i64::try_from(random.below(24 * 1500)).unwrap());
            parts.push(format!("UNTIL={}{}", stamp(until), if zone.is_empty() { "" } else { "Z" }));
        }
        _ => {}
    }
    if random.is_so(30) {
        parts.push(format!("WKST={}", random.one(&WEEKDAYS)));
    }
    parts.extend(days_of_rule(random, frequency));
    let names_month =
        parts.iter().any(|part| ["BYMONTH=", "BYYEARDAY=", "BYWEEKNO="].iter().any(|by| part.contains(by)));
    if random.is_so(20) && !names_month && (frequency != "MONTHLY" || interval == 1) {
        parts.push(format!("BYMONTH={},3,4", random.one(&MONTHS)));
    }
    if random.is_so(20) {
        parts.push(format!("BYHOUR={};BYMINUTE=0,30", random.some(&["6", "9", "13", "20"])));
    }
    parts.join(";")
}

fn days_of_rule(random: &mut Random, frequency: &str) -> Option<String> {
    let (some, one) = (random.some(&WEEKDAYS), random.one(&WEEKDAYS));
    match (frequency, random.below(6)) {
        (_, 0) => None,
        ("MONTHLY", 1) => Some(format!("BYDAY={some};BYSETPOS={}", random.some(&["1", "2", "3", "-1", "-2"]))),
        ("MONTHLY", 2 | 3) => Some(format!("BYDAY={}{one},2WE", random.one(&["1", "2", "3", "4", "-1", "-2"]))),
        ("YEARLY", 1) => Some(format!("BYYEARDAY={}", random.some(&["1", "60", "100", "200", "365", "-1", "-100"]))),
        ("YEARLY", 2) => Some(format!("BYWEEKNO={};BYDAY={some}", random.some(&["1", "10", "20", "40"]))),
        ("YEARLY", 3) => Some(format!("BYMONTH={};BYDAY=1MO,-1{one}", random.some(&MONTHS))),
        ("YEARLY", 4) => Some(format!("BYDAY=20MO,-10{one}")),
        ("WEEKLY", _) | (_, 5) => Some(format!("BYDAY={some}")),
        _ => Some(format!("BYMONTHDAY={}", random.some(&MONTH_DAYS))),
    }
}

fn series(random: &mut Random) -> Series {
    let years = i32::try_from(random.below(8)).unwrap();
    let [month0, day0, hour, quarter] = [12, 28, 18, 3].map(|n| u32::try_from(random.below(n)).unwrap());
    let date = NaiveDate::from_ymd_opt(2019 + years, month0 + 1, day0 + 1).unwrap();
    // hours that no clock skips or repeats
    let start = date.and_hms_opt(5 + hour, 15 * quarter, 0).unwrap();
    let zone = random.one(&["", "America/New_York"]);
    let rule = rule(random, start, zone);
    let days = |n: usize| Days::new(u64::try_from(n).unwrap());
    let left_out = (0..8).map(|_| start + days(random.below(90))).collect();
    let first = date + days(random.below(4) * random.below(200));
    let last = first + days([6, 60, 200][random.below(3)]);
    Series { start, zone, rule, left_out, first, last }
}

fn stamp(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn stamps(series: &Series) -> String {
    series.left_out.iter().map(|&at| stamp(at)).collect::<Vec<_>>().join(",")
}

/// The case as a line for Python.
fn line(name: usize, series: &Series) -> String {
    let Series { start, zone, rule, first, last, .. } = series;
    format!("{name}|{}|{zone}|{rule}|{}|{first}|{last}\n", stamp(*start), stamps(series))
}

/// The case as a calendar, and when it takes place.
fn own(series: &Series) -> Vec<String> {
    let zone = if series.zone.is_empty() { String::new() } else { format!(";TZID={}", series.zone) };
    let (start, left_out) = (stamp(series.start), stamps(series));
    let text = format!(
        "BEGIN:VEVENT\nUID:1\nDTSTART{zone}:{start}\nDURATION:PT1H\nRRULE:{}\nEXDATE{zone}:{left_out}\nEND:VEVENT\n",
        series.rule
    );
    let reading = read_calendar(&text, series.first, series.last, Berlin);
    reading.occurrences.iter().map(|span| stamp(span.start)).collect()
}

#[test]
fn dateutil_finds_the_same_dates_for_every_rule() {
    let Some(python) = python() else {
        assert!(!is_ci(), "CI needs a Python with dateutil (OFFDESK_PYTHON)");
        eprintln!("not compared with dateutil: a Python with dateutil is missing");
        return;
    };
    let mut random = Random(2026);
    let cases: Vec<Series> = (0..300).map(|_| series(&mut random)).collect();
    let input: String = cases.iter().enumerate().map(|(name, series)| line(name, series)).collect();
    let mut command = Command::new(python);
    command.args(["-c", PEER]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut peer = command.spawn().expect("it starts");
    peer.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = peer.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answers = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<(&str, &str)> = answers.lines().map(|line| line.split_once('|').unwrap()).collect();
    assert_eq!(answers.len(), cases.len());
    let mut n_dates = 0;
    for ((name, dates), series) in answers.into_iter().zip(&cases) {
        let expected: Vec<&str> = dates.split(',').filter(|date| !date.is_empty()).collect();
        n_dates += expected.len();
        assert_eq!(own(series), expected, "case {name}: {}", line(0, series));
    }
    assert!(n_dates > 1000, "{n_dates} dates are no test");
}

/// A calendar of the world.
fn real(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/real").join(name);
    let text = std::fs::read_to_string(path).ok();
    assert!(text.is_some() || !is_ci(), "CI needs ../shared/data/real");
    if text.is_none() {
        eprintln!("not read: ../shared/data/real/{name} is missing");
    }
    text
}

fn read(text: &str, first: (i32, u32, u32), last: (i32, u32, u32), zone: chrono_tz::Tz) -> CalendarReading {
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    read_calendar(text, day(first), day(last), zone)
}

fn shown(span: &Occurrence) -> String {
    format!("{}-{}", span.start.format("%m-%d %H:%M"), span.end.format("%m-%d %H:%M"))
}

#[test]
fn a_workshop_with_moved_dates_meets_once_each_time() {
    let Some(text) = real("S13a-ics-machbar-community-2019.ics") else { return };
    let reading = read(&text, (2019, 1, 1), (2019, 12, 31), Berlin);
    assert_eq!(reading.name.as_deref(), Some("machBar - Öffentlich"));
    assert_eq!((reading.zone, reading.n_components), (Some(Berlin), 64));
    let mut months: BTreeMap<u32, usize> = BTreeMap::new();
    for span in &reading.occurrences {
        *months.entry(span.start.month()).or_default() += 1;
    }
    assert_eq!(months.into_values().collect::<Vec<_>>(), [18, 20, 33, 27, 30, 25, 25, 28, 24, 30, 25, 24]);
    let on_tour = reading.occurrences.iter().filter(|span| span.summary.contains("onTour"));
    let days: Vec<String> = on_tour.map(|span| span.start.format("%m-%d").to_string()).collect();
    assert_eq!(days, ["01-12", "01-27", "02-09", "02-24", "03-23", "04-27", "05-25", "06-22"]);
}

#[test]
fn holidays_with_empty_rules_and_bare_dates_are_days() {
    let Some(text) = real("S13b-ics-germany-holidays.ics") else { return };
    let reading = read(&text, (2020, 1, 1), (2020, 12, 31), Berlin);
    assert_eq!((reading.occurrences.len(), reading.n_components, reading.issues.len()), (17, 34, 34));
    let transparent = OccurrenceKind::Event { is_transparent: true, is_tentative: false };
    assert!(reading.occurrences.iter().all(|span| span.is_all_day && span.kind == transparent));
    assert_eq!(shown(&reading.occurrences[0]), "01-01 00:00-01-02 00:00");
}

#[test]
fn the_availability_of_the_standard_is_what_its_text_says() {
    if let Some(text) = real("S14a-ics-vavailability-officehours.ics") {
        let reading = read(&text, (2011, 10, 2), (2011, 10, 9), Montreal);
        let days: Vec<String> = reading.occurrences.iter().map(shown).collect();
        let expected = [3, 4, 5, 6, 7].map(|day| format!("10-{day:02} 09:00-10-{day:02} 17:00"));
        assert_eq!(days, expected);
    }
    let Some(text) = real("S14b-ics-vavailability-travel.ics") else { return };
    let reading = read(&text, (2011, 10, 20), (2011, 11, 1), Montreal);
    let days: Vec<String> =
        reading.occurrences.iter().map(|span| format!("{} {}", span.start.format("%d %H"), span.location)).collect();
    let expected = [
        "20 09 Montreal",
        "21 09 Montreal",
        "24 11 Denver",
        "25 11 Denver",
        "26 11 Denver",
        "27 11 Denver",
        "28 11 Denver",
        "31 09 Montreal",
        "01 09 Montreal",
    ];
    assert_eq!(days, expected);
    assert!(reading.issues.is_empty());
}

#[test]
fn free_periods_are_free_and_busy_ones_are_not() {
    let Some(text) = real("S14c-ics-freebusy-fbtype.ics") else { return };
    let reading = read(&text, (1997, 3, 8), (1997, 3, 9), chrono_tz::UTC);
    let busy = OccurrenceKind::BusyPeriod { is_tentative: false };
    let of = |kind: OccurrenceKind| {
        reading.occurrences.iter().filter(|span| span.kind == kind).map(shown).collect::<Vec<_>>()
    };
    assert_eq!(of(busy), ["03-08 16:00-03-08 19:00", "03-08 16:00-03-09 00:30", "03-08 20:00-03-08 21:00"]);
    let free = ["03-08 16:00-03-08 19:00", "03-08 20:00-03-08 21:00", "03-08 23:00-03-09 00:00"];
    assert_eq!(of(OccurrenceKind::FreePeriod), free);
}
