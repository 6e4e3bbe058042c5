/** Reads a body piece by piece; a platform's stream reader is one. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

/** A whole body, or undefined once it is larger than the limit: no more is read then. `limit` in bytes. */
export async function readCapped(reader: BodyReader, limit: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value?.length ?? 0;
    if (length > limit) {
      // Not awaited: a server that keeps sending could keep us waiting.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    if (value) pieces.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
