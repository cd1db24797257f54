import { useState } from "react";
import { type Letter, changeLink, findLetters, listLettersOf } from "../api/letters";
import type { Resolution } from "../api/resolutions.types";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { useLoad } from "../lib/load";
import { may, session } from "../lib/session";
import { announce } from "./Announcer";
import { ErrorBox } from "./ErrorBox";
import { LetterFactList } from "./LetterFactList";
import { Link } from "./Link";
import { LinkItem } from "./LinkItem";
import { RegistrySearch } from "./RegistrySearch";
import { Await } from "./States";

interface Props {
  resolution: Resolution;
  onChanged: () => void;
}

/** The cover letters of a resolution: those that carry it and those that may. */
export function ResolutionLetters({ resolution, onChanged }: Props) {
  const { t } = useTexts();
  const { name } = resolution;
  const claims = session.use()?.claims;
  const editable = claims !== undefined && may(claims, "prepare");
  const letters = useLoad(`${name}/letters`, listLettersOf(name));
  const [found, setFound] = useState<Letter[]>([]);
  const changed = () => {
    letters.reload();
    onChanged();
  };
  const add = useAction(
    (requestId, target: string) => {
      const letter = found.find((each) => each.name === target);
      if (!letter) throw new Error(target);
      return changeLink(letter, "link", name, requestId);
    },
    () => {
      announce(t("letter.linkedNow"));
      changed();
    },
  );
  return (
    <section className="card panel" aria-labelledby="letters">
      <h2 id="letters">{t("letter.ofResolution")}</h2>
      <Await from={letters}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className="muted">{t("letter.none")}</p>}
            <ul className="plain">
              {rows.map((letter) => (
                <li key={letter.name} className="letter">
                  <h3>
                    <Link to={`/${letter.name}`}>{letter.displayName}</Link>
                  </h3>
                  <LetterFactList letter={letter} />
                  {letter.links
                    .filter((link) => link.resolution === name)
                    .map((link) => (
                      <LinkItem
                        key={link.resolution}
                        letter={letter}
                        link={link}
                        editable={editable}
                        onChanged={changed}
                        onStale={letters.reload}
                      />
                    ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </Await>
      {editable && (
        <RegistrySearch
          label={t("letter.add")}
          hint={t("letter.addHint")}
          button={t("letter.find")}
          territory=""
          search={async (number) => {
            const rows = await findLetters(number);
            setFound(rows);
            return rows.map((each) => ({ target: each.name, displayName: each.displayName }));
          }}
          onChoose={({ target }) => void add.run(target)}
        />
      )}
      {add.error !== undefined && <ErrorBox error={add.error} onStale={letters.reload} />}
    </section>
  );
}
