import { listPoints } from "../api/decisions";
import {
  type Relation,
  listDuplicates,
  listIncoming,
  listRelations,
  listSuggestions,
} from "../api/relations";
import { type Resolution, isDraft } from "../api/resolutions.types";
import { Link } from "../components/Link";
import { NewRelation } from "../components/NewRelation";
import { RelationItem } from "../components/RelationItem";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { Await } from "../components/States";
import { SuggestionItem } from "../components/SuggestionItem";
import { type TextKey, useTexts } from "../i18n";
import { type Loaded, useLoad } from "../lib/load";
import { targetText } from "../lib/relation";
import { pointAddress } from "../lib/selection";
import { may, session } from "../lib/session";
import { type ReactNode, useState } from "react";

interface SectionProps<T> {
  id: string;
  title: TextKey;
  none: TextKey;
  rows: Loaded<T[]>;
  children: (row: T, rows: T[]) => ReactNode;
}

function Section<T>({ id, title, none, rows, children }: SectionProps<T>) {
  const { t } = useTexts();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      <Await from={rows}>
        {(all) =>
          all.length === 0 ? (
            <p className="muted">{t(none)}</p>
          ) : (
            <ul className="cards">{all.map((row) => children(row, all))}</ul>
          )
        }
      </Await>
    </section>
  );
}

function Duplicates({ name }: { name: string }) {
  const { t, percent } = useTexts();
  const rows = useLoad(`${name}/duplicates`, listDuplicates(name));
  return (
    <Section id="duplicates" title="duplicate.title" none="duplicate.none" rows={rows}>
      {(row) => (
        <li key={`${row.point} ${row.other.name}`} className="card">
          <p>
            <strong>{percent(row.similarity)}</strong> {row.other.text}
          </p>
          <p className="card-foot">
            <Link to={pointAddress(row.point)}>{t("duplicate.own")}</Link>
            <Link to={pointAddress(row.other.name)}>
              {t("duplicate.other", { title: row.otherResolutionDisplayName })}
            </Link>
          </p>
        </li>
      )}
    </Section>
  );
}

function Incoming({ name }: { name: string }) {
  const { t } = useTexts();
  const rows = useLoad(`${name}/incoming`, listIncoming(name));
  return (
    <Section id="incoming" title="relation.incoming" none="relation.incomingNone" rows={rows}>
      {(row) => (
        <li key={row.name} className="card">
          <p>
            {t(`relation.${row.kind}`)}: {targetText(row, t)}
          </p>
          <p className="card-foot">
            <span className="muted">{t(`relation.state.${row.state}`)}</span>
            <Link to={row.point ? pointAddress(row.point) : `/${row.name.split("/relations/")[0]}`}>
              {t("relation.source")}
            </Link>
          </p>
        </li>
      )}
    </Section>
  );
}

/** Opens the form for a relation that the reader did not see. */
function Adding({ name, onAdded }: { name: string; onAdded: (relation: Relation) => void }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const points = useLoad(`${name}/points`, (signal) => listPoints(name, signal));
  if (!open) {
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t("relation.add")}
      </button>
    );
  }
  return (
    <Await from={points}>
      {(rows) => (
        <NewRelation
          resolution={name}
          points={rows}
          onAdded={(relation) => {
            setOpen(false);
            onAdded(relation);
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </Await>
  );
}

function Body({ resolution }: { resolution: Resolution }) {
  const { name } = resolution;
  const claims = session.use()?.claims;
  const prepares = claims !== undefined && may(claims, "prepare");
  const relations = useLoad(`${name}/relations`, listRelations(name));
  const suggestions = useLoad(`${name}/suggestions`, listSuggestions(name));
  return (
    <>
      <Section id="relations" title="relation.title" none="relation.none" rows={relations}>
        {(row, rows) => (
          <RelationItem
            key={row.name}
            relation={row}
            resolution={name}
            editable={prepares}
            draft={isDraft(resolution.state)}
            onStale={relations.reload}
            onDecided={(now) =>
              relations.put(rows.map((each) => (each.name === now.name ? now : each)))
            }
            onDeleted={() => relations.put(rows.filter((each) => each.name !== row.name))}
          />
        )}
      </Section>
      {prepares && isDraft(resolution.state) && (
        <Adding
          name={name}
          onAdded={(relation) => relations.put([...(relations.data ?? []), relation])}
        />
      )}
      <Section id="suggestions" title="suggestion.title" none="suggestion.none" rows={suggestions}>
        {(row, rows) => (
          <SuggestionItem
            key={row.name}
            suggestion={row}
            resolution={name}
            editable={prepares && isDraft(resolution.state)}
            onStale={suggestions.reload}
            onDismissed={(now) =>
              suggestions.put(rows.map((each) => (each.name === now.name ? now : each)))
            }
          />
        )}
      </Section>
      <Duplicates name={name} />
      <Incoming name={name} />
    </>
  );
}

/** What a resolution does to earlier ones, repeats of them, and offers as points. */
export function RelationsPage({ id }: { id: string }) {
  return (
    <ResolutionFrame id={id}>{(resolution) => <Body resolution={resolution} />}</ResolutionFrame>
  );
}
