export type FactRow = [label: string, value: string, wide?: boolean];

/** What is known, a label and its value each; what is not known is left out. */
export function FactList({ rows }: { rows: FactRow[] }) {
  return (
    <dl className="fact-list">
      {rows
        .filter(([, value]) => value)
        .map(([label, value, wide]) => (
          <div key={label} className={wide ? "wide" : undefined}>
            <dt>{label}</dt>
            <dd className="preserve">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
