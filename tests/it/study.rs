//! The test language: a study is a few lines of text.

use offdesk::analysis::{Results, analyze};
use offdesk::import::{MemoryFolder, read_study};
use offdesk::problem::render_plain;
use offdesk::study::PeopleShown;

/// A study from the texts of its files: `schedule`, `hours` and the rest by their names.
pub fn folder(files: &[(&str, &str)]) -> MemoryFolder {
    MemoryFolder::of(files.iter().map(|(name, text)| (*name, *text)))
}

/// Reads and analyzes a study without errors; people are shown in a way.
pub fn results_shown(files: &[(&str, &str)], people_shown: PeopleShown) -> Results {
    let folder = folder(files);
    let reading = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = people_shown);
    let errors: Vec<String> =
        reading.problems.iter().filter(|problem| problem.code.name().starts_with('E')).map(render_plain).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    analyze(&reading.study)
}

/// The same, people by name.
pub fn results(files: &[(&str, &str)]) -> Results {
    results_shown(files, PeopleShown::Names)
}

/// The files of a sample study.
pub fn sample(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder_of(name))
        .expect("the sample is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .collect();
    let scenarios = folder_of(name).join("scenarios");
    for entry in std::fs::read_dir(scenarios).into_iter().flatten() {
        let path = entry.expect("a file").path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.push((format!("scenarios/{file}"), std::fs::read(&path).unwrap()));
    }
    files.sort();
    files
}

fn folder_of(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name)
}

/// The results of a sample study.
pub fn sample_results(name: &str, people_shown: PeopleShown) -> Results {
    let folder = MemoryFolder::of(sample(name));
    let reading = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = people_shown);
    analyze(&reading.study)
}
