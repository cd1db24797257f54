// What the stand-in begins with: a small region and one adopted resolution.

let last = 0;
export const id = () => `0193-${String(++last).padStart(8, "0")}`;

export const territories = [
  "город Ишим",
  "город Тобольск",
  "город Тюмень",
  "Тюменский муниципальный округ",
].map((displayName) => ({ name: `territories/${id()}`, displayName, kind: "KIND_MUNICIPALITY" }));

export const organisations = territories.flatMap((territory, at) => [
  {
    name: `organisations/${id()}`,
    displayName: `Управление образования (${territory.displayName})`,
    kind: "KIND_MUNICIPAL_OFFICE",
    territory: territory.name,
  },
  ...[1, 2, 3].map((n) => ({
    name: `organisations/${id()}`,
    displayName: `Средняя общеобразовательная школа № ${at * 10 + n}`,
    shortName: `МАОУ СОШ № ${at * 10 + n}`,
    kind: "KIND_SCHOOL",
    territory: territory.name,
  })),
]);
organisations.push({
  name: `organisations/${id()}`,
  displayName: "Городской клуб краеведов",
  kind: "KIND_OTHER",
  territory: territories[2].name,
});

export const classes = [
  { name: `addresseeClasses/${id()}`, displayName: "Муниципальные органы управления образованием" },
  { name: `addresseeClasses/${id()}`, displayName: "Руководители общеобразовательных организаций" },
];

// The organisations of a target.
export function expand(target) {
  if (target === classes[0].name)
    return organisations.filter((o) => o.kind === "KIND_MUNICIPAL_OFFICE");
  if (target === classes[1].name) return organisations.filter((o) => o.kind === "KIND_SCHOOL");
  return organisations.filter((o) => o.name === target);
}

export function nameOf(target) {
  const found = [...classes, ...organisations].find((each) => each.name === target);
  return found?.shortName ?? found?.displayName ?? target;
}

const isoDate = (text) => {
  const [, day, month, year] = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text) ?? [];
  return day ? `${year}-${month}-${day}` : "";
};

function addressees(text) {
  if (/муниципальн/i.test(text))
    return [
      {
        phrase: "муниципальным органам",
        targets: [classes[0].name],
        score: 0.97,
        reasons: ["Название группы совпало с фразой."],
      },
    ];
  if (/руководител/i.test(text))
    return [{ phrase: "руководителям организаций", targets: [classes[1].name] }];
  const alternatives = organisations.slice(1, 4).map((o) => ({
    target: o.name,
    displayName: o.shortName,
    score: 0.55,
    reasons: ["Совпали слова «школам города»."],
  }));
  const reasons = ["Под фразу подходят несколько организаций: выберите нужную."];
  return [{ phrase: "школам города", alternatives, reasons }];
}

const bytes = (text) => Buffer.byteLength(text);

// The place of a part of the text; `from` is where the search begins.
export function spanOf(source, part, from = 0) {
  const at = source.indexOf(part, from);
  const begin = bytes(source.slice(0, at));
  return at < 0 ? undefined : { begin: String(begin), end: String(begin + bytes(part)) };
}

function partsOf(text) {
  const pieces = text.split(/(?<=\.) (?=\p{Lu}\p{Ll}{3})/u);
  if (pieces.length < 2) return undefined;
  let offset = 0;
  return pieces.map((piece) => {
    const part = { offset, text: piece };
    offset += bytes(`${piece} `);
    return part;
  });
}

// Reads numbered lines; «1.» above «1.1» heads it. A later reader drops the closing stop.
export function readPoints(resolution, source, version = 1) {
  const points = [];
  for (const found of source.matchAll(/^[ \t]*(\d+(?:\.\d+)*)\.?[ \t]+(.+)$/gm)) {
    const [line, label] = found;
    const words = version > 1 ? found[2].replace(/\.$/, "") : found[2];
    const above = points.findLast?.((p) => label.startsWith(`${p.label}.`));
    if (above) Object.assign(above, { actionable: false, addressees: [], deadline: {} });
    const end = isoDate(words);
    const printed = /(?:в срок )?до \d{2}\.\d{2}\.\d{4}/.exec(words)?.[0];
    const named = addressees(above ? above.text : words);
    const home = above ? source.indexOf(above.text) : found.index;
    for (const each of named)
      each.span = spanOf(source, above ? above.text : words.split(" ")[0], home);
    points.push({
      name: `${resolution}/points/${id()}`,
      ordinal: points.length + 1,
      label,
      parent: above?.name,
      text: words,
      actionable: true,
      addressees: named,
      deadline: end
        ? { kind: "KIND_DATE", endDate: end, printed, provisional: end >= "2027" }
        : { kind: "KIND_STANDING" },
      span: spanOf(source, line.trim(), found.index),
      proposedParts: partsOf(words),
      confidence: 0.9,
      warnings: /школ,/i.test(words) ? ["Проверьте, каким школам поручено."] : undefined,
      etag: '"1"',
    });
  }
  return points;
}
