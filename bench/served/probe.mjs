/**
 * Sits in the extension host of a served VS Code and runs what the bench asks it to, one task at a time. Called by VS Code
 * as if it were a test suite; it ends with its window.
 */
import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { activationTasks } from './probes/activation.mjs';
import { documentTasks } from './probes/documents.mjs';
import { editorTasks } from './probes/editors.mjs';
import { hoverTasks } from './probes/hover.mjs';
import { workspaceTasks } from './probes/workspace.mjs';

/** Name -> what is done with the parameters; the answer goes back as JSON. */
const tasks = { ...activationTasks, ...documentTasks, ...editorTasks, ...hoverTasks, ...workspaceTasks };

async function answer(body, secret) {
  try {
    const { secret: given, name, params } = JSON.parse(body);
    if (given !== secret) throw new Error('not the bench');
    return { result: (await tasks[name](params)) ?? null };
  } catch (error) {
    return { error: String(error?.stack ?? error) };
  }
}

export function run() {
  const secret = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      response.end(JSON.stringify(await answer(Buffer.concat(chunks).toString('utf8'), secret)));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const file = join(__dirname, 'port.json');
    writeFileSync(`${file}.part`, JSON.stringify({ port: server.address().port, secret }), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  });
  // Ends with the window: who awaits this would end the window with it.
  return new Promise(() => undefined);
}
