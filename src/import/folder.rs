//! Where do the files come from? The one door through which the core sees the outside world.

use std::collections::BTreeMap;
use std::io;

/// A folder of files. The command line gives the disk; tests give texts.
pub trait Folder: Sync {
    /// The names of the files in it, sorted.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn files(&self) -> io::Result<Vec<String>>;

    /// The names of the files in a folder of it, sorted; none where there is no such folder.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn files_in(&self, inner: &str) -> io::Result<Vec<String>>;

    /// How many bytes a file has.
    ///
    /// # Errors
    /// When there is no such file.
    fn size(&self, name: &str) -> io::Result<u64>;

    /// Fills `buffer` from the file at `offset`; returns how many bytes were there.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn read_at(&self, name: &str, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;

    /// The whole file.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let size = usize::try_from(self.size(name)?).map_err(io::Error::other)?;
        let mut bytes = vec![0; size];
        let n_read = self.read_at(name, 0, &mut bytes)?;
        bytes.truncate(n_read);
        Ok(bytes)
    }
}

/// A folder that is nothing but texts in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryFolder(pub BTreeMap<String, Vec<u8>>);

impl MemoryFolder {
    /// A folder of these files: name and text.
    pub fn of<N: Into<String>, T: Into<Vec<u8>>>(files: impl IntoIterator<Item = (N, T)>) -> MemoryFolder {
        MemoryFolder(files.into_iter().map(|(name, text)| (name.into(), text.into())).collect())
    }

    fn bytes(&self, name: &str) -> io::Result<&[u8]> {
        self.0.get(name).map(Vec::as_slice).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

impl Folder for MemoryFolder {
    fn files(&self) -> io::Result<Vec<String>> {
        Ok(self.0.keys().filter(|name| !name.contains('/')).cloned().collect())
    }

    fn files_in(&self, inner: &str) -> io::Result<Vec<String>> {
        let names = self.0.keys().filter_map(|name| name.strip_prefix(inner)?.strip_prefix('/'));
        Ok(names.map(str::to_owned).collect())
    }

    fn size(&self, name: &str) -> io::Result<u64> {
        u64::try_from(self.bytes(name)?.len()).map_err(io::Error::other)
    }

    fn read_at(&self, name: &str, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.bytes(name)?;
        let start = usize::try_from(offset).map_err(io::Error::other)?.min(bytes.len());
        let n = buffer.len().min(bytes.len() - start);
        buffer[..n].copy_from_slice(&bytes[start..start + n]);
        Ok(n)
    }
}
