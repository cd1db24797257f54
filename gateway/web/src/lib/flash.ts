/** A notice that the next page shows once. */

import { store } from "./store";

const notice = store("");

export function flash(text: string): void {
  notice.set(text);
}

export const useFlash = notice.use;

export function clearFlash(): void {
  notice.set("");
}
