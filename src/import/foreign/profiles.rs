//! Which decisions were made about which source? `imports.toml` of a study, one table a profile.

use super::options::Options;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The file that keeps profiles.
pub const PROFILES_FILE: &str = "imports.toml";

/// All profiles of a study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profiles {
    /// By name.
    #[serde(default)]
    pub profile: BTreeMap<String, Options>,
}

impl Profiles {
    /// Reads them.
    ///
    /// # Errors
    /// When the text is not what this file holds; the reason in words.
    pub fn read(text: &str) -> Result<Profiles, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    /// Writes them.
    #[must_use]
    pub fn render(&self) -> String {
        let head = "# How each source was read when it was last imported. `offdesk import FILE --profile NAME` reads the next\n# export the same way. What is not written here is found out anew.\n\n";
        format!("{head}{}", toml::to_string(self).unwrap_or_default())
    }
}

/// A profile's name for a file: its own without its ending, small, with `-` for what is neither letter nor digit.
#[must_use]
pub fn profile_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let plain: String = stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "import".to_owned() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::{Profiles, profile_name};
    use crate::import::foreign::Options;

    #[test]
    fn profiles_are_read_back_as_they_were_written() {
        let mut profiles = Profiles::default();
        let options = Options { file: "a.csv".to_owned(), date_order: Some("dmy".to_owned()), ..Options::default() };
        profiles.profile.insert("deputy".to_owned(), options);
        assert_eq!(Profiles::read(&profiles.render()), Ok(profiles));
        assert!(Profiles::read("[profile.a]\ncolour = 1").is_err());
    }

    #[test]
    fn a_profile_is_named_after_its_file() {
        assert_eq!(profile_name("Desk Schedule (Oct).xlsx"), "desk-schedule-oct");
    }
}
