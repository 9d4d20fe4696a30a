//! What does offdesk write for the sample studies? Every file of reports and suggestions, in every way to show people.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
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
    /// The dates analyzed.
    pub n_days: i64,
}

const COMMANDS: &[(&str, &str, &[&str])] = &[
    ("report", "maple-street", &[]),
    ("report", "maple-street", &["--public"]),
    ("report", "maple-street", &["--names", "--scenario", "one-desk", "--scenario", "two-hour-blocks", "--robust"]),
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
    LazyLock::new(|| COMMANDS.iter().map(|(command, study, flags)| packet(command, study, flags)).collect());

fn packet(command: &str, study: &'static str, flags: &[&str]) -> Packet {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = folder.path().join("out");
    let run = |arguments: &[&str]| {
        let mut offdesk = Command::new(env!("CARGO_BIN_EXE_offdesk"));
        offdesk.current_dir(root).args(arguments).output().unwrap()
    };
    let sample = format!("sample-data/{study}");
    let arguments = [&[command, &sample, "--quiet", "-o", out.to_str().unwrap()], flags].concat();
    let output = run(&arguments);
    let name = format!("{command} {study} {}", flags.join(" "));
    assert!(out.exists(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let tables = folder.path().join("tables");
    let flags_of_analyze: Vec<&str> = flags.iter().copied().filter(|flag| *flag != "--robust").collect();
    let end = flags_of_analyze.iter().position(|flag| *flag == "--scenario").unwrap_or(flags_of_analyze.len());
    let arguments = ["analyze", &sample, "--json", "--tables", "findings", "-o", tables.to_str().unwrap()];
    let json = run(&[&arguments, &flags_of_analyze[..end]].concat()).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    Packet {
        name,
        has_names: flags.contains(&"--names"),
        study,
        files: text_files(&out),
        n_days: json["period"]["days"].as_i64().unwrap(),
    }
}

fn text_files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = String::from_utf8(std::fs::read(&path).unwrap()) {
                found.insert(path.strip_prefix(folder).unwrap().display().to_string(), text);
            }
        }
    }
    found
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
