// What a browser keeps of the app, taken out as text and put into another browser.

/** Runs in the page: every workspace in IndexedDB, and localStorage. */
export async function takeOut() {
  const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const text = (bytes) => { let letters = ""; for (const byte of new Uint8Array(bytes)) letters += String.fromCharCode(byte); return btoa(letters); };
  const databases = [];
  for (const { name, version } of await indexedDB.databases()) {
    if (!/^congtam-[0-9a-f]{12}$/.test(name)) continue;
    const database = await done(indexedDB.open(name));
    const areas = {};
    for (const area of database.objectStoreNames) {
      const rows = database.transaction(area).objectStore(area);
      const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
      areas[area] = keys.map((key, at) => [key, text(values[at])]);
    }
    database.close();
    databases.push({ name, version, areas });
  }
  return { databases, local: { ...localStorage } };
}

/** Runs in a page of the origin without the app: the same in a browser that holds nothing. */
export async function putIn({ databases, local }) {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  for (const { name, version, areas } of databases) {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => Object.keys(areas).forEach((area) => request.result.createObjectStore(area));
    const database = await new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const transaction = database.transaction(Object.keys(areas), "readwrite");
    for (const [area, rows] of Object.entries(areas)) {
      for (const [key, value] of rows) transaction.objectStore(area).put(bytes(value), key);
    }
    await new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onabort = () => reject(transaction.error); });
    database.close();
  }
  for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
}
