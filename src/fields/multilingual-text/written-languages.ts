/** The languages that the product's customers are known to write in, beside those that it speaks itself. */
export const writtenLanguages = ['ar', 'en', 'fr', 'de', 'es', 'zh', 'tr', 'ru', 'it', 'pt', 'nl', 'fa', 'ur'] as const
