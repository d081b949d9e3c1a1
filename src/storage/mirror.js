// Texts by key in IndexedDB. Every promise is kept when the transaction is complete, which with strict durability means that
// the disk has it, and is broken by whatever fails.

const STORE = "records";
let opening;

// The database, opened once. What failed is tried anew by the next call.
function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("nianbao", 1);
    let blocked = false;
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onblocked = () => {
      blocked = true;
      reject(new Error("blocked by another tab"));
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      if (blocked) {
        database.close();
        return;
      }
      // A tab with a newer program, or the clearing of the site's data, waits for this.
      database.onversionchange = () => {
        database.close();
        opening = undefined;
      };
      database.onclose = () => {
        opening = undefined;
      };
      resolve(database);
    };
  }).catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

// Runs a transaction; `ask` makes its requests and returns what answers.
async function transact(mode, ask) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
      const answer = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(answer());
    });
  } catch (error) {
    // The browser may have closed the database without a word.
    if (error?.name === "InvalidStateError") opening = undefined;
    throw error;
  }
}

// Every [key, text]. What is no text was not written by this program.
export function all() {
  return transact("readonly", (store) => {
    const keys = store.getAllKeys();
    const values = store.getAll();
    return () => keys.result.map((key, n) => [key, values.result[n]]).filter((pair) => pair.every((item) => typeof item === "string"));
  });
}

// The text of a key; undefined when there is none.
export function get(key) {
  return transact("readonly", (store) => {
    const text = store.get(key);
    return () => text.result;
  });
}

// The revision and the time of a record: its first two lines.
const head = (text) => text.split("\n", 2).join("\n");

// Puts a record in place of one that the writer knows: one of a lower revision than `below`, or with one of the heads in `own`.
// Where another stands its head is returned, and nothing is written. With `alone` a note is put beside the record. Asked and
// written in one transaction, so that of two windows one is refused.
export function keep(key, value, below, own, note, alone) {
  return transact("readwrite", (store) => {
    const before = store.get(key);
    let other;
    before.onsuccess = () => {
      const text = before.result;
      const known = typeof text !== "string" || parseInt(text, 10) < below || own.split("\0").includes(head(text));
      if (!known) {
        other = head(text);
        return;
      }
      store.put(value, key);
      if (alone !== undefined) store.put(alone, note);
    };
    return () => other;
  });
}

// Puts a text in place of what was read before (undefined: nothing), unless something else stands there by now.
export function replace(key, over, value) {
  return transact("readwrite", (store) => {
    const before = store.get(key);
    before.onsuccess = () => {
      if (before.result === over) store.put(value, key);
    };
    return () => before.result === over;
  });
}

export function remove(key) {
  return transact("readwrite", (store) => {
    store.delete(key);
    return () => true;
  });
}
