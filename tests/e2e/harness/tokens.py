"""An issuer of tokens for tests: real Ed25519 and RSA keys made by openssl, and ways to forge."""

import base64
import hashlib
import json
import pathlib
import subprocess
import time


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _openssl(*argv) -> bytes:
    return subprocess.run(["openssl", *argv], check=True, capture_output=True).stdout


class Issuer:
    """Keys in a folder; jwks.json holds the public halves."""

    issuer = "rezon-local"
    audience = "rezon"

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.key = self._make("issuer.pem", ["-algorithm", "ed25519"])
        self.rsa = self._make("rsa.pem", ["-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048"])
        self.foreign = self._make("foreign.pem", ["-algorithm", "ed25519"])
        self.jwks = self.folder / "jwks.json"
        self.jwks.write_text(json.dumps({"keys": [self._ed25519_jwk(self.key), self._rsa_jwk()]}))
        self.kid = self._ed25519_jwk(self.key)["kid"]

    def _make(self, name, options):
        path = self.folder / name
        _openssl("genpkey", *options, "-out", str(path))
        return path

    @staticmethod
    def _ed25519_jwk(key):
        raw = _openssl("pkey", "-in", str(key), "-pubout", "-outform", "DER")[-32:]
        jwk = {"crv": "Ed25519", "kty": "OKP", "x": b64(raw)}
        thumbprint = hashlib.sha256(json.dumps(jwk, separators=(",", ":")).encode()).digest()
        return {**jwk, "kid": b64(thumbprint), "alg": "EdDSA", "use": "sig"}

    def _rsa_jwk(self):
        modulus = _openssl("rsa", "-in", str(self.rsa), "-noout", "-modulus").decode().strip().split("=")[1]
        return {"kty": "RSA", "kid": "rsa", "alg": "RS256", "use": "sig", "e": "AQAB",
                "n": b64(bytes.fromhex(modulus))}

    def token(self, roles=("operator",), region="ru-tyu", subject="e2e", lifetime=3600,
              key="issuer", **claims):
        """A signed token. key: issuer, rsa or foreign (signed by a key that nobody knows)."""
        now = int(time.time())
        header = {"alg": "RS256" if key == "rsa" else "EdDSA", "typ": "JWT",
                  "kid": "rsa" if key == "rsa" else self.kid}
        body = {"iss": self.issuer, "aud": self.audience, "sub": subject, "roles": list(roles),
                "region": region, "iat": now, "exp": now + lifetime, **claims}
        signed = ".".join(b64(json.dumps(part).encode()) for part in (header, body))
        return f"{signed}.{b64(self._sign(signed.encode(), key))}"

    def _sign(self, data, key):
        source = self.folder / f"to-sign.{time.monotonic_ns()}"
        source.write_bytes(data)
        try:
            if key == "rsa":
                return _openssl("dgst", "-sha256", "-sign", str(self.rsa), str(source))
            pem = self.foreign if key == "foreign" else self.key
            return _openssl("pkeyutl", "-sign", "-rawin", "-inkey", str(pem), "-in", str(source))
        finally:
            source.unlink()
