// Loads what servers and workers are made of, so that Node keeps what it compiled: see compiled.ts.
import 'pino'
import '../start/open-installation.server.ts'
import '../start/open-web.server.ts'
import '../start/open-worker.server.ts'
// and what comes when it is asked for
import '../users/sign-in/sign-in-library.server.ts'
import 'better-auth/crypto'
import '../channels/email/inbound/imap.server.ts'
import '../channels/email/inbound/parse-mail.server.ts'
import '../server/files/careful-sharp.server.ts'
import '../server/files/s3-store.server.ts'

// and the programs that load all of it
await import('./compile-programs.ts')
