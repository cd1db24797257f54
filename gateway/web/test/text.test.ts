import { describe, expect, it } from "vitest";
import * as en from "../src/i18n/en";
import * as ru from "../src/i18n/ru";
import { counted, percent, text } from "../src/i18n/text";

describe("plurals", () => {
  it.each([
    [0, "0 поручений"],
    [1, "1 поручение"],
    [2, "2 поручения"],
    [4, "4 поручения"],
    [5, "5 поручений"],
    [11, "11 поручений"],
    [14, "14 поручений"],
    [21, "21 поручение"],
    [22, "22 поручения"],
    [111, "111 поручений"],
    [1002, "1\u00a0002 поручения"],
  ])("ru: %i", (n, want) => expect(counted("ru", "assignments", n)).toBe(want));

  it("en", () => {
    expect(counted("en", "assignments", 1)).toBe("1 assignment");
    expect(counted("en", "assignments", 1950)).toBe("1,950 assignments");
  });
});

describe("texts", () => {
  it("puts values in and leaves unknown ones to be seen", () => {
    const values = { written: 1, total: 2 };
    expect(text("ru", "issue.progressCount", values)).toBe("Записано 1 из 2");
    expect(text("ru", "issue.progressCount", { written: 1 })).toBe("Записано 1 из {total}");
  });

  it("has the same keys with the same values to fill in every language", () => {
    const holes = (of: string) => [...of.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(en.texts)).toEqual(Object.keys(ru.texts));
    for (const [key, value] of Object.entries(ru.texts)) {
      expect(holes(en.texts[key as ru.TextKey]), key).toEqual(holes(value));
    }
  });

  it("writes shares as whole percents", () => {
    expect(percent("ru", 0.336)).toBe("34\u00a0%");
    expect(percent("en", 1)).toBe("100%");
  });
});
