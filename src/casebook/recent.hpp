#pragma once
#include "model/text.hpp"
#include <vector>

namespace surplace::casebook {

/// The values met of late, each in the one slot that its text leads to: rows repeat a few thousand names, days
/// and words, so most are shared and none is looked for far away. A table of all of them would cost more time
/// than it saves: in a large file every look into it waits for memory.
template <class Value>
class Recent {
public:
    /// The number of slots is a power of two.
    explicit Recent(std::size_t slots) : _slots(slots) {}
    /// The value kept for the text or for another in its place.
    Value& slotOf(std::string_view text) {
        if (_values.empty()) // many never meet a text
            _values.resize(_slots);
        return _values[model::TextHash{}(text) & (_slots - 1)];
    }

private:
    std::size_t _slots;
    std::vector<Value> _values;
};

/// Shares short texts that come again soon.
class RecentTexts {
public:
    explicit RecentTexts(std::size_t slots) : _texts(slots) {}
    model::Text operator()(std::string_view text) {
        constexpr std::size_t longest = 40; // longer ones are sentences, which hardly come twice
        if (text.size() > longest)
            return text;
        model::Text& recent = _texts.slotOf(text);
        if (recent != text)
            recent = text;
        return recent;
    }

private:
    Recent<model::Text> _texts;
};

} // namespace surplace::casebook
