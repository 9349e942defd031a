import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import * as echarts from 'echarts'
import { fontFile, type FontName } from './fonts.server.ts'
import type { Chart, Paper } from './paper.ts'

// The colours of the pages in the light: closed, opened, lines, text.
const colours = { closed: '#03656c', opened: '#b8702a', line: '#e5e3e0', text: '#4f4b45' }

/** A chart as SVG, drawn without a browser: bars of what closed, a line of what was opened. */
export function chartSvg(chart: Chart, { dir, language }: Pick<Paper, 'dir' | 'language'>): string {
  const font: FontName = language.startsWith('ar') ? 'Cairo' : 'Noto Sans'
  // Without a browser the library guesses the width of a text, and drops labels that would have had room.
  echarts.setPlatformAPI({ measureText: (text, css) => measure(font, text, css) })
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 260 })
  drawing.setOption(optionOf(chart, dir === 'rtl', font, language))
  const svg = drawing.renderToSVGString()
  drawing.dispose()
  return svg
}

function optionOf(
  { labels, closed, opened, legend }: Chart,
  rightToLeft: boolean,
  fontFamily: FontName,
  language: string,
) {
  // a family without quotes: they would stand unescaped in the SVG
  const textStyle = { fontFamily, fontSize: 12, color: colours.text }
  const number = new Intl.NumberFormat(language)
  return {
    animation: false,
    textStyle,
    grid: { left: rightToLeft ? 12 : 44, right: rightToLeft ? 44 : 12, top: 34, bottom: 26 },
    legend: {
      data: [legend.closed, legend.opened],
      top: 0,
      ...(rightToLeft ? { left: 0 } : { right: 0 }),
      itemWidth: 14,
      itemHeight: 8,
      textStyle,
    },
    xAxis: {
      type: 'category' as const,
      data: labels,
      inverse: rightToLeft,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...textStyle, interval: 0 },
    },
    yAxis: {
      type: 'value' as const,
      position: rightToLeft ? ('right' as const) : ('left' as const),
      minInterval: 1,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...textStyle, formatter: (value: number) => number.format(value) },
    },
    series: [
      {
        name: legend.closed,
        type: 'bar' as const,
        data: closed,
        itemStyle: { color: colours.closed, borderRadius: 2 },
        barMaxWidth: 18,
      },
      {
        name: legend.opened,
        type: 'line' as const,
        data: opened,
        showSymbol: false,
        lineStyle: { color: colours.opened, width: 2 },
        itemStyle: { color: colours.opened },
      },
    ],
  }
}

const opened = new Map<FontName, Font>()

function measure(name: FontName, text: string, css = ''): { width: number } {
  const font = opened.get(name) ?? (create(readFileSync(fontFile(name, '400Regular'))) as Font)
  opened.set(name, font)
  const size = Number(/([\d.]+)px/.exec(css)?.[1] ?? 12)
  return { width: (font.layout(text).advanceWidth / font.unitsPerEm) * size }
}
