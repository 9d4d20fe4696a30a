//! What does the program write? Runs of the binary and the files they leave, made once for all tests that want the same.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Mutex, OnceLock};

/// Files by their path inside a folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a run wrote, and what it said.
pub struct Made {
    pub files: Files,
    pub output: Output,
}

impl Made {
    /// What it said, for messages.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned() + &String::from_utf8_lossy(&self.output.stdout)
    }
}

/// Whether nothing may be skipped.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|ci| ci == "true")
}

/// Runs the program where the sample data are.
pub fn offdesk(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_offdesk"));
    program.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

/// Every file in a folder and the folders inside it.
pub fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(inside).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().display().to_string(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Runs the program into a folder of its own.
pub fn write(arguments: &[&str]) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let output = offdesk(&[arguments, &["-o", out.to_str().unwrap()]].concat());
    Made { files: files(&out), output }
}

/// The same, made once for all tests.
pub fn once(arguments: &[&str]) -> &'static Made {
    static MADE: Mutex<BTreeMap<Vec<String>, &'static OnceLock<Made>>> = Mutex::new(BTreeMap::new());
    let key = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    // the lock is not held while the program runs: only tests that want the same wait for each other
    let place: &'static OnceLock<Made> =
        MADE.lock().unwrap().entry(key).or_insert_with(|| Box::leak(Box::new(OnceLock::new())));
    place.get_or_init(|| write(arguments))
}

/// The arguments of a report of page, charts and tables, as most tests want it.
pub fn report_arguments<'a>(study: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["report", study, "--quiet", "--json", "--parts", "page,charts,tables"], more].concat()
}
