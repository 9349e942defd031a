import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textsIn } from '../words/testing/faults.ts'
import { catalogsByLanguage } from '../words/words.ts'
import { languageCodes, type Language } from '../words/languages.ts'
import { helpTopics, type HelpTopic } from './topics.ts'

// A name in **bold** is what stands on a button, a field or a page. Help that names a button that is called otherwise by now
// sends people looking for what is not there.

/** Names in bold, in their order; “Settings → Mail” is two. */
const namesIn = (language: Language, topic: HelpTopic): string[] => {
  const page = readFileSync(new URL(`../../docs/help/${language}/${topic}.md`, import.meta.url), 'utf8')
  return [...page.matchAll(/\*\*([^*]+)\*\*/gu)].flatMap(([, bold]) => bold!.split(/ [→←] /u))
}

/** Where the words of a language say just this. */
const pathsOf = (language: Language, name: string): string[] =>
  [...textsIn(catalogsByLanguage[language])].filter(([, texts]) => texts.join('\n') === name).map(([path]) => path)

for (const language of languageCodes)
  test.each(helpTopics)(`every name in ${language}/%s stands in the words of that language`, (topic) => {
    expect(namesIn(language, topic).filter((name) => pathsOf(language, name).length === 0)).toEqual([])
  })

for (const language of languageCodes.filter((code) => code !== 'en'))
  test.each(helpTopics)(`${language}/%s names the same buttons as English, one by one`, (topic) => {
    const [english, ours] = [namesIn('en', topic), namesIn(language, topic)]
    expect(ours).toHaveLength(english.length)
    const strays = english
      .map((name, index) => [name, ours[index]!] as const)
      .filter(([name, own]) => !pathsOf('en', name).some((path) => pathsOf(language, own).includes(path)))
    expect(strays).toEqual([])
  })
