// Node compiles all of these before it runs the first, which ends the process: no server ever starts.
import './compiled-enough.ts'
import '../start/server.ts'
import '../start/worker.ts'
