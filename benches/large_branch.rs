//! What does a branch of forty people look like for one week? An invented one: three desks with turns of an hour or two,
//! two crews a day, eight partners who ask for three afternoons each. The same text at every call.

use std::fmt::Write;

const DAYS: [&str; 6] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const ROLES: [&str; 6] = ["Manager", "Teen Librarian", "Adult Librarian", "Children's Librarian", "Assistant", "Clerk"];
const DESKS: [(&str, usize); 3] = [("Children", 4), ("Circulation", 7), ("Reference", 5)];
const N_PEOPLE: usize = 40;

/// Numbers that look drawn by lot and are not: Knuth's linear congruence (The Art of Computer Programming, 3.3.4).
struct Lot(u64);

impl Lot {
    /// One of some choices.
    fn of(&mut self, choices: &[u32]) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let n = usize::try_from(self.0 >> 33).unwrap_or(0);
        choices[n % choices.len()]
    }
}

/// One person's day.
struct Person {
    number: usize,
    shift: (u32, u32),
    busy: Vec<(u32, u32)>,
    on_desks: u32,
    last_end: u32,
}

impl Person {
    /// Until when the person could be on a desk from a minute on; none where they cannot, or come straight from one.
    fn until(&self, at: u32, most: u32) -> Option<u32> {
        let is_there = self.shift.0 <= at && at < self.shift.1 && self.last_end != at;
        let is_busy = self.busy.iter().any(|(start, end)| *start <= at && at < *end);
        let next = self.busy.iter().map(|(start, _)| *start).filter(|start| *start > at).min().unwrap_or(u32::MAX);
        let until = most.min(self.shift.1).min(next);
        (is_there && !is_busy && until >= at + 30).then_some(until)
    }
}

fn clock(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The files of the branch: name and text.
pub fn files() -> Vec<(String, String)> {
    let mut lot = Lot(1);
    let files = [
        ("desk-schedule.csv", schedule(&mut lot)),
        ("stakeholders.csv", partners(&mut lot)),
        ("staff.csv", staff()),
        ("coverage.csv", coverage()),
        ("library-hours.csv", "day,open,close\nMon-Thu,10:00,20:00\nFri/Sat,10:00,18:00\n".to_owned()),
    ];
    files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

fn staff() -> String {
    let row = |n: usize| {
        let role = ROLES[n % 6];
        let outreach = if role == "Clerk" || n % 4 == 3 { "no" } else { "yes" };
        format!("Person {n:02},{role},{outreach}\n")
    };
    format!("staff,role,outreach\n{}", (0..N_PEOPLE).map(row).collect::<String>())
}

fn coverage() -> String {
    let row = |(desk, minimum): &(&str, usize)| format!("{desk},Mon-Sat,10:00,20:00,{minimum}\n");
    format!("desk,day,start,end,minimum\n,Mon-Sat,00:00,24:00,6\n{}", DESKS.iter().map(row).collect::<String>())
}

fn partners(lot: &mut Lot) -> String {
    let mut text = "stakeholder,day,start,end,mode,travel,min_visit,needs_role\n".to_owned();
    let roles = [1, 6, 0, 3, 2, 1, 0, 3].map(|n| ROLES.get(n).copied().unwrap_or(""));
    for (n, role) in roles.iter().enumerate() {
        let mode = ["go", "go", "host", "online"][n % 4];
        for day in [0, 2, 3].map(|more| (n + more) % 5) {
            let start = lot.of(&[540, 660, 780, 840, 900, 960]);
            let end = start + lot.of(&[120, 150, 180, 210]);
            let travel = if mode == "go" { 15 + 5 * (n % 3) } else { 0 };
            let (day, visit) = (DAYS[day], [45, 60, 90][n % 3]);
            let _ = writeln!(text, "Partner {n},{day},{},{},{mode},{travel},{visit},{role}", clock(start), clock(end));
        }
    }
    text
}

fn schedule(lot: &mut Lot) -> String {
    let mut text = "staff,day,start,end,activity,desk\n".to_owned();
    for (n, day) in DAYS.iter().enumerate() {
        let mut people: Vec<Person> =
            (0..N_PEOPLE).filter(|who| (who + n) % 6 > 0).map(|who| person(who, n, lot)).collect();
        let mut row = |who: usize, (start, end): (u32, u32), what: &str| {
            let _ = writeln!(text, "Person {who:02},{day},{},{},{what}", clock(start), clock(end));
        };
        for person in &people {
            row(person.number, person.shift, "shift,");
            row(person.number, person.busy[0], "meal,");
        }
        let close = if n < 4 { 1200 } else { 1080 };
        for (desk, minimum) in DESKS {
            for _ in 0..minimum {
                fill(&mut people, close, lot, &mut |who, span| row(who, span, &format!("desk,{desk}")));
            }
        }
    }
    text
}

fn person(number: usize, day: usize, lot: &mut Lot) -> Person {
    let start = if (number + day).is_multiple_of(2) { lot.of(&[510, 540, 570]) } else { lot.of(&[660, 690, 720]) };
    let meal = start + lot.of(&[210, 240, 270]);
    Person { number, shift: (start, start + 510), busy: vec![(meal, meal + 30)], on_desks: 0, last_end: 0 }
}

/// One place at a desk from opening to closing: each turn goes to whoever has had the least.
fn fill(people: &mut [Person], close: u32, lot: &mut Lot, take: &mut impl FnMut(usize, (u32, u32))) {
    let mut at = 600;
    while at < close {
        let most = close.min(at + lot.of(&[75, 90, 105, 120]));
        let free = people.iter_mut().filter_map(|person| person.until(at, most).map(|until| (person, until)));
        let Some((person, until)) =
            free.min_by_key(|(person, until)| (person.on_desks, u32::MAX - until, person.number))
        else {
            at += 15;
            continue;
        };
        person.busy.push((at, until));
        person.on_desks += until - at;
        person.last_end = until;
        take(person.number, (at, until));
        at = until;
    }
}
