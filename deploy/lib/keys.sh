# The local issuer's key and the tokens of this run, made with openssl. Sourced after services.sh.
ISSUER=rezon-local
AUDIENCE=rezon
REGION=ru-tyu

# make_keys: .run/keys/issuer.pem once, jwks.json beside it, and fresh tokens at each start.
make_keys() {
  local keys=$RUN/keys
  (
    umask 077
    [ -s "$keys/issuer.pem" ] || openssl genpkey -algorithm ed25519 -out "$keys/issuer.pem" 2>/dev/null
    jwks "$keys/issuer.pem" >"$keys/jwks.json.new"
    mv "$keys/jwks.json.new" "$keys/jwks.json"
    mint $((30 * 86400)) service '["service"]' >"$keys/service.token.new"
    mv "$keys/service.token.new" "$keys/service.token"
    mint 43200 deploy '["operator","controller","clerk","reporter","registrar"]' >"$keys/operator.token"
  )
}

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# thumbprint X: RFC 7638 thumbprint of the Ed25519 public key X, the key's id.
thumbprint() { printf '{"crv":"Ed25519","kty":"OKP","x":"%s"}' "$1" | openssl dgst -sha256 -binary | base64url; }

public_x() { openssl pkey -in "$1" -pubout -outform DER | tail -c 32 | base64url; }

# jwks PEM: the key document (RFC 7517, RFC 8037).
jwks() {
  local x
  x=$(public_x "$1")
  printf '{"keys":[{"crv":"Ed25519","kty":"OKP","alg":"EdDSA","use":"sig","x":"%s","kid":"%s"}]}\n' \
    "$x" "$(thumbprint "$x")"
}

# mint SECONDS SUBJECT ROLES: a token of the local issuer; ROLES is a JSON list.
mint() {
  local pem=$RUN/keys/issuer.pem now signed part
  now=$(date +%s)
  signed=$(printf '{"alg":"EdDSA","typ":"JWT","kid":"%s"}' "$(thumbprint "$(public_x "$pem")")" | base64url)
  signed+=.$(printf '{"iss":"%s","aud":"%s","sub":"%s","roles":%s,"region":"%s","iat":%d,"exp":%d}' \
    "$ISSUER" "$AUDIENCE" "$2" "$3" "$REGION" "$now" $((now + $1)) | base64url)
  part=$(mktemp -p "$RUN/keys")
  printf '%s' "$signed" >"$part"
  printf '%s.%s' "$signed" "$(openssl pkeyutl -sign -rawin -inkey "$pem" -in "$part" | base64url)"
  rm -f "$part"
}
