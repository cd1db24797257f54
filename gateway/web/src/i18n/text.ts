/** Looking texts up; no state here. */

import * as en from "./en";
import * as ru from "./ru";
import type { PluralKey, TextKey } from "./ru";

export type Language = "ru" | "en";

const catalogues = { ru, en };

type Values = Record<string, string | number>;

function insert(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

export function text(language: Language, key: TextKey, values: Values = {}): string {
  return insert(catalogues[language].texts[key], values);
}

/** A number with its noun in the form that the language wants. */
export function counted(language: Language, key: PluralKey, n: number): string {
  const forms = catalogues[language].plurals[key];
  const form = new Intl.PluralRules(language).select(n);
  const chosen = form === "one" || form === "few" || form === "many" ? forms[form] : forms.other;
  return insert(chosen, { n: number(language, n) });
}

export function number(language: Language, n: number): string {
  return new Intl.NumberFormat(language).format(n);
}

export function percent(language: Language, share: number): string {
  const format = { style: "percent", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, format).format(share);
}
