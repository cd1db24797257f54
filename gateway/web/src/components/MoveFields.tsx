import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../i18n";
import { DateField } from "./DateField";

interface Props {
  busy: boolean;
  onSubmit: (body: object) => void;
  onCancel: () => void;
}

interface FrameProps extends Omit<Props, "onSubmit"> {
  submit: string;
  onSubmit: () => void;
  children: ReactNode;
}

function Frame({ busy, submit, onSubmit, onCancel, children }: FrameProps) {
  const { t } = useTexts();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="form move-form" onSubmit={send}>
      {children}
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={busy}>
          {submit}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("state.cancel")}
        </button>
      </div>
    </form>
  );
}

interface WordsProps {
  label: string;
  value: string;
  required?: boolean;
  focus?: boolean;
  rows?: number;
  onChange: (value: string) => void;
}

function Words({ label, value, required, focus, rows = 3, onChange }: WordsProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={area}
        rows={rows}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** What was done, with links to evidence. */
export function ReportForm({ busy, onSubmit, onCancel }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const [links, setLinks] = useState("");
  const [information, setInformation] = useState(false);
  const send = () => {
    const given = links.split(/\s+/).filter(Boolean);
    const ask = information ? "ASK_INFORMATION" : "ASK_REMOVE_FROM_CONTROL";
    onSubmit({ report: { text: text.trim(), ask, links: given } });
  };
  return (
    <Frame busy={busy} submit={t("move.reportSubmit")} onSubmit={send} onCancel={onCancel}>
      <Words label={t("move.reportText")} value={text} onChange={setText} required focus rows={4} />
      <Words label={t("move.reportLinks")} value={links} onChange={setLinks} rows={2} />
      <label className="check">
        <input
          type="checkbox"
          checked={information}
          onChange={(event) => setInformation(event.target.checked)}
        />
        {t("move.reportInformation")}
      </label>
    </Frame>
  );
}

export function AcceptForm({ busy, onSubmit, onCancel }: Props) {
  const { t } = useTexts();
  const [comment, setComment] = useState("");
  const send = () => onSubmit({ comment: comment.trim() });
  return (
    <Frame busy={busy} submit={t("move.acceptSubmit")} onSubmit={send} onCancel={onCancel}>
      <Words label={t("move.acceptComment")} value={comment} onChange={setComment} focus rows={2} />
    </Frame>
  );
}

/** Why a report is sent back, and by when it is wanted again. */
export function ReturnForm({ busy, onSubmit, onCancel }: Props) {
  const { t } = useTexts();
  const [comment, setComment] = useState("");
  const [due, setDue] = useState<string | undefined>("");
  const send = () => {
    if (due === undefined) return;
    onSubmit({ comment: comment.trim(), ...(due ? { dueDate: due } : {}) });
  };
  return (
    <Frame busy={busy} submit={t("move.returnSubmit")} onSubmit={send} onCancel={onCancel}>
      <Words label={t("move.returnComment")} value={comment} onChange={setComment} required focus />
      <DateField label={t("move.returnDue")} value="" onChange={setDue} />
    </Frame>
  );
}
