import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { chartSvg } from '../../../statistics/chart-svg.server.ts'
import { fontFiles } from '../../../statistics/fonts.server.ts'
import type { Chart } from '../../../statistics/chart.ts'
import type { Paper } from './paper.ts'

/** A thread of its own: setting the paper keeps nobody waiting, and its memory goes when it ends. */
const { paper, madeAt } = workerData as { paper: Paper; madeAt: string }

const template = join(import.meta.dirname, 'report.typ')
const drawn = (chart: Chart | null) =>
  chart && { title: chart.title, alt: chart.alt, svg: chartSvg(chart, paper, { arabic: 'Amiri' }) }
const data = JSON.stringify({ ...paper, daily: drawn(paper.daily), trend: drawn(paper.trend) })
const compiler = NodeCompiler.create({
  workspace: dirname(template),
  fontArgs: [{ fontBlobs: fontFiles(data, 'Amiri').map((file) => readFileSync(file)) }],
})
const creationTimestamp = Math.floor(Date.parse(madeAt) / 1000)
const set = (pdfStandard: 'ua-1' | '1.7') =>
  compiler.pdf({ mainFilePath: template, inputs: { data } }, { pdfStandard, creationTimestamp })
const pdf = setOrPlainer()

/** PDF/UA forbids a sign that our fonts do not draw, such as a customer's name in Thai: then it is a frame, and still its text. */
function setOrPlainer() {
  try {
    return set('ua-1')
  } catch {
    return set('1.7')
  }
}
compiler.evictCache(0)
// a port of a thread, which has no origin as a window has
parentPort!.postMessage(pdf) // oxlint-disable-line unicorn/require-post-message-target-origin
