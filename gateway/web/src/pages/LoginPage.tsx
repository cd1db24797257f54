import { type FormEvent, useId, useState } from "react";
import { mintLocalToken } from "../api/auth";
import { ApiError } from "../api/error";
import { ErrorBox } from "../components/ErrorBox";
import { Page } from "../components/Page";
import { PlacePicker } from "../components/PlacePicker";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { navigate, useLocation } from "../lib/router";
import { ROLES, type Role, signIn } from "../lib/session";

/** Where to go after signing in; only an address of this page. */
function goal(query: URLSearchParams): string {
  const next = query.get("next") ?? "/";
  return next.startsWith("/") && !next.startsWith("//") ? next : "/";
}

export function LoginPage() {
  const { t } = useTexts();
  const { query } = useLocation();
  const ids = useId();
  const [role, setRole] = useState<Role>("operator");
  const [subject, setSubject] = useState("");
  const [region, setRegion] = useState("ru-tyu");
  const [place, setPlace] = useState({ territory: "", organisation: "" });
  const login = useAction(
    () =>
      mintLocalToken({
        subject: subject.trim() || role,
        roles: [role],
        region: region.trim(),
        territories: place.territory ? [place.territory] : [],
        organisations: place.organisation ? [place.organisation] : [],
      }),
    (token: string) => {
      signIn(token);
      navigate(goal(query), { replace: true });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void login.run();
  };
  const choose = (to: Role) => {
    setRole(to);
    setPlace({ territory: "", organisation: "" });
  };
  const off = login.error instanceof ApiError && login.error.code === "NOT_FOUND";
  return (
    <div className="login">
      <Page title={t("login.title")}>
        <p className="lead">{t("login.hint")}</p>
        <form className="card form" onSubmit={submit}>
          <fieldset className="choices">
            <legend>{t("login.role")}</legend>
            {ROLES.map((each) => (
              <label key={each} className="choice">
                <input
                  type="radio"
                  name="role"
                  value={each}
                  checked={role === each}
                  onChange={() => choose(each)}
                />
                <span>
                  <strong>{t(`login.${each}` as const)}</strong>
                  <small>{t(`login.${each}Hint` as const)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          {(role === "clerk" || role === "reporter") && (
            <PlacePicker
              key={role}
              region={region.trim()}
              withOrganisation={role === "reporter"}
              value={place}
              onChange={setPlace}
            />
          )}
          <div className="field">
            <label htmlFor={`${ids}-subject`}>{t("login.subject")}</label>
            <input
              id={`${ids}-subject`}
              autoComplete="username"
              placeholder={role}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${ids}-region`}>{t("login.region")}</label>
            <input
              id={`${ids}-region`}
              required
              autoComplete="off"
              value={region}
              onChange={(event) => setRegion(event.target.value)}
            />
          </div>
          {login.error !== undefined &&
            (off ? (
              <div className="notice notice-error" role="alert">
                {t("login.unavailable")}
              </div>
            ) : (
              <ErrorBox error={login.error} />
            ))}
          <button type="submit" className="button button-main" disabled={login.busy}>
            {t("login.submit")}
          </button>
        </form>
      </Page>
    </div>
  );
}
