// Browsers and newer versions of Node.js have the web's crypto as a global; Debian 12's Node.js does not.
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
