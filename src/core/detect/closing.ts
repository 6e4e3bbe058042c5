/**
 * A character that every token of a form has behind its anchor, within so many characters. Where none stands near, the text
 * need not be searched for anchors at all.
 */
export class Closing {
  private readonly text: string;
  private readonly character: string;
  private readonly reach: number;
  /** Where the next one is, of the offset asked about last. */
  private at = -1;
  /** Up to where, from that offset on, there is none. */
  private clearTo = 0;

  constructor(text: string, character: string, reach: number) {
    this.text = text;
    this.character = character;
    this.reach = reach;
  }

  /**
   * The first offset from `from` on, and at most `to`, that has the character within reach. Neither offset ever decreases
   * from call to call. No part of the text is gone through twice, and nothing farther than the reach from `to`.
   */
  floor(from: number, to: number): number {
    const begin = Math.max(from, this.clearTo);
    if (this.at < from && begin < to + this.reach) {
      const found = this.text.slice(begin, to + this.reach).indexOf(this.character);
      if (found === -1) this.clearTo = to + this.reach;
      else this.at = begin + found;
    }
    return this.at < from ? to : Math.min(to, Math.max(from, this.at - this.reach));
  }
}
