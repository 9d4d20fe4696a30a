//! Files: a study's folder to read, and output that is whole or not there.
#![expect(clippy::disallowed_methods, reason = "the one place that touches the disk")]

use super::exit::CliError;
use crate::import::Folder;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// A folder on disk.
pub struct DiskFolder {
    path: PathBuf,
}

impl DiskFolder {
    /// The folder at a path.
    ///
    /// # Errors
    /// When it is not there or cannot be listed.
    pub fn open(path: &Path) -> Result<DiskFolder, CliError> {
        fs::read_dir(path).map_err(|reason| CliError::NoStudy { path: path.to_owned(), reason })?;
        Ok(DiskFolder { path: path.to_owned() })
    }
}

impl Folder for DiskFolder {
    fn files(&self) -> io::Result<Vec<String>> {
        file_names(&self.path)
    }

    fn files_in(&self, inner: &str) -> io::Result<Vec<String>> {
        let folder = self.path.join(inner);
        if folder.is_dir() { file_names(&folder) } else { Ok(Vec::new()) }
    }

    fn size(&self, name: &str) -> io::Result<u64> {
        Ok(fs::metadata(self.path.join(name))?.len())
    }

    fn read_at(&self, name: &str, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let file = File::open(self.path.join(name))?;
        let mut n_read = 0;
        while n_read < buffer.len() {
            let at = offset + u64::try_from(n_read).map_err(io::Error::other)?;
            match file.read_at(&mut buffer[n_read..], at)? {
                0 => break,
                n => n_read += n,
            }
        }
        Ok(n_read)
    }
}

fn file_names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

/// A folder for output. Files are written under temporary names and take their names together, at the end: a failure
/// leaves the old ones whole. In memory, nothing is written.
pub struct Output {
    folder: PathBuf,
    written: Vec<PathBuf>,
    memory: Option<BTreeMap<String, Vec<u8>>>,
}

impl Output {
    /// Output into a folder, which is made if need be.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn into_folder(folder: &Path) -> Result<Output, CliError> {
        make_folder(folder)?;
        if folder.join("desk-schedule.csv").exists() || folder.join("library-hours.csv").exists() {
            return Err(CliError::IsStudy { path: folder.to_owned() });
        }
        Ok(Output { folder: folder.to_owned(), written: Vec::new(), memory: None })
    }

    /// Output that is kept in memory, to be looked at.
    #[must_use]
    pub fn in_memory() -> Output {
        Output { folder: PathBuf::new(), written: Vec::new(), memory: Some(BTreeMap::new()) }
    }

    /// The files that are kept in memory.
    #[must_use]
    pub fn into_files(mut self) -> BTreeMap<String, Vec<u8>> {
        self.memory.take().unwrap_or_default()
    }

    /// Writes a file of the folder (its name may hold folders), by a function that is given a writer.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_with<E: From<CliError>>(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        if let Some(memory) = &mut self.memory {
            return write(memory.entry(name.to_owned()).or_default());
        }
        let path = self.begin(name)?;
        fill(&path, write)
    }

    /// Writes files of the folder side by side, begun in their order, by a function that is given the number of the file
    /// and a writer.
    ///
    /// # Errors
    /// When one of them cannot be written: the error of the first.
    pub fn write_side_by_side(
        &mut self,
        names: &[String],
        write: impl Fn(usize, &mut dyn Write) -> Result<(), CliError> + Sync,
    ) -> Result<(), CliError> {
        if self.memory.is_some() {
            return names.iter().enumerate().try_for_each(|(n, name)| self.write_with(name, |writer| write(n, writer)));
        }
        let paths: Vec<PathBuf> = names.iter().map(|name| self.begin(name)).collect::<Result<_, _>>()?;
        // each processor takes the next one as soon as it is free
        let failed = paths.iter().enumerate().par_bridge();
        let failed = failed.filter_map(|(n, path)| Some((n, fill(path, |writer| write(n, writer)).err()?)));
        failed.min_by_key(|(n, _)| *n).map_or(Ok(()), |(_, error)| Err(error))
    }

    /// Takes note of a file that is about to be written, and makes its folder.
    fn begin(&mut self, name: &str) -> Result<PathBuf, CliError> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            make_folder(parent)?;
        }
        self.written.push(path.clone());
        Ok(path)
    }

    /// Writes a file of the folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), CliError> {
        let path = self.folder.join(name);
        self.write_with(name, |writer| writer.write_all(bytes).map_err(|reason| CliError::CannotWrite { path, reason }))
    }

    /// Gives every file its name. With `is_all`, what an earlier run wrote here in the same formats, and this one did not
    /// write again, is removed: files of the list that each run leaves in the folder, and no others.
    ///
    /// # Errors
    /// When a file cannot be renamed.
    pub fn finish(mut self, is_all: bool) -> Result<usize, CliError> {
        let n_files = self.written.len();
        let list = self.folder.join(LIST);
        let earlier = fs::read_to_string(&list).unwrap_or_default();
        let name_of = |path: &PathBuf| path.strip_prefix(&self.folder).unwrap_or(path).display().to_string();
        let names: Vec<String> = self.written.iter().map(name_of).collect();
        for path in &self.written {
            fs::rename(temporary(path), path).map_err(|reason| CliError::CannotWrite { path: path.clone(), reason })?;
        }
        self.written.clear();
        let ending = |name: &str| Path::new(name).extension().map(ToOwned::to_owned);
        let is_stale = |name: &str| is_all && is_inside(name) && names.iter().any(|own| ending(own) == ending(name));
        let mut listed = names.clone();
        for name in earlier.lines().filter(|name| !names.iter().any(|own| own == name)) {
            if is_stale(name) {
                // a file that is gone already needs no removing
                fs::remove_file(self.folder.join(name)).unwrap_or(());
            } else {
                listed.push(name.to_owned());
            }
        }
        fs::write(&list, listed.join("\n") + "\n").map_err(|reason| CliError::CannotWrite { path: list, reason })?;
        Ok(n_files)
    }
}

/// The list of the files that a run wrote into a folder.
const LIST: &str = ".offdesk-files";

/// Whether a name of the list stays inside its folder.
fn is_inside(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

impl Drop for Output {
    /// What was not finished is taken away again.
    fn drop(&mut self) {
        for path in &self.written {
            fs::remove_file(temporary(path)).unwrap_or(());
        }
    }
}

/// Writes a file under its temporary name.
fn fill<E: From<CliError>>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<(), E>) -> Result<(), E> {
    let refuse = |reason| CliError::CannotWrite { path: path.to_owned(), reason };
    let mut writer = BufWriter::with_capacity(1 << 16, File::create(temporary(path)).map_err(refuse)?);
    write(&mut writer)?;
    writer.flush().map_err(refuse)?;
    Ok(())
}

fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    path.with_file_name(format!(".{name}.tmp-offdesk"))
}

fn make_folder(folder: &Path) -> Result<(), CliError> {
    fs::create_dir_all(folder).map_err(|reason| CliError::CannotWrite { path: folder.to_owned(), reason })
}

/// Writes files of a study: all under temporary names first, so that a failure leaves every old one whole.
///
/// # Errors
/// When a file cannot be written.
pub fn write_into_study(study: &Path, files: &BTreeMap<String, Vec<String>>) -> Result<(), CliError> {
    let paths: Vec<(PathBuf, &Vec<String>)> = files.iter().map(|(name, pieces)| (study.join(name), pieces)).collect();
    let write = |path: &Path, pieces: &[String]| -> Result<(), CliError> {
        path.parent().map_or(Ok(()), make_folder)?;
        let write = |mut file: File| pieces.iter().try_for_each(|piece| file.write_all(piece.as_bytes()));
        File::create(temporary(path))
            .and_then(write)
            .map_err(|reason| CliError::CannotWrite { path: path.to_owned(), reason })
    };
    let written = paths.iter().try_for_each(|(path, pieces)| write(path, pieces));
    let renamed = written.and_then(|()| {
        paths.iter().try_for_each(|(path, _)| {
            fs::rename(temporary(path), path).map_err(|reason| CliError::CannotWrite { path: path.clone(), reason })
        })
    });
    if renamed.is_err() {
        for (path, _) in &paths {
            fs::remove_file(temporary(path)).unwrap_or(());
        }
    }
    renamed
}

/// Whether a folder is not there yet, or empty.
#[must_use]
pub fn is_new_or_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}

/// The bytes of one file that is named on the command line.
///
/// # Errors
/// When it cannot be read.
pub fn read_file(path: &Path) -> Result<Vec<u8>, CliError> {
    fs::read(path).map_err(|reason| CliError::NoSuchThing(format!("{} cannot be read: {reason}", path.display())))
}
