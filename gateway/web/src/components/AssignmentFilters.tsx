import { useId } from "react";
import { ASSIGNMENT_STATES } from "../api/assignments.types";
import { findOrganisations, getOrganisation, listMunicipalities } from "../api/registry";
import { useTexts } from "../i18n";
import { useLoad } from "../lib/load";
import { ErrorBox } from "./ErrorBox";
import { RegistrySearch } from "./RegistrySearch";

interface Filter {
  territory: string;
  executor: string;
  resolution: string;
  point: string;
  state: string;
}

interface Props {
  filter: Filter;
  ofResolution: string;
  onChange: (change: Partial<Filter>) => void;
}

const NOTHING: Filter = { territory: "", executor: "", resolution: "", point: "", state: "" };

function Executor({ filter, onChange }: Omit<Props, "ofResolution">) {
  const { t } = useTexts();
  const { executor, territory } = filter;
  const chosen = useLoad(executor, async (signal) =>
    executor ? getOrganisation(executor, signal) : undefined,
  );
  if (!executor) {
    return (
      <RegistrySearch
        label={t("assignments.executor")}
        button={t("assignments.search")}
        hint={t("assignments.searchHint")}
        territory={territory}
        search={(text, within) => findOrganisations(text, within, new AbortController().signal)}
        onChoose={(found) => onChange({ executor: found.target })}
      />
    );
  }
  const name = chosen.data?.shortName || chosen.data?.displayName || t("state.none");
  return (
    <div className="field">
      <span className="field-label">{t("assignments.executor")}</span>
      <span className="chip">
        {name}
        <button
          type="button"
          aria-label={`${t("edit.remove")}: ${name}`}
          onClick={() => onChange({ executor: "" })}
        >
          ×
        </button>
      </span>
    </div>
  );
}

/** Narrows the list of assignments; every choice is in the address. */
export function AssignmentFilters({ filter, ofResolution, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const territories = useLoad("territories", listMunicipalities);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <search className="card filters" aria-label={t("assignments.filter")}>
      <div className="filters-row">
        <div className="field">
          <label htmlFor={`${id}-territory`}>{t("assignments.territory")}</label>
          <select
            id={`${id}-territory`}
            value={filter.territory}
            onChange={(event) => onChange({ territory: event.target.value })}
          >
            <option value="">{t("assignments.allTerritories")}</option>
            {territories.data?.map((each) => (
              <option key={each.name} value={each.name}>
                {each.displayName}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-state`}>{t("assignments.state")}</label>
          <select
            id={`${id}-state`}
            value={filter.state}
            onChange={(event) => onChange({ state: event.target.value })}
          >
            <option value="">{t("assignments.allStates")}</option>
            <option value="OVERDUE">{t("assignments.overdue")}</option>
            {ASSIGNMENT_STATES.map((each) => (
              <option key={each} value={each}>
                {t(`assignment.state.STATE_${each}`)}
              </option>
            ))}
          </select>
        </div>
        <Executor filter={filter} onChange={onChange} />
      </div>
      {territories.error !== undefined && (
        <ErrorBox error={territories.error} onRetry={territories.reload} />
      )}
      {filtered && (
        <p className="filters-foot">
          {filter.point ? (
            <span>{t("assignments.ofPoint")}</span>
          ) : (
            filter.resolution &&
            ofResolution && <span>{t("assignments.ofResolution", { title: ofResolution })}</span>
          )}
          <button type="button" className="link" onClick={() => onChange(NOTHING)}>
            {t("assignments.clear")}
          </button>
        </p>
      )}
    </search>
  );
}
