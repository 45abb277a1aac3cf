#include "text/script_runs.hpp"
#include <glib.h>
#include <optional>

namespace surplace::text {
namespace {

/// Nothing for signs that belong to no script of their own.
std::optional<Script> scriptOf(gunichar character) {
    if (character < 0x80)
        return character <= ' ' ? std::nullopt : std::optional(Script::alphabetic);
    switch (g_unichar_get_script(character)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return Script::han;
    case G_UNICODE_SCRIPT_HANGUL:
        return Script::hangul;
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
        return Script::kana;
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
        return std::nullopt;
    default:
        return Script::alphabetic;
    }
}

/// Calls visit(character, begin, end) for every character of a valid UTF-8 text.
template <typename Visit>
void forEachCharacter(const std::string& utf8, Visit visit) {
    const char* const start = utf8.c_str();
    const char* const stop = start + utf8.size();
    for (const char* at = start; at < stop;) {
        const char* const next = g_utf8_next_char(at);
        visit(g_utf8_get_char(at), static_cast<std::size_t>(at - start),
              static_cast<std::size_t>(next - start));
        at = next;
    }
}

} // namespace

std::vector<ScriptRun> splitByScript(const std::string& utf8) {
    std::vector<ScriptRun> runs;
    bool leadingSigns = false;
    forEachCharacter(utf8, [&](gunichar character, std::size_t begin, std::size_t end) {
        const std::optional<Script> script = scriptOf(character);
        if (runs.empty()) {
            leadingSigns = !script;
            runs.push_back({begin, end, script.value_or(Script::alphabetic)});
        } else if (!script || *script == runs.back().script || leadingSigns) {
            // Signs before the first letter take that letter's script: an opening quote belongs to the word
            // after it.
            if (script && leadingSigns) {
                runs.back().script = *script;
                leadingSigns = false;
            }
            runs.back().end = end;
        } else {
            runs.push_back({begin, end, *script});
        }
    });
    return runs;
}

std::vector<Unbreakable> koreanWords(const std::string& utf8) {
    std::vector<Unbreakable> words;
    std::size_t wordBegin = 0;
    bool hasHangul = false;
    bool hasHan = false;
    const auto close = [&](std::size_t end) {
        if (hasHangul && !hasHan)
            words.push_back({wordBegin, end});
        hasHangul = hasHan = false;
    };
    forEachCharacter(utf8, [&](gunichar character, std::size_t begin, std::size_t end) {
        if (g_unichar_isspace(character)) {
            close(begin);
            wordBegin = end;
        }
        const std::optional<Script> script = scriptOf(character);
        hasHangul = hasHangul || script == Script::hangul;
        hasHan = hasHan || script == Script::han;
    });
    close(utf8.size());
    return words;
}

} // namespace surplace::text
