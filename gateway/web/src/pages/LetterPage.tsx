import { useMemo } from "react";
import { getDocument } from "../api/decisions";
import { type Letter, changeLink, findResolutions, getLetter, matchLetter } from "../api/letters";
import { announce } from "../components/Announcer";
import { DeadlineText } from "../components/DeadlineText";
import { ErrorBox } from "../components/ErrorBox";
import { LetterFactList } from "../components/LetterFactList";
import { Link } from "../components/Link";
import { LinkItem } from "../components/LinkItem";
import { Page } from "../components/Page";
import { RegistrySearch } from "../components/RegistrySearch";
import { Await } from "../components/States";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { bytesOf } from "../lib/bytes";
import { type Loaded, useLoad } from "../lib/load";
import { may, session } from "../lib/session";

/** The resolution that the letter carries, or may carry. */
function Carried({ letter, loaded }: { letter: Letter; loaded: Loaded<Letter> }) {
  const { t } = useTexts();
  const claims = session.use()?.claims;
  const editable = claims !== undefined && may(claims, "prepare");
  const choose = useAction(
    (requestId, target: string) => changeLink(letter, "link", target, requestId),
    (now) => {
      announce(t("letter.linkedNow"));
      loaded.put(now);
    },
  );
  const match = useAction(
    (requestId) => matchLetter(letter, requestId),
    (now) => {
      const found = now.links.some((link) => link.state === "STATE_PROPOSED");
      announce(t(found ? "letter.matched" : "letter.unmatched"));
      loaded.put(now);
    },
  );
  return (
    <section className="card panel" aria-labelledby="carried">
      <h2 id="carried">{t("column.resolution")}</h2>
      {letter.resolution === "" && <p className="text-warn">{t("letter.open")}</p>}
      <ul className="plain">
        {letter.links.map((link) => (
          <li key={link.resolution} className="letter">
            <h3>
              <Link to={`/${link.resolution}`}>{link.resolutionDisplayName}</Link>
            </h3>
            <LinkItem
              letter={letter}
              link={link}
              editable={editable}
              onChanged={loaded.put}
              onStale={loaded.reload}
            />
          </li>
        ))}
      </ul>
      {editable && letter.resolution === "" && (
        <RegistrySearch
          label={t("letter.choose")}
          hint={t("letter.chooseHint")}
          button={t("letter.find")}
          territory=""
          search={(words) => findResolutions(words)}
          onChoose={({ target }) => void choose.run(target)}
        />
      )}
      {editable && letter.resolution === "" && (
        <button
          type="button"
          className="button button-small"
          disabled={match.busy}
          onClick={() => void match.run()}
        >
          {t("letter.match")}
        </button>
      )}
      {match.error !== undefined && <ErrorBox error={match.error} onStale={loaded.reload} />}
      {choose.error !== undefined && <ErrorBox error={choose.error} onStale={loaded.reload} />}
    </section>
  );
}

function Requests({ letter }: { letter: Letter }) {
  const { t } = useTexts();
  if (letter.requests.length === 0) return null;
  return (
    <section className="card panel" aria-labelledby="requests">
      <h2 id="requests">{t("letter.requests")}</h2>
      <p className="muted small">{t("letter.requestsHint")}</p>
      <ul>
        {letter.requests.map((request, i) => (
          <li key={i}>
            {request.text}
            {request.deadline.kind !== "KIND_NONE" && (
              <>
                {" "}
                (<DeadlineText deadline={request.deadline} />)
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Text({ letter }: { letter: Letter }) {
  const { t } = useTexts();
  const source = useLoad(letter.document, (signal) => getDocument(letter.document, signal));
  const { span } = letter.facts;
  const own = useMemo(() => {
    const text = source.data?.text ?? "";
    if (!span) return text;
    const bytes = bytesOf(text);
    return text.slice(bytes.unitAt(span.begin), bytes.unitAt(span.end));
  }, [source.data, span]);
  return (
    <section className="card panel" aria-labelledby="letter-text">
      <h2 id="letter-text">{t("letter.text")}</h2>
      <Await from={source}>{() => <p className="preserve">{own}</p>}</Await>
    </section>
  );
}

/** A cover letter: what it says of itself, what it sends and what it asks. */
export function LetterPage({ id }: { id: string }) {
  const { t } = useTexts();
  const name = `letters/${id}`;
  const loaded = useLoad(name, (signal) => getLetter(name, signal));
  return (
    <Page
      title={loaded.data?.displayName ?? t("resolution.letter")}
      above={
        <p className="crumbs">
          <Link to="/">{t("home.title")}</Link>
        </p>
      }
    >
      <Await from={loaded}>
        {(letter) => (
          <>
            {letter.warnings.map((warning) => (
              <p key={warning} className="notice">
                {warning}
              </p>
            ))}
            <section className="card panel" aria-labelledby="letter-facts">
              <h2 id="letter-facts">{t("resolution.letter")}</h2>
              <LetterFactList letter={letter} />
            </section>
            <Carried letter={letter} loaded={loaded} />
            <Requests letter={letter} />
            <Text letter={letter} />
          </>
        )}
      </Await>
    </Page>
  );
}
