/** Runs in the page: all that the browser keeps for VS Code, mementos, settings and webview state among it, a line for each row. */
export const browserStorage = `(async () => {
  const texts = Object.entries({ localStorage, sessionStorage }).flatMap(([name, storage]) =>
    Object.entries(storage).map(([key, value]) => name + '/' + key + ': ' + JSON.stringify(value)));
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const plain = (_, value) => value instanceof Uint8Array ? new TextDecoder().decode(value)
    : value instanceof ArrayBuffer ? new TextDecoder().decode(new Uint8Array(value)) : value;
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
      keys.forEach((key, n) =>
        texts.push(name + '/' + store + '/' + JSON.stringify(key) + ': ' + JSON.stringify(values[n], plain)));
    }
    database.close();
  }
  return texts.join('\\n');
})()`;
