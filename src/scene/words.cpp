#include "core/translation.hpp"
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

const char* absenceNote() {
    return core::tr("Absence of reports is not absence of events.");
}

std::string countOfKind(model::EventKind kind, long count) {
    return countOfKind(kind, count, std::to_string(count));
}

std::string countOfKind(model::EventKind kind, long count, const std::string& figure) {
    using enum model::EventKind;
    using core::trn;
    // Kinds whose title has no plain plural of its own are named by what is counted: reports.
    switch (kind) {
    case detention:
        return trn(count, "{0} detention", "{0} detentions", figure);
    case holding:
        return trn(count, "{0} report of holding", "{0} reports of holding", figure);
    case transfer:
        return trn(count, "{0} transfer", "{0} transfers", figure);
    case forcedReturn:
        return trn(count, "{0} forced return", "{0} forced returns", figure);
    case handover:
        return trn(count, "{0} report of handover to the authorities of China",
                   "{0} reports of handover to the authorities of China", figure);
    case release:
        return trn(count, "{0} release", "{0} releases", figure);
    case departure:
        return trn(count, "{0} departure", "{0} departures", figure);
    case arrival:
        return trn(count, "{0} arrival", "{0} arrivals", figure);
    case asylumEntry:
        return trn(count, "{0} report of asylum entry", "{0} reports of asylum entry", figure);
    case asylumRefused:
        return trn(count, "{0} report of asylum refused", "{0} reports of asylum refused", figure);
    case lastContact:
        return trn(count, "{0} report of last contact", "{0} reports of last contact", figure);
    case death:
        return trn(count, "{0} death", "{0} deaths", figure);
    case policy:
        return trn(count, "{0} report of policy", "{0} reports of policy", figure);
    case borderControl:
        return trn(count, "{0} report of border control", "{0} reports of border control", figure);
    case closure:
        return trn(count, "{0} report of border closure", "{0} reports of border closure", figure);
    case crackdown:
        return trn(count, "{0} report of crackdown", "{0} reports of crackdown", figure);
    case appeal:
        return trn(count, "{0} report of appeal", "{0} reports of appeal", figure);
    case response:
        return trn(count, "{0} report of official response", "{0} reports of official response", figure);
    case publication:
        return trn(count, "{0} report of publication", "{0} reports of publication", figure);
    case background:
        return trn(count, "{0} report of background", "{0} reports of background", figure);
    }
    return {};
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
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min(mostPublishers, publishers.size()); ++i)
        named.push_back(
            core::trcf("publisher (documents)", "{0} ({1})", publishers[i].first, publishers[i].second));
    std::string names = core::listed(named);
    if (publishers.size() > mostPublishers)
        names = core::trf("{0} and {1} more publishers", names, publishers.size() - mostPublishers);
    return core::trf("Sources: {0} documents: {1}; all of them: surplace info --list sources.", cited.size(),
                     names);
}

} // namespace

std::string citationsInWords(const Frame& frame) {
    constexpr std::size_t mostNamed = 8;
    std::vector<bool> isCited(frame.casebook.sources.size(), false);
    std::vector<std::size_t> cited;
    const auto cite = [&](std::uint32_t event) {
        for (const std::uint32_t source : frame.index.sourcesOf(event))
            if (!isCited[source]) {
                isCited[source] = true;
                cited.push_back(source);
            }
    };
    for (std::size_t i = 0; i < frame.drawn.size() && cited.size() < isCited.size(); ++i)
        cite(frame.drawn[i]);
    for (const auto& state : frame.signs.states)
        if (state.isShown)
            for (const auto event : state.events)
                cite(event);
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
            words = core::trcf("publisher, date", "{0}, {1}", words, bareDate(source.published));
        // Two records of one document (the letter and its copy on the web) are one citation to a reader.
        if (words != before)
            text += (text.empty() ? "" : "; ") + words;
        before = std::move(words);
    }
    return core::trf("Sources: {0}.", text);
}

} // namespace surplace::scene
