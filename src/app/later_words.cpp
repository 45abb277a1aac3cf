#include "app/later_words.hpp"
#include "model/describe.hpp"
#include <algorithm>

namespace surplace::app {

NoLaterWord LaterWords::of(const std::shared_ptr<const model::Casebook>& casebook,
                           const std::vector<std::uint32_t>& events) {
    if (_casebook != casebook) {
        _casebook = casebook;
        _hasLaterRecord.clear();
        _canBe = std::ranges::any_of(casebook->events, [](const model::Event& event) {
            return event.assertion == model::Assertion::feared ||
                   (event.date.isKnown() && event.date.endKind() != model::Edtf::End::day);
        });
    }
    NoLaterWord result;
    result.canBe = _canBe;
    for (const std::uint32_t index : events) {
        const model::Event& event = casebook->events[index];
        const auto [known, isNew] = _hasLaterRecord.try_emplace(index, false);
        if (isNew)
            known->second = model::laterRecord(*casebook, event) != nullptr;
        if (!known->second)
            (event.assertion == model::Assertion::feared ? result.feared : result.openEnded)
                .push_back(event.id);
    }
    return result;
}

} // namespace surplace::app
