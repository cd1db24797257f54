import { describe, expect, it } from "vitest";
import { ApiError } from "../src/api/error";
import { readPoint } from "../src/api/points.types";
import { readResolution } from "../src/api/resolutions.types";
import { needsLook } from "../src/lib/attention";
import { bytesOf } from "../src/lib/bytes";
import { breakAt, cutAt, offsetsOf, sameText } from "../src/lib/cuts";
import { differ } from "../src/lib/differ";
import { factsChange, factsOf } from "../src/lib/facts";
import { problemOf } from "../src/lib/problems";
import { findPhrase, piecesOf } from "../src/lib/source";
import { parseSpan, spanText } from "../src/lib/span";

const size = (text: string) => new TextEncoder().encode(text).length;

describe("bytes", () => {
  it("go to units and back in one, two, three and four bytes", () => {
    const text = "a№я😀б";
    const bytes = bytesOf(text);
    for (const unit of [0, 1, 2, 3, 5, 6]) {
      expect(bytes.byteAt(unit)).toBe(size(text.slice(0, unit)));
      expect(bytes.unitAt(bytes.byteAt(unit))).toBe(unit);
    }
    expect(bytes.unitAt(5)).toBe(2);
    expect(bytes.unitAt(8)).toBe(3);
    expect(bytes.unitAt(999)).toBe(text.length);
    expect(bytesOf("").unitAt(0)).toBe(0);
  });
});

describe("cuts", () => {
  const text = "Создать музей; провести экскурсии.";
  const second = size("Создать музей; ");

  it("stand as line breaks and come back as bytes", () => {
    const edited = cutAt(text, [second]);
    expect(edited).toBe("Создать музей; \nпровести экскурсии.");
    expect(offsetsOf(text, edited)).toEqual([second]);
    expect(breakAt(text, 15)).toBe(edited);
  });

  it("that leave nothing on a side do not count", () => {
    expect(offsetsOf(text, `\n${text}\n\n`)).toEqual([]);
    expect(offsetsOf(text, cutAt(text, [second]).replace("\n", "\n\n"))).toEqual([second]);
    expect(offsetsOf(text, text)).toEqual([]);
  });

  it("are the only change that is taken", () => {
    expect(sameText(text, breakAt(text, 4))).toBe(true);
    expect(sameText(text, `${text}!`)).toBe(false);
  });
});

describe("differ", () => {
  it("keeps what is the same", () => {
    expect(differ("в срок до 1 мая", "в срок до 15 мая")).toEqual([
      { kind: "same", text: "в срок до " },
      { kind: "gone", text: "1" },
      { kind: "new", text: "15" },
      { kind: "same", text: " мая" },
    ]);
    expect(differ("", "новое")).toEqual([{ kind: "new", text: "новое" }]);
    expect(differ("одно", "одно")).toEqual([{ kind: "same", text: "одно" }]);
  });

  it("always gives back both texts, also where they are long", () => {
    const before = Array.from({ length: 3000 }, (_, i) => `слово${i % 7}`).join(" ");
    const after = Array.from({ length: 2500 }, (_, i) => `слово${i % 5}`).join("  ");
    for (const [old, now] of [
      [before, after],
      ["а б в г", "г в б а"],
    ] as const) {
      const changes = differ(old, now);
      const side = (drop: string) =>
        changes.filter(({ kind }) => kind !== drop).map((each) => each.text);
      expect(side("new").join("")).toBe(old);
      expect(side("gone").join("")).toBe(now);
    }
  });
});

describe("pieces of the source", () => {
  const text = "Решили:\n1. Школам провести неделю чтения до\n1 мая.\n2. Отметить работу.";
  const at = (part: string) => {
    const begin = size(text.slice(0, text.indexOf(part)));
    return { begin, end: begin + size(part) };
  };
  const points = [
    readPoint({
      name: "r/points/1",
      span: at("1. Школам провести неделю чтения до\n1 мая."),
      addressees: [{ phrase: "Школам", span: at("Школам") }],
      deadline: { kind: "KIND_DATE", printed: "до 1 мая" },
    }),
    readPoint({ name: "r/points/2", span: at("2. Отметить работу.") }),
  ];

  it("join to the whole text, each with its point", () => {
    const pieces = piecesOf(text, points, "");
    expect(pieces.map((each) => each.text).join("")).toBe(text);
    expect(pieces.map((each) => each.point)).toEqual([
      undefined,
      "r/points/1",
      undefined,
      "r/points/2",
    ]);
  });

  it("show addressee and term of the selected point, over a line break too", () => {
    const parts = piecesOf(text, points, "r/points/1").filter((each) => each.part);
    expect(parts.map(({ text: shown, part }) => [part, shown])).toEqual([
      ["a0", "Школам"],
      ["d", "до\n1 мая"],
    ]);
  });

  it("take several places of a point that was put together", () => {
    const both = readPoint({ name: "r/points/3", spans: [at("Школам"), at("работу")] });
    const pieces = piecesOf(text, [both], "", at("мая"));
    expect(pieces.filter((each) => each.point).map((each) => each.text)).toEqual([
      "Школам",
      "работу",
    ]);
    expect(pieces.filter((each) => each.shown).map((each) => each.text)).toEqual(["мая"]);
  });

  it("show the term where it was read, also outside the point", () => {
    const shared = readPoint({
      name: "r/points/4",
      span: at("работу"),
      deadline: { printed: "до 1 мая", span: at("до\n1 мая") },
    });
    const parts = piecesOf(text, [shared], "r/points/4").filter((each) => each.part);
    expect(parts.map((each) => [each.part, each.text])).toEqual([["d", "до\n1 мая"]]);
  });

  it("find a phrase only between its places", () => {
    expect(findPhrase("до 1 мая и до 1 мая", "до 1 мая", 5, 19)).toEqual({ begin: 11, end: 19 });
    expect(findPhrase("а (б", "(б", 0, 4)).toEqual({ begin: 2, end: 4 });
    expect(findPhrase("текст", "", 0, 5)).toBeUndefined();
  });
});

describe("small things of the reading", () => {
  it("a place goes into an address and back", () => {
    expect(parseSpan(spanText({ begin: 3, end: 14 }))).toEqual({ begin: 3, end: 14 });
    expect(parseSpan("3-")).toBeUndefined();
    expect(parseSpan(null)).toBeUndefined();
  });

  it("a point wants a look when it is unsure, warned of or without a confirmed addressee", () => {
    const addressees = [{ phrase: "школам", targets: ["organisations/1"] }];
    const sure = { actionable: true, addressees, confidence: 0.9 };
    expect(needsLook(readPoint(sure))).toBe(false);
    expect(needsLook(readPoint({ ...sure, confidence: 0.7 }))).toBe(true);
    expect(needsLook(readPoint({ ...sure, warnings: ["Номер повторяется."] }))).toBe(true);
    expect(needsLook(readPoint({ ...sure, addressees: [] }))).toBe(true);
    expect(needsLook(readPoint({ actionable: false, confidence: 0.9 }))).toBe(false);
  });

  it("an error sentence is found by its field and by what is below it", () => {
    const wrong = [{ field: "point.deadline.end_date", description: "wrong" }];
    const error = new ApiError("INVALID_ARGUMENT", "Срок раньше начала.", "", wrong, "", "");
    expect(problemOf(error, "point.deadline")).toBe("Срок раньше начала.");
    expect(problemOf(error, "point.dead")).toBeUndefined();
    expect(problemOf(new Error("other"), "point.deadline")).toBeUndefined();
  });
});

describe("facts of a resolution", () => {
  const resolution = readResolution({
    displayName: "Резолюция",
    event: { startDate: "2026-08-24", figures: [{ name: "schools", value: "5" }], extra: 1 },
  });

  it("change nothing while nothing is changed, and wait for a date", () => {
    expect(factsChange(resolution, factsOf(resolution))).toEqual({});
    expect(factsChange(resolution, { ...factsOf(resolution), endDate: undefined })).toBeUndefined();
  });

  it("send what differs and keep of the event what the page does not know", () => {
    const draft = { ...factsOf(resolution), mode: "remote", addressees: " Школам \n\nДомам" };
    const change = factsChange(resolution, draft);
    expect(change?.event).toMatchObject({ mode: "remote", extra: 1, startDate: "2026-08-24" });
    expect(change?.letter).toMatchObject({ addressees: ["Школам", "Домам"] });
    expect(change?.displayName).toBeUndefined();
  });
});
