#include "scene/furniture.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

/// Kinds and citations as the picture prints them.
namespace surplace::scene {

std::string shortened(const std::string& text, std::size_t mostBytes) {
    if (text.size() <= mostBytes)
        return text;
    std::size_t end = mostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // not within a character
    return text.substr(0, end) + "\u2026";
}

std::string kindInWords(model::EventKind kind, long count) {
    using enum model::EventKind;
    // Kinds whose title has no plain plural of its own are named by what is counted: reports.
    const bool takesS = kind == detention || kind == transfer || kind == forcedReturn || kind == release ||
                        kind == departure || kind == arrival || kind == death;
    std::string text(model::title(kind));
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    if (takesS)
        return count == 1 ? text : text + "s";
    return (count == 1 ? "report of " : "reports of ") + text;
}

namespace {

std::string publisherOf(const model::Source& source) {
    return shortened(source.publisher.empty() ? source.title : source.publisher, 40);
}

/// Too many to name each: the publishers with the most documents, and where the whole list is.
std::string manyCitations(const model::Casebook& casebook, const std::vector<std::size_t>& cited) {
    constexpr std::size_t mostPublishers = 4;
    std::map<std::string, long> documents;
    for (const std::size_t i : cited)
        ++documents[publisherOf(casebook.sources[i])];
    std::vector<std::pair<std::string, long>> publishers(documents.begin(), documents.end());
    std::stable_sort(publishers.begin(), publishers.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string names;
    for (std::size_t i = 0; i < std::min(mostPublishers, publishers.size()); ++i)
        names += fmt::format("{}{} ({})", i == 0 ? "" : ", ", publishers[i].first, publishers[i].second);
    if (publishers.size() > mostPublishers)
        names += fmt::format(" and {} more publishers", publishers.size() - mostPublishers);
    return fmt::format("Sources: {} documents: {}; all of them: surplace info --list sources.", cited.size(),
                       names);
}

} // namespace

std::string citationsInWords(const Frame& frame) {
    constexpr std::size_t mostNamed = 8;
    std::vector<bool> isCited(frame.casebook.sources.size(), false);
    std::vector<std::size_t> cited;
    for (std::size_t i = 0; i < frame.drawn.size() && cited.size() < isCited.size(); ++i)
        for (const std::uint32_t source : frame.index.sourcesOf(frame.drawn[i]))
            if (!isCited[source]) {
                isCited[source] = true;
                cited.push_back(source);
            }
    std::sort(cited.begin(), cited.end());
    if (cited.empty())
        return {};
    if (cited.size() > mostNamed)
        return manyCitations(frame.casebook, cited);
    std::sort(cited.begin(), cited.end(), [&](std::size_t a, std::size_t b) {
        const auto day = [&](std::size_t i) {
            return frame.casebook.sources[i].published.earliest().value_or(model::Day::max());
        };
        return std::pair(day(a), a) < std::pair(day(b), b);
    });
    std::string text, before;
    for (const std::size_t i : cited) {
        const auto& source = frame.casebook.sources[i];
        std::string words = publisherOf(source);
        if (source.published.isKnown())
            words += ", " + bareDate(source.published);
        // Two records of one document (the letter and its copy on the web) are one citation to a reader.
        if (words != before)
            text += (text.empty() ? "Sources: " : "; ") + words;
        before = std::move(words);
    }
    return text + ".";
}

} // namespace surplace::scene
