/**
 * What is tried first, wherever passwords leaked: those of the usual lists that are long enough for us. The rest of such a
 * list is shorter than ten characters, so nobody can choose it here anyway.
 */
const leaked = `
0000000000 00000000000 000000000000 0123456789 01234567890 0987654321 1111111111 11111111111 111111111111 1122334455
1123581321 1212121212 123123123123 1231231234 1234512345 1234554321 123456123456 12345678900 123456789012 1234567890123
123456789123 1234567890 1234567891 1234567899 12345678910 1234567890a 123456789a 123456789q 123456789z 12345qwert
1234qwer1234 123qweasdzxc 123qwe123qwe 1357924680 1488148814 147258369a 1470258369 159753159753 1q2w3e4r5t 1q2w3e4r5t6y
1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 2222222222 3333333333 4444444444 5555555555 6666666666 7777777777 8888888888
9876543210 987654321a 9999999999 a1b2c3d4e5 a123456789 aa123456789 aaaaaaaaaa abc1234567 abc123456789 abcd123456
abcd12345678 abcdefghij abcdefghijk admin12345 admin123456 adminadmin administrator arsenal123 asd123456789 asdasdasdasd
asdf123456 asdfasdfasdf asdfghjkl1 asdfghjkl123 baseball123 basketball1 basketball bismillah1 bismillah123 bismillah786
blink182blink bubblegum1 butterfly1 butterfly123 changeme123 charlie123 cheese1234 chocolate1 chocolate123 computer123
computer1234 default123 dragon1234 dragon12345 facebook123 family1234 football12 football123 football1234 forever123
freedom123 friendship gfhjkm1234 godisgood1 google1234 halamadrid hello12345 hello123456 helloworld helloworld1
iloveallah iloveallah1 iloveyou12 iloveyou123 iloveyou1234 iloveyou2 iloveyouso internet123 jesus12345 jesuschrist
jordan2323 killer1234 kuwait12345 letmein123 letmein1234 liverpool1 liverpool123 loveyou123 manchester manchester1
maroc12345 master1234 metallica1 michael123 michelle123 minecraft1 minecraft123 mohamed123 mohammed123 monkey1234
motherlode mustang123 mynameis123 naruto1234 newpassword p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword123 pa55word123
pakistan12 pakistan123 palestine1 pass123456 pass12345678 passpass123 passw0rd12 passw0rd123 passw0rd1234 password00
password01 password1! password10 password11 password12 password123 password123! password1234 password12345 password123456
password21 password22 password23 password69 password77 password99 passwordpassword pokemon123 princess12 princess123
princess1234 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx12345 qazwsxedc1 qazwsxedc123 qazwsxedcrfv qwe1234567 qwe123456789 qwer123456
qwer12345678 qwerasdfzxcv qwert12345 qwerty1234 qwerty12345 qwerty123456 qwerty12345678 qwertyqwerty qwertyuiop
qwertyuiop1 qwertyuiop123 qwertyuiop[] realmadrid realmadrid1 riyadh12345 samsung123 samsung1234 saudi12345 secret1234
shadow1234 sunshine12 sunshine123 sunshine1234 superman12 superman123 superman1234 superstar1 swordfish1 system1234
target1234 temp123456 test123456 test12345678 testtesttest tigger1234 trustno1trustno1 unknown123 user123456 vfrcbvrf123
volleyball welcome123 welcome1234 welcome12345 welcome2024 welcome2025 welcome2026 whatever123 xxxxxxxxxx yahoo12345
zaq12wsxcde3 zaq1zaq1zaq1 zaq12wsx12 zxcvbnm123 zxcvbnm1234 zxcvbnm12345 zzzzzzzzzz
`

/** Whether it is one of those, or one sign over and over. */
export const isCommonPassword = (password: string): boolean => {
  const plain = password.toLowerCase()
  return /^(.)\1*$/u.test(plain) || (!/\s/u.test(plain) && ` ${leaked.replaceAll('\n', ' ')} `.includes(` ${plain} `))
}
