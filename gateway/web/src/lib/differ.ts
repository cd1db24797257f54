/** What changed between two texts, word by word. */

export interface Change {
  kind: "same" | "gone" | "new";
  text: string;
}

const words = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Beyond this many pairs of words the middle is shown as replaced as a whole. */
const MOST = 4_000_000;

function push(into: Change[], kind: Change["kind"], text: string): void {
  const last = into[into.length - 1];
  if (text === "") return;
  if (last?.kind === kind) last.text += text;
  else into.push({ kind, text });
}

/** Lengths of the longest common subsequences of the ends of both lists. */
function common(before: string[], after: string[]): Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]];
    if (!row || !below) continue;
    for (let j = after.length - 1; j >= 0; j--) {
      const [down, right] = [below[j] ?? 0, row[j + 1] ?? 0];
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  return rows;
}

function middle(into: Change[], before: string[], after: string[]): void {
  if (before.length * after.length > MOST) {
    push(into, "gone", before.join(""));
    push(into, "new", after.join(""));
    return;
  }
  const rows = common(before, after);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [gone, fresh] = [before[i] ?? "", after[j] ?? ""];
    if (i < before.length && j < after.length && gone === fresh) {
      push(into, "same", gone);
      i++;
      j++;
    } else if (
      j >= after.length ||
      (i < before.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))
    ) {
      push(into, "gone", gone);
      i++;
    } else {
      push(into, "new", fresh);
      j++;
    }
  }
}

export function differ(before: string, after: string): Change[] {
  const [old, now] = [words(before), words(after)];
  let [head, tail] = [0, 0];
  const shorter = Math.min(old.length, now.length);
  while (head < shorter && old[head] === now[head]) head++;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const changes: Change[] = [];
  push(changes, "same", old.slice(0, head).join(""));
  middle(changes, old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  push(changes, "same", old.slice(old.length - tail).join(""));
  return changes;
}
