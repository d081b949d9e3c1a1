//! A browser in small: two stores, each of which can be full, deny, be slow or lose what it has not acknowledged; two
//! windows on them, each with its queue and its shelf; deaths of a window and of the browser at any step.
//!
//! A draft's text is a number. Which text was made of which is known, so that it can be told what is lost.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use nianbao::storage::{Failed, MirrorWrite, Storage, alone_key, draft_key};

/// A number of which only the seed decides.
pub struct Random(u64);

impl Random {
    /// Nothing happens by chance.
    pub fn none() -> Self {
        Self(0)
    }

    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below this one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if self.0 == 0 { end - 1 } else { (self.0 >> 11) % end }
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// What a store has, by key.
pub type Texts = Vec<(String, String)>;

fn get<'a>(texts: &'a Texts, key: &str) -> Option<&'a String> {
    texts.iter().find(|(known, _)| known == key).map(|(_, text)| text)
}

fn put(texts: &mut Texts, key: &str, text: &str) {
    match texts.iter_mut().find(|(known, _)| known == key) {
        Some((_, before)) => text.clone_into(before),
        None => texts.push((key.to_owned(), text.to_owned())),
    }
}

/// The revision that a stored text has.
pub fn revision(text: &str) -> u64 {
    text.split('\n').next().and_then(|line| line.parse().ok()).unwrap_or(0)
}

/// The first two lines of a stored text.
fn head(text: &str) -> String {
    text.split('\n').take(2).collect::<Vec<_>>().join("\n")
}

/// That nothing newer is overwritten, and nothing of the same revision but what is set aside.
#[track_caller]
fn check_order(texts: &Texts, key: &str, text: &str) {
    let Some(before) = get(texts, key).filter(|before| key.starts_with("nianbao/draft/") && *before != text) else {
        return;
    };
    let is_same = before.split('\n').nth(2) == text.split('\n').nth(2);
    let aside = texts.iter().any(|(key, kept)| key.starts_with("nianbao/aside/") && kept == before);
    assert!(
        revision(before) < revision(text) || is_same && revision(before) == revision(text) || aside,
        "{before:?} is overwritten by {text:?}"
    );
}

/// localStorage: written at once, and on the disk some time later.
#[derive(Default)]
pub struct Local {
    pub live: RefCell<Texts>,
    on_disk: RefCell<Texts>,
    pub full: Cell<bool>,
    pub denied: Cell<bool>,
}

impl Local {
    /// What was written is on the disk now.
    pub fn commit(&self) {
        self.on_disk.replace(self.live.borrow().clone());
    }

    /// The browser dies: what is not on the disk is lost.
    pub fn die(&self) {
        self.live.replace(self.on_disk.borrow().clone());
    }

    fn allowed(&self) -> Result<(), Failed> {
        if self.denied.get() { Err(Failed::Denied) } else { Ok(()) }
    }
}

impl Local {
    /// What stands under a key.
    pub fn text(&self, key: &str) -> Option<String> {
        get(&self.live.borrow(), key).cloned()
    }
}

impl Storage for Local {
    fn keys(&self) -> Result<Vec<String>, Failed> {
        self.allowed()?;
        Ok(self.live.borrow().iter().map(|(key, _)| key.clone()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Failed> {
        self.allowed()?;
        Ok(get(&self.live.borrow(), key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failed> {
        self.allowed()?;
        if self.full.get() {
            return Err(Failed::Full);
        }
        check_order(&self.live.borrow(), key, value);
        put(&mut self.live.borrow_mut(), key, value);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failed> {
        self.allowed()?;
        self.live.borrow_mut().retain(|(known, _)| known != key);
        Ok(())
    }
}

/// A window's write that the mirror has not answered.
pub struct Started {
    pub window: usize,
    pub write: MirrorWrite,
    /// What came of it, where it is done and the window has not heard yet.
    pub outcome: Option<Result<Option<String>, Failed>>,
}

/// IndexedDB: what it acknowledges is on the disk.
#[derive(Default)]
pub struct Mirror {
    pub texts: Texts,
    pub full: bool,
    pub denied: bool,
    pub started: Vec<Started>,
}

impl Mirror {
    pub fn texts(&self) -> Option<Texts> {
        (!self.denied).then(|| self.texts.clone())
    }

    pub fn get(&self, key: &str) -> Option<String> {
        get(&self.texts, key).cloned()
    }

    fn allowed(&self) -> Result<(), Failed> {
        if self.denied { Err(Failed::Denied) } else { Ok(()) }
    }

    pub fn replace(&mut self, key: &str, over: Option<&str>, value: &str) -> Result<bool, Failed> {
        self.allowed()?;
        if self.full {
            return Err(Failed::Full);
        }
        let unchanged = get(&self.texts, key).map(String::as_str) == over;
        if unchanged {
            check_order(&self.texts, key, value);
            put(&mut self.texts, key, value);
        }
        Ok(unchanged)
    }

    pub fn remove(&mut self, key: &str) -> Result<(), Failed> {
        self.allowed()?;
        self.texts.retain(|(known, _)| known != key);
        Ok(())
    }

    /// Does all that was started: what is started next comes after it.
    pub fn settle(&mut self) {
        let mut started = std::mem::take(&mut self.started);
        for one in started.iter_mut().filter(|one| one.outcome.is_none()) {
            one.outcome = Some(self.keep(&one.write));
        }
        self.started = started;
    }

    /// What `keep` of `mirror.js` does in its transaction.
    pub fn keep(&mut self, write: &MirrorWrite) -> Result<Option<String>, Failed> {
        self.allowed()?;
        if self.full {
            return Err(Failed::Full);
        }
        let key = draft_key(&write.record.id);
        let value = write.record.to_value();
        let there = get(&self.texts, &key).filter(|text| revision(text) >= write.below).map(|text| head(text));
        if let Some(other) = there.filter(|head| !write.own.contains(head)) {
            return Ok(Some(other));
        }
        check_order(&self.texts, &key, &value);
        put(&mut self.texts, &key, &value);
        if let Some(alone) = &write.alone {
            put(&mut self.texts, &alone_key(&write.record.id), alone);
        }
        Ok(None)
    }
}

/// The texts that were made, each with the one it was made of.
#[derive(Default)]
pub struct Lineage(Vec<Option<usize>>);

impl Lineage {
    /// A new text, made of another.
    pub fn make(&mut self, of: Option<usize>) -> usize {
        self.0.push(of);
        self.0.len() - 1
    }

    /// Whether a text is another or was made of it.
    pub fn descends(&self, text: usize, from: usize) -> bool {
        let mut at = Some(text);
        while let Some(text) = at {
            if text == from {
                return true;
            }
            at = self.0.get(text).copied().flatten();
        }
        false
    }
}

/// A text that the page called saved.
pub struct Promise {
    pub id: String,
    pub text: usize,
    /// Whether only localStorage had it, as a bar said: what the browser's death may cost.
    pub local_alone: bool,
}

/// The stores, and what is known of the texts.
#[derive(Default)]
pub struct Browser {
    pub local: Rc<Local>,
    pub mirror: Mirror,
    pub lineage: Lineage,
    pub promises: Vec<Promise>,
}

impl Browser {
    /// Whether a store has a text of a draft, or one made of it, under the draft's key or set aside.
    pub fn holds(&self, texts: &Texts, id: &str, text: usize) -> bool {
        texts.iter().any(|(key, value)| {
            let aside = key.strip_prefix("nianbao/aside/").and_then(|rest| rest.split('/').next());
            let is_of = key.strip_prefix("nianbao/draft/") == Some(id) || aside == Some(id);
            let stored = value.split('\n').nth(2).and_then(|json| json.parse().ok());
            is_of && stored.is_some_and(|stored| self.lineage.descends(stored, text))
        })
    }

    /// That every text that was called saved is still there.
    #[track_caller]
    pub fn check_promises(&self) {
        for Promise { id, text, .. } in &self.promises {
            let is_there =
                self.holds(&self.local.live.borrow(), id, *text) || self.holds(&self.mirror.texts, id, *text);
            assert!(is_there, "text {text} of {id} was called saved and is lost");
        }
    }

    /// The browser dies. What only localStorage had, and had not brought to the disk, is what the bar warned of.
    pub fn die(&mut self) {
        self.local.die();
        let promises = std::mem::take(&mut self.promises);
        let live = self.local.live.borrow().clone();
        let stays = |promise: &Promise| {
            !promise.local_alone
                || self.holds(&live, &promise.id, promise.text)
                || self.holds(&self.mirror.texts, &promise.id, promise.text)
        };
        self.promises = promises.into_iter().filter(stays).collect();
    }
}
