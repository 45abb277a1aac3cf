#pragma once
#include "model/text.hpp"
#include <cstdint>
#include <vector>

namespace surplace::model {

/// Where each id of a list of records stands: a table of positions that asks the records themselves for their
/// ids, twelve bytes a record. The first of equal ids wins.
class IdIndex {
public:
    template <class Record>
    void build(const std::vector<Record>& records) {
        std::size_t size = 8;
        while (size < records.size() + records.size() / 2)
            size *= 2;
        _slots.assign(size, Slot{});
        for (std::size_t i = 0; i < records.size(); ++i)
            if (!records[i].id.empty())
                add(records[i].id, static_cast<std::uint32_t>(i), records);
    }
    /// The number of records when the id is absent.
    template <class Record>
    std::size_t find(std::string_view id, const std::vector<Record>& records) const {
        const Slot& slot = _slots[slotOf(id, TextHash{}(id), records)];
        return slot.position == none ? records.size() : slot.position;
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t position = none;
    };

    template <class Record>
    void add(std::string_view id, std::uint32_t position, const std::vector<Record>& records) {
        const std::size_t hash = TextHash{}(id);
        Slot& slot = _slots[slotOf(id, hash, records)];
        if (slot.position == none)
            slot = {static_cast<std::uint32_t>(hash >> 32), position};
    }
    /// The slot that holds the id, or the empty one where it would stand.
    template <class Record>
    std::size_t slotOf(std::string_view id, std::size_t hash, const std::vector<Record>& records) const {
        const auto high = static_cast<std::uint32_t>(hash >> 32);
        std::size_t at = hash & (_slots.size() - 1);
        while (_slots[at].position != none &&
               (_slots[at].hash != high || records[_slots[at].position].id != id))
            at = (at + 1) & (_slots.size() - 1);
        return at;
    }

    std::vector<Slot> _slots;
};

} // namespace surplace::model
