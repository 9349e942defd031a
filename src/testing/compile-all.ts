// Loads what servers and workers are made of, so that Node keeps what it compiled: see compiled.ts.
import '../start/open-web.server.ts'
import '../start/open-worker.server.ts'
