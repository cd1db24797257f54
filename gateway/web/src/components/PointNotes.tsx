import type { Duplicate, Relation } from "../api/relations";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import { pointAddress } from "../lib/selection";
import { targetText } from "../lib/relation";
import { isLabelled } from "./PointTools";
import { Link } from "./Link";

export interface Found {
  relations: Relation[];
  duplicates: Duplicate[];
}

interface Props {
  point: Point;
  resolution: string;
  found: Found | undefined;
}

/** What ties a point to others: what it does to earlier decisions, and which ones it repeats. */
export function PointNotes({ point, resolution, found }: Props) {
  const { t, percent } = useTexts();
  const relations = found?.relations.filter(
    (each) => each.point === point.name && each.state !== "STATE_REJECTED",
  );
  const duplicates = found?.duplicates.filter((each) => each.point === point.name).slice(0, 2);
  if (!relations?.length && !duplicates?.length) return null;
  return (
    <ul className="point-notes">
      {relations?.map((each) => (
        <li key={each.name}>
          <Link to={`/${resolution}/relations`}>
            {t(`relation.${each.kind}`)}: {targetText(each, t)}
          </Link>
          {each.state === "STATE_PROPOSED" && (
            <span className="text-warn"> ({t("relation.check")})</span>
          )}
        </li>
      ))}
      {duplicates?.map((each) => (
        <li key={each.other.name}>
          {t("duplicate.like")}{" "}
          <Link to={pointAddress(each.other.name)}>
            {isLabelled(each.other)
              ? t("point.label", { label: each.other.label }).toLowerCase()
              : t("duplicate.point")}
            {` «${each.otherResolutionDisplayName}»`}
          </Link>{" "}
          ({percent(each.similarity)})
        </li>
      ))}
    </ul>
  );
}
