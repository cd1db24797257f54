import { listPoints, resolveAddressees } from "../api/decisions";
import { type Point, type Resolution, isDraft } from "../api/decisions.types";
import { AdoptPanel } from "../components/AdoptPanel";
import { announce } from "../components/Announcer";
import { ErrorBox } from "../components/ErrorBox";
import { PointItem } from "../components/PointItem";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { Await, Empty } from "../components/States";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { type Loaded, useLoad } from "../lib/load";
import { may, session } from "../lib/session";
import { depths } from "../lib/tree";

function Warnings({ texts }: { texts: string[] }) {
  const { t } = useTexts();
  if (texts.length === 0) return null;
  return (
    <div className="notice notice-warn">
      <p className="notice-title">{t("resolution.warnings")}</p>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  resolution: Resolution;
  loaded: Loaded<Resolution>;
}

function PointList({ resolution, loaded }: Props) {
  const { t, n } = useTexts();
  const current = session.use();
  const points = useLoad(`${resolution.name}/points`, (signal) =>
    listPoints(resolution.name, signal),
  );
  const editable =
    isDraft(resolution.state) && current !== undefined && may(current.claims, "prepare");
  const again = useAction(
    (requestId) => resolveAddressees(resolution, requestId),
    (changed) => {
      loaded.put(changed);
      points.reload();
      announce(t("resolution.resolved"));
    },
  );
  const saved = (all: Point[], changed: Point) => {
    points.put(all.map((each) => (each.name === changed.name ? changed : each)));
    loaded.reload();
    announce(t("point.saved"));
  };
  return (
    <>
      <div className="section-head">
        <p className="muted">
          {n("points", resolution.pointCount)}, {n("actionable", resolution.actionableCount)}
        </p>
        {editable && (
          <button
            type="button"
            className="button"
            disabled={again.busy}
            onClick={() => void again.run()}
          >
            {t("resolution.resolve")}
          </button>
        )}
      </div>
      {again.error !== undefined && <ErrorBox error={again.error} onRetry={loaded.reload} />}
      <Await from={points}>
        {(all) => {
          const depth = depths(all);
          const parents = new Set(all.map((point) => point.parent));
          if (all.length === 0) {
            return <Empty title={t("resolution.noPoints")} hint={t("resolution.noPointsHint")} />;
          }
          return (
            <ol className="points">
              {all.map((point) => (
                <PointItem
                  key={point.name}
                  point={point}
                  depth={depth.get(point.name) ?? 0}
                  heads={parents.has(point.name)}
                  territory={resolution.territory}
                  editable={editable}
                  onSaved={(changed) => saved(all, changed)}
                  onStale={points.reload}
                />
              ))}
            </ol>
          );
        }}
      </Await>
      <AdoptPanel
        resolution={resolution}
        editable={editable}
        onAdopted={loaded.put}
        onStale={loaded.reload}
      />
    </>
  );
}

/** The points of a resolution: check, correct, adopt. */
export function PointsPage({ id }: { id: string }) {
  return (
    <ResolutionFrame id={id}>
      {(resolution, loaded) => (
        <>
          <Warnings texts={resolution.warnings} />
          <PointList resolution={resolution} loaded={loaded} />
        </>
      )}
    </ResolutionFrame>
  );
}
