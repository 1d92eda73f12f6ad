/**
 * The stems of what people choose when ten characters are asked for, from the lists of leaked passwords that
 * every attacker tries first. Compared after case, look-alike digits and whatever stands around are taken off,
 * so `P@ssw0rd2026!` is found under `password`.
 */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `
  password passwordpassword passphrase passw pass mypassword newpassword changeme changeit changemenow
  qwerty qwertyuiop qwertyqwerty qwert qwertz azerty asdf asdfgh asdfghjkl asdfasdf zxcvbn zxcvbnm qazwsx
  qazwsxedc wsxedc qweasd qweasdzxc letmein letmeinnow welcome welcomehome hello helloworld iloveyou loveyou
  ilovehim iloveme ilovegod lovely sunshine princess monkey dragon football baseball basketball superman
  batman spiderman pokemon starwars master shadow michael jennifer jessica ashley daniel charlie thomas
  liverpool arsenal chelsea manchester manchesterunited manchestercity everton tottenham stoke stokecity
  stokeontrent portvale potteries hanley england scotland wales london birmingham staffordshire council
  stokecouncil commonthread common thread admin administrator superadmin root user guest test testing tester
  tests demo demodemo secret secretsecret supersecret trustno trustnoone whatever freedom computer internet
  samsung google facebook instagram youtube minecraft fortnite playstation nintendo abc abcd abcdef abcdefg
  abcdefgh abcdefghij abcdefghijk abcabc aaa qwe summer winter spring autumn summertime january february
  march april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday chocolate butterfly flower cookie buster ginger pepper tigger mustang harley
  `
    .trim()
    .split(/\s+/),
);
