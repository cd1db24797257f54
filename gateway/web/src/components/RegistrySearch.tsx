import { type KeyboardEvent, useId, useRef, useState } from "react";
import { type Found, findAddressees } from "../api/registry";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { ErrorBox } from "./ErrorBox";

interface Props {
  label: string;
  territory: string;
  onChoose: (found: Found) => void;
  /** Texts of the button and inside the empty field, where the usual ones do not fit. */
  button?: string;
  hint?: string;
  search?: (text: string, territory: string) => Promise<Found[]>;
}

const anything = (text: string, territory: string) =>
  findAddressees(text, territory, new AbortController().signal);

/** Finds a body or class in the registry by words or number. */
export function RegistrySearch({
  label,
  territory,
  onChoose,
  button,
  hint,
  search = anything,
}: Props) {
  const { t } = useTexts();
  const id = useId();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found[]>();
  const input = useRef<HTMLInputElement>(null);
  const find = useAction((_id, text: string) => search(text, territory), setFound);
  const start = () => {
    if (words.trim()) void find.run(words.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    start();
  };
  return (
    <div className="search">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <div className="search-line">
          <input
            id={id}
            ref={input}
            type="search"
            autoComplete="off"
            value={words}
            placeholder={hint ?? t("edit.searchHint")}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={onKey}
          />
          <button type="button" className="button" disabled={find.busy} onClick={start}>
            {button ?? t("edit.search")}
          </button>
        </div>
      </div>
      <div role="status">
        {find.busy && t("state.loading")}
        {!find.busy && found?.length === 0 && t("edit.nothing")}
      </div>
      {find.error !== undefined && <ErrorBox error={find.error} />}
      {found && found.length > 0 && (
        <ul className="search-found" aria-label={t("edit.found")}>
          {found.map((each) => (
            <li key={each.target}>
              <button
                type="button"
                onClick={() => {
                  onChoose(each);
                  setFound(undefined);
                  setWords("");
                  input.current?.focus();
                }}
              >
                {each.displayName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
