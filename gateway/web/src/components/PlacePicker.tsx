import { useId } from "react";
import { listMunicipalities, listOrganisations } from "../api/registry";
import { useTexts } from "../i18n";
import { useLoad } from "../lib/load";
import { beVisitor } from "../lib/session";
import { ErrorBox } from "./ErrorBox";
import { Await, Loading } from "./States";

interface Place {
  territory: string;
  organisation: string;
}

interface Props {
  region: string;
  withOrganisation: boolean;
  value: Place;
  onChange: (place: Place) => void;
}

interface SelectProps {
  label: string;
  value: string;
  options: { value: string; text: string }[];
  onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} required value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("login.choose")}</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which municipality, and which organisation of it, a person works for. */
export function PlacePicker({ region, withOrganisation, value, onChange }: Props) {
  const { t } = useTexts();
  const { territory } = value;
  const territories = useLoad(`territories ${region}`, async (signal) => {
    await beVisitor(region);
    return listMunicipalities(signal);
  });
  const organisations = useLoad(`organisations ${territory}`, async (signal) =>
    withOrganisation && territory ? listOrganisations(territory, signal) : [],
  );
  if (territories.error !== undefined) {
    return <ErrorBox error={territories.error} onRetry={territories.reload} />;
  }
  if (!territories.data) return <Loading />;
  return (
    <>
      <Select
        label={t("login.territory")}
        value={territory}
        options={territories.data.map((each) => ({ value: each.name, text: each.displayName }))}
        onChange={(name) => onChange({ territory: name, organisation: "" })}
      />
      {withOrganisation && territory && (
        <Await from={organisations}>
          {(found) => (
            <Select
              label={t("login.organisation")}
              value={value.organisation}
              options={found.map((each) => ({ value: each.target, text: each.displayName }))}
              onChange={(name) => onChange({ territory, organisation: name })}
            />
          )}
        </Await>
      )}
    </>
  );
}
