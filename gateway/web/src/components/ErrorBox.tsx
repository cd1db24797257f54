import { ApiError } from "../api/error";
import { useTexts } from "../i18n";

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Reads anew what somebody else has changed meanwhile. */
  onStale?: (() => void) | undefined;
}

/** What went wrong in the user's language, with the number by which it is found in the traces. */
export function ErrorBox({ error, onRetry, onStale }: Props) {
  const { t } = useTexts();
  const api = error instanceof ApiError ? error : undefined;
  const again = api?.code === "ABORTED" ? (onStale ?? onRetry) : onRetry;
  const fallback =
    api?.code === "NETWORK"
      ? "error.network"
      : api?.code === "ABORTED"
        ? "error.stale"
        : "error.other";
  const others = api?.violations.filter((each) => each.description !== api.localized) ?? [];
  return (
    <div className="notice notice-error" role="alert">
      <p className="notice-title">{t("error.title")}</p>
      <p>{api?.localized || t(fallback)}</p>
      {others.length > 0 && (
        <ul>
          {others.map((each) => (
            <li key={each.field + each.description}>
              <code>{each.field}</code>: {each.description}
            </li>
          ))}
        </ul>
      )}
      {api?.traceId && <p className="notice-trace">{t("error.trace", { trace: api.traceId })}</p>}
      {again && (
        <button type="button" className="button" onClick={again}>
          {t(api?.code === "ABORTED" ? "state.reload" : "state.retry")}
        </button>
      )}
    </div>
  );
}
