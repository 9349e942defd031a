import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import * as echarts from 'echarts'
import type { Chart, ChartReader } from './chart.ts'
import { isDense } from './dense.ts'
import { fontFile, type ArabicFont, type FontName } from './fonts.server.ts'

// The colours of the pages in the light: closed, compared, lines, text.
const colours = { bars: '#03656c', line: '#b8702a', rule: '#e5e3e0', text: '#4f4b45', ink: '#23201c' }
const partColours = [colours.bars, '#c07c39', '#aa5995', '#4e71c0']
const othersColour = '#c1bdb8'

type Look = { width: number; height: number; titled: boolean; arabic: ArabicFont }

/** A chart as SVG, drawn without a browser. `titled`: it stands alone and says itself what it shows. */
export function chartSvg(
  chart: Chart,
  reader: ChartReader,
  { width = 720, height = 260, titled = false, arabic = 'Cairo' }: Partial<Look> = {},
): string {
  const font: FontName = reader.language.startsWith('ar') ? arabic : 'Noto Sans'
  // Without a browser the library guesses the width of a text, and drops labels that would have had room.
  echarts.setPlatformAPI({ measureText: (text, css) => measure(font, text, css) })
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  drawing.setOption(optionOf(chart, reader, font, titled))
  const svg = drawing.renderToSVGString()
  drawing.dispose()
  return svg
}

function optionOf(chart: Chart, { dir, locale }: ChartReader, fontFamily: FontName, titled: boolean) {
  const { labels, line, legend, lineAs, parts } = chart
  const lineColour = parts ? colours.ink : colours.line
  const rightToLeft = dir === 'rtl'
  const dense = isDense(labels.length)
  // a family without quotes: they would stand unescaped in the SVG
  const textStyle = { fontFamily, fontSize: fontFamily === 'Amiri' ? 13 : 12, color: colours.text }
  const number = new Intl.NumberFormat(locale)
  const beginning = rightToLeft ? ('right' as const) : ('left' as const)
  const top = titled ? 34 : 0
  return {
    animation: false,
    textStyle,
    ...(titled && {
      title: {
        text: chart.title,
        [beginning]: 8,
        top: 4,
        textStyle: { ...textStyle, fontSize: 15, color: colours.ink },
      },
    }),
    grid: {
      ...sides(rightToLeft, lineAs !== undefined),
      top: top + 34,
      bottom: labels.some((label) => label.includes('\n')) ? 42 : 26,
    },
    legend: {
      data: [...(parts ? parts.map(({ id }) => id) : [legend.bars]), legend.line],
      formatter: (key: string) => parts?.find(({ id }) => id === key)?.name ?? key,
      top,
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
      axisLine: { lineStyle: { color: colours.rule } },
      axisLabel: { ...textStyle, lineHeight: 16, interval: 0, hideOverlap: true },
    },
    yAxis: [
      {
        type: 'value' as const,
        position: beginning,
        minInterval: 1,
        splitLine: { lineStyle: { color: colours.rule } },
        axisLabel: { ...textStyle, formatter: (value: number) => number.format(value) },
      },
      ...(lineAs ? [ownAxis(lineAs, rightToLeft, locale, textStyle)] : []),
    ],
    series: [
      ...barsOf(chart),
      {
        name: legend.line,
        type: 'line' as const,
        data: line,
        yAxisIndex: lineAs ? 1 : 0,
        connectNulls: true,
        // many measurements are dots: joined they are a thicket
        showSymbol: lineAs !== undefined && (dense || line.length < 32),
        symbol: dense ? 'circle' : 'emptyCircle',
        symbolSize: dense ? 3 : 4,
        lineStyle: { color: lineColour, width: dense ? (lineAs ? 0 : 1.5) : 2 },
        itemStyle: { color: lineColour },
      },
    ],
  }
}

/** One bar, or its parts one upon the other. */
function barsOf({ bars, parts, legend }: Chart) {
  // of very many there is no room for gaps
  const barMaxWidth = 18
  const gaps = isDense(bars.length) ? { barCategoryGap: '0%' } : {}
  if (!parts)
    return [
      {
        ...{ name: legend.bars, type: 'bar' as const, data: bars, barMaxWidth, ...gaps },
        itemStyle: { color: colours.bars, borderRadius: isDense(bars.length) ? 0 : 2 },
      },
    ]
  return parts.map((part, index) => ({
    ...{ name: part.id, type: 'bar' as const, data: part.bars, barMaxWidth, ...gaps, stack: 'parts' },
    itemStyle: { color: part.others ? othersColour : partColours[index % partColours.length] },
  }))
}

const sides = (rightToLeft: boolean, two: boolean) => {
  const other = two ? 52 : 12
  return rightToLeft ? { left: other, right: 44 } : { left: 44, right: other }
}

/** Stars and times do not stand on the axis of counts. */
function ownAxis(lineAs: 'time' | 'stars', rightToLeft: boolean, locale: string, textStyle: object) {
  const number = new Intl.NumberFormat(locale)
  return {
    type: 'value' as const,
    position: rightToLeft ? ('left' as const) : ('right' as const),
    ...(lineAs === 'stars' && { min: 1, max: 5, interval: 1 }),
    splitLine: { show: false },
    axisLabel: { ...textStyle, formatter: (value: number) => number.format(value) },
  }
}

const opened = new Map<string, Font>()

function measure(name: FontName, text: string, css = ''): { width: number } {
  const weight = /bold|[6-9]00/.test(css) ? '700Bold' : '400Regular'
  const key = `${name} ${weight}`
  const font = opened.get(key) ?? (create(readFileSync(fontFile(name, weight))) as Font)
  opened.set(key, font)
  const size = Number(/([\d.]+)px/.exec(css)?.[1] ?? 12)
  return { width: (font.layout(text).advanceWidth / font.unitsPerEm) * size }
}
