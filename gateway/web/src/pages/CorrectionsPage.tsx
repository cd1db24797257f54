import { listCorrections } from "../api/editing";
import type { Correction } from "../api/editing.types";
import type { Point } from "../api/points.types";
import { type Resolution, isDraft } from "../api/resolutions.types";
import { ErrorBox } from "../components/ErrorBox";
import { FieldChanges, fieldName } from "../components/FieldChanges";
import { Link } from "../components/Link";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { Empty, Loading } from "../components/States";
import { useTexts } from "../i18n";
import { momentText } from "../lib/dates";
import { usePages } from "../lib/pages";
import { relationText } from "../lib/relation";
import { useLocation } from "../lib/router";
import { pointAddress } from "../lib/selection";
import { may, session } from "../lib/session";

function PointLine({ point }: { point: Point }) {
  return (
    <li>
      {point.label && point.label !== "-" && <span className="label">{point.label} </span>}
      {point.text}
    </li>
  );
}

/** Points before and after, where not one point has changed in its fields. */
function Sides({ before, after }: Pick<Correction, "before" | "after">) {
  const { t } = useTexts();
  return (
    <div className="sides">
      {before.length > 0 && (
        <div>
          <p className="muted small">{t("correction.before")}</p>
          <ul className="plain">
            {before.map((point, i) => (
              <PointLine key={i} point={point} />
            ))}
          </ul>
        </div>
      )}
      {after.length > 0 && (
        <div>
          <p className="muted small">{t("correction.after")}</p>
          <ul className="plain">
            {after.map((point, i) => (
              <PointLine key={i} point={point} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function CorrectionItem({ correction }: { correction: Correction }) {
  const { t } = useTexts();
  const { action, corrector, createTime, before, after, fields, letter } = correction;
  const [was, is] = [before[0], after[0]];
  const same = before.length === 1 && after.length === 1;
  const point = after[0] ?? before[0];
  return (
    <li className="card">
      <p>
        <strong>{t(`correction.${action}`)}</strong>{" "}
        <span className="muted">
          {corrector}, {momentText(createTime)}
        </span>
      </p>
      {action === "ACTION_UPDATE" && same && was && is ? (
        <FieldChanges before={was} after={is} fields={fields} />
      ) : action === "ACTION_MOVE" && point ? (
        <ul className="plain">
          <PointLine point={point} />
        </ul>
      ) : action === "ACTION_DISMISS_SUGGESTION" ? (
        <p>{correction.suggestion?.text}</p>
      ) : correction.relation ? (
        <p>{relationText(correction.relation, t)}</p>
      ) : action === "ACTION_UPDATE_FACTS" ? (
        <p>{fields.map((field) => fieldName(field, t)).join(", ")}</p>
      ) : (
        <Sides before={before} after={after} />
      )}
      {letter && action !== "ACTION_REMOVE_LETTER" && (
        <p className="card-foot">
          <Link to={`/${letter}`}>{t("resolution.letter")}</Link>
        </p>
      )}
      {after[0] && (
        <p className="card-foot">
          <Link to={pointAddress(after[0].name)}>{t("correction.point")}</Link>
        </p>
      )}
    </li>
  );
}

function List({ resolution }: { resolution: Resolution }) {
  const { t } = useTexts();
  const { query } = useLocation();
  const { name } = resolution;
  const id = query.get("point") ?? "";
  const point = id && `${name}/points/${id}`;
  const claims = session.use()?.claims;
  const list = usePages(`${name} ${id} corrections`, (token, signal) =>
    listCorrections(name, point, token, signal),
  );
  const rereads =
    isDraft(resolution.state) &&
    resolution.document !== "" &&
    claims !== undefined &&
    may(claims, "prepare");
  return (
    <>
      <div className="section-head">
        <p className="muted">
          {point ? t("correction.ofPoint") : t("correction.hint")}{" "}
          {point && <Link to={`/${name}/corrections`}>{t("correction.all")}</Link>}
        </p>
        {rereads && (
          <Link className="button button-small" to={`/${name}/reread`}>
            {t("reread.open")}
          </Link>
        )}
      </div>
      <ul className="cards">
        {list.rows.map((row) => (
          <CorrectionItem key={row.name} correction={row} />
        ))}
      </ul>
      {list.loading && <Loading />}
      {list.error !== undefined && <ErrorBox error={list.error} onRetry={list.retry} />}
      {!list.loading && list.error === undefined && list.rows.length === 0 && (
        <Empty title={t("correction.none")} hint={t("correction.noneHint")} />
      )}
      {list.more && !list.loading && (
        <button type="button" className="button more" onClick={list.showMore}>
          {t("state.more")}
        </button>
      )}
    </>
  );
}

/** Who corrected what while the resolution was a draft. */
export function CorrectionsPage({ id }: { id: string }) {
  return (
    <ResolutionFrame id={id}>{(resolution) => <List resolution={resolution} />}</ResolutionFrame>
  );
}
