import pg from 'pg'
import { loadDataset } from './dataset.ts'
import { openPlace } from './place.ts'
import { spawnSync } from 'node:child_process'
const place = await openPlace()
const url = await place.fresh('verify')
const c = new pg.Client({ connectionString: url }); await c.connect()
let t = Date.now(); await loadDataset(c, 10000); console.log('load ms', Date.now() - t)
t = Date.now(); const r = spawnSync(process.execPath, ['src/start/verify.ts'], { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' }); console.log(r.stdout, r.stderr, r.status, 'ms', Date.now() - t)
await c.end(); await place.stop()
