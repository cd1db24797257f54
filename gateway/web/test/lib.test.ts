import { describe, expect, it } from "vitest";
import { filterText } from "../src/api/assignments";
import { readClaims } from "../src/api/auth";
import { readPoint } from "../src/api/points.types";
import { newRequestId } from "../src/api/ids";
import { dateText, momentText, parseDate } from "../src/lib/dates";
import { changesOf, draftOf } from "../src/lib/draft";
import { depths, lastBelow, placeTo } from "../src/lib/tree";

describe("dates", () => {
  it("are written dd.mm.yyyy", () => {
    expect(dateText("2024-08-31")).toBe("31.08.2024");
    expect(dateText("")).toBe("");
    expect(momentText("not a time")).toBe("");
    expect(momentText("2024-08-31T10:05:00Z")).toMatch(/^\d{2}\.\d{2}\.2024, \d{2}:05$/);
  });

  it.each([
    ["31.08.2024", "2024-08-31"],
    [" 1.9.2024 ", "2024-09-01"],
    ["29.02.2024", "2024-02-29"],
    ["29.02.2023", undefined],
    ["31.04.2024", undefined],
    ["2024-08-31", undefined],
    ["31.08.24", undefined],
    ["", undefined],
  ])("are read from %j", (text, want) => expect(parseDate(text)).toBe(want));
});

describe("filterText", () => {
  it("joins what is chosen and escapes quotes", () => {
    const filter = { territory: "territories/1", executor: 'x"y', state: "REPORTED" };
    expect(filterText(filter)).toBe(
      'territory = "territories/1" AND executor = "x\\"y" AND state = STATE_REPORTED',
    );
    expect(filterText({ state: "OVERDUE" })).toBe("overdue = true");
    expect(filterText({})).toBe("");
  });
});

describe("a draft of a point", () => {
  const point = readPoint({
    name: "resolutions/1/points/2",
    text: "Провести семинар",
    actionable: true,
    addressees: [
      { phrase: "школам", alternatives: [{ target: "addresseeClasses/1", displayName: "Школы" }] },
    ],
    deadline: { kind: "KIND_DATE", endDate: "2024-12-01", printed: "до 1 декабря" },
  });

  it("changes nothing while nothing is changed", () => {
    expect(changesOf(point, draftOf(point))).toEqual({});
  });

  it("sends only what differs, and keeps what was printed", () => {
    const draft = draftOf(point);
    draft.addressees[0]?.chosen.push("addresseeClasses/1");
    draft.deadline = { kind: "KIND_STANDING", startDate: "", endDate: "", recurrence: "ежегодно" };
    expect(changesOf(point, draft)).toEqual({
      addressees: [{ phrase: "школам", targets: ["addresseeClasses/1"] }],
      deadline: {
        kind: "KIND_STANDING",
        startDate: "",
        endDate: "",
        printed: "до 1 декабря",
        recurrence: "ежегодно",
      },
    });
  });
});

describe("depths", () => {
  it("follows parents, and stands a loop", () => {
    const points = [
      { name: "a", parent: "" },
      { name: "b", parent: "a" },
      { name: "c", parent: "b" },
      { name: "d", parent: "gone" },
      { name: "e", parent: "f" },
      { name: "f", parent: "e" },
    ];
    expect([...depths(points).values()]).toEqual([0, 1, 2, 0, 1, 1]);
  });
});

describe("a place in the outline", () => {
  const points = [
    { name: "a", parent: "" },
    { name: "b", parent: "" },
    { name: "b1", parent: "b" },
    { name: "b2", parent: "b" },
    { name: "c", parent: "" },
  ];

  it.each([
    ["b", "up", { parent: "", after: "" }],
    ["c", "up", { parent: "", after: "a" }],
    ["a", "down", { parent: "", after: "b" }],
    ["c", "in", { parent: "b", after: "b2" }],
    ["b2", "in", { parent: "b1", after: "" }],
    ["b1", "out", { parent: "", after: "b" }],
    ["a", "up", undefined],
    ["c", "down", undefined],
    ["b1", "in", undefined],
    ["a", "out", undefined],
    ["gone", "up", undefined],
  ] as const)("%s one step %s", (name, direction, want) =>
    expect(placeTo(points, name, direction)).toEqual(want),
  );

  it("of the last point below another", () => {
    expect(lastBelow(points, "b")).toBe("b2");
    expect(lastBelow(points, "c")).toBe("c");
  });
});

describe("ids and claims", () => {
  it("are version 4 UUIDs, also without crypto.randomUUID", () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(newRequestId()).toMatch(form);
    const original = crypto.randomUUID;
    Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
    expect(newRequestId()).toMatch(form);
    Object.defineProperty(crypto, "randomUUID", { value: original, configurable: true });
  });

  it("are read from a token with Russian text, and from nothing else", () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ sub: "Иванова", roles: ["clerk"] }));
    const payload = btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
    const claims = readClaims(`x.${payload.replace(/\+/g, "-").replace(/\//g, "_")}.y`);
    expect(claims).toMatchObject({ subject: "Иванова", roles: ["clerk"], territories: [] });
    expect(readClaims("nonsense")).toBeUndefined();
  });
});
