import { Component, type ReactNode } from "react";
import { Link } from "./components/Link";
import { Page } from "./components/Page";
import { Shell } from "./components/Shell";
import { ErrorBox } from "./components/ErrorBox";
import { useTexts } from "./i18n";
import { addressOf, match, navigate, useLocation } from "./lib/router";
import { session } from "./lib/session";
import { AssignmentPage } from "./pages/AssignmentPage";
import { AssignmentsPage } from "./pages/AssignmentsPage";
import { CorrectionsPage } from "./pages/CorrectionsPage";
import { FactsPage } from "./pages/FactsPage";
import { HomePage } from "./pages/HomePage";
import { IssuePage } from "./pages/IssuePage";
import { LetterPage } from "./pages/LetterPage";
import { LoginPage } from "./pages/LoginPage";
import { PointsPage } from "./pages/PointsPage";
import { RelationsPage } from "./pages/RelationsPage";
import { RereadPage } from "./pages/RereadPage";
import { SummaryPage } from "./pages/SummaryPage";
import { useEffect } from "react";

const ROUTES: [string, (id: string) => ReactNode][] = [
  ["/", () => <HomePage />],
  ["/login", () => <LoginPage />],
  ["/resolutions/:id", (id) => <PointsPage key={id} id={id} />],
  ["/resolutions/:id/facts", (id) => <FactsPage key={id} id={id} />],
  ["/resolutions/:id/relations", (id) => <RelationsPage key={id} id={id} />],
  ["/resolutions/:id/corrections", (id) => <CorrectionsPage key={id} id={id} />],
  ["/resolutions/:id/reread", (id) => <RereadPage key={id} id={id} />],
  ["/resolutions/:id/issue", (id) => <IssuePage key={id} id={id} />],
  ["/resolutions/:id/summary", (id) => <SummaryPage key={id} id={id} />],
  ["/letters/:id", (id) => <LetterPage key={id} id={id} />],
  ["/assignments", () => <AssignmentsPage />],
  ["/assignments/:id", (id) => <AssignmentPage key={id} id={id} />],
];

function NotFound() {
  const { t } = useTexts();
  return (
    <Page title={t("app.notFound")}>
      <p>{t("app.notFoundHint")}</p>
      <Link className="button" to="/">
        {t("nav.resolutions")}
      </Link>
    </Page>
  );
}

function Route() {
  const { path, query } = useLocation();
  const signedIn = session.use() !== undefined;
  const outside = path === "/login";
  const here = addressOf(path, Object.fromEntries(query));
  useEffect(() => {
    if (!signedIn && !outside) navigate(addressOf("/login", { next: here }), { replace: true });
  }, [signedIn, outside, here]);
  if (!signedIn && !outside) return null;
  for (const [pattern, show] of ROUTES) {
    const values = match(pattern, path);
    if (values) return show(values.id ?? "");
  }
  return <NotFound />;
}

/** Shows what broke a page instead of an empty one. */
class Guard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <ErrorBox error={error} />;
  }
}

export function App() {
  const { path } = useLocation();
  return (
    <Shell>
      <Guard key={path}>
        <Route />
      </Guard>
    </Shell>
  );
}
