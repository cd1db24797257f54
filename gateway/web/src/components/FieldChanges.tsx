import type { Point } from "../api/points.types";
import { type TextKey, type Texts, useTexts } from "../i18n";
import { texts } from "../i18n/ru";
import { deadlineWords } from "./DeadlineText";
import { Diff } from "./Diff";

/** A field's name for people; the contract's own where the page has none. */
export function fieldName(field: string, t: Texts["t"]): string {
  const key = `field.${field.split(".")[0] ?? ""}`;
  return key in texts ? t(key as TextKey) : field;
}

function valueOf(point: Point, field: string, all: Texts): string {
  switch (field.split(".")[0]) {
    case "text":
      return point.text;
    case "label":
      return point.label;
    case "actionable":
      return all.t(point.actionable ? "value.actionable" : "value.notActionable");
    case "addressees":
      return point.addressees
        .map((each) => each.targetDisplayNames.join(", ") || each.phrase)
        .join("; ");
    case "deadline":
      return deadlineWords(point.deadline, all);
    default:
      return "";
  }
}

interface Props {
  before: Point;
  after: Point;
  fields: readonly string[];
  /** True where `before` stays, whatever the new reading says. */
  kept?: boolean;
}

/** The fields of a point that differ, each as it was and as it is. */
export function FieldChanges({ before, after, fields, kept }: Props) {
  const all = useTexts();
  return (
    <dl className="changes">
      {fields.map((field) => (
        <div key={field}>
          <dt>{fieldName(field, all.t)}</dt>
          {kept ? (
            <dd>
              {valueOf(before, field, all)}
              <span className="muted small block">
                {all.t("reread.readNow", { value: valueOf(after, field, all) })}
              </span>
            </dd>
          ) : (
            <dd>
              <Diff before={valueOf(before, field, all)} after={valueOf(after, field, all)} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
