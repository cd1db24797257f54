# The local issuer's key and the tokens of this run. Sourced after services.sh.

# make_keys BIN: .run/keys/issuer.pem once, jwks.json beside it, and a service token that is minted anew
# at each start.
make_keys() {
  local bin=$1 keys=$RUN/keys
  (
    umask 077
    [ -s "$keys/issuer.pem" ] || openssl genpkey -algorithm ed25519 -out "$keys/issuer.pem" 2>/dev/null
    jwks "$keys/issuer.pem" >"$keys/jwks.json"
    mint "$bin" 2592000 service service >"$keys/service.token.new"
    mv "$keys/service.token.new" "$keys/service.token"
    mint "$bin" 43200 deploy operator controller clerk reporter registrar >"$keys/operator.token"
  )
}

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# jwks PEM: the key document (RFC 7517) of an Ed25519 key; kid is its RFC 7638 thumbprint.
jwks() {
  local x kid
  x=$(openssl pkey -in "$1" -pubout -outform DER | tail -c 32 | base64url)
  kid=$(printf '{"crv":"Ed25519","kty":"OKP","x":"%s"}' "$x" | openssl dgst -sha256 -binary | base64url)
  printf '{"keys":[{"crv":"Ed25519","kty":"OKP","alg":"EdDSA","use":"sig","x":"%s","kid":"%s"}]}\n' "$x" "$kid"
}
