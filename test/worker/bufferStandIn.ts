import { Buffer as BrowserBuffer } from 'buffer/';

/**
 * What the suites use of Node's `Buffer`, so that they run where Node is not: the browser's, which reads base64url but
 * cannot write it, with that added. Only files below `test` see it: what `src` reaches has no `Buffer` here, as anywhere
 * on the web.
 */
export const Buffer = BrowserBuffer;

const from = BrowserBuffer.from.bind(BrowserBuffer);
const toString = Reflect.get(BrowserBuffer.prototype, 'toString') as (...args: unknown[]) => string;

const plainEncoding = (encoding: unknown): unknown => (encoding === 'base64url' ? 'base64' : encoding);

Object.assign(BrowserBuffer, {
  from: (content: never, encoding: unknown, ...rest: never[]) =>
    from(content, plainEncoding(encoding) as never, ...rest),
});
Object.assign(BrowserBuffer.prototype, {
  toString(this: typeof BrowserBuffer.prototype, encoding: unknown, ...rest: never[]): string {
    const text = toString.call(this, plainEncoding(encoding), ...rest);
    return encoding === 'base64url'
      ? text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      : text;
  },
});
