import { raceActivation } from './activation.mjs';
import { raceDocuments } from './documents.mjs';
import { raceFirstVerify } from './firstVerify.mjs';
import { raceHover } from './hover.mjs';
import { raceInspector } from './inspector.mjs';
import { raceCorpora, raceHostile } from './scanning.mjs';
import { raceStrength } from './strength.mjs';
import { raceTyping } from './typing.mjs';
import { raceWorkspace } from './workspace.mjs';

/** What the bench is made of, in its order. `isServed`: it needs the VS Code that comes from the npm registry. */
export const parts = {
  corpora: {
    about: ({ length, seed }) => `Corpora of ${length / 1e6} MB, seed ${seed}`,
    run: raceCorpora,
    speeds: (r) => entriesOf(r, ({ megabytesPerSecond }) => exactly(megabytesPerSecond), 'MB/s'),
  },
  hostile: {
    about: ({ hostileLength }) => `Hostile texts of ${hostileLength / 1e6} MB against a tenth of that`,
    run: raceHostile,
    speeds: (r) => entriesOf(r, ({ megabytesPerSecond }) => exactly(megabytesPerSecond), 'MB/s'),
  },
  documents: {
    about: () => 'Edits and first scans, in the served VS Code',
    run: raceDocuments,
    isServed: true,
  },
  workspace: {
    about: () => 'A workspace searched, in the served VS Code',
    run: raceWorkspace,
    isServed: true,
  },
  verify: { about: () => 'First verification, in fresh processes', run: raceFirstVerify },
  hover: {
    about: () => 'Hovers, in the served VS Code',
    run: raceHover,
    isServed: true,
    speeds: ({ documents }) =>
      Object.entries(documents).flatMap(([name, { own, milliseconds }]) => [
        speed(`${name}: our provider by itself`, own),
        speed(`${name}: round trip`, milliseconds.ours),
        speed(`${name}: round trip of a constant`, milliseconds.constant),
      ]),
  },
  strength: {
    about: () => 'A weak secret at the end of 100,000 words, in fresh processes',
    run: raceStrength,
  },
  activation: { about: () => 'Activation, in the served VS Code', run: raceActivation, isServed: true },
  inspector: {
    about: () => 'The inspector’s page, in the served VS Code',
    run: raceInspector,
    isServed: true,
  },
  typing: {
    about: () => 'Typing, in the served VS Code',
    run: raceTyping,
    isServed: true,
    speeds: (r) =>
      Object.entries(r).flatMap(([name, { milliseconds }]) =>
        Object.entries(milliseconds).map(([who, value]) => speed(`${name}, ${who}`, value)),
      ),
  },
};

/** What is told of a part besides its goals: how fast things are here. */
export function speedsOf(part, result) {
  const { speeds } = parts[part];
  return speeds ? speeds(result) : entriesOf(result.milliseconds ?? {}, (value) => value, 'ms');
}

function entriesOf(record, read, unit) {
  return Object.entries(record).map(([name, value]) => speed(name, read(value), unit));
}

function speed(what, value, unit = 'ms') {
  return { what, value, unit };
}

function exactly(value) {
  return { min: value, median: value, max: value };
}
