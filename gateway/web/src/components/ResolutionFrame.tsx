import type { ReactNode } from "react";
import { getResolution } from "../api/decisions";
import type { Resolution } from "../api/resolutions.types";
import { useTexts } from "../i18n";
import { type Loaded, useLoad } from "../lib/load";
import { useLocation } from "../lib/router";
import { ResolutionBadge } from "./Badge";
import { Flash } from "./Flash";
import { Link } from "./Link";
import { Page } from "./Page";
import { ResolutionFacts } from "./ResolutionFacts";
import { Await } from "./States";

function Tabs({ name }: { name: string }) {
  const { t } = useTexts();
  const { path } = useLocation();
  const tabs = [
    { to: `/${name}`, text: t("resolution.tab.points") },
    { to: `/${name}/relations`, text: t("resolution.tab.relations") },
    { to: `/${name}/facts`, text: t("resolution.tab.facts") },
    { to: `/${name}/corrections`, text: t("resolution.tab.corrections") },
    { to: `/${name}/issue`, text: t("resolution.tab.issue") },
    { to: `/${name}/summary`, text: t("resolution.tab.summary") },
  ];
  return (
    <nav className="tabs" aria-label={t("resolution.tabs")}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} current={path === tab.to}>
          {tab.text}
        </Link>
      ))}
    </nav>
  );
}

interface Props {
  id: string;
  children: (resolution: Resolution, loaded: Loaded<Resolution>) => ReactNode;
}

/** Title, facts and tabs of a resolution around one of its pages. */
export function ResolutionFrame({ id, children }: Props) {
  const { t } = useTexts();
  const name = `resolutions/${id}`;
  const loaded = useLoad(name, (signal) => getResolution(name, signal));
  const { data } = loaded;
  return (
    <Page
      title={data?.displayName ?? t("column.resolution")}
      aside={data && <ResolutionBadge state={data.state} />}
      above={
        <p className="crumbs">
          <Link to="/">{t("home.title")}</Link>
        </p>
      }
    >
      <Await from={loaded}>
        {(resolution) => (
          <>
            <ResolutionFacts resolution={resolution} />
            <Tabs name={name} />
            <Flash />
            {children(resolution, loaded)}
          </>
        )}
      </Await>
    </Page>
  );
}
