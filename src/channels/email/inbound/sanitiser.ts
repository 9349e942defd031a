/** Kept with what it cleaned: mails that older rules cleaned can be cleaned anew from what came. */
export const sanitiser = 'sanitize-html 2.18.1, rules 3'
