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
const compiler = NodeCompiler.create({
  workspace: dirname(template),
  fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
})
const drawn = (chart: Chart | null) => chart && { title: chart.title, alt: chart.alt, svg: chartSvg(chart, paper) }
const data = JSON.stringify({ ...paper, daily: drawn(paper.daily), trend: drawn(paper.trend) })
const pdf = compiler.pdf(
  { mainFilePath: template, inputs: { data } },
  { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(madeAt) / 1000) },
)
compiler.evictCache(0)
// a port of a thread, which has no origin as a window has
parentPort!.postMessage(pdf) // oxlint-disable-line unicorn/require-post-message-target-origin
