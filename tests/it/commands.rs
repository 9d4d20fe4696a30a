//! Do the commands say what the transcripts say?

#[test]
fn the_commands_say_what_the_transcripts_say() {
    trycmd::TestCases::new().case("tests/cli/*.trycmd").run();
}

#[test]
fn the_readme_shows_what_an_import_prints() {
    let transcript = include_str!("../cli/import.trycmd");
    let readme = include_str!("../../README.md");
    let chapter =
        readme.split("\n## ").find(|chapter| chapter.starts_with("Import what you have")).expect("the chapter");
    let shown: Vec<&str> = chapter.split("```text\n").skip(1).filter_map(|block| block.split("\n```").next()).collect();
    assert_eq!(shown.len(), 3);
    for block in shown {
        assert!(transcript.contains(block), "the README shows what is not printed:\n{block}");
    }
}
