import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../i18n";

interface Props {
  title: string;
  /** Beside the title: badges and the like. */
  aside?: ReactNode;
  above?: ReactNode;
  children: ReactNode;
}

let first = true;

/** A page with its one heading, which takes the focus when a user comes here by a link. */
export function Page({ title, aside, above, children }: Props) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus();
    first = false;
  }, []);
  useEffect(() => {
    document.title = title ? `${title} · ${t("app.name")}` : t("app.name");
  }, [title, t]);
  return (
    <>
      {above}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </>
  );
}
