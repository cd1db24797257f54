import { useEffect, useRef } from "react";
import { useTexts } from "../i18n";
import { clearFlash, useFlash } from "../lib/flash";
import { announce } from "./Announcer";

/** The notice that an action left for the page it led to. */
export function Flash() {
  const { t } = useTexts();
  const text = useFlash();
  const shown = useRef(false);
  useEffect(() => {
    if (!text) return;
    shown.current = true;
    announce(text);
  }, [text]);
  // A page that is being left has not shown what is meant for the next one.
  useEffect(
    () => () => {
      if (shown.current) clearFlash();
    },
    [],
  );
  if (!text) return null;
  return (
    <div className="notice notice-info notice-row">
      <p>{text}</p>
      <button type="button" className="button button-quiet" onClick={clearFlash}>
        {t("state.close")}
      </button>
    </div>
  );
}
