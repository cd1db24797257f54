import { useState } from "react";
import { type Relation, decideRelation, deleteRelation, findTargets } from "../api/relations";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { targetText } from "../lib/relation";
import { addressOf } from "../lib/router";
import { pointAddress } from "../lib/selection";
import { spanText } from "../lib/span";
import { announce } from "./Announcer";
import { Badge } from "./Badge";
import { ErrorBox } from "./ErrorBox";
import { Link } from "./Link";
import { RegistrySearch } from "./RegistrySearch";

const TONES = {
  STATE_UNSPECIFIED: "plain",
  STATE_PROPOSED: "warn",
  STATE_CONFIRMED: "good",
  STATE_REJECTED: "plain",
} as const;

/** What was found in Rezon for the words of the text. */
function Target({ relation }: { relation: Relation }) {
  const { t, percent } = useTexts();
  const { targetPoint, targetPointText, targetResolution, targetResolutionDisplayName } = relation;
  if (!targetResolution) return <p className="text-warn">{t("relation.unmatched")}</p>;
  const to = targetPoint ? pointAddress(targetPoint) : `/${targetResolution}`;
  return (
    <p>
      {t("relation.matched")} <Link to={to}>{targetResolutionDisplayName}</Link>
      {targetPointText && `: ${targetPointText}`}
      {relation.state === "STATE_PROPOSED" && relation.score > 0 && (
        <span className="muted"> ({percent(relation.score)})</span>
      )}
    </p>
  );
}

interface Props {
  relation: Relation;
  resolution: string;
  editable: boolean;
  /** Whether the resolution may still be changed. */
  draft: boolean;
  onDecided: (relation: Relation) => void;
  onDeleted: () => void;
  onStale: () => void;
}

/**
 * A relation that the text tells, or that a clerk added; the clerk confirms it, to another target where
 * needed, or rejects it, and removes an added one while the resolution is a draft.
 */
export function RelationItem(props: Props) {
  const { relation, resolution, editable, draft, onDecided, onDeleted, onStale } = props;
  const { t } = useTexts();
  const [searching, setSearching] = useState(false);
  const decide = useAction(
    (requestId, verb: "confirm" | "reject", target: string) =>
      decideRelation(relation, verb, target ? { target } : {}, requestId),
    (now) => {
      setSearching(false);
      announce(t(`relation.state.${now.state}`));
      onDecided(now);
    },
  );
  const remove = useAction(
    (requestId) => deleteRelation(relation, requestId),
    () => {
      announce(t("relation.deleted"));
      onDeleted();
    },
  );
  const { point, span, state } = relation;
  const added = relation.origin === "ORIGIN_PERSON";
  const button = (verb: "confirm" | "reject") => (
    <button
      type="button"
      className="button button-small"
      disabled={decide.busy}
      onClick={() => void decide.run(verb, "")}
    >
      {t(`relation.${verb}`)}
    </button>
  );
  return (
    <li className="card relation">
      <p>
        <Badge tone={TONES[state]}>{t(`relation.state.${state}`)}</Badge>{" "}
        <strong>{t(`relation.${relation.kind}`)}</strong>: {targetText(relation, t)}
      </p>
      <Target relation={relation} />
      {relation.decider && (
        <p className="muted small">
          {added && `${t("relation.added")}. `}
          {t("relation.decider", { who: relation.decider })}
        </p>
      )}
      <div className="card-foot">
        {editable && state !== "STATE_CONFIRMED" && button("confirm")}
        {editable && state !== "STATE_REJECTED" && button("reject")}
        {editable && (
          <button
            type="button"
            className="link"
            aria-expanded={searching}
            onClick={() => setSearching(!searching)}
          >
            {t("relation.choose")}
          </button>
        )}
        {editable && draft && added && (
          <button
            type="button"
            className="link"
            disabled={remove.busy}
            onClick={() => void remove.run()}
          >
            {t("relation.delete")}
          </button>
        )}
        {point && <Link to={pointAddress(point)}>{t("relation.point")}</Link>}
        {!point && span && (
          <Link to={addressOf(`/${resolution}`, { span: spanText(span), view: "text" })}>
            {t("source.show")}
          </Link>
        )}
      </div>
      {searching && (
        <RegistrySearch
          label={t("relation.search")}
          hint={t("relation.searchHint")}
          button={t("assignments.search")}
          territory=""
          search={(words) => findTargets(words)}
          onChoose={({ target }) => void decide.run("confirm", target)}
        />
      )}
      {decide.error !== undefined && <ErrorBox error={decide.error} onStale={onStale} />}
      {remove.error !== undefined && <ErrorBox error={remove.error} onStale={onStale} />}
    </li>
  );
}
