import { type DragEvent, useEffect, useRef, useState } from "react";
import { type Imported, importDocument } from "../api/decisions";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { flash } from "../lib/flash";
import { navigate } from "../lib/router";
import { announce } from "./Announcer";
import { ErrorBox } from "./ErrorBox";

const LIMIT = 32 * 1024 * 1024;
const TYPES =
  ".txt,.md,.markdown,.docx,.odt,.rtf,.doc,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.json,text/plain,text/markdown";

/** Takes the file of a resolution or of its cover letter, by dropping or choosing it, and opens what was read from it. */
export function DropZone() {
  const { t } = useTexts();
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const upload = useAction(
    (requestId, _name: string, _size: number, _time: number, from: File) =>
      importDocument(from, requestId),
    (result: Imported) => {
      if (result.alreadyImported) flash(t("home.already"));
      navigate(`/${result.name}`);
    },
  );
  const tooLarge = file !== undefined && file.size > LIMIT;
  const send = (from: File) => {
    if (from.size <= LIMIT) void upload.run(from.name, from.size, from.lastModified, from);
  };
  const take = (files: FileList | null) => {
    const chosen = files?.[0];
    if (!chosen || upload.busy) return;
    setFile(chosen);
    upload.clear();
    send(chosen);
  };
  useEffect(() => {
    if (upload.busy && file) announce(t("home.reading", { file: file.name }));
    if (!upload.busy && input.current) input.current.value = "";
  }, [upload.busy, file, t]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section className="import" aria-busy={upload.busy}>
      <label
        className={over ? "drop drop-over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept={TYPES}
          disabled={upload.busy}
          onChange={(event) => take(event.target.files)}
        />
        {upload.busy && file ? (
          <span className="drop-title">
            <span className="spinner" aria-hidden="true" />
            {t("home.reading", { file: file.name })}
          </span>
        ) : (
          <>
            <span className="drop-title">{t("home.drop")}</span>
            <span className="drop-choose">{t("home.choose")}</span>
            <span className="drop-hint">{t("home.formats")}</span>
          </>
        )}
      </label>
      {tooLarge && (
        <div className="notice notice-error" role="alert">
          {t("home.tooLarge", { file: file.name })}
        </div>
      )}
      {upload.error !== undefined && (
        <ErrorBox error={upload.error} onRetry={file ? () => send(file) : undefined} />
      )}
    </section>
  );
}
