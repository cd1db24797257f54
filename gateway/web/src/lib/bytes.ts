/** The contracts count bytes of UTF-8, the browser counts UTF-16 units: the way between both. */

export interface Bytes {
  /** The unit at a byte; a byte inside a letter gives the letter's first unit. */
  unitAt: (byte: number) => number;
  /** The byte at which a unit begins. */
  byteAt: (unit: number) => number;
}

function width(code: number): number {
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : 3;
}

export function bytesOf(text: string): Bytes {
  const starts = new Uint32Array(text.length + 1);
  let byte = 0;
  for (let unit = 0; unit < text.length; unit++) {
    starts[unit] = byte;
    const code = text.charCodeAt(unit);
    const pair = code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length;
    if (pair) {
      // Both halves of a pair begin where the letter does; it takes four bytes.
      starts[++unit] = byte;
      byte += 4;
    } else {
      byte += width(code);
    }
  }
  starts[text.length] = byte;
  const at = (unit: number) => starts[unit] ?? 0;
  return {
    byteAt: (unit) => at(Math.max(0, Math.min(unit, text.length))),
    unitAt: (wanted) => {
      let [low, high] = [0, text.length];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (at(middle) <= wanted) low = middle;
        else high = middle - 1;
      }
      // The first of the units that begin at the same byte.
      return low > 0 && low < text.length && at(low - 1) === at(low) ? low - 1 : low;
    },
  };
}
