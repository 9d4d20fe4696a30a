//! Do the commands say what the transcripts say?

#[test]
fn the_commands_say_what_the_transcripts_say() {
    trycmd::TestCases::new().case("tests/cli/*.trycmd").run();
}
