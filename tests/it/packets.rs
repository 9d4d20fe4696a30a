//! What does offdesk write for the sample studies? Every file of reports and suggestions, in every way to show people.

use crate::made::{once, report_arguments};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// A folder that a command wrote.
pub struct Packet {
    /// The command, for messages.
    pub name: String,
    /// Whether people are shown by their names.
    pub has_names: bool,
    /// The study.
    pub study: &'static str,
    /// Text files by their path.
    pub files: BTreeMap<String, String>,
    /// The dates analyzed, of a report.
    pub n_days: i64,
}

const COMMANDS: &[(&str, &str, &[&str])] = &[
    ("report", "maple-street", &[]),
    ("report", "maple-street", &["--public"]),
    (
        "report",
        "maple-street",
        &["--names", "--scenario", "one-desk", "--scenario", "two-hour-blocks", "--robust", "--parts", "slides"],
    ),
    ("report", "maple-street", &["--public", "--scenario", "on-call-reference", "--scenario", "early-tuesday"]),
    ("report", "river-county", &["--names"]),
    ("report", "river-county", &["--public"]),
    ("report", "one-room", &["--names"]),
    ("report", "one-room", &["--assume-shift", "unknown"]),
    ("report", "messy", &["--skip-bad-rows"]),
    ("suggest", "maple-street", &["--names"]),
    ("suggest", "river-county", &[]),
];

/// Every packet, made once.
pub static PACKETS: LazyLock<Vec<Packet>> =
    LazyLock::new(|| COMMANDS.par_iter().map(|(command, study, flags)| packet(command, study, flags)).collect());

fn packet(command: &str, study: &'static str, flags: &[&str]) -> Packet {
    let sample = format!("sample-data/{study}");
    let made = match command {
        "report" => once(&report_arguments(&sample, flags)),
        _ => once(&[&[command, &sample, "--quiet", "--json"], flags].concat()),
    };
    let name = format!("{command} {study} {}", flags.join(" "));
    assert!(!made.files.is_empty(), "{name}: {}", made.said());
    let said: serde_json::Value = serde_json::from_slice(&made.output.stdout).unwrap();
    let text = |(path, bytes): (&String, &Vec<u8>)| Some((path.clone(), String::from_utf8(bytes.clone()).ok()?));
    Packet {
        name,
        has_names: flags.contains(&"--names"),
        study,
        files: made.files.iter().filter_map(text).collect(),
        n_days: said["period"]["days"].as_i64().unwrap_or(0),
    }
}

/// A table as rows of cells by column; numbers as they are written.
pub type Rows = Vec<BTreeMap<String, String>>;

/// Reads a CSV file.
pub fn rows(text: &str) -> Rows {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

impl Packet {
    /// A table of the packet; none where it is left out.
    pub fn table(&self, name: &str) -> Option<Rows> {
        self.files.get(&format!("tables/{name}.csv")).map(|text| rows(text))
    }

    /// The page.
    pub fn page(&self) -> Option<&str> {
        self.files.get("index.html").map(String::as_str)
    }

    /// Every claim of the page: its sentence, and the table that holds its rows.
    pub fn claims(&self) -> Vec<(String, String)> {
        let Some(page) = self.page() else { return Vec::new() };
        let items = page.split("class=\"findings\">").skip(1).flat_map(|list| {
            let end = ["</ul>", "</ol>"].iter().filter_map(|end| list.find(end)).min().unwrap();
            list[..end].split("<li>").skip(1)
        });
        items
            .map(|item| {
                let (sentence, rest) = item.split_once("<a class=\"rows\"").unwrap();
                let table = rest.split("href=\"tables/").nth(1).unwrap().split(".csv").next().unwrap();
                (unescaped(sentence.trim()), table.to_owned())
            })
            .collect()
    }
}

/// A text of a page as it is read.
pub fn unescaped(text: &str) -> String {
    [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Whether a file is of a kind.
pub fn is_a(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == ending)
}
