import { useState } from "react";
import { downloadDocument, getDocument } from "../api/decisions";
import { type ExportFormat, exportResolution } from "../api/editing";
import { type Resolution, isDraft } from "../api/resolutions.types";
import { announce } from "../components/Announcer";
import { ErrorBox } from "../components/ErrorBox";
import { FactList, type FactRow } from "../components/FactList";
import { FactsForm } from "../components/FactsForm";
import { fieldName } from "../components/FieldChanges";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { ResolutionLetters } from "../components/ResolutionLetters";
import { Await } from "../components/States";
import { type TextKey, type Texts, useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { dateText, momentText } from "../lib/dates";
import { saveAs } from "../lib/download";
import { PARTIES } from "../lib/facts";
import { type Loaded, useLoad } from "../lib/load";
import { may, session } from "../lib/session";

function eventRows({ displayName, event }: Resolution, { t, number }: Texts): FactRow[] {
  const value = (text: string) => (text ? t(`value.${text}` as TextKey) : "");
  const parties = PARTIES.map((kind): FactRow => {
    const named = event.parties.filter((each) => each.kind === kind);
    return [t(`parties.${kind}`), named.map((each) => each.displayName).join("\n"), true];
  });
  return [
    [t("fact.name"), event.displayName === displayName ? "" : event.displayName, true],
    [t("fact.form"), value(event.form)],
    [t("fact.level"), value(event.level)],
    [t("fact.mode"), value(event.mode)],
    [t("fact.territory"), event.territory],
    [t("fact.startDate"), dateText(event.startDate)],
    [t("fact.endDate"), dateText(event.endDate)],
    [t("resolution.participants"), event.participants ? number(event.participants) : ""],
    ...event.figures.map((each): FactRow => [t(`figure.${each.name}` as TextKey), number(each.value)]),
    ...parties,
  ];
}

/** The file it was read from, and the files it can be taken along as. */
function Files({ resolution }: { resolution: Resolution }) {
  const { t, number } = useTexts();
  const { document: name, displayName } = resolution;
  const source = useLoad(name, (signal) => getDocument(name, signal));
  const download = useAction(
    async (_id, what: ExportFormat | "source") => {
      if (what === "source") return downloadDocument(name);
      const ending = what === "FORMAT_AKN" ? "akn.xml" : "json";
      const blob = await exportResolution(resolution.name, what);
      return { blob, name: `${displayName.slice(0, 60).replace(/[\\/:*?"<>|]/g, " ")}.${ending}` };
    },
    (file) => saveAs(file.blob, file.name),
  );
  const button = (what: ExportFormat | "source", text: string) => (
    <button
      type="button"
      className="button button-small"
      disabled={download.busy}
      onClick={() => void download.run(what)}
    >
      {text}
    </button>
  );
  return (
    <section className="card panel" aria-labelledby="files">
      <h2 id="files">{t("fact.files")}</h2>
      {name && (
        <Await from={source}>
          {(file) => (
            <FactList
              rows={[
                [t("fact.file"), file.fileName],
                [t("fact.type"), [file.mediaType, file.encoding].filter(Boolean).join(", ")],
                [t("fact.size"), t("fact.bytes", { n: number(file.sizeBytes) })],
                [t("fact.imported"), `${momentText(file.createTime)} ${file.creator}`],
                [t("fact.reader"), resolution.readerVersion],
                [t("fact.sha"), file.sha256, true],
                [t("resolution.hash"), resolution.contentHash, true],
              ]}
            />
          )}
        </Await>
      )}
      <div className="buttons">
        {name && button("source", t("resolution.source"))}
        {button("FORMAT_AKN", t("export.akn"))}
        {button("FORMAT_JSON", t("export.json"))}
      </div>
      {download.error !== undefined && <ErrorBox error={download.error} />}
    </section>
  );
}

function Body({ resolution, loaded }: { resolution: Resolution; loaded: Loaded<Resolution> }) {
  const texts = useTexts();
  const { t } = texts;
  const [editing, setEditing] = useState(false);
  const claims = session.use()?.claims;
  const editable = isDraft(resolution.state) && claims !== undefined && may(claims, "prepare");
  const corrected = resolution.correctedFields.map((each) => fieldName(each, t)).join(", ");
  if (editing) {
    return (
      <FactsForm
        resolution={resolution}
        onCancel={() => setEditing(false)}
        onStale={() => {
          setEditing(false);
          loaded.reload();
        }}
        onSaved={(changed) => {
          setEditing(false);
          loaded.put(changed);
          announce(t("fact.saved"));
        }}
      />
    );
  }
  return (
    <>
      <section className="card panel" aria-labelledby="event">
        <h2 id="event">{t("fact.event")}</h2>
        <FactList rows={eventRows(resolution, texts)} />
        {corrected && <p className="muted small">{t("fact.corrected", { fields: corrected })}</p>}
        {editable && (
          <div className="buttons">
            <button type="button" className="button button-small" onClick={() => setEditing(true)}>
              {t("fact.edit")}
            </button>
          </div>
        )}
      </section>
      <ResolutionLetters resolution={resolution} onChanged={loaded.reload} />
      <Files resolution={resolution} />
    </>
  );
}

/** What is known of the event, the letter and the file. */
export function FactsPage({ id }: { id: string }) {
  return (
    <ResolutionFrame id={id}>
      {(resolution, loaded) => <Body resolution={resolution} loaded={loaded} />}
    </ResolutionFrame>
  );
}
