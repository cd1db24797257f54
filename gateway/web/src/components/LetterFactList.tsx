import type { Letter } from "../api/letters";
import { useTexts } from "../i18n";
import { dateText } from "../lib/dates";
import { FactList } from "./FactList";

/** Number, day, sender, signatory and addressees of a letter. */
export function LetterFactList({ letter }: { letter: Letter }) {
  const { t } = useTexts();
  const { facts } = letter;
  return (
    <FactList
      rows={[
        [t("fact.number"), facts.number],
        [t("fact.date"), dateText(facts.date)],
        [t("fact.issuer"), facts.issuer],
        [t("fact.signatory"), facts.signatory],
        [t("fact.addressees"), facts.addressees.join("\n"), true],
      ]}
    />
  );
}
