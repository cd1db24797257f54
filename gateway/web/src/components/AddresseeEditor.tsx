import { useRef } from "react";
import type { Found } from "../api/registry";
import { useTexts } from "../i18n";
import type { DraftAddressee } from "../lib/draft";
import { RegistrySearch } from "./RegistrySearch";

interface OneProps {
  addressee: DraftAddressee;
  onChange: (addressee: DraftAddressee) => void;
  onRemove: () => void;
}

function OneAddressee({ addressee, onChange, onRemove }: OneProps) {
  const { t, percent } = useTexts();
  const { chosen, options, phrase } = addressee;
  const legend = phrase ? t("edit.phrase", { phrase }) : t("edit.added");
  const toggle = (target: string, on: boolean) =>
    onChange({
      ...addressee,
      chosen: on ? [...chosen, target] : chosen.filter((each) => each !== target),
    });
  return (
    <fieldset className="addressee">
      <legend>{legend}</legend>
      {options.length === 0 && <p className="text-warn">{t("point.unresolved")}</p>}
      {options.map((option) => (
        <label key={option.target} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(option.target)}
            onChange={(event) => toggle(option.target, event.target.checked)}
          />
          <span>
            {option.displayName}
            {option.score ? <span className="muted"> {percent(option.score)}</span> : null}
            {option.reasons && option.reasons.length > 0 && (
              <span className="muted small block">{option.reasons.join(" ")}</span>
            )}
          </span>
        </label>
      ))}
      <button
        type="button"
        className="link"
        aria-label={`${t("edit.remove")}: ${legend}`}
        onClick={onRemove}
      >
        {t("edit.remove")}
      </button>
    </fieldset>
  );
}

interface Props {
  addressees: DraftAddressee[];
  territory: string;
  /** What the server has against them. */
  problem: string | undefined;
  onChange: (addressees: DraftAddressee[]) => void;
}

/** Confirms who is meant: from the candidates of each phrase, or by a search in the registry. */
export function AddresseeEditor({ addressees, territory, problem, onChange }: Props) {
  const { t } = useTexts();
  const group = useRef<HTMLDivElement>(null);
  const choose = ({ target, displayName }: Found) => {
    const open = addressees.find((each) => each.phrase !== "" && each.chosen.length === 0);
    const options = [{ target, displayName }];
    if (open) {
      const others = open.options.filter((each) => each.target !== target);
      const filled = { ...open, options: [...options, ...others], chosen: [target] };
      onChange(addressees.map((each) => (each.key === open.key ? filled : each)));
    } else if (!addressees.some((each) => each.chosen.includes(target))) {
      onChange([...addressees, { key: target, phrase: "", options, chosen: [target] }]);
    }
  };
  return (
    <div
      className="addressees"
      ref={group}
      tabIndex={-1}
      role="group"
      aria-label={t("point.addressees")}
    >
      <p className="field-label">{t("point.addressees")}</p>
      {addressees.map((addressee) => (
        <OneAddressee
          key={addressee.key}
          addressee={addressee}
          onChange={(changed) =>
            onChange(addressees.map((each) => (each.key === addressee.key ? changed : each)))
          }
          onRemove={() => {
            onChange(addressees.filter((each) => each.key !== addressee.key));
            group.current?.focus();
          }}
        />
      ))}
      {problem !== undefined && <p className="field-error">{problem}</p>}
      <RegistrySearch label={t("edit.add")} territory={territory} onChoose={choose} />
    </div>
  );
}
