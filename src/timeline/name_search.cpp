#include "timeline/name_search.hpp"
#include "timeline/folding.hpp"
#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

namespace surplace::timeline {

namespace {

/// Traditional characters (and hanja) of the place names of the map and the casebook, each before its
/// simplified form.
constexpr std::string_view characterPairs =
    "萬万業业東东兩两個个豐丰臨临為为麗丽義义烏乌樂乐喬乔習习鄉乡買买雲云亞亚倉仓們们會会倫伦來来兒儿"
    "蘭兰關关興兴茲兹內内岡冈涼凉鳳凤則则別别務务勞劳勢势區区華华盧卢廈厦縣县參参雙双發发臺台吳吴圖图"
    "國国聖圣場场壩坝壯壮頭头奧奥婁娄寧宁寶宝實实賓宾寬宽將将爾尔崗岗島岛嶺岭嶽岳峽峡廣广莊庄慶庆庫库"
    "開开張张歸归彥彦懷怀揚扬撫抚據据斷断舊旧無无晉晋楊杨傑杰棗枣樹树橋桥樺桦樓楼橫横畢毕漢汉溝沟滄沧"
    "瀘泸澤泽渾浑濟济淵渊溫温灣湾灤滦濱滨滿满濰潍點点煙烟獨独瑪玛瓊琼瑤瑶甕瓮鹽盐盤盘鹼碱稱称穩稳篤笃"
    "紅红約约級级納纳線线紹绍統统綏绥維维綿绵綠绿羅罗聯联勝胜騰腾節节蕪芜蘆芦蘇苏荊荆榮荣萊莱蓮莲營营"
    "薩萨見见認认訥讷許许諸诸諾诺諒谅誼谊謝谢貝贝貢贡貪贪貴贵費费賀贺賈贾賚赉賴赖賽赛贊赞贛赣趙赵車车"
    "載载輝辉邊边遼辽達达邁迈遠远連连鄒邹鄭郑鄲郸欽钦錢钱鐵铁銅铜銀银鋒锋錫锡錦锦鎮镇鏡镜長长門门間间"
    "陽阳隨随靜静韋韦韓韩頂顶順顺須须領领顏颜飯饭飲饮饒饶館馆馬马駐驻魯鲁鮮鲜鳥鸟雞鸡鴨鸭鶴鹤鷹鹰黃黄"
    "齊齐龍龙龜龟琿珲瀋沈灘滩陰阴陝陕龐庞島岛恆恒";

std::size_t lengthAt(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return std::min(length, text.size() - at);
}

const std::unordered_map<std::string_view, std::string_view>& simplifiedForms() {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> pairs;
        for (std::size_t i = 0; i + 6 <= characterPairs.size(); i += 6)
            pairs.emplace(characterPairs.substr(i, 3), characterPairs.substr(i + 3, 3));
        return pairs;
    }();
    return table;
}

/// The ASCII letter under a folded letter's mark: "ŏ" is "o". 0 for what is none.
char plainLetter(std::string_view letter) {
    constexpr std::array<std::pair<std::string_view, char>, 45> marks{
        {{"à", 'a'}, {"á", 'a'}, {"â", 'a'}, {"ã", 'a'}, {"ä", 'a'}, {"å", 'a'}, {"ā", 'a'}, {"ă", 'a'},
         {"ǎ", 'a'}, {"ç", 'c'}, {"č", 'c'}, {"è", 'e'}, {"é", 'e'}, {"ê", 'e'}, {"ë", 'e'}, {"ē", 'e'},
         {"ĕ", 'e'}, {"ě", 'e'}, {"ì", 'i'}, {"í", 'i'}, {"î", 'i'}, {"ï", 'i'}, {"ī", 'i'}, {"ǐ", 'i'},
         {"ñ", 'n'}, {"ň", 'n'}, {"ò", 'o'}, {"ó", 'o'}, {"ô", 'o'}, {"õ", 'o'}, {"ö", 'o'}, {"ō", 'o'},
         {"ŏ", 'o'}, {"ǒ", 'o'}, {"š", 's'}, {"ù", 'u'}, {"ú", 'u'}, {"û", 'u'}, {"ü", 'u'}, {"ū", 'u'},
         {"ŭ", 'u'}, {"ǔ", 'u'}, {"ǚ", 'u'}, {"ý", 'y'}, {"ž", 'z'}}};
    const auto found =
        std::ranges::find(marks, letter, [](const auto& mark) { return std::string_view(mark.first); });
    return found == marks.end() ? '\0' : found->second;
}

// Hangul: syllable = 0xAC00 + (initial * 21 + vowel) * 28 + final (Unicode 15, section 3.12).
constexpr std::array initials{"k",  "kk", "n",  "t",   "tt", "r", "m", "p", "pp", "s",
                              "ss", "",   "ch", "tch", "ch", "k", "t", "p", "h"};
constexpr std::array vowels{"a",  "ae", "ya", "yae", "o",  "e",  "yo", "ye", "o",  "wa", "wae",
                            "oe", "yo", "u",  "wo",  "we", "wi", "yu", "u",  "ui", "i"};
constexpr std::array finals{"",  "k", "k", "k", "n", "n", "n", "t",  "l", "k", "m", "l", "l", "l",
                            "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

struct Syllable {
    std::size_t initial = 0, vowel = 0, final = 0;
};
bool readSyllable(std::string_view letter, Syllable& syllable) {
    if (letter.size() != 3)
        return false;
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(letter[i]));
    };
    const unsigned code = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    if (code < 0xAC00 || code > 0xD7A3)
        return false;
    const unsigned index = code - 0xAC00;
    syllable = {index / 588, index % 588 / 28, index % 28};
    return true;
}

/// Where two syllables meet, their consonants change each other: 압록 is spoken amnok.
std::pair<std::string, std::string> spokenTogether(std::string final, std::string initial) {
    const bool isNasal = initial == "n" || initial == "m";
    if (initial == "r") {
        if (final == "n" || final == "l")
            return {"l", "l"};
        if (!final.empty())
            initial = "n";
    } else if (final == "l" && initial == "n") {
        return {"l", "l"};
    }
    if (isNasal || (initial == "n" && !final.empty()))
        final = final == "k" ? "ng" : final == "t" ? "n" : final == "p" ? "m" : final;
    return {final, initial};
}

/// One spelling of what romanisations spell differently. Voicing is not heard in Korean (g and k, d and t,
/// b and p, j and ch), r and l are one letter, and "eo", "eu" stand for ŏ and ŭ.
std::string soundOf(std::string_view latin) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 22> rules{
        {{"tch", "c"}, {"eo", "o"}, {"eu", "u"}, {"sh", "s"}, {"ch", "c"}, {"ph", "p"},
         {"th", "t"},  {"kh", "k"}, {"kk", "k"}, {"gg", "k"}, {"tt", "t"}, {"pp", "p"},
         {"ss", "s"},  {"jj", "c"}, {"ll", "r"}, {"oo", "u"}, {"g", "k"},  {"d", "t"},
         {"b", "p"},   {"j", "c"},  {"l", "r"},  {"ee", "i"}}};
    std::string sound;
    for (std::size_t i = 0; i < latin.size();) {
        // Without its hyphen nobody knows whether "ng" ends a syllable or parts two: Yeon-gil, Yong-il.
        if (latin.substr(i, 2) == "ng" || latin.substr(i, 2) == "nk") {
            sound += 'n';
            i += 2;
            continue;
        }
        const auto rule = std::ranges::find_if(
            rules, [&](const auto& each) { return latin.substr(i, each.first.size()) == each.first; });
        sound += rule == rules.end() ? latin.substr(i, 1) : rule->second;
        i += rule == rules.end() ? 1 : rule->first.size();
    }
    return sound;
}

/// At the start of a word the South drops or softens what the North writes r or n: Ryongjong is Yongjong,
/// Rason is Nason.
std::string southern(const std::string& sound) {
    if (sound.size() < 2 || (sound[0] != 'r' && sound[0] != 'n'))
        return sound;
    if (sound[1] == 'y' || sound[1] == 'i')
        return sound.substr(1);
    return "n" + sound.substr(1);
}

/// Hangul in Latin letters; false when there is another letter.
bool romanised(std::string_view text, std::string& asWritten, std::string& asSpoken) {
    std::string pending; // the final that may yet change
    for (std::size_t i = 0; i < text.size(); i += lengthAt(text, i)) {
        Syllable syllable;
        if (!readSyllable(text.substr(i, lengthAt(text, i)), syllable))
            return false;
        const auto [final, initial] = spokenTogether(pending, initials[syllable.initial]);
        asSpoken += final + initial + vowels[syllable.vowel];
        asWritten +=
            std::string(initials[syllable.initial]) + vowels[syllable.vowel] + finals[syllable.final];
        pending = finals[syllable.final];
    }
    asSpoken += pending;
    return !text.empty();
}

bool isLatin(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

} // namespace

NameKeys keysOf(std::string_view name) {
    NameKeys keys;
    const std::string lower = folded(name);
    for (std::size_t i = 0; i < lower.size(); i += lengthAt(lower, i)) {
        const std::string_view letter = std::string_view(lower).substr(i, lengthAt(lower, i));
        if (letter.size() == 1) {
            const char c = letter[0];
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                keys.written += c;
        } else if (const char plain = plainLetter(letter); plain != '\0') {
            keys.written += plain;
        } else if (const auto form = simplifiedForms().find(letter); form != simplifiedForms().end()) {
            keys.written += form->second;
        } else if (!(letter.size() == 2 &&
                     (letter[0] == '\xCC' || letter[0] == '\xCD' || letter[0] == '\xCA')) &&
                   !(letter.size() == 3 && letter[0] == '\xE2' && letter[1] == '\x80')) {
            keys.written += letter; // no combining mark (U+0300 to U+036F), no half-ring or dash
        }
    }
    std::string written, spoken;
    if (isLatin(keys.written)) {
        keys.sounds.push_back(soundOf(keys.written));
    } else if (romanised(keys.written, written, spoken)) {
        keys.sounds.push_back(soundOf(written));
        if (soundOf(spoken) != keys.sounds.front())
            keys.sounds.push_back(soundOf(spoken));
    }
    return keys;
}

bool finds(const NameKeys& typed, const NameKeys& name) {
    constexpr std::size_t leastLetters = 3;
    if (typed.written.empty())
        return false;
    if (name.written.find(typed.written) != std::string::npos)
        return true;
    for (const std::string& sought : typed.sounds)
        for (const std::string& sound : name.sounds)
            if (sought.size() >= leastLetters &&
                (sound.find(sought) != std::string::npos || southern(sound).starts_with(southern(sought))))
                return true;
    return false;
}

std::vector<std::string> namesIn(std::string_view text) {
    std::vector<std::string> names;
    std::string name;
    const auto finish = [&] {
        if (!name.empty())
            names.push_back(std::move(name));
        name.clear();
    };
    for (std::size_t i = 0; i < text.size(); i += lengthAt(text, i)) {
        const std::string_view letter = text.substr(i, lengthAt(text, i));
        const bool parts = letter == "(" || letter == ")" || letter == ";" || letter == "/" ||
                           letter == "," || letter == "\uFF08" || letter == "\uFF09" || letter == "\u3001";
        if (parts)
            finish();
        else
            name += letter;
    }
    finish();
    return names;
}

} // namespace surplace::timeline
