import { type FormEvent, useId, useState } from "react";
import { findResolutions } from "../api/letters";
import type { Point } from "../api/points.types";
import type { Found } from "../api/registry";
import {
  type NewRelation as Given,
  type Relation,
  type RelationKind,
  createRelation,
  findTargets,
} from "../api/relations";
import { type TextKey, useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { announce } from "./Announcer";
import { DateField } from "./DateField";
import { ErrorBox } from "./ErrorBox";
import { RegistrySearch } from "./RegistrySearch";

const KINDS: RelationKind[] = [
  "KIND_AMENDS",
  "KIND_SUPPLEMENTS",
  "KIND_SUPERSEDES",
  "KIND_REPEALS",
  "KIND_REMOVES_FROM_CONTROL",
  "KIND_CONTINUES",
  "KIND_EXECUTES",
];

const NOTHING = { act: "", number: "", actDate: "", title: "" };
type Cited = typeof NOTHING;

/** What the form says, as the service takes it. */
function given(kind: RelationKind, point: string, found: Found | undefined, cited: Cited): Given {
  const from = point ? { kind, point } : { kind };
  if (!found) return { ...from, target: cited };
  const place = found.target.includes("/points/") ? "targetPoint" : "targetResolution";
  return { ...from, [place]: found.target };
}

interface CiteProps {
  cited: Cited;
  onChange: (cited: Cited) => void;
}

/** An act that is not in Rezon, in words. */
function Cite({ cited, onChange }: CiteProps) {
  const { t } = useTexts();
  const id = useId();
  const fields: [keyof Cited, TextKey][] = [
    ["act", "relation.act"],
    ["number", "relation.number"],
    ["title", "relation.actTitle"],
  ];
  return (
    <fieldset>
      <legend>{t("relation.cite")}</legend>
      {fields.map(([field, label]) => (
        <div key={field} className="field">
          <label htmlFor={`${id}-${field}`}>{t(label)}</label>
          <input
            id={`${id}-${field}`}
            value={cited[field]}
            onChange={(event) => onChange({ ...cited, [field]: event.target.value })}
          />
        </div>
      ))}
      <DateField
        label={t("relation.day")}
        value={cited.actDate}
        onChange={(actDate) => onChange({ ...cited, actDate: actDate ?? "" })}
      />
    </fieldset>
  );
}

interface Props {
  resolution: string;
  points: Point[];
  onAdded: (relation: Relation) => void;
  onCancel: () => void;
}

/** A relation that the reader did not see: what is done, by which point, to which earlier decision. */
export function NewRelation({ resolution, points, onAdded, onCancel }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [kind, setKind] = useState<RelationKind>("KIND_CONTINUES");
  const [point, setPoint] = useState("");
  const [found, setFound] = useState<Found>();
  const [cited, setCited] = useState(NOTHING);
  const add = useAction(
    (requestId, relation: Given) => createRelation(resolution, relation, requestId),
    (relation) => {
      announce(t("relation.added"));
      onAdded(relation);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add.run(given(kind, point, found, cited));
  };
  return (
    <form className="form card" aria-label={t("relation.add")} onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t("relation.kind")}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={(event) => setKind(event.target.value as RelationKind)}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`relation.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-point`}>{t("relation.from.point")}</label>
        <select id={`${id}-point`} value={point} onChange={(event) => setPoint(event.target.value)}>
          <option value="">{t("relation.whole")}</option>
          {points.map((each) => (
            <option key={each.name} value={each.name}>
              {[each.label, each.text.slice(0, 80)].filter(Boolean).join(" ")}
            </option>
          ))}
        </select>
      </div>
      {found ? (
        <p>
          {t("relation.chosen", { what: found.displayName })}{" "}
          <button type="button" className="link" onClick={() => setFound(undefined)}>
            {t("relation.again")}
          </button>
        </p>
      ) : (
        <>
          <RegistrySearch
            label={t("relation.byWords")}
            hint={t("relation.searchHint")}
            button={t("assignments.search")}
            territory=""
            search={(words) => findTargets(words)}
            onChoose={setFound}
          />
          <RegistrySearch
            label={t("relation.byTitle")}
            hint={t("relation.titleHint")}
            button={t("letter.find")}
            territory=""
            search={(words) => findResolutions(words)}
            onChoose={setFound}
          />
          <Cite cited={cited} onChange={setCited} />
        </>
      )}
      {add.error !== undefined && <ErrorBox error={add.error} />}
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={add.busy}>
          {t("relation.add")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("state.cancel")}
        </button>
      </div>
    </form>
  );
}
