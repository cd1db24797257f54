/** A relation's target in words. */

import type { Relation } from "../api/relations";
import type { Texts } from "../i18n";
import { dateText } from "./dates";

/** «Продолжает: решение № 5 …», by what was found, else as it is cited. */
export function relationText(relation: Relation, t: Texts["t"]): string {
  const { kind, targetResolutionDisplayName: title, targetPointText: point } = relation;
  const found = [title && `«${title}»`, point].filter(Boolean).join(": ");
  return `${t(`relation.${kind}`)}: ${found || targetText(relation, t)}`;
}

/** «решение № 5 от 01.02.2024, пункт 3», as the text names it. */
export function targetText({ target }: Relation, t: Texts["t"]): string {
  const { act, number, actDate, issuer, title, label, own } = target;
  const words = [
    own ? t("relation.own") : [act, issuer].filter(Boolean).join(" "),
    number && `№ ${number}`,
    actDate && t("relation.from", { date: dateText(actDate) }),
    title && `«${title}»`,
  ];
  const whole = words.filter(Boolean).join(" ");
  const point = label && t("point.label", { label }).toLowerCase();
  return [whole, point].filter(Boolean).join(", ") || t("relation.unnamed");
}
