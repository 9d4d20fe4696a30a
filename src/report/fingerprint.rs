//! From exactly which bytes was the report made? SHA-256 of each input, of the settings and of the version.

use super::ReportError;
use crate::import::Folder;
use crate::study::Settings;
use sha2::{Digest, Sha256};

/// What a report was made from: two people who have the same fingerprints have the same report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// A file's name, or `settings`, or `offdesk`.
    pub name: String,
    /// The SHA-256 in hexadecimal; of offdesk, the version.
    pub value: String,
}

const CHUNK: usize = 1 << 20;

/// The fingerprints of the named files, the settings in force and the version.
///
/// # Errors
/// When a file cannot be read.
pub fn fingerprints(
    folder: &dyn Folder,
    files: &[String],
    settings: &Settings,
) -> Result<Vec<Fingerprint>, ReportError> {
    let mut all = Vec::new();
    for name in files {
        let refuse = |reason| ReportError::Input { name: name.clone(), reason };
        let mut hash = Sha256::new();
        let mut buffer = vec![0; CHUNK];
        let mut offset = 0_u64;
        loop {
            let n = folder.read_at(name, offset, &mut buffer).map_err(refuse)?;
            if n == 0 {
                break;
            }
            hash.update(&buffer[..n]);
            offset += u64::try_from(n).unwrap_or(0);
        }
        all.push(Fingerprint { name: name.clone(), value: hex(&hash.finalize()) });
    }
    let in_force = format!("{settings:?}");
    all.push(Fingerprint { name: "settings in force".to_owned(), value: hex(&Sha256::digest(in_force.as_bytes())) });
    all.push(Fingerprint { name: "offdesk".to_owned(), value: env!("CARGO_PKG_VERSION").to_owned() });
    Ok(all)
}

/// One hash of all fingerprints.
#[must_use]
pub fn ident(fingerprints: &[Fingerprint]) -> String {
    let all: String = fingerprints.iter().map(|print| format!("{} {}\n", print.name, print.value)).collect();
    hex(&Sha256::digest(all.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
