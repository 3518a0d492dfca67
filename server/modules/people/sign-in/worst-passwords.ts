/** The two hundred passwords that are tried first, in small letters: lists of leaks, keyboards walks, and Chinese habits. */
export const worstPasswords: ReadonlySet<string> = new Set(
  `123456 123456789 12345678 password qwerty123 qwerty1 111111 12345 secret 123123 1234567890 1234567 000000 qwerty abc123
password1 iloveyou 11111111 dragon monkey 123123123 123321 qwertyuiop 00000000 asdasd 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz@wsx
1qaz!qaz 1qaz2wsx3edc !qaz2wsx zaq12wsx zaq1@wsx qazwsx123 qazwsxedc q1w2e3r4 q1w2e3r4t5 qwer1234 qwer!234 qwer@1234 asdf1234
asdf@1234 zxcv1234 zxcvbnm1 1234qwer 1234abcd abcd1234 abcd@1234 abcd!234 abc12345 abc123456 abc@1234 abc@12345 abc@123456
abc!1234 a1b2c3d4 a1234567 a12345678 a123456789 a123456a aa123456 aa12345678 aa@123456 aa123456! aa123456. aa112233 aaa111
aaa123456 as123456 asd123456 asd12345 az123456 q123456789 qq123456 qq123456789 qq@123456 ww123456 wo123456 w123456789
woaini1314 woaini520 woaini521 woaini123 woaini@1314 5201314abc 5201314a 5201314 520131420 1314520a 1314520 7758521 7758258
5845201314 wang1234 wang123456 zhang123 zhang123456 zhang1234 li123456 liu123456 chen123456 lin123456 yang1234 huang123
zhao1234 wu123456 xiaoming1 china123 china@123 china2008 china2020 zhongguo1 zhongguo123 beijing2008 beijing1 shanghai1
hangzhou1 hangzhou123 zhejiang1 zhejiang123 xihu1234 xihu@123 zhengwu1 zhengwu123 zwfw1234 zwfw@123 yichuang1 yichuang123
admin123 admin1234 admin12345 admin123456 admin@123 admin@1234 admin@12345 admin@123456 admin!123 admin#123 admin888
admin@888 admin666 administrator administrator1 root1234 root@123 root123456 system123 system@123 manager123 test1234
test@123 test@1234 test123456 user1234 user@123 user123456 guest123 guest@123 demo1234 demo@123 changeme changeme1
changeme123 changeme! welcome1 welcome123 welcome@123 welcome1! letmein1 letmein123 passw0rd p@ssw0rd p@ssword p@ssword1
p@ssw0rd1 p@ssw0rd! p@ssw0rd123 p@55w0rd pa$$w0rd pa$$word1 password! password1! password12 password123 password@1
password@123 password123! password2024 password2025 password2026 pass1234 pass@123 pass@1234 pass@word1 master123 summer2025
summer2026 spring2026 winter2025 autumn2025 huawei@123 huawei12#$ h3c@1234 lenovo@123 sunshine1 superman1 baseball1
football1 michael1 princess1 charlie1 jordan23 pokemon1 trustno1 iloveyou1 iloveyou! monkey123 dragon123 killer123
computer1 internet1 samsung1 liverpool1 chelsea1 88888888a 66666666a 12345678a 12345678aa 123456789a 123456789aa 123456aa
123456aa! 123456abc 123456ab 123456qwe 123qweasd 123qwe!@# 123qwe123 123abc456 1234asdf 12qwaszx 147258369a 147258369
159753abc 159357abc 741852963 789456123a 987654321a 987654321 88888888 66666666 99999999 112233445566 1122334455`.split(
    /\s+/,
  ),
);
