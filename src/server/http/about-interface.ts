/** What no single address says of itself; the published interface begins with it. */
export const aboutInterface = [
  'The pages use this same interface.',
  'A program sends a key: `Authorization: Bearer …`. Whoever holds `apiKey.own` makes one for themselves, under their account; whoever holds `apiKey.manage` makes one for a service, which is a person of its own kind with roles of its own. What names the cookies alone is for a person who is signed in: with a key it is refused.',
  'A person signs in with `POST /api/auth/sign-in/email` and, where that answers `secondFactor`, `POST /api/auth/second-factor`, and sends the cookie that it sets: `sanad.session_token`, where Sanad is served with https `__Secure-sanad.session_token`.',
  'With the cookie, and where nobody is signed in, whatever is no GET needs the header `Origin` with the address of Sanad.',
  'A POST that takes an `Idempotency-Key` is done once however often it is sent.',
  'A file is sent first, by `POST /api/v1/files`, then named by its id.',
  'What is refused is a Problem: 400 cannot be read, 401 not signed in, or a password, a code or a link that is not taken, 403 not allowed, 404 not there or not to be seen, 408 a request that comes too slowly, 409 not possible now, 410 a file that is gone, 413 too large, 415 another kind of content, 422 fields or a key that are not taken, 429 too many tries, 431 headers that are too large, 500 a failure of ours, 503 too much at once or the database away.',
  'Whoever still has to set up a second factor, since a role of theirs asks for it, is answered 403 `secondFactorNeeded` by everything that needs a sign-in but `/api/v1/me…` and `GET /api/v1/settings`.',
  'With 429 and 503 `Retry-After` says after how many seconds to ask again.',
].join(' ')
