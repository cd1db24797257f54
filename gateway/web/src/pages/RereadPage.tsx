import { applyReread, previewReread } from "../api/editing";
import type { Difference, DifferenceKind, LinkDifference, Reread } from "../api/editing.types";
import { type Resolution, isDraft } from "../api/resolutions.types";
import { Badge } from "../components/Badge";
import { ErrorBox } from "../components/ErrorBox";
import { FieldChanges, fieldName } from "../components/FieldChanges";
import { Link } from "../components/Link";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { Await, Empty } from "../components/States";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { flash } from "../lib/flash";
import { type Loaded, useLoad } from "../lib/load";
import { targetText } from "../lib/relation";
import { navigate } from "../lib/router";
import { may, session } from "../lib/session";

const differs = ({ kind }: { kind: DifferenceKind }) => kind !== "KIND_SAME";

const TONES: Record<DifferenceKind, "plain" | "info" | "good" | "warn" | "bad"> = {
  KIND_UNSPECIFIED: "plain",
  KIND_SAME: "plain",
  KIND_CHANGED: "info",
  KIND_NEW: "good",
  KIND_GONE: "bad",
  KIND_MOVED: "info",
  KIND_KEPT: "warn",
};

function DifferenceItem({ difference }: { difference: Difference }) {
  const { t } = useTexts();
  const { kind, point, read, fields, keptFields } = difference;
  const shown = point ?? read;
  return (
    <li className="card">
      <p>
        <Badge tone={TONES[kind]}>{t(`reread.${kind}`)}</Badge>{" "}
        {shown && shown.label !== "-" && <span className="label">{shown.label} </span>}
        {![...fields, ...keptFields].includes("text") && shown?.text}
      </p>
      {point && read && fields.length > 0 && (
        <FieldChanges before={point} after={read} fields={fields} />
      )}
      {point && read && keptFields.length > 0 && (
        <FieldChanges before={point} after={read} fields={keptFields} kept />
      )}
    </li>
  );
}

/** A relation or suggestion that is read otherwise: as it stands, and what is read now. */
function LinkItem<Row>({
  difference,
  words,
}: {
  difference: LinkDifference<Row>;
  words: (row: Row) => string;
}) {
  const { t } = useTexts();
  const { kind, standing, read } = difference;
  const [was, is] = [standing && words(standing), read && words(read)];
  return (
    <li className="card">
      <p>
        <Badge tone={TONES[kind]}>{t(`reread.${kind}`)}</Badge> {was ?? is}
      </p>
      {was !== undefined && is !== undefined && was !== is && (
        <p className="muted">{t("reread.readNow", { value: is })}</p>
      )}
    </li>
  );
}

function Links({ found }: { found: Reread }) {
  const { t } = useTexts();
  const relations = found.relations.filter(differs);
  const suggestions = found.suggestions.filter(differs);
  return (
    <>
      {relations.length > 0 && (
        <section aria-labelledby="reread-relations">
          <h2 id="reread-relations">{t("resolution.tab.relations")}</h2>
          <ul className="cards">
            {relations.map((each, i) => (
              <LinkItem
                key={i}
                difference={each}
                words={(row) => `${t(`relation.${row.kind}`)}: ${targetText(row, t)}`}
              />
            ))}
          </ul>
        </section>
      )}
      {suggestions.length > 0 && (
        <section aria-labelledby="reread-suggestions">
          <h2 id="reread-suggestions">{t("suggestion.title")}</h2>
          <ul className="cards">
            {suggestions.map((each, i) => (
              <LinkItem key={i} difference={each} words={(row) => row.text} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface Props {
  resolution: Resolution;
  loaded: Loaded<Resolution>;
}

function Found({
  found,
  resolution,
  loaded,
  reload,
}: Props & { found: Reread; reload: () => void }) {
  const { t, n } = useTexts();
  const differences = found.differences.filter(differs);
  const all = [...found.differences, ...found.relations, ...found.suggestions].filter(differs);
  const taken = all.some((each) => each.kind !== "KIND_KEPT") || found.fields.length > 0;
  const apply = useAction(
    (requestId) => applyReread(resolution, requestId),
    (done) => {
      loaded.put(done.resolution);
      flash(t("reread.done"));
      navigate(`/${resolution.name}`);
    },
  );
  const stale = () => {
    apply.clear();
    loaded.reload();
    reload();
  };
  const facts = found.fields.map((each) => fieldName(each, t)).join(", ");
  const kept = found.keptFields.map((each) => fieldName(each, t)).join(", ");
  return (
    <>
      <section className="card panel" aria-label={t("reread.title")}>
        <p>
          {t("reread.versions", { before: found.readerVersionBefore, now: found.readerVersion })}{" "}
          {t("reread.hint")}
        </p>
        {facts && <p>{t("reread.facts", { facts })}</p>}
        {kept && <p>{t("reread.kept", { fields: kept })}</p>}
        {taken && (
          <button
            type="button"
            className="button button-main"
            disabled={apply.busy}
            onClick={() => void apply.run()}
          >
            {t("reread.apply")}
          </button>
        )}
        {apply.error !== undefined && <ErrorBox error={apply.error} onStale={stale} />}
      </section>
      {all.length === 0 && <Empty title={t("reread.same")} hint={t("reread.sameHint")} />}
      {differences.length > 0 && (
        <>
          <h2>{n("differences", differences.length)}</h2>
          <ul className="cards">
            {differences.map((each, i) => (
              <DifferenceItem key={i} difference={each} />
            ))}
          </ul>
        </>
      )}
      <Links found={found} />
    </>
  );
}

function Body({ resolution, loaded }: Props) {
  const { t } = useTexts();
  const found = useLoad(`${resolution.name}/reread`, (signal) =>
    previewReread(resolution.name, signal),
  );
  return (
    <>
      <p className="crumbs">
        <Link to={`/${resolution.name}/corrections`}>{t("resolution.tab.corrections")}</Link>
      </p>
      <Await from={found}>
        {(data) => (
          <Found found={data} resolution={resolution} loaded={loaded} reload={found.reload} />
        )}
      </Await>
    </>
  );
}

/** What the present reader reads otherwise than the one that made the draft. */
export function RereadPage({ id }: { id: string }) {
  const { t } = useTexts();
  const claims = session.use()?.claims;
  const prepares = claims !== undefined && may(claims, "prepare");
  return (
    <ResolutionFrame id={id}>
      {(resolution, loaded) =>
        prepares && isDraft(resolution.state) && resolution.document ? (
          <Body resolution={resolution} loaded={loaded} />
        ) : (
          <Empty title={t("reread.closed")} hint={t("reread.closedHint")} />
        )
      }
    </ResolutionFrame>
  );
}
