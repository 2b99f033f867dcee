// The workspace of a million tasks that `cargo bench --bench workspace` wrote, put into the browser.

/** Runs in the page: writes `workspace.bin`, served beside it, as the app would have left it. */
export async function fillWorkspace(canary) {
  const bytes = new Uint8Array(await (await fetch("./workspace.bin")).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const areas = ["manifest", "journal", "payloads", "chunks"];
  const name = `congtam-${canary.workspace}`;
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => areas.forEach((area) => request.result.createObjectStore(area));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let at = 0;
  while (at < bytes.length) {
    const transaction = database.transaction(areas, "readwrite");
    for (let count = 0; count < 100 && at < bytes.length; count += 1) {
      const length = view.getUint32(at + 9, true);
      const row = Number(view.getBigUint64(at + 1, true));
      transaction.objectStore(areas[bytes[at]]).put(bytes.slice(at + 13, at + 13 + length), row);
      at += 13 + length;
    }
    await new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onabort = () => reject(transaction.error); });
  }
  database.close();
  localStorage.setItem(`congtam.workspace.${canary.workspace}`, JSON.stringify([false, "Bench"]));
  localStorage.setItem(`congtam.canary.${canary.workspace}`, JSON.stringify(canary));
  localStorage.setItem("congtam.current", JSON.stringify(canary.workspace));
}
