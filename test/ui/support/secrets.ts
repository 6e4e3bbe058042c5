import type { Workbench } from './workbench';

/** Adds a secret the way a user does: `JWT: Add Key`, its name, the secret in a password box, its spelling. */
export async function addSecret(window: Workbench, name: string, secret: string): Promise<void> {
  const { quickInput } = window;
  await window.runCommand('JWT: Add Key');
  await quickInput.waitUntilOpen('What kind of key?');
  await quickInput.choose('Secret…');
  await answerSecret(window, name, secret);
}

/** Answers the questions that follow once "Secret…" was chosen. */
export async function answerSecret(window: Workbench, name: string, secret: string): Promise<void> {
  const { quickInput } = window;
  await quickInput.waitUntilOpen('A name for the secret');
  await quickInput.answer(name);
  await quickInput.waitUntilOpen('The secret, exactly');
  if (!(await quickInput.isPassword())) throw new Error('The secret is asked for in a box that shows it.');
  await quickInput.answer(secret);
  await quickInput.waitUntilOpen('How is the secret written?');
  await quickInput.choose('utf8');
}
