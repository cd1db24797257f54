import type { ReactNode } from "react";
import { useTexts } from "../i18n";
import type { Loaded } from "../lib/load";
import { ErrorBox } from "./ErrorBox";

export function Loading() {
  const { t } = useTexts();
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {t("state.loading")}
    </div>
  );
}

interface EmptyProps {
  title: string;
  hint: string;
  children?: ReactNode;
}

export function Empty({ title, hint, children }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{hint}</p>
      {children}
    </div>
  );
}

interface Props<T> {
  from: Loaded<T>;
  children: (data: T) => ReactNode;
}

/** The data, or that it is on its way, or why it is not there. */
export function Await<T>({ from, children }: Props<T>) {
  if (from.data !== undefined) return <>{children(from.data)}</>;
  if (from.error !== undefined) return <ErrorBox error={from.error} onRetry={from.reload} />;
  return <Loading />;
}
