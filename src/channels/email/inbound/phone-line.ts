/**
 * What a telephone adds by itself: "Sent from my iPhone". A customer begins a sentence in the same way, "Sent from my new address
 * now", and a shipper writes "Gesendet mit DHL": in doubt it is theirs.
 */
export function isPhoneLine(line: string): boolean {
  const said = line.slice(0, longestWithAddress).replace(whereToGetIt, '').trim()
  return said.length <= longest && beginnings.test(said) && !says.test(said)
}

const longest = 60
/** Microsoft wraps the address of its app into hundreds of signs. */
const longestWithAddress = 2_000
const whereToGetIt = /<?https?:\/\/\S+$/iu

/** A number of theirs, somebody's address, or a sentence that goes on. */
const says = /\p{Nd}{4}|@|[,،;؛:!?؟]|\.\s/u

const makes =
  'iphone|ipad|android|samsung|galaxy|huawei|xiaomi|honor|oppo|outlook|yahoo|gmail|آيفون|ايفون|آيباد|ايباد|أندرويد|اندرويد|سامسونج|سامسونغ|هواوي|شاومي'

const beginnings = new RegExp(
  [
    '^(sent from my|get outlook for|envoyé de mon|von meinem .* gesendet|enviado desde mi|从我的.*发送|iPhoneから送信)',
    `^gesendet mit .*(\\bapp\\b|mail|${makes})`,
    // without its vowel it says as well that somebody sent something
    `^أُرسلت? من|^[أا]رسلت? من .*(${makes})`,
  ].join('|'),
  'iu',
)
