/** No form of ours is a tenth as deep. What is thousands deep is read without harm, and then breaks whoever writes it on. */
const deepest = 100

/** Whether JSON has more values within values than anybody means to send; told from its text, before it is read. */
export function isTooDeep(json: string): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (sign === '\\') at++
    else if (sign === '"') isText = !isText
    else if (isText) continue
    else if (sign === '{' || sign === '[') {
      if (++depth > deepest) return true
    } else if (sign === '}' || sign === ']') depth--
  }
  return false
}
