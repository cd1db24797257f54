import type { ReactNode } from "react";
import { setLanguage, useTexts } from "../i18n";
import { addressOf, navigate, useLocation } from "../lib/router";
import { isRole, session, signOut } from "../lib/session";
import { Announcer } from "./Announcer";
import { Link } from "./Link";

function LanguageSwitch() {
  const { t, language } = useTexts();
  return (
    <div className="languages" role="group" aria-label={t("app.language")}>
      <button
        type="button"
        lang="ru"
        aria-pressed={language === "ru"}
        onClick={() => setLanguage("ru")}
      >
        Рус
      </button>
      <button
        type="button"
        lang="en"
        aria-pressed={language === "en"}
        onClick={() => setLanguage("en")}
      >
        Eng
      </button>
    </div>
  );
}

function User() {
  const { t } = useTexts();
  const current = session.use();
  if (!current) return null;
  const leave = () => {
    signOut();
    navigate("/login");
  };
  const { roles, subject } = current.claims;
  const role = roles.find(isRole);
  return (
    <div className="user">
      <span className="user-name" title={t("app.user", { subject })}>
        {role ? t(`login.${role}`) : subject}
      </span>
      <button type="button" className="button button-quiet" onClick={leave}>
        {t("app.signOut")}
      </button>
    </div>
  );
}

function Menu() {
  const { t } = useTexts();
  const { path } = useLocation();
  const claims = session.use()?.claims;
  if (!claims) return null;
  // Whoever works for one office or school begins with its own assignments.
  const [territory, executor] = [claims.territories[0], claims.organisations[0]];
  const own = addressOf("/assignments", executor ? { executor } : { territory });
  return (
    <nav className="menu" aria-label={t("app.menu")}>
      <Link to="/" current={path === "/" || path.startsWith("/resolutions")}>
        {t("nav.resolutions")}
      </Link>
      <Link to={own} current={path.startsWith("/assignments")}>
        {t("nav.assignments")}
      </Link>
    </nav>
  );
}

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <header className="top">
        <div className="top-inner">
          <Link to="/" className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            <span>{t("app.name")}</span>
          </Link>
          <Menu />
          <div className="top-end">
            <LanguageSwitch />
            <User />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </>
  );
}
