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
    return [{ phrase: "муниципальным органам", targets: [classes[0].name] }];
  if (/руководител/i.test(text))
    return [{ phrase: "руководителям организаций", targets: [classes[1].name] }];
  const alternatives = organisations
    .slice(1, 4)
    .map((o) => ({ target: o.name, displayName: o.shortName }));
  return [{ phrase: "школам города", alternatives }];
}

// Reads numbered lines; «1.» above «1.1» heads it.
export function readPoints(resolution, text) {
  const lines = text.split("\n").map((line) => /^\s*(\d+(?:\.\d+)*)\.?\s+(.+)$/.exec(line));
  const points = [];
  for (const found of lines.filter(Boolean)) {
    const [, label, words] = found;
    const above = points.findLast?.((p) => label.startsWith(`${p.label}.`));
    if (above) Object.assign(above, { actionable: false, addressees: [], deadline: {} });
    const end = isoDate(words);
    points.push({
      name: `${resolution}/points/${id()}`,
      ordinal: points.length + 1,
      label,
      parent: above?.name,
      text: words,
      actionable: true,
      addressees: addressees(above ? above.text : words),
      deadline: end
        ? { kind: "KIND_DATE", endDate: end, printed: `в срок до ${found[2].slice(-11, -1)}` }
        : { kind: "KIND_STANDING" },
      etag: '"1"',
    });
  }
  return points;
}
