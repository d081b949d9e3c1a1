//! What page and worker send each other, as bytes: a byte that says what it is, the job's number, and what belongs to it.
//!
//! Whole numbers have four bytes, the lowest first. The bytes are handed over without being copied.

use super::{Job, JobId, Kind, Progress, Run};

/// A message between page and worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The page asks for a job.
    Run(JobId, Job),
    /// The worker says how far it is.
    Progress(JobId, Progress),
    /// The worker answers.
    Output(JobId, Vec<u8>),
    /// The worker refuses, in words for the clerk.
    Refused(JobId, String),
}

const RUN: u8 = 1;
const PROGRESS: u8 = 2;
const OUTPUT: u8 = 3;
const REFUSED: u8 = 4;

impl Message {
    /// The message as bytes.
    pub fn encode(&self) -> Vec<u8> {
        let (tag, id, head, body): (u8, JobId, Vec<u8>, &[u8]) = match self {
            Self::Run(id, job) => {
                let number = Kind::ALL.iter().position(|kind| *kind == job.kind);
                (RUN, *id, number.and_then(|n| u8::try_from(n).ok()).into_iter().collect(), &job.input)
            }
            Self::Progress(id, progress) => {
                (PROGRESS, *id, [progress.done.to_le_bytes(), progress.all.to_le_bytes()].concat(), &[])
            }
            Self::Output(id, bytes) => (OUTPUT, *id, Vec::new(), bytes),
            Self::Refused(id, words) => (REFUSED, *id, Vec::new(), words.as_bytes()),
        };
        [&[tag], &id.0.to_le_bytes()[..], &head, body].concat()
    }

    /// Reads a message; nothing when the bytes are none, as from a worker of another version.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (tag, rest) = bytes.split_first()?;
        let (id, body) = number(rest)?;
        let id = JobId(id);
        match *tag {
            RUN => {
                let (kind, input) = body.split_first()?;
                let kind = *Kind::ALL.get(usize::from(*kind))?;
                Some(Self::Run(id, Job { kind, input: input.to_vec() }))
            }
            PROGRESS => {
                let (done, body) = number(body)?;
                let (all, rest) = number(body)?;
                rest.is_empty().then_some(Self::Progress(id, Progress { done, all }))
            }
            OUTPUT => Some(Self::Output(id, body.to_vec())),
            REFUSED => Some(Self::Refused(id, String::from_utf8(body.to_vec()).ok()?)),
            _ => None,
        }
    }
}

/// The number at the start, and what follows it.
fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number), rest))
}

/// The worker's side: runs the job of a message and sends what there is to say of it. False when it was no job.
pub fn answer(run: Run, message: &[u8], send: &mut dyn FnMut(Vec<u8>)) -> bool {
    let Some(Message::Run(id, job)) = Message::decode(message) else { return false };
    let done = run(&job, &mut |progress| send(Message::Progress(id, progress).encode()));
    let message = match done {
        Ok(bytes) => Message::Output(id, bytes),
        Err(words) => Message::Refused(id, words),
    };
    send(message.encode());
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ID: JobId = JobId(0x0102_0304);

    fn job(input: &[u8]) -> Job {
        Job { kind: Kind::Chart, input: input.to_vec() }
    }

    #[test]
    fn the_bytes_of_each_message() {
        let progress = Progress { done: 3, all: 256 };
        for (message, bytes) in [
            (Message::Run(ID, job(b"in")), &[1, 4, 3, 2, 1, 0, b'i', b'n'][..]),
            (Message::Progress(ID, progress), &[2, 4, 3, 2, 1, 3, 0, 0, 0, 0, 1, 0, 0]),
            (Message::Output(ID, Vec::new()), &[3, 4, 3, 2, 1]),
            (Message::Refused(ID, "否".to_owned()), &[4, 4, 3, 2, 1, 0xe5, 0x90, 0xa6]),
        ] {
            assert_eq!(message.encode(), bytes);
            assert_eq!(Message::decode(bytes), Some(message));
        }
    }

    #[test]
    fn what_is_no_message_is_not_read() {
        for bytes in [
            &[][..],
            &[1],
            &[1, 0, 0, 0],
            &[1, 0, 0, 0, 0],
            &[1, 0, 0, 0, 0, 99],
            &[2, 0, 0, 0, 0, 1, 0, 0, 0],
            &[2, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9],
            &[4, 0, 0, 0, 0, 0xff],
            &[9, 0, 0, 0, 0],
        ] {
            assert_eq!(Message::decode(bytes), None, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn any_message_is_read_back(id: u32, done: u32, all: u32, bytes: Vec<u8>, words: String) {
            let id = JobId(id);
            for message in [
                Message::Run(id, job(&bytes)),
                Message::Progress(id, Progress { done, all }),
                Message::Output(id, bytes.clone()),
                Message::Refused(id, words.clone()),
            ] {
                prop_assert_eq!(Message::decode(&message.encode()), Some(message));
            }
        }

        #[test]
        fn any_bytes_that_are_read_are_written_so(bytes: Vec<u8>) {
            if let Some(message) = Message::decode(&bytes) {
                prop_assert_eq!(message.encode(), bytes);
            }
        }
    }

    fn answers(message: &[u8]) -> (bool, Vec<Message>) {
        let mut sent = Vec::new();
        let run: Run = |job, progress| {
            progress(Progress { done: 1, all: 2 });
            if job.input.is_empty() {
                Err("没有内容".to_owned())
            } else {
                Ok(job.input.iter().rev().copied().collect())
            }
        };
        let known = answer(run, message, &mut |bytes| sent.extend(Message::decode(&bytes)));
        (known, sent)
    }

    #[test]
    fn the_worker_sends_progress_and_then_one_answer() {
        let halfway = Message::Progress(ID, Progress { done: 1, all: 2 });
        let run = |input: &[u8]| answers(&Message::Run(ID, job(input)).encode());
        assert_eq!(run(b"abc"), (true, vec![halfway.clone(), Message::Output(ID, b"cba".to_vec())]));
        assert_eq!(run(b""), (true, vec![halfway, Message::Refused(ID, "没有内容".to_owned())]));
        assert_eq!(answers(&Message::Output(ID, Vec::new()).encode()), (false, Vec::new()));
        assert_eq!(answers(b"?"), (false, Vec::new()));
    }
}
