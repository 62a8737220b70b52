// What a form holds until the server has it: typed text in localStorage, files in IndexedDB. Either may be missing or full
// (private windows): then the form works without.
const LONGEST = 7 * 24 * 3600 * 1000;

export function readDrafts(prefix) {
  const drafts = [];
  try {
    for (const key of Object.keys(localStorage).filter(key => key.startsWith(prefix))) {
      const draft = JSON.parse(localStorage.getItem(key));
      if (Date.now() - draft.at > LONGEST) localStorage.removeItem(key);
      else drafts.push(draft);
    }
  } catch { /* no storage */ }
  return drafts.sort((a, b) => b.at - a.at);
}

export function saveDraft(prefix, draft) {
  try {
    localStorage.setItem(prefix + draft.id, JSON.stringify(draft));
    sessionStorage.setItem(prefix, draft.id);
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(prefix, id) {
  try {
    localStorage.removeItem(prefix + id);
    if (sessionStorage.getItem(prefix) === id) sessionStorage.removeItem(prefix);
  } catch { /* no storage */ }
  return withFiles('readwrite', files => eachOf(files, id, cursor => cursor.delete()));
}

/** The form that this window was at last. */
export function lastForm(prefix) {
  try {
    return sessionStorage.getItem(prefix);
  } catch {
    return null;
  }
}

export const keepFile = file => withFiles('readwrite', files => files.put({ ...file, at: Date.now() }));

export const dropFile = key => withFiles('readwrite', files => files.delete(key));

export async function filesOf(form) {
  const found = [];
  await withFiles('readonly', files => eachOf(files, form, cursor => found.push(cursor.value)));
  return found.sort((a, b) => a.at - b.at);
}

export const dropOldFiles = () => withFiles('readwrite', files => {
  files.openCursor().onsuccess = event => {
    const cursor = event.target.result;
    if (!cursor) return;
    if (Date.now() - cursor.value.at > LONGEST) cursor.delete();
    cursor.continue();
  };
});

function eachOf(files, form, work) {
  files.index('form').openCursor(IDBKeyRange.only(form)).onsuccess = event => {
    const cursor = event.target.result;
    if (!cursor) return;
    work(cursor);
    cursor.continue();
  };
}

let opening;

function open() {
  opening ??= new Promise(resolve => {
    const request = indexedDB.open('mingce', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'key' }).createIndex('form', 'form');
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => resolve(null);
  }).catch(() => null);
  return opening;
}

async function withFiles(mode, work) {
  const db = await open();
  if (!db) return false;
  return new Promise(resolve => {
    try {
      const transaction = db.transaction('files', mode);
      transaction.oncomplete = () => resolve(true);
      transaction.onerror = transaction.onabort = () => resolve(false);
      work(transaction.objectStore('files'));
    } catch {
      resolve(false);
    }
  });
}
