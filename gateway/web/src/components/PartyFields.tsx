import type { Party } from "../api/resolutions.types";
import { type TextKey, useTexts } from "../i18n";
import { PARTIES } from "../lib/facts";

interface Props {
  parties: Party[];
  onChange: (parties: Party[]) => void;
}

/** Organisers, partners, venues and the like. */
export function PartyFields({ parties, onChange }: Props) {
  const { t } = useTexts();
  const set = (at: number, change: Partial<Party>) =>
    onChange(parties.map((each, i) => (i === at ? { ...each, ...change } : each)));
  return (
    <fieldset>
      <legend>{t("fact.parties")}</legend>
      {parties.map((party, i) => (
        <div key={i} className="party">
          <select
            aria-label={`${t("fact.partyKind")} ${i + 1}`}
            value={party.kind}
            onChange={(event) => set(i, { kind: event.target.value })}
          >
            {PARTIES.map((each) => (
              <option key={each} value={each}>
                {t(`value.${each}` as TextKey)}
              </option>
            ))}
          </select>
          <input
            aria-label={`${t("fact.partyName")} ${i + 1}`}
            value={party.displayName}
            onChange={(event) => set(i, { displayName: event.target.value })}
          />
          <button
            type="button"
            className="link"
            aria-label={`${t("edit.remove")}: ${party.displayName || i + 1}`}
            onClick={() => onChange(parties.filter((_, at) => at !== i))}
          >
            {t("edit.remove")}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button button-small"
        onClick={() => onChange([...parties, { kind: "organiser", displayName: "" }])}
      >
        {t("fact.addParty")}
      </button>
    </fieldset>
  );
}
