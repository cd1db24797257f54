import { useTexts } from "../i18n";

export interface Figure {
  label: string;
  value: number | string;
  tone?: "bad" | "good" | "warn";
}

/** A few numbers that matter, large. */
export function Figures({ figures }: { figures: Figure[] }) {
  const { number } = useTexts();
  return (
    <dl className="figures">
      {figures.map(({ label, value, tone }) => (
        <div key={label} className={tone ? `figure figure-${tone}` : "figure"}>
          <dt>{label}</dt>
          <dd>{typeof value === "number" ? number(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
