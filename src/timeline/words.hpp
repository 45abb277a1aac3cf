#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace surplace::timeline {

/// The value whose word this is, whatever the case, with '-' as good as '_'.
template <class Enum, std::size_t size>
std::optional<Enum> byWord(const std::array<std::pair<Enum, std::string_view>, size>& words,
                           std::string_view text) {
    const auto plain = [](char c) { return c == '-' ? '_' : c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    for (const auto& [value, word] : words)
        if (std::ranges::equal(word, text, {}, {}, plain))
            return value;
    return std::nullopt;
}

template <class Enum, std::size_t size>
std::string_view wordOf(const std::array<std::pair<Enum, std::string_view>, size>& words, Enum value) {
    const auto found = std::ranges::find(words, value, [](const auto& pair) { return pair.first; });
    return found == words.end() ? std::string_view{} : found->second;
}

} // namespace surplace::timeline
