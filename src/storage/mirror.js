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

// Runs a transaction; `ask` makes its requests and gives back what answers.
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

export function put(key, value) {
  return transact("readwrite", (store) => {
    store.put(value, key);
    return () => true;
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
