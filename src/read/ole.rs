//! The container of the older formats of Office: streams in a file, by name. Source: [MS-CFB].

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::Refusal;
use super::limits::{LARGEST_FILE, MOST_PARTS, too_large};
use super::package::incomplete;

/// The bytes with which the container begins.
pub const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// A container that is open for reading.
#[derive(Debug)]
pub struct Container<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    /// The names of what stands at the root, streams and storages.
    names: Vec<String>,
}

impl<'a> Container<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// Where the bytes are no whole container, or it has more entries than are read.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| incomplete())?;
        let mut names = Vec::new();
        for entry in file.read_root_storage() {
            if names.len() >= MOST_PARTS {
                return Err(too_large());
            }
            names.push(entry.name().to_owned());
        }
        Ok(Self { file, names })
    }

    /// Whether a stream or storage of this name stands at the root.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// What is in a stream at the root; nothing where there is none of that name.
    ///
    /// # Errors
    /// Where the stream is cut or damaged, or larger than a file may be.
    pub fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        if !self.has(name) || !self.file.is_stream(format!("/{name}")) {
            return Ok(None);
        }
        let stream = self.file.open_stream(format!("/{name}")).map_err(|_| incomplete())?;
        let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        stream.take(most + 1).read_to_end(&mut bytes).map_err(|_| incomplete())?;
        if bytes.len() > LARGEST_FILE { Err(too_large()) } else { Ok(Some(bytes)) }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use super::*;

    /// A container with these streams; a name may lead into storages (`/ObjectPool/a`).
    pub(crate) fn contained(streams: &[(&str, &[u8])]) -> Vec<u8> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("a container");
        for (name, bytes) in streams {
            if let Some((storage, _)) = name.rsplit_once('/').filter(|(storage, _)| !storage.is_empty()) {
                file.create_storage_all(storage).expect("a storage");
            }
            file.create_stream(name).expect("a stream").write_all(bytes).expect("bytes");
        }
        file.flush().expect("written");
        file.into_inner().into_inner()
    }

    #[test]
    fn streams_are_found_at_the_root_only() {
        let long = vec![7; 9000];
        let bytes = contained(&[("/WordDocument", b"short"), ("/Data", &long), ("/ObjectPool/Inner", b"x")]);
        let mut container = Container::open(&bytes).expect("a container");
        assert!(container.has("WordDocument") && container.has("ObjectPool") && !container.has("Inner"));
        assert_eq!(container.stream("WordDocument"), Ok(Some(b"short".to_vec())));
        assert_eq!(container.stream("Data"), Ok(Some(long)));
        assert_eq!((container.stream("ObjectPool"), container.stream("Inner")), (Ok(None), Ok(None)));
    }

    #[test]
    fn a_cut_container_is_refused_or_gives_what_is_whole() {
        let bytes = contained(&[("/WordDocument", &[5; 5000])]);
        for length in 0..bytes.len() {
            if let Ok(mut container) = Container::open(&bytes[..length]) {
                let stream = container.stream("WordDocument");
                assert!(stream.is_err() || stream == Ok(None) || stream == Ok(Some(vec![5; 5000])), "{length}");
            }
        }
    }
}
