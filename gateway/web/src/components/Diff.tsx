import { useMemo } from "react";
import { useTexts } from "../i18n";
import { differ } from "../lib/differ";

/** A text before and after, with what went and what came. */
export function Diff({ before, after }: { before: string; after: string }) {
  const { t } = useTexts();
  const changes = useMemo(() => differ(before, after), [before, after]);
  return (
    <span className="diff">
      {changes.map(({ kind, text }, i) => {
        if (kind === "same") return <span key={i}>{text}</span>;
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <Mark key={i}>
            <span className="visually-hidden">{t(`diff.${kind}`)} </span>
            {text}
          </Mark>
        );
      })}
    </span>
  );
}
