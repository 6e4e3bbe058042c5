/*
 * What runs in pages of the browser before their own scripts do. Each is handed over as text: none may name anything
 * outside itself.
 */

/** In a panel's page: when it said `ready` to VS Code, and when it first painted something. */
export function markPaint() {
  if (window === window.top) return;
  const marks = (window.benchMarks = {});
  let acquire;
  Object.defineProperty(window, 'acquireVsCodeApi', {
    configurable: true,
    get: () => acquire,
    set: (original) => {
      acquire = () => {
        const api = original();
        const postMessage = (...message) => {
          marks.ready ??= performance.now();
          api.postMessage(...message);
        };
        return { ...api, postMessage };
      };
    },
  });
  new window.PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') marks.paint ??= startTime;
  }).observe({ type: 'paint', buffered: true });
}

/** In the page by itself: stands in for VS Code, and shows it a token when it is asked to, with an eye on long tasks. */
export function markLongTasks(text) {
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => {
      const result = message.method === 'ready' ? { messages: {}, locale: 'en', timeZone: 'UTC' } : {};
      if (message.kind === 'request')
        setTimeout(() => window.postMessage({ kind: 'result', id: message.id, result }, '*'));
    },
    setState: () => undefined,
  });
  window.benchLongest = async () => {
    let longest = 0;
    const observer = new window.PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const place = { uri: 'file:///token.txt', offset: 0, name: 'token.txt', line: 0 };
    const params = { revision: 1, text, leeway: 0, isPinned: false, trail: [], place };
    await new Promise((resolve) => setTimeout(resolve, 100));
    setTimeout(() => window.postMessage({ kind: 'event', name: 'showToken', params }, '*'));
    const end = performance.now() + 15_000;
    while (document.querySelector('.section.payload') === null && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    if (document.querySelector('.section.payload') === null) throw new Error('The token is not shown.');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    observer.disconnect();
    return longest;
  };
}

/** In a window of VS Code: `benchTyped` comes to be the milliseconds from the next key that is pressed until its letter is painted. */
export function markTyping() {
  window.benchListen = () => {
    window.benchTyped = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('Nothing was typed.')), 30_000);
      const typed = ({ timeStamp }) => {
        const lines = document.querySelector('.monaco-editor.focused .view-lines');
        const observer = new window.MutationObserver(() => {
          observer.disconnect();
          window.requestAnimationFrame(() => {
            const channel = new window.MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
            channel.port2.postMessage('painted');
          });
        });
        observer.observe(lines, { subtree: true, childList: true, characterData: true });
      };
      window.addEventListener('keydown', typed, { capture: true, once: true });
    });
  };
}
