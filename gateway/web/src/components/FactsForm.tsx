import { type FormEvent, useId, useState } from "react";
import { type FactsChange, updateResolution } from "../api/editing";
import { listMunicipalities } from "../api/registry";
import type { Resolution } from "../api/resolutions.types";
import { type TextKey, useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { FORMS, type FactsDraft, LEVELS, MODES, factsChange, factsOf } from "../lib/facts";
import { useLoad } from "../lib/load";
import { problemOf } from "../lib/problems";
import { DateField } from "./DateField";
import { ErrorBox } from "./ErrorBox";
import { PartyFields } from "./PartyFields";

interface TextProps {
  label: string;
  value: string;
  lines?: number;
  numeric?: boolean;
  problem?: string | undefined;
  onChange: (value: string) => void;
}

function TextField({ label, value, lines, numeric, problem, onChange }: TextProps) {
  const id = useId();
  const field = {
    id,
    value,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-error`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? (
        <textarea {...field} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...field}
          {...(numeric && { inputMode: "numeric" as const, pattern: "[0-9]*" })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <p className="field-error" id={`${id}-error`}>
        {problem}
      </p>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  values: readonly string[];
  onChange: (value: string) => void;
}

function Choice({ label, value, values, onChange }: ChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {each ? t(`value.${each}` as TextKey) : t("state.none")}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The territory in the registry, by which addressees are looked up. */
function Place({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTexts();
  const id = useId();
  const places = useLoad("municipalities", listMunicipalities);
  const known = places.data?.some((each) => each.name === value) ?? false;
  return (
    <div className="field">
      <label htmlFor={id}>{t("fact.place")}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("state.none")}</option>
        {value && !known && <option value={value}>{t("fact.placeKept")}</option>}
        {places.data?.map((each) => (
          <option key={each.name} value={each.name}>
            {each.displayName}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props {
  resolution: Resolution;
  onSaved: (resolution: Resolution) => void;
  onCancel: () => void;
  onStale: () => void;
}

/** Corrects what was read of the event and the letter. */
export function FactsForm({ resolution, onSaved, onCancel, onStale }: Props) {
  const { t } = useTexts();
  const [draft, setDraft] = useState<FactsDraft>(() => factsOf(resolution));
  const save = useAction(
    (requestId, change: FactsChange) => updateResolution(resolution, change, requestId),
    onSaved,
  );
  // What the server had against a field no longer holds once something is changed.
  const set = (change: Partial<FactsDraft>) => {
    save.clear();
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = factsChange(resolution, draft);
    if (!change) return;
    if (Object.keys(change).length === 0) onCancel();
    else void save.run(change);
  };
  const problem = (field: string) => problemOf(save.error, `resolution.${field}`);
  const text = (field: "name" | "territory" | "number" | "issuer" | "signatory") => ({
    label: t(`fact.${field}`),
    value: draft[field],
    onChange: (value: string) => set({ [field]: value }),
  });
  const date = (field: "startDate" | "endDate" | "date") => ({
    label: t(`fact.${field}`),
    value: factsOf(resolution)[field] ?? "",
    onChange: (value: string | undefined) => set({ [field]: value }),
  });
  return (
    <form className="form card" aria-label={t("fact.edit")} onSubmit={submit}>
      <TextField
        label={t("fact.title")}
        value={draft.title}
        lines={2}
        problem={problem("display_name")}
        onChange={(title) => set({ title })}
      />
      <h2>{t("fact.event")}</h2>
      <TextField {...text("name")} lines={2} problem={problem("event.display_name")} />
      <div className="fact-grid">
        <Choice
          label={t("fact.form")}
          value={draft.form}
          values={FORMS}
          onChange={(form) => set({ form })}
        />
        <Choice
          label={t("fact.level")}
          value={draft.level}
          values={LEVELS}
          onChange={(level) => set({ level })}
        />
        <Choice
          label={t("fact.mode")}
          value={draft.mode}
          values={MODES}
          onChange={(mode) => set({ mode })}
        />
        <TextField {...text("territory")} problem={problem("event.territory")} />
        <Place value={draft.place} onChange={(place) => set({ place })} />
        <DateField {...date("startDate")} problem={problem("event.start_date")} />
        <DateField {...date("endDate")} problem={problem("event.end_date")} />
        <TextField
          label={t("resolution.participants")}
          value={draft.participants}
          numeric
          problem={problem("event.participants")}
          onChange={(participants) => set({ participants })}
        />
      </div>
      <PartyFields parties={draft.parties} onChange={(parties) => set({ parties })} />
      <h2>{t("resolution.letter")}</h2>
      <div className="fact-grid">
        <TextField {...text("number")} problem={problem("letter.number")} />
        <DateField {...date("date")} problem={problem("letter.date")} />
        <TextField {...text("issuer")} problem={problem("letter.issuer")} />
        <TextField {...text("signatory")} problem={problem("letter.signatory")} />
      </div>
      <TextField
        label={t("fact.addressees")}
        value={draft.addressees}
        lines={3}
        problem={problem("letter.addressees")}
        onChange={(addressees) => set({ addressees })}
      />
      {save.error !== undefined && <ErrorBox error={save.error} onStale={onStale} />}
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={save.busy}>
          {t("state.save")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("state.cancel")}
        </button>
      </div>
    </form>
  );
}
