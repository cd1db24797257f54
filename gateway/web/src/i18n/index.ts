/** The language of the page, and its texts in components. */

import { store } from "../lib/store";
import type { PluralKey, TextKey } from "./ru";
import { type Language, counted, number, percent, text } from "./text";

export type { Language, PluralKey, TextKey };

const KEY = "rezon.language";

export const language = store<Language>(localStorage.getItem(KEY) === "en" ? "en" : "ru");
document.documentElement.lang = language.get();

export function setLanguage(to: Language): void {
  localStorage.setItem(KEY, to);
  document.documentElement.lang = to;
  language.set(to);
}

export interface Texts {
  language: Language;
  t: (key: TextKey, values?: Record<string, string | number>) => string;
  n: (key: PluralKey, count: number) => string;
  number: (value: number) => string;
  percent: (share: number) => string;
}

export function useTexts(): Texts {
  const now = language.use();
  return {
    language: now,
    t: (key, values) => text(now, key, values),
    n: (key, count) => counted(now, key, count),
    number: (value) => number(now, value),
    percent: (share) => percent(now, share),
  };
}
