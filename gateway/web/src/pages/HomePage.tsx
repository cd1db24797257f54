import { type Resolution, isDraft } from "../api/resolutions.types";
import { listResolutions } from "../api/decisions";
import { listOpenLetters } from "../api/letters";
import { Badge, ResolutionBadge } from "../components/Badge";
import { DropZone } from "../components/DropZone";
import { ErrorBox } from "../components/ErrorBox";
import { Link } from "../components/Link";
import { Page } from "../components/Page";
import { Empty, Loading } from "../components/States";
import { type Column, Table } from "../components/Table";
import { type Texts, useTexts } from "../i18n";
import { dateText } from "../lib/dates";
import { usePages } from "../lib/pages";
import { may, session } from "../lib/session";

function columns({ t, n }: Texts): Column<Resolution>[] {
  return [
    {
      title: t("column.resolution"),
      heads: true,
      cell: (row) => <Link to={`/${row.name}`}>{row.displayName}</Link>,
    },
    { title: t("column.state"), cell: (row) => <ResolutionBadge state={row.state} /> },
    {
      title: t("column.eventDate"),
      cell: (row) => (
        <span className="nowrap">
          {dateText(row.event.endDate || row.adoptDate) || t("state.none")}
        </span>
      ),
    },
    {
      title: t("column.points"),
      cell: (row) => `${n("points", row.pointCount)}, ${n("actionable", row.actionableCount)}`,
    },
    {
      title: t("column.check"),
      cell: (row) =>
        isDraft(row.state) &&
        row.unresolvedCount > 0 && (
          <Badge tone="warn">{n("unresolved", row.unresolvedCount)}</Badge>
        ),
    },
  ];
}

function ResolutionList() {
  const texts = useTexts();
  const { t } = texts;
  const list = usePages("resolutions", listResolutions);
  return (
    <section aria-labelledby="resolutions-list">
      <h2 id="resolutions-list">{t("home.list")}</h2>
      {list.rows.length > 0 && (
        <Table
          caption={t("home.list")}
          columns={columns(texts)}
          rows={list.rows}
          rowKey={(row) => row.name}
        />
      )}
      {list.loading && <Loading />}
      {list.error !== undefined && <ErrorBox error={list.error} onRetry={list.retry} />}
      {!list.loading && list.error === undefined && list.rows.length === 0 && (
        <Empty title={t("home.empty")} hint={t("home.emptyHint")} />
      )}
      {list.more && !list.loading && (
        <button type="button" className="button more" onClick={list.showMore}>
          {t("state.more")}
        </button>
      )}
    </section>
  );
}

/** Letters that still wait for their resolution; nothing where there are none. */
function OpenLetters() {
  const { t, percent } = useTexts();
  const list = usePages("letters", listOpenLetters);
  if (list.rows.length === 0) return null;
  return (
    <section aria-labelledby="letters-list">
      <h2 id="letters-list">{t("letter.list")}</h2>
      <ul className="cards">
        {list.rows.map((letter) => {
          const likely = letter.links.find((each) => each.state === "STATE_PROPOSED");
          return (
            <li key={letter.name} className="card">
              <p>
                <Link to={`/${letter.name}`}>{letter.displayName}</Link> {letter.facts.issuer}
              </p>
              {likely && (
                <p className="muted small">
                  {t("letter.likely", {
                    title: likely.resolutionDisplayName,
                    share: percent(likely.score),
                  })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {list.more && !list.loading && (
        <button type="button" className="button more" onClick={list.showMore}>
          {t("state.more")}
        </button>
      )}
    </section>
  );
}

/** The start: bring a resolution in, or go on with one. */
export function HomePage() {
  const { t } = useTexts();
  const current = session.use();
  const prepares = current !== undefined && may(current.claims, "prepare");
  return (
    <Page title={t("home.title")}>
      <p className="lead">{prepares ? t("home.intro") : t("home.noPrepare")}</p>
      {prepares && <DropZone />}
      <OpenLetters />
      <ResolutionList />
    </Page>
  );
}
