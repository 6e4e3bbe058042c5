import { runDiagnosis } from './diagnosis';
import { runJoseVectors } from './joseVectors';
import { runKeyFiles } from './keyFiles';
import { runPyjwt } from './pyjwt';
import type { Runner } from './runner';
import { runTokenDetection } from './tokenDetection';

/** Every format of test vectors we know, by the `format` member of its files. A new format is a new row. */
export const formats: ReadonlyMap<string, Runner> = new Map<string, Runner>([
  ['diagnosis/1', runDiagnosis],
  ['jose-vectors/1', runJoseVectors],
  ['key-files/1', runKeyFiles],
  ['pyjwt-conformance/1', runPyjwt],
  ['token-detection/1', runTokenDetection],
]);
