import { createRoot } from "react-dom/client";
import { App } from "./App";
import { configure } from "./api/http";
import { language } from "./i18n";
import { bearerToken, signOut } from "./lib/session";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/controls.css";
import "./styles/blocks.css";
import "./styles/table.css";
import "./styles/points.css";
import "./styles/workbench.css";
import "./styles/pages.css";
import "./styles/assignments.css";
import "./styles/print.css";

// Signing out leads to the sign-in page, which knows the way back.
configure({ token: bearerToken, language: language.get, onUnauthenticated: signOut });

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
