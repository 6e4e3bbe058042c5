import { SourceMap } from 'node:module';

/**
 * What V8 counted, without what the compiler added. tsx runs our modules as CommonJS: before each module's own code come
 * esbuild's helpers (`__copyProps` and the like) and a getter for each export, and after it `0 && (module.exports = …)`;
 * behind each `import()` comes a function of tsx that picks the default export. Nothing of ours stands behind these: a
 * report would lay them on our nearest line, and call half of them branches that no test takes.
 *
 * @typedef {{ startOffset: number, endOffset: number, count: number }} Range
 * @typedef {{ functionName: string, isBlockCoverage: boolean, ranges: Range[] }} FunctionCoverage
 * @typedef {{ url: string, scriptId: string, functions: FunctionCoverage[] }} ScriptCoverage
 * @typedef {{ lineLengths: number[], data: object | null, url: string | null }} CachedMap
 * @typedef {{ result: ScriptCoverage[], timestamp?: number, 'source-map-cache'?: Record<string, CachedMap> }} Recording
 */

/**
 * @param {Recording} recording one file of `NODE_V8_COVERAGE`
 * @param {(url: string) => boolean} isOurs whether a script is part of what is measured
 * @returns {Recording} our scripts alone, each without the compiler's additions
 */
export function cleanCoverage({ result, 'source-map-cache': maps = {}, ...rest }, isOurs) {
  const ours = result.filter(({ url }) => isOurs(url) && maps[url]?.data);
  return {
    ...rest,
    result: ours.map((script) => cleanScript(script, /** @type {CachedMap} */ (maps[script.url]))),
    'source-map-cache': Object.fromEntries(
      ours.map(({ url }) => [url, /** @type {CachedMap} */ (maps[url])]),
    ),
  };
}

/** @param {ScriptCoverage} script @param {CachedMap} map @returns {ScriptCoverage} */
function cleanScript(script, map) {
  const originalOf = originals(map);
  const isHelper = (/** @type {Range} */ { startOffset }) => originalOf(startOffset) === undefined;
  /** A function of this length that we wrote has many places within that are mapped; this has not one. */
  const isImportHelper = (/** @type {Range} */ { startOffset, endOffset }) =>
    endOffset - startOffset > 60 && originalOf(startOffset) === originalOf(endOffset);
  /** A getter of `__export` is `()=>name`, and mapped to the very beginning. */
  const isGetter = (/** @type {string} */ name, /** @type {Range} */ { startOffset, endOffset }) =>
    originalOf(startOffset) === '0:0' && endOffset - startOffset === `()=>${name}`.length;
  const functions = script.functions.flatMap((counted) => {
    const [whole, ...blocks] = counted.ranges;
    if (!whole) return [];
    if (isModule(whole, script)) {
      // The module as a whole runs, or there would be nothing to report: its blocks are ours but for the last.
      const end = whole.endOffset;
      return [{ ...counted, ranges: [whole, ...blocks.filter((block) => !isExportsNote(block, end))] }];
    }
    return [isHelper(whole), isImportHelper(whole), isGetter(counted.functionName, whole)].some(Boolean)
      ? []
      : [counted];
  });
  return { ...script, functions };
}

/** Node's script, and the function that tsx wraps around the module. @param {Range} whole @param {ScriptCoverage} script */
const isModule = (whole, { functions }) =>
  whole === functions[0]?.ranges[0] || (whole === functions[1]?.ranges[0] && whole.startOffset < 100);

/** `0 && (module.exports = { … });`, for tools that read names of exports: it ends where the module does. @param {Range} block @param {number} end */
const isExportsNote = (block, end) => block.count === 0 && end - block.endOffset <= 4;

/**
 * @param {CachedMap} map
 * @returns {(offset: number) => string | undefined} the place in our source, as `line:column`
 */
function originals({ lineLengths, data }) {
  const map = new SourceMap(/** @type {import('node:module').SourceMapPayload} */ (data));
  return (offset) => {
    let line = 0;
    let column = offset;
    for (const length of lineLengths) {
      if (column <= length) break;
      column -= length + 1;
      line += 1;
    }
    const entry = map.findEntry(line, column);
    return 'originalLine' in entry && entry.generatedLine === line
      ? `${entry.originalLine}:${entry.originalColumn}`
      : undefined;
  };
}
