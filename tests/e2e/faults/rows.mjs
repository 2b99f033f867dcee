// The stored rows as the browser's own tools would reach them, without the app.

/** Runs in the page: the names of all rows of each area of the first database. */
export async function rowNames() {
  const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith("congtam-"));
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const names = {};
  for (const area of ["manifest", "journal", "payloads", "chunks"]) {
    const request = database.transaction(area).objectStore(area).getAllKeys();
    names[area] = await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
  database.close();
  return names;
}

/** Runs in the page: turns one byte of a row, puts noise in its place, or takes it away. */
export async function spoilRow([area, row, how, part]) {
  const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith("congtam-"));
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(area, "readwrite");
  const rows = transaction.objectStore(area);
  const ended = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  if (how === "gone") rows.delete(row);
  else {
    const request = rows.get(row);
    request.onsuccess = () => {
      const bytes = new Uint8Array(request.result);
      if (how === "turned") bytes[Math.floor(part * bytes.length)] ^= 0x10;
      rows.put(how === "noise" ? new TextEncoder().encode("đây không phải dữ liệu") : bytes, row);
    };
  }
  await ended;
  database.close();
}
