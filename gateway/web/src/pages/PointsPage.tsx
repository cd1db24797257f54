import { type ReactNode, useState } from "react";
import { listPoints, resolveAddressees } from "../api/decisions";
import type { Point } from "../api/points.types";
import { listDuplicates, listRelations } from "../api/relations";
import { type Resolution, isDraft } from "../api/resolutions.types";
import { AdoptPanel } from "../components/AdoptPanel";
import { announce } from "../components/Announcer";
import { ErrorBox } from "../components/ErrorBox";
import { NewPoint } from "../components/NewPoint";
import { type PointContext, PointItem } from "../components/PointItem";
import { PointNotes } from "../components/PointNotes";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { SourceText } from "../components/SourceText";
import { Await, Empty } from "../components/States";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { needsLook } from "../lib/attention";
import { type Editing, useEditing } from "../lib/editing";
import { type Loaded, useLoad } from "../lib/load";
import { type Selecting, idOf, useSelection } from "../lib/selection";
import { may, session } from "../lib/session";
import { depths } from "../lib/tree";

interface Props {
  resolution: Resolution;
  loaded: Loaded<Resolution>;
}

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

/** Looks the addressees up again; what a person chose stays. */
function ResolveButton({ resolution, loaded, onDone }: Props & { onDone: () => void }) {
  const { t } = useTexts();
  const again = useAction(
    (requestId) => resolveAddressees(resolution, requestId),
    (changed) => {
      loaded.put(changed);
      onDone();
      announce(t("resolution.resolved"));
    },
  );
  return (
    <>
      <button
        type="button"
        className="button button-small"
        disabled={again.busy}
        onClick={() => void again.run()}
      >
        {t("resolution.resolve")}
      </button>
      {again.error !== undefined && <ErrorBox error={again.error} onRetry={loaded.reload} />}
    </>
  );
}

/** Which points are listed, and, where there is room for one of both, the list or the text. */
function Views({ points, selection }: { points: Point[]; selection: Selecting }) {
  const { t, number } = useTexts();
  const open = points.filter(needsLook).length;
  const choice = (on: boolean, text: string, change: Parameters<Selecting["select"]>[0]) => (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => selection.select({ point: selection.point, part: selection.part, ...change })}
    >
      {text}
    </button>
  );
  return (
    <>
      <div className="segments" role="group" aria-label={t("points.which")}>
        {choice(!selection.check, t("points.all", { n: number(points.length) }), { check: false })}
        {choice(selection.check, t("points.check", { n: number(open) }), { check: true })}
      </div>
      <div className="segments only-narrow" role="group" aria-label={t("points.view")}>
        {choice(!selection.text, t("resolution.tab.points"), { text: false })}
        {choice(selection.text, t("source.title"), { text: true })}
      </div>
    </>
  );
}

function PointList({
  context,
  note,
}: {
  context: PointContext;
  note: (point: Point) => ReactNode;
}) {
  const { t } = useTexts();
  const { points, selection } = context;
  const depth = depths(points);
  const parents = new Set(points.map((point) => point.parent));
  const listed = points.filter(
    (point) => !selection.check || needsLook(point) || idOf(point.name) === selection.point,
  );
  if (points.length === 0) {
    return <Empty title={t("resolution.noPoints")} hint={t("resolution.noPointsHint")} />;
  }
  if (listed.length === 0) return <Empty title={t("points.clear")} hint={t("points.clearHint")} />;
  return (
    <ol className="points">
      {listed.map((point) => (
        <PointItem
          key={point.name}
          point={point}
          depth={depth.get(point.name) ?? 0}
          heads={parents.has(point.name)}
          context={context}
          notes={note(point)}
        />
      ))}
    </ol>
  );
}

function AddLast({
  resolution,
  points,
  editing,
}: {
  resolution: string;
  points: Point[];
  editing: Editing;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const last = points.at(-1)?.name ?? "";
  return (
    <div className="add-last">
      {open ? (
        <>
          <NewPoint
            key={points.length}
            name={resolution}
            parent=""
            after={last}
            editing={editing}
            onCancel={() => setOpen(false)}
          />
          {editing.at === resolution && editing.error !== undefined && (
            <ErrorBox error={editing.error} />
          )}
        </>
      ) : (
        <button type="button" className="button button-small" onClick={() => setOpen(true)}>
          {t("create.last")}
        </button>
      )}
    </div>
  );
}

/** Relations and duplicates; without them the points are shown all the same. */
function useFound(resolution: string) {
  return useLoad(`${resolution}/found`, async (signal) => {
    const [relations, duplicates] = await Promise.all([
      listRelations(resolution)(signal),
      listDuplicates(resolution)(signal),
    ]);
    return { relations, duplicates };
  });
}

function Workbench({ resolution, loaded }: Props) {
  const { t } = useTexts();
  const { name } = resolution;
  const claims = session.use()?.claims;
  const selection = useSelection();
  const points = useLoad(`${name}/points`, (signal) => listPoints(name, signal));
  const found = useFound(name);
  const editable = isDraft(resolution.state) && claims !== undefined && may(claims, "prepare");
  const editing = useEditing(loaded, points, name, (what, point) => {
    announce(t(`done.${what.kind}`));
    found.reload();
    selection.select({ point: idOf(point), text: false });
    requestAnimationFrame(() => document.getElementById(`point-${idOf(point)}`)?.focus());
  });
  const stale = () => {
    editing.clear();
    loaded.reload();
    points.reload();
  };
  const saved = (all: Point[], changed: Point) => {
    points.put(all.map((each) => (each.name === changed.name ? changed : each)));
    loaded.reload();
    announce(t("point.saved"));
  };
  return (
    <Await from={points}>
      {(all) => (
        <div className={selection.text ? "workbench workbench-text" : "workbench"}>
          <div className="workbench-head">
            <Views points={all} selection={selection} />
            {editable && (
              <ResolveButton resolution={resolution} loaded={loaded} onDone={points.reload} />
            )}
          </div>
          <div className="workbench-points">
            <PointList
              context={{
                resolution: name,
                etag: resolution.etag,
                territory: resolution.territory,
                points: all,
                editable,
                editing,
                selection,
                onSaved: (changed) => saved(all, changed),
                onStale: stale,
              }}
              note={(point) => <PointNotes point={point} resolution={name} found={found.data} />}
            />
            {editable && <AddLast resolution={name} points={all} editing={editing} />}
          </div>
          {resolution.document && (
            <SourceText document={resolution.document} points={all} selection={selection} />
          )}
        </div>
      )}
    </Await>
  );
}

/** The points of a resolution beside their source: check, correct, adopt. */
export function PointsPage({ id }: { id: string }) {
  const current = session.use();
  return (
    <ResolutionFrame id={id}>
      {(resolution, loaded) => (
        <>
          <Warnings texts={resolution.warnings} />
          <Workbench resolution={resolution} loaded={loaded} />
          <AdoptPanel
            resolution={resolution}
            editable={
              isDraft(resolution.state) && current !== undefined && may(current.claims, "prepare")
            }
            onAdopted={loaded.put}
            onStale={loaded.reload}
          />
        </>
      )}
    </ResolutionFrame>
  );
}
